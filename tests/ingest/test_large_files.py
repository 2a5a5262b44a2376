"""Files too large to be held are read record by record, to the same articles; others are refused unread."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from seedreader.ingest import file_bytes, registry, web_archive
from seedreader.ingest.errors import sentences
from seedreader.ingest.file_bytes import FileBytes
from seedreader.ingest.formats import delimited, mbox
from seedreader.ingest.load_files import load
from tests.ingest.formats.messages import message
from tests.ingest.warc_builder import lz4, packed, page

MAILS = b"".join(
    b"From a@x.example Fri May  2 10:00:00 2025\n"
    + message(
        None, f"The mill number {number} closed.\n\nFrom there on it was quiet.", Message_ID=f"<{number}@x>"
    )
    + b"\n"
    for number in range(12)
)
RECORDS = b"".join(
    json.dumps(
        {
            "title": f"Mill {number}",
            "text": f"Mill {number} in Tarn closed.",
            "url": f"https://x.example/{number}",
        }
    ).encode()
    + b"\n\n"
    for number in range(6)
)
TABLE = "title;text;url\r\n".encode("utf-8-sig") + b"".join(
    f'Müll {number};"Mill {number} in Tarn;\nclosed “again”. {"So it was. " * 15_000}";https://x.example/{number}\r\n'.encode()
    for number in range(6)
)
PAGES = [page(f"https://gazette.example/{number}", f"Mill {number} closed") for number in range(6)]


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> int:
    """Few bytes that are held, and small pieces, so that small files are large ones."""
    for module in (mbox, web_archive, file_bytes):
        monkeypatch.setattr(module, "_STEP", 97)
    monkeypatch.setattr(delimited, "PIECE", 97)
    monkeypatch.setattr(registry, "MAX_BYTES", 300)
    return 300


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.mbox", MAILS),
        ("a.warc", b"".join(PAGES)),
        ("a.warc.gz", packed(*PAGES)),
        ("b.warc.gz", gzip.compress(b"".join(PAGES)) + bytes(50)),
        ("a.warc.lz4", lz4(b"".join(PAGES))),
        ("a.jsonl", RECORDS),
        ("a.csv", TABLE),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_large_file_gives_the_articles_that_it_gives_when_it_is_held(
    tmp_path: Path, name: str, data: bytes, request: pytest.FixtureRequest
) -> None:
    (tmp_path / name).write_bytes(data)
    whole = load([tmp_path / name])
    assert len(whole.articles) in (6, 12) and not whole.problems
    assert len(data) > request.getfixturevalue("held")
    pieces = load([tmp_path / name])
    assert not pieces.problems
    assert [(each.text, each.source) for each in pieces.articles] == [
        (each.text, each.source) for each in whole.articles
    ]


@pytest.mark.usefixtures("held")
def test_lines_of_a_large_file_that_are_no_json_are_told(tmp_path: Path) -> None:
    broken = b'{"title": "A mill"\n' + b'{"text": "' + b"a" * 200 + b'"\n'
    (tmp_path / "a.jsonl").write_bytes(RECORDS + broken + RECORDS.replace(b"/0", b"/a"))
    found = load([tmp_path / "a.jsonl"])
    assert len(found.articles) == 12
    assert [(each.kind, each.lost) for each in found.problems] == [("lost", 2)]


def test_a_large_table_that_is_not_utf_8_is_refused(tmp_path: Path, held: int) -> None:
    (tmp_path / "a.csv").write_bytes(TABLE + "é;é\n".encode("latin-1") * held)
    assert "no table in UTF-8" in sentences(load([tmp_path / "a.csv"]).problems)[0]


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.mbox.gz"])
def test_a_large_file_of_another_format_is_refused_before_it_is_read(
    tmp_path: Path, name: str, held: int
) -> None:
    (tmp_path / name).write_bytes(
        gzip.compress(MAILS, 0) if name.endswith(".gz") else b'[{"text": "a"}, ' * held
    )
    found = load([tmp_path / name])
    assert not found.articles
    assert "MB, " in sentences(found.problems)[0] and "split it" in sentences(found.problems)[0]


def test_the_bytes_of_a_file_are_those_of_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_bytes, "_STEP", 5)
    data = bytes(range(40)) * 2
    shown = FileBytes(io.BytesIO(data), len(data))
    assert (len(shown), shown[3], shown[-1], shown[70:90], shown[:4]) == (80, 3, 39, data[70:], data[:4])
    for longest in (3, 100):
        assert list(shown.lines(longest))[-1:] == [None if longest == 3 else data.split(b"\n")[-1]]
    for wanted in (b"\x04\x05\x06", b"\x27\x00", b"\x09", b"no"):
        for at in (0, 7, 41, 79, 200):
            assert shown.find(wanted, at) == data.find(wanted, at)
    assert shown.startswith((b"x", b"\x03"), 43) and not shown.startswith(b"\x03")

"""Files too large to be held are read record by record, to the same articles; others are refused unread."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from seedreader.ingest import file_bytes, registry, web_archive
from seedreader.ingest.errors import sentences
from seedreader.ingest.file_bytes import FileBytes
from seedreader.ingest.formats import mbox
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
PAGES = [page(f"https://gazette.example/{number}", f"Mill {number} closed") for number in range(6)]


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> int:
    """Few bytes that are held, and small pieces, so that small files are large ones."""
    for module in (mbox, web_archive, file_bytes):
        monkeypatch.setattr(module, "_STEP", 97)
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
    ],
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


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.mbox.gz"])
def test_a_large_file_of_another_format_is_refused_before_it_is_read(
    tmp_path: Path, name: str, held: int
) -> None:
    (tmp_path / name).write_bytes(gzip.compress(MAILS, 0) if name.endswith(".gz") else b"A text. " * held)
    found = load([tmp_path / name])
    assert not found.articles
    assert "more than" in sentences(found.problems)[0]


def test_the_bytes_of_a_file_are_those_of_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_bytes, "_STEP", 5)
    data = bytes(range(40)) * 2
    shown = FileBytes(io.BytesIO(data), len(data))
    assert (len(shown), shown[3], shown[-1], shown[70:90], shown[:4]) == (80, 3, 39, data[70:], data[:4])
    for wanted in (b"\x04\x05\x06", b"\x27\x00", b"\x09", b"no"):
        for at in (0, 7, 41, 79, 200):
            assert shown.find(wanted, at) == data.find(wanted, at)
    assert shown.startswith((b"x", b"\x03"), 43) and not shown.startswith(b"\x03")

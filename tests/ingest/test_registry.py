from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from seedreader.article import SourceId
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError, Problem, sentences
from seedreader.ingest.load_files import load
from seedreader.ingest.raw_document import Documents, RawDocument

SOURCE = SourceId("file:///x")
PARTS = registry.InputFormat("parts", ("text/x-parts",), (".parts",), lambda head: head.startswith(b"PARTS"))


def _read(data: bytes, _: SourceId) -> Documents:
    """A container: an article for each line, but for those that are empty."""
    lines = data.decode().splitlines()[1:]
    return Documents(
        tuple(RawDocument(line, "text/x-parts", str(n)) for n, line in enumerate(lines, 1) if line),
        tuple(Problem("", "empty") for line in lines if not line),
    )


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("seedreader.ingest.formats.parts")
    module.read = _read  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(registry, "FORMATS", (PARTS, *registry.FORMATS))


@pytest.mark.usefixtures("parts")
def test_a_container_gives_a_source_for_each_member_and_its_problems(tmp_path: Path) -> None:
    file = tmp_path / "some.parts"
    file.write_text("PARTS\nThe mill closed.\n\nThe pier opened.\n")
    (tmp_path / "a.txt").write_text("Rain fell.")
    loaded = load([tmp_path])
    uri = file.resolve().as_uri()
    assert [(a.text, a.source, a.path) for a in loaded.articles[1:]] == [
        ("The mill closed.", SourceId(uri, "1"), str(file)),
        ("The pier opened.", SourceId(uri, "3"), str(file)),
    ]
    assert sentences(loaded.problems) == (f"{file}: is empty.",)
    assert loaded.lost


@pytest.mark.usefixtures("parts")
def test_the_bytes_tell_the_format_and_not_the_name(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("PARTS\nThe mill closed.\nThe pier opened.\n")
    assert len(load([file]).articles) == 2


def test_a_format_whose_extra_is_not_installed_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    absent = registry.InputFormat("no_such_format", (), (), lambda _: True, extra="pdf")
    monkeypatch.setattr(registry, "FORMATS", (absent,))
    with pytest.raises(IngestError, match=r"pip install 'seedreader\[pdf\]'"):
        registry.read(b"x", SOURCE)
    monkeypatch.setattr(registry, "FORMATS", (absent._replace(extra=None),))
    with pytest.raises(ImportError):
        registry.read(b"x", SOURCE)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n", "a picture"), (b"7z\xbc\xaf\x27\x1c", "7-Zip archive; unpack it"),
        (b"\x00\x00\x00\x18ftypmp42", "sound or film"), (b"RIFF\x00\x00\x00\x00WEBP", "a picture"),
        (b"\x7fELF\x02", "a program"), (b"SQLite format 3\x00", "a database"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_named(data: bytes, words: str) -> None:
    with pytest.raises(IngestError, match=words):
        registry.read(data + bytes(90), SourceId("file:///a.txt"))


def test_a_name_tells_the_format_where_the_bytes_do_not() -> None:
    assert registry.format_of(b"# A heading", "file:///a.MD").name == "markdown"
    assert registry.format_of(b"# A heading", "file:///a.md.gz").name == "markdown"
    assert registry.format_of(b"# A heading", "file:///a").name == "plain_text"
    assert registry.format_of(b"WEBVTT\n\n", "file:///a.md").name == "subtitles"

from __future__ import annotations

import pytest

from seedreader.article import SourceId
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.formats.plain_text import read

SOURCE = SourceId("file:///a.txt")


def test_the_file_is_the_article() -> None:
    (document,), problems = read(b"One.\r\nTwo.", SOURCE)
    assert (document.text, document.member, document.media_type, problems) == (
        "One.\nTwo.", None, "text/plain", (),
    )  # fmt: skip


def test_a_guessed_encoding_is_a_doubt() -> None:
    assert read("Für den Plan.".encode("latin-1"), SOURCE).problems == (
        Problem("", "encoding", "Windows-1252"),
    )


def test_white_space_is_no_article() -> None:
    with pytest.raises(IngestError, match="is empty"):
        read(b" \n", SOURCE)

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


def test_lines_on_top_tell_of_the_article_and_stay_in_the_text() -> None:
    said = (
        "Title: The mill closes\nSource: Harbour Gazette\nDate: 21. März 2025\nURL: "
        "https://g.example/mill\n\nIt closed."
    )
    (document,), _ = read(said.encode(), SOURCE)
    assert document.text == said
    assert {name: str(each.value) for name, each in document.declared.items()} == {
        "title": "The mill closes", "outlet": "Harbour Gazette", "published": "2025-03-21",
        "url": "https://g.example/mill",
    }  # fmt: skip
    assert [(document.text[s.start : s.end].count("\n"), s.kind) for s in document.structure] == [
        (3, "header")
    ]


@pytest.mark.parametrize(
    "said", ["Title: The mill closes\nIt closed.", "Ana: When?\nBo: Now.\n", "By: the way\n"]
)
def test_a_text_that_only_begins_with_a_colon_has_no_head(said: str) -> None:
    (document,), _ = read(said.encode(), SOURCE)
    assert (dict(document.declared), document.structure) == ({}, ())

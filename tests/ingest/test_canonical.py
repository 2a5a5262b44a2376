from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from seedreader.article import Mark, SourceId, Structure
from seedreader.ingest.canonical import article
from seedreader.ingest.raw_document import Declared, RawDocument

TEXT = "Date: 2025-03-21\n\nThe mill in Tarn closed on Monday, the council said. Forty people lost work.\n"
NAME = Declared("mill", "file name")


def test_what_is_declared_beats_what_the_text_shows() -> None:
    declared = {"published": Declared(date(2025, 4, 2), "json-ld"), "author": Declared("Ana Ruiz", "json-ld")}
    found = article(RawDocument(TEXT, "text/html", declared=declared), NAME)
    assert (found.published, found.author, found.name) == (date(2025, 4, 2), "Ana Ruiz", "mill")
    assert found.provenance.published == found.provenance.author == "json-ld"
    assert found.provenance.name == "file name"


def test_what_nothing_declares_is_guessed_and_said_to_be() -> None:
    found = article(RawDocument(TEXT, "text/plain"), NAME)
    assert (found.published, found.provenance.published) == (date(2025, 3, 21), "text")
    assert (found.author, found.provenance.author) == (None, None)
    assert (found.source, found.media_type) == (None, "text/plain")


def test_a_declared_name_beats_the_one_of_the_file() -> None:
    found = article(
        RawDocument(TEXT, "text/plain", declared={"name": Declared("Message 7", "subject")}), NAME
    )
    assert (found.name, found.provenance.name) == ("Message 7", "subject")


def test_members_of_one_file_are_sources_of_their_own_with_what_the_format_says() -> None:
    heading, cut = Structure(0, 4, "heading"), Mark("cut", "1,200 of 4,000 characters")
    one, two = (
        article(
            RawDocument(TEXT, "message/rfc822", member, structure=(heading,), marks=(cut,)),
            NAME,
            "export.mbox",
            "file:///export.mbox",
        )
        for member in ("1", "2")
    )
    assert (one.source, two.source) == (
        SourceId("file:///export.mbox", "1"),
        SourceId("file:///export.mbox", "2"),
    )
    assert one.path == two.path == "export.mbox"
    assert (one.structure, one.marks) == ((heading,), (cut,))
    with pytest.raises(FrozenInstanceError):
        one.text = ""  # type: ignore[misc]

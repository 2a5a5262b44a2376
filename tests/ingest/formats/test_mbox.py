from __future__ import annotations

import pytest

from seedreader.article import SourceId
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError
from seedreader.ingest.raw_document import Documents
from tests.ingest.formats.messages import message

FIRST = b"From a@x.example Fri May  2 10:00:00 2025\n"


def _read(data: bytes) -> Documents:
    assert registry.format_of(data).name == "mbox"
    return registry.read(data, SourceId("file:///m.mbox"))


def test_each_message_is_an_article_and_keeps_its_member() -> None:
    mill = FIRST + message(None, "The mill closed.", Message_ID="<1@x>") + b"\n"
    pier = FIRST + message(None, "The pier opened.", Subject="Pier opens", Message_ID="<2@x>") + b"\n"
    one, two = _read(mill + pier).documents
    assert one.text == "Mill closes\n\nThe mill closed."
    assert two.text == "Pier opens\n\nThe pier opened."
    assert [each.member for each in _read(pier + mill).documents] == [two.member, one.member]
    assert "@" not in f"{one.member}{two.member}"


def test_a_paragraph_that_begins_with_from_ends_no_message() -> None:
    text = "From here on it rained.\n\nFrom there it did not.\n\n>From the pier, too.\n"
    (document,) = _read(FIRST + message(None, text).replace(b"\n>From the", b"\n>>From the")).documents
    assert "From here on it rained." in document.text
    assert "From there it did not." in document.text


def test_a_message_without_text_is_told_and_the_rest_is_read() -> None:
    read = _read(
        FIRST + message(None, "The mill closed.") + b"\n" + FIRST + message(None, " ", Subject="") + b"\n"
    )
    assert len(read.documents) == 1
    assert [each.kind for each in read.problems] == ["lost"]


def test_a_mailbox_without_any_text_is_refused() -> None:
    with pytest.raises(IngestError):
        _read(FIRST + message(None, " ", Subject=""))

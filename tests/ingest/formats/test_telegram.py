from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from seedreader.article import SourceId
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError
from seedreader.ingest.raw_document import Documents

SOURCE = SourceId("file:///result.json")
LATER: dict[str, Any] = {
    "id": 2, "type": "message", "date": "2022-03-02T10:00:00", "date_unixtime": "1646215200",
    "from": "Mill News", "from_id": "channel77", "edited": "2022-03-02T10:05:00", "text": [
        "The ", {"type": "bold", "text": "mill"}, " closed: ",
        {"type": "text_link", "text": "more", "href": "https://x.example"},
    ],
}  # fmt: skip
SOONER: dict[str, Any] = {
    "id": 3, "type": "message", "date": "2022-03-01T09:00:00", "text": "First.",
    "forwarded_from": "Pier News", "from": "Mill News",
}  # fmt: skip
SERVICE = {"id": 1, "type": "service", "date": "2022-02-01T09:00:00", "action": "pin_message", "text": ""}
CHANNEL = {"name": "Mill News", "type": "public_channel", "id": 77, "messages": [SERVICE, LATER, SOONER]}
SAID = (
    "1 March 2022\n\n09:00 (forwarded from Pier News)\n\nFirst.\n\n2 March 2022\n\n10:00 (edited "
    "10:05)\n\nThe mill closed: more"
)


def read(told: object) -> Documents:
    return registry.read((told if isinstance(told, str) else json.dumps(told)).encode(), SOURCE)


def test_a_channel_is_one_article_with_its_messages_in_order() -> None:
    ((document,), problems) = read(CHANNEL)
    assert (document.text, document.member, problems) == (SAID, "77", ())
    declared = {name: each.value for name, each in document.declared.items()}
    assert declared == {
        "title": "Mill News", "name": "Mill News", "outlet": "Mill News", "published": date(2022, 3, 1),
        "updated": date(2022, 3, 2),
    }  # fmt: skip


def test_an_export_of_all_chats_gives_each_and_nothing_of_its_owner() -> None:
    told = {
        "personal_information": {"first_name": "Owner", "phone_number": "+1 555"},
        "chats": {
            "list": [CHANNEL, {**CHANNEL, "id": 78, "type": "personal_chat"}, {"id": 79, "messages": []}]
        },
    }
    found = read(told)
    assert [document.member for document in found.documents] == ["77", "78"]
    assert "Mill News, 10:00 (edited 10:05)" in found.documents[1].text
    assert "outlet" not in found.documents[1].declared
    assert not any("Owner" in document.text for document in found.documents)


def test_a_cut_export_gives_the_messages_that_are_whole() -> None:
    whole = json.dumps(CHANNEL, indent=1)
    (document,), problems = read(whole[: whole.rindex("First.")])
    assert document.text.endswith("The mill closed: more")
    assert (document.member, [problem.kind for problem in problems]) == ("77", ["truncated"])


def test_a_page_of_an_export_is_read() -> None:
    page = """<!DOCTYPE html><html><body><div class="page_wrap"><div class="page_header">
<div class="text bold">
Mill News </div></div><div class="history">
<div class="message service" id="message-1"><div class="body details">13 July 2017</div></div>
<div class="message default clearfix" id="message2"><div class="body">
<div class="pull_right date details" title="13.07.2017 20:21:54 UTC+03:30">20:21</div>
<div class="from_name">Ana </div><div class="text">The mill<br>closed.</div></div></div>
<div class="message default clearfix joined" id="message3"><div class="body">
<div class="pull_right date details" title="13.07.2017 20:22:54">20:22</div><div class="forwarded body">
<div class="from_name">Bo <span class="details">12.07.2017</span></div><div class="text">More.</div></div>
</div></div>
</div></div></body></html>"""
    (document,), _ = read(page)
    assert document.text == (
        "13 July 2017\n\nAna, 20:21\n\nThe mill\nclosed.\n\nAna, 20:22 (forwarded from Bo)\n\nMore."
    )
    assert document.declared["title"].value == "Mill News"


def test_an_export_in_which_nobody_speaks_is_refused() -> None:
    with pytest.raises(IngestError, match="no article"):
        read({**CHANNEL, "messages": [SERVICE]})

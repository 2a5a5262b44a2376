# ruff: noqa: E501 (markup and messages as they come)
from __future__ import annotations

import textwrap
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.article import SourceId
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError
from seedreader.ingest.raw_document import Documents, RawDocument
from tests.ingest.formats.messages import message

SOURCE = SourceId("file:///m.eml")
MILL = "The mill on Dock Road closed on Friday after a century, and forty people lost their work that day. "


def _read(data: bytes) -> Documents:
    assert registry.format_of(data).name == "eml"
    return registry.read(data, SOURCE)


def _one(data: bytes) -> RawDocument:
    (document,) = _read(data).documents
    return document


def _ranges(document: RawDocument, kind: str) -> list[str]:
    return [document.text[each.start : each.end] for each in document.structure if each.kind == kind]


def _told(document: RawDocument) -> dict[str, object]:
    return {name: each.value for name, each in document.declared.items()}


def test_a_message_has_its_subject_as_title_and_its_day_as_it_was_there() -> None:
    document = _one(message(f"<p>{MILL}</p>", MILL))
    assert document.text == f"Mill closes\n\n{MILL.strip()}"
    assert _told(document) == {
        "title": "Mill closes",
        "published": date(2025, 5, 2),
        "outlet": "Harbour Gazette",
    }
    assert document.media_type == "message/rfc822"
    assert document.member is None


def test_html_and_text_of_one_message_are_not_read_twice() -> None:
    assert _one(message(f"<p>{MILL}</p>", MILL)).text.count("Dock Road") == 1


def test_a_title_that_the_text_begins_with_is_not_set_before_it() -> None:
    assert _one(message(f"<h1>Mill closes</h1><p>{MILL}</p>")).text.count("Mill closes") == 1


def test_a_preheader_is_hidden_and_its_padding_is_gone() -> None:
    padding = "&zwnj;&nbsp;" * 40
    document = _one(
        message(
            f'<div style="max-height:0;overflow:hidden">A look ahead{padding}</div><p>{MILL}</p><img width=1 height=1 src="https://t.example/p.gif">'
        )
    )
    assert _ranges(document, "hidden") == ["A look ahead"]
    assert "\u200c" not in document.text
    assert "t.example" not in document.text


def test_who_got_it_is_in_neither_text_nor_values() -> None:
    document = _one(
        message(
            f"<p>Dear Jane Roe,</p><p>{MILL}</p><p>Sent to jane.roe@mail.example. Unsubscribe</p>",
            List_Unsubscribe="<https://x.example>",
        )
    )
    everything = document.text + str(document.declared) + str(document.member)
    assert "Roe" not in everything
    assert "jane.roe" not in everything
    assert "Dock Road" in document.text


def test_a_private_sender_is_no_outlet() -> None:
    document = _one(
        message(None, f"{MILL}\n\n-- \nJohn Doe\n+1 555 0100\n", From="John Doe <jd@mail.example>")
    )
    assert "outlet" not in document.declared
    assert "author" not in document.declared
    assert "Doe" not in document.text + str(document.declared)
    assert "555" not in document.text


def test_a_forwarded_message_tells_its_own_day_and_subject_and_no_address() -> None:
    text = (
        "Have a look.\n\n---------- Forwarded message ---------\nFrom: Harbour News <desk@harbour.example>\n"
        "Date: Thu, 1 May 2025 at 09:00\nSubject: Pier opens\nTo: <john@mail.example>\n\nThe pier opened.\n"
    )
    document = _one(message(None, text, From="John Doe <jd@mail.example>", Subject="Fwd: Pier opens"))
    assert _told(document) == {"title": "Pier opens", "published": date(2025, 5, 1), "outlet": "Harbour News"}
    assert document.text == "Pier opens\n\nHave a look.\n\nThe pier opened."
    assert _ranges(document, "comment") == ["Have a look.\n\n"]


def test_a_forwarded_message_as_an_attachment_is_an_article() -> None:
    inner = message(None, "The pier opened.", Subject="Pier opens", Message_ID="<2@x>")
    outer = (
        b"From: a@mail.example\r\nTo: b@mail.example\r\nSubject: see\r\nDate: Fri, 2 May 2025 10:00:00 +0000\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n'
        b"Look.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n" + inner + b"\r\n--b--\r\n"
    )
    first, second = _read(outer).documents
    assert first.text == "see\n\nLook."
    assert second.text == "Pier opens\n\nThe pier opened."
    assert second.member


def test_a_quoted_reply_is_a_quotation() -> None:
    document = _one(
        message(None, "It did.\n\nOn Fri, 2 May 2025, John Doe wrote:\n> Did the mill\n> close?\n")
    )
    assert _ranges(document, "quotation") == ["Did the mill\nclose?"]
    assert "Doe" not in document.text


@pytest.mark.parametrize(("deletes", "joined"), [("no", "closed on Friday"), ("yes", "closed onFriday")])
def test_flowed_lines_are_put_together_again(deletes: str, joined: str) -> None:
    head = f"From: a@x.example\nTo: b@x.example\nSubject: Mill\nContent-Type: text/plain; format=flowed; delsp={deletes}\n\n"
    assert joined in _one(f"{head}The mill closed on \nFriday.\n\n From here.\n".encode()).text


def test_wrapped_lines_are_put_together_again() -> None:
    document = _one(message(None, textwrap.fill(MILL * 8, 72)))
    assert "\n" not in document.text.split("\n\n", 1)[1]


@pytest.mark.parametrize("charset", ["x-unknown", "", "us-ascii", "iso-8859-1"])
def test_characters_are_right_whatever_is_declared(charset: str) -> None:
    head = (
        f"From: a@x.example\nTo: b@x.example\nSubject: Mill\nContent-Type: text/plain; charset={charset}\n\n"
    )
    assert "Mühle – zu" in _one(head.encode() + "Die Mühle – zu.\n".encode()).text
    assert "Mühle zu" in _one(head.encode() + "Die Mühle zu.\n".encode("latin-1")).text


def test_encoded_headers_are_read() -> None:
    data = b"From: =?utf-8?q?Hafen=C3=A4mter?= <news@x.example>\nTo: b@x.example\nSubject: =?iso-8859-1?Q?M=FChle?= =?x-none?B?enU=?=\n\nText here.\n"
    assert _told(_one(data))["title"] == "Mühlezu"


@pytest.mark.parametrize("boundary", ["", '; boundary="other"'])
def test_a_multipart_without_its_boundary_is_read(boundary: str) -> None:
    data = (
        f"From: a@x.example\nTo: b@x.example\nSubject: Mill\nContent-Type: multipart/alternative{boundary}\n\n"
        "--=_real_one\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>The m=C3=BChle closed.</p>\n--=_real_one--\n"
    )
    text = _one(data.encode()).text
    assert "The mühle closed." in text
    assert "=_real_one" not in text


def test_quoted_printable_that_is_not_declared_is_decoded() -> None:
    body = (
        '<p class=3D"a">The mill =\nclosed.</p><p class=3D"b">=20</p><p id=3D"c">=C3=BC</p><p id=3D"d">x</p>'
    )
    text = _one(
        message(None, "x").split(b"Content-Type")[0] + b"Content-Type: text/html\n\n" + body.encode()
    ).text
    assert "The mill closed." in text
    assert "3D" not in text


STORY = (
    '<h2><a href="https://gazette.example/{n}?reader=77">Story number {n}</a></h2><p>'
    + MILL * 3
    + '</p><p><a href="https://t.example/x">Read more</a></p>'
)


def test_stories_of_a_newsletter_are_told_apart() -> None:
    html = "<p>Good morning.</p>" + "".join(STORY.format(n=n) for n in range(1, 5)) + "<p>Unsubscribe</p>"
    documents = _read(message(html, List_Id="Gazette <g.example>")).documents
    assert [_told(each)["title"] for each in documents] == [f"Story number {n}" for n in range(1, 5)]
    assert [_told(each)["url"] for each in documents] == [f"https://gazette.example/{n}" for n in range(1, 5)]
    assert [each.member for each in documents] == ["1", "2", "3", "4"]
    assert all(mark.kind == "excerpt" for each in documents for mark in each.marks)
    assert all(each.marks for each in documents)
    assert "Unsubscribe" not in documents[-1].text


def test_an_article_with_headings_is_one_story() -> None:
    html = "".join(f"<h2>Part {n} of it</h2><p>{MILL * 3}</p>" for n in range(5))
    assert len(_read(message(html)).documents) == 1


def test_attachments_that_could_be_articles_are_told() -> None:
    read = _read(message(None, MILL, files={"report.pdf": b"%PDF-1.4", "photo.png": b"\x89PNG"}))
    assert [(each.kind, each.detail) for each in read.problems] == [("attached", "report.pdf")]


def test_a_message_without_text_is_refused() -> None:
    with pytest.raises(IngestError):
        _read(message(None, " ", Subject=""))


@pytest.mark.parametrize(
    "data",
    [
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.example/\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n",
        b"The mill closed.\n\nFrom: here on, it is empty.\n",
        b"Subject: one line alone\n\nText.\n",
    ],
)
def test_what_is_no_message_is_left_to_others(data: bytes) -> None:
    assert registry.sniffed(data) is None or registry.sniffed(data).name != "eml"  # type: ignore[union-attr]


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_damaged_message_is_read_or_refused_in_words(data: st.DataObject) -> None:
    from seedreader.ingest.formats import eml

    whole = message(f"<p>{MILL}</p>", MILL, files={"a.html": b"<p>x</p>"})
    at = data.draw(st.integers(0, len(whole)))
    broken = whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 30)) :]
    try:
        for each in eml.read(broken, SOURCE).documents:
            assert all(0 <= s.start < s.end <= len(each.text) for s in each.structure)
    except IngestError:
        pass

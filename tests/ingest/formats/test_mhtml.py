# ruff: noqa: E501  # markup reads best unbroken
from __future__ import annotations

import base64
import quopri
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.article import SourceId
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError
from seedreader.ingest.formats import mhtml

SOURCE = SourceId("file:///page.mhtml")
PAGE = "<html><head><title>Fähre spät</title></head><body><h1>Fähre spät</h1><p>Die Fähre kam am Montag wieder zu spät.</p></body></html>"
FRAME = "<html><body><p>An advertisement in a frame that nobody wants to read.</p></body></html>"


def part(markup: str, location: str, encoding: str = "quoted-printable", kind: str = "text/html") -> bytes:
    data = markup.encode()
    body = quopri.encodestring(data) if encoding == "quoted-printable" else base64.encodebytes(data)
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: {location}\r\n\r\n"
    return head.encode() + body.replace(b"\n", b"\r\n")


def message(*parts: bytes, head: str = "", end: str = "--") -> bytes:
    mark = "----MultipartBoundary--abc123----"
    top = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://zeitung.example/a\r\n"
        "Subject: =?utf-8?Q?F=C3=A4hre_sp=C3=A4t?=\r\nDate: Mon, 24 Mar 2025 09:11:12 -0000\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="{mark}"\r\n'
    )
    inner = b"".join(f"--{mark}\r\n".encode() + each + b"\r\n" for each in parts)
    return (head or top).encode() + b"\r\n" + inner + f"--{mark}{end}\r\n".encode()


def test_the_page_is_the_part_that_the_message_is_of() -> None:
    data = message(part(FRAME, "https://ads.example/"), part(PAGE, "https://zeitung.example/a"))
    [found] = mhtml.read(data, SOURCE).documents
    assert found.text == "Fähre spät\n\nDie Fähre kam am Montag wieder zu spät."
    assert found.declared["url"].value == "https://zeitung.example/a"
    assert found.declared["title"].value == "Fähre spät"
    assert found.retrieved == datetime(2025, 3, 24, 9, 11, 12)
    assert "published" not in found.declared


def test_without_an_address_the_first_page_is_it() -> None:
    head = 'From: <Saved by Microsoft Internet Explorer 5>\r\nContent-Type: multipart/related; boundary="--MultipartBoundary--abc123----"\r\n'
    data = message(part(PAGE, "file:///a", "base64"), part(FRAME, "cid:1"), head=head.replace('"--', '"----'))
    [found] = mhtml.read(data, SOURCE).documents
    assert found.text.startswith("Fähre spät")


@pytest.mark.parametrize(
    "head",
    [
        "X: 1\r\n",
        "From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\nboundary=x\r\n",
    ],
)
def test_a_broken_header_costs_no_page(head: str) -> None:
    [found] = mhtml.read(message(part(PAGE, "https://zeitung.example/a"), head=head), SOURCE).documents
    assert found.text.startswith("Fähre spät")


def test_a_message_that_is_cut_is_read_and_told() -> None:
    data = message(part(PAGE, "https://zeitung.example/a"), part(FRAME, "x"))
    found = mhtml.read(data[: data.index(b"An adv")], SOURCE)
    assert found.documents[0].text.startswith("Fähre spät")
    assert [each.kind for each in found.problems] == ["truncated"]


def test_the_subject_is_the_title_of_a_page_that_has_none() -> None:
    [found] = mhtml.read(message(part("<p>Text", "https://zeitung.example/a")), SOURCE).documents
    assert found.declared["title"].value == "Fähre spät"
    assert found.declared["title"].told_by == "subject"


def test_a_message_without_a_page_is_refused() -> None:
    with pytest.raises(IngestError):
        mhtml.read(message(part("x", "a", kind="text/css")), SOURCE)


def test_a_message_is_known_by_its_bytes() -> None:
    assert registry.format_of(message(part(PAGE, "a")), "x").name == "mhtml"
    assert registry.format_of(b"Subject: hello\r\nFrom: a@b.example\r\n\r\nHello", "x.txt").name != "mhtml"


@given(st.binary(max_size=80), st.integers(0, 900), st.integers(0, 200))
def test_damaged_messages_are_read_or_refused_in_words(noise: bytes, at: int, gone: int) -> None:
    whole = message(part(PAGE, "https://zeitung.example/a"), part(FRAME, "x", "base64"))
    try:
        found = mhtml.read(whole[:at] + noise + whole[at + gone :], SOURCE)
    except IngestError:
        return
    assert found.documents[0].text

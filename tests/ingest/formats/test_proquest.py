# ruff: noqa: E501 (markup and messages as they come)
from __future__ import annotations

from datetime import date

import pytest

from seedreader.article import SourceId
from seedreader.ingest import exports, registry
from seedreader.ingest.raw_document import Documents, RawDocument
from tests.ingest.formats.messages import message

OLD = """<div><a name="{prefix}DocID_MSTAR_{number}"></a><p></p><p style="font-weight:bold">Mill closes; 40 jobs go</p>
<p><strong>Author:  </strong>Doe, Jane</p><p><strong>Publication info:  </strong>Harbour Gazette ; Harlow, Pa. [Harlow]08 May 2010: AA.2.</p>
<p><a href="https://search.example/docview/{number}?accountid=77">ProQuest document link</a></p><p><strong>Abstract:  </strong><body></p><p>It closed.</p>
<div><strong>Links: </strong><a href="x">eLinks</a></div><p><strong>Full text: </strong>{text}</p>
<p><strong>Subject: </strong>Mills</p><p><strong>Publication title: </strong>Harbour Gazette; Harlow, Pa.</p><p><strong>Publication date: </strong>May 8, 2010</p>
<p><strong>Language of publication: </strong>English</p><p><strong>ProQuest document ID: </strong>{number}</p>
<p><strong>Document URL: </strong><a href="x">https://search.example/docview/{number}?accountid=77</a></p><p><strong>Database: </strong>Dailies</p></div>"""

TEXT = '<Text WordCount="9">html&gt;<head><meta name="x" content="y"><title></title></head><body><p>It closed on Friday.</p><p>Subject to review: all.</p></body></html></Text>'

NEW = """<table><tr><td><a name="DocID_MSTAR_{number}"></a><h2>Mill closes; 40 jobs go</h2>
<div>Doe, Jane. <i>Harbour Gazette</i>; Harlow, Pa. [Harlow]. 08 May 2010: A.2.</div><a href="x">ProQuest document link</a>
<h3>ABSTRACT</h3><p>It closed.</p><h3>FULL TEXT</h3><div><p>It closed on Friday.</p><p>Subject to review: all.</p></div>
<h3>DETAILS</h3><table><tr><td>Subject:</td><td>Mills</td></tr><tr><td>Publication title:</td><td>Harbour Gazette; Harlow, Pa.</td></tr>
<tr><td>Publication date</td><td>May 8, 2010</td></tr><tr><td>Language of publication:</td><td>English</td></tr>
<tr><td>Document URL:</td><td>https://search.example/docview/{number}?accountid=77</td></tr><tr><td>Database:</td><td>Dailies</td></tr></table></td></tr></table>"""

LETTER = "<p>John Smith sent you the following:</p><p>Email 4 of 5</p>"
FOOTER = "<p>Contact us at: http://www.proquest.com/go/contact</p><p>Copyright © 2023 ProQuest LLC. All rights reserved.</p>"

EXPECTED = {
    "title": "Mill closes; 40 jobs go",
    "author": "Doe, Jane",
    "outlet": "Harbour Gazette",
    "published": date(2010, 5, 8),
    "language": "en",
    "url": "https://search.example/docview/12",
}


def _told(document: RawDocument) -> dict[str, object]:
    return {name: each.value for name, each in document.declared.items()}


def _page(*articles: str) -> str:
    return f"<html><head><title>ProQuest Export</title></head><body>{LETTER}{''.join(articles)}{FOOTER}</body></html>"


def _check(found: Documents, numbers: list[str]) -> None:
    assert [each.member for each in found.documents] == numbers
    assert _told(found.documents[0]) == EXPECTED
    for each in found.documents:
        assert each.text == "Mill closes; 40 jobs go\n\nIt closed on Friday.\n\nSubject to review: all."


@pytest.mark.parametrize("layout", [OLD, NEW])
def test_a_page_of_articles(layout: str) -> None:
    page = _page(*(layout.format(number=n, text=TEXT, prefix="") for n in (12, 13))).encode()
    assert registry.format_of(page).name == "proquest"
    _check(registry.read(page, SourceId("file:///p.html")), ["12", "13"])


@pytest.mark.parametrize("layout", [OLD, NEW])
@pytest.mark.parametrize("text", [None, "Mill closes. It closed on Friday."])
def test_one_message_holds_many_articles_and_nothing_of_who_sent_it(layout: str, text: str | None) -> None:
    page = _page(*(layout.format(number=n, text=TEXT, prefix="x_") for n in (12, 13)))
    data = message(page, text, From="John Smith <js@mail.example>", Subject="FW: Your ProQuest Research")
    found = registry.read(data, SourceId("file:///p.eml"))
    _check(found, ["12", "13"])
    assert "Smith" not in str(found)
    assert "accountid" not in str(found)


def test_articles_without_anchors_end_with_the_database() -> None:
    page = _page(
        *(OLD.format(number=n, text=TEXT, prefix="").replace("<a name", "<a title") for n in (12, 13))
    )
    found = registry.read(page.encode(), SourceId("file:///p.html"))
    assert [each.member for each in found.documents] == ["12", "13"]


def test_an_article_without_its_text_is_an_excerpt() -> None:
    page = _page(OLD.format(number=12, text="Not available.", prefix=""))
    (document,) = registry.read(page.encode(), SourceId("file:///p.html")).documents
    assert document.text == "Mill closes; 40 jobs go\n\nIt closed."
    assert [mark.kind for mark in document.marks] == ["excerpt"]


PLAIN = """____________________________________________________________
Report Information from ProQuest
December 05 2013 14:16
____________________________________________________________
Document {n} of 2

Mill closes; 40 jobs go

Author: Doe, Jane

Full text: It closed on Friday.

Subject to review: all.

Subject: Mills

Title: Mill closes; 40 jobs go

Publication title: Harbour Gazette

Publication date: May 8, 2010

Language of publication: English

ProQuest document ID: {number}

Document URL: https://search.example/docview/{number}?accountid=77

Database: Dailies
"""


def test_a_text_of_articles() -> None:
    text = (
        PLAIN.format(n=1, number=12)
        + PLAIN.format(n=2, number=13)
        + "____________\nContact us at: http://www.proquest.com/go/x\n"
    )
    found = exports.of_text(text, "text/plain")
    assert found
    _check(found, ["12", "13"])


@pytest.mark.parametrize(
    ("full", "author", "outlet", "day", "written"),
    [
        ("Texto completo", "Autor", "Título de publicación", "Fecha de publicación", "8 de mayo de 2010"),
        ("Volltext", "Autor", "Titel der Publikation", "Publikationsdatum", "8. Mai 2010"),
        ("Texte intégral", "Auteur", "Titre de la publication", "Date de publication", "8 mai 2010"),
    ],
)
def test_labels_of_other_languages(full: str, author: str, outlet: str, day: str, written: str) -> None:
    page = f'<a name="DocID_12"></a><p><b>Mill closes</b></p><p><strong>{author}: </strong>Doe, Jane</p><p><strong>{full}: </strong></p><p>It closed.</p><p><strong>{outlet}: </strong>Gazette</p><p><strong>{day}: </strong>{written}</p>'
    (document,) = registry.read(page.encode(), SourceId("file:///p.html")).documents
    assert document.text == "Mill closes\n\nIt closed."
    assert _told(document) == {
        "title": "Mill closes",
        "author": "Doe, Jane",
        "outlet": "Gazette",
        "published": date(2010, 5, 8),
    }

# ruff: noqa: E501 (markup and messages as they come)
from __future__ import annotations

from datetime import date

import pytest

from seedreader.article import SourceId
from seedreader.ingest import exports, registry
from seedreader.ingest.errors import IngestError
from seedreader.ingest.raw_document import Documents, RawDocument
from seedreader.ingest.text_builder import Block

SOURCE = SourceId("file:///p.html")


def _told(document: RawDocument) -> dict[str, object]:
    return {name: each.value for name, each in document.declared.items()}


def _read(data: bytes, name: str) -> Documents:
    assert registry.format_of(data).name == name
    return registry.read(data, SOURCE)


def _text(text: str) -> Documents:
    found = exports.of_text(text, "text/plain")
    assert found
    return found


# GoPress (Mediargus)

LIST = """?1. Molen dicht

De Havengazet, 12 maart 2009, p. 23, 853w.

De molen is vrijdag gesloten...


2. Regen in de haven

De Dag, 13 mrt. 2009, p. 2, 53w.

Het regende...





"""
MOLEN = "Molen dicht\n\nBinnenland\n\nDe molen is vrijdag gesloten. Hij stond er een eeuw.\n"
REGEN = "Regen in de haven\n\nHet regende gisteren.\n"


def test_the_texts_behind_a_list_have_the_papers_of_the_list() -> None:
    first, second = _text(LIST + MOLEN + "\n" * 5 + REGEN).documents
    assert _told(first) == {"title": "Molen dicht", "outlet": "De Havengazet", "published": date(2009, 3, 12)}
    assert first.text == "Molen dicht\n\nBinnenland\n\nDe molen is vrijdag gesloten. Hij stond er een eeuw."
    assert _told(second) == {"title": "Regen in de haven", "outlet": "De Dag", "published": date(2009, 3, 13)}


def test_texts_are_told_by_their_headlines_whatever_their_order() -> None:
    first, second = _text(LIST + REGEN + "\n" * 5 + MOLEN).documents
    assert "een eeuw" in first.text
    assert "gisteren" in second.text


def test_a_text_that_is_missing_is_told_and_its_teaser_is_an_excerpt() -> None:
    found = _text(LIST + REGEN)
    assert "teaser" in found.problems[0].detail
    first, second = found.documents
    assert [mark.kind for mark in first.marks] == ["excerpt"]
    assert second.marks == ()


# APA

APA = """"Der Hafen" Nr. 12 vom 12.03.2013 Seite: 14
Ressort: Chronik

Mühle geschlossen

Von Robert Müller

Die Mühle wurde am Freitag geschlossen.


___________________________________________________________________
"Tag.at" gefunden am 28.12.2017 10:36 Uhr

Regen

Es regnete.
"""


def test_articles_between_rules() -> None:
    first, second = _text(APA).documents
    assert _told(first) == {
        "title": "Mühle geschlossen",
        "outlet": "Der Hafen",
        "author": "Robert Müller",
        "published": date(2013, 3, 12),
        "language": "de",
    }
    assert first.text == "Mühle geschlossen\n\nVon Robert Müller\n\nDie Mühle wurde am Freitag geschlossen."
    assert second.text == "Regen\n\nEs regnete."
    assert _told(second)["outlet"] == "Tag.at"


def test_bold_type_tells_the_headline_from_the_line_above_it() -> None:
    blocks = [
        Block('"Tag.at" gefunden am 28.12.2017 10:36 Uhr'),
        Block("Leute"),
        Block("Mühle zu", names=("b",)),
        Block("Sie ist zu."),
    ]
    found = exports.of_blocks(blocks, "application/rtf")
    assert found
    assert found.documents[0].text == "Leute\n\nMühle zu\n\nSie ist zu."
    assert _told(found.documents[0])["title"] == "Mühle zu"


def test_a_sentence_with_a_day_begins_no_article() -> None:
    assert exports.of_text("Urteil vom 12.03.2013\n\nEs blieb dabei.\n", "text/plain") is None


DEFACTO = """<html><body><div class="eintrag"><h3> Mühle zu </h3><pre>"Der Hafen" Nr. 12 vom 12.03.2013   Seite: 14
Ressort: Chronik</pre><p>Die Mühle ist zu.</p><p>Seit Freitag.</p></div>
<div class="eintrag"><h3>Regen</h3><pre>"Tag" vom 13.03.2013</pre><p>Es regnete.</p></div></body></html>"""


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_entries_of_defacto(encoding: str) -> None:
    first, second = _read(DEFACTO.encode(encoding), "defacto").documents
    assert first.text == "Mühle zu\n\nDie Mühle ist zu.\n\nSeit Freitag."
    assert _told(first) == {
        "title": "Mühle zu",
        "outlet": "Der Hafen",
        "published": date(2013, 3, 12),
        "language": "de",
    }
    assert second.text == "Regen\n\nEs regnete."


# Integrum

INTEGRUM = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body><p>1. Мельница закрыта</p><p>2. Дождь</p>
<div><table><tr><td>^ИС:<br>Портовая газета<br>^ДТ:<br>12.03.1994<br>^ЗГ:<br>Мельница закрыта<br>^АВ:<br>Иван Иванов</td></tr></table><pre>
   Мельница закрыта в
пятницу.
   Конец.</pre></div>
<div><table><tr><td>^ИС:
День
^ДТ:
13.03.1994
^ЗГ:
Дождь</td></tr></table><pre>  Шёл дождь.</pre></div></body></html>"""


def test_fields_and_wrapped_lines_of_integrum() -> None:
    first, second = _read(INTEGRUM.encode("cp1251"), "integrum").documents
    assert first.text == "Мельница закрыта\n\nМельница закрыта в пятницу.\n\nКонец."
    assert _told(first) == {
        "title": "Мельница закрыта",
        "outlet": "Портовая газета",
        "author": "Иван Иванов",
        "published": date(1994, 3, 12),
        "language": "ru",
    }
    assert _told(second) == {
        "title": "Дождь",
        "outlet": "День",
        "published": date(1994, 3, 13),
        "language": "ru",
    }


# Dutch press reviews

REVIEW = """<html><body><h1>Knipselkrant - 3 maart 2014</h1><ul><li><a href="#1">Molen dicht</a></li><li><a href="#2">Regen</a></li></ul><hr>
<a name="1"></a><h2>Molen dicht</h2><p><i>De Havengazet 2-3-2014</i></p><p>De molen is dicht.</p><p>Meer niet.</p><p><a href="#">terug naar boven</a></p><hr/>
<h2><span>Regen</span></h2><i>De Dag, p. 4</i><p>Het regende.</p><p>Nog eens.</p><hr><h2>Zon</h2><i>De Dag 3 maart 2014</i><p>De zon scheen.</p></body></html>"""

NAMED = """<html><head><title>Werkmap</title></head><body><div id="articleTable"><div><span id="sourceTitle">De Dag</span><span id="articleDate">3 maart 2013</span>
<span id="articleTitle">Molen</span><span id="articlePage">pagina 3</span><div id="articleIntro">De molen ...</div></div>
<div><span id="sourceTitle">De Krant</span><span id="articleDate">4 maart 2013</span><span id="articleTitle">Regen</span><div id="articleIntro">Het regende.<br><br>Nog.</div></div></div></body></html>"""


def test_articles_of_a_review_behind_its_index() -> None:
    first, second, third = _read(REVIEW.encode(), "knipselkrant").documents
    assert first.text == "Molen dicht\n\nDe molen is dicht.\n\nMeer niet."
    assert _told(first) == {
        "title": "Molen dicht",
        "outlet": "De Havengazet",
        "published": date(2014, 3, 2),
        "language": "nl",
    }
    assert _told(second) == {
        "title": "Regen",
        "outlet": "De Dag",
        "published": date(2014, 3, 3),
        "language": "nl",
    }
    assert _told(third)["published"] == date(2014, 3, 3)


def test_a_review_that_names_its_parts() -> None:
    first, second = _read(NAMED.encode(), "knipselkrant").documents
    assert [mark.kind for mark in first.marks] == ["excerpt"]
    assert second.text == "Regen\n\nHet regende.\n\nNog."
    assert _told(second)["outlet"] == "De Krant"


def test_a_page_with_rules_is_no_review() -> None:
    page = b"<html><body><h1>Rules</h1><hr><h2>One</h2><p>A text.</p><hr><h2>Two</h2><p>A text.</p></body></html>"
    found = registry.sniffed(page)
    assert found is None or found.name != "knipselkrant"


def test_an_export_without_articles_is_refused() -> None:
    with pytest.raises(IngestError):
        _read(b'<html><body><div class="eintrag"></div> vom </body></html>', "defacto")

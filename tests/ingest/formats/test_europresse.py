# ruff: noqa: E501 (markup and messages as they come)
from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.article import SourceId
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError
from seedreader.ingest.formats import europresse
from seedreader.ingest.raw_document import Documents, RawDocument

SOURCE = SourceId("file:///e.html")
OLD = """<table><tr><td><img src="x.gif"></td></tr><tr><td>
<span class="DocPublicationName">La Gazette du Port, no. 1234</span><br><span class="DocHeader">Économie</span>, <span class="DocHeader">jeudi, 4 octobre 2012</span><span class="DocHeader">, p. 12</span><br><br>
<span class="TitreArticleVisu">Le moulin ferme</span><br>Durand, Paul<br><br>Le moulin <span class="occurrence">a fermé</span> vendredi.<br><br>La jetée est ouverte.<br><br>© 2012 La Gazette. Tous droits réservés.<br>
</td></tr><tr><td align="center">news·20121005·LG·{number}</td></tr><tr><td>Ce certificat est émis à Une Université à des fins de visualisation personnelle et temporaire.</td></tr></table>"""

NEW = """<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">La Gazette du Port (site web)</span></div>
<div><span class="DocHeader">Économie, jeudi 4 octobre 2012, p. 16</span></div><div><p>MEDIAS</p></div>
<div class="titreArticle"><p class="sm-margin-bottomNews">Enquête</p><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">Le <mark>moulin</mark> ferme</p></div><div>Durand, Paul</div></header>
<section><div class="DocText clearfix"><div class="docOcurrContainer"><p>Le moulin a fermé vendredi.</p><p>La jetée est ouverte.</p></div></div> </div> </div></section>
<aside>Note(s) : La Gazette</aside><footer><small>© 2012 La Gazette. Tous droits réservés.</small><p>Numéro de document : news·20121005·LG·{number}</p>
<p>Ce certificat est émis à University of X à des fins de visualisation personnelle et temporaire.</p></footer></article>"""


def _page(layout: str) -> bytes:
    articles = "".join(layout.format(number=n) for n in ("0042", "0043"))
    return f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"></head><body>{articles}</body></html>'.encode()


def _read(data: bytes) -> Documents:
    assert registry.format_of(data).name == "europresse"
    return registry.read(data, SOURCE)


def _told(document: RawDocument) -> dict[str, object]:
    return {name: each.value for name, each in document.declared.items()}


@pytest.mark.parametrize("layout", [OLD, NEW])
def test_both_layouts(layout: str) -> None:
    found = _read(_page(layout))
    assert [each.member for each in found.documents] == ["news·20121005·LG·0042", "news·20121005·LG·0043"]
    for each in found.documents:
        assert _told(each) == {
            "title": "Le moulin ferme",
            "outlet": "La Gazette du Port",
            "author": "Durand, Paul",
            "published": date(2012, 10, 4),
        }
        assert (
            "Le moulin ferme\n\nDurand, Paul\n\nLe moulin a fermé vendredi.\n\nLa jetée est ouverte."
            in each.text
        )
    assert "Universit" not in str(found)
    assert "Note(s)" not in str(found)
    assert found.problems == ()


def test_the_day_of_the_number_where_none_is_printed() -> None:
    page = _page(NEW).decode().replace("jeudi 4 octobre 2012, ", "")
    assert _told(_read(page.encode()).documents[0])["published"] == date(2012, 10, 5)


def test_a_line_above_the_headline_stays_above_it() -> None:
    document = _read(_page(NEW)).documents[0]
    assert document.text.startswith("Enquête\n\nLe moulin ferme")
    assert document.structure[0].kind == "header"


def test_rights_are_told_from_the_text() -> None:
    document = _read(_page(OLD)).documents[0]
    footers = [document.text[each.start : each.end] for each in document.structure if each.kind == "footer"]
    assert footers == ["© 2012 La Gazette. Tous droits réservés."]


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_a_damaged_export_is_read_or_refused_in_words(data: st.DataObject) -> None:
    whole = _page(data.draw(st.sampled_from([OLD, NEW])))
    at = data.draw(st.integers(0, len(whole)))
    broken = whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 300)) :]
    try:
        for each in europresse.read(broken, SOURCE).documents:
            assert all(0 <= s.start < s.end <= len(each.text) for s in each.structure)
    except IngestError:
        pass

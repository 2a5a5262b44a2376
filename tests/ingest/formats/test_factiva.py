# ruff: noqa: E501 (markup and messages as they come)
from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.article import SourceId
from seedreader.ingest import exports, registry
from seedreader.ingest.errors import IngestError
from seedreader.ingest.formats import factiva
from seedreader.ingest.raw_document import Documents, RawDocument

SOURCE = SourceId("file:///f.html")
ONE, TWO = "HBGZ000020060602e26200001", "HBGZ000020060603e26300002"

FULL = """<div class="article {lang}Article"><p>
<div>Local</div><div id="hd"><b class='{lang}Headline'>{title}  </b></div><div class="author">{by}</div>
<div>{count}</div><div>{day}</div><div>Harbour Gazette</div><div>HBGZ</div><div>14</div><div>{language}</div>
<div>(c) 2006 Harbour Gazette.  www.gazette.example[http://www.gazette.example]</div></p>
<p class="articleParagraph {lang}articleParagraph">{text} See dock.example[http://dock.example].</p>
<p class="articlePre {lang}articlePre">The end of it.</p>
<p>Harbour Press Ltd</p><p>{word} {number}</p></div><br/>"""

CODED = """<div class="article enArticle"><table><tr><td class="index"><b>HD</b>&nbsp;</td><td><b class='enHeadline'>Mill closes</b></td></tr>
<tr><td class="index"><b>BY</b>&nbsp;</td><td>By Jane Doe</td></tr><tr><td class="index"><b>WC</b>&nbsp;</td><td>358 words</td></tr>
<tr><td class="index"><b>PD</b>&nbsp;</td><td>2 June 2006</td></tr><tr><td class="index"><b>ET</b>&nbsp;</td><td>15:32</td></tr>
<tr><td class="index"><b>SN</b>&nbsp;</td><td>Harbour Gazette</td></tr><tr><td class="index"><b>LA</b>&nbsp;</td><td>English</td></tr>
<tr><td class="index"><p><b>LP</b>&nbsp;</p></td><td><p class="articleParagraph">It closed.</p></td></tr>
<tr><td class="index"><p><b>TD</b>&nbsp;</p></td><td><p class="articleParagraph">It was old.</p></td></tr>
<tr><td class="index"><b>NS</b>&nbsp;</td><td>gcat : Political</td></tr><tr><td class="index"><b>AN</b>&nbsp;</td><td>Document {number}</td></tr></table></div>"""

SUMMARY = """<table class="searchPreview"><tr><td>Text</td><td>mill* OR pier*</td></tr></table><div id="pageFooter">(c) Factiva, Inc.</div>"""


def _page(*articles: str) -> bytes:
    return (
        f"<html><head><title>Factiva</title></head><body>{''.join(articles)}{SUMMARY}</body></html>".encode()
    )


def _full(
    lang: str, count: str, day: str, language: str, word: str, number: str = ONE, title: str = "Mill closes"
) -> str:
    return FULL.format(
        lang=lang,
        count=count,
        day=day,
        language=language,
        word=word,
        number=number,
        title=title,
        by="Von Jane Doe",
        text="It closed.",
    )


def _read(data: bytes) -> Documents:
    assert registry.format_of(data).name == "factiva"
    return registry.read(data, SOURCE)


def _told(document: RawDocument) -> dict[str, object]:
    return {name: each.value for name, each in document.declared.items()}


EXPECTED = {
    "title": "Mill closes",
    "author": "Jane Doe",
    "outlet": "Harbour Gazette",
    "published": date(2006, 6, 2),
}


@pytest.mark.parametrize(
    ("lang", "count", "day", "language", "word"),
    [
        ("en", "358 words", "2 June 2006", "English", "Document"),
        ("de", "1.358 Wörter", "2. Juni 2006", "Deutsch", "Dokument"),
        ("fr", "358 mots", "2 juin 2006", "Français", "Document"),
        ("zhtw", "358 字", "2006 年 6 月 2 日 17:04", "德文", "文件"),
        ("es", "358 palabras", "2 de junio de 2006", "Español", "Documento"),
    ],
)
def test_articles_in_unnamed_lines_whatever_language_the_screen_has(
    lang: str, count: str, day: str, language: str, word: str
) -> None:
    first, second = _read(
        _page(_full(lang, count, day, language, word), _full(lang, count, day, language, word, TWO))
    ).documents
    assert _told(first) == {**EXPECTED, "language": lang[:2]}
    assert first.text == (
        "Mill closes\n\nVon Jane Doe\n\nIt closed. See dock.example.\n\nThe end of it.\n\nHarbour Press Ltd"
    )
    assert [first.text[s.start : s.end] for s in first.structure if s.kind == "footer"] == [
        "Harbour Press Ltd"
    ]
    assert (first.member, second.member) == (ONE, TWO)


def test_articles_in_a_table_of_codes() -> None:
    (document,) = _read(_page(CODED.format(number=ONE))).documents
    assert _told(document) == {**EXPECTED, "language": "en"}
    assert document.text == "Mill closes\n\nBy Jane Doe\n\nIt closed.\n\nIt was old."


def test_newer_pages_nest_their_articles_and_count_their_headlines() -> None:
    article = (
        _full("de", "358 Wörter", "2 Juni 2006", "Deutsch", "Dokument")
        .replace("<b class='deHeadline'>Mill", '<span class="deHeadline counted">1) Mill')
        .replace("</b>", "</span>")
    )
    (document,) = _read(_page(f'<div id="article-{ONE}" class="article">{article}</div>')).documents
    assert _told(document)["title"] == "Mill closes"


def test_an_article_whose_end_is_missing_is_not_merged_with_the_next() -> None:
    def wrapped(number: str, end: str) -> str:
        return f'<div id="article-{number}" class="article">{_full("en", "358 words", "2 June 2006", "English", "Document", number).replace(f"<p>Document {number}</p>", end)}</div>'

    found = _read(_page(wrapped(ONE, ""), wrapped(TWO, f"<p>Document {TWO}</p>")))
    assert [each.member for each in found.documents] == [ONE, TWO]


def test_a_file_cut_short_gives_its_last_article_and_says_so() -> None:
    whole = _page(
        _full("en", "358 words", "2 June 2006", "English", "Document"),
        _full("en", "99 words", "3 June 2006", "English", "Document", TWO, "Pier opens"),
    )
    found = _read(whole[: whole.index(b"Harbour Press", whole.index(b"Pier opens"))])
    assert [_told(each)["title"] for each in found.documents] == ["Mill closes", "Pier opens"]
    assert [each.kind for each in found.problems] == ["truncated"]


def test_lines_that_factiva_broke_inside_a_word_are_whole_again() -> None:
    long = "x" * 65_300
    article = _full("en", "358 words", "2 June 2006", "English", "Document").replace(
        "The end of it.", f"{long}\r\nyz"
    )
    assert f"{long}yz" in _read(_page(article)).documents[0].text


def test_a_page_that_declares_the_wrong_encoding() -> None:
    page = _page(
        _full("de", "358 words", "2 June 2006", "German", "Document").replace(
            "The end of it.", "Die Mühle – aus: „Schluss“."
        )
    )
    data = page.decode().replace("<title>", '<meta charset="utf-8"><title>').encode("cp1252")
    assert "Die Mühle – aus: „Schluss“." in _read(data).documents[0].text


def test_the_search_and_its_summary_are_nowhere() -> None:
    found = _read(_page(_full("en", "358 words", "2 June 2006", "English", "Document")))
    assert "pier*" not in str(found)
    assert "Factiva, Inc" not in str(found)


XML = """<?xml version="1.0" encoding="utf-8"?><PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0"><ppsarticleResultSet count="1">
<ppsarticle><article><accessionNo>{number}</accessionNo><baseLanguage>EN</baseLanguage><headline><paragraph><hlt>Mill</hlt> closes</paragraph></headline>
<leadParagraph>{lead}</leadParagraph><publicationDate><dateTime>2006-06-02T01:35:58Z</dateTime></publicationDate>
<sourceName>Harbour Gazette</sourceName><tailParagraphs><paragraph>The <hlt>mill</hlt> was old.</paragraph></tailParagraphs></article></ppsarticle>
</ppsarticleResultSet></ppsArticleResponse></PPSResponse>"""


@pytest.mark.parametrize(
    ("lead", "paragraphs"),
    [
        ("<paragraph>It closed.</paragraph>", "It closed."),
        ("It\nclosed.\n\n  Then it rained.", "It closed.\n\nThen it rained."),
    ],
)
def test_xml_with_marked_words_and_a_text_in_two_parts(lead: str, paragraphs: str) -> None:
    (document,) = _read(b"\xef\xbb\xbf" + XML.format(number=ONE, lead=lead).encode()).documents
    assert document.text == f"Mill closes\n\n{paragraphs}\n\nThe mill was old."
    assert _told(document) == {key: value for key, value in EXPECTED.items() if key != "author"} | {
        "language": "en"
    }
    assert document.member == ONE


TEXT = f"""Local
Mill closes
Von Jane Doe
358 words
2 June 2006
Harbour Gazette
HBGZ
English
(c) 2006 Harbour Gazette.

It closed.

It was old.

Document {ONE}

"""


def test_a_text_made_of_an_export() -> None:
    found = exports.of_text(TEXT + TEXT.replace(ONE, TWO), "text/plain")
    assert found
    first, second = found.documents
    assert _told(first) == {**EXPECTED, "language": "en"}
    assert first.text == "Mill closes\n\nVon Jane Doe\n\nIt closed.\n\nIt was old."
    assert (first.member, second.member) == (ONE, TWO)


def test_a_text_of_codes() -> None:
    text = f"HD\tMill closes\nBY\tBy Jane Doe\nWC\t358 words\nPD\t2 June 2006\nSN\tHarbour Gazette\nLA\tEnglish\nLP\t\nIt closed.\nTD\t\nIN other words, closed.\nAN\tDocument {ONE}\n"
    found = exports.of_text(text, "text/plain")
    assert found
    assert _told(found.documents[0]) == {**EXPECTED, "language": "en"}
    assert found.documents[0].text.endswith("IN other words, closed.")


def test_a_text_of_which_only_the_numbers_are_left() -> None:
    found = exports.of_text(
        f"Mill closes\n\nIt closed.\n\nDocument {ONE}\n\nPier opens\n\nIt did.\n\nDocument {TWO}\n",
        "text/plain",
    )
    assert found
    assert [each.text for each in found.documents] == ["Mill closes\n\nIt closed.", "Pier opens\n\nIt did."]


def test_no_other_text_is_taken_for_one() -> None:
    assert exports.of_text("The mill closed.\n\nDocument 12 says so.\n", "text/plain") is None


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_a_damaged_export_is_read_or_refused_in_words(data: st.DataObject) -> None:
    whole = _page(CODED.format(number=ONE), _full("en", "358 words", "2 June 2006", "English", "Document"))
    at = data.draw(st.integers(0, len(whole)))
    broken = whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 300)) :]
    try:
        for each in factiva.read(broken, SOURCE).documents:
            assert all(0 <= s.start < s.end <= len(each.text) for s in each.structure)
    except IngestError:
        pass

# ruff: noqa: E501  # markup reads best unbroken
from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from seedreader.ingest import declared_day, html
from seedreader.ingest.raw_document import Declared

PUBLISHED = date(2025, 3, 21)


def linked(*data: Any) -> str:
    return "".join(
        f'<script type="application/ld+json">{each if isinstance(each, str) else json.dumps(each)}</script>'
        for each in data
    )


def article(**more: Any) -> dict[str, Any]:
    return {
        "@type": "NewsArticle", "headline": "Ferry strike ends", "datePublished": "2025-03-21T23:30:00-04:00",
        "author": {"@type": "Person", "name": "Ana Ruiz"}, "publisher": {"name": "Harbour Gazette"}, **more,
    }  # fmt: skip


def values(markup: str, url: str | None = None) -> dict[str, object]:
    return {name: each.value for name, each in html.metadata(markup, url).items()}


@pytest.mark.parametrize(
    "data",
    [
        article(),
        [{"@type": "BreadcrumbList"}, article()],
        {"@graph": [{"@type": "WebPage"}, article()]},
        {"@type": "WebPage", "mainEntity": article()},
        json.dumps(article())[:-1] + ",}",
        "<!--" + json.dumps(article()) + "-->",
        json.dumps(article()) + ";",
        json.dumps(article(description="line\nbreak")).replace("\\n", "\n"),
    ],
)
def test_an_article_is_found_in_linked_data_of_any_shape(data: Any) -> None:
    found = values(linked(data))
    assert found["title"] == "Ferry strike ends"
    assert found["published"] == PUBLISHED
    assert found["author"] == "Ana Ruiz"
    assert found["outlet"] == "Harbour Gazette"


def test_a_broken_block_does_not_take_the_others_with_it() -> None:
    assert values(linked('{"@type": "NewsArticle", ', article()))["title"] == "Ferry strike ends"
    broken = '{"@type": "NewsArticle", "datePublished": "2025-03-21", "headline": "Ferry "strike" ends"}'
    assert values(linked(broken))["published"] == PUBLISHED


def test_what_an_article_is_based_on_is_not_taken() -> None:
    other = article(datePublished="2001-01-01", headline="Other")
    found = values(linked({"isBasedOn": other, **article()}))
    assert (found["title"], found["published"]) == ("Ferry strike ends", PUBLISHED)


def test_of_several_articles_the_one_of_this_address_is_taken() -> None:
    own = article(headline="Own", url="https://gazette.example/own")
    markup = linked(article(), own) + '<link rel=canonical href="https://gazette.example/own">'
    assert values(markup)["title"] == "Own"


def test_authors_are_named_by_their_ids_and_without_by() -> None:
    graph = {"@graph": [article(author=[{"@id": "#a"}, "By Jo Berg"]), {"@id": "#a", "name": "Ana Ruiz"}]}
    assert values(linked(graph))["author"] == "Ana Ruiz, Jo Berg"
    assert "author" not in values('<meta property="article:author" content="https://facebook.com/ana">')


def test_linked_data_beats_open_graph_and_that_other_tags() -> None:
    og = (
        '<meta property="article:published_time" content="2025-03-22"><meta name="date" content="2025-03-23">'
    )
    assert html.metadata(linked(article()) + og)["published"] == Declared(PUBLISHED, "json-ld")
    assert html.metadata(og)["published"] == Declared(date(2025, 3, 22), "opengraph")
    assert html.metadata(og[og.index('<meta name="date"') :])["published"].told_by == "meta"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2025-03-21T23:30:00+02:00", PUBLISHED),
        ("20250321", PUBLISHED),
        ("2025/03/21 10:00", PUBLISHED),
        ("Fri, 21 Mar 2025 10:00:00 GMT", PUBLISHED),
        ("March 21, 2025", PUBLISHED),
        ("21.3.2025", PUBLISHED),
        ("1742551200", PUBLISHED),
        (1742551200000, PUBLISHED),
        ("2025-13-45", None),
        ("soon", None),
        (None, None),
    ],
)
def test_a_day_is_the_one_written(written: object, told: date | None) -> None:
    assert declared_day.day(written) == told


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<title>Ferry strike ends | Harbour Gazette</title><meta property=og:site_name content='Harbour Gazette'>",
         "Ferry strike ends"),
        ("<title>Ferry strike ends - gazette.example</title><link rel=canonical href=https://www.gazette.example/a>",
         "Ferry strike ends"),
        ("<title>Ferry strike ends | Gazette</title><h1>Ferry strike ends</h1>", "Ferry strike ends"),
        ("<meta property=og:title content='Ferry strike ends | Sport'><h1>Ferry strike ends</h1>",
         "Ferry strike ends"),
        ("<meta property=og:title content='Oslo – Bergen: the ferry'>", "Oslo – Bergen: the ferry"),
    ],
)  # fmt: skip
def test_a_title_has_no_site_behind_it(markup: str, title: str) -> None:
    assert values(markup)["title"] == title


def test_the_outlet_is_named_as_people_write_it() -> None:
    markup = "<title>Ferry | Die Hafenzeitung</title><link rel=canonical href='https://www.hafenzeitung.example/a'>"
    assert values(markup)["outlet"] == "Die Hafenzeitung"
    assert values("<title>Ferry</title>", "https://www.hafen.example/a")["outlet"] == "hafen.example"


@pytest.mark.parametrize(
    ("markup", "language"),
    [
        ("<html lang=de-AT>", "de"),
        ("<meta property=og:locale content=fr_FR>", "fr"),
        ("<link rel=canonical href=https://a.example/x><link rel=alternate hreflang=nl href=https://a.example/x>", "nl"),
        (linked(article(inLanguage="pt-BR")), "pt"),
    ],
)  # fmt: skip
def test_the_language_is_declared(markup: str, language: str) -> None:
    assert values(markup)["language"] == language


def test_microdata_and_times_are_read_where_nothing_else_tells() -> None:
    markup = (
        "<article><h1 itemprop=headline>Ferry strike ends</h1><span itemprop=author><b itemprop=name>Ana Ruiz</b></span>"
        "<time datetime=2025-03-21T10:00>today</time></article>"
    )
    found = html.metadata(markup)
    assert found["author"] == Declared("Ana Ruiz", "microdata")
    assert found["published"] == Declared(PUBLISHED, "time")


@pytest.mark.parametrize(
    "before",
    [
        "https://web.archive.org/web/20250219101112/",
        "http://web.archive.org/web/20250219101112id_/",
        "https://archive.ph/20250219101112/",
        "https://archive.today/2025.02.19-101112/",
        "https://arquivo.pt/wayback/20250219101112/",
    ],
)
def test_a_copy_in_a_web_archive_is_of_the_page_itself_and_got_when_it_was_made(before: str) -> None:
    head = (
        f'<title>Ferry strike ends</title><link rel=canonical href="{before}https://courier.example/ferry">'
    )
    found = html.page(f"<html><head>{head}</head><body><p>The ferry sails again.</p></body></html>")
    assert found.declared["url"].value == "https://courier.example/ferry"
    assert found.declared["outlet"].value == "courier.example"
    assert found.retrieved == datetime(2025, 2, 19, 10, 11, 12, tzinfo=UTC)
    shared = f'<meta property="og:url" content="{before}https://courier.example/ferry">'
    assert values(shared)["url"] == values("", f"{before}https://courier.example/ferry")["url"]


def test_the_bar_of_the_wayback_machine_tells_when_a_page_was_got() -> None:
    bar = "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div>https://web.archive.org/web/20250219101112/https://courier.example/ferry</div>"
    found = html.page(f"<body>{bar}<p>The ferry sails again.</p>")
    assert found.retrieved == datetime(2025, 2, 19, 10, 11, 12, tzinfo=UTC)
    assert found.declared["url"].value == "https://courier.example/ferry"
    talk = "<body><p>See https://web.archive.org/web/20250219101112/https://courier.example/ferry.</p>"
    assert html.page(talk).retrieved is None


@pytest.mark.parametrize("day", ["1970-01-01T00:00:00Z", "0", "2925-02-18"])
def test_a_day_on_which_nothing_can_have_appeared_is_not_taken(day: str) -> None:
    wrong = f'<meta property="article:published_time" content="{day}">'
    assert "published" not in values(wrong)
    assert values(f'{wrong}<meta name=date content="2025-03-21">')["published"] == PUBLISHED


def test_a_day_after_that_on_which_the_page_was_got_is_not_taken() -> None:
    head = '<meta name=date content="2025-03-21"><p>The ferry sails.</p>'
    assert "published" not in html.page(head, retrieved=datetime(2025, 3, 19, tzinfo=UTC)).declared
    assert "published" in html.page(head, retrieved=datetime(2025, 3, 20, 23, tzinfo=UTC)).declared


@pytest.mark.parametrize(
    "left", ["{{author}}", "{% author %}", "${author}", "%author%", "undefined", "[object Object]"]
)
def test_what_a_template_leaves_in_place_of_a_value_is_none(left: str) -> None:
    assert values(f'<meta name=author content="{left}"><meta property="og:title" content="{left}">') == {}


@pytest.mark.parametrize(
    "line",
    [
        "<p class=byline>By Ines Holm and Ravi van der Dass</p>",
        "<div class=author>Ines Holm, Ravi van der Dass</div>",
        "<p>By Ines Holm and Ravi van der Dass, 18 February 2025</p>",
        "<p>Von Ines Holm und Ravi van der Dass</p>",
    ],
)
def test_a_by_line_names_the_authors(line: str) -> None:
    assert (
        values(f"<h1>Ferry strike ends</h1>{line}<p>The ferry sails.</p>")["author"]
        == "Ines Holm, Ravi van der Dass"
    )


@pytest.mark.parametrize(
    "line",
    [
        "<p>By Tuesday the ferries will sail again, Ines Holm said.</p>",
        "<p>Ines Holm</p>",
        "<div class=comments><b class=author>Ines Holm</b></div>",
        "<p class=byline>18 February 2025</p>",
    ],
)
def test_what_is_no_by_line_names_no_author(line: str) -> None:
    assert "author" not in values(f"<h1>Ferry strike ends</h1>{line}<p>The ferry sails.</p>")


def test_the_name_behind_a_title_is_the_outlet_where_nothing_else_tells_one() -> None:
    for mark in "-|–":
        found = values(f"<title>Ferry to stop on Tuesday {mark} Kystbladet</title><p>The ferry sails.</p>")
        assert (found["title"], found["outlet"]) == ("Ferry to stop on Tuesday", "Kystbladet")
    assert "outlet" not in values("<title>Ferry to stop on Tuesday - what we know so far</title>")
    shown = "<title>Ferry to stop on Tuesday - Lindmoor</title><h1>Ferry to stop on Tuesday - Lindmoor</h1>"
    assert values(shown) == {"title": "Ferry to stop on Tuesday - Lindmoor"}

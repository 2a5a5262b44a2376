"""The report as one HTML file: what it may do, where its links lead, what of others is in it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from seedreader.article import Article
from seedreader.ingest.load_files import load
from seedreader.report.content import make_report
from seedreader.report.formats import write
from seedreader.story import Story
from tests.report.hostile import HOSTILE, hostile
from tests.report.made import MADE, harbour, put, reported
from tests.stories import HARBOUR, WEATHER, articles

VOID = {"meta", "br", "rect", "path"}
TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "h1", "h2", "h3",
    "h4", "h5", "h6", "p", "a", "b", "i", "ul", "ol", "li", "figure", "figcaption", "blockquote", "mark",
    "div", "span", "br", "svg", "desc", "rect", "path", "text", "g",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "id", "class", "href", "rel", "role", "tabindex",
    "aria-label", "aria-labelledby", "width", "height", "viewbox", "font-family", "font-size", "font-weight",
    "fill", "stroke", "stroke-width", "stroke-dasharray", "d", "x", "y", "rx", "dy", "text-anchor",
}  # fmt: skip


class Page(HTMLParser):
    """What a page is made of; its elements are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.policy = self.style = ""
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        found = dict(attrs)
        assert len(found) == len(attrs), "an attribute stands twice"
        self.attributes |= found.keys()
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if "href" in found else []
        if found.get("http-equiv") == "Content-Security-Policy":
            self.policy = found["content"] or ""
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "style":
            self.style += data
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def noted() -> Page:
    given = harbour(url="https://example.org/pier?a=1&b=2")
    placed = [
        put("verdict", "conflict", given, 0, "4 million euros", (1, "6 million euros")),
        put("note", "First\n<b>Second</b>", given, 0, "4 million", author="Tom"),
        put("tag", "park", given, 1, "Some residents"),
    ]
    return Page(write(reported(given, placed), "html"))


def test_nothing_may_run_or_be_fetched() -> None:
    page = noted()
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert page.policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert page.tags.keys() <= TAGS and page.attributes <= ATTRIBUTES
    assert page.tags["style"] == 1 and "url(" not in page.style and "@import" not in page.style
    outside = [link for link in page.links if not link.startswith("#")]
    assert set(outside) == {"https://example.org/pier?a=1&b=2"}


def test_each_link_leads_somewhere_and_each_passage_back() -> None:
    page = noted()
    assert len(page.ids) == len(set(page.ids))
    inside = {link[1:] for link in page.links if link.startswith("#")}
    assert inside <= set(page.ids)
    passages = {id for id in page.ids if re.fullmatch(r"p1-\d+-\d+-\d+", id)}
    quotes = {id for id in page.ids if re.fullmatch(r"q\d+", id)}
    assert len(passages) >= 4 and passages <= inside and quotes <= inside


def test_the_articles_are_whole_with_their_boilerplate_dimmed() -> None:
    end = "Copyright 2024 Harbour News. All rights reserved.\n"
    told = f"Home > News\nShare this article on Facebook\n\n{HARBOUR}\n{end}"
    said = write(reported([Article(told, "one"), *harbour()[1:]]), "html")
    assert '<span class="dim">' in said and "All rights reserved." in said
    text = re.search(r'<div class="text" lang="en">(.*?)</div>', said, re.S)
    assert text is not None
    plain = re.sub(r'<a class="back".*?</a>|<[^>]+>', "", text[1]).replace("&gt;", ">")
    assert plain == told.strip()


def test_what_overlaps_in_a_text_is_marked_and_led_to() -> None:
    """Boilerplate that begins in a quoted passage, and passages that begin at one place or in each other."""
    given = harbour()
    words = "It will cost 4 million euros, mayor Ana Ruiz said."
    placed = [
        put("note", "a", given, 0, words),
        put("note", "b", given, 0, words[:20]),
        put("note", "c", given, 0, words[13:]),
        put("tag", "d", given, 0, "Monday. It will"),
    ]
    page = Page(write(reported(given, placed), "html"))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_the_reader_s_own_is_signed_and_its_lines_are_kept() -> None:
    page = noted()
    assert "Verdict of the reader, 28 November 2026: source 1 contradicts source 2." in page.text
    assert "Note of Tom, 28 November 2026:" in page.text
    assert "<b>Second</b>" in page.text and page.tags["br"] == 1


def test_pictures_and_several_stories() -> None:
    given = [*harbour(), *articles(WEATHER)]
    page = Page(write(make_report([Story(given[:2]), Story(given[2:])], MADE, given), "html"))
    assert page.tags["svg"] == 2  # the matrix of the one that has a disagreement, and its timeline
    assert {"#s1", "#s2"} <= set(page.links)
    assert "Story 2: source 1" in page.text


def test_nothing_at_all_is_a_page_too() -> None:
    assert Page(write(make_report([], MADE), "html")).tags["h1"] == 1
    assert Page(write(reported([Article("", "a"), Article("Hello.", "b")]), "html")).tags["section"] > 5


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_that_others_wrote_becomes_an_element(words: str) -> None:
    said = write(hostile(words), "html")
    page = Page(said)
    assert page.tags.keys() <= TAGS and page.attributes <= ATTRIBUTES
    assert len(page.ids) == len(set(page.ids))
    assert all(link.startswith(("#", "https://example.org/")) for link in page.links)
    assert not any(mark in link for link in page.links for mark in '<>[]"\\^`{|} ')
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0\uffff]", said
    )


def test_the_samples_make_a_small_file(seeds: list[Path]) -> None:
    said = write(reported(load([str(seed) for seed in seeds]).articles), "html")
    Page(said)
    assert 40_000 < len(said) < 200_000

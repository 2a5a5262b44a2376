"""The report as Markdown: the same elements in three readers of it, and nothing but ours."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import commonmark
import pytest
from markdown_it import MarkdownIt

from seedreader.ingest.load_files import load
from seedreader.report.content import make_report
from seedreader.report.formats import write
from seedreader.report.values import Report, Words
from seedreader.story import Story
from tests.report.hostile import HOSTILE, hostile
from tests.report.made import MADE, harbour, put, reported
from tests.stories import WEATHER, articles

GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {"heading", "paragraph", "block_quote", "list", "item", "strong", "emph", "link", "linebreak"}
"""Elements that a report is made of."""

_MARKDOWN_IT = {
    "heading_open": "heading", "paragraph_open": "paragraph", "blockquote_open": "block_quote",
    "bullet_list_open": "list", "ordered_list_open": "list", "list_item_open": "item",
    "strong_open": "strong", "em_open": "emph", "link_open": "link", "hardbreak": "linebreak",
}  # fmt: skip
_PANDOC = {
    "Header": "heading", "Para": "paragraph", "Plain": "paragraph", "BlockQuote": "block_quote",
    "BulletList": "list", "OrderedList": "list", "Strong": "strong", "Emph": "emph", "Link": "link",
    "LineBreak": "linebreak",
}  # fmt: skip
_WORDS = {"Str", "Space", "SoftBreak", "Quoted"}


def by_commonmark(text: str) -> list[str]:
    """The elements in order, by the reference implementation of CommonMark."""
    nodes = (node for node, entering in commonmark.Parser().parse(text).walker() if entering)
    return [node.t for node in nodes if node.t not in ("document", "text", "softbreak")]


def by_markdown_it(text: str) -> list[str]:
    """The elements in order, with what GitHub adds to CommonMark."""
    parts = [part for token in GITHUB.parse(text) for part in (token, *(token.children or ()))]
    told = (part.type for part in parts if part.nesting >= 0)
    return [_MARKDOWN_IT.get(kind, kind) for kind in told if kind not in ("inline", "text", "softbreak")]


def by_pandoc(text: str) -> list[str]:
    """The elements in order, by pandoc's own Markdown; what stands in quotation marks is text."""
    done = subprocess.run(
        ["pandoc", "-f", "markdown", "-t", "json"], input=text, capture_output=True, text=True, check=True
    )
    found: list[str] = []
    _walk(json.loads(done.stdout)["blocks"], found)
    return found


def _walk(node: Any, found: list[str]) -> None:
    if isinstance(node, list):
        for each in node:
            _walk(each, found)
    elif isinstance(node, dict):
        kind = node["t"]
        if kind not in _WORDS and kind not in ("DoubleQuote", "SingleQuote", "Decimal", "Period"):
            found.append(str(_PANDOC.get(kind, kind)))
        content = node.get("c", ())
        if kind in ("BulletList", "OrderedList"):
            for item in content if kind == "BulletList" else content[1]:
                found.append("item")
                _walk(item, found)
        else:
            _walk([each for each in content if isinstance(each, list | dict)], found)


def noted() -> Report:
    given = harbour(url="https://example.org/pier?a=1&b=_2_")
    placed = [
        put("verdict", "conflict", given, 0, "4 million euros", (1, "6 million euros")),
        put("note", "First *line*\n- Second line\n\nThird", given, 0, "4 million", author="Tom"),
        put("tag", "park_2", given, 1, "Some residents"),
    ]
    return reported(given, placed, full=True)


def test_the_report_reads_as_its_source_does() -> None:
    said = write(noted(), "markdown")
    for line in (
        "# Pier approved",
        "## 1. Disagreements",
        "### 1.1 4 million euros ≠ 6 million euros",
        "**1 Harbour News**, 9 January 2024, attributed to mayor Ana Ruiz:",
        "> “… **4 million euros** …”",
        "**Verdict of the reader, 28 November 2026: source 1 contradicts source 2**.",
        "**Note of Tom, 28 November 2026**:",
        "> First \\*line\\*\\",
        "> \\- Second line",
        "Tags: #park_2",
    ):
        assert line in said.splitlines()
    assert "*Harbour News*. “Pier approved.” January 9, 2024. <https://example.org/pier?a=1&b=_2_>." in said


def test_no_escape_is_there_without_need(seeds: list[Path]) -> None:
    """The articles have colons, dashes and numbers, none of which is markup where it stands."""
    said = write(reported(load([str(seed) for seed in seeds]).articles, full=True), "markdown")
    assert Counter(said[at + 1] for at in range(len(said)) if said[at] == "\\") <= Counter()


def test_marks_that_would_touch_a_letter_are_left_out() -> None:
    """ "US**$4**" would show its asterisks."""
    report = noted()
    (story,) = report.stories
    (found,) = story.disagreements
    one, two = found.positions
    words = (Words("paid US"), Words("$4 million", differs=True), Words(" now"))
    changed = one._replace(quotes=(one.quotes[0]._replace(words=words),))
    against = found._replace(positions=(changed, two))
    said = write(report._replace(stories=(story._replace(disagreements=(against,)),)), "markdown")
    assert "paid US$4 million now" in said


def stories() -> Report:
    given = [*harbour(), *articles(WEATHER)]
    return make_report([Story(given[:2]), Story(given[2:])], MADE, given)


@pytest.mark.parametrize("report", [noted, stories], ids=["one story", "two stories"])
def test_all_readers_of_markdown_see_the_same_elements(report: Any) -> None:
    said = write(report(), "markdown")
    assert set(by_commonmark(said)) <= OURS
    assert by_markdown_it(said) == by_commonmark(said)


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_sees_the_same_elements(seeds: list[Path]) -> None:
    for report in (noted(), reported(load([str(seed) for seed in seeds]).articles)):
        said = write(report, "markdown")
        assert by_pandoc(said) == by_commonmark(said)


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_that_others_wrote_becomes_markup(words: str) -> None:
    said = write(hostile(words), "markdown")
    found = by_commonmark(said)
    assert set(found) <= OURS
    assert by_markdown_it(said) == found
    assert found.count("heading") == sum(line.startswith("#") for line in said.splitlines())
    links = [node for node, _ in commonmark.Parser().parse(said).walker() if node.t == "link"]
    assert all(node.destination.startswith("https://example.org/") for node in links)


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_finds_nothing_of_others_to_interpret() -> None:
    """All hostile words at once, so that pandoc is started once for all."""
    said = write(hostile(" ".join(HOSTILE).replace("\n", " ")), "markdown")
    assert set(by_pandoc(said)) <= OURS
    said = "\n\n".join(write(hostile(words), "markdown") for words in HOSTILE)
    assert set(by_pandoc(said)) <= OURS

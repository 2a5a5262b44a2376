"""Two articles of one container stay two in every form that can say so."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from seedreader.article import Article, SourceId
from seedreader.notebook import Notebook, NotebookContents, exchange
from seedreader.notebook.exchange.annotated_passages import sources
from seedreader.notebook.resolver import AnnotationResolver
from tests.notebook.exchange.made import FEED, FORTY, MILL, NOW, PAPER, SIXTY

URI = "https://example.org/feed"


def exported(contents: NotebookContents, form: str) -> str:
    return exchange.export(contents, form).decode()


@pytest.mark.parametrize("form", ["json", "jsonld"])
def test_members_come_back_as_they_were(form: str) -> None:
    again = exchange.read(exchange.export(FEED, form), "file", NotebookContents(), (), NOW).contents
    assert set(again.seen) == set(FEED.seen)
    assert {seen.source for seen in again.seen} == {SourceId(URI, "item 1"), SourceId(URI, "item 2")}
    assert set(again.annotations) == set(FEED.annotations)


def test_members_that_are_brought_in_are_known_again(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notebook.sqlite")
    notebook.merge(exchange.read(exchange.export(FEED, "json"), "file", NotebookContents(), (), NOW).contents)
    now = [
        Article(f"Updated. {text}", "x", URI, source=SourceId(URI, member))
        for text, member in ((PAPER, "item 2"), (MILL, "item 1"))
    ]
    placed = {
        each.body: each.here.source
        for each in AnnotationResolver(notebook, now).read()
        if each.kind == "note"
    }
    assert placed == {"Who counted?": 1, "Who said so?": 0}


def test_a_target_says_which_member_it_is_on() -> None:
    items = json.loads(exported(FEED, "jsonld"))["first"]["items"]
    told = [(item["target"]["source"], item["target"]["seedreader:member"]) for item in items[:2]]
    assert told == [(URI, "item 1"), (URI, "item 2")]
    marks = [each["seedreader"] for each in json.loads(exported(FEED, "hypothesis"))["annotations"]]
    assert [mark["member"] for mark in marks] == ["item 1", "item 2", "item 1"]


@pytest.mark.parametrize("form", ["jsonld", "hypothesis"])
def test_words_of_two_members_are_found_in_their_own(form: str) -> None:
    """Both have the words; another program's annotation says of which member they are."""
    twice = f"Again: {MILL}"
    both = replace(
        FEED,
        annotations=FEED.annotations[:1],
        seen=FEED.seen[:1],
    )
    document = exported(both, form).replace("seedreader:kind", "x-kind").replace("item 1", "item 2")
    articles = [
        Article(text, "x", URI, source=SourceId(URI, member))
        for text, member in ((MILL, "item 1"), (twice, "item 2"))
    ]
    found = exchange.read(document.encode(), "file", NotebookContents(), articles, NOW)
    (note,) = found.contents.annotations
    assert note.target.ranges == tuple((start + 7, end + 7) for start, end in FORTY.ranges)


def test_members_are_listed_as_articles_of_their_own_for_people() -> None:
    report = exported(FEED, "markdown")
    assert "2 sources" in report
    assert f"<{URI}>, item 1" in report
    assert f"<{URI}>, item 2" in report
    rows = list(csv.DictReader(io.StringIO(exported(FEED, "csv").removeprefix("\ufeff"))))
    assert {(row["address"], row["member"]) for row in rows} == {(URI, "item 1"), (URI, "item 2")}
    (verdict,) = [row for row in rows if row["kind"] == "verdict"]
    assert (verdict["member"], verdict["other member"]) == ("item 1", "item 2")
    with zipfile.ZipFile(io.BytesIO(exchange.export(FEED, "qdpx"))) as archive:
        project = archive.read("project.qde").decode()
    assert f"{URI}, item 1" in project
    drafts = json.loads(exported(FEED, "claimreview"))
    works = [draft["itemReviewed"]["appearance"][0] for draft in drafts]
    assert {work["identifier"] for work in works} == {"item 1", "item 2"}


def test_two_texts_of_one_member_are_its_editions() -> None:
    later = replace(FEED, seen=tuple(replace(seen, member="item 1") for seen in FEED.seen))
    assert {source.edition for source in sources(later).values()} == {"edition 1 of 2", "edition 2 of 2"}
    assert {source.edition for source in sources(FEED).values()} == {""}


def test_the_native_form_of_version_1_is_read() -> None:
    document = json.loads(exported(FEED, "json")) | {"version": 1}
    for seen, path in zip(document["seen"], ("/a b.txt", "https://example.org/x"), strict=True):
        del seen["uri"], seen["member"]
        seen["path"] = path
    found = exchange.read(json.dumps(document).encode(), "file", NotebookContents(), (), NOW).contents
    assert {seen.source for seen in found.seen} == {
        SourceId("file:///a%20b.txt"), SourceId("https://example.org/x"),
    }  # fmt: skip
    assert {a.target for a in found.annotations} == {FORTY, SIXTY}

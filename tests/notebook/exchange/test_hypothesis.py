from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from seedreader.article import Article
from seedreader.notebook import Notebook, NotebookContents, NotebookError, exchange, version_of
from seedreader.notebook.exchange.utf16 import from_utf16
from seedreader.notebook.resolver import AnnotationResolver
from seedreader.notebook.storage.merging import MergeResult
from tests.notebook.exchange.made import ADDRESS, FORTY, MILL, NOW, SMALL, annotation, notebooks, target

SELECTORS = [
    {
        "type": "RangeSelector",
        "startContainer": "/p[1]",
        "startOffset": 3,
        "endContainer": "/p[1]",
        "endOffset": 9,
    },
    {"type": "TextPositionSelector", "start": 925, "end": 948},
    {
        "type": "TextQuoteSelector",
        "exact": "Forty people lost work.",
        "prefix": "in May 🙂. ",
        "suffix": " The council met",
    },
]


def theirs(**members: object) -> dict[str, Any]:
    return {
        "id": "Xy-12_abc",
        "created": "2025-03-27T09:00:00.000000+00:00",
        "updated": "2025-03-28T09:00:00.000000+00:00",
        "user": "acct:ana@hypothes.is",
        "uri": ADDRESS,
        "text": "Who counted?",
        "tags": ["jobs", "mill"],
        "group": "__world__",
        "permissions": {"read": ["group:__world__"]},
        "document": {"title": ["The mill closes"]},
        "target": [{"source": ADDRESS, "selector": SELECTORS}],
        **members,
    }


def arrived(document: object, known: NotebookContents = SMALL, *articles: Article) -> exchange.ImportResult:
    return exchange.read(json.dumps(document).encode(), "file", known, articles, NOW)


@settings(max_examples=40)
@given(notebooks())
def test_any_notebook_goes_out_and_what_comes_back_in_is_what_is_there(contents: NotebookContents) -> None:
    data = exchange.export(contents, "hypothesis")
    again = exchange.read(data, "file", contents, (), NOW).contents
    known = {a.id: a for a in contents.annotations}
    unmoved = [a for a in again.annotations if a == known.get(a.id)]
    plain = [
        a
        for a in contents.annotations
        if a.kind in ("note", "tag", "highlight") and not a.deleted and a.body.strip()
    ]
    assert {a.id for a in plain} >= {a.id for a in unmoved}
    assert all(
        a.written <= max(known[a.id].written, known[a.id].changed) or a != known[a.id] for a in unmoved
    )


def test_the_same_notebook_takes_its_own_export_as_nothing_new(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notebook.sqlite")
    notebook.merge(SMALL)
    data = exchange.export(notebook.contents(), "hypothesis")
    contents, told = exchange.read(data, "file", notebook.contents(), (), NOW)
    assert notebook.merge(contents) == MergeResult(0, 0)
    assert told == ("1 verdict left out: this form can't bring them back; json and jsonld can.",)


def test_a_verdict_goes_out_in_words() -> None:
    rows = json.loads(exchange.export(SMALL, "hypothesis"))["annotations"]
    (verdict,) = [row for row in rows if row["seedreader"]["kind"] == "verdict"]
    assert verdict["text"] == "Contradicts: “About 60 people lost work” (paper)"
    assert verdict["uri"] == ADDRESS
    assert {row["seedreader"]["kind"] for row in rows} == {"note", "tag", "highlight", "verdict"}


@pytest.mark.parametrize(
    "wrap", [lambda a: {"annotations": [a]}, lambda a: {"total": 1, "rows": [a]}, lambda a: [a], lambda a: a]
)
def test_one_annotation_becomes_a_note_and_tags_on_its_words(wrap: Any) -> None:
    contents, told = arrived(wrap(theirs()))
    assert told == ()
    assert sorted((a.kind, a.body) for a in contents.annotations) == [
        ("note", "Who counted?"), ("tag", "jobs"), ("tag", "mill"),
    ]  # fmt: skip
    assert {a.target for a in contents.annotations} == {FORTY}
    assert {a.author for a in contents.annotations} == {"ana@hypothes.is"}


def test_importing_twice_changes_nothing_and_a_later_one_wins(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notebook.sqlite")
    notebook.merge(SMALL)
    assert notebook.merge(arrived(theirs(), notebook.contents()).contents) == MergeResult(3, 0)
    before = notebook.path.read_bytes()
    assert notebook.merge(arrived(theirs(), notebook.contents()).contents) == MergeResult(0, 0)
    assert notebook.path.read_bytes() == before
    edited = theirs(text="Who?", updated="2025-03-29T09:00:00+00:00")
    assert notebook.merge(arrived(edited, notebook.contents()).contents) == MergeResult(0, 3)


def test_what_the_reader_deleted_stays_deleted(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notebook.sqlite")
    notebook.merge(arrived(theirs(tags=[])).contents)
    notebook.delete(notebook.annotations())
    assert notebook.merge(arrived(theirs(tags=[]), notebook.contents()).contents) == MergeResult(0, 0)
    assert notebook.annotations() == ()


def test_page_notes_and_replies_are_told() -> None:
    contents, told = arrived(
        {"annotations": [theirs(target=[{"source": ADDRESS}]), theirs(id="b", target=[])]}
    )
    assert contents.annotations == ()
    (sentence,) = told
    assert sentence.startswith("2 annotations on a whole page, not on words of it: left out")


def test_an_annotation_without_text_and_tags_is_a_highlight() -> None:
    (made,) = arrived(theirs(text="", tags=[])).contents.annotations
    assert (made.kind, made.body) == ("highlight", "yellow")


def test_words_of_an_article_given_besides_are_found_in_it() -> None:
    article = Article(MILL, "mill", "/story/mill.txt")
    contents, told = arrived(theirs(uri="https://elsewhere.example/"), NotebookContents(), article)
    assert told == ()
    assert {a.target for a in contents.annotations} == {FORTY}
    assert [seen.path for seen in contents.seen] == ["/story/mill.txt"]


def test_words_that_are_nowhere_are_kept_with_the_words_around_them(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notebook.sqlite")
    contents, told = arrived(theirs(), NotebookContents())
    notebook.merge(contents)
    assert told[0].startswith("1 annotation on words that stand in none of the texts at hand")
    note = next(a for a in notebook.annotations() if a.kind == "note")
    assert note.target.quote == "Forty people lost work."
    text = notebook.version_text(note.target.version)
    assert text == "in May 🙂. Forty people lost work. The council met"
    assert text[note.target.start : note.target.end] == note.target.quote
    assert notebook.earlier_versions(Article(MILL, "mill", ADDRESS)) == (note.target.version,)
    contents, told = arrived(theirs(), notebook.contents())
    assert (notebook.merge(contents), told) == (MergeResult(0, 0), ())


def test_words_that_may_be_from_an_article_given_wait_there_for_the_reader(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notebook.sqlite")
    article = Article("Rain fell. The mayor said so on Monday. Then all went home.", "a", "/story/a.txt")
    selector = {"type": "TextQuoteSelector", "exact": "The mayor said so on Monday morning in the town hall"}
    document = theirs(uri="https://elsewhere.example/", tags=[], target=[{"selector": selector}])
    contents, told = arrived({**document, "uri": ""}, NotebookContents(), article)
    notebook.merge(contents)
    assert len(told) == 1
    (note,) = notebook.annotations()
    assert notebook.earlier_versions(article) == (note.target.version,)
    (placed,) = AnnotationResolver(notebook, [article]).read()
    assert placed.state not in ("exact", "moved")
    assert placed.annotation.target.quote == selector["exact"]


def test_a_place_in_an_article_given_counts_where_the_words_stand_there() -> None:
    article = Article("He said so. He said so. He said so.", "a", "/story/a.txt")
    selector = [
        {"type": "TextQuoteSelector", "exact": "said so"},
        {"type": "TextPositionSelector", "start": 15, "end": 22},
    ]
    contents, told = arrived(
        theirs(uri="", tags=[], target=[{"selector": selector}]), NotebookContents(), article
    )
    assert (contents.annotations[0].target.ranges, told) == (((15, 22),), ())


def test_words_found_later_move_to_their_article(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notebook.sqlite")
    notebook.merge(arrived(theirs(), NotebookContents()).contents)
    article = Article(MILL, "mill", "/story/mill.txt")
    assert notebook.merge(arrived(theirs(), notebook.contents(), article).contents) == MergeResult(0, 3)
    assert {a.target.version for a in notebook.annotations()} == {version_of(MILL)}
    before = notebook.path.read_bytes()
    contents, told = arrived(theirs(), notebook.contents())
    assert (notebook.merge(contents), told) == (MergeResult(0, 0), ())
    assert notebook.path.read_bytes() == before


def test_words_that_stand_in_two_articles_given_are_put_in_neither() -> None:
    articles = Article(MILL, "a", "/story/a.txt"), Article(f"Again. {MILL}", "b", "/story/b.txt")
    contents, told = arrived(theirs(uri="https://elsewhere.example/"), NotebookContents(), *articles)
    assert len(told) == 1
    assert {a.target.version for a in contents.annotations}.isdisjoint(version_of(a.text) for a in articles)


BAD = {
    "text that is a number": (theirs(text=7), "where text belongs"),
    "tags that are text": (theirs(tags="jobs"), "where a list belongs"),
    "no id": (theirs(id=""), "has no id"),
    "one id twice": ([theirs(), theirs()], "twice"),
    "a target that is a list": (theirs(target=[[]]), "where an object belongs"),
    "a time that is none": (theirs(created="soon"), "which is not a time"),
    "a start below nought": (
        theirs(target=[{"selector": [{"type": "TextPositionSelector", "start": -1, "end": 2}]}]),
        "not a position",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_can_not_be_so_gets_one_sentence(name: str) -> None:
    document, said = BAD[name]
    with pytest.raises(NotebookError, match=said) as error:
        arrived(document)
    assert str(error.value).startswith("file ")


def test_the_text_of_a_position_must_be_the_quote() -> None:
    """A position counted in another rendering of the page says nothing."""
    wrong = [{"type": "TextPositionSelector", "start": 0, "end": 23}, SELECTORS[2]]
    contents, _ = arrived(theirs(tags=[], target=[{"selector": wrong}]), replace(SMALL, annotations=()))
    assert [a.target for a in contents.annotations] == [FORTY]


SMILES = "🙂🙂 He said so. 🙂 He said so. He said so."


def test_places_are_counted_as_in_javascript() -> None:
    on = target(SMILES, "🙂 He said")
    note = annotation(1, "note", "x", replace(on, ranges=((15, 24),)))
    contents = replace(SMALL, annotations=(note,), texts={version_of(SMILES): SMILES})
    (row,) = json.loads(exchange.export(contents, "hypothesis"))["annotations"]
    place = row["target"][0]["selector"][1]
    units = SMILES.encode("utf-16-le")
    assert units[2 * place["start"] : 2 * place["end"]].decode("utf-16-le") == SMILES[15:24]


@pytest.mark.parametrize("start", [23, 20])
def test_a_place_from_javascript_is_found_and_one_in_characters_as_well(start: int) -> None:
    article = Article(SMILES, "a", "/story/a.txt")
    selector = [
        {"type": "TextQuoteSelector", "exact": "said so"},
        {"type": "TextPositionSelector", "start": start, "end": start + 7},
    ]
    contents, _ = arrived(
        theirs(uri="", tags=[], target=[{"selector": selector}]), NotebookContents(), article
    )
    ((start, end),) = contents.annotations[0].target.ranges
    assert (start, SMILES[start:end]) == (SMILES.index("said so", 12), "said so")


def test_a_place_inside_a_character_is_none() -> None:
    assert from_utf16("🙂a", (0, 1)) is None
    assert from_utf16("🙂a", (0, 4)) is None
    assert from_utf16("🙂a", (2, 3)) == (1, 2)

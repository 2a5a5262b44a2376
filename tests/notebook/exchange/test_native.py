from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from seedreader.notebook import Notebook, NotebookContents, NotebookError, exchange, version_of
from seedreader.notebook.storage.merging import MergeResult
from tests.notebook.exchange.made import FORTY, MILL, MILL_VERSION, NOW, SMALL, notebooks

NOTHING = NotebookContents()


def read(data: bytes, known: NotebookContents = NOTHING) -> NotebookContents:
    arrived = exchange.read(data, "file.json", known, (), NOW)
    assert arrived.told == ()
    return arrived.contents


@settings(max_examples=40)
@given(notebooks())
def test_everything_goes_out_and_in_without_loss(contents: NotebookContents) -> None:
    data = exchange.export(contents, "json")
    again = read(data)
    assert set(again.annotations) == set(contents.annotations)
    assert set(again.codes) == set(contents.codes)
    assert set(again.seen) == set(contents.seen)
    assert set(again.corrections) == set(contents.corrections)
    assert again.texts == contents.texts
    assert exchange.export(again, "json") == data


@settings(max_examples=15)
@given(notebooks())
def test_a_notebook_comes_back_from_its_file_and_importing_twice_changes_nothing(
    contents: NotebookContents,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        notebook = Notebook(Path(folder) / "a.sqlite")
        notebook.merge(contents)
        data = exchange.export(notebook.contents(), "json")
        other = Notebook(Path(folder) / "b.sqlite")
        other.merge(read(data))
        assert exchange.export(other.contents(), "json") == data
        if other.path.exists():
            before = other.path.read_bytes()
            assert other.merge(read(data, other.contents())) == MergeResult(0, 0)
            assert other.path.read_bytes() == before


@settings(max_examples=15)
@given(notebooks(), notebooks())
def test_merging_one_into_the_other_gives_what_the_other_way_round_gives(
    a: NotebookContents, b: NotebookContents
) -> None:
    notes = [each for each in a.annotations if each.kind == "note"]
    at_once = (
        replace(note, body=f"{note.body} or so") for note in notes
    )  # of one id, and written at one time
    b = replace(b, annotations=(*b.annotations, *at_once), texts={**a.texts, **b.texts})
    with tempfile.TemporaryDirectory() as folder:
        first, second = Notebook(Path(folder) / "a.sqlite"), Notebook(Path(folder) / "b.sqlite")
        for notebook, order in ((first, (a, b)), (second, (b, a))):
            for each in order:
                notebook.merge(read(exchange.export(each, "json")))
        assert exchange.export(first.contents(), "json") == exchange.export(second.contents(), "json")


@pytest.mark.parametrize("bodies", [("forty", "sixty"), ("sixty", "forty")])
def test_of_two_states_written_at_once_one_stays_whichever_came_first(
    bodies: tuple[str, str], tmp_path: Path
) -> None:
    left = set()
    for order in (bodies, bodies[::-1]):
        notebook = Notebook(tmp_path / f"{order[0]}.sqlite")
        for body in order:
            notebook.merge(replace(SMALL, annotations=(replace(SMALL.annotations[0], body=body),), codes=()))
        (note,) = notebook.annotations()
        left.add(note.body)
    assert len(left) == 1


def test_the_last_time_that_an_article_was_seen_stays(tmp_path: Path) -> None:
    early, late = (
        replace(SMALL.seen[0], seen=f"{day}T00:00:00.000000+00:00") for day in ("2025-01-01", "2025-02-01")
    )
    for order in ((early, late), (late, early)):
        notebook = Notebook(tmp_path / f"{order[0].seen[:10]}.sqlite")
        for seen in order:
            notebook.merge(NotebookContents(seen=(seen,), texts=SMALL.texts))
        assert [each.seen for each in notebook.seen()] == [late.seen]


def test_the_order_of_the_contents_does_not_show() -> None:
    turned = NotebookContents(
        SMALL.annotations[::-1], SMALL.codes[::-1], SMALL.seen[::-1], dict(reversed(SMALL.texts.items()))
    )
    assert exchange.export(turned, "json") == exchange.export(SMALL, "json")


def test_no_control_character_of_a_terminal_is_in_the_file() -> None:
    hostile = "a\x1b\x9b\x07\u202e\u2066"
    note = replace(SMALL.annotations[0], body=hostile)
    data = exchange.export(replace(SMALL, annotations=(note,)), "json").decode()
    assert not set("\x1b\x9b\x07\u202e\u2066") & set(data)
    assert read(data.encode()).annotations[0].body == hostile


def test_an_annotation_whose_text_is_missing_is_left_out_and_told() -> None:
    data = exchange.export(replace(SMALL, texts={}), "json")
    arrived = exchange.read(data, "file.json", NOTHING, (), NOW)
    assert arrived.contents.annotations == ()
    assert arrived.told == ("7 annotations left out: the article text is missing.",)
    assert read(data, SMALL).annotations == SMALL.annotations


def test_undo_takes_an_import_back_at_once(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notebook.sqlite")
    notebook.merge(read(exchange.export(SMALL, "json")))
    assert len(notebook.annotations()) == 6
    assert notebook.undo(None) is not None
    assert notebook.annotations() == ()


def spoilt(**changes: Any) -> dict[str, Any]:
    """A good file with some members of the document, or of its first annotation, replaced."""
    document: dict[str, Any] = json.loads(exchange.export(SMALL, "json"))
    for name, value in changes.items():
        if name in document:
            document[name] = value
        else:
            first: dict[str, Any] = document["annotations"][0]
            (first["target"] if name in first["target"] else first)[name] = value
    return document


BAD = {
    "a range outside the text": (spoilt(ranges=[[0, 5], [5, len(MILL) + 1]]), "not a passage of its text"),
    "an empty range": (spoilt(ranges=[[5, 5]]), "not a passage of its text"),
    "no range": (spoilt(ranges=[]), "has no ranges"),
    "a fraction": (spoilt(ranges=[[0, 5.5]]), "where a whole number belongs"),
    "a huge number": (spoilt(ranges=[[0, 10**30]]), "not a position in a text"),
    "a quote that is not there": (spoilt(quote="Nobody lost work."), "don't stand at its place"),
    "an unknown kind": (spoilt(kind="rumour"), "which is none of note, tag"),
    "a verdict on one passage": (spoilt(kind="verdict"), "a verdict on one passage"),
    "a time that is none": (spoilt(created="yesterday"), "which is not a time"),
    "a time at the end of all times": (spoilt(written="9999-12-31T23:59:59.999999+00:00"), "after the year"),
    "no id": (spoilt(id=""), "has no id"),
    "a body that is a list": (spoilt(body=["x"]), "has a list as the body of annotation 1"),
    "half a character": (spoilt(body="\ud800"), "half a character"),
    "another text than it is called": (spoilt(texts={MILL_VERSION: MILL + "!"}), "not the one it is called"),
    "texts that are a list": (spoilt(texts=[]), "has a list as texts"),
    "a newer form": (spoilt(version=99), "update seedreader"),
    "no form": (spoilt(version=None), "does not say which version"),
    "one id twice": (
        spoilt(annotations=[json.loads(exchange.export(SMALL, "json"))["annotations"][0]] * 2),
        "twice",
    ),
    "a colour that is none": (spoilt(codes=[{"name": "a", "colour": "mauve"}]), "which is none of"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_can_not_be_so_gets_one_sentence(name: str) -> None:
    document, said = BAD[name]
    with pytest.raises(NotebookError) as error:
        exchange.read(json.dumps(document).encode(), "their file.json", NOTHING, (), NOW)
    sentence = str(error.value)
    assert sentence.startswith("their file.json ")
    assert said in sentence
    assert sentence.endswith("Nothing was changed.")
    assert "\n" not in sentence


def test_a_place_confirmed_keeps_its_quote() -> None:
    confirmed = replace(SMALL.annotations[0], target=replace(FORTY, quote="Thirty people lost work."))
    data = exchange.export(replace(SMALL, annotations=(confirmed,)), "json")
    assert read(data).annotations == (confirmed,)


def test_times_of_other_zones_are_made_utc() -> None:
    document = spoilt(created="2025-03-27T10:00:00+01:00")
    assert read(json.dumps(document).encode()).annotations[0].created == "2025-03-27T09:00:00.000000+00:00"
    assert version_of(MILL) == MILL_VERSION

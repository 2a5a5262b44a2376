from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from seedreader.article import Article
from seedreader.notebook import Notebook, NotebookContents, NotebookError, exchange
from seedreader.notebook.exchange.annotated_passages import living
from seedreader.notebook.storage.merging import MergeResult
from tests.notebook.exchange.made import ADDRESS, FORTY, MILL, MILL_VERSION, NOW, SMALL, notebooks

NOTHING = NotebookContents()
QUOTE = {
    "type": "TextQuoteSelector",
    "exact": "Forty people lost work.",
    "prefix": "May 🙂. ",
    "suffix": " The council",
}
POSITION = {"type": "TextPositionSelector", "start": FORTY.start, "end": FORTY.end}


def items(contents: NotebookContents) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(exchange.export(contents, "jsonld"))["first"]["items"]
    return found


def theirs(**members: object) -> dict[str, object]:
    """Another program's annotation."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://example.org/anno/1",
        "type": "Annotation",
        "created": "2025-03-27T10:00:00Z",
        "body": {"type": "TextualBody", "value": "Who says so?"},
        "target": {"source": ADDRESS, "selector": [QUOTE, POSITION]},
        **members,
    }


def arrived(
    document: object, known: NotebookContents = SMALL, articles: tuple[Article, ...] = ()
) -> exchange.ImportResult:
    return exchange.read(json.dumps(document).encode(), "file", known, articles, NOW)


@settings(max_examples=40)
@given(notebooks())
def test_what_is_not_deleted_goes_out_and_in_without_loss(contents: NotebookContents) -> None:
    data = exchange.export(contents, "jsonld")
    again = exchange.read(data, "file", NOTHING, (), NOW)
    there = living(contents)
    assert again.told == ()
    assert set(again.contents.annotations) == set(there.annotations)
    assert set(again.contents.codes) == set(there.codes)
    assert set(again.contents.seen) == set(there.seen)
    assert again.contents.texts == there.texts
    assert exchange.export(again.contents, "jsonld") == data


@settings(max_examples=40)
@given(notebooks())
def test_each_annotation_has_what_the_standard_asks_for(contents: NotebookContents) -> None:
    texts = contents.texts
    for item in items(contents):
        assert "http://www.w3.org/ns/anno.jsonld" in item["@context"]
        assert item["type"] == "Annotation"
        assert item["id"].startswith("urn:")
        assert " " not in item["id"]
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            quote, position = target["selector"]
            text = texts[target["seedreader:version"]]
            assert target["source"].startswith(("urn:sha256:", "http"))
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text.startswith(
                quote["prefix"] + quote["exact"] + quote["suffix"], position["start"] - len(quote["prefix"])
            )


def test_every_kind_says_what_it_is_for_in_the_words_of_the_standard() -> None:
    said = {
        item["seedreader:kind"]: (item["motivation"], item.get("body", {}).get("value"))
        for item in items(SMALL)
    }
    assert said == {
        "note": ("commenting", "Who counted?\r\n=1+1"),
        "tag": ("tagging", "=cmd()"),
        "verdict": ("linking", "conflict"),
        "highlight": ("highlighting", None),
        "no claim": ("classifying", "no claim"),
    }


def test_names_that_are_not_the_standards_are_marked_as_ours() -> None:
    jsonld_names = (
        *("@context", "id", "type", "motivation", "created", "modified", "creator", "body", "target"),
        *("name", "value", "format", "purpose", "source", "selector", "exact", "prefix", "suffix"),
        *("start", "end", "label", "total", "first", "startIndex", "items"),
    )
    standard = {*jsonld_names, "seedreader"}
    waiting: list[Any] = [json.loads(exchange.export(SMALL, "jsonld"))]
    for each in waiting:
        waiting.extend(each.values() if isinstance(each, dict) else each if isinstance(each, list) else ())
        assert not isinstance(each, dict) or all(k in standard or k.startswith("seedreader:") for k in each)


def test_the_folders_of_the_reader_are_no_source() -> None:
    sources = {
        t["source"]
        for item in items(SMALL)
        for t in ([item["target"]] if isinstance(item["target"], dict) else item["target"])
    }
    assert sources == {ADDRESS, f"urn:sha256:{SMALL.annotations[6].target.version}"}


def test_a_foreign_note_with_its_place_becomes_a_note_there() -> None:
    contents, told = arrived(theirs())
    (note,) = contents.annotations
    assert told == ()
    assert (note.kind, note.body, note.target) == ("note", "Who says so?", FORTY)
    assert note.created == "2025-03-27T10:00:00.000000+00:00"
    assert contents.texts == {MILL_VERSION: MILL}


@pytest.mark.parametrize(
    ("members", "parts"),
    [
        ({"body": "https://example.org/reply"}, [("note", "https://example.org/reply")]),
        ({"body": [], "bodyValue": "plain"}, [("note", "plain")]),
        ({"motivation": "tagging", "bodyValue": "jobs", "body": []}, [("tag", "jobs")]),
        ({"motivation": "oa:tagging", "bodyValue": "jobs", "body": []}, [("tag", "jobs")]),
        ({"motivation": "highlighting", "body": []}, [("highlight", "yellow")]),
        (
            {"body": [{"value": "a", "purpose": "tagging"}, {"value": "b", "purpose": "commenting"}]},
            [("note", "b"), ("tag", "a")],
        ),
        (
            {"body": {"type": "Choice", "items": [{"value": "en"}, {"value": "fr"}]}},
            [("note", "en"), ("note", "fr")],
        ),
        ({"type": ["Annotation", "x:y"]}, [("note", "Who says so?")]),
    ],
)  # fmt: skip
def test_bodies_as_others_write_them(members: dict[str, object], parts: list[tuple[str, str]]) -> None:
    contents, told = arrived(theirs(**members))
    assert sorted((a.kind, a.body) for a in contents.annotations) == sorted(parts)
    assert told == ()
    assert len({a.id for a in contents.annotations}) == len(parts)


@pytest.mark.parametrize(
    "selector",
    [
        [QUOTE, {**POSITION, "start": 1, "end": 4}],
        QUOTE,
        {"type": "FragmentSelector", "value": "x", "refinedBy": QUOTE},
    ],
)
def test_selectors_as_others_write_them(selector: object) -> None:
    contents, told = arrived(theirs(target=[{"source": {"id": ADDRESS}, "selector": selector}]))
    assert told == ()
    assert [a.target for a in contents.annotations] == [FORTY]


def test_a_place_without_words_counts_in_the_very_text_alone() -> None:
    named = {"source": f"urn:sha256:{MILL_VERSION}", "selector": POSITION}
    assert [a.target for a in arrived(theirs(target=named)).contents.annotations] == [FORTY]
    contents, told = arrived(theirs(target={"source": ADDRESS, "selector": POSITION}))
    assert (contents.annotations, len(told)) == ((), 1)


@pytest.mark.parametrize(
    "wrap",
    [
        lambda a: [a],
        lambda a: {"type": "AnnotationPage", "items": [a]},
        lambda a: {"type": "AnnotationCollection", "first": {"items": [a]}},
    ],
)
def test_containers_as_others_write_them(wrap: Any) -> None:
    assert len(arrived(wrap(theirs())).contents.annotations) == 1


def test_targets_without_words_are_told_and_not_lost_silently() -> None:
    element = {"type": "XPathSelector", "value": "/p[1]"}
    ranged = {"type": "RangeSelector", "startSelector": element, "endSelector": element}
    contents, told = arrived(theirs(target=[ADDRESS, {"source": ADDRESS, "selector": ranged}]))
    assert contents.annotations == ()
    assert [sentence.split(" ")[0:4] for sentence in told] == [
        ["1", "annotation", "on", "a"],
        ["1", "annotation", "whose", "place"],
    ]


def test_a_page_of_several_is_refused() -> None:
    page = {"type": "AnnotationPage", "items": [], "next": "https://example.org/2"}
    with pytest.raises(NotebookError, match="one page of several"):
        arrived({"type": "AnnotationCollection", "first": page})


def test_words_changed_in_our_own_file_are_refused() -> None:
    document = json.loads(
        exchange.export(SMALL, "jsonld").decode().replace('"exact": "Forty', '"exact": "Fifty')
    )
    with pytest.raises(NotebookError, match="don't stand at its place"):
        arrived(document)


def test_a_note_of_ours_that_another_program_edited_is_the_later_one(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notebook.sqlite")
    notebook.merge(SMALL)
    document = json.loads(exchange.export(SMALL, "jsonld"))
    note = next(item for item in document["first"]["items"] if item["seedreader:kind"] == "note")
    note["body"]["value"], note["modified"] = "The union.", "2026-01-01T00:00:00Z"
    assert notebook.merge(arrived(document, notebook.contents()).contents) == MergeResult(0, 1)
    assert "The union." in {a.body for a in notebook.annotations()}


def test_our_own_annotations_without_their_texts_are_others() -> None:
    document = json.loads(exchange.export(SMALL, "jsonld"))
    document["seedreader:texts"] = []
    contents, told = arrived(document, known=replace(SMALL, annotations=()))
    assert set(contents.annotations) == {a for a in SMALL.annotations if not a.deleted}
    contents, told = arrived(document, known=NOTHING)
    assert {a.kind for a in contents.annotations} == {"note", "tag", "highlight"}
    assert any("such as verdicts" in sentence for sentence in told)


def test_foreign_annotations_twice_are_the_same_ones() -> None:
    first = arrived(
        [theirs(), theirs(id="urn:uuid:6bb11a5f-ff1a-4d30-b2cd-7ce45eb4fd6e", bodyValue="x", body=[])]
    )
    known = replace(SMALL, annotations=first.contents.annotations)
    again = arrived(
        [theirs(), theirs(id="urn:uuid:6bb11a5f-ff1a-4d30-b2cd-7ce45eb4fd6e", bodyValue="x", body=[])], known
    )
    assert again.contents.annotations == first.contents.annotations
    assert "6bb11a5f-ff1a-4d30-b2cd-7ce45eb4fd6e" in {a.id for a in first.contents.annotations}


def test_without_an_id_or_a_time_twice_is_the_same_too() -> None:
    bare = theirs(created=None)
    del bare["id"]
    first = arrived(bare).contents.annotations
    later = exchange.read(
        json.dumps(bare).encode(), "file", replace(SMALL, annotations=first), (), "2026" + NOW[4:]
    )
    assert later.contents.annotations == first
    assert first[0].created == NOW

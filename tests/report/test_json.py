from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from seedreader.article import Article, Mark
from seedreader.ingest.load_files import load
from seedreader.report.content import make_report
from seedreader.report.formats import write
from tests.report.hostile import HOSTILE, hostile
from tests.report.made import MADE, harbour, put, reported

SCHEMA = Draft202012Validator(
    json.loads(files("seedreader.report").joinpath("report.schema.json").read_text())
)


def document(report: Any) -> Any:
    found = json.loads(write(report, "json"))
    SCHEMA.validate(found)
    return found


def test_the_samples_fit_the_schema_and_hold_every_fact(seeds: list[Path]) -> None:
    report = reported(load([str(seed) for seed in seeds]).articles, full=True)
    found = document(report)
    (story,) = found["stories"]
    assert len(story["facts"]) == story["overview"]["facts"] == len(report.stories[0].facts)
    assert len(story["claims"]) == story["overview"]["claims"]
    quotes = [each["quote"] for fact in story["facts"] for each in fact["sources"]]
    quotes += [quote for d in story["disagreements"] for p in d["positions"] for quote in p["quotes"]]
    assert any(quote["differs"] for quote in quotes)
    for quote in quotes:
        for start, end in quote["differs"]:
            assert 0 <= start < end <= len(quote["text"])
    assert "text" not in story["sources"][0]
    assert story["sources"][2]["citation"] == "The Moscow Times. March 27, 2025."


def test_the_notebook_s_word_is_in_it_with_who_and_when() -> None:
    given = [*harbour(), Article("A part.", "three", marks=(Mark("excerpt"),), language="de")]
    placed = [
        put("verdict", "conflict", given, 0, "4 million euros", (1, "6 million euros"), author="Tom"),
        put("verdict", "none", given, 0, "About 300 people", (1, "Some residents")),
        put("note", "Ask\nher", given, 0, "Work begins"),
        put("note", "gone", given, 1, "is not there", state="orphan"),
        put("no claim", "", given, 0, "Work begins"),
    ]
    found = document(reported(given, placed, author="Ana Ruiz"))
    (story,) = found["stories"]
    assert found["author"] == "Ana Ruiz"
    assert [
        (each["relation"], each["by"]["author"], each["disagreement"]) for each in story["judgements"]
    ] in (
        [("conflict", "Tom", 1), ("none", "", None)],
        [("none", "", None), ("conflict", "Tom", 1)],
    )
    assert {each["state"] for each in story["notes"]} == {"exact", "orphan"}
    assert story["corrections"][0]["kind"] == "no claim"
    assert story["disagreements"][0]["title"] == "4 million euros ≠ 6 million euros"
    assert story["limits"]["partial"] == [[3, "excerpt"]]


def test_no_story_is_a_document_too() -> None:
    assert document(make_report([], MADE, notebook=False))["stories"] == []


@pytest.mark.parametrize("words", HOSTILE)
def test_any_words_make_a_document_that_may_stand_in_a_page(words: str) -> None:
    report = hostile(words)
    said = write(report, "json").encode("utf-8", "replace").decode()
    SCHEMA.validate(json.loads(said))
    assert not {"<", ">", "&", "\x1b", "\u202e", "\x9b"} & set(said)

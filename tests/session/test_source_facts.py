from __future__ import annotations

from datetime import date

import pytest

from seedreader.analysis.source_corrections import correct
from seedreader.article import ANOTHER_READING, BY_READER, Article, Provenance, SourceCorrection, SourceId
from seedreader.session.source_facts import parsed, said, source_facts

URL = "https://tarn.example/pier"
ONE = Article(
    "A", "a", "/a.txt", outlet="Bell", published=date(2025, 3, 21), url=URL,
    provenance=Provenance(outlet="html"),
)  # fmt: skip
TWO = Article("B", "b", "/b.txt", url=URL)
THREE = Article("C", "c", "/c.txt")
NAMELESS = Article("D", "d")
HERE = SourceId("file:///a.txt")


def test_each_fact_has_its_value_and_what_told_it() -> None:
    facts = source_facts([ONE, THREE], 0)
    assert [(f.fact, f.value, f.told_by) for f in facts] == [
        ("title", "", ""),
        ("outlet", "Bell", "html"),
        ("published", "2025-03-21", ""),
        ("language", "", ""),
        (ANOTHER_READING, "no", ""),
    ]


def test_what_was_read_stays_known_beside_the_readers_word() -> None:
    mine = correct(ONE, [SourceCorrection(HERE, "outlet", "Gazette")])
    outlet = source_facts([mine], 0)[1]
    assert (outlet.value, outlet.told_by, outlet.read, outlet.read_by) == (
        "Gazette",
        BY_READER,
        "Bell",
        "html",
    )
    assert outlet.by_reader


def test_versions_are_told_as_read_and_as_the_reader_says() -> None:
    (reading,) = source_facts([ONE, TWO], 0)[4:]
    assert (reading.value, reading.by_reader, reading.other) == ("yes", False, 1)
    word = said([ONE, TWO], 0, reading, "no")
    assert word == SourceCorrection(HERE, ANOTHER_READING, "no", TWO.source)
    (reading,) = source_facts([correct(each, [word]) for each in (ONE, TWO)], 1)[4:]
    assert (reading.value, reading.by_reader, reading.read) == ("no", True, "yes")


def test_of_a_source_without_a_name_nothing_can_be_said() -> None:
    assert said([NAMELESS], 0, source_facts([NAMELESS], 0)[0], "x") is None
    assert [f.fact for f in source_facts([ONE, NAMELESS], 0)][4:] == []
    same = Article("E", "e", source=SourceId(HERE.uri))
    assert [f.fact for f in source_facts([ONE, same], 0)][4:] == []


@pytest.mark.parametrize(
    ("fact", "typed", "value"),
    [
        ("title", "  The  pier ", "The pier"),
        ("outlet", "", ""),
        ("published", "March 21, 2025", "2025-03-21"),
        ("published", " ", ""),
        ("language", "Welsh", None),
        ("language", "Dutch", "nl"),
        ("language", "DE", "de"),
        ("published", "yesterday", None),
    ],
)
def test_what_is_typed_is_kept_in_one_form(fact: str, typed: str, value: str | None) -> None:
    if value is None:
        with pytest.raises(ValueError, match=f"“{typed}” is no"):
            parsed(fact, typed)
    else:
        assert parsed(fact, typed) == value

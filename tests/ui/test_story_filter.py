from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.ui.screens.story_filter import is_source, parts, stretch, with_part

NAMES = ("source", "year", "on")


def test_a_filter_has_words_and_named_parts() -> None:
    found = parts('Ärger source:2 "two words" year:2024 at:3 on:', NAMES)
    assert [(part.name, part.value) for part in found] == [
        ("", "arger"),
        ("source", "2"),
        ("", "two words"),
        ("year", "2024"),
        ("", "at:3"),
    ]


def test_a_part_takes_the_place_of_those_of_its_name() -> None:
    assert with_part("a source:1 b source:3", NAMES, "source", "2") == "a b source:2"
    assert with_part("a source:1", NAMES, "source", None) == "a"


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2024-2-7", (date(2024, 2, 7), date(2024, 2, 7))),
        ("2023-02-30", None),
        ("2023-13", None),
        ("0000", None),
        ("may", None),
        ("", None),
    ],
)
def test_a_stretch_of_time(value: str, days: tuple[date, date] | None) -> None:
    assert stretch(value) == days


def test_a_source_is_meant_by_its_number_or_a_part_of_its_name() -> None:
    assert is_source("1", 1, "gazette 12")
    assert not is_source("1", 12, "gazette 12")
    assert is_source("gaz", 12, "gazette 12")


@given(st.text(max_size=60))
def test_any_text_is_a_filter(text: str) -> None:
    for part in parts(text, NAMES):
        assert part.text
        stretch(part.value)
    assert all(part.name != "source" for part in parts(with_part(text, NAMES, "source", None), NAMES))

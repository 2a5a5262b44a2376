from __future__ import annotations

from datetime import date

import pytest

from seedreader.ui.screens.story_filter import is_source, stretch


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

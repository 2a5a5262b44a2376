from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import dates, quantities
from seedreader.article import DateMention, Quantity
from seedreader.story.matrix.format_values import FormattedValue, format_value

DAY = date(2021, 9, 15)
FIGURES = st.none() | st.floats()


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("up to 300 boats", "≤ 300", "boats"),
        ("at least 4,000 people", "≥ 4,000", "people"),
        ("about 11,000 houses", "≈ 11,000", "houses"),
        ("1,000 to 3,000 visitors", "1,000–3,000", "visitors"),
        ("14 people", "14", "people"),
        ("2.5 percent", "2.5 %", ""),
        ("4 million euros", "4 million EUR", ""),
        ("1.25 billion dollars", "1.25 billion USD", ""),
        ("1,234,567 voters", "1,234,567", "voters"),
        ("dozens of boats", "24–120", "boats"),
    ],
)
def test_a_figure_is_told_with_what_its_wording_allows(text: str, words: str, unit: str) -> None:
    (quantity,) = quantities.find_quantities(f"The council counted {text} on the river.")
    assert format_value(quantity) == FormattedValue(words, unit)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("on 3 May 2021", "3 May 2021"),
        ("in May 2021", "May 2021"),
        ("in 2019", "2019"),
        ("since 1991", "since 1991"),
        ("since March 25, 2021", "since 25 Mar 2021"),
        ("from 1963 to 1968", "1963–1968"),
        ("last month", "Aug 2021"),
        ("between January and February", "Jan – Feb 2021"),
    ],
)
def test_a_day_is_told_as_short_as_it_can_be(text: str, words: str) -> None:
    (mention,) = dates.find_dates(f"The bridge was closed {text}.", DAY)
    assert format_value(mention) == FormattedValue(words)


def test_bounds_that_leave_the_figure_out_say_so() -> None:
    assert format_value(Quantity(0, 1, 100.0, None, 99.0, "boats")).words == "< 100"
    assert format_value(Quantity(0, 1, 100.0, 101.0, None, "boats")).words == "> 100"


def test_days_over_the_end_of_a_year() -> None:
    assert (
        format_value(DateMention(0, 1, date(2020, 12, 1), date(2021, 1, 31))).words == "Dec 2020 – Jan 2021"
    )
    assert (
        format_value(DateMention(0, 1, date(2020, 12, 5), date(2021, 1, 3))).words
        == "5 Dec 2020 – 3 Jan 2021"
    )
    assert format_value(DateMention(0, 1, None, date(2021, 1, 3))).words == "until 3 Jan 2021"
    assert format_value(DateMention(0, 1, None, None)).words == ""


@given(FIGURES, FIGURES, FIGURES, st.none() | st.text(max_size=5))
def test_any_figure_can_be_told(
    figure: float | None, low: float | None, high: float | None, unit: str | None
) -> None:
    assert "\n" not in format_value(Quantity(0, 1, figure, low, high, unit)).words.replace(unit or "\n", "")


@given(st.none() | st.dates(), st.none() | st.dates())
def test_any_days_can_be_told(first: date | None, last: date | None) -> None:
    words = format_value(DateMention(0, 1, first, last)).words
    assert bool(words) == (first is not None or last is not None)

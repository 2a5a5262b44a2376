from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.text.format_dates import apart, day, days, edge


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2025, 3, 27), date(2025, 3, 27), "27 Mar 2025"),
        (date(2025, 3, 1), date(2025, 3, 31), "Mar 2025"),
        (date(2025, 1, 1), date(2025, 2, 28), "Jan–Feb 2025"),
        (date(2024, 12, 1), date(2025, 2, 28), "Dec 2024–Feb 2025"),
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(1950, 1, 1), date(1953, 12, 31), "1950–1953"),
        (date(2025, 2, 21), date(2025, 2, 28), "21–28 Feb 2025"),
        (date(2025, 2, 21), date(2025, 3, 2), "21 Feb–2 Mar 2025"),
        (date(2024, 12, 30), date(2025, 1, 5), "30 Dec 2024–5 Jan 2025"),
        (date(2005, 1, 1), None, "since 2005"),
        (date(2005, 5, 1), None, "since May 2005"),
        (date(2005, 5, 4), None, "since 4 May 2005"),
        (None, date(2005, 12, 31), "until 2005"),
        (None, date(2005, 5, 31), "until May 2005"),
        (None, None, "no known day"),
    ],
)
def test_an_interval_is_told_as_short_as_it_can_be(first: date | None, last: date | None, said: str) -> None:
    assert days(first, last) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 days"), (1, "1 day"), (60, "60 days"), (61, "2 months"), (330, "11 months"),
        (365, "1 year"), (396, "1 year 1 month"), (606, "1 year 8 months"), (731, "2 years"),
        (40 * 365, "40 years"),
    ],
)  # fmt: skip
def test_a_length_of_time(number: int, said: str) -> None:
    assert apart(number) == said


def test_an_edge_is_the_year_or_the_month_that_it_begins_or_ends() -> None:
    assert edge(date(2020, 1, 1), first=True) == "2020"
    assert edge(date(2020, 1, 1), first=False) == "1 Jan 2020"
    assert edge(date(2020, 2, 29), first=False) == "Feb 2020"


@given(st.dates(), st.dates())
def test_every_interval_has_words_with_its_last_year(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert str(last.year) in days(first, last)
    assert str(first.year) in days(first, last)
    assert day(first)
    assert apart((last - first).days)

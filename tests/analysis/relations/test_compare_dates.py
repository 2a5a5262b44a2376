"""Days of one event in two passages: which verb they date, and what they exclude."""

from __future__ import annotations

from datetime import date

import pytest

from seedreader.analysis import dates
from seedreader.analysis.relations import compare_dates
from seedreader.analysis.relations.compare_dates import DatedText
from seedreader.article import DateMention, Reason

DAY = date(2024, 6, 6)  # a Thursday


def dated(text: str, published: date | None = DAY) -> DatedText:
    found = dates.find_dates(text, published)
    assert found
    return DatedText(text, found)


def compared(one: str, two: str) -> tuple[str, Reason] | None:
    return compare_dates.compare_dates(dated(one), dated(two))


def other_day(one: str, two: str, published: date | None = DAY) -> Reason | None:
    return compare_dates.other_day(dated(one, published), dated(two, published))


def test_a_day_within_the_month_of_the_other_outweighs_one_that_is_not() -> None:
    one = "The ministers signed the trade pact in May 2024."
    two = "They had signed a pact on 7 June 2023, and signed the trade pact on 3 May 2024."
    found = compared(one, two)
    assert found is not None and found[0] == "refine"


@pytest.mark.parametrize(
    ("one", "two", "sign"), [("on 3 May 2024", "in May 2024", "⊂"), ("in May 2024", "on 3 May 2024", "⊃")]
)
def test_the_sign_tells_which_day_lies_in_which(one: str, two: str, sign: str) -> None:
    found = compared(f"The ministers signed the pact {one}.", f"The pact was signed {two}.")
    assert found is not None and (found[0], found[1].sign) == ("refine", sign)


def test_a_date_is_of_the_verb_beside_it() -> None:
    one = "Ana Ruiz, born in Porto Sul, died on 3 May 2024."
    two = "Ana Ruiz of Porto Sul died on 5 May 2024."
    found = compared(one, two)
    assert found is not None and (found[0], found[1].shared) == ("conflict", ("died",))


def test_until_a_day_excludes_no_other() -> None:
    assert other_day("The road was closed on Monday.", "The road was closed on Tuesday.") is not None
    assert other_day("The road is closed until Monday.", "The road was closed on Tuesday.") is None


def test_days_are_apart_only_where_none_of_either_passage_meet() -> None:
    one, two = dated("It rained on Monday."), dated("It rained on Sunday and again on Monday.")
    assert len(two.dates) == 2
    assert compare_dates.apart(one, two) is None
    assert compare_dates.apart(one, DatedText(two.text, two.dates[:1])) is not None


def test_days_that_cannot_be_resolved_are_told_apart_by_their_words() -> None:
    assert other_day("It sank on Monday.", "It sank on Tuesday.", None) is not None
    assert other_day("It sank on Monday.", "It sank on Monday evening.", None) is None


@pytest.mark.parametrize(("month", "is_near"), [(8, True), (3, False)])
def test_an_event_of_every_year_is_ruled_out_by_near_days_only(month: int, is_near: bool) -> None:
    two = date(2025 if month < 6 else 2024, month, 1)
    mentions = DateMention(0, 1, DAY, DAY), DateMention(0, 1, two, two)
    assert compare_dates.near(compare_dates.reason("≠", *mentions)) == is_near


def test_a_weekday_is_no_day_that_the_calendar_names() -> None:
    for text, named in (("It sank on Monday.", False), ("It sank on 3 May.", True)):
        assert bool(compare_dates.calendar(dated(text))) == named

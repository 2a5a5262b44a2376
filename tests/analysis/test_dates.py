from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import dates

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
WEDNESDAY = date(2021, 9, 15)


def days(text: str, published: date | None = WEDNESDAY) -> tuple[str, str | None, str | None]:
    (found,) = dates.find_dates(text, published)
    first, last = (d.isoformat() if d else None for d in (found.first, found.last))
    return text[found.start : found.end], first, last


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("on 2019-04-03 in", "2019-04-03", "2019-04-03", "2019-04-03"),
        ("on April 3, 2019.", "April 3, 2019", "2019-04-03", "2019-04-03"),
        ("on 3 Apr 2019.", "3 Apr 2019", "2019-04-03", "2019-04-03"),
        ("on the 3rd of April 2019.", "3rd of April 2019", "2019-04-03", "2019-04-03"),
        ("in June 2018 it", "June 2018", "2018-06-01", "2018-06-30"),
        ("in February 2020 it", "February 2020", "2020-02-01", "2020-02-29"),
        ("in 2018 it", "2018", "2018-01-01", "2018-12-31"),
        ("the king’s 1066 invasion: in 1566 it", "1566", "1566-01-01", "1566-12-31"),
        ("after Denmark’s 1864 defeat", "1864", "1864-01-01", "1864-12-31"),
        ("the 1939-45 war", "1939-45", "1939-01-01", "1945-12-31"),
        ("in the 1990s it", "the 1990s", "1990-01-01", "1999-12-31"),
        ("in early 2018 it", "early 2018", "2018-01-01", "2018-04-30"),
        ("in the late 1990s it", "late 1990s", "1997-01-01", "1999-12-31"),
        ("between 2014 and 2018 it", "between 2014 and 2018", "2014-01-01", "2018-12-31"),
        ("from 3-9 March 2022.", "3-9 March 2022", "2022-03-03", "2022-03-09"),
        ("in Q3 2020 it", "Q3 2020", "2020-07-01", "2020-09-30"),
        ("in the first half of 2019", "the first half of 2019", "2019-01-01", "2019-06-30"),
        ("on 24.2.2022 it", "24.2.2022", "2022-02-24", "2022-02-24"),
        ("on 12/25/2019 it", "12/25/2019", "2019-12-25", "2019-12-25"),
        ("after the 2022 election", "2022", "2022-01-01", "2022-12-31"),
        ("the summer of 2019", "the summer of 2019", "2019-06-01", "2019-08-31"),
        ("in the 19th century", "the 19th century", "1801-01-01", "1900-12-31"),
        ("the 70th anniversary of the truce of July 27, 1953", "July 27, 1953", "1953-07-27", "1953-07-27"),
    ],
)
def test_absolute_dates_need_no_published_date(text: str, words: str, first: str, last: str) -> None:
    assert days(text, None)[1:] == (first, last)
    assert days(text, None)[0] == words


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They met Monday.", "2021-09-13", "2021-09-13"),
        ("They met on Wednesday night.", "2021-09-15", "2021-09-15"),
        ("They met on Thursday.", "2021-09-09", "2021-09-09"),
        ("They meet next Thursday.", "2021-09-16", "2021-09-16"),
        ("They meet today.", "2021-09-15", "2021-09-15"),
        ("They met yesterday.", "2021-09-14", "2021-09-14"),
        ("They met this week.", "2021-09-13", "2021-09-19"),
        ("They met last week.", "2021-09-06", "2021-09-12"),
        ("They met last month.", "2021-08-01", "2021-08-31"),
        ("They met last year.", "2020-01-01", "2020-12-31"),
        ("They met in late February.", "2021-02-21", "2021-02-28"),
        ("They met in mid-August.", "2021-08-11", "2021-08-20"),
        ("They met in November.", "2020-11-01", "2020-11-30"),
        ("They met on March 25.", "2021-03-25", "2021-03-25"),
        ("They have met since March 25.", "2021-03-25", None),
        ("They have met since 2018.", "2018-01-01", None),
        ("They met between January and March.", "2021-01-01", "2021-03-31"),
        ("They met three days ago.", "2021-09-12", "2021-09-12"),
        ("They met two years ago.", "2019-01-01", "2019-12-31"),
        ("They met a couple of weeks ago.", "2021-08-30", "2021-09-05"),
        ("They met earlier this month.", "2021-09-01", "2021-09-15"),
        ("They meet later this year.", "2021-09-15", "2021-12-31"),
        ("They met in the past week.", "2021-09-08", "2021-09-15"),
        ("They met in February last year.", "2020-02-01", "2020-02-29"),
        ("They met on Tuesday last week.", "2021-09-07", "2021-09-07"),
        ("It ends by the end of the year.", "2021-09-01", "2021-12-31"),
        ("It closes within 30 days.", "2021-09-15", "2021-10-15"),
        ("They met last winter.", "2020-12-01", "2021-02-28"),
        ("They met over the weekend.", "2021-09-11", "2021-09-12"),
    ],
)
def test_relative_dates_are_seen_from_the_published_day(text: str, first: str, last: str | None) -> None:
    assert days(text)[1:] == (first, last)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They will meet on Thursday.", "2021-09-16"),
        ("The vote is due on Monday.", "2021-09-20"),
        ("A tug was expected to pull it free on Thursday.", "2021-09-16"),
        ("It must be signed by Friday.", "2021-09-17"),
        ("She will resign, he said on Thursday.", "2021-09-09"),
        ("He was hurt by a car on Thursday.", "2021-09-09"),
        ("Roads were shut due to heavy rain on Thursday.", "2021-09-09"),
        ("Sales rose more than expected on Thursday.", "2021-09-09"),
    ],
)
def test_a_weekday_is_the_next_one_only_where_its_sentence_looks_ahead(text: str, day: str) -> None:
    assert days(text)[1:] == (day, day)


def test_a_month_ahead_is_the_coming_one() -> None:
    assert days("The court will hear it in November.")[1:] == ("2021-11-01", "2021-11-30")


def test_a_day_that_two_countries_read_differently_stays_open() -> None:
    assert days("on 2/3/2020 it")[1:] == (None, None)


@pytest.mark.parametrize("text", ["on Thursday", "yesterday", "last year", "in late May", "on March 3"])
def test_relative_dates_are_open_without_a_published_day(text: str) -> None:
    assert days(text, None)[1:] == (None, None)


@pytest.mark.parametrize(
    "text",
    ["They may leave.", "They march on.", "in 2000 people", "February 31, 2020", "room 1984", "a sunny day"],
)
def test_what_only_looks_like_a_date_resolves_to_nothing(text: str) -> None:
    assert all(d.first is None and d.last is None for d in dates.find_dates(text, WEDNESDAY))


@given(st.dates())
def test_every_iso_date_is_found_where_years_are_plausible(day: date) -> None:
    found = dates.find_dates(f"On {day.isoformat()} it rained", None)
    if 1500 <= day.year < 2100:
        assert [(d.first, d.last) for d in found] == [(day, day)]


@pytest.mark.parametrize("text", ["later last week", "earlier next month", "LATER last year"])
def test_later_and_earlier_only_part_a_time_that_holds_today(text: str) -> None:
    [found] = dates.find_dates(f"It closed {text} to all.", WEDNESDAY)
    assert found.first is not None and found.last is not None
    assert found.first < found.last


@pytest.mark.parametrize("text", ["They scored in the first half.", "It lost the second half of the match."])
def test_half_of_a_match_is_no_time_of_the_year(text: str) -> None:
    assert dates.find_dates(text, WEDNESDAY) == ()


@given(st.text(max_size=60), st.dates())
def test_dates_lie_in_the_text_in_order(text: str, published: date) -> None:
    spiced = f"{text} late May {text} last week next year {text} 3 weeks ago in 2019"
    found = dates.find_dates(spiced, published)
    assert all(0 <= d.start < d.end <= len(spiced) for d in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(d.first is None or d.last is None or d.first <= d.last for d in found)


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name)
def test_the_samples_have_dates_inside_their_lines(path: Path) -> None:
    text = path.read_text("utf-8")
    found = dates.find_dates(text, date(2025, 4, 1))
    assert found
    assert all("\n" not in text[d.start : d.end] for d in found)

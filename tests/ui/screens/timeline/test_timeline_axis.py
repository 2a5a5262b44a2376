from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.story.timeline import STATEMENT, UNITS, TimelineEvent
from seedreader.ui.screens.timeline.timeline_axis import axis, header


def event(first: date | None, last: date | None) -> TimelineEvent:
    return TimelineEvent(0, STATEMENT, 0, 1, first, last, (0, 0))


def days(*each: date) -> list[TimelineEvent]:
    return [event(day, day) for day in each]


def test_the_finest_unit_that_fits_is_taken() -> None:
    events = days(*(date(2025, 1, 1) + timedelta(days=9 * n) for n in range(12)))
    assert axis(events, None, 200).unit == "day"
    assert axis(events, None, 40).unit == "month"
    assert axis(events, None, 12).unit == "year"
    assert axis(events, "day", 12).unit == "day"


def test_labels_stand_where_they_change() -> None:
    events = days(date(2023, 7, 27), date(2025, 3, 20), date(2025, 3, 21), date(2025, 4, 2))
    line = axis(events, "day", 0)
    assert [label for _, label in header(line, 0)] == ["2023", "2025"]
    assert [label for _, label in header(line, 1)] == ["Jul", "Mar", "Apr"]
    assert [label for _, label in header(line, 2)] == ["27", "20", "21", "2"]
    assert [group.gap for group in line.groups] == [False, True, False, True]


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(1950, 1, 1), date(1953, 12, 31), ["1950–53", "", ""]),
        (date(2024, 1, 1), date(2024, 12, 31), ["2024", "", ""]),
        (date(2025, 1, 1), date(2025, 2, 28), ["2025", "Jan–Feb", ""]),
        (date(2025, 2, 21), date(2025, 2, 28), ["2025", "Feb", "21–28"]),
        (date(2005, 1, 1), None, ["2005→", "", ""]),
        (None, date(2005, 1, 1), ["→2005", "", ""]),
    ],
)
def test_what_is_longer_than_a_unit_is_labelled_as_far_as_it_is_precise(
    first: date | None, last: date | None, labels: list[str]
) -> None:
    assert list(axis([event(first, last)], "day", 50).labels[0]) == labels


def test_no_events_have_an_axis_of_no_width() -> None:
    assert axis([], None, 80).width == 0


EDGES = st.one_of(st.none(), st.dates())


@given(st.lists(st.tuples(EDGES, EDGES), max_size=25), st.sampled_from([None, *UNITS]), st.integers(0, 200))
def test_groups_stand_apart_with_their_labels_in_their_cells(
    edges: list[tuple[date | None, date | None]], unit: str | None, room: int
) -> None:
    events = [event(min(a, b), max(a, b)) if a and b else event(a, b) for a, b in edges if a or b]
    line = axis(events, unit, room)
    assert len(line.homes) == len(events)
    for number, home in enumerate(line.homes):
        assert number in line.groups[home].events
    for one, other in pairwise(line.slots):
        assert one.at + one.width <= other.at
    for level in range(UNITS.index(line.unit) + 1):
        labels = header(line, level)
        for (at, label), (following, _) in pairwise(labels):
            assert at + len(label) < following
        assert all(at + len(label) <= line.width for at, label in labels)
    assert list(line.between(0, line.width)) == list(range(len(line.groups)))

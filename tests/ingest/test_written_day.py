from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.ingest import written_day

DAY = date(2011, 8, 31)


@pytest.mark.parametrize(
    "line",
    [
        "August 31, 2011 Wednesday", "Wednesday, 31 Aug. 2011", "Mittwoch 31. August 2011",
        "31 augustus 2011 woensdag",
        "Onsdag den 31. august 2011", "mercredi 31 août 2011 12h30", "31 de agosto de 2011",
        "31 agosto 2011 mercoledì",
        "2011-08-31", "31.8.2011", "8/31/2011", "2011年8月31日",
        "31 августа 2011", "August 31, 2011 9:03 AM GMT",
        "31. August 2011 / August 31, 2011", "31 sierpnia 2011",
    ],
)  # fmt: skip
def test_days_of_many_languages(line: str) -> None:
    assert written_day.whole(line) == DAY


@pytest.mark.parametrize(
    "line", ["03/04/2011", "February 30, 2011", "August 2011", "31 houses in 2011", "", "Friday"]
)
def test_what_is_no_one_day(line: str) -> None:
    assert written_day.whole(line) is None


def test_a_line_with_more_than_a_day() -> None:
    line = "Wednesday August 31, 2011, Late Edition - Final"
    assert written_day.whole(line) is None
    found = written_day.begins(line)
    assert found and (found.day, line[found.start : found.end]) == (DAY, "August 31, 2011")
    assert written_day.begins("It happened on August 31, 2011") is None
    assert written_day.whole("August 31, 2011 and September 1, 2011") is None


@given(st.text(max_size=400))
def test_any_line_is_read(line: str) -> None:
    found = written_day.find(line)
    assert found is None or 0 <= found.start < found.end <= len(line)

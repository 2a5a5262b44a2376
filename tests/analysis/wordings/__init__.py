"""Sentences of news with what their figures and dates mean, written before the code was changed.

In `quantities*.txt` a figure is marked ``{wording|figure|interval|unit}``. The interval is empty where it
is the figure itself, ``14:`` or ``:14`` where one side is open, ``10:20`` from low to high, ``~`` for 10 %
either way, ``%`` for 5 %, ``-`` for 10 % below and ``+`` for 10 % above. A unit of ``?`` may be anything.
In `dates*.txt` a date is ``{wording|first..last}`` or ``{wording|day}``; ``@`` begins the line of the day on
which the articles were published. What is not marked is no figure and no date. A line that begins with
``!`` is known to be read wrongly.
"""

from __future__ import annotations

import re
from datetime import date
from math import isclose
from pathlib import Path
from typing import NamedTuple

from seedreader.analysis import dates, quantities
from seedreader.analysis.quantities.counted_nouns import singular
from seedreader.article import DateMention, Quantity

_MARKED = re.compile(r"\{([^{}|]*)\|([^{}]*)\}")


class Line(NamedTuple):
    """A sentence, the day it was published, its marks with their values, whether it is a known miss."""

    text: str
    published: date | None
    marks: tuple[tuple[int, int, str], ...]
    missed: bool


def read(name: str) -> list[Line]:
    """The sentences of one file of this folder."""
    published: date | None = None
    out: list[Line] = []
    for row in (Path(__file__).parent / name).read_text("utf-8").splitlines():
        if row.startswith("@"):
            published = date.fromisoformat(row[1:])
        elif row and not row.startswith("#"):
            out.append(_line(row.removeprefix("!").strip(), published, row.startswith("!")))
    return out


def _line(row: str, published: date | None, missed: bool) -> Line:
    text, at, marks = "", 0, []
    for m in _MARKED.finditer(row):
        text += row[at : m.start()]
        marks.append((len(text), len(text) + len(m[1]), m[2]))
        text, at = text + m[1], m.end()
    return Line(text + row[at:], published, tuple(marks), missed)


def wrong_quantities(line: Line) -> tuple[int, list[str]]:
    """How many figures of a sentence are read rightly, and what is read otherwise, missed or made up."""
    left = list(quantities.find_quantities(line.text))
    right, wrong = 0, []
    for start, end, value in line.marks:
        found = next((q for q in left if q.start < end and start < q.end), None)
        if found is not None:
            left.remove(found)
        if found is not None and (found.start, found.end) == (start, end) and _same(found, value):
            right += 1
        else:
            wrong.append(f"{line.text[start:end]} ({value}): {_told(line.text, found)}")
    return right, wrong + [f"nothing: {_told(line.text, q)}" for q in left]


def wrong_dates(line: Line) -> tuple[int, list[str]]:
    """How many dates of a sentence are read rightly, and what is read otherwise, missed or made up."""
    left = list(dates.find_dates(line.text, line.published))
    right, wrong = 0, []
    for start, end, value in line.marks:
        found = next((d for d in left if d.start < end and start < d.end), None)
        if found is not None:
            left.remove(found)
        if found is not None and _interval(found) == value:
            right += 1
        else:
            wrong.append(f"{line.text[start:end]} ({value}): {_interval(found) if found else None}")
    return right, wrong + [f"nothing: {line.text[d.start : d.end]!r} {_interval(d)}" for d in left]


def _told(text: str, q: Quantity | None) -> str:
    return f"{text[q.start : q.end]!r} {q[2:]}" if q else "None"


def _interval(found: DateMention) -> str:
    first, last = (d.isoformat() if d else "" for d in (found.first, found.last))
    return first if first and first == last else f"{first}..{last}"


def _same(found: Quantity, value: str) -> bool:
    said, interval, unit = value.split("|")
    figure = float(said) if said else None
    low, high = _bounds(figure, interval)
    same = all(_close(*pair) for pair in ((found.figure, figure), (found.low, low), (found.high, high)))
    return same and unit in ("?", singular(found.unit or ""), found.unit or "")


def _bounds(figure: float | None, interval: str) -> tuple[float | None, float | None]:
    if ":" in interval:
        low, high = (float(x) if x else None for x in interval.split(":"))
        return low, high
    slack = {"": (0, 0), "~": (0.1, 0.1), "%": (0.05, 0.05), "-": (0.1, 0), "+": (0, 0.1)}[interval]
    value = figure or 0.0
    return value - slack[0] * abs(value), value + slack[1] * abs(value)


def _close(one: float | None, two: float | None) -> bool:
    return one == two if one is None or two is None else isclose(one, two, rel_tol=1e-6, abs_tol=1e-9)

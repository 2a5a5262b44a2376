"""What the trained model sees around a piece: its line, the lines about it, and the body of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from math import exp, log1p

from seedreader.analysis.boilerplate.split_units import TextUnit
from seedreader.article import Range

ABSENT = -9.0
"""What stands for a neighbour beyond either end of the text."""

NEAR, FAR = 3, 10
"""Lines on either side whose averages are taken."""

LONGEST = 60
"""Words of a line that count for the body of the text."""

_LINE = ("lexical", "words", "ended", "known")

NAMES = (
    *(f"line: {name}" for name in _LINE),
    "line: pieces",
    *(f"{where}: {name}" for where in ("line before", "line behind") for name in _LINE),
    *(f"{where}: {name}" for where in ("second line before", "second line behind") for name in _LINE[:2]),
    *(
        f"{count} lines {where}: {name}"
        for where, count in (("before", NEAR), ("before", FAR), ("behind", NEAR), ("behind", FAR))
        for name in (*_LINE, "worth")
    ),
    "in the body", "lines to the body's edge", "share of words since the body began", "longest line before",
    "longest line behind", "share of words in the body", "lines: lexical", "lines: words", "lines: known",
)  # fmt: skip
"""What each number of a line's row is."""


def extents(units: Sequence[TextUnit]) -> list[Range]:
    """Give the places of each line's first unit and of the one after its last."""
    starts = [i for i, unit in enumerate(units) if not i or unit.line != units[i - 1].line]
    return list(pairwise([*starts, len(units)]))


def lines_of(units: Sequence[TextUnit]) -> list[int]:
    """Give for each unit the place of its line among the `extents`."""
    return [k for k, (first, last) in enumerate(extents(units)) for _ in range(first, last)]


def rows(
    units: Sequence[TextUnit],
    sizes: Sequence[int],
    ended: Sequence[bool],
    lexical: Sequence[float],
    lines: Sequence[Range],
) -> list[list[float]]:
    """Give a row of the numbers of `NAMES` for each of the ``lines``, which are `extents`.

    ``sizes`` are the units' words, ``ended`` tells which end as sentences do, ``lexical`` is the word model's
    verdict on each line.
    """
    count = len(lines)
    size = [sum(sizes[first:last]) for first, last in lines]
    logs = [log1p(words) for words in size]
    closed = [ended[last - 1] for _, last in lines]
    known = [sum(unit.rule > 0 for unit in units[first:last]) / (last - first) for first, last in lines]
    worth = [
        min(words, LONGEST) * (1 / (1 + exp(min(max(word, -30.0), 30.0))) - 0.5)
        for words, word in zip(size, lexical, strict=True)
    ]
    first, last = _body(worth)
    words = sums(size)
    whole = words[-1] or 1
    series = [sums(values) for values in (lexical, logs, closed, known, worth)]
    ending = [
        (words[last] - words[first]) / whole,
        series[0][-1] / (count or 1),
        series[1][-1] / (count or 1),
        series[3][-1] / (count or 1),
    ]
    missing = [ABSENT] * 4
    single = [list(values) for values in zip(lexical, logs, closed, known, strict=True)]
    single = [missing, missing, *single, missing, missing]
    found = []
    for k, (start, stop) in enumerate(lines):
        row = [
            *single[k + 2],
            stop - start,
            *single[k + 1],
            *single[k + 3],
            *single[k][:2],
            *single[k + 4][:2],
        ]
        for start, stop in (
            (max(k - NEAR, 0), k),
            (max(k - FAR, 0), k),
            (k + 1, min(k + 1 + NEAR, count)),
            (k + 1, min(k + 1 + FAR, count)),
        ):
            over = stop - start
            row += [(part[stop] - part[start]) / over if over > 0 else ABSENT for part in series]
        inside = first <= k < last
        row += [
            inside,
            min(k - first, last - 1 - k) if inside else (k - first if k < first else last - 1 - k),
            (words[k] - words[first]) / whole if k >= first else -1.0,
            max(logs[max(k - NEAR, 0) : k], default=0.0),
            max(logs[k + 1 : k + 1 + NEAR], default=0.0),
        ]
        found.append(row + ending)
    return found


def _body(worth: Sequence[float]) -> tuple[int, int]:
    """The run of lines that is worth most: where the article is, after Pasternack and Roth (2009)."""
    best, first, last, total, start = float("-inf"), 0, 0, 0.0, 0
    for at, value in enumerate(worth):
        if total <= 0:
            total, start = 0.0, at
        total += value
        if total > best:
            best, first, last = total, start, at + 1
    return first, last


def sums(values: Iterable[float]) -> list[float]:
    """Sums of the values before each place, and of all."""
    return list(accumulate(values, initial=0.0))

"""What the trained model sees around a piece: its line, the lines about it, and the body of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from math import exp, log1p
from typing import NamedTuple

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
    *(f"{where}: {name}" for where in ("line before", "line behind") for name in _LINE[:2]),
    *(f"{where}: lexical" for where in ("second line before", "second line behind")),
    *(
        f"{count} lines {where}: {name}"
        for where, count in (("before", NEAR), ("before", FAR), ("behind", NEAR), ("behind", FAR))
        for name in (*_LINE, "worth", "capitals")
    ),
    *(f"{FAR} lines {where}: highest lexical" for where in ("before", "behind")),
    *(f"{NEAR} lines {where}: longest" for where in ("before", "behind")),
    "in the body", "lines to the body's edge", "share of words since the body began",
    "share of words in the body", "lines: lexical", "lines: words", "lines: known", "lines: capitals",
    "lines before", "lines behind",
)  # fmt: skip
"""What each number of a line's row is."""


class Lines(NamedTuple):
    """Columns of numbers about the lines of a text.

    Words, whether ended, share of pieces that rules know, capitals a word, and the word model's verdict.
    """

    sizes: Sequence[int]
    ended: Sequence[bool]
    known: Sequence[float]
    capitals: Sequence[float]
    lexical: Sequence[float]


def extents(units: Sequence[TextUnit]) -> list[Range]:
    """Give the places of each line's first unit and of the one after its last."""
    starts = [i for i, unit in enumerate(units) if not i or unit.line != units[i - 1].line]
    return list(pairwise([*starts, len(units)]))


class LineContext:
    """The lines of a text, summed up once, so that what is around any of them is told at once."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._count = len(lines.sizes)
        self._logs = list(map(log1p, lines.sizes))
        worth = [
            min(words, LONGEST) * (1 / (1 + exp(min(max(word, -30.0), 30.0))) - 0.5)
            for words, word in zip(lines.sizes, lines.lexical, strict=True)
        ]
        self._first, self._last = _body(worth)
        self._words = sums(lines.sizes)
        columns = (lines.lexical, self._logs, lines.ended, lines.known, worth, lines.capitals)
        self._sums: list[tuple[float, ...]] = list(zip(*map(sums, columns), strict=True))
        self._near = [ABSENT, ABSENT, *lines.lexical, ABSENT, ABSENT]

    def edge(self, k: int) -> int:
        """How many lines the line at ``k`` is inside the body of the text, or, below 0, outside it."""
        if self._first <= k < self._last:
            return min(k - self._first, self._last - 1 - k)
        return k - self._first if k < self._first else self._last - 1 - k

    def around(self, k: int) -> float:
        """The lower of the word model's verdicts on average on the lines `NEAR` before and behind."""
        before, behind = max(k - NEAR, 0), min(k + 1 + NEAR, self._count)
        lexical = [self._sums[at][0] for at in (before, k, k + 1, behind)]
        return min(
            (lexical[1] - lexical[0]) / (k - before or 1), (lexical[3] - lexical[2]) / (behind - k - 1 or 1)
        )

    def row(self, k: int) -> list[float]:
        """The numbers of `NAMES` for the line at ``k``."""
        lines, logs, near, count = self._lines, self._logs, self._near, self._count
        first, last, words = self._first, self._last, self._words
        above, below = max(k - FAR, 0), min(k + 1 + FAR, count)
        close, soon = max(k - NEAR, 0), min(k + 1 + NEAR, count)
        row = [
            lines.lexical[k], logs[k], lines.ended[k], lines.known[k],
            near[k + 1], logs[k - 1] if k else ABSENT, near[k + 3], logs[k + 1] if k + 1 < count else ABSENT,
            near[k], near[k + 4],
        ]  # fmt: skip
        for start, stop in ((close, k), (above, k), (k + 1, soon), (k + 1, below)):
            over = stop - start
            if over > 0:
                row += [(b - a) / over for a, b in zip(self._sums[start], self._sums[stop], strict=True)]
            else:
                row += (ABSENT,) * 6
        edge, whole, total = self.edge(k), words[-1] or 1, self._sums[-1]
        return [
            *row,
            max(lines.lexical[above:k], default=ABSENT),
            max(lines.lexical[k + 1 : below], default=ABSENT),
            max(logs[close:k], default=0.0),
            max(logs[k + 1 : soon], default=0.0),
            edge >= 0,
            edge,
            (words[k] - words[first]) / whole if k >= first else -1.0,
            (words[last] - words[first]) / whole,
            *(total[at] / count for at in (0, 1, 3, 5)),
            min(k, 50),
            min(count - 1 - k, 50),
        ]


def _body(worth: Sequence[float]) -> Range:
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

"""What the trained model sees of a piece of text: numbers about it, its neighbours and the whole text.

The trees know a number by its place in a row. Change any, and `NAMES` with it, and train again as `rules`
says: weights that were made with other names are refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log1p

from seedreader.analysis.boilerplate import line_context
from seedreader.analysis.boilerplate.line_context import ABSENT, LineContext
from seedreader.analysis.boilerplate.split_units import TextUnit
from seedreader.analysis.boilerplate.words import ended
from seedreader.analysis.word_tokens import STOP

_HEAD = 100
"""Characters at the front of a piece or a line whose capitals are counted."""

_TAIL = 20
"""Tokens at the end of a piece among which a credit's words are counted."""

_CREDIT_WORDS = 14
"""Words in a credit, where it stands by itself, at most."""

PROSE_WORDS = 10
_PROSE_STOPS = 0.2
"""A piece that ends like a sentence with as many words, of them such a share stop words, counts as prose."""

_BESIDE = ("credits", "lexical above this")

NAMES = (
    "words", "stop words", "ended", "lexical", "times in the text", "credits", "capitals",
    *(f"{where} in the line: {name}" for where in ("before", "behind") for name in _BESIDE),
    "words of the prose", "how often the prose has them",
    *(f"{where}: lexical" for where in ("before", "behind")), "behind: words",
    "text: pieces", "text: words", "text: prose", "text: stop words",
    *line_context.NAMES,
    "lexical above its line",
)  # fmt: skip
"""What each number of a row is."""

_CAPITAL = re.compile(r"(?<![^\W_])[A-Z]")
_CREDITS = frozenset(
    (
        *("photo", "image", "picture", "credit", "courtesy", "file", "via", "left", "right", "pictured"),
        *("getty", "reuters", "afp", "ap"),
    )
)


class Features:
    """The pieces of a text, summed up once, so that the row of any of them is told at once."""

    def __init__(
        self,
        text: str,
        units: Sequence[TextUnit],
        tokens: Sequence[Sequence[str]],
        words: Sequence[Sequence[str]],
        lexical: Sequence[float],
        by_line: Sequence[float],
    ) -> None:
        """Take the units, their tokens, their words, and the word model's verdicts on units and lines."""
        self._text, self._units, self._tokens, self._words = text, units, tokens, words
        self._lexical, self._by_line = lexical, by_line
        self._sizes = sizes = list(map(len, words))
        stops = [sum([word in STOP for word in own]) for own in words]
        self._stops = [stop / (size or 1) for stop, size in zip(stops, sizes, strict=True)]
        self._ended = list(map(ended, tokens))
        self._prose = [
            size >= PROSE_WORDS and end and stop >= _PROSE_STOPS
            for size, end, stop in zip(sizes, self._ended, self._stops, strict=True)
        ]
        self._known = _vocabulary(words, self._prose)
        self._doubles = Counter(
            tuple(own) for own, is_prose in zip(words, self._prose, strict=True) if not is_prose
        )
        self._whole = [
            log1p(len(units)),
            log1p(sum(sizes)),
            sum(self._prose) / (len(units) or 1),
            sum(stops) / (sum(sizes) or 1),
        ]
        self.lines = LineContext(_lines(text, units, sizes, self._ended, by_line))

    def row(self, i: int) -> list[float]:
        """The numbers of `NAMES` for the unit at ``i``."""
        unit, size, lexical, last = self._units[i], self._sizes[i], self._lexical, len(self._units) - 1
        head = self._text[unit.start : min(unit.end, unit.start + _HEAD)]
        return [
            log1p(size),
            self._stops[i],
            self._ended[i],
            lexical[i],
            self._doubles[tuple(self._words[i])],
            self._credits(i),
            len(_CAPITAL.findall(head)) / (min(size, 40) or 1),
            *self._beside(i, i - 1),
            *self._beside(i, i + 1),
            *self._subject(i),
            lexical[i - 1] if i else ABSENT,
            lexical[i + 1] if i < last else ABSENT,
            log1p(self._sizes[i + 1]) if i < last else ABSENT,
            *self._whole,
            *self.lines.row(unit.line),
            lexical[i] - self._by_line[unit.line],
        ]

    def _credits(self, i: int) -> int:
        return sum([token in _CREDITS for token in self._tokens[i][-_TAIL:]])

    def _beside(self, i: int, at: int) -> tuple[float, float]:
        """Whether the unit at ``at``, if it is in the same line, names a photographer, and what it scores."""
        units = self._units
        if not 0 <= at < len(units) or units[at].line != units[i].line:
            return -1.0, ABSENT
        short = self._sizes[at] < _CREDIT_WORDS or self._text[units[at].start] == "("
        return self._credits(at) if short else 0, self._lexical[at] - self._lexical[i]

    def _subject(self, i: int) -> tuple[float, float]:
        """How many of a unit's words the prose elsewhere uses, and how often."""
        is_prose, known = self._prose[i], self._known
        uses = [known[word[:6]] - is_prose for word in self._words[i] if len(word) > 3 and word not in STOP]
        if not uses:
            return -1.0, -1.0
        return sum([n > 0 for n in uses]) / len(uses), sum([min(n, 6) for n in uses]) / len(uses)


def _lines(
    text: str,
    units: Sequence[TextUnit],
    sizes: Sequence[int],
    ends: Sequence[bool],
    lexical: Sequence[float],
) -> line_context.Lines:
    """What is asked of each line."""
    extents = line_context.extents(units)
    words = [sum(sizes[first:last]) for first, last in extents]
    return line_context.Lines(
        words,
        [ends[last - 1] for _, last in extents],
        [sum([unit.rule > 0 for unit in units[first:last]]) / (last - first) for first, last in extents],
        [
            len(_CAPITAL.findall(text, start, min(start + _HEAD, units[last - 1].end))) / (min(size, 40) or 1)
            for (first, last), size in zip(extents, words, strict=True)
            for start in (units[first].start,)
        ],
        lexical,
    )


def _vocabulary(words: Sequence[Sequence[str]], prose: Sequence[bool]) -> Counter[str]:
    """In how many pieces of the prose each stem of its words stands."""
    known: Counter[str] = Counter()
    for own, is_prose in zip(words, prose, strict=True):
        if is_prose:
            known.update({word[:6] for word in own if len(word) > 3 and word not in STOP})
    return known

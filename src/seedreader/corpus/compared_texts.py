"""Which of many texts are near-copies of one another, pair by pair, and what a pair must share to be asked.

Two texts are near-copies when the content words that they have in one order are a third of the longer one,
or when half of the shingles of the shorter one stand in the other. Sentences that many unlike texts share do
not count. Reports by one template have most words in common and are none: where they agree around a name or
a figure, it is mostly another.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log
from operator import sub
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from seedreader.analysis.families import MAX_CARRIERS
from seedreader.corpus import stock_sentences
from seedreader.corpus.tally import Tally
from seedreader.corpus.texts_as_numbers import END, Texts, Words, content, sentences, telling

IN_ORDER = 0.26
"""Content words that two texts have in one order, as a share of those of the longer one, from which they are
near-copies ..."""

BY_CHANCE = 3
"""... after so many are taken off, which any two short texts may have."""

CONTAINED = 0.5
"""Shingles of the shorter text that the other has too, as a share, from which they are near-copies ..."""

FEWEST_CONTAINED = 3
"""... if they are so many ..."""

LONGER = 1.5
"""... and the other is so many times as long: of texts as long as each other that have half in common, in
whatever order, a third mostly stands in one order."""

SHARED_OF = 20
"""Content words of the shorter text for each shingle that two texts share at least to be compared."""

SAME_TELLING = 0.5
"""Weight of the names and figures that near-copies have in common, as a share of those of the text that has
less, and as a part of the share of its words ..."""

TELLING = 6.0
"""... if those of the two texts weigh so much on average ..."""

LEAST_TELLING = 2.0
"""... and those of each so much. One that hardly another text has weighs about as much."""

USERS = 0.1
"""Share of the texts that use a name or a figure, from which it weighs nothing ..."""

FEWEST_USERS = 20
"""... if they are more than so many."""

MOSTLY_TOLD = 0.75
"""That weight of names and figures in common, from which no others can stand in their place."""

SAME_RARE = 0.25
"""Shingles that few texts have and that two share, as a share of those of the text that has fewer, from which
they may be near-copies without that: a stretch with few names of one stands in the other."""

SLOT = 6
"""Words between two shared ones up to which they are compared with as many that stand there in the other."""

SWAPPED = 2
"""Two texts are reports by one template when the names and figures that stand in the place of others, so many
times, are more than those that they share."""

STOCK_CARRIERS = 8
"""Texts that share a sentence, from which it can be a stock sentence."""

MOST_USERS = 65_535
"""Texts with a name or a figure up to which they are counted."""

NAMES = 1 << 21
"""Places for the counts of names and figures."""

KEPT_READY = 10_000
"""Texts that are kept ready to be compared."""


class _Ready(NamedTuple):
    """What of a text is compared: its content words in order, the names and figures among them, and what
    these weigh.
    """

    words: array[int]
    telling: frozenset[int]
    weight: float


class ComparedTexts(Sequence[frozenset[int]]):
    """Texts without their stock sentences: for each the shingles that another has, too.

    All are given to `add` first, then `prepare` is called once.
    """

    def __init__(self) -> None:
        self._texts: Texts = []
        self._carriers, self._users = Tally(), Tally(MOST_USERS, NAMES)
        self._weights: list[float] = []
        self._stock: frozenset[int] = frozenset()
        self._ready = lru_cache(maxsize=KEPT_READY)(self._made_ready)
        self.fewest: list[int] = []
        """How many shingles each text shares at least with a near-copy."""

    def add(self, words: Words) -> None:
        """Take one more text."""
        self._texts.append(words)
        self._carriers.see(set(_shingles(content(words))))
        self._users.see(telling(words))

    def move(self, to: Texts) -> None:
        """Keep these texts and those to come elsewhere."""
        for words in self._texts:
            to.append(words)
        self._texts = to

    def prepare(self) -> None:
        """Find what is stock, and what names and figures weigh."""
        self._stock = stock_sentences.find(_Sentences(self._texts), STOCK_CARRIERS)
        common = int(min(max(FEWEST_USERS, USERS * len(self)), MOST_USERS))
        self._weights = [log(common / users) for users in (1, *range(1, common))] + [0.0]
        self.fewest = [-(-len(self._ready(place).words) // SHARED_OF) for place in range(len(self))]

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, place: int) -> frozenset[int]:  # type: ignore[override]  # families asks for one
        return frozenset(self._carriers.again(set(_shingles(self._ready(place).words))))

    def near(self, one: int, two: int) -> bool:
        """Whether two texts are near-copies."""
        mine, other = self._ready(one), self._ready(two)
        longer = max(len(mine.words), len(other.words))
        in_order: int = LCSseq.similarity(mine.words, other.words)
        if in_order >= IN_ORDER * longer + BY_CHANCE:
            part = in_order / longer
        elif longer >= LONGER * min(len(mine.words), len(other.words)):
            part = _share(set(_shingles(mine.words)), set(_shingles(other.words)))
            if part < CONTAINED:
                return False
        else:
            return False
        told = self._told(mine, other)
        if told is not None and told >= MOSTLY_TOLD:
            return True
        same = told is None or told >= SAME_TELLING * part
        if same or _share(self._rare(mine), self._rare(other)) >= SAME_RARE:
            return not _by_one_template(mine, other)
        return False

    def _rare(self, text: _Ready) -> set[int]:
        return set(self._carriers.up_to(MAX_CARRIERS, _shingles(text.words)))

    def _told(self, one: _Ready, two: _Ready) -> float | None:
        """The names and figures that two texts share, as a share of those of the one that has less, by
        weight; None where there are too few to tell.
        """
        less = min(one.weight, two.weight)
        if less < LEAST_TELLING or one.weight + two.weight < 2 * TELLING:
            return None
        return self._weight(one.telling & two.telling) / less

    def _weight(self, telling: frozenset[int]) -> float:
        last = len(self._weights) - 1
        return sum(self._weights[min(self._users.times(each), last)] for each in telling)

    def _made_ready(self, place: int) -> _Ready:
        words = self._texts[place]
        if self._stock:
            words = [
                word
                for sentence in sentences(words)
                if hash(tuple(sentence)) not in self._stock
                for word in (*sentence, END)
            ]
        names = frozenset(telling(words))
        return _Ready(content(words), names, self._weight(names))


class _Sentences(Sequence[list[stock_sentences.Sentence]]):
    """The sentences of each text, read when asked for."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, place: int) -> list[stock_sentences.Sentence]:  # type: ignore[override]
        return [(hash(tuple(sentence)), sentence) for sentence in sentences(self._texts[place])]


def _share(one: set[int], two: set[int]) -> float:
    """The share of the smaller set that is in the other, too; 0 where that are only a few."""
    shared = len(one & two)
    return shared / min(len(one), len(two)) if shared >= FEWEST_CONTAINED else 0.0


def _by_one_template(one: _Ready, two: _Ready) -> bool:
    """Whether two texts that have much in one order are reports of two things: names and figures in the same
    place are mostly others.
    """
    shared = swapped = 0
    at, other_at = 0, 0
    for start, other_start, count in LCSseq.editops(one.words, two.words).as_matching_blocks():
        if start - at == other_start - other_at <= SLOT:
            between = zip(one.words[at:start], two.words[other_at:other_start], strict=True)
            swapped += sum(word in one.telling and other in two.telling for word, other in between)
        at, other_at = start + count, other_start + count
        shared += sum(word in one.telling or word in two.telling for word in one.words[start:at])
    return SWAPPED * swapped > shared


def _shingles(words: Sequence[int]) -> Iterator[int]:
    """Each two words in a row, as a number: the difference of theirs, which hardly another pair has."""
    return map(sub, words, words[1:])

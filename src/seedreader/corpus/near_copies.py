"""Near-copies among many articles: reprints and rewrites of one text, and versions of one source.

Two articles are near-copies when the content words that they have in one order are a third of the longer
one, or when half of the shingles of the shorter one stand in the other. Candidates come from an exact index
of shingles, in memory for some thousand articles and in a temporary file for more. Sentences that many
unlike articles share do not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from seedreader.analysis.families import MemoryPostings, Postings, families
from seedreader.article import Article
from seedreader.corpus import stock_sentences
from seedreader.corpus.tally import MOST, Tally
from seedreader.corpus.texts_as_numbers import (
    NumberedText,
    PostingsOnDisk,
    Texts,
    TextsOnDisk,
    numbered,
    temporary,
)
from seedreader.story import source_versions

IN_MEMORY = 10_000
"""Articles up to which the index is kept in memory."""

SHINGLE = 3
"""Words in a shingle."""

IN_ORDER = 0.26
"""Content words that two texts have in one order, as a share of those of the longer one, from which they are
near-copies ..."""

BY_CHANCE = 3
"""... after so many are taken off, which any two short texts may have."""

CONTAINED = 0.5
"""Shingles of the shorter text that the other has too, as a share, from which they are near-copies."""

SHARED_OF = 70
"""Words of the shorter text for each shingle that two texts share at least to be compared ..."""

MOST_SHARED = 3
"""... up to so many."""

SAME_TELLING = 0.5
"""Share of names and figures that near-copies have in common, as a part of that of their words: reports by
one template have the words in common and differ in these ..."""

FEWEST_TELLING = 5
"""... if the text that has fewer of them has so many."""

USERS = 0.02
"""Share of the texts that use a name or a figure, above which it is too common to tell anything ..."""

FEWEST_USERS = 20
"""... if they are more than so many."""

STOCK_CARRIERS = 8
"""Articles that share a sentence, from which it can be a stock sentence."""

KEPT_READY = 2_000
"""Texts whose words and shingles are kept ready."""


@dataclass(frozen=True)
class Family:
    """Articles that carry one text, by their places among those given, in order; two at least.

    ``versions`` are groups of them that are one source, read at several times.
    """

    members: tuple[int, ...]
    versions: tuple[tuple[int, ...], ...] = ()

    @property
    def reprints(self) -> tuple[int, ...]:
        """One article for each source: the first of its versions."""
        later = {each for group in self.versions for each in group[1:]}
        return tuple(each for each in self.members if each not in later)


def find(articles: Iterable[Article], in_memory: int = IN_MEMORY) -> tuple[Family, ...]:
    """The families of near-copies, in the order of their first articles; each article is read once.

    Of more than ``in_memory`` articles texts and index go into a temporary file, which is gone afterwards;
    raises `sqlite3.Error` where that can't be written.
    """
    with closing(temporary()) as database:
        sources: list[Article] = []
        texts: Texts = []
        postings: Postings[int] = MemoryPostings()
        for article in articles:
            if len(texts) == in_memory:
                texts, postings = _moved(texts, TextsOnDisk(database)), PostingsOnDisk(database)
            texts.append(numbered(article.text))
            sources.append(replace(article, text="", structure=(), sentences_given=None))
        told = _Told(texts)
        versions = source_versions.group(sources)
        pairs = [pair for group in versions for pair in pairwise(group)]
        found = families(told, told.enough, pairs, told.near, postings)
    home = {member: number for number, members in enumerate(found) for member in members}
    of: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for group in versions:
        of[home[group[0]]].append(group)
    return tuple(
        Family(members, tuple(of[number])) for number, members in enumerate(found) if len(members) > 1
    )


def _moved(texts: Texts, to: Texts) -> Texts:
    for place in range(len(texts)):
        to.append(texts[place])
    return to


class _Ready(NamedTuple):
    """What of a text is compared: the shingles that another has, too; content words; names and figures."""

    shingles: frozenset[int]
    content: list[int]
    telling: frozenset[int]


class _Told(Sequence[frozenset[int]]):
    """What texts tell without their stock sentences: for each the shingles that another has, too."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._stock = stock_sentences.find(_Sentences(texts), STOCK_CARRIERS)
        self._carriers, self._users = Tally(), Tally()
        self._lengths: list[int] = []
        for place in range(len(texts)):
            words = self._words(place)
            self._lengths.append(len(words))
            self._carriers.see(set(_shingles(words)))
            self._users.see(_telling(texts[place]))
        self._common = min(max(FEWEST_USERS, USERS * len(texts)), MOST - 1)
        self._ready = lru_cache(maxsize=KEPT_READY)(self._made_ready)

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, place: int) -> frozenset[int]:  # type: ignore[override]  # families asks for one
        return self._ready(place).shingles

    def enough(self, one: int, two: int, shared: int) -> bool:
        """Whether two texts share enough shingles to be compared."""
        shorter = min(self._lengths[one], self._lengths[two])
        return shared >= MOST_SHARED or shared * SHARED_OF >= shorter > SHINGLE

    def near(self, one: int, two: int) -> bool:
        """Whether two texts are near-copies."""
        mine, other = self._ready(one), self._ready(two)
        shorter = min(self._lengths[one], self._lengths[two]) - SHINGLE + 1
        if len(mine.shingles & other.shingles) >= max(CONTAINED * shorter, MOST_SHARED):
            return True
        longer = max(len(mine.content), len(other.content))
        least = IN_ORDER * longer + BY_CHANCE
        fewest = min(len(mine.telling), len(other.telling))
        told = len(mine.telling & other.telling) / fewest if fewest >= FEWEST_TELLING else 1.0
        if told * longer < SAME_TELLING * least:
            return False
        in_order: int = LCSseq.similarity(mine.content, other.content)
        return in_order >= least and told * longer >= SAME_TELLING * in_order

    def _made_ready(self, place: int) -> _Ready:
        words, carriers, users = self._words(place), self._carriers.times, self._users.times
        return _Ready(
            frozenset(each for each in _shingles(words) if carriers(each) > 1),
            [word for word in words if word & 1],
            frozenset(each for each in _telling(self._texts[place]) if users(each) <= self._common),
        )

    def _words(self, place: int) -> list[int]:
        stock, text = self._stock, self._texts[place]
        return [word for known, words in _said(text) if known not in stock for word in words]


def _telling(text: NumberedText) -> set[int]:
    """The names and figures of a text."""
    return {text.words[place] for place in text.telling}


class _Sentences(Sequence[list[stock_sentences.Sentence]]):
    """The sentences of each text with their content words, read when asked for."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, place: int) -> list[stock_sentences.Sentence]:  # type: ignore[override]
        return [(known, [word for word in words if word & 1]) for known, words in _said(self._texts[place])]


def _said(text: NumberedText) -> Iterator[tuple[int, Sequence[int]]]:
    """The sentences of a text, each by its number and with its words."""
    at = 0
    for known, count in zip(text.sentences[::2], text.sentences[1::2], strict=True):
        yield known, text.words[at : at + count]
        at += count


def _shingles(words: Sequence[int]) -> Iterator[int]:
    """Each three words in a row, as a number that is the same in every process."""
    return map(hash, zip(*(words[start:] for start in range(SHINGLE)), strict=False))

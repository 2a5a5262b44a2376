"""The passages of articles read together, made ready to be compared."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from seedreader.analysis import matching, word_tokens
from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.analysis.matching import PassageIndex, PassageQuery
from seedreader.analysis.relations import term_weights
from seedreader.analysis.relations.passage_features import PassageFeatures
from seedreader.article import Claim, DateMention, Passage, Quantity, Speaker
from seedreader.story import passage_contents

MIN_PASSAGE = 12
"""Characters of a passage that is linked at least; less is a scrap."""

MAX_COUNTING = 3
"""How many sentences of an article are found by one thing that they count."""

SENTENCE_ENDS = tuple(".!?…”\"'")
"""Characters that end a sentence and no headline."""

_FIRST_LINE = re.compile(r"\S[^\n]*")

Unit = tuple[int, int]
"""A claim, or a sentence without one: what is linked."""

Placed = TypeVar("Placed", Claim, Quantity, DateMention, Speaker)

Wording = tuple[str, Claim | None, tuple[Quantity, ...], tuple[DateMention, ...], int, str]
"""All of a passage and of its sentence that is compared, whatever stands around them."""


class PlacedPassage(NamedTuple):
    """A passage that is compared: its features, in which places are counted from its sentence, where that
    begins, and its number.
    """

    passage: Passage
    features: PassageFeatures
    at: int
    sentence: int


class StoryPassages:
    """The passages of some articles, which go by their number, as they are compared.

    Two passages that say the same, in sentences that do, have the same features, made once.
    """

    def __init__(self, articles: Sequence[AnalysedArticle], index: PassageIndex) -> None:
        self._articles = articles
        self._index = index
        self._placed: dict[tuple[int, int, int], PlacedPassage] = {}
        self._features: dict[Wording, PassageFeatures] = {}
        self._queries: dict[tuple[int, int, int], PassageQuery] = {}

    @cached_property
    def units(self) -> tuple[Mapping[Unit, int], ...]:
        """For each article, what of it is linked, with the number of the sentence that it stands in."""
        return tuple(
            {
                unit: i
                for i, sentence in enumerate(article.sentences)
                for unit in passage_contents.comparable(article, *sentence)
                if unit[1] - unit[0] >= MIN_PASSAGE
            }
            for article in self._articles
        )

    @cached_property
    def compared(self) -> tuple[Sequence[PlacedPassage], ...]:
        """For each article, its units as they are compared, in reading order."""
        return tuple(
            [self.placed(number, *unit) for unit in units] for number, units in enumerate(self.units)
        )

    @cached_property
    def queries(self) -> tuple[Sequence[PassageQuery], ...]:
        """For each article, its units ready to be looked up in other articles."""
        return tuple([self.query(number, *unit) for unit in units] for number, units in enumerate(self.units))

    @cached_property
    def in_sentence(self) -> tuple[Mapping[int, Sequence[int]], ...]:
        """For each article, the places in `compared` of what stands in each sentence that has any."""
        tables = []
        for units in self.units:
            table: dict[int, list[int]] = defaultdict(list)
            for place, sentence in enumerate(units.values()):
                table[sentence].append(place)
            tables.append(table)
        return tuple(tables)

    @cached_property
    def counting(self) -> tuple[Mapping[tuple[str, str], Sequence[int]], ...]:
        """For each article, the numbers of the sentences whose passages count each kind of thing."""
        tables = []
        for passages in self.compared:
            table: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
            for each in passages:
                for key in each.features.counts:
                    table[key][each.sentence] = None
            tables.append({key: list(places)[:MAX_COUNTING] for key, places in table.items()})
        return tuple(tables)

    @cached_property
    def first_lines(self) -> tuple[str, ...]:
        """For each article, the first line that holds words, where it ends like a headline; else nothing."""
        lines = (_FIRST_LINE.search(article.text) for article in self._articles)
        said = (line[0].rstrip() if line else "" for line in lines)
        return tuple("" if line[-1:] in SENTENCE_ENDS else line for line in said)

    def features(self, number: int, start: int, end: int) -> PassageFeatures:
        """A passage with what its claims state and its words tell."""
        return self.placed(number, start, end).features

    def query(self, number: int, start: int, end: int) -> PassageQuery:
        """A passage ready to be looked up in other articles."""
        key = (number, start, end)
        if key not in self._queries:
            said = self.features(*key).said
            self._queries[key] = matching.asked(self._index, number, start, end, said)
        return self._queries[key]

    @cached_property
    def repeated(self) -> frozenset[PassageFeatures]:
        """The features that several units have."""
        uses = Counter(each.features for passages in self.compared for each in passages)
        return frozenset(features for features, times in uses.items() if times > 1)

    def placed(self, number: int, start: int, end: int) -> PlacedPassage:
        """A passage as it is compared; kept, since it is asked for often."""
        key = (number, start, end)
        if key not in self._placed:
            article = self._articles[number]
            around = passage_contents.around(article, start, end)
            wording = _wording(article, start, end, *around)
            if wording not in self._features:
                self._features[wording] = self._made(*wording)
            features = self._features[wording]
            sentence = passage_contents.sentence_at(article, start)
            self._placed[key] = PlacedPassage(Passage(article, start, end), features, around[0], sentence)
        return self._placed[key]

    def _made(
        self,
        text: str,
        claim: Claim | None,
        quantities: tuple[Quantity, ...],
        dates: tuple[DateMention, ...],
        offset: int,
        context: str,
    ) -> PassageFeatures:
        said = list(word_tokens.words(text))
        stems = term_weights.weigh_terms(said, self._telling)
        shares = matching.weighed(self._index, said)
        return PassageFeatures(text, claim, quantities, dates, offset, stems, shares, context, words=said)

    @cached_property
    def _telling(self) -> Mapping[str, float]:
        return term_weights.weigh(self._index.passages)


def _wording(article: AnalysedArticle, start: int, end: int, first: int, last: int) -> Wording:
    """What is compared of a passage whose sentence is ``[first, last)``, places counted from ``first``."""
    inside = passage_contents.claims_in(article, start, end)
    claim = next((c for c in inside if (c.start, c.end) == (start, end)), None)
    dates = passage_contents.dates(article, start, end) or passage_contents.dates(article, first, last)
    return (
        article.text[start:end],
        claim and _moved_claim(claim, -first),
        tuple(_moved(q, -first) for q in passage_contents.quantities(article, start, end)),
        tuple(_moved(d, -first) for d in dates),
        start - first,
        article.text[first:last],
    )


def _moved_claim(claim: Claim, by: int) -> Claim:
    speaker = claim.speaker and _moved(claim.speaker, by)
    return _moved(claim, by)._replace(speaker=speaker, quantities=(), dates=())


def _moved(value: Placed, by: int) -> Placed:
    return value._replace(start=value.start + by, end=value.end + by)

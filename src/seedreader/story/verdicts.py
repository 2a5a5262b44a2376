"""The reader's verdicts on links, found by the passages that they speak of."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.analysis.corrections import alike, clamped
from seedreader.article import RELATIONS, Article, Link, Range, Verdict


@dataclass(frozen=True, slots=True)
class DirectedVerdict:
    """A verdict seen from one of its ends, ``mine``; ``place`` is its place among those given.

    ``other`` is the number of the article that ``theirs`` lies in.
    """

    place: int
    mine: Range
    other: int
    theirs: Range
    relation: str | None


class Verdicts:
    """The reader's verdicts on links between these articles, which go by their number.

    A verdict that does not stand between two different articles of these, one of whose ends is empty when
    clamped to its text, or whose relation is neither None nor one of `RELATIONS`, is ignored.
    """

    def __init__(self, verdicts: Sequence[Verdict], articles: Sequence[AnalysedArticle]) -> None:
        self._articles = articles
        self._words: dict[int, list[DirectedVerdict]] = defaultdict(list)
        self._between: dict[tuple[int, int], list[DirectedVerdict]] = defaultdict(list)
        numbers: dict[Article, int] = {article: number for number, article in enumerate(articles)}
        for place, verdict in enumerate(verdicts):
            one, two = (numbers.get(end.article) for end in (verdict.a, verdict.b))
            a, b = (clamped(end.article.text, end.start, end.end) for end in (verdict.a, verdict.b))
            if one is None or two is None or one == two or a is None or b is None:
                continue
            if verdict.relation is None or verdict.relation in RELATIONS:
                self._add(one, DirectedVerdict(place, a, two, b, verdict.relation))
                self._add(two, DirectedVerdict(place, b, one, a, verdict.relation))

    def of(self, number: int) -> Sequence[DirectedVerdict]:
        """Every verdict with an end in an article, in the order given."""
        return self._words.get(number, ())

    def on(self, number: int, passage: Range) -> list[DirectedVerdict]:
        """Those that speak of a passage of an article."""
        return [word for word in self.of(number) if one_passage(self._articles[number], word.mine, passage)]

    def last(self, number: int, passage: Range, other: int, there: Range) -> DirectedVerdict | None:
        """The last verdict that speaks of the link between two passages; None where none does."""
        mine, theirs = self._articles[number], self._articles[other]
        for word in reversed(self._between.get((number, other), ())):
            if one_passage(mine, word.mine, passage) and one_passage(theirs, word.theirs, there):
                return word
        return None

    def _add(self, number: int, word: DirectedVerdict) -> None:
        self._words[number].append(word)
        self._between[number, word.other].append(word)


def one_passage(article: AnalysedArticle, one: Range, other: Range) -> bool:
    """Whether two ranges are taken for one passage: much the same, or one in the other within a sentence."""
    if one[0] >= other[1] or other[0] >= one[1]:
        return False
    if alike(one, other):
        return True
    shorter, longer = sorted((one, other), key=lambda place: place[1] - place[0])
    within = longer[0] <= shorter[0] and shorter[1] <= longer[1]
    return within and _in_one_sentence(article, *longer)


def judged(link: Link, relation: str) -> Link:
    """The link with the relation that the reader gave it; a reason that speaks for that stays."""
    reason = link.reason if relation == link.relation else None
    return link._replace(relation=relation, reason=reason, verdict=True)


def _in_one_sentence(article: AnalysedArticle, start: int, end: int) -> bool:
    sentences = article.sentences
    at = bisect_right(sentences, start, key=lambda sentence: sentence[0]) - 1
    return at >= 0 and end <= sentences[at][1]

"""Which statements the ends of links are: claims rather than the exact words, and which figure is meant."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.article import Article, Claim, Link, Passage, Quantity, Range
from seedreader.article import Mention as Compared
from seedreader.story import passage_contents
from seedreader.story.matrix.cells import Mention, Statement, StatementLink
from seedreader.story.support import CORROBORATING
from seedreader.story.verdicts import one_passage

COMPARED = ("conflict", *CORROBORATING)
"""Relations of passages that state one fact."""

SourceRange = tuple[int, int, int]
"""The index of a source, start, end."""

Meant = tuple[Mention | None, Mention | None]
"""Which figure or day a link means at either end."""


class Statements:
    """What links make of the claims of these articles.

    A claim whose links compare several of its figures or days is a statement for each. A link whose reason
    names none is taken for one on a figure that both ends state, or else on what most others compare.
    """

    def __init__(self, articles: Sequence[AnalysedArticle], links: Iterable[Link]) -> None:
        self._articles = articles
        self._numbers: dict[Article, int] = {article: i for i, article in enumerate(articles)}
        self._homes: dict[SourceRange, SourceRange] = {}
        self._mentions: dict[SourceRange, list[Mention]] = {}
        self._counts: dict[SourceRange, Counter[Mention]] = defaultdict(Counter)
        ends = [(link, self._home(link.a), self._home(link.b)) for link in links]
        named = [self._count(a, b, *self._named(link, a, b)) for link, a, b in ends]
        meant = [
            pair if any(pair) else self._count(a, b, *self._in_both(link, a, b))
            for pair, (link, a, b) in zip(named, ends, strict=True)
        ]
        self._most = {
            place: min(found, key=lambda m: (-found[m], m.start)) for place, found in self._counts.items()
        }
        self.ties = tuple(
            StatementLink(self._statement(a, one), self._statement(b, two), link)
            for (one, two), (link, a, b) in zip(meant, ends, strict=True)
        )
        """Every link, once."""

    def every(self) -> list[Statement]:
        """The statements that have a row to stand in: claims, and what else is compared or was judged."""
        told = (tie for tie in self.ties if tie.link.relation in COMPARED or tie.link.verdict)
        found = {end for tie in told for end in (tie.mine, tie.theirs)}
        for source, article in enumerate(self._articles):
            found |= {self._statement((source, claim.start, claim.end), None) for claim in article.claims}
        return sorted(found, key=lambda statement: statement.key)

    def _statement(self, place: SourceRange, mention: Mention | None) -> Statement:
        return Statement(*place, mention or self._most.get(place))

    def _count(self, a: SourceRange, b: SourceRange, one: Mention | None, two: Mention | None) -> Meant:
        for place, mention in ((a, one), (b, two)):
            if mention is not None:
                self._counts[place][mention] += 1
        return one, two

    def _named(self, link: Link, a: SourceRange, b: SourceRange) -> Meant:
        """The figures or days that the reason of a comparison names at either end."""
        if link.relation not in COMPARED or link.reason is None:
            return None, None
        return self._meant(a, link.reason.a), self._meant(b, link.reason.b)

    def _meant(self, place: SourceRange, compared: Compared | None) -> Mention | None:
        if compared is None:
            return None
        return next((m for m in self._stated(place) if (m.start, m.end) == compared[:2]), None)

    def _in_both(self, link: Link, a: SourceRange, b: SourceRange) -> Meant:
        """A figure that both ends of a comparison state, such as others compare if there is one; or the only
        ones of both, if they have one unit.
        """
        if link.relation not in COMPARED:
            return None, None
        one, two = ([m for m in self._stated(end) if isinstance(m, Quantity)] for end in (a, b))
        same = [(m, n) for m in one for n in two if (m.figure, m.low, m.high) == (n.figure, n.low, n.high)]
        if not same and len(one) == len(two) == 1 and one[0].unit == two[0].unit:
            return one[0], two[0]
        known = [self._counts[a][m] + self._counts[b][n] for m, n in same]
        return same[known.index(max(known))] if same else (None, None)

    def _stated(self, place: SourceRange) -> Sequence[Mention]:
        if place not in self._mentions:
            self._mentions[place] = mentions(self._articles[place[0]], *place[1:])
        return self._mentions[place]

    def _home(self, passage: Passage) -> SourceRange:
        """The claim that an end of a link is taken for, or itself: the reader may have linked other words."""
        place = self._numbers[passage.article], passage.start, passage.end
        if place not in self._homes:
            article = self._articles[place[0]]
            same = [(c.start, c.end) for c in claims_about(article, *place[1:])]
            same = [claim for claim in same if one_passage(article, claim, place[1:])]
            home = max(same, key=lambda claim: _shared(claim, place[1:]), default=place[1:])
            self._homes[place] = place[0], *home
        return self._homes[place]


def claims_about(article: AnalysedArticle, start: int, end: int) -> list[Claim]:
    """The claims of the sentence that a passage lies in."""
    return passage_contents.claims_in(article, *passage_contents.around(article, start, end))


def mentions(article: AnalysedArticle, start: int, end: int) -> list[Mention]:
    """The figures that a passage states and the days that its sentence names."""
    days = passage_contents.dates(article, *passage_contents.around(article, start, end))
    return [*passage_contents.quantities(article, start, end), *(d for d in days if d.first or d.last)]


def _shared(one: Range, two: Range) -> int:
    return min(one[1], two[1]) - max(one[0], two[0])

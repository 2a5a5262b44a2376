"""Articles read together, as the reader has it: what is computed, but for the verdicts, which win over it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.analysis.corrections import SURE
from seedreader.article import Article, Claim, Correction, Link, Passage, Range, Verdict
from seedreader.story.computed_story import ComputedStory
from seedreader.story.support import CORROBORATING, UNKNOWN, Support, asserted, matches, most_telling
from seedreader.story.verdicts import DirectedVerdict, Verdicts, judged, one_passage

__all__ = ["Story"]

MAX_FACTS = 3
"""How many passages of one other article are given for a passage at most: one for each fact."""


class Story:
    """A set of articles read together. Making one computes nothing; each part is worked out when asked.

    An article that is given twice is one source; two articles with one text are two.

    ``corrections`` are what the reader says of passages of each article; the analysis follows them.
    ``verdicts`` are what the reader says of links. A verdict is on each link, in either direction, whose ends
    are its own passages (`one_passage`): the link gets the verdict's relation, or is removed where that is
    None. A verdict on no link makes a new one. Of several on one link, the last given counts.
    Corrections and verdicts on other articles are ignored. ``unread`` are the numbers of articles in which
    nothing is looked for, as in texts that are too long unless the reader asks.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        corrections: Mapping[Article, Sequence[Correction]] | None = None,
        verdicts: Sequence[Verdict] = (),
        unread: Collection[int] = (),
    ) -> None:
        self._computed = ComputedStory(articles, corrections or {}, unread)
        self._given = tuple(verdicts)

    def with_verdicts(self, verdicts: Sequence[Verdict]) -> Story:
        """This story with these verdicts in place of its own; all that is computed is shared."""
        story = Story((), verdicts=verdicts)
        story._computed = self._computed
        return story

    def compare(self, told: Callable[[int, int], object]) -> None:
        """Work out `links`; ``told`` hears how many of how many pairs of articles are compared.

        What it raises ends the work.
        """
        self._computed.compare(told)

    def recall(self, links: Sequence[Link], origins: Sequence[Sequence[AnalysedArticle]]) -> None:
        """Take what an earlier run of the same engine computed of these very articles."""
        self._computed.recall(tuple(links), tuple(map(tuple, origins)))

    @property
    def given(self) -> tuple[Article, ...]:
        """The articles as given, in their order, without any analysis."""
        return self._computed.given

    @property
    def articles(self) -> tuple[AnalysedArticle, ...]:
        """The articles as given, in their order, each analysed in the light of the others."""
        return self._computed.articles

    def index_of(self, article: Article) -> int:
        """An article's place in `articles`, whether as given or as analysed; two with one text are two.

        Raises `ValueError` when it is not one of this story's.
        """
        return self._computed.number(article)

    def scores(self, article: Article, start: int, end: int, other: Article) -> list[float]:
        """How well each sentence of ``other`` matches ``article.text[start:end]``, in 0…1; higher is better.

        Raises `ValueError` when an article is not one of this story's.
        """
        return self._computed.scores(self.index_of(article), start, end, self.index_of(other))

    @property
    def origins(self) -> tuple[tuple[AnalysedArticle, ...], ...]:
        """The articles grouped by the text that they carry: a wire story and its reprints are one origin."""
        return self._computed.origins

    def versions_of(self, article: Article) -> tuple[AnalysedArticle, ...]:
        """The other articles that are the same source read at another time."""
        number = self.index_of(article)
        group = next((group for group in self._computed.versions if number in group), ())
        return tuple(self.articles[each] for each in group if each != number)

    @property
    def source_count(self) -> int:
        """How many sources there are: versions of one count once."""
        return len(self.articles) - sum(len(group) - 1 for group in self._computed.versions)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every claim with its best match in each other article, what contradicts it beside that, and what
        the reader linked. One link for each pair of passages.

        ``a`` stands in an earlier article than ``b``; in reading order of ``a``.
        """
        if not self._given:
            return self._computed.links
        found, told = self._judged(self._computed.links, both_ends=True)
        for number in range(len(self.articles)):
            words = [word for word in self._verdicts.of(number) if number < word.other and word not in told]
            made = (self._made(number, word.mine, word) for word in words)
            found += (link for link in made if link)
        each_once: dict[tuple[int, ...], Link] = {}
        for link in sorted(found, key=_most_trusted):
            each_once.setdefault(self._order(link), link)
        return tuple(each_once[order] for order in sorted(each_once))

    def evidence(self, article: Article, start: int, end: int) -> tuple[Link, ...]:
        """What each other article says of a passage: one link for each fact, or else for the subject.

        ``a`` is the passage asked for. A link of `links` that ends on the passage counts like the passage's
        own match. Of an article several links are given where they state something of other passages of it,
        the reader's own or else the more telling of those on one passage; a link that states nothing is given
        where there is no other. Articles with what states something come first, then the best match; so do
        the links to one article. Empty in boilerplate but for what the reader linked.
        """
        number, asked = self.index_of(article), (start, end)
        found, told = self._judged(self._computed.own(number, *asked))
        words = [word for word in self._verdicts.on(number, asked) if word not in told]
        found += (link for link in (self._made(number, asked, word) for word in words) if link)
        to: dict[int, list[Link]] = {}
        for link in sorted(found, key=_most_trusted):
            kept = to.setdefault(self.index_of(link.b.article), [])
            stating = asserted(link) and not any(_touch(link.b, each.b) for each in kept)
            room = link.verdict or (len(kept) < MAX_FACTS if stating else matches(link))
            if room and (stating or not kept):
                kept.append(link)
        for kept in to.values():
            kept.sort(key=lambda link: (not link.verdict, *_asserted_first(link)))
        by_article = sorted(filter(None, to.values()), key=lambda kept: _asserted_first(kept[0]))
        return tuple(chain.from_iterable(by_article))

    def is_compared(self, article: Article) -> bool:
        """Whether a claim of an article could find a match: another source is here, and as a whole text."""
        own = {article, *self.versions_of(article)}
        return any(not other.partial and other not in own for other in self.articles)

    def relation(self, article: Article, claim: Claim) -> str | None:
        """The most telling relation of a claim's evidence; None where no match was found."""
        links = self.evidence(article, claim.start, claim.end)
        return min(links, key=most_telling).relation if links else None

    def support(self, article: Article, claim: Claim) -> Support:
        """How a claim stands among the other sources."""
        links = self.evidence(article, claim.start, claim.end)
        if not links:
            return UNKNOWN
        stating = [link for link in links if link.relation in CORROBORATING]
        against = {link.b.article for link in links if link.relation == "conflict"}
        sources = {article} | ({link.b.article for link in stating} - against)
        origins = {self._computed.origin(self.index_of(each)) for each in sources if not each.partial}
        dropped = any(link.reason is not None and link.reason.dropped for link in stating)
        return Support(min(links, key=most_telling).relation, max(1, len(origins)), dropped)

    @cached_property
    def _verdicts(self) -> Verdicts:
        return Verdicts(self._given, self.articles)

    def _order(self, link: Link) -> tuple[int, int, int, int, int, int]:
        a, b = link.a, link.b
        return self.index_of(a.article), a.start, a.end, self.index_of(b.article), b.start, b.end

    def _judged(
        self, links: Iterable[Link], both_ends: bool = False
    ) -> tuple[list[Link], set[DirectedVerdict]]:
        """Links as the reader has them, without those rejected, and the verdicts that spoke of any.

        They end just where the reader said, in the other article; in this one with ``both_ends``.
        """
        found: list[Link] = []
        told: set[DirectedVerdict] = set()
        for link in links:
            word = self._verdicts.last(
                self.index_of(link.a.article), _place(link.a), self.index_of(link.b.article), _place(link.b)
            )
            if word is None:
                found.append(link)
                continue
            told.add(word)
            if word.relation is not None:
                a = Passage(link.a.article, *word.mine) if both_ends else link.a
                there = link._replace(a=a, b=Passage(link.b.article, *word.theirs))
                found.append(judged(there, word.relation))
        return found, told

    def _made(self, number: int, passage: Range, word: DirectedVerdict) -> Link | None:
        """The link of a passage that a verdict makes; None where it makes none or a later one counts.

        It has the score and the reason of what is computed of the verdict's own passages, if that is linked.
        """
        if word.relation is None or self._verdicts.last(number, passage, word.other, word.theirs) != word:
            return None
        a, b = Passage(self.articles[number], *passage), Passage(self.articles[word.other], *word.theirs)
        if computed := self._computed_between(number, word):
            return judged(Link(a, b, computed.relation, computed.score, computed.reason), word.relation)
        return Link(a, b, word.relation, SURE, None, verdict=True)

    def _computed_between(self, number: int, word: DirectedVerdict) -> Link | None:
        """What is computed of a verdict's passages, of one of them or of the other."""
        mine, theirs = self.articles[number], self.articles[word.other]
        for link in self._computed.own(number, *word.mine):
            if link.b.article is theirs and one_passage(theirs, word.theirs, _place(link.b)):
                return link
        for link in self._computed.own(word.other, *word.theirs):
            if link.b.article is mine and one_passage(mine, word.mine, _place(link.b)):
                return link.turned()
        return None


def _place(passage: Passage) -> Range:
    return passage.start, passage.end


def _touch(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def _asserted_first(link: Link) -> tuple[bool, float]:
    return not asserted(link), -link.score


def _most_trusted(link: Link) -> tuple[bool, int, float]:
    return not link.verdict, *most_telling(link)

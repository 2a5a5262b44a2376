"""What is computed of articles read together: who else says it, how both stand to each other, the origins."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nlargest
from itertools import pairwise

from seedreader.analysis import matching, origins, same_fact, word_tokens
from seedreader.analysis.analysed_article import AnalysedArticle, analysed
from seedreader.analysis.boilerplate import cross_article
from seedreader.analysis.relations import measurands, relate, term_weights
from seedreader.analysis.relations.passage_features import PassageFeatures
from seedreader.analysis.same_fact import Likelihood, PairMatch
from seedreader.article import Article, Correction, Link, Passage, Reason
from seedreader.story import passage_contents, source_versions

CANDIDATES = 3
"""How many sentences of each other article are looked at more closely."""

MIN_MATCH = 0.2
"""Match score below which a sentence is not looked at."""

MIN_TWO_WAY_MATCH = 0.9
"""Sum of how well two passages match each other's sentences, below which they are not looked at more closely:
one in a hundred pairs that would be linked is lost.
"""

MIN_LIKELIHOOD = 0.12
"""How likely two passages must state one fact at least for them to be linked."""

MAX_RELATED = 3
"""How many passages of an article are linked with one that only speak of its subject."""

MAX_LIKELIHOOD_GAP = 0.35
"""How much less likely than a passage's best counterpart another may be to state the same fact."""

MIN_PASSAGE = 12
"""Characters of a passage that is linked at least; less is a scrap."""

MIN_SAME_EVENT = 0.9
"""How surely two articles tell of one event at least, for their passages to state one fact."""

MAX_DAYS_APART = 120
"""Days between two articles from which they are not taken to tell of one event."""

LEADS, NEAR_LEADS = 3, 5
"""How many sentences of an article lead it: one passage must stand in the first, the other in the second."""

STATING = ("conflict", "refine", "agree", "copy")
"""Relations of passages that state one fact, or contradict each other on it."""

_PLACE = {"copy": 0, **dict.fromkeys(("conflict", "refine", "agree"), 1)}

COMPARED = ("conflict", "refine", "agree")
"""Such relations as passages of articles on different events don't have."""

Unit = tuple[int, int]
"""A claim, or a sentence without one: what is linked."""


class ComputedStory:
    """What is computed of a set of articles, each part when it is first asked for.

    Articles go by their number. ``corrections`` are what the reader says of passages of each.
    """

    def __init__(
        self, articles: Sequence[Article], corrections: Mapping[Article, Sequence[Correction]]
    ) -> None:
        self.given = tuple(dict.fromkeys(articles))
        self._corrections = {article: tuple(said) for article, said in corrections.items()}
        self._sides: dict[tuple[int, int, int], PassageFeatures] = {}
        self._asked: dict[tuple[int, int, int], matching.PassageQuery] = {}
        self._found: dict[tuple[int, int, int], tuple[Link, ...]] = {}

    def recall(self, links: tuple[Link, ...], origins: tuple[tuple[AnalysedArticle, ...], ...]) -> None:
        """Take links and origins that were computed before of these very articles."""
        vars(self).update(links=links, origins=origins)

    @cached_property
    def articles(self) -> tuple[AnalysedArticle, ...]:
        """The articles as given, in their order, each analysed in the light of the others."""
        suspects = cross_article.suspects(self.given)
        return tuple(
            analysed(article, lines, self._corrections.get(article, ()))
            for article, lines in zip(self.given, suspects, strict=True)
        )

    def number(self, article: Article) -> int:
        """The article's place in `articles`. Raises `ValueError` where it has none."""
        number = self._numbers.get(id(article))
        if number is None:
            raise ValueError(f"The article {article.name!r} is not in this story.")
        return number

    def scores(self, number: int, start: int, end: int, other: int) -> list[float]:
        """How well each sentence of another article matches a passage, in 0…1."""
        return matching.scores(self._index, number, start, end, other)

    @cached_property
    def origins(self) -> tuple[tuple[AnalysedArticle, ...], ...]:
        """The articles grouped by the text that they carry: a wire story and its reprints are one origin, and
        so are the versions of one source, whatever changed between them.
        """
        versions = [pair for group in self.versions for pair in pairwise(group)]
        return tuple(
            tuple(self.articles[i] for i in group) for group in origins.group(self._documents, versions)
        )

    @cached_property
    def versions(self) -> tuple[tuple[int, ...], ...]:
        """The numbers of the articles that are one source read at several times, in groups of two or more."""
        return source_versions.group(self.given)

    def origin(self, number: int) -> int:
        """The number in `origins` of the one that an article is of."""
        return self._origin_of[number]

    @cached_property
    def _origin_of(self) -> Mapping[int, int]:
        groups = enumerate(self.origins)
        return {self.number(article): i for i, group in groups for article in group}

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every two passages of different articles that state one fact, and the nearest that may.

        A passage is a claim, or a sentence that has none; it may be linked with several of one article, one
        for each fact. ``a`` stands in an earlier article than ``b``; in reading order of ``a``.
        """
        found: list[Link] = []
        for i in range(len(self.articles)):
            for j in range(i):
                found += self._between(j, i)
        return tuple(sorted(found, key=self._order))

    def own(self, number: int, start: int, end: int) -> tuple[Link, ...]:
        """A passage's links with each other article, turned so that it is their ``a``; kept, since they are
        asked for often.
        """
        key = (number, start, end)
        if key not in self._found:
            linked = (start, end) in self.units[number]
            links = self._arriving.get(key, ()) if linked else self._matched(number, start, end)
            self._found[key] = tuple(links)
        return self._found[key]

    @cached_property
    def _documents(self) -> tuple[matching.Document, ...]:
        return tuple(
            matching.Document(a.text, a.sentences, tuple((s.start, s.end) for s in a.boilerplate))
            for a in self.articles
        )

    @cached_property
    def _index(self) -> matching.PassageIndex:
        return matching.build(self._documents)

    @cached_property
    def _arriving(self) -> dict[tuple[int, int, int], list[Link]]:
        found: dict[tuple[int, int, int], list[Link]] = defaultdict(list)
        for link in self.links:
            for turned in (link, link.turned()):
                found[self.number(turned.a.article), turned.a.start, turned.a.end].append(turned)
        return found

    @cached_property
    def _numbers(self) -> Mapping[int, int]:
        return {id(a): i for every in (self.given, self.articles) for i, a in enumerate(every)}

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
            for article in self.articles
        )

    def _order(self, link: Link) -> tuple[int, int, int, int, int, int]:
        a, b = link.a, link.b
        return self.number(a.article), a.start, a.end, self.number(b.article), b.start, b.end

    def _between(self, i: int, j: int) -> list[Link]:
        """The links between two articles."""
        pairs: dict[tuple[Unit, Unit], None] = {}
        forward = {unit: self.scored(i, unit, j) for unit in self.units[i]}
        backward = {unit: self.scored(j, unit, i) for unit in self.units[j]}
        for unit, scored in forward.items():
            for other in self._likely(i, unit, j, scored):
                pairs[unit, other] = None
        for unit, scored in backward.items():
            for other in self._likely(j, unit, i, scored):
                pairs[other, unit] = None
        found = []
        for one, two in pairs:
            places = self.units[i][one], self.units[j][two]
            link = self._compared(i, one, j, two, forward[one], backward[two], places)
            if link:
                found.append(link)
        return _telling(self._without_headlines(found))

    def _without_headlines(self, links: Sequence[Link]) -> list[Link]:
        """Links without conflicts of a headline that says again what its article says."""
        bodies = {self._differing(link) for link in links if not any(map(_is_headline, (link.a, link.b)))}
        return [
            link
            for link in links
            if link.relation != "conflict"
            or not any(map(_is_headline, (link.a, link.b)))
            or self._differing(link) not in bodies
        ]

    def _differing(self, link: Link) -> tuple[object, ...]:
        """The figures by which two passages conflict."""
        if link.relation != "conflict" or not link.reason or link.reason.kind != "figure":
            return (link,)
        return tuple(
            q.figure
            for passage, mention in ((link.a, link.reason.a), (link.b, link.reason.b))
            for q in self.side(self.number(passage.article), passage.start, passage.end).quantities
            if mention and (q.start, q.end) == (mention.start, mention.end)
        )

    def _matched(self, number: int, start: int, end: int) -> list[Link]:
        """The links of a passage that is no unit, as a whole sentence: with whole sentences."""
        article, unit = self.articles[number], (start, end)
        if start >= end or passage_contents.has_boilerplate(article, start, end):
            return []
        place = passage_contents.sentence_at(article, start)
        found: list[Link] = []
        for j, other in enumerate(self.articles):
            if j == number:
                continue
            forward = self.scored(number, unit, j)
            likely = nlargest(CANDIDATES, ((score, -i) for i, score in forward.items() if score >= MIN_MATCH))
            links = []
            for _, minus in likely:
                there = other.sentences[-minus]
                if not passage_contents.has_boilerplate(other, *there):
                    backward = self.scored(j, there, number)
                    links.append(self._compared(number, unit, j, there, forward, backward, (place, -minus)))
            found += _telling([link for link in links if link])
        return found

    def alike(self, one: int, two: int) -> float:
        """How alike two articles are, 0…1."""
        return self._index.alike[one][two]

    def scored(self, number: int, unit: Unit, other: int) -> Mapping[int, float]:
        """How well each sentence of another article matches a passage, for those that share a word."""
        key = (number, *unit)
        if key not in self._asked:
            self._asked[key] = matching.asked(self._index, number, *unit, self.side(number, *unit).said)
        return matching.found(self._index, self._asked[key], other)

    def _compared(
        self,
        i: int,
        one: Unit,
        j: int,
        two: Unit,
        forward: Mapping[int, float],
        backward: Mapping[int, float],
        places: tuple[int, int],
    ) -> Link | None:
        """The link of two passages, if any. ``forward`` and ``backward`` are how well the sentences of
        either's article match the other, ``places`` the numbers of the sentences that they stand in.
        """
        mine, theirs = self.side(i, *one), self.side(j, *two)
        matched = forward.get(places[1], 0.0), backward.get(places[0], 0.0)
        hopeless = sum(matched) < MIN_TWO_WAY_MATCH
        if hopeless and not (mine.quantities and theirs.quantities):
            return None
        figures = relate.counted(mine, theirs)
        if hopeless and not figures:
            return None
        lead = min(places) < LEADS and max(places) < NEAR_LEADS
        alike = self._index.alike[i][j]
        likely = same_fact.likely(mine, theirs, PairMatch(*matched, alike, lead), figures)
        if likely.fact < MIN_LIKELIHOOD and not figures:
            return None
        relation, reason = relate.relate(mine, theirs, likely, figures)
        if relation in COMPARED and self._apart(i, j):
            article, other = self.articles[i], self.articles[j]
            if not (passage_contents.tells_of(mine, other) or passage_contents.tells_of(theirs, article)):
                relation, reason = "related", Reason("events")
        if likely.fact < MIN_LIKELIHOOD and relation == "related":
            return None
        here, there = Passage(self.articles[i], *one), Passage(self.articles[j], *two)
        return Link(here, there, relation, round(_sure(likely, relation), 3), reason)

    def _apart(self, one: int, two: int) -> bool:
        """Whether two articles seem to tell of different events."""
        days = [self.articles[i].day for i in (one, two)]
        late = days[0] and days[1] and abs((days[0] - days[1]).days) > MAX_DAYS_APART
        return bool(late) or self._index.sameness[one][two] < MIN_SAME_EVENT

    def _likely(self, number: int, unit: Unit, j: int, found: Mapping[int, float]) -> Iterator[Unit]:
        """The passages of article ``j`` to look at more closely: that match, or count the same thing."""
        matching = nlargest(CANDIDATES, ((score, -i) for i, score in found.items() if score >= MIN_MATCH))
        things = self.side(number, *unit).things
        keys = (key for thing in things for key in measurands.keys(thing))
        counting = (i for key in keys for i in self._counted[j].get(key, ()))
        for i in dict.fromkeys((*(-i for _, i in matching), *counting)):
            yield from self._units_of[j].get(i, ())

    @cached_property
    def _units_of(self) -> tuple[Mapping[int, Sequence[Unit]], ...]:
        """For each article, the units of each sentence that has any."""
        tables = []
        for units in self.units:
            table: dict[int, list[Unit]] = defaultdict(list)
            for unit, i in units.items():
                table[i].append(unit)
            tables.append(table)
        return tuple(tables)

    @cached_property
    def _counted(self) -> tuple[Mapping[tuple[str, str], Sequence[int]], ...]:
        """For each article, the numbers of the sentences whose passages count each kind of thing."""
        tables = []
        for number, units in enumerate(self.units):
            table: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
            for unit, i in units.items():
                for thing in self.side(number, *unit).things:
                    for key in measurands.keys(thing):
                        table[key][i] = None
            tables.append({key: list(places)[:CANDIDATES] for key, places in table.items()})
        return tuple(tables)

    def side(self, number: int, start: int, end: int) -> PassageFeatures:
        """A passage with what its claims state and its words tell; kept, since it is asked for often."""
        key = (number, start, end)
        if key not in self._sides:
            article = self.articles[number]
            inside, around = (
                passage_contents.claims_in(article, start, end),
                passage_contents.around(article, start, end),
            )
            text = article.text[start:end]
            said = list(word_tokens.words(text))
            self._sides[key] = PassageFeatures(
                text,
                next((c for c in inside if (c.start, c.end) == (start, end)), None),
                passage_contents.quantities(article, start, end),
                passage_contents.dates(article, start, end) or passage_contents.dates(article, *around),
                start,
                term_weights.weigh_terms(said, self._telling),
                matching.weighed(self._index, said),
                article.text[slice(*around)],
                around[0],
                said,
                self._index.whole[number],
            )
        return self._sides[key]

    @cached_property
    def _telling(self) -> Mapping[str, float]:
        return term_weights.weigh(self._index.passages)


def _is_headline(passage: Passage) -> bool:
    """Whether a passage stands in its article's title, or in a first line that ends like one."""
    article = passage.article
    if article.title is not None and passage.text.strip() in article.title:
        return True
    first = article.text.lstrip().split("\n", 1)[0].rstrip()
    return passage.text.strip() in first and first[-1:] not in ".!?…”\"'"


def _sure(likely: Likelihood, relation: str) -> float:
    """The score of a link: how likely both state one fact, or speak of one where they conflict."""
    return likely.subject if relation == "conflict" else likely.fact


def _telling(links: Sequence[Link]) -> list[Link]:
    """Links between two articles without what better ones make unlikely.

    A passage that has its counterpart hardly states the same fact as another passage that matches much worse;
    of those that only speak of its subject the best are kept, and none beside a copy.
    """
    best: dict[tuple[bool, int], float] = {}
    counts: Counter[tuple[bool, int]] = Counter()
    copied: set[tuple[bool, int]] = set()
    kept = []
    for link in sorted(links, key=lambda link: (_PLACE.get(link.relation, 2), -link.score)):
        ends = ((False, link.a.start), (True, link.b.start))
        counted = link.reason is not None and link.reason.kind == "figure"
        worse = any(link.score < best.get(end, 0.0) - MAX_LIKELIHOOD_GAP for end in ends)
        if link.relation == "agree" and worse and not counted:
            link = link._replace(relation="related")
        if link.relation in STATING:
            kept.append(link)
            copied.update(ends if link.relation == "copy" else ())
            for end in ends:
                best.setdefault(end, link.score)
        elif copied.isdisjoint(ends) and any(counts[end] < MAX_RELATED for end in ends):
            kept.append(link)
            counts.update(ends)
    return kept

"""What is computed of articles read together: who else says it, how both stand to each other, the origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nlargest

from seedreader.analysis import matching, origins, relations, words
from seedreader.analysis.analysed import AnalysedArticle, analysed
from seedreader.analysis.boilerplate import story as boilerplate_story
from seedreader.analysis.relations import strength as relations_strength
from seedreader.analysis.relations import telling as relations_telling
from seedreader.analysis.relations import things as relations_things
from seedreader.analysis.relations.side import Side
from seedreader.article import Article, Correction, Link, Passage, Range, Reason
from seedreader.story import passages

CANDIDATES = 5
"""How many sentences of each other article are looked at more closely."""

MATCHES, AGAIN = 3, 0.62
"""How many passages of an article are looked at for a conflict beside the best, and from which score."""

UNLIKELY = 0.3
"""Match score below which a sentence is not looked at."""

RELATED = 0.56
"""Score from which passages are linked that only speak of one subject."""

APART = 0.7
"""How surely two articles tell of one event at least, for their passages to state one fact."""

LATER = 120
"""Days between two articles from which they are not taken to tell of one event."""

COMPARED = ("conflict", "refine", "agree")
"""Relations of passages that state one fact."""


class Computed:
    """What is computed of a set of articles, each part when it is first asked for.

    Articles go by their number. ``corrections`` are what the reader says of passages of each.
    """

    def __init__(
        self, articles: Sequence[Article], corrections: Mapping[Article, Sequence[Correction]]
    ) -> None:
        self._given = tuple(dict.fromkeys(articles))
        self._corrections = {article: tuple(said) for article, said in corrections.items()}
        self._sides: dict[tuple[int, int, int], Side] = {}
        self._found: dict[tuple[int, int, int], tuple[Link, ...]] = {}

    @cached_property
    def articles(self) -> tuple[AnalysedArticle, ...]:
        """The articles as given, in their order, each analysed in the light of the others."""
        suspects = boilerplate_story.suspects(self._given)
        return tuple(
            analysed(article, lines, self._corrections.get(article, ()))
            for article, lines in zip(self._given, suspects, strict=True)
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
        """The articles grouped by the text that they carry: a wire story and its reprints are one origin."""
        return tuple(tuple(self.articles[i] for i in group) for group in origins.group(self._documents))

    def origin(self, number: int) -> int:
        """The number in `origins` of the one that an article is of."""
        return self._origin_of[number]

    @cached_property
    def _origin_of(self) -> Mapping[int, int]:
        groups = enumerate(self.origins)
        return {self.number(article): i for i, group in groups for article in group}

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every claim with its best match in each other article, and what contradicts it beside that.

        One link for each pair of passages.

        ``a`` stands in an earlier article than ``b``; in reading order of ``a``.
        """
        best: dict[tuple[int, Range, int, Range], Link] = {}
        if len(self.articles) < 2:
            return ()
        for i, article in enumerate(self.articles):
            for claim in article.claims:
                for link in self.own(i, claim.start, claim.end):
                    j = self.number(link.b.article)
                    forward = link if i < j else link.turned()
                    ends = (forward.a.start, forward.a.end), (forward.b.start, forward.b.end)
                    key = (min(i, j), ends[0], max(i, j), ends[1])
                    if key not in best:
                        best[key] = forward
        return tuple(best[key] for key in sorted(best))

    def own(self, number: int, start: int, end: int) -> tuple[Link, ...]:
        """A passage's matches in each other article; kept, since they are asked for often."""
        key = (number, start, end)
        if key not in self._found:
            self._found[key] = tuple(self._evidence(number, start, end))
        return self._found[key]

    def arriving(self, number: int, start: int, end: int) -> Sequence[Link]:
        """The links of `links` that end on a passage, turned so that it is their ``a``."""
        return self._arriving.get((number, start, end), ())

    @cached_property
    def _documents(self) -> tuple[matching.Document, ...]:
        return tuple(
            matching.Document(a.text, a.sentences, tuple((s.start, s.end) for s in a.boilerplate))
            for a in self.articles
        )

    @cached_property
    def _index(self) -> matching.Index:
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
        return {id(a): i for every in (self._given, self.articles) for i, a in enumerate(every)}

    def _evidence(self, number: int, start: int, end: int) -> Iterator[Link]:
        article = self.articles[number]
        if start >= end or passages.noise(article, start, end):
            return
        mine = self._side(article, start, end)
        passage = matching.asked(self._index, number, start, end, mine.said)
        for j, other in enumerate(self.articles):
            if j == number:
                continue
            apart = self._apart(number, j)
            matches = self._matches(mine, number, j, matching.found(self._index, passage, j))
            for place, (score, theirs) in enumerate(matches):
                relation, reason = relations.compare(mine, theirs)
                if (
                    relation in COMPARED
                    and apart
                    and not (passages.tells_of(mine, other) or passages.tells_of(theirs, article))
                ):
                    relation, reason = "related", Reason("events")
                if (place and relation != "conflict") or (relation == "related" and score < RELATED):
                    continue
                there = Passage(other, theirs.offset, theirs.offset + len(theirs.text))
                yield Link(Passage(article, start, end), there, relation, round(score, 3), reason)

    def _apart(self, one: int, two: int) -> bool:
        """Whether two articles seem to tell of different events."""
        days = [self.articles[i].published for i in (one, two)]
        late = days[0] and days[1] and abs((days[0] - days[1]).days) > LATER
        return bool(late) or self._index.sameness[one][two] < APART

    def _matches(
        self, mine: Side, number: int, j: int, found: Mapping[int, float]
    ) -> list[tuple[float, Side]]:
        """The best match in article ``j`` and its score, then others that may tell more.

        A claim is matched with claims where a sentence has any, a sentence with sentences.
        """
        other, alike = self.articles[j], self._index.alike[number][j]
        matches = []
        for i in self._likely(mine, j, found):
            for start, end in passages.comparable(other, *other.sentences[i], whole=mine.claim is None):
                theirs = self._side(other, start, end)
                score = relations_strength.strength(mine, theirs, found.get(i, 0.0), alike)
                if score:
                    matches.append((score, theirs))
        matches.sort(key=lambda match: -match[0])
        return matches[:1] + [match for match in matches[1:MATCHES] if match[0] >= AGAIN]

    def _likely(self, mine: Side, j: int, found: Mapping[int, float]) -> list[int]:
        """The sentences of article ``j`` to look at more closely: that match, or count the same thing."""
        matching = nlargest(CANDIDATES, ((score, -i) for i, score in found.items() if score >= UNLIKELY))
        keys = (key for thing in mine.things for key in relations_things.keys(thing))
        counting = (i for key in keys for i in self._counted[j].get(key, ()))
        return list(dict.fromkeys((*(-i for _, i in matching), *counting)))

    @cached_property
    def _counted(self) -> tuple[Mapping[tuple[str, str], Sequence[int]], ...]:
        """For each article, the numbers of the sentences whose claims count each kind of thing."""
        tables = []
        for article in self.articles:
            table: dict[tuple[str, str], list[int]] = defaultdict(list)
            for i, (start, end) in enumerate(article.sentences):
                counting = [c for c in passages.claims_in(article, start, end) if c.quantities]
                things = (t for c in counting for t in self._side(article, c.start, c.end).things)
                for key in {key for thing in things for key in relations_things.keys(thing)}:
                    table[key].append(i)
            tables.append({key: places[:CANDIDATES] for key, places in table.items()})
        return tuple(tables)

    def _side(self, article: Article, start: int, end: int) -> Side:
        """A passage with what its claims state and its words tell; kept, since it is asked for often."""
        article = self.articles[self.number(article)]
        key = (id(article), start, end)
        if key not in self._sides:
            inside, around = passages.claims_in(article, start, end), passages.around(article, start, end)
            text = article.text[start:end]
            said = list(words.words(text))
            self._sides[key] = Side(
                text,
                next((c for c in inside if (c.start, c.end) == (start, end)), None),
                passages.quantities(inside),
                passages.dates(inside) or passages.dates(passages.claims_in(article, *around)),
                start,
                relations_telling.of(said, self._telling),
                matching.weighed(self._index, said),
                article.text[slice(*around)],
                around[0],
            )
        return self._sides[key]

    @cached_property
    def _telling(self) -> Mapping[str, float]:
        return relations_telling.weigh(self._index.passages)

"""Which passages of two articles state one fact, and how they stand to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from seedreader.analysis import matching, same_fact
from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.analysis.matching import PassageIndex
from seedreader.analysis.relations import relate
from seedreader.analysis.relations.passage_features import PassageFeatures
from seedreader.analysis.relations.passage_pair import PassagePair
from seedreader.analysis.same_fact import Likelihood, PairMatch
from seedreader.article import Link, Mention, Passage, Reason, Speaker
from seedreader.story import passage_contents
from seedreader.story.story_passages import PlacedPassage, StoryPassages

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


class LinkFinder:
    """Finds the links between articles, which go by their number.

    Two passages that say the same as two others are compared once, as long as this lives.
    """

    def __init__(
        self, articles: Sequence[AnalysedArticle], index: PassageIndex, passages: StoryPassages
    ) -> None:
        self._articles = articles
        self._index = index
        self._passages = passages
        self._between: dict[tuple[int, int], list[Link]] = {}
        self._pairs: dict[tuple[PassageFeatures, PassageFeatures, bool], PassagePair] = {}

    def between(self, i: int, j: int) -> list[Link]:
        """The links between two articles, their ``a`` in article ``i``."""
        one, two = kinds = self._kinds[i], self._kinds[j]
        if kinds in self._between:
            return [self._carried(link, i, j) for link in self._between[kinds]]
        if (two, one) in self._between:
            self._between[kinds] = [link.turned() for link in self._between[two, one]]
            return self.between(i, j)
        self._between[kinds] = found = self._found(i, j)
        return found

    @cached_property
    def _kinds(self) -> Sequence[int]:
        """The number of each article among the different ones."""
        numbers: dict[tuple[object, ...], int] = {}
        return [numbers.setdefault(_compared_of(article), len(numbers)) for article in self._articles]

    def _carried(self, link: Link, i: int, j: int) -> Link:
        """A link as it stands between two articles that are the same as those that it was found in."""
        a, b, relation, score, reason, verdict = link
        here, there = Passage(self._articles[i], a.start, a.end), Passage(self._articles[j], b.start, b.end)
        return Link(here, there, relation, score, reason, verdict)

    def _found(self, i: int, j: int) -> list[Link]:
        if 2 * matching.highest(self._index, i, j) < MIN_TWO_WAY_MATCH:
            return []
        here, there = self._passages.compared[i], self._passages.compared[j]
        forward, backward = self._scores(i, j), self._scores(j, i)
        pairs: dict[tuple[int, int], None] = {}
        for x, scored in enumerate(forward):
            for y in self._candidates(here[x], j, scored):
                pairs[x, y] = None
        for y, scored in enumerate(backward):
            for x in self._candidates(there[y], i, scored):
                pairs[x, y] = None
        found = []
        for x, y in pairs:
            one, two = here[x], there[y]
            matched = forward[x].get(two.sentence, 0.0), backward[y].get(one.sentence, 0.0)
            if link := self._compared(i, one, j, two, *matched):
                found.append(link)
        return _telling(self._without_headlines(i, j, found))

    def of_passage(self, number: int, start: int, end: int) -> list[Link]:
        """The links of a passage that is no unit, as a whole sentence: with whole sentences."""
        article, unit = self._articles[number], (start, end)
        if start >= end or passage_contents.has_boilerplate(article, start, end):
            return []
        found: list[Link] = []
        one = self._passages.placed(number, *unit)
        for j, other in enumerate(self._articles):
            if j == number:
                continue
            forward = matching.found(self._index, self._passages.query(number, *unit), j)
            links = []
            for i in _best(forward):
                there = other.sentences[i]
                if not passage_contents.has_boilerplate(other, *there):
                    query, two = self._passages.query(j, *there), self._passages.placed(j, *there)
                    backward = matching.score(self._index, query, number, one.sentence)
                    links.append(self._compared(number, one, j, two, forward[i], backward))
            found += _telling([link for link in links if link])
        return found

    def _compared(
        self, i: int, one: PlacedPassage, j: int, two: PlacedPassage, forward: float, backward: float
    ) -> Link | None:
        """The link of two passages, if any; ``forward`` and ``backward`` are how well the sentence of the
        second matches the first, and that of the first the second.
        """
        mine, theirs = one.features, two.features
        hopeless = forward + backward < MIN_TWO_WAY_MATCH
        if hopeless and not (mine.quantities and theirs.quantities):
            return None
        pair = self._pair(i, mine, j, theirs)
        figures = pair.figures
        if hopeless and not figures:
            return None
        first, last = sorted((one.sentence, two.sentence))
        matched = PairMatch(forward, backward, self._index.alike(i, j), first < LEADS and last < NEAR_LEADS)
        likely = same_fact.likely(pair.wording, matched)
        if likely.fact < MIN_LIKELIHOOD and not figures:
            return None
        relation, reason = relate.relate(pair, likely)
        if relation in COMPARED and self._apart(i, j):
            article, other = self._articles[i], self._articles[j]
            if not (passage_contents.tells_of(mine, other) or passage_contents.tells_of(theirs, article)):
                relation, reason = "related", Reason("events")
        if likely.fact < MIN_LIKELIHOOD and relation == "related":
            return None
        score = round(_sure(likely, relation), 3)
        return Link(one.passage, two.passage, relation, score, _moved(reason, one.at, two.at))

    def _apart(self, one: int, two: int) -> bool:
        """Whether two articles seem to tell of different events."""
        days = [self._articles[i].day for i in (one, two)]
        late = days[0] and days[1] and abs((days[0] - days[1]).days) > MAX_DAYS_APART
        return bool(late) or self._index.sameness(one, two) < MIN_SAME_EVENT

    def _candidates(self, one: PlacedPassage, j: int, found: Mapping[int, float]) -> Iterator[int]:
        """The passages of article ``j`` to look at more closely: that match, or count the same thing."""
        sentences = _best(found)
        for key in one.features.counts:
            sentences += self._passages.counting[j].get(key, ())
        for sentence in dict.fromkeys(sentences):
            yield from self._passages.in_sentence[j].get(sentence, ())

    def _scores(self, number: int, other: int) -> Sequence[Mapping[int, float]]:
        """How well each sentence of another article matches each unit of one, if they share a word."""
        return matching.found_by_each(self._index, self._passages.queries[number], other)

    def _pair(self, i: int, mine: PassageFeatures, j: int, theirs: PassageFeatures) -> PassagePair:
        strange = bool(mine.quantities and theirs.quantities) and (
            mine.strange(self._index.whole[j]) or theirs.strange(self._index.whole[i])
        )
        if not (mine in self._passages.repeated or theirs in self._passages.repeated):
            return PassagePair(mine, theirs, strange)
        key = (mine, theirs, strange)
        if key not in self._pairs:
            self._pairs[key] = PassagePair(*key)
        return self._pairs[key]

    def _without_headlines(self, i: int, j: int, links: list[Link]) -> list[Link]:
        """Links without conflicts of a headline that says again what its article says."""
        conflicts = [link for link in links if link.relation == "conflict"]
        heading = [link for link in conflicts if self._is_headline(i, link.a) or self._is_headline(j, link.b)]
        if not heading:
            return links
        bodies = {self._differing(i, j, link) for link in conflicts if link not in heading}
        again = [link for link in heading if self._differing(i, j, link) in bodies]
        return [link for link in links if link not in again]

    def _differing(self, i: int, j: int, link: Link) -> tuple[object, ...]:
        """The figures by which two passages conflict."""
        if not link.reason or link.reason.kind != "figure":
            return (link,)
        return tuple(
            q.figure
            for n, passage, mention in ((i, link.a, link.reason.a), (j, link.b, link.reason.b))
            for q in passage_contents.quantities(self._articles[n], passage.start, passage.end)
            if mention and (q.start, q.end) == (mention.start, mention.end)
        )

    def _is_headline(self, number: int, passage: Passage) -> bool:
        """Whether a passage stands in its article's title, or in a first line that ends like one."""
        text = passage.text.strip()
        title = self._articles[number].title
        return (title is not None and text in title) or text in self._passages.first_lines[number]


def _compared_of(article: AnalysedArticle) -> tuple[object, ...]:
    """All of an article that its links rest on."""
    return article.text, article.title, article.day, article.sentences, article.boilerplate, article.claims


def _best(found: Mapping[int, float]) -> list[int]:
    """The numbers of the sentences that match best, of those that match, the best first."""
    matching = sorted([(-score, i) for i, score in found.items() if score >= MIN_MATCH])
    return [i for _, i in matching[:CANDIDATES]]


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


def _moved(reason: Reason, a: int, b: int) -> Reason:
    """A reason whose places in the first passage lie ``a`` farther on, and those in the second ``b``."""
    if not (reason.a or reason.b or reason.speakers):
        return reason
    one, two = reason.speakers or (None, None)
    speakers = reason.speakers and (_moved_speaker(one, a), _moved_speaker(two, b))
    return Reason(
        reason.kind, _moved_mention(reason.a, a), _moved_mention(reason.b, b), reason.sign, reason.shared,
        reason.only_a, reason.only_b, reason.likeness, speakers,
    )  # fmt: skip


def _moved_mention(mention: Mention | None, by: int) -> Mention | None:
    if mention is None:
        return None
    start, end, first, last = mention
    return Mention(start + by, end + by, first, last)


def _moved_speaker(speaker: Speaker | None, by: int) -> Speaker | None:
    return speaker and speaker._replace(start=speaker.start + by, end=speaker.end + by)

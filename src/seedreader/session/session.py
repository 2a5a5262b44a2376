"""Reading state without a screen: which source, which passage, where from, and what is noted there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from seedreader.article import REJECTED, RELATIONS, Article, Claim, Link, Passage, Range, Span
from seedreader.session import user_overrides
from seedreader.session.claim_filter import EVERY, ClaimFilter
from seedreader.session.columns import ColumnOrder, columns
from seedreader.session.jump_list import JumpList
from seedreader.session.positions import SourceAnnotation, StoryPassage
from seedreader.session.progress import Progress
from seedreader.session.selection import Selection
from seedreader.session.source_state import SourceState, index_at

if TYPE_CHECKING:
    from seedreader.notebook.resolver import ResolvedAnnotation
    from seedreader.story import Story
    from seedreader.story.support import Support


Which = Callable[[Claim, "Support"], bool]
"""Whether a claim is one to visit."""


@dataclass(slots=True, eq=False)
class Session:
    """One reading of one story. Methods that move return whether anything moved."""

    sources: list[SourceState]
    columns: ColumnOrder
    focus: int = 0
    follow: bool = True
    story: Story | None = None
    failure: str = ""
    progress: Progress | None = None
    """How far the work is that makes the story."""
    placed: tuple[ResolvedAnnotation, ...] = ()
    tag_colours: Mapping[str, str] = field(default_factory=dict)
    selection: Selection | None = None
    held: StoryPassage | None = None
    moved: bool = False
    claim_filter: ClaimFilter = EVERY
    jump_list: JumpList = field(default_factory=JumpList)
    marks: dict[str, StoryPassage] = field(default_factory=dict)
    """Places that the reader marked, by their letters; an empty one where its words are gone."""
    _tour: list[StoryPassage] = field(default_factory=list)
    _crossed: dict[int, Range] = field(default_factory=dict)

    @property
    def here(self) -> SourceState:
        """The source that has the focus."""
        return self.sources[self.focus]

    @property
    def place(self) -> StoryPassage:
        """The passage under the cursor of the focused source."""
        return StoryPassage(self.focus, *self.here.cursor)

    @property
    def passage(self) -> StoryPassage:
        """What an annotation would be put on: the selection, or else the passage under the cursor."""
        if self.selection is None:
            return self.place
        return StoryPassage(self.focus, self.selection.start, self.selection.end)

    def resume(self, focus: int, follow: bool, recent: Sequence[int]) -> None:
        """Restore what an earlier run kept: the focused source, follow mode, and the sources by last visit.

        Raises ValueError where that run had other sources.
        """
        if sorted(recent) != list(range(len(self.sources))) or focus not in recent:
            raise ValueError("a state of other sources")
        self.focus, self.follow, self.columns.recent = focus, follow, list(recent)
        self.columns.focus(focus)

    def attach(self, story: Story) -> None:
        """Take in a finished analysis. Cursors keep their place; one never moved leaves the boilerplate."""
        again, self.story = self.story is not None, story
        for source, article in zip(self.sources, story.articles, strict=True):
            untouched = not (again or source.resumed) and source.is_untouched
            source.sentences = article.sentences or source.sentences  # an unread one has none
            source.claims = article.claims
            source.boilerplate = article.boilerplate
            source.supports = tuple(story.support(article, claim) for claim in article.claims)
            source.compared = story.is_compared(article)
            source.choose(self.claim_filter)
            if untouched:
                source.begin()
            elif not (again or source.resumed) and not source.is_on_sentence:
                source.cursor = source.sentences[index_at(source.sentences, source.cursor[0])]

    def correct(self, articles: Sequence[Article]) -> bool:
        """Take in the articles as the reader has them now; returns whether any is another one.

        Their texts stay; the analysis that is attached is that of the articles before.
        """
        changed = [a is not source.article for a, source in zip(articles, self.sources, strict=True)]
        for source, article in zip(self.sources, articles, strict=True):
            source.article = article
        return any(changed)

    def choose(self, claim_filter: ClaimFilter) -> None:
        """Show and visit only the claims that a filter lets through."""
        self.claim_filter = claim_filter
        for source in self.sources:
            source.choose(claim_filter)

    def move_sentence(self, step: int) -> bool:
        """Move by sentences; a cursor on a claim counts as on its sentence."""
        source = self.here
        if not source.sentences:
            return False
        index = index_at(source.sentences, source.cursor[0]) + step
        return self._set_cursor(source.sentences[max(0, min(index, len(source.sentences) - 1))])

    def move_claim(self, step: int, which: Which | None = None) -> bool:
        """Move to the next (1) or previous (-1) claim of the focused source.

        Of those that the filter lets through, or of all of ``which`` that is true where that is given.
        """
        source = self.here
        ranges = sorted(dict.fromkeys(_visited(source, which)))
        at = source.cursor
        before = at if at in ranges else (at[0], 0)  # a sentence counts as the claim that it begins with
        index = bisect_right(ranges, at) if step > 0 else bisect_left(ranges, before) - 1
        return 0 <= index < len(ranges) and self._set_cursor(ranges[index])

    def has_claim(self, which: Which | None = None) -> bool:
        """Whether there is such a claim (see `move_claim`) in any source."""
        return any(any(True for _ in _visited(source, which)) for source in self.sources)

    def move_to(self, offset: int) -> bool:
        """Put the focused source's cursor on the sentence at ``offset``, or the nearest one before it."""
        source = self.here
        if not source.sentences:
            return False
        return self._set_cursor(source.sentences[index_at(source.sentences, offset)])

    def move_focus(self, step: int) -> bool:
        """Focus the next or previous source that is not hidden, in the screen's order, round the ends."""
        return self.focus_on(self.columns.beside(self.focus, step))

    def focus_on(self, index: int) -> bool:
        """Focus the source with this index; in follow mode its cursor goes to the matching passage.

        Coming back, it stands where it stood, unless the cursor was moved meanwhile.
        """
        if not 0 <= index < len(self.sources) or index == self.focus:
            return False
        match = self.matches().get(index) if self.follow else None
        self._crossed[self.focus] = self.here.cursor
        cursor = self._crossed.get(index) or match or self.sources[index].cursor
        self._visit(StoryPassage(index, *cursor))
        return True

    def point(self, source: int, offset: int | None) -> None:
        """Focus a source and put its cursor on the sentence at ``offset``; None leaves its cursor."""
        self._visit(StoryPassage(source, *self.sources[source].cursor))
        if offset is not None:
            self.move_to(offset)

    def go(self, place: StoryPassage) -> bool:
        """Go to a place and remember where from."""
        if place == self.place:
            return False
        self.jump_list.leave(self.place)
        self._crossed.clear()
        self._visit(place)
        if place.start == place.end:
            self.move_to(place.start)
        return True

    def mark(self, letter: str) -> None:
        """Keep the passage under the cursor under a letter."""
        self.marks[letter] = self.place
        self.moved = True

    def forget_mark(self, letter: str) -> None:
        """Let a letter mark nothing any more."""
        del self.marks[letter]
        self.moved = True

    def jump(self) -> bool:
        """Go to the best match of the passage in another source; again for the next one, then home again."""
        if not self.at_tour():
            found = [self.other_end(link) for link in self.evidence()]
            self._tour = [self.place, *found] if found else []
        if not self._tour:
            return False
        following = self._tour[(self._tour.index(self.place) + 1) % len(self._tour)]
        return self.go(following)

    def at_tour(self) -> bool:
        """Whether the cursor stands where a jump led, so that the next one goes on from there."""
        return self.place in self._tour

    def back(self) -> bool:
        """Return to where the last jump came from."""
        return self._return(self.jump_list.back(self.place))

    def forward(self) -> bool:
        """Undo a `back`."""
        return self._return(self.jump_list.forward(self.place))

    def stop(self, index: int) -> bool:
        """Go along the trail to one of its places, by its number."""
        here = self.place
        place = self.jump_list.go(index, here)
        return place != here and self._return(place)

    @property
    def claim(self) -> Claim | None:
        """The claim under the cursor: the cursor's own, or the first one inside its sentence."""
        start, end = self.here.cursor
        claims = self.here.claims
        first = bisect_left(claims, start, key=lambda claim: claim.start)
        inside = claims[first : bisect_left(claims, end, key=lambda claim: claim.start)]
        own = (claim for claim in inside if (claim.start, claim.end) == (start, end))
        return next(own, inside[0] if inside else None)

    def says_who_says(self, claim: Claim | None) -> bool:
        """Whether it is the reader who says who says a claim of the focused source."""
        if self.story is None or claim is None:
            return False
        # the analysis is imported after the first frame
        from seedreader.analysis.corrections import is_said_of

        corrections = self.story.articles[self.focus].corrections
        return any(c.kind == "speaker" and is_said_of(claim, (c.start, c.end)) for c in corrections)

    @property
    def claim_number(self) -> int:
        """How many claims that the filter lets through begin before the end of the passage."""
        return bisect_left(self.here.claim_starts, self.here.cursor[1])

    @property
    def boilerplate(self) -> tuple[Span, ...]:
        """The boilerplate that touches the passage."""
        spans, (_, start, end) = self.here.boilerplate, self.passage
        first = bisect_right(spans, start, key=lambda span: span.end)
        return spans[first : bisect_left(spans, end, key=lambda span: span.start)]

    def evidence(self) -> tuple[Link, ...]:
        """For the passage under the cursor, its matches in each other source, best first.

        What a claim inside a sentence states counts for the sentence, where both are matched at one place,
        and for sources where nothing matches the whole of it.
        """
        if self.story is None:
            return ()
        article, (start, end) = self.story.articles[self.focus], self.here.cursor
        found = self.story.evidence(article, start, end)
        claims = self.here.claims
        first = bisect_left(claims, start, key=lambda claim: claim.start)
        inside = claims[first : bisect_left(claims, end, key=lambda claim: claim.start)]
        if any((claim.start, claim.end) == (start, end) for claim in inside):
            return found
        finer = [link for c in inside for link in self.story.evidence(article, c.start, c.end)]
        heard = {id(link.b.article) for link in found}
        more = [each for each in finer if id(each.b.article) not in heard and each.relation != "related"]
        told = [*(_most_telling_there(link, finer) for link in found), *more]
        each_once = [link for i, link in enumerate(told) if link not in told[:i]]
        return tuple(sorted(each_once, key=lambda link: not link.verdict and link.relation == "related"))

    def foresee(self) -> None:
        """Have the evidence of the next sentence worked out, where the reader most often goes next."""
        sentences = self.here.sentences
        following = index_at(sentences, self.here.cursor[0]) + 1
        if self.story is not None and following < len(sentences):
            self.story.evidence(self.story.articles[self.focus], *sentences[following])

    def matches(self) -> dict[int, Range]:
        """The best match of the passage under the cursor in each other source: source index to range."""
        found: dict[int, Range] = {}
        for place in (self.other_end(link) for link in self.evidence()):
            found.setdefault(place.source, (place.start, place.end))
        return found

    def nearest(self) -> list[StoryPassage]:
        """The passages nearest to the one under the cursor, in the sources where no match was found.

        Where each has a match, in all. While a passage of another source is held, those of this source that
        are nearest to that.
        """
        if self.story is None:
            return []
        # the analysis is imported after the first frame
        from seedreader.story.nearest_passages import nearest

        articles, held = self.story.articles, self.other_held
        source, start, end = held or self.held or self.place
        within = articles[self.focus] if held else None
        found = nearest(self.story, articles[source], start, end, within=within)
        return [StoryPassage(articles.index(near.article), near.start, near.end) for near in found]

    def relation_between(self, one: StoryPassage, other: StoryPassage) -> str | None:
        """How two passages stand to each other as computed, or as the reader said; None where unlinked."""
        if self.story is None:
            return None
        # the analysis is imported after the first frame
        from seedreader.story.verdicts import one_passage

        articles = self.story.articles
        for a, b in ((one, other), (other, one)):
            for link in self.story.evidence(articles[a.source], a.start, a.end):
                there = articles[b.source]
                if link.b.article is there and one_passage(
                    there, (link.b.start, link.b.end), (b.start, b.end)
                ):
                    return link.relation
        return None

    @property
    def other_held(self) -> StoryPassage | None:
        """The passage that is held, where the reader stands in another source: the two can be linked."""
        return self.held if self.held is not None and self.held.source != self.focus else None

    def annotate(self, placed: Sequence[ResolvedAnnotation], tag_colours: Mapping[str, str]) -> bool:
        """Take in the story's annotations and the colours of tags; returns whether anything is new in them.

        Sources with one text share what stands in it.
        """
        if (self.placed, self.tag_colours) == (tuple(placed), tag_colours):
            return False
        self.placed, self.tag_colours = tuple(placed), tag_colours
        texts = [source.article.text for source in self.sources]
        for source in self.sources:
            source.annotations = tuple(
                SourceAnnotation(each, spot)
                for each in placed
                for spot in each.spots
                if spot.source is not None and spot.ranges and texts[spot.source] == source.article.text
            )
        return True

    def verdict_on(self, a: StoryPassage, b: StoryPassage) -> ResolvedAnnotation | None:
        """The newest verdict of the reader's on these two passages."""
        if self.story is None:
            return None
        articles = self.story.articles
        one, two = (Passage(articles[end.source], end.start, end.end) for end in (a, b))
        return user_overrides.verdict_on(self.placed, one, two, articles)

    def rejected(self) -> list[tuple[StoryPassage, StoryPassage]]:
        """What the reader said is not linked with the passage under the cursor: both ends of each link."""
        pairs = []
        for placed in self.annotations_here():
            if placed.there is None or placed.body != REJECTED or placed.state == "orphan":
                continue
            ends = [
                StoryPassage(s.source, s.start, s.end)
                for s in placed.spots
                if s.source is not None and s.ranges
            ]
            if len(ends) == 2:
                pairs.append((ends[0], ends[1]) if ends[0].source == self.focus else (ends[1], ends[0]))
        return pairs

    def annotations_here(self) -> list[ResolvedAnnotation]:
        """Annotations that touch the passage under the cursor, the newest last."""
        start, end = self.here.cursor
        touching = (
            standing.placed
            for standing in self.here.annotations
            if any(a < end and start < b for a, b in standing.spot.ranges)
        )
        return sorted(dict.fromkeys(touching), key=lambda placed: placed.annotation.created)

    def other_end(self, link: Link) -> StoryPassage:
        """The passage of another source that a link from the focused one leads to."""
        assert self.story is not None
        return StoryPassage(self.story.index_of(link.b.article), link.b.start, link.b.end)

    def _set_cursor(self, cursor: Range) -> bool:
        self._tour = []
        if cursor == self.here.cursor:
            return False
        self._crossed.clear()
        self.here.cursor = cursor
        self.moved = True
        return True

    def _visit(self, place: StoryPassage) -> None:
        if place.source != self.focus:
            self.selection = None
        self.focus = place.source
        self.moved = True
        self.here.cursor = (place.start, place.end)
        self.columns.focus(place.source)

    def _return(self, place: StoryPassage | None) -> bool:
        if place is None:
            return False
        self._visit(place)
        self._tour = []
        return True


def open_session(articles: Sequence[Article]) -> Session:
    """A session on articles of which nothing is known yet."""
    return Session([SourceState(article) for article in articles], columns(len(articles)))


def _most_telling_there(link: Link, finer: Sequence[Link]) -> Link:
    """``link``, or what states more of the same place for a part of its passage; a verdict stays."""
    from seedreader.story.support import most_telling

    there = (
        each
        for each in finer
        if each.b.article is link.b.article and each.b.start < link.b.end and link.b.start < each.b.end
    )
    best = min(there, key=most_telling, default=link)
    more = RELATIONS.index(best.relation) < RELATIONS.index(link.relation)
    return best if more and not link.verdict else link


def _visited(source: SourceState, which: Which | None) -> Iterator[Range]:
    """Where the claims are that are gone through, in the order in which they are known."""
    among = source.visible_claims if which is None else range(len(source.claims))
    for claim, support in ((source.claims[i], source.supports[i]) for i in among):
        if which is None or which(claim, support):
            yield claim.start, claim.end

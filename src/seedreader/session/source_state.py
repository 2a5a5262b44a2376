"""What a session knows of one article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from seedreader.article import Article, Claim, Range, Span
from seedreader.session.claim_filter import EVERY, ClaimFilter
from seedreader.session.opening import opening
from seedreader.session.positions import SourceAnnotation

if TYPE_CHECKING:
    from seedreader.story.support import Support


@dataclass(slots=True, eq=False)
class SourceState:
    """One article: sentences so far, claims, and the passage under its cursor.

    ``supports`` has one entry for each of ``claims``; ``visible_claims`` are the numbers of those that the
    reader's filter lets through. ``compared`` is whether another whole text is there in which a claim could
    find a match. ``read`` is whether the reader has read it.
    """

    article: Article
    sentences: Sequence[Range] = ()
    cursor: Range = (0, 0)
    claims: tuple[Claim, ...] = ()
    supports: tuple[Support, ...] = ()
    visible_claims: Sequence[int] = ()
    compared: bool = True
    boilerplate: tuple[Span, ...] = ()
    annotations: tuple[SourceAnnotation, ...] = ()
    resumed: bool = False
    read: bool = False
    _begun: Range = field(init=False)

    def __post_init__(self) -> None:
        if self.cursor == (0, 0):
            offset = opening(self.article)
            self.cursor = offset, offset
        self._begun = self.cursor

    def learn(self, sentences: Sequence[Range]) -> None:
        """Take in the sentences, or more of them than before; a cursor once placed stays.

        One that was resumed at an offset, for its words are gone, goes to the sentence there.
        """
        at, end = self.cursor
        if not self.resumed and not self.sentences and sentences:
            self.cursor = self._begun = _first_from(at, sentences)
        elif self.resumed and at == end and sentences and sentences[-1][1] > at:
            self.cursor = _first_from(at, sentences)
        self.sentences = sentences

    def choose(self, claim_filter: ClaimFilter = EVERY) -> None:
        """Let the claims through that a filter allows."""
        weighed = zip(self.claims, self.supports, strict=True)
        text = self.article.text
        self.visible_claims = [
            i for i, (claim, support) in enumerate(weighed) if claim_filter.allows(claim, support, text)
        ]

    @property
    def claim_starts(self) -> list[int]:
        """Where the claims that are let through begin, in order."""
        return [self.claims[i].start for i in self.visible_claims]

    @property
    def is_untouched(self) -> bool:
        """Whether the cursor stands where reading begins."""
        return self.cursor == self._begun

    @property
    def is_on_sentence(self) -> bool:
        """Whether the cursor is on a whole sentence."""
        index = index_at(self.sentences, self.cursor[0])
        return not self.sentences or self.sentences[index] == self.cursor

    @property
    def at_end(self) -> bool:
        """Whether the cursor came to the last sentence that is not boilerplate, or beyond it."""
        if self.is_untouched and len(self.sentences) > 1:
            return False
        starts = [span.start for span in self.boilerplate]
        for sentence in reversed(self.sentences):
            if not _begins_in(sentence, self.boilerplate, starts):
                return self.cursor[0] >= sentence[0]
        return bool(self.sentences) and self.cursor[0] >= self.sentences[-1][0]

    def begin(self) -> None:
        """Put the cursor on the headline, or else on the first sentence outside boilerplate."""
        sentences = _outside(self.sentences, self.boilerplate) or self.sentences
        self.cursor = self._begun = _first_from(opening(self.article), sentences)


def index_at(ranges: Sequence[Range], offset: int) -> int:
    """The number of the range at an offset, or of the last one before it."""
    return max(0, bisect_right(ranges, offset, key=lambda r: r[0]) - 1)


def _first_from(offset: int, sentences: Sequence[Range]) -> Range:
    """The first sentence that does not end before an offset, or else the first; empty where there is none."""
    first = sentences[0] if sentences else (0, 0)
    return next((sentence for sentence in sentences if sentence[1] > offset), first)


def _outside(sentences: Sequence[Range], boilerplate: Sequence[Span]) -> list[Range]:
    """The sentences that do not begin in boilerplate."""
    starts = [span.start for span in boilerplate]
    return [sentence for sentence in sentences if not _begins_in(sentence, boilerplate, starts)]


def _begins_in(sentence: Range, boilerplate: Sequence[Span], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, sentence[0]) - 1
    return index >= 0 and sentence[0] < boilerplate[index].end

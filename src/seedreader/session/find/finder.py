"""Finding in all sources of a story at once, and in what the reader wrote."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from threading import Lock
from typing import NamedTuple

from seedreader.article import Range
from seedreader.session.find import fuzzy
from seedreader.session.find.folded_text import FoldedText, fold
from seedreader.session.find.hits import NOTHING, Hit, Hits, exact
from seedreader.session.find.query import EXACT, LIKE, Query

KEPT = 5_000
"""How many notes and tags stay folded, and how many words stay compared."""


class LocatedHit(NamedTuple):
    """A hit in a source: the source's index, the hit's number among those listed, and the hit."""

    source: int
    number: int
    hit: Hit


class FindResults:
    """What was found: for each source and each note its hits; ``typos`` is whether words may have some."""

    def __init__(
        self, query: Query, sources: Sequence[Hits], notes: Sequence[Hits] = (), typos: bool = False
    ) -> None:
        self.query, self.sources, self.notes, self.typos = query, tuple(sources), tuple(notes), typos

    @cached_property
    def total(self) -> int:
        """How many hits there are in the sources."""
        return sum(hits.total for hits in self.sources)

    @cached_property
    def written(self) -> int:
        """How many notes and tags have hits."""
        return sum(1 for hits in self.notes if hits.total)

    def number(self, at: LocatedHit, order: Sequence[int]) -> int:
        """The how manieth of all hits in the sources this is in their ``order``, counted from 1."""
        further_up = sum(self.sources[source].total for source in order[: order.index(at.source)])
        return further_up + self.sources[at.source].before + at.number + 1

    def ends_at(self, source: int, offset: int, step: int) -> bool:
        """Whether in this direction from an offset there are hits in the source that are not listed."""
        hits = self.sources[source]
        number = hits.at(offset)
        if step < 0:
            return hits.before > 0 and number == 0
        return number + 1 >= len(hits.listed) and hits.before + len(hits.listed) < hits.total

    def following(
        self, source: int, offset: int, step: int, order: Sequence[int], standing: bool = False
    ) -> tuple[LocatedHit, bool] | None:
        """The next (1) or previous (-1) hit from an offset in a source, on into the next in ``order``.

        One at the offset itself is the next where the reader is not ``standing`` on it. With it, whether the
        way led round the end; None where there is no hit at all.
        """
        hits, begun = self.sources[source], order.index(source)
        index = hits.after(offset) if standing and step > 0 else hits.at(offset)
        index -= step < 0
        for turn in range(begun, begun + step * (len(order) + 1), step):
            here = order[turn % len(order)]
            hits = self.sources[here]
            if turn != begun:
                index = 0 if step > 0 else len(hits.listed) - 1
            if 0 <= index < len(hits.listed):
                return LocatedHit(here, index, hits.listed[index]), not 0 <= turn < len(order)
        return None


class _Text(NamedTuple):
    """A text folded, and its words once they are asked for."""

    folded: FoldedText
    words: dict[str, array[int]]

    def indexed(self) -> Mapping[str, array[int]]:
        if not self.words:
            self.words.update(fuzzy.index(self.folded))
        return self.words


class Finder:
    """Finds in the ``texts`` of a story, in any thread; each is folded once, when first needed."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = tuple(texts)
        self.size = sum(map(len, self.texts))
        self._folding = Lock()
        self._texts: dict[tuple[str, bool], _Text] = {}
        self._notes: dict[tuple[str, bool], _Text] = {}
        self._likes: dict[tuple[str, bool], dict[str, int]] = {}

    def find(
        self,
        query: Query,
        sentences: Sequence[Sequence[Range]],
        notes: Sequence[str] = (),
        around: Sequence[int] = (),
        stop: Callable[[], bool] = bool,
    ) -> FindResults | None:
        """What is found, given each text's sentences; letter by letter first, then with typos as asked.

        Of a text with very many hits those about ``around``, an offset in each, are listed. None if ``stop``
        says so meanwhile.
        """
        if not query.sought:
            return FindResults(query, [NOTHING] * len(self.texts), [NOTHING] * len(notes))
        found = []
        for text, offset in zip(self.texts, around or [0] * len(self.texts), strict=True):
            if stop():
                return None
            found.append(exact(self._text(text, query.cased).folded, query.sought, offset))
        written = [exact(self._note(note, query.cased).folded, query.sought) for note in notes]
        nothing = not any(hits.total for hits in (*found, *written))
        if query.mode == EXACT or not query.words or not (nothing or query.mode == LIKE):
            return FindResults(query, found, written)
        likes = self._like(query, notes)
        for number, text in enumerate(self.texts):
            if stop():
                return None
            known = self._text(text, query.cased)
            alike = fuzzy.fuzzy(known.folded, known.indexed(), likes, sentences[number])
            found[number] = _joined(found[number], alike)
        for number, note in enumerate(notes):
            known = self._note(note, query.cased)
            alike = fuzzy.fuzzy(known.folded, known.indexed(), likes, ())
            written[number] = _joined(written[number], alike)
        return FindResults(query, found, written, typos=True)

    def prepare(self) -> None:
        """Fold the texts before anything is looked for in them: of 10 million letters it takes a second."""
        for text in self.texts:
            self._text(text, cased=False)

    def _like(self, query: Query, notes: Sequence[str]) -> list[dict[str, int]]:
        """For each word sought those like it, in the texts and in the notes."""
        inside: dict[str, None] = {}
        for note in notes:
            inside.update(dict.fromkeys(self._note(note, query.cased).indexed()))
        likes = []
        for word in query.words:
            known = self._likes.get((word, query.cased))
            if known is None:
                if len(self._likes) > KEPT:
                    self._likes.clear()
                words = {
                    each: None for text in self.texts for each in self._text(text, query.cased).indexed()
                }
                known = self._likes[word, query.cased] = fuzzy.like(word, words)
            likes.append(known | fuzzy.like(word, inside))
        return likes

    def _text(self, text: str, cased: bool) -> _Text:
        with self._folding:
            return _kept(self._texts, text, cased)

    def _note(self, note: str, cased: bool) -> _Text:
        if len(self._notes) > KEPT:
            self._notes.clear()
        return _kept(self._notes, note, cased)


def _kept(kept: dict[tuple[str, bool], _Text], text: str, cased: bool) -> _Text:
    """A text folded, from what is kept if it is there."""
    known = kept.get((text, cased))
    if known is None:
        known = kept[text, cased] = _Text(fold(text, cased), {})
    return known


def _joined(hits: Hits, alike: Hits) -> Hits:
    """Hits letter by letter and, where they leave room, those with typos, in the order of the text."""
    if not hits.listed or not alike.listed:
        return hits if hits.listed else alike
    taken = [hit.start for hit in hits.listed], [hit.end for hit in hits.listed]
    more = [hit for hit in alike.listed if not any(_touches(taken, span) for span in hit.ranges)]
    listed = sorted([*hits.listed, *more], key=lambda hit: hit.start)
    return Hits(tuple(listed), hits.total + len(more), hits.before)


def _touches(taken: tuple[list[int], list[int]], span: Range) -> bool:
    starts, ends = taken
    index = bisect_left(starts, span[1]) - 1
    return index >= 0 and ends[index] > span[0]

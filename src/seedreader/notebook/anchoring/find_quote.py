"""Find a quoted passage in a text of which only the quote and a little of its context are known.

For imports only: notes made here are carried over by `reanchor`, which knows the whole old text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seedreader.analysis.alignment.align import align
from seedreader.analysis.alignment.word_sequence import WordSequence, split_words
from seedreader.article import Range
from seedreader.notebook.anchoring.kept_places import VersionPair, characters, kept_place, reworded_place
from seedreader.notebook.anchoring.reanchor import ORPHAN, Anchor

_AROUND = 8
"""Words of context to each side that are compared."""

_LOOSE = 2
"""Words that may have been put into it."""

_CUT = 2
"""Words of context beyond which the outermost is left out, for it is often cut in two."""

_CONTEXT = 0.45
"""Share of the context that must be found around a long quote for a place to be the one."""

_CONTEXT_SHORT = 0.8
"""... around a short one."""

_CONTEXT_REWORDED = 0.65
"""... around one that has been reworded."""

_LONG = 8
"""Words of a long quote; they tell a passage without any context."""

_AHEAD = 0.05
"""By how much of the context the best of several places must be ahead of the next."""

_NEARER = 4
"""How many times as near to the old position the nearest of several places must be as the next."""

_KEPT = 0.5
"""Share of a reworded quote, by weight, that must be left."""

_EDITED = 0.7
"""... for it to be surely the same passage."""

_MOST = 100_000
"""Places of one quote that are compared."""

_COMMON = 40
"""Places of a word in the text from which it tells nothing about where the quote is."""

_WINDOWS = 3
"""Places that are looked at where a quote has been reworded."""


@dataclass(frozen=True, slots=True)
class _Quote:
    """A quote between its contexts: all their words, which of them are the quote, and which characters."""

    around: WordSequence
    words: Range
    span: Range
    start: int | None

    @property
    def ids(self) -> list[int]:
        return self.around.ids[slice(*self.words)]

    @property
    def is_long(self) -> bool:
        return self.words[1] - self.words[0] >= _LONG

    @property
    def has_context(self) -> bool:
        return len(self.around.ids) > self.words[1] - self.words[0]

    def context(self, text: WordSequence, first: int, last: int) -> float:
        """The share of the context that stands around a place in the text; 0 where no context is known."""
        ids, (start, end) = self.around.ids, self.words
        before = ids[max(start > _CUT, start - _AROUND) : start]
        after = ids[end : min(len(ids) - (len(ids) - end > _CUT), end + _AROUND)]
        sides = (
            (before, text.ids[max(0, first - len(before) - _LOOSE) : first]),
            (after, text.ids[last : last + len(after) + _LOOSE]),
        )
        shares = [_share(context, found) for context, found in sides if context]
        return sum(shares) / len(shares) if shares else 0.0


def find_quote(text: str, exact: str, prefix: str = "", suffix: str = "", start: int | None = None) -> Anchor:
    """Where the passage ``exact`` stands in ``text``, with ``prefix`` before and ``suffix`` behind it.

    ``exact``: these characters (white space apart) at a place that its context makes the one or, where no
    context is known, that there is no other or that it is at the old offset ``start``; ``edited``: in other
    quotation marks, dashes or case, or reworded in part; ``uncertain``: perhaps this; ``orphan``: not found,
    or found at several places that neither context nor ``start`` tells apart. Takes seconds for 10 MB.
    """
    ids: dict[str, int] = {}
    around = split_words(prefix + exact + suffix, ids)
    span = len(prefix), len(prefix) + len(exact)
    first, last = around.at(*span)
    if first == last:
        return ORPHAN
    quote = _Quote(around, (first, last), span, start)
    words = split_words(text, ids)
    return _unchanged(words, quote) or _reworded(words, quote) or ORPHAN


def _unchanged(text: WordSequence, quote: _Quote) -> Anchor | None:
    """Where the words of the quote stand as they were."""
    count = len(quote.ids)
    places = [(quote.context(text, at, at + count), at) for at in _places(text.ids, quote.ids)]
    best = max((context for context, _ in places), default=0.0)
    least = _CONTEXT if quote.is_long else _CONTEXT_SHORT
    if not places or (quote.has_context and best < least):
        return None
    ties = [at for context, at in places if context > best - _AHEAD]
    at = _nearest(text, ties, quote.start)
    if at is None:
        return ORPHAN
    found = _inside(quote, text.starts[at], text.ends[at + count - 1])
    alone = len(ties) == 1 and (quote.has_context or quote.is_long)
    if not alone and found[0] != quote.start:
        return Anchor("uncertain", (found,))
    same = text.text[slice(*found)].split() == quote.around.text[slice(*quote.span)].split()
    return Anchor("exact" if same else "edited", (found,))


def _nearest(text: WordSequence, places: Sequence[int], start: int | None) -> int | None:
    """The one place, or the one that is clearly the nearest to the old position; None where none is."""
    if len(places) == 1:
        return places[0]
    if start is None:
        return None
    distances = sorted((abs(text.starts[at] - start), at) for at in places)
    return distances[0][1] if distances[0][0] * _NEARER <= distances[1][0] else None


def _reworded(text: WordSequence, quote: _Quote) -> Anchor | None:
    """Where most of the quote stands, or other words between those around it."""
    anchor: Anchor | None = None
    best = 0.0
    total = sum(quote.around.weights[slice(*quote.words)])
    for window in _windows(text, quote.around):
        versions = VersionPair(quote.around, window, align(quote.around, window))
        place = kept_place(versions, *quote.words)
        if place is None or place.kept < _KEPT * total:
            place = reworded_place(versions, *quote.words)
        if place is None:
            continue
        context = quote.context(window, place.ranges[0][0], place.ranges[-1][1])
        kept = place.kept / total
        least = _CONTEXT_REWORDED if quote.is_long else _CONTEXT_SHORT
        if (quote.has_context and context < least) or kept + context <= best:
            continue
        state = "edited" if kept >= _EDITED and quote.has_context else "uncertain"
        best, anchor = kept + context, Anchor(state, characters(versions, place, quote.span))
    return anchor


def _inside(quote: _Quote, start: int, end: int) -> Range:
    """Where the quote is in words of the text that are its own; it may begin and end inside a word."""
    first, last = quote.words
    before = max(0, quote.span[0] - quote.around.starts[first])
    behind = max(0, quote.around.ends[last - 1] - quote.span[1])
    start = min(start + before, end - 1)
    return start, max(end - behind, start + 1)


def _windows(text: WordSequence, around: WordSequence) -> Iterator[WordSequence]:
    """Parts of the text where much of the quote and its context is, the most promising first."""
    wanted = set(around.ids)
    places: dict[int, list[int]] = defaultdict(list)
    for j, number in enumerate(text.ids):
        if number in wanted:
            places[number].append(j)
    size = max(16, len(around.ids))
    votes: defaultdict[int, float] = defaultdict(float)
    for i, number in enumerate(around.ids):
        found = places.get(number, ())
        if len(found) <= _COMMON:
            for j in found:
                votes[(j - i) // size] += around.weights[i] / len(found)
    pairs = {b: votes.get(b, 0) + votes.get(b + 1, 0) for k in votes for b in (k, k - 1)}
    for b in sorted(pairs, key=lambda b: (-pairs[b], b))[:_WINDOWS]:
        part = slice(max(0, (b - 1) * size), (b + 4) * size)
        yield WordSequence(text.text, text.starts[part], text.ends[part], text.ids[part], text.weights[part])


def _places(text: Sequence[int], words: Sequence[int]) -> Iterator[int]:
    """Where a series of words stands, the first `_MOST` places."""
    haystack, needle = _as_string(text), _as_string(words)
    at = haystack.find(needle)
    for _ in range(_MOST):
        if at < 0:
            return
        yield at
        at = haystack.find(needle, at + 1)


def _as_string(ids: Sequence[int]) -> str:
    return "".join([chr(number % 0x110000) for number in ids])


def _share(context: Sequence[int], found: Sequence[int]) -> float:
    """The share of a context that is found in order."""
    # rapidfuzz is imported at the first comparison: no first frame waits for it
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(context, found) / len(context)

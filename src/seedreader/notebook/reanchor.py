"""Carry passages from an old version of a text to a new one, and say how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.article import Range
from seedreader.notebook.align import Alignment, Words, align, split

STATES = ("exact", "moved", "edited", "uncertain", "orphan")
"""How an old passage stands in the new text."""

_EDITED = 0.5
"""Share of a passage's words, by weight, that must be left for it to be the same passage."""

_UNCERTAIN = 0.25
"""... and for it to be perhaps the same."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage is in the new text: one of `STATES`, and its ranges (none for an orphan)."""

    state: str
    ranges: tuple[Range, ...]


def reanchor(old_text: str, new_text: str, spans: Sequence[Range]) -> list[Anchor]:
    """Find each ``[start, end)`` passage of ``old_text`` again in ``new_text``.

    ``exact``: the same words between the same neighbours; ``moved``: the same words elsewhere;
    ``edited``: reworded in part; ``uncertain``: perhaps this; ``orphan``: gone.
    """
    ids: dict[str, int] = {}
    old, new = split(old_text, ids), split(new_text, ids)
    carrier = Carrier(old_text, new_text, old, new, align(old, new))
    return [carrier.carry(start, end) for start, end in spans]


@dataclass(frozen=True, slots=True)
class Carrier:
    old_text: str
    new_text: str
    old: Words
    new: Words
    alignment: Alignment

    def carry(self, start: int, end: int) -> Anchor:
        first, last = self.old.at(start, end)
        if first == last:
            return ORPHAN
        new_of = self.alignment.new_of
        weights = self.old.weights
        total = sum(weights[first:last])
        cluster = self.best_cluster(first, last)
        kept = sum(weights[i] for i in cluster)
        if not cluster or kept < _UNCERTAIN * total:
            return ORPHAN
        lo, hi = self.grown(first, last, cluster)
        a = self.new.starts[lo]
        b = self.new.ends[hi - 1]
        if cluster[0] == first and new_of[first] == lo and start > self.old.starts[first]:
            a = min(a + start - self.old.starts[first], self.new.ends[lo] - 1)
        if cluster[-1] == last - 1 and new_of[last - 1] == hi - 1 and end < self.old.ends[last - 1]:
            b = max(a + 1, b - (self.old.ends[last - 1] - end))
        inside = sum(self.new.weights[lo:hi])
        if " ".join(self.new_text[a:b].split()) == " ".join(self.old_text[start:end].split()):
            return Anchor("moved" if any(self.alignment.moved[i] for i in cluster) else "exact", ((a, b),))
        if kept >= _EDITED * total and kept >= 0.3 * inside:
            return Anchor("edited", ((a, b),))
        return Anchor("uncertain", ((a, b),))

    def best_cluster(self, first: int, last: int) -> list[int]:
        """The matched words of the passage that stand together in the new text."""
        new_of = self.alignment.new_of
        clusters: list[list[int]] = []
        for i in range(first, last):
            if new_of[i] < 0:
                continue
            if clusters:
                p = clusters[-1][-1]
                step = new_of[i] - new_of[p]
                if 0 < step <= 40 + 2 * (i - p):
                    clusters[-1].append(i)
                    continue
            clusters.append([i])
        if not clusters:
            return []
        return max(clusters, key=lambda c: sum(self.old.weights[i] for i in c))

    def grown(self, first: int, last: int, cluster: list[int]) -> Range:
        new_of = self.alignment.new_of
        lo, hi = new_of[cluster[0]], new_of[cluster[-1]] + 1
        lost = cluster[0] - first
        if lost:
            outside = 0
            i = first - 1
            while i >= 0 and new_of[i] < 0:
                i, outside = i - 1, outside + 1
            border = new_of[i] + 1 if i >= 0 else 0
            gap = lo - border
            if 0 < gap <= 2 * (lost + outside) + 3:
                lo -= round(gap * lost / (lost + outside))
        lost = last - 1 - cluster[-1]
        if lost:
            outside = 0
            i = last
            while i < len(new_of) and new_of[i] < 0:
                i, outside = i + 1, outside + 1
            border = new_of[i] if i < len(new_of) else len(self.new.ids)
            gap = border - hi
            if 0 < gap <= 2 * (lost + outside) + 3:
                hi += round(gap * lost / (lost + outside))
        return lo, hi


ORPHAN = Anchor("orphan", ())

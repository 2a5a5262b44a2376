"""Carry passages from an old version of a text to a new one, and say how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.analysis.alignment.align import align
from seedreader.analysis.alignment.word_sequence import parted, split_words
from seedreader.article import Range
from seedreader.notebook.anchoring.kept_places import (
    KeptPlace,
    VersionPair,
    characters,
    kept_place,
    reworded_place,
)
from seedreader.notebook.anchoring.lookalikes import Lookalikes
from seedreader.notebook.anchoring.whole_sentences import WholeSentences

STATES = ("exact", "moved", "edited", "uncertain", "orphan")
"""How an old passage stands in the new text."""

_EDITED = 0.5
"""Share of a passage's words, by weight, that must be left for it to be the same passage."""

_UNCERTAIN = 0.4
"""... and for it to be perhaps the same."""

_DENSE = 0.3
"""Share of the words found, by weight, that must come from the passage for it to be the same."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage is in the new text: one of `STATES`, and its ranges (none for an orphan)."""

    state: str
    ranges: tuple[Range, ...]


ORPHAN = Anchor("orphan", ())


def reanchor(old_text: str, new_text: str, spans: Sequence[Range]) -> list[Anchor]:
    """Find each ``[start, end)`` passage of ``old_text`` again in ``new_text``.

    ``exact``: the same characters (white space apart) in their place; ``moved``: the same ones elsewhere;
    ``edited``: reworded in part, or parted; ``uncertain``: perhaps this, for little of it is left, or the
    same words stand elsewhere too; ``orphan``: gone. An empty range is an orphan. Raises ValueError for a
    range that is not ``0 <= start <= end <= len(old_text)``.
    """
    for start, end in spans:
        if not 0 <= start <= end <= len(old_text):
            raise ValueError(f"no passage [{start}, {end}) in a text of {len(old_text)} characters")
    ids: dict[str, int] = {}
    whole_words = parted(old_text, new_text)
    old, new = split_words(old_text, ids, whole_words), split_words(new_text, ids, whole_words)
    versions = VersionPair(old, new, align(old, new))
    twins = Lookalikes(versions)
    whole = WholeSentences(versions, twins.old, twins.new)
    return [_carry(versions, twins, whole, span) for span in spans]


def _carry(versions: VersionPair, twins: Lookalikes, whole: WholeSentences, span: Range) -> Anchor:
    first, last = versions.old.at(*span)
    if first == last:
        return ORPHAN
    place = kept_place(versions, first, last)
    anchor = _followed(versions, twins, span, place)
    if anchor.state in ("exact", "moved"):
        return anchor
    found = whole.find(first, last, place if anchor.state == "edited" else None)
    if found and _same(versions, span, found):
        stayed = anchor.ranges == (found,) and place is not None and not place.moved
        return Anchor("exact" if stayed else "moved", (found,))
    return anchor


def _followed(versions: VersionPair, twins: Lookalikes, span: Range, place: KeptPlace | None) -> Anchor:
    """How a passage stands whose kept words are at ``place``."""
    old, new = versions.old, versions.new
    first, last = old.at(*span)
    total = sum(old.weights[first:last])
    if place is None or place.kept < _UNCERTAIN * total:
        place = reworded_place(versions, first, last)
        return Anchor("uncertain", characters(versions, place, span)) if place else ORPHAN
    ranges = characters(versions, place, span)
    if len(ranges) == 1 and _same(versions, span, ranges[0]):
        if not twins.none(first, last):
            return Anchor("uncertain", ranges)
        return Anchor("moved" if place.moved else "exact", ranges)
    dense = place.kept >= _DENSE * sum(sum(new.weights[i:j]) for i, j in place.ranges)
    return Anchor("edited" if place.kept >= _EDITED * total and dense else "uncertain", ranges)


def _same(versions: VersionPair, span: Range, found: Range) -> bool:
    """Whether two ranges hold the same characters, white space apart."""
    return versions.old.text[slice(*span)].split() == versions.new.text[slice(*found)].split()

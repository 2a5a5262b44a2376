"""Whole sentences that stand once in either version: where they are needs no neighbours to tell.

A word-level diff follows what changed places by phrases, and shares commas and full stops out as it comes: a
sentence that moved can lose its own mark, or be taken together with the one that stands before it now.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from seedreader.analysis.alignment.chance_filter import sentence_ends
from seedreader.article import Range
from seedreader.notebook.anchoring.kept_places import KeptPlace, VersionPair

LONG = 7
"""Words and marks of a sentence that is the same one wherever it stands."""

SAME = 0.9
"""Share of the new text's words that the old one has too, for a shorter sentence to be the same one."""


class WholeSentences:
    """Where whole sentences of the old text stand, word for word, in the new one; ``old`` and ``new`` are the
    words as strings, as `Twins` has them."""

    def __init__(self, versions: VersionPair, old: str, new: str) -> None:
        self.versions, self.old, self.new = versions, old, new

    @cached_property
    def reordered(self) -> bool:
        """Whether nearly all words of the new text are the old one's, in whatever order."""
        return (Counter(self.old) & Counter(self.new)).total() >= SAME * len(self.new)

    def find(self, first: int, last: int, edited: KeptPlace | None) -> Range | None:
        """Where the old words ``[first, last)`` are, as characters, if they are whole sentences.

        None where they stand at several places, and where they were ``edited`` at another one and copied
        here.
        """
        old, new = self.versions.old, self.versions.new
        if not (sentence_ends(old, first) and sentence_ends(old, last)):
            return None
        words = self.old[first:last]
        at = self.new.find(words)
        if at < 0 or self.new.find(words, at + 1) >= 0 or self.old.find(words) != self.old.rfind(words):
            return None
        end = at + last - first
        if not (sentence_ends(new, at) and sentence_ends(new, end)):
            return None
        if edited and not any(start < end and at < stop for start, stop in edited.ranges):
            return None
        if last - first < LONG and not self.reordered:
            return None
        return new.starts[at], new.ends[end - 1]

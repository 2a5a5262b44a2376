"""Texts so long that they are analysed only when the reader asks; until then they have their sentences."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import overload

from seedreader.article import Article, Range

LONG = 500_000
"""Characters of a text beyond which it is analysed only when asked: several seconds, and 40 MB of memory."""
PART = 65_536
"""Characters that are split at a time."""


class CompactRanges(Sequence[Range]):
    """Ranges in 8 bytes each instead of 120."""

    def __init__(self, ranges: Iterable[Range] = ()) -> None:
        self._starts, self._ends = array("I"), array("I")
        self.extend(ranges)

    def extend(self, ranges: Iterable[Range]) -> None:
        """Add ranges at the end."""
        for start, end in ranges:
            self._starts.append(start)
            self._ends.append(end)

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Range: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Range]: ...
    def __getitem__(self, index: int | slice) -> Range | Sequence[Range]:
        if isinstance(index, slice):
            return list(zip(self._starts[index], self._ends[index], strict=True))
        return self._starts[index], self._ends[index]


def unread(articles: Sequence[Article]) -> frozenset[int]:
    """The numbers of the articles that wait until the reader asks."""
    return frozenset(number for number, article in enumerate(articles) if len(article.text) > LONG)


def why_unread(articles: Sequence[Article]) -> str:
    """Why the analysis of these waits until the reader asks, without a full stop; "" where it doesn't."""
    longest = max((len(article.text) for article in articles), default=0)
    if longest <= LONG:
        return ""
    size = f"{longest / 1e6:.1f} million characters".replace(".0 ", " ")
    seconds, megabytes = round(longest / 150_000), 10 * round(longest / 150_000)
    subject = "The text is" if len(articles) == 1 else "A text is"
    return f"{subject} {size} long; analysing it takes some {seconds} s and {megabytes} MB of memory"


def first_sentences(text: str) -> tuple[Range, ...]:
    """The sentences of a text's first part, which ends with a line if it can."""
    # the analysis is imported after the first frame
    from seedreader.analysis import sentences

    if len(text) <= PART:
        return sentences.split_sentences(text)
    line_end = text.rfind("\n", 0, PART) + 1
    return sentences.split_sentences(text, 0, line_end or PART)


def split_in_parts(text: str) -> CompactRanges:
    """The sentences of a text, found part by part."""
    from seedreader.analysis import sentences

    found, start = CompactRanges(), 0
    while start < len(text):
        line_end = text.rfind("\n", start, start + PART) + 1 or text.find("\n", start + PART) + 1
        end = line_end or len(text)
        found.extend(sentences.split_sentences(text, start, end))
        start = end
    return found

"""An export as plain text, as blocks: paragraphs of wrapped lines are put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from seedreader.ingest.nexis import parts
from seedreader.ingest.text_builder import Block

WIDEST = 110
"""Characters of a line from which on a text is not wrapped."""

INDENT = 4
"""Spaces before a line that is set in the middle."""

BLANK = 0.1
"""Share of blank lines in a text whose paragraphs are apart by such, at least."""


def blocks(text: str) -> list[Block]:
    """The blocks of a text. In the newer layout each line is one, and a blank line an empty one."""
    found = text.split("\n")
    blank = sum(not line.strip() for line in found)
    if any(map(parts.is_counted, found)) and blank >= BLANK * len(found):
        return _paragraphs(found)
    return [Block(line) for line in found]


def _paragraphs(found: Sequence[str]) -> list[Block]:
    made = []
    for key, group in groupby(
        found, key=lambda line: line.strip() if parts.is_counted(line) else bool(line.strip())
    ):
        if key:
            lines = [line.rstrip() for line in group]
            centred = all(line.startswith(" " * INDENT) for line in lines)
            made.append(Block("\n".join(lines), centred=centred))
    return made


def width(texts: Iterable[str]) -> int | None:
    """How many characters the wrapped lines of texts have at most; None where they are not wrapped."""
    lengths = sorted(len(line) for text in texts for line in text.split("\n"))
    if not lengths or lengths[-1] > WIDEST:
        return None
    return lengths[-1]


def unwrapped(text: str, widest: int | None) -> str:
    """A paragraph on one line, but for lines that end before the next word had to go down."""
    lines = [line.strip() for line in text.strip().split("\n")]
    if widest is None or len(lines) == 1:
        return "\n".join(lines)
    joined = lines[0]
    for above, line in pairwise(lines):
        first = re.match(r"\S*", line)
        fits = len(above) + 1 + len(first[0] if first else "") <= widest
        joined += ("\n" if fits and above else " ") + line
    return joined

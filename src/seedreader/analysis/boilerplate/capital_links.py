"""Links to other articles set in capitals between paragraphs of prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seedreader.analysis.boilerplate import line_shape
from seedreader.analysis.boilerplate.page import Line
from seedreader.article import Span

SHOUT_WORDS = 8
"""Words in a line of capitals that is taken for a link and not for a heading of the article itself."""

SHORT = 2 * SHOUT_WORDS
"""Characters of a line that are too few for so many words."""

SHOUTED = 9
"""Capitals for each small letter in such a line."""

_SMALL = re.compile(rf"(?:[^a-z]*[a-z]){{{line_shape.PROSE_CHARACTERS // SHOUTED}}}|.[a-z]{{4}}")
"""More small letters than such a line may have, or a word of them at its front."""


def shouts(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    """Links to other articles set in capitals between paragraphs of prose."""
    loud = [i for i, line in enumerate(lines) if line.end - line.start > SHORT and _is_loud(text, line)]
    if not loud:
        return
    prose = [i for i, line in enumerate(lines) if line_shape.prose(text[line.start : line.end])]
    for i in loud:
        if prose and prose[0] < i < prose[-1]:
            yield Span(lines[i].start, lines[i].end, "related", 0.8)


def _is_loud(text: str, line: Line) -> bool:
    """Tell a line in capitals; a few small letters, of a name or a plural, change nothing."""
    piece = text[line.start : line.end]
    if _SMALL.match(piece) or len(piece) > line_shape.PROSE_CHARACTERS or len(piece.split()) < SHOUT_WORDS:
        return False
    return sum(map(str.isupper, piece)) > SHOUTED * sum(map(str.islower, piece)) and line_shape.headline(
        piece
    )

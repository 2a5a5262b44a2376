"""Where quotations begin and end, over sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seedreader.article import Range

RUNS_ON = 8
"""Lines on which a quotation without a closing mark is followed."""

_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"[“”\"]|''")


def find_quotations(text: str) -> tuple[Range, ...]:
    """Ranges of quotations in reading order, none across a line break; marks at their ends are inside.

    A quotation that a line leaves open runs up to its closing mark, or to where one opens again as print
    has it at each paragraph, if lines between hold no other mark; else to the end of its own line.
    """
    lines = [line.span() for line in _LINE.finditer(text) if not line[0].isspace()]
    marks = [[(m.start(), m.end()) for m in _MARK.finditer(text, *line)] for line in lines]
    return tuple(sorted(_quotations(text, lines, marks)))


def _quotations(text: str, lines: list[Range], marks: list[list[Range]]) -> Iterator[Range]:
    for number, (start, end) in enumerate(lines):
        opened: int | None = None
        for mark in marks[number]:
            if opened is None:
                opened = mark[0]
            elif text[mark[0]] != "“":
                yield opened, mark[1]
                opened = None
        if opened is None:
            continue
        last, closed = _runs_to(text, lines, marks, number)
        if last is not None:
            yield opened, end
            yield from lines[number + 1 : last]
            if closed:
                yield lines[last][0], marks[last].pop(0)[1]
        elif text[opened] == "“" or not text[start:opened].strip():
            yield opened, end


def _runs_to(text: str, lines: list[Range], marks: list[list[Range]], number: int) -> tuple[int | None, bool]:
    """The line on which a quotation that line ``number`` leaves open is closed, or else opened again."""
    for i in range(number + 1, min(len(lines), number + 1 + RUNS_ON)):
        if marks[i]:
            start, end = marks[i][0]
            last = not text[end : lines[i][1]].strip()
            closes = start > lines[i][0] and (last or not text[start - 1].isspace()) and text[start] != "“"
            again = start == lines[i][0]
            return (i if closes or again else None), closes
    return None, False

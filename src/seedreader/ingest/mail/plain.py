"""The plain text of a message: lines put together again, quoted ones without their marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from seedreader.article import Structure
from seedreader.ingest import wrapped
from seedreader.ingest.text_builder import Block, TextBuilder

_QUOTED = re.compile(r"((?:>[ ]?)*)(.*)", re.DOTALL)
_FEWEST = 6


class _Line(NamedTuple):
    depth: int
    text: str
    goes_on: bool = False


def text_of(text: str, *, flowed: bool = False, deletes: bool = False) -> tuple[str, tuple[Structure, ...]]:
    """A message's text and its structure: paragraphs, and quotations of other messages."""
    lines = [_line(line, flowed=flowed) for line in text.split("\n")]
    if not flowed:
        lines = _wrapped(lines)
    builder = TextBuilder()
    paragraph: list[str] = []
    depth = 0
    soft = False
    for line in (*lines, _Line(0, "")):
        if not line.text.strip() or line.depth != depth:
            _add(builder, paragraph, depth)
            paragraph, depth, soft = [], line.depth, False
        if not line.text.strip():
            continue
        is_soft = flowed and line.text.endswith(" ") and line.text != "-- "
        piece = line.text[:-1] if is_soft and deletes else line.text
        if paragraph and (soft or line.goes_on):
            paragraph[-1] = paragraph[-1] + ("" if soft else " ") + piece
        else:
            paragraph.append(piece)
        soft = is_soft
    _add(builder, paragraph, depth)
    return builder.result()


def _add(builder: TextBuilder, paragraph: Sequence[str], depth: int) -> None:
    text = "\n".join(line if line == "-- " else line.rstrip() for line in paragraph)
    builder.add(Block(text, "quotation" if depth else "paragraph"))


def _line(line: str, *, flowed: bool) -> _Line:
    match = _QUOTED.fullmatch(line)
    marks, text = (match[1], match[2]) if match else ("", line)
    if flowed and text.startswith(" "):
        text = text[1:]
    return _Line(marks.count(">"), text if flowed or text == "-- " else text.rstrip())


def _wrapped(lines: Sequence[_Line]) -> list[_Line]:
    found = wrapped.goes_on([line.text.strip() for line in lines], _FEWEST)
    return [
        line._replace(goes_on=on and line.depth == above.depth)
        for above, line, on in zip([_Line(0, ""), *lines], lines, found, strict=False)
    ]

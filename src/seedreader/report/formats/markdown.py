"""A report in Markdown that CommonMark, GitHub and pandoc read alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from seedreader.report.outline import outline, wording
from seedreader.report.outline.blocks import (
    ADDRESS,
    ITALIC,
    STRONG,
    Block,
    Listing,
    Paragraph,
    Picture,
    Quotation,
    Run,
    Section,
    Sides,
    Texts,
    Written,
)
from seedreader.report.values import Quote, Report
from seedreader.text.markdown_text import begun, escaped, inline

_LINK = re.compile(r"https?://[!#-;=?-\[\]^_a-z~]+")
"""An address that may stand between angle brackets as it is."""
_CLOSING = ".,;:!?…'\"”’)»"
"""What may end words that are marked, and stays outside of the marks."""
_MARKS = {STRONG: "**", ITALIC: "*"}


def write(report: Report) -> str:
    """The report; what differs in a quote is bold."""
    return "\n".join(_section(outline(report, brief=False))).rstrip("\n") + "\n"


def _section(section: Section) -> Iterator[str]:
    if all(isinstance(block, Picture | Texts) for block in section.blocks):
        return
    yield f"{'#' * section.level} {inline(section.title)}"
    yield ""
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    """The lines of a block, and an empty one behind it."""
    if isinstance(block, Section):
        yield from _section(block)
    elif isinstance(block, Sides):
        for side in block.sides:
            for each in side:
                yield from _block(each)
    elif isinstance(block, Listing):
        yield from _listing(block)
        yield ""
    elif isinstance(block, Paragraph):
        yield _words(block.runs)
        yield ""
    elif isinstance(block, Quotation):
        yield _words(block.lead)
        yield ""
        yield f"> {_quote(block.quote)}"
        yield ""
    elif isinstance(block, Written):
        yield _words(block.lead)
        yield ""
        yield from _lines(block.lines)
        yield ""


def _listing(listing: Listing) -> Iterator[str]:
    """Items, with empty lines between their blocks, so that every program takes them for paragraphs."""
    for number, item in enumerate(listing.items, 1):
        mark = f"{number}. " if listing.numbered else "- "
        indent = " " * max(len(mark), 4 if listing.numbered else 0)
        lines = [line for block in item for line in _block(block)]
        while lines and not lines[-1]:
            lines.pop()
        if number > 1:
            yield ""
        for place, line in enumerate(lines or [""]):
            yield (f"{mark:<{len(indent)}}" if not place else indent if line else "") + line


def _lines(lines: Sequence[str]) -> Iterator[str]:
    """What the reader wrote, as a quote; each line that another one follows ends in a hard break."""
    for line, following in pairwise([*map(escaped, lines), ""]):
        yield f"> {line}\\" if line and following else f"> {line}".rstrip()


def _words(runs: Sequence[Run]) -> str:
    """Runs in one line."""
    return begun("".join(map(_run, runs)))


def _run(run: Run) -> str:
    if run.style == ADDRESS and _LINK.fullmatch(run.text):
        return f"<{run.text}>"
    return _spaced(run.text, _MARKS.get(run.style, ""))


def _quote(quote: Quote) -> str:
    before, after = wording.quoted(quote)
    said, last = "", before[-1:]
    for part in quote.words:
        touching = last.isalnum() and not part.text[:1].isalnum() and not part.text[:1].isspace()
        said += _spaced(part.text, "**" if part.differs and not touching else "")
        last = part.text[-1:]
    return before + said + after


def _spaced(text: str, mark: str) -> str:
    """Escaped words between marks, white space at either end outside of these.

    Marks whose last letter is none make no emphasis where a letter follows: they are set around the others.
    """
    words = text.strip()
    if not words:
        return " " * bool(text)
    before, after = (" " * edge.isspace() for edge in (text[0], text[-1]))
    if not mark:
        return f"{before}{inline(words)}{after}"
    kept = len(words.rstrip(_CLOSING)) or len(words)
    inside, behind = inline(words[:kept]), inline(words[kept:])
    return f"{before}{mark}{inside}{mark}{behind}{after}"

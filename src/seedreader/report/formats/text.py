"""A report as plain text of 80 columns: reads well without colour, in a pipe, and aloud."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from seedreader.report.outline import outline, wording
from seedreader.report.outline.blocks import (
    Block,
    Listing,
    Paragraph,
    Quotation,
    Run,
    Section,
    Sides,
    Written,
)
from seedreader.report.values import Quote, Report
from seedreader.text.cell_width import width, wrap
from seedreader.text.sanitize import one_line

WIDTH = 80
_RULES = {1: "=", 2: "-", 3: ""}


def write(report: Report) -> str:
    """The report; what differs in a quote stands between asterisks."""
    blocks = list(_section(outline(report, brief=True)))
    return "\n".join(blocks).rstrip("\n") + "\n"


def _section(section: Section) -> Iterator[str]:
    """A heading, underlined down to the second level, and what stands below it."""
    if not _has_words(section):
        return
    lines = wrap(one_line(section.title), WIDTH)
    yield from lines
    if rule := _RULES.get(section.level, ""):
        yield rule * min(WIDTH, max(map(width, lines)))
    yield ""
    for block, following in zip_longest(section.blocks, section.blocks[1:]):
        lines = list(_block(block, ""))
        # what is said besides stands together
        yield from lines[:-1] if _is_small(block) and _is_small(following) else lines


def _is_small(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.kind == "small"


def _has_words(section: Section) -> bool:
    """Whether anything of a section can be told in text."""
    return any(
        isinstance(block, Paragraph | Listing | Quotation | Sides | Written | Section)
        for block in section.blocks
    )


def _block(block: Block, indent: str) -> Iterator[str]:
    """The lines of a block, with an empty one behind it where it stands by itself."""
    if isinstance(block, Section):
        yield from _section(block)
    elif isinstance(block, Listing):
        yield from _listing(block, indent)
    elif isinstance(block, Sides):
        for side in block.sides:
            for each in side:
                yield from _block(each, indent)
    else:
        lines = list(_lines(block, indent))
        yield from lines
        if lines and not indent:
            yield ""


def _listing(listing: Listing, indent: str) -> Iterator[str]:
    """Items with their number or a dash; those of several blocks have an empty line between them."""
    spread = any(len(item) > 1 or isinstance(item[0], Quotation) for item in listing.items)
    for number, item in enumerate(listing.items, 1):
        mark = f"{number}. " if listing.numbered else "- "
        inner = indent + " " * len(mark)
        lines = [line for block in item for line in _block(block, inner)]
        if lines:
            lines[0] = indent + mark + lines[0].removeprefix(inner)
        yield from lines
        if spread and not indent:
            yield ""
    if not spread and not indent:
        yield ""


def _lines(block: Block, indent: str) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from wrap(_words(block.runs), WIDTH, indent, indent)
    elif isinstance(block, Quotation):
        yield from wrap(_words(block.lead), WIDTH, indent, indent)
        yield from wrap(_quote(block.quote), WIDTH, f"{indent}  ", f"{indent}  ")
    elif isinstance(block, Written):
        yield from wrap(_words(block.lead), WIDTH, indent, indent)
        for line in block.lines:
            yield from wrap(one_line(line), WIDTH, f"{indent}  ", f"{indent}  ") if line.strip() else [""]


def _words(runs: Sequence[Run]) -> str:
    return one_line("".join(run.text for run in runs))


def _quote(quote: Quote) -> str:
    """The words of a quote in quotation marks, what differs in asterisks."""
    before, after = wording.quoted(quote)
    words = "".join(
        f"*{part.text.strip()}*".join(_around(part.text)) if part.differs else part.text
        for part in quote.words
    )
    return one_line(f"{before}{words}{after}")


def _around(text: str) -> tuple[str, str]:
    """The white space before and after a text."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

"""A report as plain text of 80 columns: reads well without colour, in a pipe, and aloud."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from seedreader.report.outline import outline, wording
from seedreader.report.outline.blocks import (
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
from seedreader.text.cell_width import width, wrap
from seedreader.text.sanitize import one_line

WIDTH = 80
_ALONE, _SEVERAL = ("=", "-"), ("=", "=", "-")
"""What headings are underlined with by their level: of one story, and of several."""


def write(report: Report) -> str:
    """The report; what differs in a quote stands between asterisks."""
    rules = _ALONE if len(report.stories) == 1 else _SEVERAL
    lines = _section(outline(report, brief=True), rules)
    return "\n".join(lines).rstrip("\n") + "\n"


def _section(section: Section, rules: Sequence[str]) -> Iterator[str]:
    """A heading and what stands below it, with an empty line behind each block."""
    if all(isinstance(block, Picture | Texts) for block in section.blocks):
        return
    heading = wrap(one_line(section.title), WIDTH)
    yield from heading
    if section.level <= len(rules):
        yield rules[section.level - 1] * min(WIDTH, max(map(width, heading)))
    yield ""
    for block, following in zip_longest(section.blocks, section.blocks[1:]):
        lines = list(_section(block, rules) if isinstance(block, Section) else _block(block, ""))
        # what is said besides stands together
        yield from lines[:-1] if _is_small(block) and _is_small(following) else lines


def _is_small(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.kind == "small"


def _block(block: Block, indent: str) -> Iterator[str]:
    """The lines of a block, with an empty one behind it where it stands by itself."""
    if isinstance(block, Listing):
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

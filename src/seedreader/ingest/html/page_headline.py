"""Which block of a page is its headline, and what stands before the title in its line."""

from __future__ import annotations

from collections.abc import Sequence

from seedreader.ingest.html.block import Block, Inline, heading, is_heading
from seedreader.ingest.html.prose import LINKED, LONG

KICKER = 40
"""Characters before the title in its own line."""

SITE = 24
"""Characters of a site's name, at most."""


def find(found: Sequence[Block], prose: Sequence[int], title: str) -> int | None:
    """The place of the headline: the one that says the title, else the last first-level one above the prose.

    ``prose`` is the weight of each block; ``title`` is in small letters.
    """
    like = [i for i, block in enumerate(found) if is_heading(block) and title and _like(block.text, title)]
    firsts = [i for i, block in enumerate(found) if heading(block) == "h1"]
    best = next((i for i in like if i in firsts), None)
    if best is None and like and (not firsts or len(found[like[0]].text) > len(title) / 2):
        best = like[0]
    if best is None and firsts:
        first = next((i for i, weight in enumerate(prose) if weight > LONG), len(found))
        best = next((i for i in reversed(firsts) if i < first), firsts[0])
    return next(
        (i for i in firsts if best is not None and i < best and _is_over(found, prose, i, best)), best
    )


def _is_over(found: Sequence[Block], prose: Sequence[int], i: int, following: int) -> bool:
    """Whether a heading has an article's text under it, so that the title is that of a part, further down.

    A site's name is a link, or short with no more than a line under it.
    """
    block = found[i]
    under = [j for j in range(i + 1, following) if prose[j]]
    beside = [j for j in under if found[j].box.parent is block.box.parent]
    size = len(block.text)
    return block.linked < LINKED * size and (len(beside) > 1 or (bool(beside) and size > SITE))


def tell_kicker(block: Block, title: str) -> None:
    """Tell what stands before the title in the headline's line: a section, a mark of paid articles."""
    at = block.text.casefold().find(title) if title else -1
    if 0 < at <= KICKER and len(block.text.casefold()) == len(block.text):
        block.inline.append(Inline(0, at, "header"))


def _like(text: str, title: str) -> bool:
    folded = " ".join(text.split()).casefold()
    return len(folded) > 3 and (folded in title or title in folded)

"""Where the prose of a page lies: what counts as prose, how much each box holds, the box of the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from seedreader.ingest.html import box_names
from seedreader.ingest.html.block import Block, Box, way
from seedreader.ingest.html.elements import HEADINGS

SHARE = 0.7
"""A box that holds such a share of the prose of the one around it is the one with the article."""

LINKED = 0.6
"""Share of a block's characters inside links from which on it is no prose."""

SOURCED = 0.95
"""That share for one whose sentence goes on behind its last link: such links are its sources."""

PROSE, PROSE_DENSE, LONG = 50, 18, 160
"""Characters of prose that ends as a sentence does, in alphabets and in other scripts, and of prose
anyhow."""

SAMPLE = 100
"""Characters that show in which script a block is."""

WORTH, MOST_COUNTED = 3, 800
"""What a character of a script without letters counts, and the most that a block does."""

ENDED = re.compile(r"[.!?…:。！？؟۔।။｡」』][\"”’“»«)\]'›\s]{0,4}(?:\[[\w\s]{1,6}\])?\Z")
_DENSE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def weight(block: Block) -> int:
    """The characters of a block that count as prose."""
    text = block.text
    size = len(text)
    most = LINKED if block.ends_in_link else SOURCED
    if size < PROSE_DENSE or block.linked >= most * size:
        return 0
    is_dense = not text.isascii() and len(_DENSE.findall(text[:SAMPLE])) * 2 > min(size, SAMPLE)
    if size < PROSE and not is_dense:
        return 0
    if not ENDED.search(text, max(0, size - 12)) and (size < LONG or block.linked >= LINKED * size):
        return 0
    return min(WORTH * size if is_dense else size, MOST_COUNTED)


def in_boxes(found: Sequence[Block], weights: Sequence[int]) -> dict[Box, int]:
    """The weight in each box, with that in the boxes inside it."""
    sums: dict[Box, int] = {}
    for block, size in zip(found, weights, strict=True):
        if size:
            sums[block.box] = sums.get(block.box, 0) + size
            for box in way(block.box.parent):
                if box in sums:
                    break
                sums[box] = 0
    for box in sorted(sums, key=lambda box: -box.depth):
        if box.parent is not None:
            sums[box.parent] += sums[box]
    return sums


def main_box(found: Sequence[Block], clean: Sequence[int]) -> Box:
    """The smallest box that holds most of the prose."""
    sums = in_boxes(found, clean)
    children: dict[Box, list[Box]] = defaultdict(list)
    top = next(iter(sums))
    for box in sums:
        if box.parent is None:
            top = box
        else:
            children[box.parent].append(box)
    at = top
    while inner := children.get(at):
        best = max(inner, key=sums.__getitem__)
        if sums[best] < SHARE * sums[at] and not (
            (box_names.is_article(best.name) or "articleBody" in best.key or best.tag in ("article", "main"))
            and sums[best] >= 0.4 * sums[at]
        ):
            break
        if best.tag in ("p", "blockquote", "li", *HEADINGS) or (
            len(children.get(best, ())) == 0 and sums[best] < sums[at]
        ):
            break
        if any(_goes_on(best, each, found) for each in inner):
            break
        at = best
    return at


def _goes_on(best: Box, other: Box, found: Sequence[Block]) -> bool:
    """Whether the text of a box goes on in another one beside it: of the same name, and without links to
    other things."""
    return (
        other is not best
        and other.tag == best.tag
        and other.name == best.name
        and bool(best.name.strip())
        and not any(block.linked >= LINKED * len(block.text) and other in way(block.box) for block in found)
    )

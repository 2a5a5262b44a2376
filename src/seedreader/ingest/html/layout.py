"""Which blocks of a page are its article's, by its boxes: their names, their links and where its prose lies.

The page's own semantic elements are few and often wrong: a `<header>` may hold the headline, a `<section>` of
teasers lies inside `<article>`. So the box with the page's prose is looked for, and what stands around it, or
inside it under a telling name or as nothing but links, is told apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from seedreader.ingest.html import page_headline, prose
from seedreader.ingest.html.article_box import ArticleBox
from seedreader.ingest.html.beside_boxes import BesideBoxes
from seedreader.ingest.html.block import Block, Box, heading, is_heading

REPEATED = 30
"""Characters of a text that stands twice, once as what is beside the article."""


def kinds(
    found: Sequence[Block], title: str = "", author: str = "", *, is_cut: bool = False
) -> list[tuple[int, str]]:
    """What blocks of a page are beside its article: their places in ``found`` and kinds of structure.

    Empty for a page whose article can't be told apart: a front page, a page without prose. ``title`` and
    ``author`` are as declared; ``is_cut`` is whether the page's end is missing. What stands before the title
    in the headline's own line is told apart, too.
    """
    title = " ".join(title.split()).casefold()
    weights = [prose.weight(block) for block in found]
    head = page_headline.find(found, weights, title)
    boxes = BesideBoxes(found, weights, head)
    told = [boxes.kind(block.box) for block in found]
    clean = [0 if kind else weight for kind, weight in zip(told, weights, strict=True)]
    if not any(clean):
        return []
    within: dict[Box | None, bool] = {prose.main_box(found, clean): True, None: False}
    inside = [i for i, block in enumerate(found) if _known(block.box, within)]
    first, last = inside[0], inside[-1]
    head = head if head is None or head <= last else None
    article = ArticleBox(
        found,
        weights,
        [i for i in inside if clean[i]],
        head=head,
        authors=[name for name in re.split(r", | and | und | et | y | e ", author) if " " in name],
        is_cut=is_cut,
    )
    shown = {
        block.text for block, kind in zip(found, told, strict=True) if kind and len(block.text) > REPEATED
    }
    added: dict[int, str] = {}
    for i, block in enumerate(found):
        kind = told[i]
        if not kind:
            if i < first:
                lead = head is not None and head < i and clean[i]
                kind = "" if i == head or lead else "header"
            elif i > last:
                kind = "footer"
            elif head is not None and i < head and not is_heading(block):
                kind = "header"
            elif i != head:
                kind = article.kind(i) or ("caption" if block.text in shown else "")
        if kind and i != head:
            added[i] = kind
    if head is not None:
        page_headline.tell_kicker(found[head], title)
    return sorted([*added.items(), *_over_links(found, added, head)])


def _over_links(
    found: Sequence[Block], told: Mapping[int, str], head: int | None
) -> Iterator[tuple[int, str]]:
    """Headings over nothing but links to something else."""
    kept = [i for i in range(len(found)) if i not in told]
    levels = Counter(level for i in kept if i != head and (level := heading(found[i])))
    usual = levels.most_common(1)[0][0] if levels else ""
    for i, following in pairwise([*kept, len(found)]):
        level = heading(found[i])
        if not level or i == head or told.get(i + 1) != "navigation":
            continue
        over = heading(found[following]) if following < len(found) else "h1"
        if (over and over <= level) or level > usual:
            yield i, "navigation"


def _known(box: Box | None, known: dict[Box | None, bool]) -> bool:
    """What is known of a box or of the nearest one around it."""
    way: list[Box | None] = []
    while box not in known:
        way.append(box)
        box = box.parent if box is not None else None
    for each in way:
        known[each] = known[box]
    return known[box]

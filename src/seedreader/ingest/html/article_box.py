"""What stands inside the box of the article and is none of it: by-lines, credits, notes, links."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from seedreader.ingest.html import box_names
from seedreader.ingest.html.block import Block, Box, is_heading, tags
from seedreader.ingest.html.prose import ENDED, LINKED, PROSE

TEASER = 450
"""Characters of a credit, or of a paragraph on the author, at most."""

LEAST = 4
"""Paragraphs of an article whose last ones may tell of its author."""

NEARLY_ALL = 0.85
"""Share of the prose that stands directly in one box, so that what comes in another one behind is no part
of it."""

ROWS = 4
"""Rows, from which on a table above the text is one of figures, and no list of where and when."""

BYLINE = 120
"""Characters of a line between the headline and the text that is neither."""

_CREDITED = re.compile(
    r"(?:(?:\bFotos?|\bBild(?:er)?|\bPhotos?|\bImages?|\bCredits?|\bQuellen?|\bSources?|\bGrafik|\bFoto|\bFotografía|\bФото)\s?[:©]|©"
    r"|\((?:AFP|AP|Reuters|REUTERS|dpa|EPA|Getty|imago|APA|Keystone|ANP|EFE|ANSA)"
    r" ?[/|,])[^!?]{0,80}\)?\Z"
    r"|\b(?:picture alliance|Getty Images|imago images|AFP via Getty|REUTERS/[A-Z]\w+)[^.!?]{0,50}\Z"
)
_KEPT_LAST = frozenset(("li", "td", "tr", "blockquote", "table", "pre", "dd", "dt"))


class ArticleBox:
    """The blocks of a page, of which those at ``prose`` are the article's paragraphs, in order, at least one.

    ``weights`` is how much each block counts as prose; ``head`` the place of the headline; ``authors`` are
    names as declared; ``is_cut`` is whether the page's end is missing.
    """

    def __init__(
        self,
        found: Sequence[Block],
        weights: Sequence[int],
        prose: Sequence[int],
        *,
        head: int | None,
        authors: Sequence[str],
        is_cut: bool,
    ) -> None:
        self._found = found
        self._weights = weights
        self._prose = prose
        self._head = head
        self._authors = authors
        self._is_cut = is_cut
        self._behind = self._find_behind()
        self._rows = Counter(block.box.parent for block in found if block.box.tag == "tr")

    def kind(self, i: int) -> str:
        """What the block at ``i`` is besides the article, "" for a part of it."""
        return "footer" if i >= self._behind else self._inside(i)

    def _inside(self, i: int) -> str:
        block, prose = self._found[i], self._prose
        text = block.text
        if len(text) <= TEASER and _CREDITED.search(text, max(0, len(text) - 90)):
            return "caption"
        if self._weights[i]:
            is_of_author = i in prose[-2:] and len(prose) > LEAST and len(text) <= TEASER
            return "footer" if is_of_author and any(name in text for name in self._authors) else ""
        if block.linked >= LINKED * len(text) and len(text) > 2 and "tr" not in tags(block.box):
            return "navigation"
        if self._is_short_prose(i) or (i > prose[-1] and self._goes_on(i)):
            return ""
        if self._rows[block.box.parent] >= ROWS and block.linked < LINKED / 2 * len(text):
            return ""
        if i < prose[0] and not is_heading(block) and len(text) <= BYLINE:
            return "header"
        if i > prose[-1] and block.box.tag not in _KEPT_LAST and len(text) <= BYLINE:
            return "footer"
        return ""

    def _is_short_prose(self, i: int) -> bool:
        """Whether a block is a brief sentence beside the prose, or a point of a list above it."""
        block, prose = self._found[i], self._prose
        near = self._found[prose[0] if i < prose[0] else prose[-1]]
        if block.box.tag == "li" and i < prose[0]:
            return len(block.text) > PROSE / 2 and self._head is not None and i > self._head
        is_same = block.box is near.box or (
            block.box.parent is near.box.parent and block.box.tag == near.box.tag
        )
        return (
            is_same
            and len(block.text.split()) > 2
            and ENDED.search(block.text) is not None
            and block.text[-1] != ":"
        )

    def _goes_on(self, i: int) -> bool:
        """Whether what stands behind the prose is its last paragraph, though it does not end as one: a long
        one, one over a list, one at which the page is cut."""
        last = len(self._found) - 1
        block, near = self._found[i], self._found[self._prose[-1]]
        if block.linked or block.box.tag != near.box.tag or block.box.parent is not near.box.parent:
            return False
        if i == last and self._is_cut:
            return True
        if block.box.name != near.box.name or i != self._prose[-1] + 1:
            return False
        if block.text.endswith(":") and i < last:
            listed = self._found[i + 1]
            return listed.box.tag == "li" and not listed.linked
        return len(block.text) >= PROSE

    def _find_behind(self) -> int:
        """The place behind which prose stands in another box than nearly all of it does: a note, a policy."""
        held: dict[Box | None, int] = defaultdict(int)
        for i in self._prose:
            held[self._found[i].box.parent] += self._weights[i]
        most = max(held, key=held.__getitem__)
        own = [i for i in self._prose if self._found[i].box.parent is most]
        if held[most] < NEARLY_ALL * sum(held.values()) or len(own) <= LEAST:
            return len(self._found)
        behind = [i for i in self._prose if i > own[-1]]
        name = most.name if most else ""
        is_other = all(_is_note(self._found[i].box, name) for i in behind)
        return behind[0] if behind and is_other else len(self._found)


def _is_note(box: Box, name: str) -> bool:
    """Whether a paragraph's box is another kind than those that are called ``name``."""
    around = box.parent
    return (
        box.tag in ("p", "div")
        and around is not None
        and around.name != name
        and not box_names.is_article(around.name)
    )

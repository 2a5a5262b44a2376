"""Which boxes of a page stand beside its article, by their elements, their names and their links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from seedreader.ingest.html import box_names, prose
from seedreader.ingest.html.block import Block, Box, is_heading, way

MOST_NAMED = 0.4
"""A box with more of the page's prose than this share is the article's, whatever its name says."""

TEASER = 450
"""Characters of prose under a headline that is a link, over a form, in a box of a doubtful name, at most."""

LINK = 25
"""Characters of a link that is more than an entry of a menu."""

_WHOLE = frozenset(("body", "article", "main"))
_OUT = frozenset(("nav", "footer", "form", "aside", "button", "select", "dialog", "noscript", "search"))
_SHOWN = frozenset(("table", "blockquote", "pre"))
"""What a figure may hold beside a picture, and is then a part of the article."""


class BesideBoxes:
    """The boxes of a page that stand beside its article; ``head`` is the place of its headline."""

    def __init__(self, found: Sequence[Block], weights: Sequence[int], head: int | None) -> None:
        self._of_box = prose.in_boxes(found, weights)
        self._most = MOST_NAMED * sum(weights)
        self._of_name: dict[str, int] = defaultdict(int)
        for box, weight in self._of_box.items():
            self._of_name[box.name] += weight
        over = set(way(found[head].box)) if head is not None else set()
        self._teasers = self._find_teasers(found, head, over) if any(weights) else set()
        self._teasers |= self._find_requests(found, over)
        self._kinds: dict[Box | None, str] = {None: ""}

    def _find_teasers(self, found: Sequence[Block], head: int | None, over: Collection[Box]) -> set[Box]:
        """Boxes that hold a link to something else, and no prose; under a headline that is one, a little."""
        teasers: set[Box] = set()
        for i, block in enumerate(found):
            size = len(block.text)
            if size < LINK or block.linked < 0.8 * size or i == head or block.box.tag == "tr":
                continue
            most = TEASER if is_heading(block) else 0
            held: Box | None = None
            for box in way(block.box):
                if box in over or box in teasers or self._of_box.get(box, 0) > most or box.tag == "body":
                    break
                held = box
            if held is not None and self._of_box.get(held, 0) <= self._most:
                teasers.add(held)
        return teasers

    def _find_requests(self, found: Sequence[Block], over: Collection[Box]) -> set[Box]:
        """Boxes that hold a form and a little prose over it: they ask for an address, a search, a vote."""
        requests: set[Box] = set()
        for form in _forms(found):
            held: Box | None = None
            for box in way(form):
                if box in over or self._of_box.get(box, 0) > min(TEASER, self._most) or box.tag in _WHOLE:
                    break
                held = box
            if held is not None:
                requests.add(held)
        return requests

    def kind(self, box: Box | None) -> str:
        """What a box is by its element and name and by those around it, "" where none tells."""
        way = []
        while box not in self._kinds:
            way.append(box)
            box = box.parent  # type: ignore[union-attr]
        kind = self._kinds[box]
        for each in reversed(way):
            assert each is not None
            kind = "" if kind == "caption" and each.tag in _SHOWN else kind or self._own(each)
            self._kinds[each] = kind
        return kind

    def _own(self, box: Box) -> str:
        if self._of_box.get(box, 0) > self._most:
            return ""
        if box.kind in ("hidden", "comment", "caption"):
            return box.kind
        is_telling = bool(box.name) and self._of_name[box.name] <= self._most
        if is_telling and box_names.is_comments(box.name):
            return "comment"
        if (
            box.kind == "navigation"
            or box.tag in _OUT
            or box in self._teasers
            or (is_telling and box_names.is_beside(box.name))
            or (is_telling and box_names.is_doubtful(box.name) and self._of_box.get(box, 0) <= TEASER)
        ):
            return "footer" if box.tag == "footer" else "navigation"
        return "caption" if box.tag == "figure" else ""


def _forms(found: Sequence[Block]) -> Iterator[Box]:
    """The forms that hold a block."""
    seen: set[Box] = set()
    for block in found:
        box: Box | None = block.box
        while box is not None and box not in seen:
            seen.add(box)
            if box.tag == "form":
                yield box
            box = box.parent

"""The signs before the entries of lists: a bullet, or the entry's number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from seedreader.ingest.html.block import Block

BULLET = "• "


@dataclass(slots=True)
class _List:
    """A list that is open: the number of its next item, None where they have none, and what begins its
    items."""

    number: int | None
    items: list[tuple[Block, int]] = field(default_factory=list)


class ListSigns:
    """The lists that are open, one inside another."""

    def __init__(self) -> None:
        self._open: list[_List] = []

    def open(self, known: Mapping[str, str], *, numbered: bool) -> None:
        """Begin a list with the attributes ``known``."""
        self._open.append(_List(_number(known.get("start"), 1) if numbered else None))

    def next_sign(self, known: Mapping[str, str]) -> str:
        """The sign of the next entry, which has the attributes ``known``."""
        if not self._open or (next_one := self._open[-1].number) is None:
            return BULLET
        number = _number(known.get("value"), next_one)
        self._open[-1].number = number + 1
        return f"{number}. "

    def begun(self, block: Block, size: int) -> None:
        """Keep in mind that ``block`` begins with a sign of ``size`` characters."""
        if self._open:
            self._open[-1].items.append((block, size))

    def close(self) -> None:
        """End a list. The signs are taken off the entries of a menu, which are nothing but links."""
        items = self._open.pop().items
        if all(block.linked >= len(block.text) - size for block, size in items):
            for block, size in items:
                block.cut(size)


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 9 else otherwise

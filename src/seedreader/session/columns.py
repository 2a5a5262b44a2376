"""Which sources stand side by side: their order, which are hidden, kept still, or alone on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class ColumnOrder:
    """The columns of a story, sources by their index.

    ``order`` is that of the screen; ``recent`` has the source focused last first. ``pinned`` ones stay where
    they are in follow mode. ``maximised`` leaves the focused source the whole width.
    """

    order: list[int]
    recent: list[int]
    hidden: set[int] = field(default_factory=set)
    pinned: set[int] = field(default_factory=set)
    maximised: bool = False

    def visible(self, fitting: int) -> list[int]:
        """Those that have a column when so many fit: focused last and not hidden, in the screen's order."""
        shown = [source for source in self.recent if source not in self.hidden]
        most = 1 if self.maximised else max(1, fitting)
        return sorted(shown[:most], key=self.order.index)

    def focus(self, source: int) -> None:
        """The source has the focus now; one that was hidden is not any more."""
        self.recent.remove(source)
        self.recent.insert(0, source)
        self.hidden.discard(source)

    def beside(self, source: int, step: int) -> int:
        """The next or previous source that is not hidden, round the ends; itself where there is no other."""
        shown = [each for each in self.order if each not in self.hidden or each == source]
        return shown[(shown.index(source) + step) % len(shown)]

    def move(self, source: int, step: int) -> bool:
        """Move a column past the next (1) or previous (-1) one that is not hidden; False at the edge."""
        shown = [each for each in self.order if each not in self.hidden]
        at = shown.index(source) + step
        if not 0 <= at < len(shown):
            return False
        neighbour = shown[at]
        self.order.remove(source)
        self.order.insert(self.order.index(neighbour) + (step > 0), source)
        return True

    def resume(self, order: Sequence[int], hidden: Sequence[int], pinned: Sequence[int]) -> None:
        """Come back to an arrangement of before. Raises ValueError for one of other sources."""
        known = set(range(len(self.order)))
        if set(order) != known or len(order) != len(known) or not known.issuperset({*hidden, *pinned}):
            raise ValueError("an arrangement of other sources")
        self.order = list(order)
        self.hidden, self.pinned = set(hidden) - {self.recent[0]}, set(pinned)


def columns(sources: int) -> ColumnOrder:
    """As many columns, in the order of the story."""
    return ColumnOrder(list(range(sources)), list(range(sources)))

"""What the parts of the reader need of its screen: the columns, and having them drawn."""

from __future__ import annotations

from typing import Protocol

from seedreader.ui.column.column_view import ColumnView
from seedreader.ui.column.pane import Pane


class ReaderView(Protocol):
    """The columns of the reader, and how they are drawn."""

    @property
    def views(self) -> list[ColumnView]:
        """What is shown of each source, in a column or not."""
        ...

    @property
    def panes(self) -> list[Pane]:
        """The columns on the screen, from left to right."""
        ...

    @property
    def focused_pane(self) -> Pane:
        """The column of the focused source."""
        ...

    @property
    def terminal_width(self) -> int:
        """Cells."""
        ...

    def sync(self, scroll: bool = True, row: int | None = None) -> None:
        """Show the session as it is: columns, cursor, matches and bars.

        ``scroll`` brings the cursor into sight; ``row`` puts it in that row of its column instead.
        """
        ...

    def show(self) -> None:
        """Show the session and the mode: as `sync`, with the evidence panel coming or going if need be."""
        ...

    def update_bars(self) -> None:
        """Draw the title bar and the footer."""
        ...

    def redecorate(self) -> None:
        """Lay boilerplate, claims, links, notes and finds over the texts anew, and show the session."""
        ...

    def rearrange(self) -> None:
        """Fit the columns to the terminal anew, and show the session."""
        ...

"""Every note and tag of the story, one a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult

from seedreader.session import Place
from seedreader.ui import bars, bindings, theme
from seedreader.ui.safe import fit
from seedreader.ui.screens.annotating import AnnotatingScreen
from seedreader.ui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from seedreader.notebook.carrying import Placed


class NotesScreen(AnnotatingScreen[Place | None]):
    """Closes with the place to go to, or None."""

    BINDINGS = bindings.of("notes")
    DEFAULT_CSS = """
    NotesScreen #heading, NotesScreen #footer { height: 1; }
    NotesScreen #list { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.at = 0
        self._top = 0

    def compose(self) -> ComposeResult:
        self.looks = self.app.looks
        blank = self.looks.of(self.looks.palette.text)
        yield Rows(self._draw_heading, blank, id="heading")
        yield Rows(self._draw_list, blank, id="list")
        yield Rows(self._draw_footer, blank, id="footer")

    @property
    def entries(self) -> list[tuple[int, Placed]]:
        """Source index and annotation, in the order of the sources and their texts."""
        sources = self.app.session.sources
        return [(i, standing.placed) for i, source in enumerate(sources) for standing in source.annotations]

    def annotations_changed(self) -> None:
        self.at = max(0, min(self.at, len(self.entries) - 1))
        self._update()

    def _update(self) -> None:
        for name in ("heading", "list", "footer"):
            self.query_one(f"#{name}", Rows).update()

    def _draw_heading(self, width: int, height: int) -> list[Row]:
        palette = self.looks.palette
        return [
            [
                (
                    f" Notes and tags · {len(self.entries)}",
                    self.looks.of(palette.accent, palette.bar, bold=True),
                )
            ]
        ]

    def _draw_list(self, width: int, height: int) -> list[Row]:
        entries = self.entries
        palette = self.looks.palette
        if not entries:
            text = "No notes yet: a writes one on the passage under the cursor, t tags it."
            return [[(f" {fit(text, width - 2)}", self.looks.of(palette.faint))]]
        self._top = max(min(self._top, self.at), self.at - height + 1, 0)
        return [
            self._row(index, *entries[index], width)
            for index in range(self._top, min(len(entries), self._top + height))
        ]

    def _row(self, index: int, source: int, annotation: Placed, width: int) -> Row:
        palette = self.looks.palette
        chosen = index == self.at
        behind = palette.cursor if chosen else palette.background
        outlet = self.app.session.sources[source].article
        where = f"{source + 1} {outlet.outlet or outlet.name}"
        lead = f"{theme.CURSOR if chosen else ' '}{theme.NOTE if annotation.kind == 'note' else theme.TAG} "
        room = width - cell_len(lead)
        columns = (
            (annotation.body, room * 2 // 5, palette.strong),
            (where, min(24, room // 5), palette.accent),
            (
                f"“{annotation.annotation.target.quote}”",
                room - room * 2 // 5 - min(24, room // 5),
                palette.faint,
            ),
        )
        row: Row = [(lead, self.looks.of(palette.note, behind))]
        for text, cells, color in columns:
            shown = fit(text, cells - 1)
            row.append((shown + " " * (cells - cell_len(shown)), self.looks.of(color, behind)))
        return row

    def _draw_footer(self, width: int, height: int) -> list[Row]:
        if self.said:
            return [bars.message(self.said, self.looks, width)]
        return [bars.footer("editor" if self.editing else "notes", self.looks, width)]

    def _move(self, step: int) -> None:
        self.said = ""
        self.at = max(0, min(self.at + step, len(self.entries) - 1))
        self._update()

    def action_next_note(self) -> None:
        self._move(1)

    def action_previous_note(self) -> None:
        self._move(-1)

    def action_open_note(self) -> None:
        if self.entries:
            source, annotation = self.entries[self.at]
            self.dismiss(Place(source, annotation.here.start, annotation.here.end))

    def action_edit_note(self) -> None:
        if self.entries:
            self.edit(self.entries[self.at][1].annotation)

    async def action_delete_note(self) -> None:
        if self.entries:
            await self.delete([self.entries[self.at][1].annotation])

    async def action_undo_note(self) -> None:
        await self.action_undo()

    async def action_redo_note(self) -> None:
        await self.action_redo()

    def action_close(self) -> None:
        self.dismiss(None)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        chosen = self._top + event.screen_y - 1
        if not self.editing and event.screen_y > 0 and chosen < len(self.entries):
            self._move(chosen - self.at)

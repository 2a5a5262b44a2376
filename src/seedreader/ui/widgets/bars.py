"""What stands in the title bar and in the footer."""

from __future__ import annotations

from rich.cells import cell_len

from seedreader.session import Session
from seedreader.text.plurals import count
from seedreader.ui.commands import Command, CommandTable, key_name
from seedreader.ui.terminal_text import fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Row, spread
from seedreader.ui.widgets.wrap import lines

MESSAGE = 4
"""Rows that a message may take."""


def title(
    session: Session,
    name: str,
    columns: int,
    styles: Styles,
    width: int,
    read_only: bool = False,
    waiting: str = "",
) -> Row:
    """The story on the left; the claim under the cursor, the notes and the mode on the right, as they fit.

    ``waiting`` is what waits for a passage.
    """
    palette = styles.palette
    bar = styles.of(palette.text, palette.bar)
    known = session.story is not None
    sources = count(len(session.sources), "source")
    hidden = columns < len(session.sources)
    shown = f"{columns} of {sources}" if hidden else sources
    if session.story is not None and session.story.source_count < len(session.sources):
        texts = f"{columns} of {len(session.sources)} texts" if hidden else f"{len(session.sources)} texts"
        shown = f"{texts}, {count(session.story.source_count, 'source')}"
    parts = [fit(name, max(8, width // 3)), shown]
    if session.story is not None and len(session.sources) > 1:
        parts.append(count(len(session.story.origins), "origin"))
    left: Row = [
        (" seedreader  ", styles.of(palette.accent, palette.bar, bold=True)),
        (" · ".join(parts), bar),
    ]
    claims = len(session.here.visible_claims)
    noun = f"“{fit(session.claim_filter.text, 20)}”" if session.claim_filter.text else "claim"
    unread = f"{session.progress.share:.0%}" if session.progress else "reading …"
    if session.failure:
        unread = "not compared" if len(session.sources) > 1 else "not analysed"
    note = styles.of(palette.note, palette.bar)
    right: Row = [
        (f"  {noun} {session.claim_number:,}/{claims:,}" if known else f"  {unread}", bar),
        (f"  {marks.NOTE} {len(session.placed)}{' read-only' if read_only else ''}", note),
        (f"  {waiting}" if waiting else "", note),
        ("  follow " if session.follow else "  free ", styles.of(palette.accent, palette.bar)),
    ]
    while len(right) > 1 and sum(cell_len(text) for text, _ in right) >= width:
        right.pop()
    return spread(left, right, width, bar)


def footer(table: CommandTable, screen: str, styles: Styles, width: int) -> Row:
    """The labelled commands of a screen, as many as fit, the help and quit keys always among them."""
    palette = styles.palette
    bar, key_style = styles.of(palette.text, palette.bar), styles.of(palette.accent, palette.bar, bold=True)
    items = [(_key(table, c), _name(c)) for c in table.on_screen(screen) if c.label and c.keys]
    ending = items[-2:] if screen == "reader" else items[-1:]  # help and quit, or the way back
    items = items[: -len(ending)]
    room = width - sum(_width(item) for item in ending)
    shown = []
    for item in items:
        if _width(item) <= room:
            shown.append(item)
            room -= _width(item)
    row: Row = []
    for key, name in [*shown, *ending]:
        row += [(f" {key}", key_style), (f" {name} ", bar)]
    return [*row, (" " * max(0, width - sum(cell_len(text) for text, _ in row)), bar)]


def hint(table: CommandTable, styles: Styles, width: int) -> Row:
    """What a beginner presses first, as much as fits."""
    key_style, text = styles.of(styles.palette.accent, bold=True), styles.of(styles.palette.text)
    steps = (
        (table.key("reader", "next_claim"), "next claim"),
        (table.key("reader", "jump"), "to the other source"),
        (table.key("reader", "help"), "every key"),
        (table.key("reader", "clear_pending"), "hides this"),
    )
    row: Row = [(" Begin: ", styles.of(styles.palette.note, bold=True))]
    room = width - cell_len(row[0][0])
    for key, told in steps:
        item = [(f" {key}", key_style), (f" {told} ", text)]
        if (cells := sum(cell_len(part) for part, _ in item)) <= room:
            row += item
            room -= cells
    return row


def message(text: str, styles: Styles, width: int) -> list[Row]:
    """Something said to the reader, in place of the footer until the next key; at most `MESSAGE` rows."""
    style = styles.of(styles.palette.note, styles.palette.bar, bold=True)
    return [[(f" {line}", style)] for line in lines(text, max(1, width - 2), MESSAGE)]


def _key(table: CommandTable, command: Command) -> str:
    """The command's key, or both keys of a pair whose label begins with them, as in "j/k sentence"."""
    first, _, name = (command.label or "").partition(" ")
    if not name or "/" not in first:
        return key_name(command.keys[0])
    return "/".join(filter(None, (table.now(command.screen, key) for key in first.split("/"))))


def _name(command: Command) -> str:
    label = command.label or ""
    return label.split(" ", 1)[1] if "/" in label.split()[0] else label


def _width(item: tuple[str, str]) -> int:
    key, name = item
    return cell_len(key) + cell_len(name) + 3

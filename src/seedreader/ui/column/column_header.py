"""What stands over a column: number, copies of it, outlet, date and title, and how far it is scrolled."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len

from seedreader.ingest import notices
from seedreader.session import Session
from seedreader.ui.column.column_view import ColumnView
from seedreader.ui.terminal_text import fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Row
from seedreader.ui.widgets.source_numbers import numbers


class ColumnHeader(NamedTuple):
    """The header of a source: its number, which others have its text, its title, whether it is pinned, and
    what has to be said of its text wherever it is named ("excerpt", "embargo").
    """

    number: str
    copies: str
    title: str
    pinned: bool
    notices: str = ""


def header(session: Session, index: int) -> ColumnHeader:
    """The header of a source. Others of its origin are told by their numbers."""
    article = session.sources[index].article
    day = f"{article.day.day} {article.day:%b %Y}" if article.day else None
    parts = (article.outlet or article.name, day, article.title)
    title = " · ".join(part for part in parts if part)
    pinned = index in session.columns.pinned
    return ColumnHeader(
        str(index + 1), _copies(session, index), title, pinned, " ".join(notices.words(article))
    )


def row(header: ColumnHeader, view: ColumnView, active: bool, styles: Styles, width: int) -> Row:
    """The header in ``width`` cells: the title is cut with an ellipsis where it does not fit."""
    palette = styles.palette
    behind = palette.cursor if active else palette.bar
    text = styles.of(palette.strong if active else palette.faint, behind, bold=active)
    accent, quiet = styles.of(palette.accent, behind), styles.of(palette.faint, behind)
    lead = f"{'▶' if active else ' '} {header.number} "
    tail = f"{' pinned' if header.pinned else ''} {position(view)} "
    copies = f"{header.copies} " if header.copies else ""
    noticed = f"{header.notices} " if header.notices else ""
    room = max(0, width - cell_len(lead) - cell_len(copies) - cell_len(noticed) - cell_len(tail))
    title = fit(header.title, room)
    gap = " " * (room - cell_len(title))
    return [
        (lead, text),
        (copies, accent),
        *([(noticed, styles.of(palette.tones["conflict"].mark, behind, bold=True))] if noticed else []),
        (title, text),
        (gap, text),
        (tail, quiet),
    ]


def position(view: ColumnView) -> str:
    """How far a text is read: its share down to the last row shown."""
    if not view.laid_out:
        return ""
    _, end = view.shown
    ended = end >= len(view.text)
    if view.top <= 0:
        return "all" if ended else "top"
    return "end" if ended else f"{100 * end // max(1, len(view.text))} %"


def _copies(session: Session, index: int) -> str:
    """The sources that carry this one's text, by their numbers; empty where there is none."""
    if session.story is None:
        return ""
    articles = session.story.articles
    origin = next(group for group in session.story.origins if any(a is articles[index] for a in group))
    others = [
        n for n, article in enumerate(articles, 1) if n != index + 1 and any(article is a for a in origin)
    ]
    return f"{marks.MARKS['copy']} {numbers(others)}" if others else ""

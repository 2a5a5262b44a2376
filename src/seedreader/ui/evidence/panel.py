"""What stands in the evidence panel: for the passage under the cursor, what each other source says."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.style import Style

from seedreader.session import Place, Session
from seedreader.ui import theme
from seedreader.ui.bars import count
from seedreader.ui.evidence import rows as evidence_rows
from seedreader.ui.evidence.heading import heading
from seedreader.ui.evidence.rows import COLUMNS_FROM, UNNAMED
from seedreader.ui.notes import annotation_row
from seedreader.ui.safe import fit
from seedreader.ui.styles import Styles
from seedreader.ui.widgets.numbers import numbers
from seedreader.ui.widgets.rows import Row

if TYPE_CHECKING:
    from seedreader.story.voices import Silent, Voice

__all__ = ["UNNAMED", "Line", "height", "lines", "panel"]

ROOMY = 24
"""Terminal height from which the panel has room for some notes."""
TALL = 40
"""Terminal height from which a voice may take several rows."""
MOST = 4
"""Rows that a voice takes at most."""


class Line(NamedTuple):
    """A row of the panel, and the passage of another source that it tells of."""

    row: Row
    place: Place | None = None


def height(width: int, rows: int, sources: int) -> int:
    """The panel's height on a terminal of this size: heading, voices, who is silent or a note."""
    narrow = width < COLUMNS_FROM and rows >= ROOMY
    each = 3 if narrow else 2 if rows >= TALL else 1
    most = max(3, rows // (4 if narrow else 5 if rows >= TALL else 6))
    return 2 + max(3 if rows >= ROOMY else 1, min((sources - 1) * each, most))


def panel(
    session: Session, styles: Styles, width: int, height: int, chosen: Place | None = None
) -> list[Row]:
    """The rows of `lines`."""
    return [line.row for line in lines(session, styles, width, height, chosen)]


def lines(
    session: Session, styles: Styles, width: int, height: int, chosen: Place | None = None
) -> list[Line]:
    """The passage, then each origin that speaks of it, the silent sources, the notes.

    ``chosen`` is the passage whose rows stand out, with each source of its origin in rows of its own.
    """
    faint = styles.of(styles.palette.faint)
    if session.story is None:
        told = session.failure or "reading the sources together …"
        return [Line(heading(session, (), None, styles, width)), Line(_told(told, faint, width))]
    from seedreader.story.voices import Silent, silent, voices

    links = session.evidence()
    heard = voices(session.story, links, apart=chosen is not None)
    at = next((i for i, voice in enumerate(heard) if chosen and voice.sources[0] == chosen.source), None)
    unlinked = [] if chosen is None or at is not None else [_unlinked(session, chosen, styles, width)]
    quiet = Silent() if len(session.sources) == 1 else silent(session.story, session.focus, heard)
    below = [Line(_told(_silence(quiet), faint, width))] if quiet.sources else []
    if len(session.sources) == 1:
        below = [Line(_told("One source alone: there is nothing to compare it with.", faint, width))]
    notes = _notes(session, styles, width, max(1, height // 3, height - 1 - len(heard) - len(below)))
    room = height - 1 - len(unlinked) - len(notes)
    against = heard[at or 0] if heard and not unlinked else None
    return [
        Line(heading(session, links, against, styles, width)),
        *unlinked,
        *_voices(session, heard, below, styles, width, room, at),
        *notes,
    ]


def _voices(
    session: Session,
    heard: list[Voice],
    below: list[Line],
    styles: Styles,
    width: int,
    room: int,
    chosen: int | None,
) -> list[Line]:
    """The voices in the rows that there is room for, ``chosen`` among them, and the lines ``below`` them."""
    total = len(heard) + len(below)
    cells = evidence_rows.columns(heard, width, several=room - len(below) >= 2 * len(heard))
    _, start, end = session.place
    passage = session.here.article.text[start:end]

    def rows(number: int, most: int) -> list[Line]:
        voice = heard[number]
        place = Place(voice.sources[0], voice.link.b.start, voice.link.b.end)
        drawn = evidence_rows.rows(voice, passage, cells, styles, most, number == chosen)
        return [Line(row, place) for row in drawn]

    if total == room:
        return [line for i in range(len(heard)) for line in rows(i, 1)] + below
    if total < room:
        drawn = [rows(i, MOST) for i in range(len(heard))]
        shares = _shares([len(each) for each in drawn], room - len(below))
        for i, (each, share) in enumerate(zip(drawn, shares, strict=True)):
            drawn[i] = each if len(each) <= share else rows(i, share)
        return [*chain.from_iterable(drawn), *below]
    if chosen is not None:
        first = max(0, min(chosen - room // 2, total - room))
        shown = [line for i in range(first, min(len(heard), first + room)) for line in rows(i, 1)]
        return [*shown, *below][:room]
    left_out = count(total - room + 1, "more row")
    more = _told(f"… {left_out}: Enter visits every match", styles.of(styles.palette.faint), width)
    return [*(line for i in range(min(len(heard), room - 1)) for line in rows(i, 1)), Line(more)]


def _shares(wanted: list[int], room: int) -> list[int]:
    """How many rows each voice gets: what it wants as far as there is room, one more for each by turns."""
    shares = [1] * len(wanted)
    left = room - len(wanted)
    for rows in range(2, MOST + 1):
        for i, most in enumerate(wanted):
            if most >= rows and left > 0:
                shares[i], left = rows, left - 1
    return shares


def _unlinked(session: Session, place: Place, styles: Styles, width: int) -> Line:
    """The row of a passage that is about to be linked and is not."""
    palette = styles.palette
    words = session.sources[place.source].article.text[place.start : place.end]
    lead = f"{theme.CURSOR}  {place.source + 1}  "
    told = f"not linked so far: {fit(words, max(1, width - cell_len(lead) - 20))}"
    shown = lead + fit(told, width - cell_len(lead))
    return Line([(shown + " " * (width - cell_len(shown)), styles.of(palette.strong, palette.cursor))], place)


def _notes(session: Session, styles: Styles, width: int, most: int) -> list[Line]:
    """The annotations on the passage, the newest ones where there are many."""
    placed = session.annotations_here()
    if len(placed) > most == 1:
        more = f" +{len(placed) - 1}: o "
        newest = annotation_row.row(placed[-1], styles, width - len(more))
        return [Line([*newest, (more, styles.of(styles.palette.accent))])]
    if len(placed) > most:
        older = count(len(placed) - most + 1, "older one")
        told = _told(f"… {older}: o lists them", styles.of(styles.palette.faint), width)
        return [Line(told), *(Line(annotation_row.row(each, styles, width)) for each in placed[1 - most :])]
    return [Line(annotation_row.row(each, styles, width)) for each in placed]


def _told(text: str, style: Style, width: int) -> Row:
    return [("   " + fit(text, width - 4), style)]


def _silence(quiet: Silent) -> str:
    together = " (one origin)" if quiet.one_origin and len(quiet.sources) > 1 else ""
    return f"{numbers(source + 1 for source in quiet.sources)} silent{together}"

"""What stands in the evidence panel: for the passage under the cursor, what each other source says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.style import Style

from seedreader.article import UNREAD
from seedreader.session import JudgedPair, Session, StoryPassage
from seedreader.text.plurals import count
from seedreader.ui.evidence import evidence_rows
from seedreader.ui.evidence.evidence_heading import heading
from seedreader.ui.evidence.evidence_rows import COLUMNS_FROM, UNATTRIBUTED
from seedreader.ui.terminal_text import fit
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets import annotation_row
from seedreader.ui.widgets.progress_bar import progress_bar
from seedreader.ui.widgets.row_widget import Row, spread
from seedreader.ui.widgets.source_numbers import numbers, partial

if TYPE_CHECKING:
    from seedreader.story.origin_evidence import OriginEvidence

__all__ = ["UNATTRIBUTED", "PanelRow", "height", "lines", "panel"]

ROOMY = 24
"""Terminal height from which the panel has room for some notes."""
TALL = 40
"""Terminal height from which a voice may take several rows."""
MOST = 4
"""Rows that a voice takes at most."""


class PanelRow(NamedTuple):
    """A row of the panel, and the passage of another source that it tells of."""

    row: Row
    place: StoryPassage | None = None


def height(width: int, rows: int, sources: int) -> int:
    """The panel's height on a terminal of this size: heading, voices, where no match was found or a note."""
    narrow = width < COLUMNS_FROM and rows >= ROOMY
    each = 3 if narrow else 2 if rows >= TALL else 1
    most = max(3, rows // (4 if narrow else 5 if rows >= TALL else 6))
    return 2 + max(3 if rows >= ROOMY else 1, min((sources - 1) * each, most))


def panel(
    session: Session, styles: Styles, width: int, height: int, pairs: Sequence[JudgedPair] = (),
    chosen: int = 0,
    key: str = "",
    held: str = "",
) -> list[Row]:  # fmt: skip
    """The rows of `lines`."""
    return [line.row for line in lines(session, styles, width, height, pairs, chosen, key, held)]


def lines(
    session: Session, styles: Styles, width: int, height: int, pairs: Sequence[JudgedPair] = (),
    chosen: int = 0,
    key: str = "",
    held: str = "",
) -> list[PanelRow]:  # fmt: skip
    """The passage, then what each origin says of it, the sources where no match was found, the notes.

    ``pairs`` are what a verdict can be given on: while there are any, each has rows of its own in place of
    the origins, and those of the one with the number ``chosen`` stand out. ``key`` offers the nearest
    passages. While a passage of another source is held, it stands alone in place of the origins: with it the
    passage would be linked; ``held`` says how.
    """
    faint = styles.of(styles.palette.faint)
    if session.story is None:
        told = session.failure or "reading the sources together …"
        row = _told(told, faint, width)
        if session.progress and not session.failure:
            row = progress_bar(session.progress, styles, faint, width)
        return [PanelRow(heading(session, (), None, styles, width)), PanelRow(row)]
    # the analysis is imported beside the keys, after the first frame
    from seedreader.story.origin_evidence import OriginEvidence, by_origin

    links = session.evidence()
    heard = by_origin(session.story, links)
    below = _below(session, heard, styles, width, "" if pairs else key)
    shown: list[OriginEvidence | StoryPassage] = list(heard)
    if pairs:
        linked = {session.other_end(link): link for link in links}
        shown = [
            OriginEvidence((linked[pair.b],), (pair.b.source,))
            if pair.relation and pair.b in linked
            else pair.b
            for pair in pairs
        ]
    elif session.other_held is not None:
        shown, below = [session.other_held], [PanelRow(_offering(held, key, styles, width))]
    notes = _notes(session, styles, width, max(1, height // 3, height - 1 - len(shown) - len(below)))
    room = height - 1 - len(notes)
    first = shown[chosen if pairs else 0] if shown else None
    return [
        PanelRow(
            _about(session, pairs[chosen].a, styles, width)
            if pairs and pairs[chosen].a != session.place
            else heading(session, links, None if isinstance(first, StoryPassage) else first, styles, width)
        ),
        *_passages(session, shown, below, styles, width, room, chosen if pairs else None),
        *notes,
    ]


def _about(session: Session, place: StoryPassage, styles: Styles, width: int) -> Row:
    """The passage that is judged, where it is not just the one under the cursor."""
    palette = styles.palette
    lead = f" {place.source + 1} "
    words = fit(session.sources[place.source].article.text[place.start : place.end], width - len(lead) - 1)
    return [
        (lead, styles.of(palette.accent, palette.bar, bold=True)),
        (words + " ", styles.of(palette.strong, palette.bar)),
    ]


def _below(
    session: Session, heard: Sequence[OriginEvidence], styles: Styles, width: int, key: str
) -> list[PanelRow]:
    """In which sources no match was found, and the key that offers the nearest passages."""
    from seedreader.story.origin_evidence import unmatched

    assert session.story is not None
    faint = styles.of(styles.palette.faint)
    if len(session.sources) == 1:
        return [PanelRow(_told("One source alone: there is nothing to compare it with.", faint, width))]
    if session.story.articles[session.focus].partial == UNREAD:
        told = "this source is so long that it is compared only when you ask"
        return [PanelRow(_told(told, faint, width))]
    found = unmatched(session.story, session.focus, heard)
    parts = partial(session.story.articles, found.partial)
    if not heard and not session.here.compared:
        told = "; ".join(["no other whole text is here to compare with", *parts])
    elif not (found.sources or parts):
        return []
    elif session.boilerplate and not heard:
        told = "boilerplate is not compared with the other sources"
    else:
        together = " (one origin)" if found.one_origin and len(found.sources) > 1 else ""
        absent = f"no match found in {numbers(source + 1 for source in found.sources)}{together}"
        told = "; ".join([*([absent] if found.sources else []), *parts])
    return [PanelRow(_offering(told, key, styles, width))]


def _offering(told: str, key: str, styles: Styles, width: int) -> Row:
    """A row with the key that offers the nearest passages at its end, as far as there is room."""
    faint = styles.of(styles.palette.faint)
    room = width - cell_len(told) - 6
    offers = [f"{key} {words} " for words in ("nearest passages", "nearest")] if key else []
    offer = next((each for each in offers if cell_len(each) <= room), "")
    left = "   " + fit(told, width - 4 - cell_len(offer))
    return spread([(left, faint)], [(offer, styles.of(styles.palette.accent))], width, faint)


def _passages(
    session: Session,
    shown: Sequence[OriginEvidence | StoryPassage],
    below: list[PanelRow],
    styles: Styles,
    width: int,
    room: int,
    chosen: int | None,
) -> list[PanelRow]:
    """What there is room for, ``chosen`` among it, and the lines ``below``."""
    total = len(shown) + len(below)
    voices = [each for each in shown if not isinstance(each, StoryPassage)]
    cells = evidence_rows.columns(voices, width, several=room - len(below) >= 2 * len(shown))
    _, start, end = session.place
    passage = session.here.article.text[start:end]

    def rows(number: int, most: int) -> list[PanelRow]:
        each = shown[number]
        if isinstance(each, StoryPassage):
            words = session.sources[each.source].article.text[each.start : each.end]
            told = "held: " if each == session.held else "not linked: "
            drawn = evidence_rows.unlinked(each.source, words, width, styles, most, number == chosen, told)
            return [PanelRow(row, each) for row in drawn]
        place = StoryPassage(each.sources[0], each.link.b.start, each.link.b.end)
        drawn = evidence_rows.rows(each, passage, cells, styles, most, number == chosen)
        return [PanelRow(row, place) for row in drawn]

    if total == room:
        return [line for i in range(len(shown)) for line in rows(i, 1)] + below
    if total < room:
        drawn = [rows(i, MOST) for i in range(len(shown))]
        shares = _shares([len(each) for each in drawn], room - len(below))
        for i, (each, share) in enumerate(zip(drawn, shares, strict=True)):
            drawn[i] = each if len(each) <= share else rows(i, share)
        return [*chain.from_iterable(drawn), *below]
    if chosen is not None:
        first = max(0, min(chosen - room // 2, total - room))
        seen = [line for i in range(first, min(len(shown), first + room)) for line in rows(i, 1)]
        return [*seen, *below][:room]
    left_out = count(total - room + 1, "more row")
    more = _told(f"… {left_out}: Enter visits every match", styles.of(styles.palette.faint), width)
    return [*(line for i in range(min(len(shown), room - 1)) for line in rows(i, 1)), PanelRow(more)]


def _shares(wanted: list[int], room: int) -> list[int]:
    """How many rows each voice gets: what it wants as far as there is room, one more for each by turns."""
    shares = [1] * len(wanted)
    left = room - len(wanted)
    for rows in range(2, MOST + 1):
        for i, most in enumerate(wanted):
            if most >= rows and left > 0:
                shares[i], left = rows, left - 1
    return shares


def _notes(session: Session, styles: Styles, width: int, most: int) -> list[PanelRow]:
    """The annotations on the passage, the newest ones where there are many."""
    placed = session.annotations_here()
    if len(placed) > most == 1:
        more = f" +{len(placed) - 1}: o "
        newest = annotation_row.row(placed[-1], styles, width - len(more))
        return [PanelRow([*newest, (more, styles.of(styles.palette.accent))])]
    if len(placed) > most:
        older = count(len(placed) - most + 1, "older one")
        told = _told(f"… {older}: o lists them", styles.of(styles.palette.faint), width)
        return [
            PanelRow(told),
            *(PanelRow(annotation_row.row(each, styles, width)) for each in placed[1 - most :]),
        ]
    return [PanelRow(annotation_row.row(each, styles, width)) for each in placed]


def _told(text: str, style: Style, width: int) -> Row:
    return [("   " + fit(text, width - 4), style)]

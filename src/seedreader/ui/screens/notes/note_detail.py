"""The chosen annotation whole: body, quote, the words where it stands now, tags, times and source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from difflib import SequenceMatcher

from rich.cells import cell_len
from rich.style import Style

from seedreader.article import Article
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.screens.notes.note_entries import AnnotationEnd, NoteEntry
from seedreader.ui.screens.notes.note_rows import figures_of
from seedreader.ui.terminal_text import fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets import annotation_row
from seedreader.ui.widgets.row_widget import Row
from seedreader.ui.widgets.wrap_runs import wrapped

LABEL = 10
"""Cells of the words before each part."""
COMPARED = 600
"""Words up to which changes are marked one by one."""
LONGEST = 10_000
"""Characters of a part that are laid out at most."""
MORE = "v shows more"
"""How to see what does not fit."""
NAME, PATH = 80, 400
"""Cells that a name and a path take at most."""


def detail(
    entry: NoteEntry, articles: Sequence[Article], styles: Styles, width: int, height: int, more: str = MORE
) -> list[Row]:
    """A heading and as much as ``height`` rows hold; what is left out is counted; ``more``: how to see it."""
    rows: list[Row] = []
    for index, end in enumerate(entry.ends):
        rows += _end(entry, index, end, articles, styles, width)
    text = styles.of(styles.palette.text)
    for label, said in _facts(entry).items():
        rows += _part(label, [(said, text)], styles, width)
    told = styles.of(styles.palette.note)
    body = _first_rows(_body(entry, styles, width), width, max(2, height - 1 - len(rows)), more, told)
    return _first_rows([_heading(entry, styles, width), *body, *rows], width, height, more, told)


def _first_rows(rows: list[Row], width: int, height: int, more: str, style: Style) -> list[Row]:
    """At most so many rows; the last one counts those left out."""
    if len(rows) <= height:
        return rows
    left_out = count(len(rows) - height + 1, "more row")
    told = f"   {fit(f'… {left_out}: {more}', width - 3)}"
    return [*rows[: height - 1], [(told, style)]] if height > 0 else []


def _heading(entry: NoteEntry, styles: Styles, width: int) -> Row:
    palette = styles.palette
    kind = entry.placed.kind
    shown = kind if kind not in annotation_row.SAID else "correction"
    parts = [f"draft of a {shown}" if entry.draft else shown, " ↔ ".join(end.label for end in entry.ends)]
    if entry.placed.state in annotation_row.STATES:
        parts.append(annotation_row.STATES[entry.placed.state])
    if entry.figures:
        parts.append(figures_of(entry))
    bar = styles.of(palette.text, palette.bar)
    lead = f" {marks.kind_mark(kind)} "
    said = fit(" · ".join(parts), width - cell_len(lead) - 1)
    return [(lead, styles.of(palette.note, palette.bar, bold=True)), (said, bar)]


def _body(entry: NoteEntry, styles: Styles, width: int) -> list[Row]:
    strong = styles.of(styles.palette.strong)
    text = f"{'#' if entry.placed.kind == 'tag' else ''}{_shortened(entry.body)}"
    return [[("   ", strong), *row] for row in wrapped([(text, strong)], max(1, width - 4))]


def _end(
    entry: NoteEntry, index: int, end: AnnotationEnd, articles: Sequence[Article], styles: Styles, width: int
) -> list[Row]:
    palette = styles.palette
    spot = entry.placed.spots[index]
    text = styles.of(palette.text)
    label = "quote" if len(entry.ends) == 1 else ("first", "second")[index]
    lead: Row = [] if len(entry.ends) == 1 else [(f"{one_line(end.label)} ", styles.of(palette.accent))]
    quote = one_line(_shortened(end.quote))
    rows = _part(label, [*lead, (f"“{quote}”", text)], styles, width)
    if spot.source is not None and spot.ranges and spot.state in ("edited", "uncertain", "confirmed"):
        article = articles[spot.source].text
        now = one_line(_shortened(" … ".join(article[a:b] for a, b in spot.ranges)))
        changed = styles.of(palette.tones["conflict"].mark, bold=True, underline=True)
        rows += _part("now", [("“", text), *_changes(quote, now, text, changed), ("”", text)], styles, width)
    return rows


def _changes(was: str, now: str, same: Style, changed: Style) -> Row:
    """The words of ``now``, those that ``was`` has not in the other style."""
    old, new = was.split(), now.split()
    if max(len(old), len(new)) > COMPARED:
        return [(now, same)]
    runs: Row = []
    for what, _, _, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if start < end:
            words = " ".join(new[start:end])
            runs += [(" " if runs else "", same), (words, same if what == "equal" else changed)]
    return runs


def _facts(entry: NoteEntry) -> Mapping[str, str]:
    annotation = entry.annotation
    made = _time(annotation.created)
    if annotation.changed != annotation.created:
        made += f", changed {_time(annotation.changed)}"
    if annotation.author:
        made += f", by {fit(annotation.author, NAME)}"
    where = [
        f"{fit(end.path, PATH) or fit(end.name, NAME)}{'' if end.number else ' (not open)'}"
        for end in entry.ends
    ]
    others = [tag for tag in entry.tags if entry.placed.kind != "tag" or tag != entry.body]
    facts = {
        "tags": "  ".join(f"#{fit(tag, NAME)}" for tag in others),
        "made": made,
        "in": "  ↔  ".join(dict.fromkeys(where)),
    }
    return {label: said for label, said in facts.items() if said}


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _time(stamp: str) -> str:
    """A UTC time as the reader's clock showed it."""
    try:
        time = datetime.fromisoformat(stamp).astimezone()
    except (ValueError, OverflowError):
        return fit(stamp, NAME)
    return f"{time.day} {time:%b %Y %H:%M}"


def _part(label: str, runs: Row, styles: Styles, width: int) -> list[Row]:
    faint = styles.of(styles.palette.faint)
    rows = wrapped(runs, max(1, width - LABEL - 1))
    leads = [f"   {label}"[:LABEL], *[""] * (len(rows) - 1)]
    return [[(lead.ljust(LABEL), faint), *row] for lead, row in zip(leads, rows, strict=True)]

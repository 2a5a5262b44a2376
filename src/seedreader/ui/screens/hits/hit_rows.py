"""What was found, hit by hit, and how one is drawn in the list and whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.style import Style

from seedreader.article import Article, Range
from seedreader.session import StoryPassage
from seedreader.text.sanitize import one_line, sanitize, spaced
from seedreader.ui.parts.search_summary import TYPOS
from seedreader.ui.terminal_text import column, fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Row
from seedreader.ui.widgets.wrap_runs import wrapped

if TYPE_CHECKING:
    from seedreader.notebook.resolver import ResolvedAnnotation
    from seedreader.session.find import FindResults, LocatedHit

LEAD = 3
"""Cells before the columns: chosen, kind, space."""
NAME = 24
"""Cells of a source's number and name at most."""
AROUND = 400
"""Characters of the text before and after a hit that a row looks at."""
LONGEST = 4_000
"""Characters of a passage that are laid out at most."""


class HitRow(NamedTuple):
    """One row: ``text`` with the ``ranges`` in it that were found.

    ``place`` is where Enter leads, None for a note whose words are gone; ``hit`` a hit in a source, else
    ``placed`` is the note or tag.
    """

    text: str
    ranges: tuple[Range, ...]
    place: StoryPassage | None
    typos: int = 0
    hit: LocatedHit | None = None
    placed: ResolvedAnnotation | None = None

    @property
    def key(self) -> str:
        """What stays the same when the list is made anew."""
        if self.placed is not None:
            return self.placed.annotation.id
        return f"{self.place} {self.ranges[0]}"


def listed(
    finds: FindResults, articles: Sequence[Article], written: Sequence[ResolvedAnnotation]
) -> list[HitRow]:
    """All hits, those without typos first: source by source, then notes and tags, a row for each."""
    # imported when something is looked for
    from seedreader.session.find import LocatedHit

    rows = [
        HitRow(
            article.text,
            hit.ranges,
            StoryPassage(source, hit.start, hit.end),
            hit.typos,
            LocatedHit(source, number, hit),
        )
        for source, (article, hits) in enumerate(zip(articles, finds.sources, strict=True))
        for number, hit in enumerate(hits.listed)
    ]
    for placed, hits in zip(written, finds.notes, strict=True):
        if hits.listed:
            ranges = tuple(span for hit in hits.listed for span in hit.ranges)
            typos = min(hit.typos for hit in hits.listed)
            rows.append(HitRow(placed.body, ranges, _place(placed), typos, placed=placed))
    return sorted(rows, key=lambda row: row.typos)


def row(found: HitRow, articles: Sequence[Article], styles: Styles, width: int, chosen: bool) -> Row:
    """A hit in ``width`` cells: the kind, the source, the words around it."""
    palette = styles.palette
    behind = palette.cursor if chosen else palette.background
    text, strong = styles.of(palette.text, behind), _marked(styles)
    name = min(NAME, width // 4)
    lead: Row = [
        (marks.CURSOR if chosen else " ", styles.of(palette.accent, behind)),
        (f"{_kind(found)} ", styles.of(palette.note, behind)),
        (column(_source(found, articles), name), styles.of(palette.accent, behind)),
    ]
    words = _context(found, width - LEAD - name, text, strong)
    used = LEAD + name + sum(cell_len(part) for part, _ in words)
    return [*lead, *words, (" " * max(0, width - used), text)]


def detail(
    found: HitRow, articles: Sequence[Article], sentence: Range, styles: Styles, width: int, height: int
) -> list[Row]:
    """A hit in its ``sentence``, or a whole note and its quote, with what was found marked."""
    palette = styles.palette
    text, bar = styles.of(palette.text), styles.of(palette.text, palette.bar)
    said = [_source(found, articles)]
    if found.typos:
        said.append("1 letter differs" if found.typos == 1 else f"{found.typos} letters differ")
    heading: Row = [
        (f" {_kind(found)} ", styles.of(palette.note, palette.bar)),
        (fit(" · ".join(said), width - 4), bar),
    ]
    first, last = (0, len(found.text)) if found.placed else sentence
    first = max(first, found.ranges[0][0] - LONGEST // 2)
    last = min(last, first + LONGEST)
    rows = [
        [("   ", text), *part, ("", text)]
        for part in wrapped(_runs(found, first, last, text, _marked(styles)), max(1, width - 4))
    ]
    if found.placed is not None:
        quote = f"“{one_line(found.placed.annotation.target.quote[:LONGEST])}”"
        faint = styles.of(palette.faint)
        rows += [[("   ", text), *part] for part in wrapped([(quote, faint)], max(1, width - 4))]
    return [heading, *rows][:height]


def _marked(styles: Styles) -> Style:
    palette = styles.palette
    return styles.of(palette.strong, palette.found, bold=True, underline=True)


def _kind(found: HitRow) -> str:
    if found.placed is not None:
        return marks.kind_mark(found.placed.kind)
    return TYPOS if found.typos else " "


def _source(found: HitRow, articles: Sequence[Article]) -> str:
    if found.place is None:
        return "– words gone"
    article = articles[found.place.source]
    return f"{found.place.source + 1} {article.outlet or article.name}"


def _place(placed: ResolvedAnnotation) -> StoryPassage | None:
    spot = next((spot for spot in placed.spots if spot.source is not None and spot.ranges), None)
    if spot is None or spot.source is None:
        return None
    return StoryPassage(spot.source, spot.start, spot.end)


def _context(found: HitRow, width: int, text: Style, strong: Style) -> Row:
    """The hit with as much around it as ``width`` cells hold; in sources the hits stand under each other."""
    start, end = found.ranges[0]
    before = spaced(found.text[max(0, start - AROUND) : start])
    room = max(0, min(width // 3, width - cell_len(sanitize(found.text[start : min(end, start + width)]))))
    words = before
    while cell_len(words) + (words is not before) > room and words:
        words = words[words.find(" ", 1) :] if " " in words[1:] else ""
    lead = f"…{words}" if words and words is not before else words
    blanks = "" if found.placed else " " * (room - cell_len(lead))
    runs = [(blanks + lead, text), *_runs(found, start, min(len(found.text), start + AROUND), text, strong)]
    left, row = width, []
    for part, style in runs:
        shown = part if cell_len(part) <= left else _shortened(part, left)
        row.append((shown, style))
        left -= cell_len(shown)
        if shown != part:
            break
    return row


def _shortened(text: str, width: int) -> str:
    """The beginning of a safe line in ``width`` cells, with an ellipsis."""
    return set_cell_size(text, width - 1) + "…" if width > 0 else ""


def _runs(found: HitRow, first: int, last: int, text: Style, strong: Style) -> Row:
    """``text[first:last]`` as safe runs of one line, what was found in the other style."""
    runs: Row = []
    at = first
    for start, end in found.ranges:
        if start >= last or end <= first:
            continue
        runs += [(spaced(found.text[at:start]), text), (spaced(found.text[start:end]), strong)]
        at = end
    return [run for run in [*runs, (spaced(found.text[at:last]), text)] if run[0]]

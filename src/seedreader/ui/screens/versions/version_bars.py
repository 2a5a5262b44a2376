"""What stands over and under the comparison of two texts."""

from __future__ import annotations

from rich.cells import cell_len

from seedreader.analysis.differences.diff_values import ADDED, DROPPED, MOVED, REWORDED
from seedreader.analysis.differences.text_diff import TextDiff
from seedreader.session import Session
from seedreader.ui.column.column_header import header
from seedreader.ui.screens.versions.version_rows import middle
from seedreader.ui.terminal_text import fit
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Row, spread

LITTLE = 0.3
"""Share of the words in common below which two texts are hardly versions of one."""
NAMED_FROM = 70
"""Width from which the summary says what the share is of."""


def told(found: TextDiff, width: int) -> str:
    """How much is the same and how often what changed, in one line."""
    if not found.blocks:
        return "There is no text to compare."
    said = [
        f"{number} {name}"
        for kind, name in ((ADDED, "added"), (DROPPED, "dropped"), (MOVED, "moved"), (REWORDED, "reworded"))
        if (number := found.count(kind))
    ]
    if not said:
        return "Both have the same words, in the same order."
    share = f"{int(100 * found.alike)} % {'the same words' if width >= NAMED_FROM else 'same'}"
    little = "They share little: " if found.alike < LITTLE else ""
    return little + " · ".join((share, *said))


def heading(session: Session, pair: tuple[int, int] | None, tally: str, styles: Styles, width: int) -> Row:
    """Which sources are compared, whether they are one origin, and which change this is."""
    palette = styles.palette
    bar = styles.of(palette.text, palette.bar)
    title: Row = [(" Versions ", styles.of(palette.accent, palette.bar, bold=True))]
    if pair is not None and session.story is not None:
        articles = session.story.articles
        left, right = (articles[index] for index in pair)
        together = any(
            any(each is left for each in group) and any(each is right for each in group)
            for group in session.story.origins
        )
        origin = "one origin" if together else "different origins"
        title.append((f" {pair[0] + 1} against {pair[1] + 1} of {len(articles)} · {origin}", bar))
    return spread(title, [(f"  {tally} ", bar)], width, bar)


def summary(text: str, styles: Styles, width: int) -> Row:
    """One sentence over the texts."""
    return [(f" {fit(text, width - 2)}", styles.of(styles.palette.note, bold=True))]


def names(session: Session, pair: tuple[int, int], side: int, split: bool, styles: Styles, width: int) -> Row:
    """The two sources over their columns; the one to which Enter goes has the mark."""
    palette = styles.palette
    room = middle(width), width - middle(width)
    if not split:
        room = width // 2, width - width // 2
    row: Row = []
    for index, (source, cells) in enumerate(zip(pair, room, strict=True)):
        active = index == side
        behind = palette.cursor if active else palette.bar
        style = styles.of(palette.strong if active else palette.faint, behind, bold=active)
        lead = " ▶ " if active else "   "
        name = f"{source + 1} {header(session, source).title}"
        shown = lead + fit(name, max(0, cells - len(lead) - 1))
        row.append((shown + " " * max(0, cells - cell_len(shown)), style))
    return row

"""How far work is, in one row: a bar, how many of how many, and how long still."""

from __future__ import annotations

from rich.style import Style

from seedreader.session.progress import Progress
from seedreader.ui.terminal_text import column
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Row

BAR = 20
"""Cells of the bar."""


def progress_bar(progress: Progress, styles: Styles, text: Style, width: int) -> Row:
    """``text`` is the style of the words, on whose background the bar stands, too."""
    filled = round(BAR * progress.share)
    bar = Style.combine((text, Style(color=styles.of(styles.palette.accent).color)))
    said = f"  {progress.counted}"
    return [
        (f" {progress.what}  ", text),
        ("█" * filled + "░" * (BAR - filled), bar),
        (column(said, max(0, width - BAR - len(progress.what) - 3)), text),
    ]

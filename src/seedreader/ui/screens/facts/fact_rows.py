"""A fact of a source in one row, and whole."""

from __future__ import annotations

from collections.abc import Sequence

from seedreader.article import ANOTHER_READING, Article
from seedreader.session.source_facts import SourceFact
from seedreader.text import languages
from seedreader.ui.terminal_text import column, fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.labelled import cut, labelled
from seedreader.ui.widgets.row_widget import Row

EVENT = "event"
"""The row in which the reader says that the source tells of another event."""
LABELS = {"title": "title", "outlet": "outlet", "published": "date", "language": "language", EVENT: "event"}
"""What the facts are called."""
NAME = 40
"""Cells of a source's name at most."""
TOLD = 24
"""Cells of what told a value."""
LABEL = 14
"""Cells of a fact's name."""
LONGEST = 400
"""Characters of a value that are shown."""


def label(fact: SourceFact) -> str:
    """What a fact is called."""
    return "version of" if fact.fact == ANOTHER_READING else LABELS[fact.fact]


def words(fact: SourceFact, value: str, articles: Sequence[Article]) -> str:
    """A value in words."""
    if fact.other is not None:
        return f"{source(articles, fact.other)}: {value}"
    if fact.fact == "language" and value:
        return languages.name(value)
    return value or "not known"


def source(articles: Sequence[Article], number: int) -> str:
    """The number and the name of a source."""
    article = articles[number]
    return f"{number + 1} {fit(article.outlet or article.name, NAME)}"


def told_by(fact: SourceFact) -> str:
    """Where its value comes from."""
    if fact.by_reader:
        return "by you"
    return f"from the {fact.told_by}" if fact.told_by in ("text", "file name") else fact.told_by


def row(fact: SourceFact, articles: Sequence[Article], styles: Styles, width: int, chosen: bool) -> Row:
    """One fact: its name, its value, where that comes from."""
    palette = styles.palette
    behind = palette.cursor if chosen else palette.background
    mark = marks.CORRECTION if fact.by_reader else " "
    told = TOLD if width >= LABEL + 2 * TOLD else 0
    return [
        (marks.CURSOR if chosen else " ", styles.of(palette.accent, behind)),
        (f"{mark} ", styles.of(palette.note, behind)),
        (column(label(fact), LABEL), styles.of(palette.faint, behind)),
        (
            column(words(fact, fact.value, articles)[:LONGEST], max(0, width - 3 - LABEL - told)),
            styles.of(palette.strong if fact.by_reader else palette.text, behind),
        ),
        (column(told_by(fact), told), styles.of(palette.note if fact.by_reader else palette.faint, behind)),
    ]


def detail(
    fact: SourceFact,
    articles: Sequence[Article],
    styles: Styles,
    width: int,
    height: int,
    more: str,
    key: str,
) -> list[Row]:
    """The value whole, where it comes from, and what was read where the reader says something else."""
    palette = styles.palette
    text = styles.of(palette.text)
    heading = column(f" {label(fact)}", width)
    rows: list[Row] = [[(heading, styles.of(palette.accent, palette.bar, bold=True))]]
    where = told_by(fact)
    value = fit(words(fact, fact.value, articles), LONGEST)
    rows += labelled("now", [(f"{value} ({where})" if where else value, text)], styles, width)
    if fact.by_reader:
        before = fact._replace(told_by=fact.read_by)
        read = fit(words(fact, fact.read, articles), LONGEST)
        where = told_by(before)
        said = f"{read} ({where})" if where else read
        rows += labelled("as read", [(f"{said} · {key} lets it hold again", text)], styles, width)
    return cut(rows, styles, width, height, more)

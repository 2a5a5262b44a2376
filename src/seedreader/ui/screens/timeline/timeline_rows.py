"""One moment in one row of the Timeline screen, and the chosen one whole."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from rich.cells import cell_len
from rich.style import Style

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.article import Range
from seedreader.story.page_dates import PageDateCheck
from seedreader.story.timeline import PUBLISHED, STATEMENT, TOLD, TimelineEvent
from seedreader.text.format_dates import day, days
from seedreader.text.sanitize import one_line, spaced
from seedreader.ui.evidence.evidence_rows import UNATTRIBUTED
from seedreader.ui.terminal_text import column, fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.labelled import cut, labelled
from seedreader.ui.widgets.row_widget import Row

MARKS = {STATEMENT: " ", PUBLISHED: marks.PAGE_DATE, TOLD: marks.WORDS_DATE}
"""Mark of a moment by its kind."""
DATE = 20
"""Cells of the date."""
NAMED_FROM = 90
"""Width from which sources are named and not only numbered."""
LONGEST = 4_000
"""Characters of a passage that are laid out at most."""


def row(
    event: TimelineEvent,
    article: AnalysedArticle,
    judgement: PageDateCheck,
    styles: Styles,
    width: int,
    *,
    chosen: bool,
    fresh: bool,
) -> Row:
    """Date, mark, source and what is said; the date only where it is ``fresh``: not the row's above."""
    palette = styles.palette
    behind = palette.cursor if chosen else palette.background
    text, strong = styles.of(palette.text, behind), styles.of(palette.strong, behind)
    date = min(DATE, max(13, width // 4))
    name = min(22, width // 5) if width >= NAMED_FROM else 4
    label = f"{event.source + 1} {article.outlet or article.name}" if name > 4 else str(event.source + 1)
    warned = bool(judgement.warnings) and event.kind != STATEMENT
    mark = palette.tones["conflict"].mark if warned else palette.accent
    lead: Row = [
        (marks.CURSOR if chosen else " ", styles.of(palette.accent, behind)),
        (column(days(event.first, event.last) if fresh else "", date), strong if fresh else text),
        (
            column(MARKS[event.kind] + (marks.DATE_DOUBTED if warned else ""), 3),
            styles.of(mark, behind, bold=True),
        ),
        (column(label, name), styles.of(palette.accent, behind)),
    ]
    room = max(0, width - sum(cell_len(part) for part, _ in lead))
    return [*lead, *_fitted(_said(event, article, judgement, styles, behind, room), room, text)]


def detail(
    event: TimelineEvent,
    article: AnalysedArticle,
    judgement: PageDateCheck,
    styles: Styles,
    width: int,
    height: int,
    more: str,
) -> list[Row]:
    """The date, who says it, the passage with its sentence, and what its page's date is."""
    palette = styles.palette
    text, bar = styles.of(palette.text), styles.of(palette.text, palette.bar)
    parts = [days(event.first, event.last), f"{event.source + 1} {article.outlet or article.name}"]
    claim = next((c for c in article.claims if (c.start, c.end) == (event.start, event.end)), None)
    if event.kind == PUBLISHED:
        parts.append("the page's own date")
    elif event.kind == TOLD:
        parts.append("the day that its words give")
    elif claim is not None and claim.speaker is not None:
        parts.append(f"says {one_line(claim.speaker.text[:200])}")
    else:
        parts.append(UNATTRIBUTED)
    lead = f" {MARKS[event.kind]} "
    rows: list[Row] = [
        [(lead, styles.of(palette.accent, palette.bar, bold=True)), (fit(" · ".join(parts), width - 4), bar)]
    ]
    if event.start < event.end:
        rows += labelled("passage", _passage(event, article, styles), styles, width)
    if event.kind == TOLD and judgement.told is not None:
        rows += labelled("why", [(judgement.told.why, text)], styles, width)
    rows += labelled("page", [(_page(judgement), text)], styles, width)
    warning = styles.of(palette.tones["conflict"].mark, bold=True)
    for reason in judgement.warnings:
        rows += labelled(f"{marks.DATE_DOUBTED} date", [(one_line(reason), warning)], styles, width)
    return cut(rows, styles, width, height, more)


def _page(judgement: PageDateCheck) -> str:
    """The page's own date, or what stands for it."""
    if judgement.published:
        return f"dated {day(judgement.published)}"
    if judgement.told:
        return f"no date; its words put it on {days(judgement.told.first, judgement.told.last)}"
    return "no date"


def _said(
    event: TimelineEvent,
    article: AnalysedArticle,
    judgement: PageDateCheck,
    styles: Styles,
    behind: str,
    room: int,
) -> Row:
    """What a row says: the statement with the words of its date underlined, or what the mark means.

    A statement whose date would not be seen in ``room`` cells begins with an ellipsis.
    """
    palette = styles.palette
    text, faint = styles.of(palette.text, behind), styles.of(palette.faint, behind)
    if event.kind == PUBLISHED:
        return [("the page’s date  ", faint), (one_line((article.title or "")[:LONGEST]), text)]
    if event.kind == TOLD:
        why = judgement.told.why if judgement.told else ""
        return [("its words’ day  ", faint), (one_line(why), text)]
    marked = styles.of(palette.strong, behind, bold=True, underline=True)
    start = event.start
    if event.words[1] - start >= room:
        start = max(start, event.words[0] - room // 2)
        start = article.text.find(" ", start, event.words[0]) + 1 or start
    lead = [("… ", faint)] if start > event.start else []
    return [*lead, *_marked(article.text, (start, event.end), event.words, text, marked)]


def _passage(event: TimelineEvent, article: AnalysedArticle, styles: Styles) -> Row:
    """The sentence around the statement, which is brighter, with the words of the date underlined."""
    palette = styles.palette
    faint, strong = styles.of(palette.faint), styles.of(palette.strong)
    marked = styles.of(palette.strong, bold=True, underline=True)
    start, end = _sentence(article, event.start, event.end)
    before, after = article.text[start : event.start], article.text[event.end : end]
    said = _marked(article.text, (event.start, event.end), event.words, strong, marked)
    return [
        ("“" + spaced(before[-LONGEST:]).lstrip(), faint),
        *said,
        (spaced(after[:LONGEST]).rstrip() + "”", faint),
    ]


def _marked(text: str, passage: Range, words: Range, plain: Style, marked: Style) -> Row:
    """A passage in one row, these words of it in another style."""
    start, end = passage[0], min(passage[1], passage[0] + LONGEST)
    first, last = max(start, min(words[0], end)), max(start, min(words[1], end))
    parts = ((start, first, plain), (first, last, marked), (last, end, plain))
    return [(spaced(text[a:b]), style) for a, b, style in parts if a < b]


def _sentence(article: AnalysedArticle, start: int, end: int) -> Range:
    """The sentences that a passage lies in."""
    sentences = article.sentences
    first = bisect_right(sentences, start, key=lambda s: s[0]) - 1
    last = bisect_left(sentences, end, key=lambda s: s[0]) - 1
    if first < 0 or last < first:
        return start, end
    return min(start, sentences[first][0]), max(end, sentences[last][1])


def _fitted(runs: Row, width: int, blank: Style) -> Row:
    """Runs in exactly ``width`` cells, cut with an ellipsis."""
    fitted, room = [], width
    for text, style in runs:
        space = " " if text[:1] == " " else ""
        shown = text if cell_len(text) <= room else space + fit(text, room - len(space))
        fitted.append((shown, style))
        room -= cell_len(shown)
        if shown != text or room <= 0:
            break
    return [*fitted, (" " * max(0, room), blank)]

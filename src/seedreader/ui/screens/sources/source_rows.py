"""One source in one row of the Sources screen, in columns that line up, and the chosen one whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.article import Mark
from seedreader.story.source_profiles import SourceProfile
from seedreader.text.format_dates import day, days, edge
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.evidence.evidence_rows import UNATTRIBUTED
from seedreader.ui.terminal_text import column, fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.labelled import cut, labelled
from seedreader.ui.widgets.row_widget import Row
from seedreader.ui.widgets.source_numbers import numbers

LEAD = 2
"""Cells before the columns: chosen, in doubt."""
SORTED = "▼"
"""Stands beside the name of the column that the list is sorted by."""
SAID = 80
"""Cells of a name or a speaker at most."""
MARKED = {"excerpt": "an excerpt", "cut": "cut off at the end", "notice": "notice"}
"""What is said of a text that is marked."""
VOICES = 12
"""Speakers that are told one by one."""


class SourceColumn(NamedTuple):
    """A column: its title, the order that it stands for, its cells, whether figures, and what it tells."""

    title: str
    order: str
    width: int
    figures: bool
    told: Callable[[SourceProfile], str]


def columns(width: int) -> list[SourceColumn]:
    """The columns that fit, the last one with what is left."""
    wide = width >= 110
    name = max(12, min(28, width // 5))
    found = [
        SourceColumn("", "", 4, True, lambda p: str(p.number + 1)),
        SourceColumn("source", "order", name, False, lambda p: p.article.outlet or p.article.name),
        SourceColumn("date", "date", 14, False, _date),
    ]
    if width >= 56:
        found.append(SourceColumn("words", "length", 8, True, lambda p: f"{p.words:,}"))
    if width >= 72:
        found.append(SourceColumn("boilerplate", "boilerplate", 13, True, lambda p: f"{100 * p.share:.0f} %"))
    found.append(SourceColumn("claims", "claims", 8, True, lambda p: str(p.claims)))
    if width >= 72:
        found.append(
            SourceColumn(marks.MARKS["conflict"], "conflicts", 4, True, lambda p: str(p.conflicts or ""))
        )
    if width >= 80:
        found.append(SourceColumn(" origin", "origin", 10, False, _origin))
    used = LEAD + sum(each.width for each in found)
    rest = max(0, width - used)
    if wide:
        found.append(SourceColumn("cites", "", rest // 2, False, _cited))
        rest -= found[-1].width
    return [*found, SourceColumn("title", "", rest, False, lambda p: p.article.title or "")]


def header(order: str, styles: Styles, width: int) -> Row:
    """The names of the columns, the one that the list is sorted by marked."""
    palette = styles.palette
    bar, here = styles.of(palette.faint, palette.bar), styles.of(palette.strong, palette.bar, bold=True)
    row: Row = [(" " * LEAD, bar)]
    for each in columns(width):
        chosen = each.order == order
        title = f"{each.title}{SORTED}" if chosen else each.title
        row.append((_cell(title, each), here if chosen else bar))
    return row


def row(profile: SourceProfile, styles: Styles, width: int, chosen: bool) -> Row:
    """One source."""
    palette = styles.palette
    behind = palette.cursor if chosen else palette.background
    warned = bool(profile.judgement.warnings)
    colours = {
        "order": palette.strong,
        "conflicts": palette.tones["conflict"].mark,
        "date": palette.tones["conflict"].mark if warned else palette.text,
        "origin": palette.tones["copy"].mark,
    }
    return [
        (marks.CURSOR if chosen else " ", styles.of(palette.accent, behind)),
        (marks.DATE_DOUBTED if warned else " ", styles.of(palette.tones["conflict"].mark, behind, bold=True)),
        *(
            (_cell(each.told(profile), each), styles.of(colours.get(each.order, palette.text), behind))
            for each in columns(width)
        ),
    ]


def detail(
    profile: SourceProfile,
    articles: Sequence[AnalysedArticle],
    styles: Styles,
    width: int,
    height: int,
    more: str,
) -> list[Row]:
    """All that there is to know of a source, what is in doubt first."""
    palette = styles.palette
    text, bar = styles.of(palette.text), styles.of(palette.text, palette.bar)
    warning = styles.of(palette.tones["conflict"].mark, bold=True)
    article = profile.article
    name = f" {profile.number + 1} {fit(article.outlet or article.name, SAID)} "
    rows: list[Row] = [
        [
            (name, styles.of(palette.accent, palette.bar, bold=True)),
            (fit(article.title or "no title", max(0, width - cell_len(name) - 1)), bar),
        ]
    ]
    for reason in profile.judgement.warnings:
        rows += labelled(f"{marks.DATE_DOUBTED} date", [(one_line(reason), warning)], styles, width)
    for label, said in _facts(profile, articles).items():
        rows += labelled(label, [(said, text)], styles, width)
    return cut(rows, styles, width, height, more)


def _facts(profile: SourceProfile, articles: Sequence[AnalysedArticle]) -> dict[str, str]:
    """What there is to tell, by label."""
    facts = {
        "dates": _dates(profile),
        "claims": _claims(profile),
        "cites": _voices(profile),
        "origin": _shared(profile, articles),
        "length": _length(profile),
        "marked": fit("; ".join(map(_marked, profile.article.marks)), 5 * SAID),
        "from": fit(" · ".join(filter(None, _origins(profile.article))), 5 * SAID),
    }
    return {label: said for label, said in facts.items() if said}


def _origins(article: AnalysedArticle) -> tuple[str | None, ...]:
    """Where it was read and written, and by whom."""
    member = article.source.member if article.source else None
    by = f"by {article.author}" if article.author else None
    return article.path, member, by, article.dateline


def _marked(mark: Mark) -> str:
    """What its format says of the whole text."""
    return f"{MARKED[mark.kind]}{f': {mark.detail}' if mark.detail else ''}"


def _voices(profile: SourceProfile) -> str:
    """Who says what it says: those with a name, those without, and itself."""
    if not profile.claims:
        return ""
    named = [f"{fit(v.name, SAID)} {v.claims}" for v in profile.cited_speakers if v.named]
    others = [f"{fit(v.name, SAID)} {v.claims}" for v in profile.cited_speakers if not v.named]
    own = f"{_share(profile.own, profile)} {UNATTRIBUTED}"
    claims = f"of {count(profile.claims, 'claim')}, "
    parts = [f"{_share(profile.named, profile)} by name: {_listed(named)}"] if named else []
    parts += [f"{_share(profile.unnamed, profile)} without a name: {_listed(others)}"] if others else []
    return claims + "; ".join([*parts, own])


def _listed(said: Sequence[str]) -> str:
    more = f" and {len(said) - VOICES} more" if len(said) > VOICES else ""
    return ", ".join(said[:VOICES]) + more


def _share(number: int, profile: SourceProfile) -> str:
    return f"{number} ({100 * number / max(1, profile.claims):.0f} %)"


def _dates(profile: SourceProfile) -> str:
    """The page's date, and the days inside it."""
    judgement = profile.judgement
    parts = [f"page dated {day(judgement.published)}" if judgement.published else "no date on the page"]
    if judgement.told:
        parts.append(f"its words put it on {days(judgement.told.first, judgement.told.last)}")
    if judgement.dated and judgement.first and judgement.last:
        bounds = (
            f"from {edge(judgement.first, first=True)} to {edge(judgement.last, first=False)}"
            if judgement.first != judgement.last
            else f"all of {day(judgement.first)}"
        )
        parts.append(f"{count(judgement.dated, 'dated statement')} {bounds}")
    if judgement.after:
        parts.append(f"{judgement.after} of days after its own")
    return "; ".join(parts)


def _claims(profile: SourceProfile) -> str:
    kinds = ", ".join(f"{kind} {number}" for kind, number in profile.kinds)
    conflicts = (
        f"; {marks.MARKS['conflict']} {count(profile.conflicts, 'conflict')}" if profile.conflicts else ""
    )
    return f"{count(profile.claims, 'claim')}{': ' if kinds else ''}{kinds}{conflicts}"


def _shared(profile: SourceProfile, articles: Sequence[AnalysedArticle]) -> str:
    if not profile.shared:
        return "its own: no other source carries this text" if len(articles) > 1 else ""
    others = [f"{n + 1} {fit(articles[n].outlet or articles[n].name, SAID)}" for n in profile.shared]
    return f"{marks.MARKS['copy']} carries one text with {_listed(others)}"


def _length(profile: SourceProfile) -> str:
    noise = ", ".join(f"{kind} {number:,}" for kind, number in profile.noise)
    total = f"{100 * profile.share:.0f} % of {len(profile.article.text):,} characters is boilerplate"
    return f"{count(profile.words, 'word')}; {total}{': ' if noise else ''}{noise}"


def _date(profile: SourceProfile) -> str:
    """The page's date; where it has none, the day that its words give, with its mark."""
    judgement = profile.judgement
    if judgement.published:
        return day(judgement.published)
    return f"{marks.WORDS_DATE} {day(judgement.told.first)}" if judgement.told else "no date"


def _origin(profile: SourceProfile) -> str:
    if not profile.shared:
        return " own"
    return f" {marks.MARKS['copy']} {numbers(number + 1 for number in profile.shared)}"


def _cited(profile: SourceProfile) -> str:
    """The two most quoted, those with a name before others."""
    voices = sorted(profile.cited_speakers, key=lambda voice: not voice.named)
    said = [f"{one_line(voice.name[:SAID])} {voice.claims}" for voice in voices]
    return ", ".join(said[:2]) or (UNATTRIBUTED if profile.claims else "")


def _cell(text: str, each: SourceColumn) -> str:
    """A column's text in its cells: figures to the right."""
    if not each.figures or each.width < 2:
        return column(text, each.width)
    shown = fit(text, each.width - 1)
    return " " * (each.width - 1 - cell_len(shown)) + shown + " "

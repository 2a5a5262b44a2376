"""One source in one row of the Sources screen, in columns that line up, and the chosen one whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.article import BY_READER, UNREAD, Mark
from seedreader.ingest import notices
from seedreader.story.source_profiles import SourceProfile
from seedreader.text import languages, media_types
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
MARKED = {
    "excerpt": "an excerpt",
    "cut": "cut off at the end",
    UNREAD: "so long that it is compared only when you ask",
}
"""What is said of a text that is not whole; a notice speaks for itself."""
BOTH_FROM = 110
"""Width from which the share of boilerplate has a column beside the format."""
CITES_FROM = 140
"""Width from which whom a source cites has a column."""
READ = "✓"
"""Stands behind the number of a source that was read."""
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
    name = max(12, min(28, width // 5))
    found = [
        SourceColumn("", "", 4, True, lambda p: str(p.number + 1)),
        SourceColumn("source", "order", name, False, lambda p: p.article.outlet or p.article.name),
        SourceColumn("date", "date", 14, False, _date),
    ]
    if width >= 56:
        found.append(SourceColumn("words", "length", 8, True, lambda p: f"{p.words:,}"))
    if width >= 72:
        found.append(SourceColumn("format", "", 13 if width < BOTH_FROM else 16, False, _format))
    if width >= BOTH_FROM:
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
    if width >= CITES_FROM:
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


def row(profile: SourceProfile, styles: Styles, width: int, chosen: bool, read: bool = False) -> Row:
    """One source; one that was ``read`` has a mark behind its number."""
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
            (
                _cell(f"{each.told(profile)}{READ if read and not each.title else ''}", each),
                styles.of(colours.get(each.order, palette.text), behind),
            )
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
    keys: str = "",
    read: bool = False,
) -> list[Row]:
    """All that there is to know of a source, what is in doubt first; ``keys`` open and copy its address."""
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
    if article.marks:
        rows += labelled(
            "marked", [(fit("; ".join(map(_marked, article.marks)), 5 * SAID), warning)], styles, width
        )
    for reason in profile.judgement.warnings:
        rows += labelled(f"{marks.DATE_DOUBTED} date", [(one_line(reason), warning)], styles, width)
    if read:
        rows += labelled("read", [("to its end, or marked as read", text)], styles, width)
    for label, said in _facts(profile, articles, keys).items():
        rows += labelled(label, [(said, text)], styles, width)
    return cut(rows, styles, width, height, more)


def _facts(profile: SourceProfile, articles: Sequence[AnalysedArticle], keys: str) -> dict[str, str]:
    """What there is to tell, by label."""
    article = profile.article
    facts = {
        "from": _where(article),
        "address": _address(article, keys),
        "known": _known(article),
        "dates": _dates(profile),
        "claims": _claims(profile),
        "cites": _voices(profile),
        "origin": _shared(profile, articles),
        "length": _length(profile),
    }
    return {label: said for label, said in facts.items() if said}


def _where(article: AnalysedArticle) -> str:
    """What was read: the format, the file and what it is in it, and when whoever made that got the text."""
    member = article.source.member if article.source else None
    file = " › ".join(fit(each, 2 * SAID) for each in (article.path, member) if each)
    got = f"captured {day(article.retrieved)} {article.retrieved:%H:%M}" if article.retrieved else ""
    return " · ".join(filter(None, (media_types.name(article.media_type), got, file)))


def _address(article: AnalysedArticle, keys: str) -> str:
    """Its address, and the keys that open and copy it."""
    if not article.url:
        return ""
    return f"{_by(fit(article.url, 3 * SAID), article.provenance.url)} · {keys}"


def _known(article: AnalysedArticle) -> str:
    """What is known of it, each with what told it."""
    told = article.provenance
    language = languages.name(article.language) if article.language else ""
    values = (
        (article.outlet or "", told.outlet),
        (f"by {fit(article.author, SAID)}" if article.author else "", told.author),
        (f"published {day(article.published)}" if article.published else "", told.published),
        (f"updated {day(article.updated)}" if article.updated else "", told.updated),
        (f"from {article.dateline}" if article.dateline else "", told.dateline),
        (language, told.language),
        ("its title" if article.title else "", told.title),
    )
    return " · ".join(_by(fit(value, SAID), by) for value, by in values if value)


def _by(value: str, told_by: str | None) -> str:
    if told_by == BY_READER:
        return f"{value} (by you)"
    return f"{value} ({fit(told_by, SAID)})" if told_by else value


def _format(profile: SourceProfile) -> str:
    """What has to be said of the text, and its format."""
    article = profile.article
    return " ".join([*notices.words(article), media_types.name(article.media_type)])


def _marked(mark: Mark) -> str:
    """What its format says of the whole text."""
    said = MARKED.get(mark.kind, "")
    return ": ".join(filter(None, (said, mark.detail)))


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
    if profile.versions and any(
        articles[n].source in articles[profile.number].readings for n in profile.versions
    ):
        same = numbers(n + 1 for n in profile.versions)
        return f"{marks.MARKS['copy']} the same source as {same}, by you: they count once"
    if profile.versions:
        same = numbers(n + 1 for n in profile.versions)
        return f"{marks.MARKS['copy']} the same source as {same}, read at another time: they count once"
    others = [f"{n + 1} {fit(articles[n].outlet or articles[n].name, SAID)}" for n in profile.shared]
    return f"{marks.MARKS['copy']} carries one text with {_listed(others)}"


def _length(profile: SourceProfile) -> str:
    boilerplate = ", ".join(f"{kind} {number:,}" for kind, number in profile.boilerplate)
    total = f"{100 * profile.share:.0f} % of {len(profile.article.text):,} characters is boilerplate"
    return f"{count(profile.words, 'word')}; {total}{': ' if boilerplate else ''}{boilerplate}"


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

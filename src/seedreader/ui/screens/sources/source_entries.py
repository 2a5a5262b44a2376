"""What the Sources screen lists: the profile of each source, what the filter looks at, and the orders."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import NamedTuple

from seedreader.ingest import notices
from seedreader.session import filter_syntax
from seedreader.session.source_filter import SourceFilter, stretch
from seedreader.story.source_profiles import SourceProfile
from seedreader.text import media_types
from seedreader.text.fold_case import fold
from seedreader.ui.screens import story_filter

NAMES = ("source", "year", "is", "since", "until", "outlet", "word")
"""What the filter takes beside words."""
_SYNTAX = filter_syntax.syntax(NAMES)
STATES: dict[str, Callable[[SourceEntry], bool]] = {
    "doubted": lambda row: bool(row.profile.judgement.warnings),
    "undated": lambda row: row.profile.judgement.published is None,
    "shared": lambda row: bool(row.profile.shared),
    "conflicting": lambda row: row.profile.conflicts > 0,
    "partial": lambda row: row.profile.article.partial is not None,
    "marked": lambda row: bool(row.profile.article.marks),
    "read": lambda row: row.read,
    "unread": lambda row: not row.read,
}
"""What ``is:`` takes."""
ORDERS: dict[str, Callable[[SourceProfile], tuple[object, ...]]] = {
    "order": lambda profile: (profile.number,),
    "date": lambda profile: (profile.judgement.day or date.max,),
    "length": lambda profile: (-profile.words,),
    "boilerplate": lambda profile: (-profile.share,),
    "claims": lambda profile: (-profile.claims,),
    "conflicts": lambda profile: (-profile.conflicts,),
    "origin": lambda profile: (-len(profile.shared), profile.origin),
}
"""What the list can be sorted by, and how; the order of the story decides between equals."""


class SourceEntry(NamedTuple):
    """A profile with its source's folded name, and all that the filter's words are looked for in, folded.

    ``read`` is whether the reader has read it.
    """

    profile: SourceProfile
    name: str
    words: str
    read: bool = False


def listed(profiles: Sequence[SourceProfile], order: str, read: Collection[int] = ()) -> list[SourceEntry]:
    """A row for each profile, sorted by one of `ORDERS`; ``read`` are the numbers of those that were read."""
    return [
        _row(profile)._replace(read=profile.number in read)
        for profile in sorted(profiles, key=lambda p: (*ORDERS[order](p), p.number))
    ]


def selected(rows: Sequence[SourceEntry], text: str) -> list[SourceEntry]:
    """The rows that a filter lets through: of several sources, years or states any will do."""
    wanted = filter_syntax.tokens(text, _SYNTAX)
    if not wanted:
        return list(rows)
    words, sources, years, states, since, until, outlets, inside = (
        [token.value for token in wanted if token.name == name] for name in ("", *NAMES)
    )
    chosen = SourceFilter(
        max((days[0] for days in map(stretch, since) if days), default=None),
        min((days[1] for days in map(stretch, until) if days), default=None),
        tuple(outlets),
        tuple(inside),
    )
    return [
        row
        for row in rows
        if all(word in row.words for word in words)
        and _any(sources, row, _is_source)
        and _any(years, row, _is_of)
        and _any(states, row, _is)
        and (chosen.is_empty or chosen.allows(row.profile.article))
    ]


def _row(profile: SourceProfile) -> SourceEntry:
    article = profile.article
    name = article.outlet or article.name
    about = (
        name,
        article.name,
        article.title or "",
        article.path or "",
        article.author or "",
        article.url or "",
        media_types.name(article.media_type),
        *notices.words(article),
        *(v.name for v in profile.cited_speakers),
    )
    return SourceEntry(profile, fold(name), fold(" ".join("\n".join(about).split())))


def _any(values: Sequence[str], row: SourceEntry, fits: Callable[[SourceEntry, str], bool]) -> bool:
    return not values or any(fits(row, value) for value in values)


def _is_source(row: SourceEntry, value: str) -> bool:
    return story_filter.is_source(value, row.profile.number + 1, row.name)


def _is_of(row: SourceEntry, value: str) -> bool:
    """Whether a source was written in a stretch of time, by its page or by its words."""
    stretch, judgement = story_filter.stretch(value), row.profile.judgement
    days = (judgement.published, judgement.day)
    return stretch is not None and any(day is not None and stretch[0] <= day <= stretch[1] for day in days)


def _is(row: SourceEntry, value: str) -> bool:
    return any(name.startswith(value) and state(row) for name, state in STATES.items())

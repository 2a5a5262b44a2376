"""A chosen subset of sources: by date, outlet or word."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from seedreader.article import Article
from seedreader.text.fold_case import fold

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class SourceFilter(NamedTuple):
    """Lets sources through that were published from ``since`` to ``until``, of one of the ``outlets``, and in
    which all ``words`` stand. Outlets and words are folded; a part of a name will do."""

    since: date | None = None
    until: date | None = None
    outlets: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def allows(self, article: Article) -> bool:
        """Whether an article is let through; one without a day is not where days are asked for."""
        if self.since is not None or self.until is not None:
            day = article.day
            if day is None or day < (self.since or day) or day > (self.until or day):
                return False
        outlet = fold(article.outlet or article.name)
        if self.outlets and not any(each in outlet for each in self.outlets):
            return False
        return not self.words or _has_all(article, self.words)

    @property
    def is_empty(self) -> bool:
        """Whether everything is let through."""
        return self == SourceFilter()

    def __str__(self) -> str:
        parts = [f"since:{self.since}"] if self.since else []
        parts += [f"until:{self.until}"] if self.until else []
        parts += [f"outlet:{each}" for each in self.outlets]
        return " ".join([*parts, *self.words])


def source_filter(
    since: str | None = None,
    until: str | None = None,
    outlets: Iterable[str] = (),
    words: Iterable[str] = (),
) -> SourceFilter:
    """A filter of what a person wrote. Raises ValueError for what is no day, month or year."""
    first, last = (stretch(each) if each else None for each in (since, until))
    for written, found in ((since, first), (until, last)):
        if written and found is None:
            raise ValueError(f"“{written}” is no day, month or year: write 2025-03-21, 2025-03 or 2025")
    return SourceFilter(
        first and first[0], last and last[1], tuple(map(fold, outlets)), tuple(map(fold, words))
    )


def stretch(value: str) -> tuple[date, date] | None:
    """The first and last day of "2025", "2025-03" or "2025-03-21"; None for what is none of these."""
    match = _DAY.fullmatch(value.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        assert year is not None
        if day is not None and month is not None:
            return date(year, month, day), date(year, month, day)
        if month is not None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def _has_all(article: Article, words: Iterable[str]) -> bool:
    about = fold("\n".join((article.title or "", article.outlet or "", article.name, article.text)))
    return all(word in about for word in words)

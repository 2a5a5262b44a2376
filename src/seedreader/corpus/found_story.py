"""A story as it was found among many articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from seedreader.article import Article


@dataclass(frozen=True)
class FoundStory:
    articles: tuple[Article, ...]

    @cached_property
    def name(self) -> str:
        return next((a.title for a in self.articles if a.title), self.articles[0].name)

    @cached_property
    def _days(self) -> list[date]:
        return sorted(a.day for a in self.articles if a.day)

    @property
    def first_day(self) -> date | None:
        return self._days[0] if self._days else None

    @property
    def last_day(self) -> date | None:
        return self._days[-1] if self._days else None

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        return tuple(o for o, _ in Counter(a.outlet or a.name for a in self.articles).most_common())

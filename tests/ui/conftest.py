"""The sample articles for tests of the screens: read and analysed once for all that a worker runs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from seedreader.article import Article, Correction
from seedreader.ingest.load_files import load
from seedreader.story.computed_story import ComputedStory
from tests.conftest import SEEDS


@pytest.fixture(scope="session")
def read_once() -> tuple[tuple[Article, ...], ComputedStory]:
    """The sample articles, wherever the project is, and all that is computed of them."""
    loaded = load(sorted(SEEDS.glob("*.txt"))).articles
    given = tuple(replace(article, path=Path(article.path or "").name) for article in loaded)
    known = ComputedStory(given, {})
    _ = known.links, known.origins
    return given, known


@pytest.fixture
def samples(
    read_once: tuple[tuple[Article, ...], ComputedStory], monkeypatch: pytest.MonkeyPatch
) -> tuple[Article, ...]:
    """The sample articles. A story of them as they are is there at once; any other is analysed as ever."""
    given, known = read_once

    def computed(
        articles: Sequence[Article],
        corrections: Mapping[Article, Sequence[Correction]],
        unread: Collection[int] = (),
    ) -> ComputedStory:
        as_they_are = tuple(articles) == given and not corrections and not unread
        return known if as_they_are else ComputedStory(articles, corrections, unread)

    monkeypatch.setattr("seedreader.story.ComputedStory", computed)
    return given

"""The third step: which articles tell of one event.

Up to `EXACT` articles all are looked at together, as the reader does. Of more, windows are: the next articles
by day, beside those in stories that share rare words with them. An article joins a story that it is found
with, stories that are found to be one become one, and none is ever torn apart. Each window is kept in a
transaction, and what is not in a story yet is the next.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from seedreader.article import Article, SourceId
from seedreader.corpus.constraints import Constraints
from seedreader.corpus.file import article_values, similar_articles
from seedreader.corpus.file.opening import transaction
from seedreader.corpus.file.progress import Step, Tell
from seedreader.corpus.found_story import FoundStory
from seedreader.corpus.stories import find_stories

EXACT = 10_000
"""Articles up to which all are looked at together."""

WINDOW = 5_000
"""New articles of a window, of more."""

BESIDE = 5_000
"""Articles in stories that are looked at beside a window."""

OF_ONE_STORY = 5
"""How many of them stand for one story at most: those that share most."""

TITLED = 200
"""Articles of a story whose titles it may be named after."""


class Placed(NamedTuple):
    """An article with its id and, where it has one, its story."""

    id: int
    story: int | None
    article: Article


def find(database: sqlite3.Connection, tell: Tell) -> None:
    """Put every article into a story."""
    (of, placed) = database.execute("SELECT count(*), count(story) FROM articles").fetchone()
    while placed < of:
        tell(Step("Finding stories", placed / of, f"{placed:,} of {of:,} articles"))
        new = _new(database, EXACT if of <= EXACT else WINDOW)
        with transaction(database):
            _place(database, new, _beside(database, new))
        placed += len(new)


def _new(database: sqlite3.Connection, most: int) -> list[Placed]:
    rows = database.execute(
        "SELECT id, story, data FROM articles WHERE story IS NULL ORDER BY day, input, piece, place LIMIT ?",
        (most,),
    )
    return [Placed(id, story, article_values.to_article(data)) for id, story, data in rows]


def _beside(database: sqlite3.Connection, new: Sequence[Placed]) -> list[Placed]:
    """The articles in stories that share rare words with these, a few of each story, the nearest first."""
    if database.execute("SELECT 1 FROM stories LIMIT 1").fetchone() is None:
        return []
    near = sorted(similar_articles.near(database, [each.article for each in new]))
    taken: Counter[int] = Counter()
    found: list[Placed] = []
    for _, id, story in near:
        taken[story] += 1
        if taken[story] <= OF_ONE_STORY and len(found) < BESIDE:
            (data,) = database.execute("SELECT data FROM articles WHERE id = ?", (id,)).fetchone()
            found.append(Placed(id, story, article_values.to_article(data)))
    return found


def _place(database: sqlite3.Connection, new: Sequence[Placed], beside: Sequence[Placed]) -> None:
    sources: defaultdict[int, set[SourceId]] = defaultdict(set)
    for each in beside:
        if each.story is not None and each.article.source is not None:
            sources[each.story].add(each.article.source)
    by_article = {id(each.article): each for each in (*beside, *new)}
    groups = find_stories(
        [each.article for each in (*beside, *new)], Constraints(tuple(map(frozenset, sources.values())))
    )
    (following,) = database.execute("SELECT coalesce(max(id), 0) + 1 FROM stories").fetchone()
    touched: list[int] = []
    for group in groups:
        members = [by_article[id(article)] for article in group]
        stories = sorted({each.story for each in members if each.story is not None})
        coming = [each.id for each in members if each.story is None]
        if not coming and len(stories) == 1:
            continue
        story = stories[0] if stories else following
        following += not stories
        for other in stories[1:]:
            database.execute("UPDATE articles SET story = ? WHERE story = ?", (story, other))
            forget(database, other)
            database.execute("DELETE FROM stories WHERE id = ?", (other,))
        database.executemany("UPDATE articles SET story = ? WHERE id = ?", ((story, each) for each in coming))
        touched.append(story)
    for story in touched:
        forget(database, story)
        _describe(database, story)


def forget(database: sqlite3.Connection, story: int) -> None:
    """Drop what a story came to."""
    database.execute("DELETE FROM claims WHERE story = ?", (story,))
    database.execute("DELETE FROM conflicts WHERE story = ?", (story,))


def _describe(database: sqlite3.Connection, story: int) -> None:
    """Note what is known of a story before it is compared; one article by itself is never compared."""
    first, last, articles = database.execute(
        "SELECT min(nullif(day, '')), max(nullif(day, '')), count(*) FROM articles WHERE story = ?", (story,)
    ).fetchone()
    titles = database.execute(
        "SELECT name, title FROM articles WHERE story = ? ORDER BY day, input, piece, place LIMIT ?",
        (story, TITLED),
    )
    alone = 1 if articles == 1 else None
    database.execute(
        "INSERT OR REPLACE INTO stories (id, name, first, last, articles, sources, origins)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (story, _name(titles), first, last, articles, alone, alone),
    )


def _name(titles: Iterable[tuple[str, str | None]]) -> str:
    return FoundStory([Article("", name, title=title) for name, title in titles]).name

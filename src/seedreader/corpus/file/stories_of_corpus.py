"""The stories of a corpus, told as those of a folder are (`corpus.collection`): read from the file at once.

No text is read. Of a corpus of very many stories the first in the list's order are told: those of several
articles before those of one, the largest first.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from seedreader.article import Article, EventDecision, SourceId
from seedreader.corpus.collection import (
    ArticlesRead,
    Collection,
    Event,
    Finished,
    StoriesFound,
    StoriesSummarised,
    StorySummarised,
)
from seedreader.corpus.file import queries
from seedreader.corpus.file.opening import CorpusError, is_corpus, to_read
from seedreader.corpus.file.stored_article import StoredArticle, stored, whole
from seedreader.corpus.summaries import StorySummary, summarise
from seedreader.text.plurals import count

MOST_ARTICLES = 50_000
"""Articles that are listed; more would fill the memory and no list."""


def is_one(collection: Collection) -> bool:
    """Whether what is to be read is a corpus file."""
    return len(collection.paths) == 1 and is_corpus(Path(collection.paths[0]))


def opened(path: Path, story: int | None) -> tuple[str, tuple[Article, ...]]:
    """The name and the articles of a story, whole; without a number the file's name and none.

    Raises `CorpusError` where it is no corpus, or has no such story.
    """
    with to_read(path) as database:
        if story is None:
            return path.name, ()
        name = queries.story_row(database, story).name
        return name, whole(of_story(database, path, story))


def read(
    collection: Collection, tell: Callable[[Event], None], wanted: Callable[[], bool] = lambda: True
) -> None:
    """Tell the stories of a corpus as `collection.read` would; raises `CorpusError`."""
    path = Path(collection.paths[0])
    with to_read(path) as database:
        stories, articles = _listed(database, path)
        (of,) = database.execute("SELECT count(*) FROM stories").fetchone()
        summaries = {story: _summary(database, story) for story in stories}
    number = {id(article): n for n, article in enumerate(articles)}
    groups = {tuple(number[id(article)] for article in members): s for s, members in stories.items()}
    tell(ArticlesRead(tuple(articles), (), len(articles), len(articles)))
    if not wanted():
        return
    found = as_decided(list(groups), [article.source for article in articles], collection.decisions)
    tell(StoriesFound(tuple(found)))
    told = []
    for place, group in enumerate(found):
        summary, failure = summaries[groups[group]] if group in groups else (None, "")
        if group not in groups and len(group) > 1:
            summary, failure = _compared([articles[n] for n in group])
        told.append(StorySummarised(place, summary, failure))
    tell(StoriesSummarised(tuple(told)))
    left = of - len(stories)
    tell(
        Finished(
            (
                f"{count(left, 'story')} of one article or few are not listed; `seedreader corpus {path}"
                " --find WORDS` finds them.",
            )
            if left
            else ()
        )
    )


def _listed(
    database: sqlite3.Connection, path: Path
) -> tuple[dict[int, tuple[StoredArticle, ...]], list[StoredArticle]]:
    stories: dict[int, tuple[StoredArticle, ...]] = {}
    articles: list[StoredArticle] = []
    order = "SELECT id FROM stories ORDER BY articles > 1 DESC, articles DESC, id"
    for (story,) in database.execute(order):
        if len(articles) >= MOST_ARTICLES:
            break
        members = of_story(database, path, story)
        if members:
            stories[story] = members
            articles += members
    return stories, articles


def of_story(database: sqlite3.Connection, path: Path, story: int) -> tuple[StoredArticle, ...]:
    """The articles of a story, in order, without their texts."""
    rows = database.execute("SELECT * FROM article_rows WHERE story = ?", (story,))
    return tuple(stored(path, row) for row in rows)


def _summary(database: sqlite3.Connection, story: int) -> tuple[StorySummary | None, str]:
    sources, origins, claims, relations, failure = database.execute(
        "SELECT sources, origins, claims, relations, failure FROM stories WHERE id = ?", (story,)
    ).fetchone()
    if relations is None:
        return None, failure or ""
    return StorySummary(sources, origins, claims, json.loads(relations)), ""


def _compared(articles: Sequence[StoredArticle]) -> tuple[StorySummary | None, str]:
    """What a story comes to that the reader made."""
    try:
        return summarise(whole(articles)), ""
    except CorpusError as error:
        return None, str(error)


def as_decided(
    groups: Sequence[tuple[int, ...]],
    sources: Sequence[SourceId | None],
    decisions: Sequence[EventDecision],
) -> list[tuple[int, ...]]:
    """Groups of articles, by their places, as the reader's decisions, one after another, change them."""
    numbers: dict[SourceId, list[int]] = {}
    for number, source in enumerate(sources):
        if source is not None:
            numbers.setdefault(source, []).append(number)
    home = {number: at for at, group in enumerate(groups) for number in group}
    members: dict[int, set[int]] = {at: set(group) for at, group in enumerate(groups)}
    for decision in decisions:
        one, other = (
            {n for s in each for n in numbers.get(s, ())} for each in (decision.one, decision.other)
        )
        moved: dict[int, set[int]] = {}
        if decision.kind == "split":
            for number in one - other:
                if members[home[number]] & other:
                    moved.setdefault(home[number], set()).add(number)
            parts = list(moved.values())
        else:
            parts = [one | other] if one | other else []
        for part in parts:
            at = len(members)
            for number in part:
                members[home[number]].discard(number)
                home[number] = at
            members[at] = part
    return sorted((tuple(sorted(each)) for each in members.values() if each), key=lambda each: each[0])

"""An article of a corpus as a list needs it: without its text, which is fetched once the article is read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from seedreader.article import Article, SourceId
from seedreader.corpus.file import article_values
from seedreader.corpus.file.opening import to_read


@dataclass(frozen=True, eq=False)
class StoredArticle(Article):
    """Its text is ``""`` and its structure empty; ``corpus`` is the file that has it whole, as ``number``."""

    corpus: str = ""
    number: int = 0


def stored(corpus: Path, row: Sequence[str | None]) -> StoredArticle:
    """The article of a row of the view ``article_rows``."""
    number, uri, member, name, title, outlet, author, published, updated, language, url, _ = row
    return StoredArticle(
        "",
        name or "",
        title=title,
        outlet=outlet,
        published=date.fromisoformat(published) if published else None,
        updated=date.fromisoformat(updated) if updated else None,
        source=SourceId(uri, member) if uri else None,
        author=author,
        language=language,
        url=url,
        corpus=str(corpus),
        number=int(number or 0),
    )


def whole(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles with their texts, those that are whole as they are. Raises `CorpusError`."""
    wanted: dict[str, list[int]] = {}
    for article in articles:
        if isinstance(article, StoredArticle):
            wanted.setdefault(article.corpus, []).append(article.number)
    fetched: dict[tuple[str, int], Article] = {}
    for corpus, numbers in wanted.items():
        with to_read(Path(corpus)) as database:
            fetched |= {(corpus, number): article for number, article in of_numbers(database, numbers)}
    return tuple(
        fetched[article.corpus, article.number] if isinstance(article, StoredArticle) else article
        for article in articles
    )


def of_numbers(database: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[tuple[int, Article]]:
    """The articles with these ids, whole."""
    for number in numbers:
        row = database.execute("SELECT data FROM articles WHERE id = ?", (number,)).fetchone()
        if row is not None:
            yield number, article_values.to_article(row[0])

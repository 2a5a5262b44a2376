"""The second step: which articles of the whole corpus are near-copies of one another."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from seedreader.article import Article
from seedreader.corpus import near_copies
from seedreader.corpus.file import article_values
from seedreader.corpus.file.opening import transaction
from seedreader.corpus.file.progress import Step, Tell

TOLD_EVERY = 500
"""Articles between two words on how far it is."""

DONE = "families"
"""The state that tells of how many articles the families are."""


def find(database: sqlite3.Connection, tell: Tell) -> None:
    """Find the families anew where articles came since; kept as a whole or not at all."""
    (articles,) = database.execute("SELECT count(*) FROM articles").fetchone()
    done = database.execute("SELECT value FROM state WHERE name = ?", (DONE,)).fetchone()
    if done == (articles,):
        return
    ids: list[int] = []
    found = near_copies.find(_articles(database, ids, articles, tell))
    with transaction(database):
        database.execute("UPDATE articles SET family = NULL WHERE family IS NOT NULL")
        database.executemany(
            "UPDATE articles SET family = ? WHERE id = ?",
            ((ids[family.members[0]], ids[member]) for family in found for member in family.members),
        )
        database.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (DONE, articles))


def _articles(database: sqlite3.Connection, ids: list[int], of: int, tell: Tell) -> Iterator[Article]:
    """Each article, one at a time, in the order of the inputs; its id is put to ``ids``."""
    for id, data in database.execute("SELECT id, data FROM articles ORDER BY input, piece, place"):
        if len(ids) % TOLD_EVERY == 0:
            tell(Step("Looking for near-copies", None, f"{len(ids):,} of {of:,}"))
        ids.append(id)
        yield article_values.to_article(data)
    tell(Step("Looking for near-copies", None, "comparing"))

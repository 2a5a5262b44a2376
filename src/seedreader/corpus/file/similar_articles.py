"""Which articles of a corpus share rare words with others: by the index that it is searched with."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from heapq import nsmallest

from seedreader.article import Article

LOOKED_AT = 2_000
"""Characters of an article that are read: its event stands at its front."""

RAREST = 8
"""Words by which others are looked up."""

MOST_CARRIERS = 100
"""Articles that may use such a word: a commoner one tells little, and costs much."""

NEAREST = 4
"""Articles that are told for each."""

COUNTS_KEPT = 200_000
"""Words whose counts are kept ready."""

_WORD = re.compile(r"[^\W_]+")
_ASKED = (
    "SELECT rank, articles.id, story FROM words JOIN articles ON articles.id = words.rowid"
    " WHERE words MATCH ? AND story IS NOT NULL ORDER BY rank LIMIT ?"
)


def near(database: sqlite3.Connection, articles: Iterable[Article]) -> Iterator[tuple[float, int, int]]:
    """The articles in stories that share most with each of these: how near (less is nearer), id, story."""

    @lru_cache(maxsize=COUNTS_KEPT)
    def count(word: str) -> int:
        row = database.execute("SELECT doc FROM word_counts WHERE term = ?", (word,)).fetchone()
        return row[0] if row else 0

    for article in articles:
        counted = (
            (count(word), word) for word in _words(f"{article.title or ''} {article.text[:LOOKED_AT]}")
        )
        rare = nsmallest(RAREST, (each for each in counted if 1 < each[0] <= MOST_CARRIERS))
        if rare:
            asked = " OR ".join(f'"{word}"' for _, word in rare)
            yield from database.execute(_ASKED, (asked, NEAREST))


def _words(text: str) -> set[str]:
    """Words as the index has them: small letters without marks."""
    plain = unicodedata.normalize("NFD", text.lower())
    return set(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))

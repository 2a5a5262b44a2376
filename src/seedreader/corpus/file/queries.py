"""What is asked of a corpus: its largest stories, one story, words, what could not be read."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from seedreader.corpus.file import article_values
from seedreader.corpus.file.opening import CorpusError
from seedreader.corpus.file.story_findings import CarriedClaim, Contradiction, Said
from seedreader.ingest.errors import Problem

SNIPPET = 160
"""Characters around a word that was found."""

_TERM = re.compile(r'"([^"]+)"|([^\s"]+)')


class StoryRow(NamedTuple):
    """A story as `schema` has it."""

    id: int
    name: str
    first: str | None
    last: str | None
    articles: int
    compared: int
    failure: str | None
    sources: int | None
    origins: int | None
    claims: int | None
    conflicts: int | None


class Source(NamedTuple):
    """An article of a story: its id, what it is called, its day, and the first article of its text."""

    id: int
    name: str
    outlet: str | None
    title: str | None
    day: str
    origin: int | None


class WholeStory(NamedTuple):
    """A story with all that it came to."""

    story: StoryRow
    sources: tuple[Source, ...]
    claims: tuple[CarriedClaim, ...]
    conflicts: tuple[Contradiction, ...]


class Hit(NamedTuple):
    """A story in which words were found, in how many of its articles, and how the best one says them."""

    story: StoryRow
    articles: int
    best: Source
    words: str


def largest(database: sqlite3.Connection, most: int) -> list[StoryRow]:
    """The stories of most articles."""
    asked = "SELECT * FROM story_rows WHERE articles > 1 ORDER BY articles DESC, id LIMIT ?"
    return [StoryRow(*row) for row in database.execute(asked, (most,))]


def failed(database: sqlite3.Connection) -> Iterator[StoryRow]:
    """The stories that could not be compared."""
    asked = "SELECT * FROM story_rows WHERE failure IS NOT NULL ORDER BY id"
    return (StoryRow(*row) for row in database.execute(asked))


def problems(database: sqlite3.Connection) -> Iterator[Problem]:
    """What was wrong with inputs."""
    rows = database.execute("SELECT source, kind, detail, lost FROM problems ORDER BY rowid")
    return (Problem(source, kind, detail, (), lost) for source, kind, detail, lost in rows)


def story_row(database: sqlite3.Connection, story: int) -> StoryRow:
    """A story by its number. Raises `CorpusError` where there is none."""
    row = database.execute("SELECT * FROM story_rows WHERE id = ?", (story,)).fetchone()
    if row is None:
        raise CorpusError(f"There is no story {story} in this corpus; --find WORDS finds the numbers.")
    return StoryRow(*row)


def whole_story(database: sqlite3.Connection, story: int) -> WholeStory:
    """A story with all that it came to. Raises `CorpusError` where there is none."""
    row = story_row(database, story)
    sources = database.execute(
        "SELECT id, name, outlet, title, day, origin FROM articles WHERE story = ?"
        " ORDER BY day, input, piece, place",
        (story,),
    )
    claims = database.execute(
        "SELECT article, start, end, said, origins, against FROM claims WHERE story = ? ORDER BY rank",
        (story,),
    )
    conflicts = database.execute(
        "SELECT article, start, end, said, other_article, other_start, other_end, other_said, why, score"
        " FROM conflicts WHERE story = ? ORDER BY rank",
        (story,),
    )
    return WholeStory(
        row,
        tuple(Source(*each) for each in sources),
        tuple(CarriedClaim(Said(*each[:4]), *each[4:]) for each in claims),
        tuple(Contradiction(Said(*each[:4]), Said(*each[4:8]), *each[8:]) for each in conflicts),
    )


def find(database: sqlite3.Connection, wanted: str, most: int) -> tuple[list[Hit], int]:
    """The stories in whose articles all of the words stand, the best first; and how many articles have them.

    Words in double quotes stand together; one that ends in ``*`` is the beginning of a word.
    """
    terms = [phrase or word for phrase, word in _TERM.findall(wanted)]
    asked = " ".join(map(_quoted, terms))
    if not asked:
        raise CorpusError("Name words to be found.")
    (articles,) = database.execute("SELECT count(*) FROM words WHERE words MATCH ?", (asked,)).fetchone()
    hits = database.execute(
        "SELECT story, count(*), article, min(rank) FROM (SELECT articles.id AS article, story, rank"
        " FROM words JOIN articles ON articles.id = words.rowid WHERE words MATCH ? AND story IS NOT NULL)"
        " GROUP BY story ORDER BY min(rank), story LIMIT ?",
        (asked, most),
    ).fetchall()
    return [_hit(database, story, count, article, terms) for story, count, article, _ in hits], articles


def _quoted(term: str) -> str:
    """A term as FTS5 takes it, whatever stands in it."""
    inside, star, _ = term.partition("*")
    return '"{}"{}'.format(inside.replace('"', '""'), star)


def _hit(database: sqlite3.Connection, story: int, count: int, article: int, terms: list[str]) -> Hit:
    *values, data = database.execute(
        "SELECT id, name, outlet, title, day, origin, data FROM articles WHERE id = ?", (article,)
    ).fetchone()
    text = article_values.to_article(data).text
    places = (text.casefold().find(term.rstrip("*").casefold()) for term in terms)
    at = max(0, min((place for place in places if place >= 0), default=0) - SNIPPET // 2)
    words = " ".join(text[at : at + SNIPPET].split())
    return Hit(story_row(database, story), count, Source(*values), words)

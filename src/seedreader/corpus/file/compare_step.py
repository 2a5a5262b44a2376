"""The last step: each story of several articles is compared, by whatever executor there is.

A story is kept in a transaction with all that it comes to. Of a story of more than `MOST_COMPARED` articles
so many are compared, one of each family of near-copies first, spread over its days, and none of the length
of a book: the cost of all pairs has no bound.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from time import monotonic

from seedreader.corpus import worker_pool
from seedreader.corpus.file import story_findings
from seedreader.corpus.file.opening import transaction
from seedreader.corpus.file.progress import Step, Tell
from seedreader.corpus.file.story_findings import StoryFindings
from seedreader.corpus.file.story_step import forget
from seedreader.corpus.worker_pool import Outcome
from seedreader.text.plurals import count

MOST_COMPARED = 40
"""Articles of a story that are compared at most."""

MOST_BYTES = 200_000
"""Bytes of a packed article that is compared, some 400,000 characters: a book is of no story."""

CHUNK_BYTES = 20_000
"""Bytes of packed articles that a worker gets at once, some seconds of its time, and a story more."""

BATCH = 100
"""Stories that are looked up at once."""

KEPT_EVERY = 0.5
"""Seconds after which what was found is kept."""

Articles = tuple[tuple[int, bytes], ...]


def compare_all(
    database: sqlite3.Connection,
    make_executor: Callable[[], Executor | None],
    tell: Tell,
    workers: int = 0,
) -> None:
    """Compare all stories that were not compared yet."""
    left, stories = database.execute("SELECT coalesce(sum(articles), 0), count(*) FROM uncompared").fetchone()
    done = 0
    running: dict[int, Articles] = {}
    waiting: list[tuple[Outcome[StoryFindings], Articles]] = []
    last = monotonic()
    chunks = _chunks(database, running)
    outcomes = worker_pool.mapped(story_findings.compare, chunks, make_executor, workers_there=workers)
    for compared, outcome in enumerate(outcomes, 1):
        articles = running.pop(outcome.number)
        waiting.append((outcome, articles))
        done += len(articles)
        if monotonic() - last >= KEPT_EVERY:
            _keep(database, waiting)
            waiting, last = [], monotonic()
            counted = f"{compared:,} of {count(stories, 'story')}"
            tell(Step("Comparing", min(1.0, done / max(1, left)), counted))
    _keep(database, waiting)


def _chunks(
    database: sqlite3.Connection, running: dict[int, Articles]
) -> Iterator[list[tuple[int, Articles]]]:
    """What workers get; each story, by its id, is put into ``running``."""
    chunk: list[tuple[int, Articles]] = []
    size = after = 0
    while stories := database.execute(
        "SELECT id FROM uncompared WHERE id > ? ORDER BY id LIMIT ?",
        (after, BATCH),
    ).fetchall():
        for (story,) in stories:
            articles = running[story] = _articles(database, story)
            chunk.append((story, articles))
            size += sum(len(data) for _, data in articles)
            if size >= CHUNK_BYTES:
                yield chunk
                chunk, size = [], 0
        after = stories[-1][0]
    if chunk:
        yield chunk


def _articles(database: sqlite3.Connection, story: int) -> Articles:
    """What is compared of a story: all articles, or some from all over it."""
    rows = database.execute(
        "SELECT id, family, length(data) FROM articles WHERE story = ? ORDER BY day, input, piece, place",
        (story,),
    ).fetchall()
    rows = [row for row in rows if row[2] <= MOST_BYTES] or rows[:1]
    chosen = [id for id, *_ in rows]
    if len(chosen) > MOST_COMPARED:
        first = sorted({family or -id: n for n, (id, family, _) in reversed([*enumerate(rows)])}.values())
        chosen = [rows[n][0] for n in first] if len(first) >= MOST_COMPARED else chosen
        chosen = [chosen[n * len(chosen) // MOST_COMPARED] for n in range(MOST_COMPARED)]
    asked = "SELECT data FROM articles WHERE id = ?"
    return tuple((id, database.execute(asked, (id,)).fetchone()[0]) for id in chosen)


def _keep(database: sqlite3.Connection, outcomes: Sequence[tuple[Outcome[StoryFindings], Articles]]) -> None:
    with transaction(database):
        for outcome, articles in outcomes:
            if outcome.value is None:
                failure = outcome.failure.encode("utf-8", "replace").decode()
                database.execute("UPDATE stories SET failure = ? WHERE id = ?", (failure, outcome.number))
            else:
                _keep_story(database, outcome.number, outcome.value, len(articles))


def _keep_story(database: sqlite3.Connection, story: int, found: StoryFindings, compared: int) -> None:
    forget(database, story)
    database.executemany(
        "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((story, rank, *each.said, each.origins, each.against) for rank, each in enumerate(found.claims, 1)),
    )
    database.executemany(
        "INSERT INTO conflicts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (story, rank, *each.one, *each.other, each.why, each.score)
            for rank, each in enumerate(found.conflicts, 1)
        ),
    )
    _keep_origins(database, story, found.origins)
    (origins, articles) = database.execute(
        "SELECT count(DISTINCT origin), count(*) FROM articles WHERE story = ?", (story,)
    ).fetchone()
    sources, _, claims, relations = found.summary
    database.execute(
        "UPDATE stories SET compared = ?, sources = ?, origins = ?, claims = ?, conflicts = ?, relations = ?"
        " WHERE id = ?",
        (
            compared,
            articles - (compared - sources),
            origins,
            claims,
            found.summary.conflicts,
            json.dumps(relations),
            story,
        ),
    )


def _keep_origins(database: sqlite3.Connection, story: int, origins: Sequence[Sequence[int]]) -> None:
    """Note the origin of each article; one that was not compared has that of a near-copy, or its own."""
    of = {member: group[0] for group in origins for member in group}
    rows = database.execute(
        "SELECT id, family FROM articles WHERE story = ? ORDER BY id", (story,)
    ).fetchall()
    of_family = {family: of[id] for id, family in rows if family is not None and id in of}
    found = ((of.get(id, of_family.get(family, family or id)), id) for id, family in rows)
    database.executemany("UPDATE articles SET origin = ? WHERE id = ?", found)

"""The first step: inputs are listed, read by whatever executor there is, and their articles kept.

What was read is marked in the transaction that keeps its articles, so that a kill loses what was not kept
yet, which is read again, and nothing is there twice.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from seedreader.article import Article
from seedreader.corpus import worker_pool
from seedreader.corpus.file import article_values
from seedreader.corpus.file.opening import transaction
from seedreader.corpus.file.progress import Step, Tell
from seedreader.corpus.worker_pool import Outcome
from seedreader.ingest import chat_pages, load_files, pieces
from seedreader.ingest.errors import Problem
from seedreader.ingest.pieces import Piece
from seedreader.text.plurals import count

MOST_FILES = 5_000_000
"""Files of one folder that are read."""

LISTED_AT_ONCE = 5_000
"""Inputs that are listed in one transaction."""

BATCH = 500
"""Inputs that are looked up at once."""

CHUNK_FILES, CHUNK_BYTES = 50, 500_000
"""Files, and bytes of them, that a worker gets at once at most; a larger file goes alone."""

KEPT_EVERY = 0.5
"""Seconds after which what was read is kept."""

BROKE = "unreadable"
"""The kind of problem of an input that broke what read it."""

NO_PIECE = 0
"""The number of the piece of an input that is read as a whole."""


class Item(NamedTuple):
    """What is read at once: ``files`` that belong together, mostly one, or a ``piece`` of one.

    ``files`` are what was given and the path, as the system has them. ``inputs`` are their ids, ``reached``
    how many bytes of all inputs are read with it.
    """

    inputs: tuple[int, ...]
    files: tuple[tuple[str, str], ...]
    piece: Piece | None
    reached: int


class ReadArticle(NamedTuple):
    """An article as it comes into the corpus, in the order of the columns; ``text`` is to be searched."""

    uri: str | None
    member: str | None
    name: str
    title: str | None
    outlet: str | None
    author: str | None
    published: str | None
    updated: str | None
    language: str | None
    url: str | None
    day: str
    data: bytes
    text: str


class ReadItem(NamedTuple):
    """What came of an item."""

    articles: tuple[ReadArticle, ...]
    problems: tuple[Problem, ...]


# -- listing ---------------------------------------------------------------------------------------------


def list_inputs(database: sqlite3.Connection, paths: Sequence[str], tell: Tell) -> None:
    """Note which inputs there are; those that are noted already stay as they are."""
    coming = load_files.inputs(paths, MOST_FILES)
    listed = 0
    while some := list(islice(coming, LISTED_AT_ONCE)):
        with transaction(database):
            for given, found in some:
                if isinstance(found, Problem):
                    _keep_problem(database, found)
                    continue
                database.execute(
                    "INSERT OR IGNORE INTO inputs (given, path, real, size) VALUES (?, ?, ?, ?)",
                    (os.fsencode(given), os.fsencode(found), _real(found), _size(found)),
                )
        listed += len(some)
        tell(Step("Listing files", None, f"{listed:,}"))


def _real(path: Path) -> bytes:
    return blake2b(os.fsencode(os.path.realpath(path)), digest_size=12).digest()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0  # what is wrong is told where it is read


# -- reading ---------------------------------------------------------------------------------------------


def read(database: sqlite3.Connection, make_executor: Callable[[], Executor | None], tell: Tell) -> None:
    """Read all inputs that were not read yet."""
    (everything,) = database.execute("SELECT coalesce(sum(size), 0) FROM inputs").fetchone()
    running: dict[int, Item] = {}
    waiting: list[tuple[Item, ReadItem]] = []
    (articles,) = database.execute("SELECT count(*) FROM articles").fetchone()
    last = monotonic()
    for outcome in worker_pool.mapped(read_item, _chunks(database, running), make_executor):
        item = running.pop(outcome.number)
        found = outcome.value or _rescued(item, outcome, make_executor)
        waiting.append((item, found))
        articles += len(found.articles)
        if monotonic() - last >= KEPT_EVERY:
            _keep(database, waiting)
            waiting, last = [], monotonic()
            tell(Step("Reading", min(1.0, item.reached / max(1, everything)), count(articles, "article")))
    _keep(database, waiting)


def read_item(item: Item) -> ReadItem:
    """Read an item; any process can."""
    if item.piece is not None:
        found = [load_files.read_piece(Path(item.files[0][1]), item.piece)]
    else:
        named = [(given, Path(path)) for given, path in item.files]
        found = [each for each, _, _ in load_files.load_named(named)]
    return ReadItem(
        tuple(_read_article(article) for each in found for article in each.articles),
        tuple(problem for each in found for problem in each.problems),
    )


def _read_article(article: Article) -> ReadArticle:
    source = article.source
    title = _sound(article.title)
    return ReadArticle(
        _sound(source.uri) if source else None,
        _sound(source.member) if source else None,
        _sound(article.name) or "",
        title,
        _sound(article.outlet),
        _sound(article.author),
        article.published.isoformat() if article.published else None,
        article.updated.isoformat() if article.updated else None,
        article.language,
        _sound(article.url),
        article.day.isoformat() if article.day else "",
        article_values.of_article(article),
        _sound(article.text) or "",
    )


def _sound(text: str | None) -> str | None:
    """A text as SQLite takes it: without halves of characters."""
    return text and text.encode("utf-8", "replace").decode()


def _rescued(item: Item, failed: Outcome[ReadItem], make_executor: Callable[[], Executor | None]) -> ReadItem:
    """What can be read of an item that broke what read it: of a piece each record that does not."""
    if item.piece is None:
        return ReadItem((), tuple(_broken(path, failed) for _, path in item.files))
    records = list(pieces.records(item.piece))
    chunks = ([(n, item._replace(piece=record))] for n, record in enumerate(records))
    found = sorted(worker_pool.mapped(read_item, chunks, make_executor), key=lambda each: each.number)
    path = item.files[0][1]
    broken = [
        _broken(f"{path} › record {records[each.number].before + 1:,}", each, 1)
        for each in found
        if each.value is None
    ]
    read = [each.value for each in found if each.value is not None]
    return ReadItem(
        tuple(article for each in read for article in each.articles),
        (*(problem for each in read for problem in each.problems), *broken),
    )


def _broken(source: str, outcome: Outcome[ReadItem], lost: int | None = None) -> Problem:
    return Problem(source, BROKE, f"broke what read it: {outcome.failure}", lost=lost)


# -- what is to be read ----------------------------------------------------------------------------------


class _Input(NamedTuple):
    id: int
    given: str
    path: str
    size: int


def _chunks(database: sqlite3.Connection, running: dict[int, Item]) -> Iterator[list[tuple[int, Item]]]:
    """What workers get, each item by a number under which it is put into ``running``."""
    chunk: list[tuple[int, Item]] = []
    size = 0
    for number, (item, bytes_) in enumerate(_items(database)):
        running[number] = item
        chunk.append((number, item))
        size += bytes_
        if size >= CHUNK_BYTES or len(chunk) >= CHUNK_FILES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _items(database: sqlite3.Connection) -> Iterator[tuple[Item, int]]:
    (reached,) = database.execute("SELECT coalesce(sum(size), 0) FROM inputs WHERE done = 1").fetchone()
    for batch in _batches(database):
        chats = chat_pages.following([each.path for each in batch])
        later = {page for pages in chats.values() for page in pages}
        by_path = {each.path: each for each in batch}
        for each in batch:
            if each.path in later:
                continue
            if (cut := pieces.cut(Path(each.path))) is not None:
                yield from _pieces(database, each, cut, reached)
                reached += each.size
                continue
            together = [each, *(by_path[page] for page in chats.get(each.path, ()))]
            size = sum(one.size for one in together)
            reached += size
            files = tuple((one.given, one.path) for one in together)
            yield Item(tuple(one.id for one in together), files, None, reached), size


def _batches(database: sqlite3.Connection) -> Iterator[list[_Input]]:
    """The inputs that are not read, in order; the pages of a chat are not torn apart."""
    after = 0
    while True:
        batch: list[_Input] = []
        while not batch or chat_pages.is_page(batch[-1].path):
            rows = database.execute(
                "SELECT id, given, path, size FROM inputs WHERE done = 0 AND id > ? ORDER BY id LIMIT ?",
                (after, BATCH if not batch else 1),
            ).fetchall()
            if not rows:
                break
            batch += (
                _Input(id, os.fsdecode(given), os.fsdecode(path), *rest) for id, given, path, *rest in rows
            )
            after = batch[-1].id
        if not batch:
            return
        yield batch


def _pieces(
    database: sqlite3.Connection, each: _Input, cut: Iterator[Piece | Problem], before: int
) -> Iterator[tuple[Item, int]]:
    """The pieces of an input that were not read yet, and then, in the file, how many there are."""
    done = {n for (n,) in database.execute("SELECT number FROM pieces WHERE input = ?", (each.id,))}
    problems: list[Problem] = []
    number = 0
    for piece in cut:
        if isinstance(piece, Problem):
            problems.append(piece)
            continue
        number = piece.number + 1
        if piece.number not in done:
            reached = before + min(each.size, piece.reached)
            yield Item((each.id,), ((each.given, each.path),), piece, reached), len(piece.data)
    with transaction(database):
        for problem in problems:
            _keep_problem(database, problem)
        database.execute("UPDATE inputs SET pieces = ? WHERE id = ?", (number, each.id))
        _end_of_pieces(database, each.id)


# -- keeping ---------------------------------------------------------------------------------------------


def _keep(database: sqlite3.Connection, read: Sequence[tuple[Item, ReadItem]]) -> None:
    with transaction(database):
        for item, found in read:
            first = item.inputs[0]
            piece = item.piece.number if item.piece else NO_PIECE
            for place, article in enumerate(found.articles):
                _keep_article(database, (first, piece, place), article)
            for problem in found.problems:
                _keep_problem(database, problem)
            if item.piece is None:
                database.executemany("UPDATE inputs SET done = 1 WHERE id = ?", [(n,) for n in item.inputs])
            else:
                database.execute("INSERT INTO pieces VALUES (?, ?)", (first, piece))
                _end_of_pieces(database, first)


def _keep_article(database: sqlite3.Connection, at: tuple[int, int, int], article: ReadArticle) -> None:
    *values, text = article
    kept = database.execute(
        "INSERT INTO articles (input, piece, place, uri, member, name, title, outlet, author, published,"
        " updated, language, url, day, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*at, *values),
    )
    database.execute(
        "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (kept.lastrowid, article.title, text)
    )


def _keep_problem(database: sqlite3.Connection, problem: Problem) -> None:
    source, kind, detail = (_sound(each) or "" for each in (problem.source, problem.kind, problem.detail))
    database.execute(
        "INSERT OR IGNORE INTO problems VALUES (?, ?, ?, ?)", (source, kind, detail, problem.lost)
    )


def _end_of_pieces(database: sqlite3.Connection, input: int) -> None:
    """Note that an input is done once all its pieces are."""
    database.execute(
        "UPDATE inputs SET done = 1 WHERE id = :id AND pieces ="
        " (SELECT count(*) FROM pieces WHERE input = :id)",
        {"id": input},
    )
    database.execute(
        "DELETE FROM pieces WHERE input = :id AND (SELECT done FROM inputs WHERE id = :id) = 1", {"id": input}
    )

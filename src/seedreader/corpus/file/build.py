"""A corpus built from files: read, near-copies, stories, comparison; each step goes on where it ended.

Nothing holds all articles: the steps stream them through, or take as many as a window has.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

from seedreader.corpus import worker_pool
from seedreader.corpus.file import compare_step, near_copy_step, opening, reading, story_step
from seedreader.corpus.file.progress import Tell
from seedreader.corpus.file.totals import Totals, totals

ALONE_BELOW = 300_000
"""Bytes of all that is to be read, or articles pressed, from which on other processes share the work."""

MakeExecutor = Callable[[], Executor | None]


def build(
    file: Path,
    paths: Sequence[str],
    tell: Tell = lambda _: None,
    make_executor: MakeExecutor | None = None,
    workers: int = 0,
) -> Totals:
    """Build the corpus ``file`` of ``paths``, or go on with it; what it comes to.

    Files are read by processes of this machine, since they lie here. Stories are compared by the executors
    that ``make_executor`` makes, which have so many ``workers``: by default by such processes, too. Raises
    `CorpusError`; then, and whenever this is cut short, what is in the file is whole, and the same call goes
    on.
    """
    with opening.to_build(file) as database:
        reading.list_inputs(database, paths, tell)
        (unread,) = database.execute("SELECT coalesce(sum(size), 0) FROM inputs WHERE done = 0").fetchone()
        reading.read(database, _local(unread), tell)
        near_copy_step.find(database, tell)
        story_step.find(database, tell)
        compare_step.compare_all(database, make_executor or _local(_uncompared(database)), tell, workers)
        return totals(database)


def _local(size: int) -> MakeExecutor:
    """Processes of this machine where the work is worth them."""
    workers = worker_pool.workers()
    if size < ALONE_BELOW or workers == 1:
        return worker_pool.no_processes
    return partial(worker_pool.processes, workers)


def _uncompared(database: sqlite3.Connection) -> int:
    asked = "SELECT coalesce(sum(length(data)), 0) FROM articles WHERE story IN (SELECT id FROM uncompared)"
    return int(database.execute(asked).fetchone()[0])

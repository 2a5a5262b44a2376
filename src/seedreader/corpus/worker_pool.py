"""Work mapped over processes: in chunks, in any order, past a worker that dies, without any where need be.

Any `concurrent.futures` executor does the work; what breaks one is tried alone and told.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import suppress
from itertools import chain
from threading import Thread
from typing import Generic, NamedTuple, TypeVar

Item = TypeVar("Item")
Value = TypeVar("Value")

NICE = 10
"""How much workers yield to the keys (POSIX)."""

AHEAD = 2
"""Chunks for each worker that wait for it."""


class Outcome(NamedTuple, Generic[Value]):
    """What came of the item with this number: a value, or why there is none."""

    number: int
    value: Value | None
    failure: str = ""


def workers() -> int:
    """How many processes this machine has room for."""
    with suppress(AttributeError):
        return max(1, len(os.sched_getaffinity(0)))
    return max(1, os.cpu_count() or 1)


def processes(count: int) -> Executor | None:
    """A pool of fresh processes; None where the machine allows none, as in a sandbox."""
    try:
        return ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), _begin)
    except (OSError, ImportError, NotImplementedError):
        return None


def no_processes() -> None:
    """In place of `processes` where the work is not worth them."""


def mapped(
    work: Callable[[Item], Value],
    chunks: Iterable[Sequence[tuple[int, Item]]],
    make_executor: Callable[[], Executor | None],
    wanted: Callable[[], bool] = lambda: True,
    workers_there: int = 0,
) -> Iterator[Outcome[Value]]:
    """Do ``work``, which must be importable, on each numbered item; outcomes come as they are there.

    Ends early once nothing is ``wanted`` any more. A worker that dies takes its chunk's items with it: they
    are tried again one by one in another pool, and the one that kills that, too, is told. Chunks are asked
    for as workers (``workers_there``; else those of this machine) come to them: no more than a few are held.
    """
    executor = make_executor()
    coming = iter(chunks)
    if executor is None:
        yield from _without(work, coming, wanted)
        return
    again: list[list[tuple[int, Item]]] = []
    running: dict[Future[list[Outcome[Value]]], list[tuple[int, Item]]] = {}
    room = AHEAD * (workers_there or workers())
    try:
        while wanted():
            while len(running) < room:
                chunk = again.pop() if again else list(next(coming, ()))
                if not chunk:
                    break
                try:
                    running[executor.submit(_chunk, work, chunk)] = chunk
                except RuntimeError:  # it broke, or was shut down, since the last look
                    again.append(chunk)
                    break
            if not running and not again:
                return
            done, _ = wait(running, timeout=0.2, return_when=FIRST_COMPLETED)
            broken: list[list[tuple[int, Item]]] = []
            for future in done:
                chunk = running.pop(future)
                try:
                    yield from future.result()
                except (CancelledError, Exception):  # noqa: BLE001  # told below, for the item that did it
                    broken.append(chunk)
            if broken or (again and not running and not done):
                broken += running.values()
                running.clear()
                executor.shutdown(wait=False, cancel_futures=True)
                executor = make_executor()
                items = sorted((pair for chunk in broken for pair in chunk), key=lambda pair: pair[0])
                yield from _one_by_one(work, items, make_executor, wanted)
                if executor is None:
                    yield from _without(work, chain(again, coming), wanted)
                    return
    finally:
        if executor is not None:
            executor.shutdown(wait=False, cancel_futures=True)


def _without(
    work: Callable[[Item], Value],
    chunks: Iterable[Sequence[tuple[int, Item]]],
    wanted: Callable[[], bool],
) -> Iterator[Outcome[Value]]:
    """Do the work here, where there are no processes for it."""
    for chunk in chunks:
        for number, item in chunk:
            if not wanted():
                return
            yield _alone(work, number, item)


def _chunk(work: Callable[[Item], Value], chunk: Sequence[tuple[int, Item]]) -> list[Outcome[Value]]:
    return [_alone(work, number, item) for number, item in chunk]


def _alone(work: Callable[[Item], Value], number: int, item: Item) -> Outcome[Value]:
    try:
        return Outcome(number, work(item))
    except Exception as error:  # noqa: BLE001  # told with the item; the rest goes on
        return Outcome(number, None, f"{type(error).__name__}: {error}")


def _one_by_one(
    work: Callable[[Item], Value],
    items: Iterable[tuple[int, Item]],
    make_executor: Callable[[], Executor | None],
    wanted: Callable[[], bool],
) -> Iterator[Outcome[Value]]:
    """Try items of which one may kill a worker, each alone in a pool that is replaced where it dies."""
    executor: Executor | None = None
    try:
        for number, item in items:
            if not wanted():
                return
            executor = executor or make_executor()
            if executor is None:
                yield _alone(work, number, item)
                continue
            try:
                yield executor.submit(_chunk, work, [(number, item)]).result()[0]
            except Exception as error:  # noqa: BLE001  # told with the item
                yield Outcome(number, None, f"the worker process ended ({type(error).__name__})")
                executor.shutdown(wait=False, cancel_futures=True)
                executor = None
    finally:
        if executor is not None:
            executor.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    """Let a worker yield to the keys, write nothing on the screen, and end when the program does."""
    with suppress(AttributeError, OSError):
        os.nice(NICE)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

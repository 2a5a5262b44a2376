"""Work over processes: every item has one outcome, whatever happens to the workers."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

import pytest

from seedreader.corpus import worker_pool
from tests.corpus import errands

CHUNKS = [[(0, 10), (1, 11)], [(2, 12), (3, 13)], [(4, 14)]]


def threads() -> Executor:
    return ThreadPoolExecutor(2)


def outcomes(
    work: Callable[[int], int], make: Callable[[], Executor | None] = threads
) -> dict[int, tuple[int | None, str]]:
    found = [*worker_pool.mapped(work, CHUNKS, make)]
    assert len(found) == len({each.number for each in found})
    return {each.number: (each.value, each.failure) for each in found}


@pytest.mark.parametrize("make", [threads, worker_pool.no_processes])
def test_each_item_has_its_outcome_and_an_error_costs_only_its_own(make: Any) -> None:
    found = outcomes(errands.double, make)
    assert {number: value for number, (value, _) in found.items()} == {0: 20, 1: 22, 2: 24, 3: None, 4: 28}
    assert found[3][1] == "ValueError: unlucky"


def test_a_worker_that_dies_costs_only_the_item_that_killed_it() -> None:
    found = outcomes(errands.double_or_die, lambda: worker_pool.processes(2))
    assert {number: value for number, (value, _) in found.items()} == {0: 20, 1: 22, 2: 24, 3: None, 4: 28}
    assert "worker process ended" in found[3][1]


class Breaking(ThreadPoolExecutor):
    """Takes one chunk and then breaks."""

    taken = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.taken += 1
        if self.taken > 1:
            raise BrokenProcessPool("no more")
        return super().submit(fn, *args, **kwargs)


def test_a_pool_that_takes_no_more_work_is_replaced() -> None:
    found = outcomes(errands.double, lambda: Breaking(1))
    assert {number: value for number, (value, _) in found.items()} == {0: 20, 1: 22, 2: 24, 3: None, 4: 28}


def test_nothing_goes_on_once_it_is_not_wanted() -> None:
    wanted = iter([True, True, False])
    found = [*worker_pool.mapped(errands.double, CHUNKS, worker_pool.no_processes, lambda: next(wanted))]
    assert [each.number for each in found] == [0, 1]


def test_a_machine_without_processes_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("not here")

    monkeypatch.setattr(worker_pool, "ProcessPoolExecutor", refuse)
    assert worker_pool.processes(2) is None
    assert outcomes(errands.double, lambda: worker_pool.processes(2))[0] == (20, "")


@pytest.mark.skipif(not hasattr(os, "nice"), reason="POSIX")
def test_workers_yield_to_the_keys() -> None:
    executor = worker_pool.processes(1)
    assert executor is not None
    with executor:
        assert executor.submit(os.nice, 0).result() >= min(19, os.nice(0) + worker_pool.NICE)

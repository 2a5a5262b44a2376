"""The executor of a dask.distributed cluster, which is imported only to use one (the extra ``cluster``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from importlib import import_module
from typing import Any, NamedTuple

from seedreader.cache.engine_version import engine_version
from seedreader.corpus.file.build import MakeExecutor
from seedreader.corpus.file.opening import CorpusError

WAIT = 30
"""Seconds for which the scheduler is waited for."""


class Cluster(NamedTuple):
    """What makes executors on a cluster, and how many threads its workers have."""

    make_executor: MakeExecutor
    workers: int


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """A cluster by its scheduler's address. Raises `CorpusError` where it can't be used."""
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise CorpusError("--scheduler needs what `pip install 'seedreader[cluster]'` brings.") from error
    try:
        client = distributed.Client(address, timeout=WAIT, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise CorpusError(f"The scheduler {address} does not answer: {error}.") from error
    with client:
        _check(client, address)

        def make_executor() -> Executor:
            if client.status != "running":
                raise CorpusError(
                    f"The scheduler {address} is gone; what was compared is kept; the same command goes on."
                )
            return _ClusterExecutor(client.get_executor(pure=False))

        yield Cluster(make_executor, max(1, sum(client.nthreads().values())))


class _ClusterExecutor(Executor):
    """Dask's executor with the ``shutdown`` of others: waiting or not, it always cancels what waits."""

    def __init__(self, executor: Any) -> None:
        self._executor = executor

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = self._executor.submit(fn, *args, **kwargs)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._executor.shutdown(wait=wait)


def _check(client: Any, address: str) -> None:
    """Raise `CorpusError` where the workers don't have this very program."""
    if not client.nthreads():
        raise CorpusError(f"The scheduler {address} has no workers; start some (`dask worker {address}`).")
    try:
        versions = client.run(engine_version)
    except Exception as error:  # whatever the workers raise, most often that they lack the program
        raise CorpusError(
            f"The workers of {address} can't run seedreader ({error}); install it there."
        ) from error
    if other := [worker for worker, version in versions.items() if version != engine_version()]:
        raise CorpusError(f"The worker {other[0]} has another version of seedreader; install this one there.")

"""A corpus compared on a real dask.distributed cluster, one worker of which is killed in the middle.

Runs where `distributed` is installed: `make cluster`.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.corpus.file.corpora import as_files, contents, records

from seedreader.corpus.file import cluster, compare_step
from seedreader.corpus.file.build import build
from seedreader.corpus.file.opening import CorpusError
from seedreader.corpus.file.progress import Step


def test_without_dask_it_is_said_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CorpusError, match=r"pip install 'seedreader\[cluster\]'"), cluster.connected("x"):
        pass


@pytest.fixture
def local(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A cluster of two processes; each story goes to a worker by itself and is kept at once."""
    monkeypatch.setattr(compare_step, "CHUNK_BYTES", 1)
    monkeypatch.setattr(compare_step, "KEPT_EVERY", 0)
    distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as made,
        distributed.Client(made, set_as_default=False) as client,
    ):
        yield client


def many(copies: int) -> list[dict[str, str]]:
    """So many times the two events, each with other names and figures."""
    made = []
    for number in range(copies):
        own = f"{chr(65 + number % 26)}{chr(97 + number // 26)}"
        for record in records()[:6]:
            text = (
                record["text"]
                .replace("Santa Clara", f"{own}mara {own}lis")
                .replace("Port Alma", f"{own}borg")
            )
            text = text.replace("Porto Sul", f"{own}vik").replace("Ana Ruiz", f"{own}na {own}son")
            text = text.replace("140", str(1_000 + 7 * number)).replace("Blue Line", f"{own}shipping")
            made.append({**record, "title": f"{own} {record['title']}", "text": text})
    return made


@pytest.mark.filterwarnings("default")
def test_a_worker_that_is_killed_costs_nothing(local: Any, tmp_path: Path) -> None:
    folder = as_files(tmp_path / "news", many(20))
    build(tmp_path / "here.corpus", [str(folder)])
    killed: list[int] = []

    def kill_one(step: Step) -> None:
        if step.what == "Comparing" and not killed:
            assert step.done is not None and step.done < 0.5
            pids = local.run(os.getpid)
            killed.append(pids.popitem()[1])
            os.kill(killed[0], signal.SIGKILL)

    with cluster.connected(local.scheduler.address) as (make_executor, workers):
        assert workers == 2
        found = build(tmp_path / "there.corpus", [str(folder)], kill_one, make_executor, workers)
    assert killed
    assert found.finished
    assert found.failed == 0
    assert contents(tmp_path / "there.corpus") == contents(tmp_path / "here.corpus")


@pytest.mark.filterwarnings("default")
def test_a_scheduler_that_is_gone_is_said_and_the_rest_is_done_later(
    local: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "WAIT", 3)
    folder = as_files(tmp_path / "news", many(20))
    build(tmp_path / "here.corpus", [str(folder)])
    closed = False

    def close(step: Step) -> None:
        nonlocal closed
        if step.what == "Comparing" and not closed:
            closed = True
            local.cluster.close()

    with (
        pytest.raises(CorpusError, match="is gone"),
        cluster.connected(local.scheduler.address) as (make_executor, workers),
    ):
        build(tmp_path / "there.corpus", [str(folder)], close, make_executor, workers)
    build(tmp_path / "there.corpus", [str(folder)])
    assert contents(tmp_path / "there.corpus") == contents(tmp_path / "here.corpus")


def test_a_scheduler_that_does_not_answer_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    monkeypatch.setattr(cluster, "WAIT", 1)
    with pytest.raises(CorpusError, match="does not answer"), cluster.connected("tcp://127.0.0.1:1"):
        pass

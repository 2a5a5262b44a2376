"""A collection read by another process: the same is told, and it ends when it is to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from seedreader.corpus import collection
from seedreader.corpus.background import Background
from seedreader.corpus.collection import ArticlesRead, Collection, Event, Finished
from tests.corpus.test_collection import folder, of

__all__ = ["folder"]


def test_another_process_tells_the_same(folder: Path) -> None:
    here: list[Event] = []
    there: list[Event] = []
    collection.read(of(folder), here.append)
    Background(of(folder), there.append).run()
    assert [e for e in there if not isinstance(e, ArticlesRead)] == [
        e for e in here if not isinstance(e, ArticlesRead)
    ]
    texts = [
        [a.text for e in told if isinstance(e, ArticlesRead) for a in e.articles] for told in (here, there)
    ]
    assert texts[0] == texts[1]


def test_where_no_process_can_be_had_a_thread_reads(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("not here")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    told: list[Event] = []
    Background(of(folder), told.append).run()
    assert isinstance(told[-1], Finished)


def test_a_process_that_ends_early_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(RuntimeError, match="ended early"):
        Background(of(folder), lambda _: None).run()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
def test_stopping_ends_the_process_at_once(tmp_path: Path) -> None:
    place = tmp_path / "many"
    place.mkdir()
    for number in range(3_000):
        (place / f"{number}.txt").write_text(f"Report {number}\n\nThe council met on day {number}. " * 20)
    heard: list[Event] = []
    reading = Background(Collection(paths=(str(place),)), heard.append)
    thread = Thread(target=reading.run)
    thread.start()
    while reading._process is None:
        thread.join(0.01)
    reading.stop()
    thread.join()
    count = len(heard)
    assert reading._process.poll() is not None
    assert not any(isinstance(event, Finished) for event in heard)
    assert len(heard) == count


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
def test_it_ends_with_the_program_that_began_it(tmp_path: Path) -> None:
    """The program is killed: the one that reads for it may not go on for ever."""
    place = tmp_path / "many"
    place.mkdir()
    for number in range(2_000):
        (place / f"{number}.txt").write_text(f"Report {number}\n\nThe council met on day {number}. " * 20)
    program = (
        "import os, sys\n"
        "from seedreader.corpus.background import Background\n"
        "from seedreader.corpus.collection import Collection\n"
        "def hear(event):\n"
        "    print(reading._process.pid, flush=True)\n"
        "    os._exit(0)\n"
        "reading = Background(Collection(paths=(sys.argv[1],)), hear)\n"
        "reading.run()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(place)], capture_output=True, text=True, check=True
    )
    pid = int(done.stdout.split()[0])
    ended = Path(f"/proc/{pid}/stat")
    for _ in range(5_000):
        try:
            if ended.read_text().split(")")[1].split()[0] == "Z":
                return
        except FileNotFoundError:
            return
        os.sched_yield()
        subprocess.run(["true"], check=True)
    raise AssertionError("it went on")

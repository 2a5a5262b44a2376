"""What is being written in the program itself: an editor that fails, a kill during the save, what is told."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from seedreader.notebook import Notebook
from seedreader.notebook.drafts import Drafts
from tests.benchmarks.faults.outcome import ARTICLE, Outcome, save
from tests.benchmarks.faults.scenes import quiet
from tests.benchmarks.reader import READ, Reader
from tests.benchmarks.screen import Screen
from tests.benchmarks.terminal import Terminal

EDITORS = {
    "that fails and leaves an empty file": ': > "$1"; exit 1',
    "that leaves an empty file": ': > "$1"',
    "that removes the file": 'rm "$1"',
    "that is killed": "kill -9 $$",
}
TYPED = "who counted them"


def run(folder: Path, quick: bool) -> Iterator[Outcome]:
    """Each in a terminal."""
    article = folder / "mill.txt"
    article.write_text(ARTICLE.text)
    yield _editors(folder, article, 1 if quick else 3)
    yield _killed(article, 5 if quick else 60)
    yield _told(article, 1 if quick else 5)


def _editors(folder: Path, article: Path, times: int) -> Outcome:
    outcome = Outcome("an editor that fails, by Ctrl-O; then the note is saved")
    for number in range(times):
        for what, script in EDITORS.items():
            editor = folder / "editor"
            editor.write_text(f"#!/bin/sh\n{script}\n")
            editor.chmod(0o700)
            with _reading(article, EDITOR=str(editor), VISUAL=str(editor)) as (terminal, data):
                terminal.press("a", 0.1)
                terminal.press(TYPED, 0.1)
                _until(lambda data=data: TYPED in _drafts(data))
                terminal.press("\x0f", 1.0)
                if TYPED not in _drafts(data):
                    outcome.problems.append(f"{number}: after an editor {what} the draft has {_drafts(data)}")
                terminal.press("\r", 0.5)
                outcome.points += 1
                if TYPED not in _notes(data):
                    outcome.lost += 1
                    outcome.problems.append(f"{number}: an editor {what} took the text away: {_notes(data)}")
    return outcome


def _killed(article: Path, times: int) -> Outcome:
    """The last key is Enter, and the program is killed a moment later."""
    outcome = Outcome("typed, Enter at once, and kill -9 during the save")
    chance = random.Random(5)
    saved = 0
    for number in range(times):
        with _reading(article) as (terminal, data):
            terminal.press("a", 0.1)
            terminal.press(TYPED, 0.05)
            _until(lambda data=data: TYPED in _drafts(data))
            terminal.press("\r", 0)
            time.sleep(chance.random() * 0.08)
            os.kill(terminal.pid, signal.SIGKILL)
            terminal.until_quiet(0.3)
            noted, kept = TYPED in _notes(data), TYPED in _drafts(data)
            saved += noted
            outcome.points += 1
            if not (noted or kept):
                outcome.lost += 1
                outcome.problems.append(f"kill {number}: neither a note nor a draft")
    outcome.note = f"{saved} stood as a note, the others as a draft"
    return outcome


def _told(article: Path, times: int) -> Outcome:
    """A notice that comes with a save is told beside "Saved."; keys typed ahead leave it there."""
    outcome = Outcome("what happened to the notebook is told until it is seen")
    for number in range(times):
        for what, notice in (("deleted", "A new notebook has been begun"), ("replaced", "was replaced")):
            with _reading(article, before=True) as (terminal, data):
                path = data / "notebook.sqlite"
                if what == "deleted":
                    path.unlink()
                else:
                    save(quiet(data / "other.sqlite"), "another's")
                    (data / "other.sqlite").replace(path)
                screen = Screen()
                terminal.resize(200, 50, 0.2)
                chunks = terminal.resize(240, 60, 0.3) + terminal.press("a" + TYPED + "\r" + "jk", 1.0)
                for _, received in chunks:
                    screen.feed(received)
                shown = " ".join(" ".join(screen.lines).split())
                outcome.points += 1
                if notice not in shown:
                    outcome.problems.append(f"{number}: {what}: not told: {shown[-200:]}")
                time.sleep(1.6)
                for _, received in terminal.press("j", 0.5):
                    screen.feed(received)
                if notice in " ".join(" ".join(screen.lines).split()):
                    outcome.problems.append(f"{number}: {what}: still told after it was seen")
    return outcome


@contextmanager
def _reading(article: Path, before: bool = False, **environment: str) -> Iterator[tuple[Terminal, Path]]:
    """The program with an article open and read, and its folder of data; ``before``: a note is in it."""
    kept = {name: os.environ.get(name) for name in environment}
    os.environ.update(environment)
    try:
        reader = Reader([article])
        with reader as terminal:
            data = Path(reader.data)
            if before:
                save(quiet(data / "notebook.sqlite"), "before")
            terminal.until(READ, 30)
            terminal.until_quiet(0.2)
            yield terminal, data
    finally:
        for name, value in kept.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def _drafts(data: Path) -> list[str]:
    """What is kept of what is written; as a program finds it that starts when the other has ended."""
    texts = [draft.body for draft in Drafts(data / "drafts").every()]
    folder = data / "drafts"
    return texts + [found.read_text().split('"body": "')[1].split('"')[0] for found in folder.glob("*.json")]


def _notes(data: Path) -> list[str]:
    path = data / "notebook.sqlite"
    return [a.body for a in Notebook(path, lambda _: None).annotations()] if path.exists() else []


def _until(met) -> None:  # type: ignore[no-untyped-def]
    deadline = time.monotonic() + 20
    while not met():
        if time.monotonic() > deadline:
            raise TimeoutError("the draft never held what was typed")
        time.sleep(0.01)

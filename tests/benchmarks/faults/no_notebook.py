"""What stands in the notebook's place and is none, and a damaged journal: no command may hang."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from seedreader.notebook.safety import backups
from seedreader.notebook.storage import rollback_journal
from tests.benchmarks.faults.children import Child
from tests.benchmarks.faults.outcome import Outcome, save
from tests.benchmarks.faults.scenes import backed_up, interrupted, quiet

NOBODY = 65534
LONGEST = 20.0
"""Seconds in which each command must have answered."""

COMMANDS = (["notes", "check"], ["notes", "list"], ["notes", "backup"], ["notes", "export"])


def run(folder: Path, quick: bool) -> Iterator[Outcome]:
    """One line for each kind."""
    folder.chmod(0o755)
    yield _strange(folder, "a pipe for a notebook", os.mkfifo)
    yield _strange(folder, "a folder for a notebook", Path.mkdir)
    yield _unreadable(folder)
    yield _emptied(folder)
    yield _journal(folder, 3 if quick else 12)


def _strange(folder: Path, what: str, make: Callable[[Path], object]) -> Outcome:
    """It is refused with a sentence, and left as it is."""
    outcome = Outcome(what)
    path = folder / what / "notebook.sqlite"
    path.parent.mkdir()
    make(path)
    before = path.stat()
    _ask(outcome, path, refused=True)
    if path.stat() != before:
        outcome.problems.append("it was changed")
    return outcome


def _unreadable(folder: Path) -> Outcome:
    """As somebody who may not read it, and is not root."""
    outcome = Outcome("a notebook that may not be read")
    path = folder / "unreadable" / "notebook.sqlite"
    path.parent.mkdir()
    acknowledged = backed_up(path)
    path.chmod(0o000)
    for attempt in (quiet(path).annotations, lambda: save(quiet(path), "x"), lambda: backups.make(path)):
        child = Child(lambda _, attempt=attempt: _as_nobody(attempt))  # type: ignore[misc]
        child.go()
        ended = child.end()
        outcome.points += 1
        if not ended.how.startswith("refused"):
            outcome.problems.append(f"not refused with a sentence: {ended.how}")
    path.chmod(0o600)
    outcome.look(path, acknowledged)
    return outcome


def _emptied(folder: Path) -> Outcome:
    """It is told of, and all that was in it is in the backups."""
    outcome = Outcome("a notebook of 0 bytes beside backups")
    path = folder / "emptied" / "notebook.sqlite"
    path.parent.mkdir()
    acknowledged = backed_up(path)
    made = backups.make(path, "manual")
    os.truncate(path, 0)
    checked = _said(path, ["notes", "check"])
    outcome.points += 1
    if checked.returncode == 0 or "an empty file is in its place" not in checked.stdout + checked.stderr:
        outcome.problems.append(f"check: {checked.returncode} {checked.stdout[:300]}{checked.stderr[:300]}")
    told: list[str] = []
    notebook = quiet(path)
    notebook = type(notebook)(path, told.append)
    notebook.annotations()
    if not told:
        outcome.problems.append("nothing is told")
    added = save(notebook, "after")
    outcome.look(path, {added})
    backups.restore(path, made)
    outcome.look(path, acknowledged)
    return outcome


def _journal(folder: Path, times: int) -> Outcome:
    """The count of what a journal has is any number: it is no more than the file's size has room for."""
    outcome = Outcome("a journal with a damaged count of records")
    for number in range(times):
        path = folder / f"journal {number}" / "notebook.sqlite"
        path.parent.mkdir()
        acknowledged = interrupted(path)
        journal = rollback_journal.beside(path)
        content = bytearray(journal.read_bytes())
        count = (0xFFFFFFFF, 0xFFFFFFFE, 0x7FFFFFFF, 1 << (number + 8))[number % 4]
        content[8:12] = struct.pack(">I", count)
        journal.write_bytes(content)
        _ask(outcome, path, refused=False)
        outcome.look(path, acknowledged, f"count {count:#x}", damaged=True)
    return outcome


def _as_nobody(attempt: Callable[[], object]) -> None:
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    attempt()


def _ask(outcome: Outcome, path: Path, refused: bool) -> None:
    """Each command answers soon and in one sentence; no traceback."""
    for command in COMMANDS:
        outcome.points += 1
        try:
            answer = _said(path, command)
        except subprocess.TimeoutExpired:
            outcome.unreadable += 1
            outcome.problems.append(f"{' '.join(command)}: no answer within {LONGEST:.0f} s")
            continue
        said = answer.stdout + answer.stderr
        if "Traceback" in said or (refused and answer.returncode == 0):
            outcome.problems.append(f"{' '.join(command)}: status {answer.returncode}: {said[:300]}")


def _said(path: Path, command: list[str]) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SEEDREADER_DATA": str(path.parent)}
    return subprocess.run(
        [sys.executable, "-m", "seedreader", *command], env=environment, capture_output=True, text=True,
        timeout=LONGEST, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip

"""kill -9 at random moments, and going on with the same notebook."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from seedreader.notebook.safety import backups
from tests.benchmarks.faults.children import Child, Say
from tests.benchmarks.faults.outcome import Outcome, save
from tests.benchmarks.faults.scenes import first_version, quiet


def run(folder: Path, quick: bool) -> Iterator[Outcome]:
    """While saving, and while bringing a file of the first version up to date."""
    chance = random.Random(4)
    outcome = Outcome("kill -9 at random moments while saving")
    path = folder / "notebook.sqlite"
    acknowledged: set[str] = set()
    for number in range(40 if quick else 200):
        if number % 3 == 0:
            shutil.rmtree(backups.folder(path), ignore_errors=True)  # so that some are killed in a backup
        acknowledged |= _killed(path, chance.random() * 0.06)
        outcome.look(path, acknowledged, f"kill {number}")
        if number % 50 == 49:
            path.unlink()
            acknowledged = set()
    yield outcome
    outcome = Outcome("kill -9 at random moments of a migration")
    for number in range(20 if quick else 100):
        shutil.rmtree(folder)
        folder.mkdir()
        acknowledged = first_version(path, 40)
        acknowledged |= _killed(path, chance.random() * 0.06)
        outcome.look(path, acknowledged, f"kill {number}")
    yield outcome


def _killed(path: Path, seconds: float) -> set[str]:
    def work(say: Say) -> None:
        notebook = quiet(path)
        for number in range(100_000):
            say(save(notebook, f"note {number} {'x' * (number * 997 % 9000)}"))

    child = Child(work)
    child.go()
    time.sleep(seconds)
    child.kill()
    return set(child.end().lines)

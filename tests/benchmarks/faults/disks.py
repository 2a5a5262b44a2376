"""A disk that is full and then is not, and places where nothing can be written."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from seedreader.notebook import Notebook, NotebookError
from tests.benchmarks.faults.children import Child, Say
from tests.benchmarks.faults.outcome import Outcome, save
from tests.benchmarks.faults.scenes import backed_up, damaged, interrupted, quiet

NOBODY = 65534


def run(folder: Path, quick: bool) -> Iterator[Outcome]:
    """A disk of half a megabyte, with backups on it; a file, a folder and a disk that are read-only."""
    yield _full(folder / "full", 5 if quick else 25)
    yield _read_only(folder)


def _full(folder: Path, rounds: int) -> Outcome:
    outcome = Outcome("disk full, then freed")
    refused = 0
    with _mounted(folder, "size=512k"):
        path, ballast = folder / "data" / "notebook.sqlite", folder / "ballast"
        acknowledged: set[str] = set()
        for number in range(rounds):
            ballast.write_bytes(bytes(max(_free(folder) - 4096 * (number % 40 + 1), 0)))
            for size in (5000, 500, 50):
                try:
                    for _ in range(20):
                        acknowledged.add(save(quiet(path), "x" * size))
                except NotebookError:
                    refused += 1
            found = {a.id for a in quiet(path).annotations()}
            if missing := acknowledged - found:
                outcome.problems.append(f"while full: {len(missing)} not there")
            ballast.unlink()
            if _free(folder) < 100_000:
                break
            acknowledged = outcome.look(path, acknowledged, f"round {number}")
    outcome.note = f"{refused} saves refused with a sentence"
    return outcome


def _read_only(folder: Path) -> Outcome:
    outcome = Outcome("read-only file, folder and disk; whole, cut off, damaged")
    folder.chmod(0o755)
    for make in (backed_up, interrupted, damaged):
        for what in ("file", "folder", "disk"):
            place = folder / f"{make.__name__} {what}"
            with _mounted(place, "size=4m"):
                path = place / "notebook.sqlite"
                acknowledged = make(path)
                before = path.read_bytes()
                for each in (place, *place.rglob("*")):
                    os.chown(each, NOBODY, NOBODY)
                if what == "disk":
                    subprocess.run(["mount", "-o", "remount,ro", place], check=True)
                elif what == "file":
                    path.chmod(0o400)
                else:
                    place.chmod(0o500)
                child = Child(lambda say, path=path: _try(path, say))  # type: ignore[misc]
                child.go()
                ended = child.end()
                outcome.points += 1
                outcome.lost += len(acknowledged - set(ended.lines))
                if acknowledged - set(ended.lines):
                    outcome.problems.append(f"{place.name}: lost; {ended}")
                if "told read-only" not in ended.lines or not ended.how.startswith("refused"):
                    outcome.problems.append(f"{place.name}: {ended}")
                if path.read_bytes() != before:
                    outcome.problems.append(f"{place.name}: the file was changed")
    return outcome


def _try(path: Path, say: Say) -> None:
    """As somebody who is not root: look at the notebook, then save into it."""
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    told: list[str] = []
    notebook = Notebook(path, told.append)
    for annotation in notebook.annotations():
        say(annotation.id)
    if any("opens read-only" in sentence for sentence in told):
        say("told read-only")
    save(notebook, "can't be")


def _free(folder: Path) -> int:
    status = os.statvfs(folder)
    return status.f_bavail * status.f_bsize


@contextmanager
def _mounted(folder: Path, options: str) -> Iterator[None]:
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)

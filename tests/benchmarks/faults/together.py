"""Two and four processes that save into one notebook at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.faults.children import Child, Say
from tests.benchmarks.faults.outcome import Outcome, save
from tests.benchmarks.faults.scenes import damaged, first_version, quiet


def run(folder: Path, quick: bool) -> Iterator[Outcome]:
    """On a new file, on one of the first version, and on a damaged one, which all of them repair at once."""
    for name, make in (("a new file", None), ("an older file", first_version), ("a damaged file", damaged)):
        for writers in (2, 4):
            outcome = Outcome(f"{writers} processes saving at once into {name}")
            for number in range(2 if quick else 5):
                path = folder / f"{name} {writers} {number}" / "notebook.sqlite"
                path.parent.mkdir()
                acknowledged = make(path) if make else set()
                children = [Child(lambda say, path=path: _save(path, say, 25)) for _ in range(writers)]  # type: ignore[misc]
                for child in children:
                    child.go()
                for ended in [child.end() for child in children]:
                    acknowledged |= set(ended.lines)
                    if ended.how != "done" or len(ended.lines) != 25:
                        outcome.problems.append(f"{path.parent.name}: {len(ended.lines)} saved, {ended.how}")
                outcome.look(path, acknowledged, path.parent.name, damaged=make is damaged)
            outcome.points *= 25 * writers
            yield outcome
    yield _edited_at_once(folder, 2 if quick else 10)


def _edited_at_once(folder: Path, times: int) -> Outcome:
    """Four processes have one note open, and each saves what it made of it."""
    outcome = Outcome("4 processes editing one note at once")
    for number in range(times):
        path = folder / f"one note {number}" / "notebook.sqlite"
        save(quiet(path), "opened")
        (opened,) = quiet(path).annotations()
        written = [f"by {writer}" for writer in range(4)]
        children = [
            Child(lambda say, path=path, opened=opened, body=body: say(quiet(path).edit(opened, body).id))  # type: ignore[misc]
            for body in written
        ]
        for child in children:
            child.go()
        acknowledged = {line for child in children for line in child.end().lines}
        kept = {annotation.body for annotation in quiet(path).annotations()}
        outcome.lost += len(set(written) - kept)
        outcome.look(path, acknowledged, path.parent.name)
    outcome.points *= 4
    return outcome


def _save(path: Path, say: Say, count: int) -> None:
    notebook = quiet(path)
    for number in range(count):
        say(save(notebook, f"note {number}"))

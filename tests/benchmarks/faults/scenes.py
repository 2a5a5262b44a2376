"""What a notebook is doing when a fault comes: each makes its files anew, does its work and is looked at."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from seedreader.notebook import Notebook, NotebookError
from seedreader.notebook.safety import backups, recovery
from tests.benchmarks.faults.children import Say
from tests.benchmarks.faults.outcome import ARTICLE, Outcome, save
from tests.notebook import older
from tests.notebook.safety.test_faults import cut_off

T = TypeVar("T")
Work = Callable[[Path, Say], None]


def quiet(path: Path) -> Notebook:
    """A notebook that tells nobody."""
    return Notebook(path, lambda _: None)


class Scene:
    """A state of the files, made once and copied for each fault, and what is done to it."""

    def __init__(self, name: str, folder: Path, make: Callable[[Path], set[str]], work: Work) -> None:
        self.name = name
        self._made = folder / f"scene {name}"
        self._made.mkdir()
        self.acknowledged = make(self._made / "notebook.sqlite")
        self._work = work

    def copy(self, folder: Path) -> Path:
        """The files anew; returns where the notebook is."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self._made, folder)
        return folder / "notebook.sqlite"

    def work(self, path: Path) -> Callable[[Say], None]:
        """What a child does."""
        return lambda say: self._work(path, say)

    def look(self, outcome: Outcome, path: Path, said: set[str], where: str) -> None:
        """Look at what a fault has left."""
        outcome.look(path, self.acknowledged | said, where, damaged="repair" in self.name)


class RestoreScene(Scene):
    """Either the old notebook or the restored one may be there, and the old notes in one that was kept."""

    def look(self, outcome: Outcome, path: Path, said: set[str], where: str) -> None:
        found = outcome.look(path, (), where)
        for kept in path.parent.glob("notebook.replaced-*.sqlite"):
            found |= {a.id for a in quiet(kept).annotations()}
        if missing := self.acknowledged - found:
            outcome.lost += len(missing)
            outcome.problems.append(f"{where}: lost {len(missing)}")


def scenes(folder: Path) -> list[Scene]:
    """All scenes."""
    return [
        Scene("a save", folder, backed_up, saving),
        Scene("the first save of all", folder, lambda _: set(), saving),
        Scene("the first save of a day, with its backup", folder, some, saving),
        Scene("a migration, with its backup", folder, first_version, saving),
        Scene("a backup", folder, some, backing_up),
        RestoreScene("a restore", folder, backed_up, restoring),
        Scene("a repair and a save", folder, damaged, saving),
    ]


def some(path: Path) -> set[str]:
    """Five notes."""
    made = {save(quiet(path), f"note {number} {'x' * number * 900}") for number in range(5)}
    shutil.rmtree(backups.folder(path), ignore_errors=True)
    return made


def backed_up(path: Path) -> set[str]:
    """Five notes, a backup of today, and one more note."""
    return some(path) | {save(quiet(path), "after the backup")}


def damaged(path: Path) -> set[str]:
    """Notes in a file of which a page is gone; all of them are in the backup or elsewhere in the file."""
    made = some(path)
    backups.make(path, "daily")
    content = bytearray(path.read_bytes())
    content[8192:12288] = bytes(4096)
    path.write_bytes(content)
    assert recovery.is_damaged(path)
    return made


def interrupted(path: Path) -> set[str]:
    """Notes, and the journal of a save that was cut off."""
    made = backed_up(path)
    cut_off(path)
    return made


def saving(path: Path, say: Say) -> None:
    """Save three notes, saying the id of each once it is acknowledged."""
    notebook = quiet(path)
    for number in range(3):
        body = f"saved {number} {'y' * number * 2000}"
        say(_twice(lambda body=body: save(notebook, body)))  # type: ignore[misc]


def backing_up(path: Path, _: Say) -> None:
    """Make a backup."""
    _twice(lambda: backups.make(path))


def restoring(path: Path, _: Say) -> None:
    """Restore the newest backup."""
    _twice(lambda: backups.restore(path, backups.listed(path)[0].path))


def _twice(work: Callable[[], T]) -> T:
    """Do something again where it is refused: the fault is over by then, and the process is the same."""
    try:
        return work()
    except NotebookError:
        return work()


def first_version(path: Path, notes: int = 5) -> set[str]:
    """A file of the first version with some notes in it."""
    return set(older.first_version(path, ARTICLE.text, [f"old {n} {'z' * n * 700}" for n in range(notes)]))

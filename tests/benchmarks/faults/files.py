"""Files that come, go and change places while the notebook is open, and what must never change at all."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from seedreader.notebook import Code, Notebook, NotebookContents, NotebookError
from seedreader.notebook.safety import backups
from tests.benchmarks.faults.outcome import ARTICLE, Outcome, save
from tests.benchmarks.faults.scenes import backed_up, damaged, first_version, quiet
from tests.notebook.safety.test_faults import cut_off


def run(folder: Path, quick: bool) -> Iterator[Outcome]:
    """One line for each."""
    times = 5 if quick else 40
    for part in (_left_over_journal, _gone, _newer, _looked_at, _merged):
        shutil.rmtree(folder)
        folder.mkdir()
        yield part(folder, times)


def _left_over_journal(folder: Path, times: int) -> Outcome:
    """A save is cut off, and then a backup is put in place, by the program or by hand."""
    outcome = Outcome("left-over journal beside a restored backup")
    chance = random.Random(4)
    for number in range(times):
        for by_hand in (True, False):
            path = folder / f"{number} {by_hand}" / "notebook.sqlite"
            path.parent.mkdir()
            acknowledged = backed_up(path)
            backup = backups.make(path, "manual")
            for _ in range(chance.randrange(4)):
                save(quiet(path), "after the backup")
            cut_off(path)
            if by_hand:
                shutil.copyfile(backup, path)
            else:
                backups.restore(path, backup)
            if outcome.look(path, acknowledged, path.parent.name) != acknowledged:
                outcome.problems.append(f"{path.parent.name}: not what was in the backup")
    return outcome


def _gone(folder: Path, times: int) -> Outcome:
    outcome = Outcome("file deleted or replaced while open")
    for number in range(times):
        for what in ("deleted", "replaced", "folder deleted", "emptied"):
            path = folder / f"{number} {what}" / "notebook.sqlite"
            told: list[str] = []
            notebook = Notebook(path, told.append)
            for each in range(3):
                save(notebook, str(each))
            other = folder / "other.sqlite"
            acknowledged: set[str] = set()
            if what == "deleted":
                path.unlink()
            elif what == "replaced":
                acknowledged = {save(quiet(other), "of another notebook")}
                other.replace(path)
            elif what == "emptied":
                os.truncate(path, 0)
            else:
                shutil.rmtree(path.parent)
            acknowledged.add(save(notebook, "after"))
            if len(told) != 1 or not ("gone" in told[0] or "replaced" in told[0]):
                outcome.problems.append(f"{what}: told {told}")
            outcome.look(path, acknowledged, what)
    return outcome


def _newer(folder: Path, _: int) -> Outcome:
    outcome = Outcome("a notebook of a newer version, or of another program")
    for name, statement in (
        ("newer", "pragma user_version = 99"),
        ("other", "pragma application_id = 7; delete from annotations"),
        ("text", ""),
    ):
        path = folder / name / "notebook.sqlite"
        path.parent.mkdir()
        if name == "newer":
            backed_up(path)
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript("create table if not exists annotations (x)")
            connection.executescript(statement)
        if name == "text":
            path.write_text("Dear diary, " * 900)
        before = {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}
        for attempt in (
            lambda path=path: quiet(path).annotations(),
            lambda path=path: save(quiet(path), "x"),
        ):
            outcome.points += 1
            try:
                attempt()
                outcome.problems.append(f"{name}: not refused")
            except NotebookError:
                pass
        if before != {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}:
            outcome.problems.append(f"{name}: changed")
    return outcome


def _looked_at(folder: Path, times: int) -> Outcome:
    outcome = Outcome("looking leaves every byte as it is")
    for make in (backed_up, first_version, damaged):
        path = folder / make.__name__ / "notebook.sqlite"
        path.parent.mkdir()
        make(path)
        before = {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}
        for _ in range(times):
            notebook = quiet(path)
            versions = [a.target.version for a in notebook.annotations()]
            notebook.annotations(versions), notebook.tags(), notebook.recent_tags(9), notebook.contents()
            notebook.version_text(versions[0]), notebook.seen(), notebook.earlier_versions(ARTICLE)
            notebook.damaged()
            outcome.points += 1
        if before != {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}:
            outcome.problems.append(f"{make.__name__}: changed")
    return outcome


def _merged(folder: Path, times: int) -> Outcome:
    outcome = Outcome("importing twice; A into B and B into A")
    chance = random.Random(4)
    for number in range(times):
        one, two, both = (quiet(folder / str(number) / name / "notebook.sqlite") for name in "abc")
        for notebook in (one, two):
            for each in range(4):
                save(notebook, str(each))
        two.merge(one.contents())
        for notebook in (one, two):
            for annotation in chance.sample(one.annotations(), 2):
                notebook.edit(annotation, chance.choice("xyz"))
            notebook.delete(chance.sample(one.annotations(), 1))
            notebook.describe_tag(Code("tag", chance.choice("xyz")))
        a, b = one.contents(), two.contents()
        one.merge(b)
        two.merge(a)
        both.merge(a)
        both.merge(b)
        outcome.points += 1
        if not _same(one) == _same(two) == _same(both):
            outcome.problems.append(f"{number}: A into B differs from B into A")
        before = one.path.read_bytes()
        one.merge(a), one.merge(b), one.merge(two.contents())
        if one.path.read_bytes() != before:
            outcome.problems.append(f"{number}: importing again changed the file")
    return outcome


def _same(notebook: Notebook) -> NotebookContents:
    found = notebook.contents()
    return replace(
        found,
        annotations=tuple(sorted(found.annotations, key=lambda a: a.id)),
        seen=tuple(sorted(found.seen, key=repr)),
    )

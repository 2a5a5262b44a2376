"""What a run of faults came to, and how a notebook is looked at after one."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from seedreader.article import Article
from seedreader.notebook import Notebook, NotebookError

ARTICLE = Article(
    "The mill closed in May. Forty people lost work. The council met twice.", "Mill", "mill.txt"
)


@dataclass
class Outcome:
    """How many faults there were, how many acknowledged annotations were lost, how many notebooks could not
    be read or saved into afterwards, and whatever else should not be."""

    what: str
    points: int = 0
    lost: int = 0
    unreadable: int = 0
    problems: list[str] = field(default_factory=list)
    note: str = ""

    @property
    def good(self) -> bool:
        """Whether nothing was lost and nothing went wrong."""
        return not (self.lost or self.unreadable or self.problems)

    def __str__(self) -> str:
        line = f"{self.what:<58} {self.points:>6} {self.lost:>6} {self.unreadable:>10}   {self.note}".rstrip()
        more = len(self.problems) - 4
        return "\n".join(
            [line, *(f"    {each}" for each in self.problems[:4]), *[f"    and {more} more"] * (more > 0)]
        )

    def look(
        self, path: Path, acknowledged: Collection[str], where: str = "", damaged: bool = False
    ) -> set[str]:
        """Count what is missing of the acknowledged annotations, and whether the next save works.

        ``damaged``: whether the file is, so that a repair is nothing strange. Returns what was there before
        that save.
        """
        self.points += 1
        told: list[str] = []
        notebook = Notebook(path, told.append)
        try:
            found = {a.id for a in notebook.annotations()}
            self.lost += len(set(acknowledged) - found)
            if set(acknowledged) - found:
                self.problems.append(f"{where}: lost {len(set(acknowledged) - found)}")
            if not damaged and any("damaged" in sentence for sentence in told):
                self.problems.append(f"{where}: {told}")
            made = save(notebook, "afterwards")
            if made not in {a.id for a in notebook.annotations()}:
                self.problems.append(f"{where}: a save afterwards is not there")
            if fault := integrity(path):
                self.problems.append(f"{where}: {fault}")
        except NotebookError as error:
            self.unreadable += 1
            self.problems.append(f"{where}: {error}")
            return set()
        return found


def save(notebook: Notebook, body: str) -> str:
    """Save a note; returns its id once it is acknowledged."""
    return notebook.add(ARTICLE, [(4, 8)], "note", body).id


def integrity(path: Path) -> str:
    """What SQLite finds wrong with a file, or nothing."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            found = connection.execute("pragma integrity_check").fetchone()[0]
    except sqlite3.Error as error:
        return str(error)
    return "" if found == "ok" else str(found)

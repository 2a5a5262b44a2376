"""Small invented collections, corpora built of them, and what is in one, in whatever order it came."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from seedreader.corpus.file import build, opening

FERRY = (
    "Twelve people died when the ferry Santa Clara sank off Port Alma on Monday, the coast guard said. "
    "The ferry carried 140 passengers, the operator Blue Line told reporters. Divers look for survivors.",
    "The ferry Santa Clara sank off Port Alma on Monday, and fourteen people died, according to the coast "
    "guard. The operator Blue Line said that the ferry carried 140 passengers.",
    "The Santa Clara, a ferry of Blue Line, sank off Port Alma with 140 passengers on Monday.",
)
PIER = (
    "The harbour council of Porto Sul approved the new pier on Tuesday. The pier will cost 4 million euros, "
    "mayor Ana Ruiz said.",
    "Porto Sul will get a new pier for 6 million euros, mayor Ana Ruiz said after the harbour council "
    "approved the pier on Tuesday.",
)
ALONE = "Farmers of the northern hills brought in their hay after a week of rain. They hope for a dry August."


def records() -> list[dict[str, str]]:
    """Articles of two events and one by itself; one of them twice, in two outlets."""
    made = []
    for event, day, texts in (
        ("Ferry sinks", 3, (*FERRY, FERRY[0])),
        ("Pier", 9, PIER),
        ("Hay", 11, (ALONE,)),
    ):
        for number, text in enumerate(texts):
            made.append(
                {
                    "title": f"{event} {number}",
                    "text": text,
                    "outlet": f"{event} Post {number}",
                    "published": f"2025-03-{day + number % 3:02}",
                }
            )
    return made


def as_files(folder: Path, records: Iterable[dict[str, str]]) -> Path:
    """A folder with a file for each record."""
    folder.mkdir(exist_ok=True)
    for number, record in enumerate(records):
        (folder / f"{number:03}.json").write_text(json.dumps(record))
    return folder


def as_lines(file: Path, records: Iterable[dict[str, str]]) -> Path:
    """A file with a line for each record."""
    file.write_text("".join(f"{json.dumps(record)}\n" for record in records))
    return file


def contents(corpus: Path) -> dict[str, Any]:
    """What is in a corpus: not by its ids, which say in which order the work was done."""
    with opening.to_read(corpus) as database:
        titles = dict(database.execute("SELECT id, title || '/' || place FROM articles"))
        groups = {}
        for name, column in (("story", 0), ("family", 1), ("origin", 2)):
            found: dict[int, list[str]] = {}
            for id, *numbers in database.execute("SELECT id, story, family, origin FROM articles"):
                if numbers[column] is not None:
                    found.setdefault(numbers[column], []).append(titles[id])
            groups[name] = sorted(map(sorted, found.values()))
        return {
            **groups,
            "articles": sorted(titles.values()),
            "words": sorted(titles[id] for (id,) in database.execute("SELECT rowid FROM words")),
            "claims": sorted(database.execute("SELECT said, origins, against FROM claims")),
            "conflicts": sorted(database.execute("SELECT said, other_said, why FROM conflicts")),
            "stories": sorted(
                database.execute("SELECT name, articles, compared, sources, origins, conflicts FROM stories")
            ),
            "problems": sorted(database.execute("SELECT source, kind FROM problems")),
            "whole": database.execute("PRAGMA integrity_check").fetchone(),
        }


def main() -> None:
    """Build a corpus of a path, and be killed at the given statement."""
    corpus, path, statement = sys.argv[1:]
    left = int(statement)
    connect = sqlite3.connect

    def count(_: str) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def counting(name: Any, *args: Any, **kwargs: Any) -> sqlite3.Connection:
        database: sqlite3.Connection = connect(name, *args, **kwargs)
        if str(name):
            database.set_trace_callback(count)
        return database

    sqlite3.connect = counting  # type: ignore[assignment]
    build.build(Path(corpus), [path])


if __name__ == "__main__":
    main()

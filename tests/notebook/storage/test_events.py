"""What the reader says of which sources tell of one event is kept, and can be taken back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from seedreader.article import Article, EventDecision, SourceId
from seedreader.notebook import Notebook
from seedreader.notebook.storage import schema

ONE, TWO, THREE = (SourceId(f"file:///{n}.txt", None if n < 3 else "7") for n in (1, 2, 3))
MERGED = EventDecision("merge", (ONE,), (TWO, THREE))
SPLIT = EventDecision("split", (THREE,), (ONE, TWO))


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "notebook.sqlite")


def test_what_was_said_is_there_in_its_order(notebook: Notebook) -> None:
    notebook.decide_events([MERGED])
    notebook.decide_events([SPLIT, MERGED])
    assert Notebook(notebook.path).event_decisions() == (MERGED, SPLIT, MERGED)


def test_what_is_taken_back_is_the_newest_of_its_words(notebook: Notebook) -> None:
    notebook.decide_events([MERGED, SPLIT, MERGED])
    notebook.withdraw_event_decisions([MERGED])
    assert notebook.event_decisions() == (MERGED, SPLIT)
    notebook.withdraw_event_decisions([MERGED, SPLIT, SPLIT])
    assert notebook.event_decisions() == ()


def test_a_damaged_row_is_told_and_not_believed(notebook: Notebook) -> None:
    notebook.decide_events([MERGED, SPLIT])
    with closing(sqlite3.connect(notebook.path)) as connection, connection:
        connection.execute("update events set kind = 'split' where kind = 'merge'")
    assert notebook.event_decisions() == (SPLIT,)
    assert len(notebook.damaged()) == 1


def test_a_notebook_of_version_4_gets_the_table_and_keeps_its_notes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notebook.sqlite"
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:4])
        Notebook(path).add(Article("A word of mine.", "Mill", "mill.txt"), [(2, 6)], "note", "kept")
    assert Notebook(path).event_decisions() == ()
    Notebook(path).decide_events([MERGED])
    assert Notebook(path).event_decisions() == (MERGED,)
    assert [each.body for each in Notebook(path).annotations()] == ["kept"]

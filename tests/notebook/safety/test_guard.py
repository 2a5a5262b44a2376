"""What is told, and what is done, when something happens to the notebook's file while it is open."""

import logging
import os
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from seedreader.article import Article
from seedreader.notebook import Annotation, Notebook, NotebookError
from seedreader.notebook.safety import backups, health
from seedreader.notebook.storage import database, filesystem, locks

TEXT = "The mill closed in May. Forty people lost work. The council met twice."


def add(notebook: Notebook, body: str) -> Annotation:
    return notebook.add(Article(TEXT, "Mill", "mill.txt"), [(4, 8)], "note", body)


def bodies(notebook: Notebook) -> list[str]:
    return sorted(a.body for a in notebook.annotations())


def test_nothing_is_told_while_all_is_well(notebook: Notebook, told: list[str]) -> None:
    for body in ("one", "two"):
        add(notebook, body)
        notebook.annotations()
    assert told == []


def test_what_nobody_listens_to_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    notebook = Notebook(tmp_path / "notebook.sqlite")
    add(notebook, "one")
    notebook.path.unlink()
    add(notebook, "two")
    assert [record.levelno for record in caplog.records if record.name == "seedreader.notebook"] == [
        logging.WARNING
    ]


@pytest.mark.parametrize("how", ["deleted", "emptied", "folder deleted"])
def test_a_save_into_a_file_that_is_gone_begins_anew_and_says_so(
    notebook: Notebook, told: list[str], how: str
) -> None:
    add(notebook, "one")
    if how == "deleted":
        notebook.path.unlink()
    elif how == "emptied":
        os.truncate(notebook.path, 0)
    else:
        shutil.rmtree(notebook.path.parent)
    add(notebook, "two")
    add(notebook, "three")
    assert bodies(notebook) == ["three", "two"]
    assert len(told) == 1
    assert told[0].startswith("A new notebook has been begun. ")
    assert "there is no backup" in told[0]


def test_who_begins_anew_is_told_of_the_newest_backup(notebook: Notebook, told: list[str]) -> None:
    add(notebook, "one")
    made = backups.make(notebook.path)
    notebook.path.unlink()
    add(Notebook(notebook.path, told.append), "two")
    assert str(made) in told[0]
    assert "`seedreader notes restore`" in told[0]


def test_reading_a_file_that_is_gone_says_so(notebook: Notebook, told: list[str]) -> None:
    add(notebook, "one")
    notebook.path.unlink()
    assert notebook.annotations() == ()
    assert notebook.annotations() == ()
    assert len(told) == 1
    assert "is gone" in told[0]


def test_a_notebook_that_has_gone_since_is_missed(notebook: Notebook, told: list[str]) -> None:
    add(notebook, "one")
    made = backups.make(notebook.path)
    notebook.path.unlink()
    again = Notebook(notebook.path, told.append)
    assert again.annotations() == ()
    assert str(made) in told[0]
    assert health.warnings(notebook.path) == tuple(told)
    assert not notebook.path.exists()


def test_what_needs_the_file_that_is_gone_is_refused(notebook: Notebook) -> None:
    note = add(notebook, "one")
    notebook.path.unlink()
    with pytest.raises(NotebookError, match="is gone, and there is no backup"):
        notebook.edit(note, "edited")
    assert not notebook.path.exists()


@pytest.mark.parametrize("reading_first", [True, False])
def test_a_file_that_was_replaced_is_used_and_told_of(
    notebook: Notebook, told: list[str], tmp_path: Path, reading_first: bool
) -> None:
    add(notebook, "one")
    other = Notebook(tmp_path / "other.sqlite")
    add(other, "of another")
    other.path.replace(notebook.path)
    if reading_first:
        assert bodies(notebook) == ["of another"]
    add(notebook, "two")
    assert bodies(notebook) == ["of another", "two"]
    assert len(told) == 1
    assert "was replaced by another one while it was open" in told[0]


def test_a_save_whose_file_is_replaced_under_it_is_made_again(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Committed into a file that has no name any more, it would be acknowledged and gone."""
    add(notebook, "one")
    copy = Path(shutil.copy(notebook.path, tmp_path / "copy"))
    here = database._identity

    def replaced_once(path: Path) -> tuple[int, int] | None:
        with closing(sqlite3.connect(path)) as connection:
            if connection.execute("select count(*) from annotations").fetchone()[0] == 2 and copy.exists():
                copy.replace(path)
        return here(path)

    monkeypatch.setattr(database, "_identity", replaced_once)
    add(notebook, "two")
    assert not copy.exists()
    assert bodies(notebook) == ["one", "two"]


def test_a_read_only_place_is_told_of_and_read(
    notebook: Notebook, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    add(notebook, "one")
    monkeypatch.setattr(filesystem, "unwritable", lambda _: "the folder is read-only")
    again = Notebook(notebook.path, told.append)
    assert bodies(again) == ["one"]
    assert bodies(again) == ["one"]
    before = notebook.path.read_bytes()
    with pytest.raises(NotebookError, match="because the folder is read-only"):
        add(again, "two")
    assert notebook.path.read_bytes() == before
    assert len(told) == 1
    assert "opens read-only, because the folder is read-only" in told[0]


def test_a_network_file_system_is_told_of(
    notebook: Notebook, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filesystem, "kind", lambda _: "nfs4")
    add(notebook, "one")
    add(notebook, "two")
    assert len(told) == 1
    assert "on a network file system (nfs4)" in told[0]


def test_an_index_that_is_damaged_is_noticed_by_the_first_save(notebook: Notebook, told: list[str]) -> None:
    add(notebook, "one")
    with closing(sqlite3.connect(notebook.path, isolation_level=None)) as connection:
        connection.execute("pragma writable_schema = on")
        connection.execute(
            "update sqlite_master set rootpage = (select rootpage from sqlite_master where name = "
            "'seen_by_path') where name = 'annotations_by_version'"
        )
    add(Notebook(notebook.path, told.append), "two")
    assert any("has been repaired" in sentence for sentence in told)
    assert bodies(notebook) == ["one", "two"]


def test_damaged_rows_are_put_right_by_the_next_save(notebook: Notebook, told: list[str]) -> None:
    add(notebook, "one")
    with closing(sqlite3.connect(notebook.path)) as connection, connection:
        connection.execute("update seen set name = 'tampered'")
    assert len(notebook.damaged()) == 1
    assert told == [
        f"One row of the notebook {notebook.path} is damaged: the next save puts right what can be, and "
        "keeps the damaged file."
    ]
    add(notebook, "two")
    assert notebook.damaged() == ()
    assert "has been repaired" in told[1]


def test_telling_comes_after_the_work_and_outside_every_lock(tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite"
    seen: list[list[str]] = []

    def tell(_: str) -> None:
        reader = threading.Thread(target=lambda: seen.append(bodies(Notebook(path))))
        saver = threading.Thread(target=lambda: add(Notebook(path, lambda _: None), "meanwhile"))
        for thread in (reader, saver):
            thread.start()
            thread.join()

    notebook = Notebook(path, tell)
    add(notebook, "one")
    path.unlink()
    add(notebook, "two")
    assert seen == [["two"]]
    assert bodies(notebook) == ["meanwhile", "two"]


def test_making_the_file_never_opens_one_that_is_there(tmp_path: Path) -> None:
    """Closing it would let go of the locks that this process has on it."""
    path = tmp_path / "notebook.sqlite"
    assert filesystem.create_file(path)
    path.chmod(0)
    assert not filesystem.create_file(path)


def test_a_file_that_is_held_alone_can_not_be_saved_into(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(notebook, "one")
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    script = (
        "import sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], timeout=0)\n"
        "try:\n    connection.execute('begin immediate')\n"
        "except sqlite3.OperationalError as error:\n    print(error)\n"
    )
    import subprocess
    import sys

    command = [sys.executable, "-c", script, str(notebook.path)]
    with locks.alone(notebook.path, 1) as held:
        assert held is not None
        assert (
            subprocess.run(command, capture_output=True, text=True, check=True).stdout
            == "database is locked\n"
        )
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == ""

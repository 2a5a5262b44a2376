"""Notebooks of older versions, made by hand, under the program of today."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from seedreader.article import Article, SourceId
from seedreader.notebook import Notebook, NotebookError, version_of
from seedreader.notebook.resolver import AnnotationResolver
from seedreader.notebook.safety import backups
from seedreader.notebook.storage.schema import MIGRATIONS
from tests.notebook import older
from tests.notebook.older import first_version, second_version
from tests.notebook.safety.test_faults import execute

TEXT = "The mill closed in May. Forty people lost work. The council met twice."
VERSION = version_of(TEXT)
MILL = SourceId("file:///mill.txt")


@pytest.fixture(params=older.VERSIONS)
def version(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def path(tmp_path: Path, version: int) -> Path:
    path = tmp_path / "data" / "notebook.sqlite"
    older.VERSIONS[version](path, TEXT, ["one", "two"], tags=["money"], deleted=["gone"])
    return path


def add(notebook: Notebook, body: str) -> None:
    notebook.add(Article(TEXT, "Mill", "mill.txt"), [(4, 8)], "note", body)


def bodies(notebook: Notebook) -> list[str]:
    return sorted(a.body for a in notebook.annotations())


def user_version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("pragma user_version").fetchone()[0])


def test_a_look_leaves_it_as_it_is(path: Path) -> None:
    before = path.read_bytes()
    notebook = Notebook(path)
    assert bodies(notebook) == ["money", "one", "two"]
    assert [(seen.outlet, seen.source) for seen in notebook.seen()] == [("The Gazette", MILL)]
    assert notebook.version_text(VERSION) == TEXT
    assert notebook.damaged() == ()
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["notebook.sqlite"]


def test_a_save_brings_it_up_to_date_with_a_backup_of_what_it_was(path: Path, version: int) -> None:
    before = set(bodies(Notebook(path)))
    add(Notebook(path), "new")
    assert user_version(path) == len(MIGRATIONS)
    assert bodies(Notebook(path)) == sorted([*before, "new"])
    (made,) = [backup for backup in backups.listed(path) if backup.why == f"version-{version}"]
    assert user_version(made.path) == version
    backups.restore(path, made.path)
    assert user_version(path) == version
    assert set(bodies(Notebook(path))) == before


def test_undo_reaches_back_over_it(path: Path) -> None:
    notebook = Notebook(path)
    said = [notebook.undo([VERSION]) for _ in range(5)]
    assert said == [
        "tag “money”",
        "deletion of note “gone”",
        "note “gone”",
        "note “two”",
        "note “one”",
    ]
    assert bodies(notebook) == []
    for _ in range(5):
        notebook.redo([VERSION])
    assert bodies(notebook) == ["money", "one", "two"]


def test_a_row_that_was_damaged_before_comes_back_from_the_log(path: Path) -> None:
    execute(path, "update annotations set body = 'tampered' where body = 'one'")
    told: list[str] = []
    notebook = Notebook(path, told.append)
    assert bodies(notebook) == ["money", "one", "two"]
    assert "is damaged: 3 annotations whole, 1 from its log" in told[0]
    for body in ("more", "most"):
        add(notebook, body)
    assert bodies(notebook) == ["money", "more", "most", "one", "two"]
    assert notebook.damaged() == ()


def test_without_a_backup_it_is_not_touched(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = path.read_bytes()
    monkeypatch.setattr(backups, "copy", full)
    notebook = Notebook(path, lambda _: None)
    with pytest.raises(NotebookError, match="is not brought up to date without a backup") as error:
        add(notebook, "new")
    assert "No space left" in str(error.value)
    assert path.read_bytes() == before
    monkeypatch.undo()
    add(notebook, "new")
    assert bodies(notebook) == ["money", "new", "one", "two"]


KILLED = f"""
import os, signal, sys
from pathlib import Path
from seedreader.article import Article, SourceId
from seedreader.notebook import Notebook
from seedreader.notebook.storage import hashed_rows

put, left = hashed_rows.put, int(sys.argv[2])

def put_until_killed(*arguments):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    put(*arguments)

hashed_rows.put = put_until_killed
Notebook(Path(sys.argv[1])).add(Article({TEXT!r}, "Mill", None), [(4, 8)], "note", "new")
"""


PLACES = {
    "/old/a b.txt": SourceId("file:///old/a%20b.txt"),
    "/old/100%#?é.txt": SourceId("file:///old/100%25%23%3F%C3%A9.txt"),
    r"/old/caf\udce9.txt": SourceId("file:///old/caf%E9.txt"),
    r"C:\old\a b.txt": SourceId("file:///C:/old/a%20b.txt"),
    "https://example.org/mill?a=1#top": SourceId("https://example.org/mill?a=1#top"),
    "": None,
}
"""Paths as version 2 wrote them, and the sources that they are."""


def test_each_place_of_version_2_is_a_source_that_knows_its_notes_again(tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite"
    second_version(path, TEXT, ["one"], seen=list(PLACES))
    notebook = Notebook(path)
    assert {seen.source for seen in notebook.seen()} == {MILL, *PLACES.values()}
    add(notebook, "new")
    assert {seen.source for seen in notebook.seen()} >= {MILL, *PLACES.values()}
    assert notebook.damaged() == ()
    for place in (
        "/old/a b.txt",
        "/old/100%#?é.txt",
        "/old/caf\udce9.txt",
        "https://example.org/mill?a=1#top",
    ):
        assert notebook.earlier_versions(Article("Other words.", "x", place)) == (VERSION,)
    member = Article("Other words.", "x", "/old/a b.txt", source=SourceId("file:///old/a%20b.txt", "1"))
    assert notebook.earlier_versions(member) == ()
    same = Article(TEXT, "x", "/old/a b.txt", source=member.source)
    assert {placed.state for placed in AnnotationResolver(notebook, [same]).read()} == {"exact"}


def test_a_place_that_was_damaged_before_stays_so_until_a_save_puts_it_right(tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite"
    second_version(path, TEXT, ["one"], seen=["/old/a.txt"])
    execute(path, "update seen set name = 'tampered' where path = '/old/a.txt'")
    notebook = Notebook(path, lambda _: None)
    assert bodies(notebook) == ["one"]
    assert "tampered" not in {seen.name for seen in notebook.seen()}
    add(notebook, "new")
    assert [row.split()[2] for row in notebook.damaged()] == ["tampered"]
    add(notebook, "newer")
    assert bodies(notebook) == ["new", "newer", "one"]
    assert notebook.damaged() == ()


def test_a_file_of_version_2_that_sqlite_finds_damaged_is_put_right(tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite"
    made = second_version(path, TEXT, [f"note {number}" for number in range(60)], seen=["/old/a.txt"])
    data = path.read_bytes()
    execute(
        path, "pragma writable_schema = on", "delete from sqlite_master where name = 'annotations_by_other'"
    )
    told: list[str] = []
    notebook = Notebook(path, told.append)
    assert set(made) <= {a.id for a in notebook.annotations()}
    add(notebook, "new")
    assert any("was damaged and has been repaired" in each for each in told)
    assert user_version(path) == len(MIGRATIONS)
    assert set(made) < {a.id for a in notebook.annotations()}
    assert MILL in {seen.source for seen in notebook.seen()}
    path.write_bytes(b"\0" * 100 + data[100:])  # its header is gone, so only its pages can be read
    notebook = Notebook(path, told.append)
    assert set(made) <= {a.id for a in notebook.annotations()}
    assert {MILL, SourceId("file:///old/a.txt")} <= {seen.source for seen in notebook.seen()}


@pytest.mark.parametrize("rows_written", [1, 2, 4, 5])
def test_kill_9_in_the_step_from_version_2_loses_nothing(tmp_path: Path, rows_written: int) -> None:
    path = tmp_path / "notebook.sqlite"
    made = second_version(path, TEXT, ["one", "two"], seen=["/old/a.txt", "/old/b.txt"])
    run = subprocess.run([sys.executable, "-c", KILLED, str(path), str(rows_written)], check=False)
    assert run.returncode == -signal.SIGKILL
    assert user_version(path) == (2 if rows_written <= 3 else len(MIGRATIONS))
    notebook = Notebook(path)
    assert set(made) <= {a.id for a in notebook.annotations()}
    assert len(notebook.seen()) == 3
    assert notebook.damaged() == ()
    add(notebook, "afterwards")
    assert len(notebook.annotations()) == 3


@pytest.mark.parametrize("rows_written", [1, 2, 30, 70, 120, 183, 186, 188])
def test_kill_9_in_the_midst_of_it_loses_nothing(tmp_path: Path, rows_written: int) -> None:
    path = tmp_path / "notebook.sqlite"
    made = first_version(path, TEXT, [f"note {each} {'x' * each * 40}" for each in range(60)])
    run = subprocess.run([sys.executable, "-c", KILLED, str(path), str(rows_written)], check=False)
    assert run.returncode == -signal.SIGKILL
    assert user_version(path) == (1 if rows_written < 184 else len(MIGRATIONS))
    notebook = Notebook(path)
    assert set(made) <= {a.id for a in notebook.annotations()}
    assert notebook.damaged() == ()
    add(notebook, "afterwards")
    assert len(notebook.annotations()) == 61


def test_what_was_undone_in_the_first_version_can_be_redone(tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite"
    older.first_version(path, TEXT, ["one"], deleted=["gone"])
    execute(path, "update changes set state = 'undone' where action = 'delete'")
    assert str(Notebook(path).redo([VERSION])).startswith("deletion of note “gone”")


def test_a_damaged_record_of_a_change_leaves_what_it_changed(tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite"
    older.first_version(path, TEXT, ["one", "two"])
    execute(path, "update changes set after = '{}' where id = 1")
    notebook = Notebook(path)
    assert bodies(notebook) == ["one", "two"]
    assert [notebook.undo([VERSION]), notebook.undo([VERSION])] == ["note “two”", None]

"""What the notebook does when something goes wrong around it."""

import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from seedreader.article import Article
from seedreader.notebook import Notebook, NotebookError
from seedreader.notebook.storage import database, filesystem, rollback_journal, schema

TEXT = "The mill closed in May. Forty people lost work. The council met twice."

WRITER = f"""
import sys
from pathlib import Path
from seedreader.article import Article
from seedreader.notebook import Notebook

notebook, name = Notebook(Path(sys.argv[1])), sys.argv[2]
for i in range(int(sys.argv[3])):
    body = f"{{name}} {{i}} " + "x" * (i * 997 % 9000)
    made = notebook.add(Article({TEXT!r}, "Mill", "mill.txt"), [(4, 8)], "note", body)
    print(made.id, flush=True)
"""


def add(notebook: Notebook, body: str = "check") -> None:
    notebook.add(Article(TEXT, "Mill", "mill.txt"), [(4, 8)], "note", body)


def writer(path: Path, name: str, count: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(count)], stdout=subprocess.PIPE, text=True
    )


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "data" / "notebook.sqlite")


def refused_untouched(notebook: Notebook, why: str) -> None:
    before = notebook.path.read_bytes()
    with pytest.raises(NotebookError, match=why):
        notebook.annotations()
    with pytest.raises(NotebookError, match=why) as error:
        add(notebook)
    assert str(notebook.path) in str(error.value)
    assert notebook.path.read_bytes() == before
    assert len(list(notebook.path.parent.iterdir())) == 1


def cut_off(path: Path) -> None:
    """Leave what kill -9 in the midst of a large save leaves."""
    copies = {each: path.with_name(f"{each.name}.copy") for each in (path, rollback_journal.beside(path))}
    with database.saving(path) as connection:
        connection.execute("pragma cache_size = 1")
        connection.execute("update annotations set body = 'half'")
        connection.execute("create table filler (content text)")
        connection.executemany("insert into filler values (?)", [("x" * 900,)] * 200)
        for file, copy in copies.items():
            shutil.copyfile(file, copy)
        connection.execute("rollback")
        connection.execute("begin")
    for file, copy in copies.items():
        copy.replace(file)


def execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_newer_notebook_is_refused(notebook: Notebook) -> None:
    add(notebook)
    execute(notebook.path, "pragma user_version = 999", "pragma journal_mode = wal")
    refused_untouched(notebook, "newer version of seedreader")


def test_what_is_not_a_database_is_refused(notebook: Notebook) -> None:
    notebook.path.parent.mkdir()
    notebook.path.write_text("Dear diary, " * 500)
    refused_untouched(notebook, "not a seedreader notebook")


def test_another_programs_database_is_refused(notebook: Notebook) -> None:
    notebook.path.parent.mkdir()
    execute(notebook.path, "create table bookmarks (url text)")
    refused_untouched(notebook, "another program's")


def test_a_truncated_notebook_is_read_as_far_as_it_goes_and_put_right_by_the_next_save(
    tmp_path: Path,
) -> None:
    told: list[str] = []
    notebook = Notebook(tmp_path / "notebook.sqlite", told.append)
    add(notebook, "x" * 50_000)
    cut = notebook.path.read_bytes()[:10_000]
    notebook.path.write_bytes(cut)
    assert notebook.annotations() == ()
    assert "is damaged" in told[-1]
    assert notebook.path.read_bytes() == cut
    add(notebook, "after")
    assert "has been repaired" in told[-1]
    assert [a.body for a in notebook.annotations()] == ["after"]
    (kept,) = tmp_path.glob("notebook.damaged-*.sqlite")
    assert kept.read_bytes() == cut


def test_an_empty_file_is_an_empty_notebook(notebook: Notebook) -> None:
    notebook.path.parent.mkdir()
    notebook.path.touch()
    assert notebook.annotations() == ()
    assert notebook.path.stat().st_size == 0
    add(notebook)
    assert len(notebook.annotations()) == 1


def test_a_folder_in_place_of_the_file(notebook: Notebook) -> None:
    notebook.path.mkdir(parents=True)
    with pytest.raises(NotebookError, match="Can't read the notebook"):
        notebook.annotations()
    with pytest.raises(NotebookError, match="Can't write to the notebook"):
        add(notebook)


def test_a_path_where_no_folder_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    notebook = Notebook(tmp_path / "file" / "data" / "notebook.sqlite")
    assert notebook.annotations() == ()
    with pytest.raises(NotebookError, match="Can't write to the notebook"):
        add(notebook)


def test_a_disk_that_fills_up_keeps_what_was_saved(notebook: Notebook) -> None:
    add(notebook, "saved")
    limited = f"""
import resource, sys
from pathlib import Path
from seedreader.article import Article
from seedreader.notebook import Notebook, NotebookError

resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, 65_536))
try:
    Notebook(Path(sys.argv[1])).add(Article({TEXT!r}, "Mill", None), [(0, 3)], "note", "x" * 200_000)
except NotebookError as error:
    print(error)
"""
    run = subprocess.run(
        [sys.executable, "-c", limited, str(notebook.path)], capture_output=True, text=True, check=True
    )
    assert "Can't write to the notebook" in run.stdout
    assert [a.body for a in notebook.annotations()] == ["saved"]
    add(notebook, "freed")
    assert sorted(a.body for a in notebook.annotations()) == ["freed", "saved"]


def test_a_notebook_held_by_another_program(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    add(notebook)
    with closing(sqlite3.connect(notebook.path, isolation_level=None)) as other:
        other.execute("begin immediate")
        assert len(notebook.annotations()) == 1
        with pytest.raises(NotebookError, match="Another program"):
            add(notebook)
    add(notebook)


def test_looking_leaves_every_byte_as_it_is(notebook: Notebook) -> None:
    for body in ("one", "two"):
        add(notebook, body)
    before = {file: file.read_bytes() for file in notebook.path.parent.rglob("*") if file.is_file()}
    again = Notebook(notebook.path)
    (version,) = {a.target.version for a in again.annotations()}
    again.annotations([version]), again.tags(), again.recent_tags(9), again.contents(), again.damaged()
    again.seen(), again.version_text(version), again.earlier_versions(Article(TEXT, "Mill", "mill.txt"))
    again.merge(again.contents())
    assert before == {file: file.read_bytes() for file in notebook.path.parent.rglob("*") if file.is_file()}


def test_a_save_cut_off_where_nothing_can_be_written_is_read_without_it(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is there is the file and a journal, which SQLite would have to play back into it."""
    add(notebook, "saved")
    cut_off(notebook.path)
    before = {file: file.read_bytes() for file in notebook.path.parent.iterdir()}

    monkeypatch.setattr(filesystem, "unwritable", lambda _: "the disk is read-only")
    told: list[str] = []
    assert [a.body for a in Notebook(notebook.path, told.append).annotations()] == ["saved"]
    assert "opens read-only" in told[0]
    assert "was cut off, and can't be tidied up" in told[1]
    assert before == {file: file.read_bytes() for file in notebook.path.parent.iterdir()}


def test_an_interrupted_save_is_rolled_back_by_the_next_look(notebook: Notebook, tmp_path: Path) -> None:
    add(notebook, "saved")
    torn = Notebook(tmp_path / "torn" / "notebook.sqlite")
    with closing(sqlite3.connect(notebook.path, isolation_level=None)) as connection:
        connection.execute("pragma cache_size = 1")
        connection.execute("begin immediate")
        connection.execute("update annotations set body = 'half'")
        connection.execute("create table filler (content text)")
        connection.executemany("insert into filler values (?)", [("x" * 900,)] * 200)
        shutil.copytree(notebook.path.parent, torn.path.parent)
    assert len(list(torn.path.parent.iterdir())) == 2
    assert [a.body for a in torn.annotations()] == ["saved"]
    assert torn.damaged() == ()
    add(torn, "after")
    assert [a.body for a in torn.annotations()] == ["saved", "after"]


def test_a_migration_that_fails_midway_leaves_the_old_file(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(notebook, "old")
    before = notebook.path.read_bytes()

    def failing(connection: sqlite3.Connection) -> None:
        connection.execute("drop table annotations")
        connection.execute("this is not SQL")

    with monkeypatch.context() as newer:
        newer.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, failing))
        for attempt in (notebook.annotations, lambda: add(notebook)):
            with pytest.raises(NotebookError):
                attempt()
    assert notebook.path.read_bytes() == before
    assert [a.body for a in notebook.annotations()] == ["old"]


def test_an_older_file_is_upgraded_by_a_save_and_not_by_a_look(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(notebook, "old")
    before = notebook.path.read_bytes()
    monkeypatch.setattr(
        schema, "MIGRATIONS", (*schema.MIGRATIONS, lambda c: c.execute("create table more (word text)"))
    )
    assert [a.body for a in notebook.annotations()] == ["old"]
    assert notebook.path.read_bytes() == before
    add(notebook, "new")
    with closing(sqlite3.connect(notebook.path)) as connection:
        assert connection.execute("pragma user_version").fetchone() == (len(schema.MIGRATIONS),)
        assert connection.execute("select count(*) from more").fetchone() == (0,)
    assert [a.body for a in notebook.annotations()] == ["old", "new"]


@pytest.mark.parametrize("count", [2, 4])
def test_processes_writing_at_once_all_succeed(notebook: Notebook, count: int) -> None:
    writers = [writer(notebook.path, str(number), 50 // count) for number in range(count)]
    acknowledged = {line for w in writers for line in w.communicate(timeout=60)[0].split()}
    assert [w.returncode for w in writers] == [0] * count
    assert len(acknowledged) == 50 // count * count
    assert {a.id for a in notebook.annotations()} == acknowledged


def test_threads_make_and_share_a_notebook(tmp_path: Path) -> None:
    for attempt in range(8):
        notebook = Notebook(tmp_path / str(attempt) / "notebook.sqlite")
        threads = [threading.Thread(target=add, args=(notebook, str(i))) for i in range(4)]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            assert notebook.damaged() == ()
        assert sorted(a.body for a in notebook.annotations()) == [str(i) for i in range(4)]


def test_no_acknowledged_note_is_lost_by_kill_9(notebook: Notebook) -> None:
    acknowledged: set[str] = set()
    for i in range(14):
        process = writer(notebook.path, str(i), 10_000)
        assert process.stdout
        acknowledged.update(process.stdout.readline().strip() for _ in range(1 + i % 7))
        process.kill()  # wherever it is by now in its next save
        lines = process.communicate()[0].split("\n")
        acknowledged.update(lines[:-1])
        saved = {a.id for a in notebook.annotations()}
        assert acknowledged <= saved
        assert len(saved) <= len(acknowledged) + i + 1  # at most the one that was being saved
    assert notebook.damaged() == ()
    with closing(sqlite3.connect(notebook.path)) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)

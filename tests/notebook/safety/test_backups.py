"""Backups: made, checked, kept, dropped and restored."""

import os
import shutil
import signal
import sqlite3
import stat
import struct
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from seedreader.article import Article
from seedreader.notebook import Notebook, NotebookError
from seedreader.notebook.safety import backups
from seedreader.notebook.storage import rollback_journal
from seedreader.notebook.storage.integrity import DamagedError
from tests.notebook.safety.test_faults import cut_off

TEXT = "The mill closed in May. Forty people lost work. The council met twice."


def add(notebook: Notebook, body: str) -> None:
    notebook.add(Article(TEXT, "Mill", "mill.txt"), [(4, 8)], "note", body)


def bodies(path: Path) -> list[str]:
    return sorted(a.body for a in Notebook(path).annotations())


def damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("update annotations set body = 'tampered'")


def aged(path: Path, why: str, days: int) -> Path:
    """A copy of the newest backup as if made so many days ago."""
    backup = backups.listed(path)[0]
    when = datetime.now(UTC) - timedelta(days=days)
    name = f"{path.stem}-{when:%Y%m%dT%H%M%S.%fZ}-{why}-{backup.notebook}.sqlite"
    return Path(shutil.copyfile(backup.path, backup.path.with_name(name)))


def test_the_first_save_of_a_day_makes_one_of_what_was_there(notebook: Notebook) -> None:
    add(notebook, "one")
    assert backups.listed(notebook.path) == ()
    again = Notebook(notebook.path)
    add(again, "two")
    (made,) = backups.listed(notebook.path)
    assert made.why == "daily"
    assert made.size == made.path.stat().st_size
    assert bodies(made.path) == ["one"]
    for body in ("three", "four"):
        add(again, body)
        add(Notebook(notebook.path), body)
    assert backups.listed(notebook.path) == (made,)


def test_one_that_was_asked_for_is_not_the_one_of_the_day(notebook: Notebook) -> None:
    add(notebook, "one")
    backups.make(notebook.path, "manual")
    add(Notebook(notebook.path), "two")
    assert sorted(backup.why for backup in backups.listed(notebook.path)) == ["daily", "manual"]


def test_another_day_makes_another(notebook: Notebook) -> None:
    add(notebook, "one")
    backups.make(notebook.path, "daily").unlink()
    backups.make(notebook.path, "daily")
    yesterday = aged(notebook.path, "daily", 1)
    backups.listed(notebook.path)[0].path.unlink()
    add(Notebook(notebook.path), "two")
    assert [backup.path for backup in backups.listed(notebook.path)][1:] == [yesterday]


def test_they_are_private(notebook: Notebook) -> None:
    add(notebook, "one")
    made = backups.make(notebook.path)
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    assert [file.name for file in made.parent.iterdir()] == [made.name]


def test_ten_of_each_kind_and_one_of_each_month_stay(notebook: Notebook) -> None:
    add(notebook, "one")
    asked = backups.make(notebook.path, "manual")
    made = [aged(notebook.path, "daily", days) for days in range(0, 600, 3)]
    new = backups.make(notebook.path, "daily")
    left = {backup.path for backup in backups.listed(notebook.path)}
    newest_first = [new, *made]
    last_of_month = {file.name.split("-")[-3][:6]: file for file in reversed(newest_first)}
    last_of_months = [last_of_month[month] for month in sorted(last_of_month, reverse=True)[:12]]
    assert left == {asked, *newest_first[:10], *last_of_months}


def test_those_of_another_notebook_in_the_same_place_stay(notebook: Notebook) -> None:
    add(notebook, "one")
    backups.make(notebook.path)
    old = {aged(notebook.path, "daily", days) for days in range(15)}
    notebook.path.unlink()
    for _ in range(12):
        add(notebook, "begun anew")
        backups.make(notebook.path)
    assert old < {backup.path for backup in backups.listed(notebook.path)}


def test_a_damaged_notebook_gives_none_and_drops_none(notebook: Notebook) -> None:
    add(notebook, "one")
    backups.make(notebook.path)
    kept = {aged(notebook.path, "manual", days) for days in range(1, 10)} | {
        backups.listed(notebook.path)[0].path
    }
    damage(notebook.path)
    with pytest.raises(DamagedError, match="1 of its rows is damaged"):
        backups.make(notebook.path)
    assert {backup.path for backup in backups.listed(notebook.path)} == kept
    assert set((notebook.path.parent / "backups").iterdir()) == kept


def test_a_save_goes_on_where_none_can_be_made(notebook: Notebook, told: list[str]) -> None:
    add(notebook, "one")
    (notebook.path.parent / "backups").write_text("in the way")
    again = Notebook(notebook.path, told.append)
    add(again, "two")
    add(again, "three")
    assert bodies(notebook.path) == ["one", "three", "two"]
    assert len(told) == 1
    assert "There is no backup of today." in told[0]


def test_nothing_to_back_up_is_an_explained_error(tmp_path: Path) -> None:
    with pytest.raises(NotebookError, match="no notebook to back up"):
        backups.make(tmp_path / "notebook.sqlite")
    assert backups.listed(tmp_path / "notebook.sqlite") == ()
    assert list(tmp_path.iterdir()) == []


def test_restoring_keeps_what_was_there(notebook: Notebook) -> None:
    add(notebook, "one")
    made = backups.make(notebook.path)
    add(notebook, "two")
    kept = backups.restore(notebook.path, made)
    assert kept is not None
    assert kept.name.startswith("notebook.replaced-")
    assert bodies(kept) == ["one", "two"]
    assert bodies(notebook.path) == ["one"]
    assert stat.S_IMODE(notebook.path.stat().st_mode) == 0o600
    notebook.path.unlink()
    assert backups.restore(notebook.path, made) is None
    assert bodies(notebook.path) == ["one"]


@pytest.fixture
def linked(tmp_path: Path) -> Notebook:
    """A notebook that is a symbolic link to a file elsewhere, which is yet to come."""
    real, link = tmp_path / "synced" / "real.sqlite", tmp_path / "data" / "notebook.sqlite"
    for folder in (real.parent, link.parent):
        folder.mkdir()
    link.symlink_to(real)
    return Notebook(link, lambda _: None)


def test_restoring_replaces_what_a_link_leads_to_and_leaves_the_link(linked: Notebook) -> None:
    add(linked, "one")
    made = backups.make(linked.path)
    add(linked, "two")
    kept = backups.restore(linked.path, made)
    real = linked.path.readlink()
    assert kept is not None
    assert (kept.parent, bodies(kept)) == (real.parent, ["one", "two"])
    assert (bodies(real), bodies(linked.path)) == (["one"], ["one"])


def test_a_repair_leaves_a_link_one(linked: Notebook) -> None:
    add(linked, "one")
    damage(linked.path)
    add(linked, "two")
    assert linked.path.is_symlink()
    assert "two" in bodies(linked.path.readlink())


def test_a_journal_lies_beside_what_a_link_leads_to(linked: Notebook) -> None:
    for number in range(30):
        add(linked, str(number))
    made = backups.make(linked.path)
    real = linked.path.readlink()
    cut_off(real)
    backups.restore(linked.path, made)
    assert not rollback_journal.beside(real).exists()
    assert len(bodies(linked.path)) == 30


def test_restoring_where_files_can_not_be_linked(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    add(notebook, "one")
    made = backups.make(notebook.path)
    add(notebook, "two")
    monkeypatch.setattr(os, "link", refused)
    kept = backups.restore(notebook.path, made)
    assert kept is not None
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert (bodies(kept), bodies(notebook.path)) == (["one", "two"], ["one"])


def test_only_a_whole_notebook_is_restored(notebook: Notebook, tmp_path: Path) -> None:
    add(notebook, "one")
    made = backups.make(notebook.path)
    before = notebook.path.read_bytes()
    damage(made)
    text, empty, other = tmp_path / "text", tmp_path / "empty", tmp_path / "other"
    text.write_text("Dear diary, " * 900)
    empty.touch()
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("create table bookmarks (url text)")
    cut = tmp_path / "cut"
    cut.write_bytes(before[: len(before) // 2])
    for bad in (made, text, empty, other, cut, tmp_path / "missing", tmp_path):
        with pytest.raises(NotebookError) as error:
            backups.restore(notebook.path, bad)
        assert str(bad) in str(error.value)
        assert notebook.path.read_bytes() == before
    assert list(notebook.path.parent.glob("*replaced*")) == []


def test_a_cut_off_save_is_rolled_back_in_the_file_that_is_kept(notebook: Notebook) -> None:
    add(notebook, "one")
    made = backups.make(notebook.path)
    add(notebook, "two")
    cut_off(notebook.path)
    kept = backups.restore(notebook.path, made)
    assert kept is not None
    assert not rollback_journal.beside(notebook.path).exists()
    assert bodies(notebook.path) == ["one"]
    assert bodies(kept) == ["one", "two"]


@pytest.mark.parametrize("saves", [0, 1, 2, 5])
def test_a_journal_is_not_played_into_a_file_that_was_copied_over(
    notebook: Notebook, told: list[str], saves: int
) -> None:
    add(notebook, "one")
    made = backups.make(notebook.path)
    for _ in range(saves):
        add(notebook, "two")
    cut_off(notebook.path)
    shutil.copyfile(made, notebook.path)
    before = notebook.path.read_bytes()
    left = rollback_journal.beside(notebook.path).read_bytes()
    again = Notebook(notebook.path, told.append)
    assert [a.body for a in again.annotations()] == ["one"]
    assert "has been left out" in told[0]
    assert notebook.path.read_bytes() == before
    add(again, "after")
    assert bodies(notebook.path) == ["after", "one"]
    (aside,) = notebook.path.parent.glob("notebook.strange-*.journal")
    assert aside.read_bytes() == left
    assert len(told) == 1


def test_the_journal_of_a_cut_off_save_is_the_files_own(notebook: Notebook) -> None:
    for body in ("one", "two"):
        add(notebook, body)
        cut_off(notebook.path)
        with notebook.path.open("rb") as file:
            assert not rollback_journal.is_strange(file, notebook.path)
        assert len(Notebook(notebook.path).annotations()) == len({"one", body})
        assert not rollback_journal.beside(notebook.path).exists()


def test_a_damaged_count_of_records_is_bound_by_the_journals_size(notebook: Notebook) -> None:
    """The file says 4,294,967,294 records; so many steps would take minutes, each of which is counted."""
    header = bytes.fromhex("d9d505f920a163d7") + struct.pack(">IIIII", 0xFFFFFFFE, 0, 9, 512, 4096)
    add(notebook, "one")
    rollback_journal.beside(notebook.path).write_bytes(header.ljust(512, b"\0") + bytes(2 * 4104))
    lines = [0]

    def counted(*_: object) -> object:
        lines[0] += 1
        assert lines[0] < 1_000
        return counted

    before = sys.gettrace()
    sys.settrace(counted)  # type: ignore[arg-type]
    try:
        with notebook.path.open("rb") as file:
            rollback_journal.is_strange(file, notebook.path)
    finally:
        sys.settrace(before)


def test_the_journal_of_the_save_that_made_the_file_is_its_own_and_no_others(notebook: Notebook) -> None:
    add(notebook, "one")
    made = backups.make(notebook.path)
    header = bytes.fromhex("d9d505f920a163d7") + bytes(8) + struct.pack(">III", 0, 512, 4096)
    for content, strange in (
        (b"", False),
        (bytes(4096), False),
        (made.read_bytes(), True),
        (notebook.path.read_bytes(), True),
    ):
        notebook.path.write_bytes(content)
        rollback_journal.beside(notebook.path).write_bytes(header.ljust(512, b"\0"))
        with notebook.path.open("rb") as file:
            assert rollback_journal.is_strange(file, notebook.path) == strange


KILLED = """
import os, signal, sys
from pathlib import Path
from seedreader.notebook.safety import backups

left = int(sys.argv[3])

def counted(event, arguments):
    global left
    if event in ("open", "os.link", "os.rename", "os.remove") and sys.argv[1] in str(arguments[0]):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(counted)
backups.restore(Path(sys.argv[1], "notebook.sqlite"), Path(sys.argv[2]))
"""


@pytest.mark.parametrize("step", range(2, 10))
def test_kill_9_while_restoring_leaves_the_one_or_the_other(notebook: Notebook, step: int) -> None:
    add(notebook, "one")
    made = backups.make(notebook.path)
    add(notebook, "two")
    cut_off(notebook.path)
    folder = str(notebook.path.parent)
    run = subprocess.run([sys.executable, "-c", KILLED, folder, str(made), str(step)], check=False)
    assert run.returncode in (-signal.SIGKILL, 0)
    kept = list(notebook.path.parent.glob("notebook.replaced-*.sqlite"))
    assert bodies(notebook.path) in (["one"], ["one", "two"])
    assert ["one", "two"] in [bodies(file) for file in (notebook.path, *kept)]
    add(notebook, "afterwards")
    backups.restore(notebook.path, made)
    assert bodies(notebook.path) == ["one"]


def test_what_a_killed_backup_left_is_cleared_away_after_a_day(notebook: Notebook) -> None:
    add(notebook, "one")
    made = backups.make(notebook.path)
    for place in (made.parent, notebook.path.parent):
        old, new = (backups.unfinished_in(place, notebook.path) for _ in range(2))
        for file in (old, new):
            file.touch()
        os.utime(old, (0, 0))
        backups.make(notebook.path)
        assert not old.exists()
        assert new.exists()

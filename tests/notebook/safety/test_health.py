"""How the notebook is, told to people."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from seedreader.article import Article
from seedreader.notebook import Notebook
from seedreader.notebook.safety import backups, health
from seedreader.notebook.storage import filesystem
from seedreader.notebook.storage.schema import MIGRATIONS

TEXT = "The mill closed in May. Forty people lost work. The council met twice."
MOUNTS = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:25 / /proc rw,nosuid - proc proc rw
41 22 0:40 / /home rw - nfs4 server:/home rw,vers=4.2
42 41 8:2 / /home/ann/local rw - xfs /dev/sdb1 rw
43 22 0:41 / /mnt/my\040files rw shared:7 master:2 - fuse.sshfs ann@server: rw
44 22 0:42 / /mnt/my rw - tmpfs tmpfs rw
45 22 0:43 / /mnt/over rw - ext4 /dev/sdc1 rw
46 45 0:44 / /mnt/over rw - cifs //server/share rw
a line that is something else
47 22 0:45 / /mnt/odd rw - """


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    notebook = Notebook(tmp_path / "data" / "notebook.sqlite", lambda _: None)
    notebook.add(Article(TEXT, "Mill", "mill.txt"), [(4, 8)], "note", "a word of mine")
    return notebook


@pytest.mark.parametrize(
    ("place", "kind", "network"),
    [
        ("/srv/notes", "ext4", False),
        ("/home/ann", "nfs4", True),
        ("/home/ann/local/share", "xfs", False),
        ("/homes", "ext4", False),
        ("/mnt/my files/notes", "fuse.sshfs", True),
        ("/mnt/my", "tmpfs", False),
        ("/mnt/over/there", "cifs", True),
        ("/mnt/odd", "ext4", False),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount(place: str, kind: str, network: bool) -> None:
    found = filesystem.kind(Path(place, "notebook.sqlite"), MOUNTS)
    assert found == kind
    assert filesystem.is_network(found) == network


def test_where_nothing_is_known_nothing_is_said() -> None:
    assert filesystem.kind(Path("/srv/notebook.sqlite"), "") is None
    assert not filesystem.is_network(None)


def test_a_healthy_notebook(notebook: Notebook) -> None:
    before = notebook.path.read_bytes()
    made = backups.make(notebook.path)
    found = health.check(notebook.path)
    assert found.ok
    assert (found.annotations, found.texts, found.version) == (1, 1, len(MIGRATIONS))
    assert found.backup is not None
    assert found.backup.path == made
    assert found.sentences[0] == (
        f"The notebook {notebook.path} holds 1 annotation on 1 article text, all of it whole."
    )
    assert found.sentences[1].startswith(f"The newest backup is {made}, of ")
    assert health.warnings(notebook.path) == ()
    assert notebook.path.read_bytes() == before


def test_none_yet(tmp_path: Path) -> None:
    path = tmp_path / "not yet" / "notebook.sqlite"
    found = health.check(path)
    assert found.ok
    assert found.sentences == (f"There is no notebook at {path} yet.",)
    assert health.warnings(path) == ()
    assert list(tmp_path.iterdir()) == []


def test_damaged_rows(notebook: Notebook) -> None:
    with closing(sqlite3.connect(notebook.path)) as connection, connection:
        connection.execute("update annotations set body = 'tampered'")
    found = health.check(notebook.path)
    assert not found.ok
    assert len(found.unsound) == 1
    assert found.sentences[0].startswith(f"One row of the notebook {notebook.path} is damaged")
    assert health.warnings(notebook.path) == found.sentences[:1]


@pytest.mark.parametrize("page", [0, 1, 5])
def test_zeroed_pages(notebook: Notebook, page: int) -> None:
    content = bytearray(notebook.path.read_bytes())
    content[page * 4096 : page * 4096 + 4096] = bytes(4096)
    notebook.path.write_bytes(content)
    found = health.check(notebook.path)
    assert found.damaged
    assert not found.ok
    assert "damaged" in " ".join(found.sentences)
    assert "damaged" in " ".join(health.warnings(notebook.path))
    assert notebook.path.read_bytes() == content


def test_a_newer_version_is_refused_and_not_damaged(notebook: Notebook) -> None:
    with closing(sqlite3.connect(notebook.path)) as connection:
        connection.execute("pragma user_version = 99")
    found = health.check(notebook.path)
    assert not found.ok
    assert not found.damaged
    assert "newer version" in found.sentences[0]
    assert "newer version" in health.warnings(notebook.path)[0]


def test_a_place_where_nothing_can_be_saved(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filesystem, "unwritable", lambda _: "the disk is read-only")
    monkeypatch.setattr(filesystem, "kind", lambda _: "fuse.sshfs")
    found = health.check(notebook.path)
    assert not found.ok
    assert found.network
    assert health.warnings(notebook.path) == found.sentences[:2]
    assert "opens read-only, because the disk is read-only" in found.sentences[0]
    assert "network file system (fuse.sshfs)" in found.sentences[1]


def test_an_empty_file_beside_backups_is_a_notebook_that_is_gone(notebook: Notebook, told: list[str]) -> None:
    backups.make(notebook.path)
    os.truncate(notebook.path, 0)
    found = health.check(notebook.path)
    assert (found.ok, found.gone) == (False, True)
    assert "is gone (an empty file is in its place): its newest backup is" in found.sentences[0]
    assert health.warnings(notebook.path) == found.sentences[:1]
    assert Notebook(notebook.path, told.append).annotations() == ()
    assert told == [found.sentences[0]]


def test_an_empty_file_without_backups_is_none_yet(tmp_path: Path) -> None:
    (tmp_path / "notebook.sqlite").touch()
    found = health.check(tmp_path / "notebook.sqlite")
    assert (found.ok, found.exists) == (True, False)


@pytest.mark.parametrize("what", ["folder", "pipe"])
def test_what_is_no_file_is_refused_and_left(tmp_path: Path, what: str) -> None:
    """In a process of its own: to open a pipe would wait for ever."""
    path = tmp_path / "notebook.sqlite"
    path.mkdir() if what == "folder" else os.mkfifo(path)
    before = path.stat()
    tried = subprocess.run(
        [sys.executable, "-c", NO_FILE, str(path)], capture_output=True, text=True, timeout=60
    )
    assert tried.stderr == ""
    assert [line.split(".sqlite. ")[1] for line in tried.stdout.splitlines()] == [
        "It is not a file, but a folder or something else that cannot be one: move it away first."
    ] * 4
    assert path.stat() == before


NO_FILE = """
import sys
from pathlib import Path
from seedreader.article import Article
from seedreader.notebook import Notebook, NotebookError
from seedreader.notebook.safety import backups, health

path = Path(sys.argv[1])
notebook = Notebook(path, lambda _: None)
for attempt in (
    notebook.annotations,
    lambda: notebook.add(Article("The mill closed.", "Mill"), [(0, 3)], "note"),
    lambda: backups.make(path),
):
    try:
        attempt()
        print("not refused")
    except NotebookError as error:
        print(error)
print(health.check(path).refused)
"""


def test_a_notebook_that_may_not_be_looked_at_is_refused_with_a_sentence(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", refused)
    found = health.check(notebook.path)
    assert not found.ok
    assert found.sentences[0].endswith("Permission denied: check the folder.")

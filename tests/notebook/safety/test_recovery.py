"""What comes back of a notebook file whose bytes a disk has changed."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.article import Article
from seedreader.notebook import Code, Notebook, NotebookError
from seedreader.notebook.safety import backups, recovery, row_recovery, sqlite_pages
from seedreader.notebook.safety.row_recovery import Rows
from seedreader.notebook.storage import hashed_rows

TEXT = "The mill closed in May. Forty people lost work. The council met twice."
PAGE = sqlite_pages.USUAL_PAGE_SIZE


class Made(NamedTuple):
    """A whole notebook file: its bytes, its rows, and on which pages each is (by table and key)."""

    content: bytes
    rows: Rows
    places: dict[tuple[str, row_recovery.Key], set[int]]


def add(notebook: Notebook, body: str, text: str = TEXT) -> None:
    notebook.add(Article(text, "Mill", "mill.txt"), [(4, 8)], "note", body)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    path = tmp_path_factory.mktemp("made") / "notebook.sqlite"
    notebook = Notebook(path)
    for number in range(12):
        add(notebook, f"note {number} " + "é🙂x" * number * 20)
    add(notebook, "long " + "y" * 9000, TEXT * 200)
    notebook.describe_tag(Code("money", "who pays", "red"))
    notebook.delete(notebook.annotations()[:2])
    notebook.edit(notebook.annotations()[5], "")
    notebook.undo(None)
    content = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        whole = row_recovery.none()
        for table in hashed_rows.TABLES.values():
            for row in hashed_rows.every(connection, table):
                row_recovery.add(whole, table, row)
    places: dict[tuple[str, row_recovery.Key], set[int]] = {}
    for number in range(len(content) // PAGE):
        left = row_recovery.recovered_rows(zeroed(content, number)).rows
        for name, of in whole.items():
            for key in of.keys() - left[name].keys():
                places.setdefault((name, key), set()).add(number)
    return Made(content, whole, places)


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def notebook(tmp_path: Path, told: list[str]) -> Notebook:
    return Notebook(tmp_path / "data" / "notebook.sqlite", told.append)


def zeroed(content: bytes, page: int) -> bytes:
    return content[: page * PAGE] + bytes(PAGE) + content[(page + 1) * PAGE :]


def bodies(notebook: Notebook) -> list[str]:
    return sorted(a.body for a in notebook.annotations())


def change(path: Path, before: bytes, after: bytes, times: int = 1) -> None:
    """Change so many places in a file where these bytes are, the last ones first."""
    parts = path.read_bytes().rsplit(before, times)
    assert len(parts) == times + 1
    path.write_bytes(after.join(parts))


def test_every_row_of_a_whole_file_is_found_and_nothing_else(made: Made) -> None:
    found = row_recovery.recovered_rows(made.content)
    assert found.rows == made.rows
    assert found.ours
    assert {key for (key,) in made.rows["annotations"]} == found.annotations
    assert all(made.places.get((name, key)) for name, of in made.rows.items() for key in of)


@given(
    flips=st.lists(st.tuples(st.integers(0, 1 << 30), st.integers(0, 7)), max_size=20),
    zeros=st.sets(st.integers(0, 200), max_size=6),
    length=st.none() | st.integers(0, 1 << 30),
)
@settings(max_examples=40)
def test_what_is_found_was_written_and_rows_on_untouched_pages_all_are(
    made: Made, flips: list[tuple[int, int]], zeros: set[int], length: int | None
) -> None:
    content = bytearray(made.content)
    touched = {page for page in zeros if page < len(content) // PAGE}
    for page in touched:
        content[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    for offset, bit in flips:
        content[offset % len(content)] ^= 1 << bit
        touched.add(offset % len(content) // PAGE)
    if length is not None:
        touched |= set(range(length % len(content) // PAGE, len(content) // PAGE))
        del content[length % len(content) :]
    found = row_recovery.recovered_rows(bytes(content)).rows
    for name, whole in made.rows.items():
        assert found[name].items() <= whole.items()
        for key in whole:
            if not made.places[name, key] & touched:
                assert key in found[name]


@given(st.binary(max_size=20_000), st.sampled_from([b"", b"SQLite format 3\0\x10\0"]))
@settings(max_examples=40)
def test_nothing_is_found_in_what_never_was_a_notebook(content: bytes, head: bytes) -> None:
    found = row_recovery.recovered_rows(head + content)
    assert not any(found.rows.values())
    assert not found.ours


@pytest.mark.parametrize("page_size", [512, 1024, 8192, 65536])
def test_any_page_size_is_found_out(made: Made, tmp_path: Path, page_size: int) -> None:
    path = tmp_path / "notebook.sqlite"
    path.write_bytes(made.content)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"pragma page_size = {page_size}")
        connection.execute("vacuum")
    assert row_recovery.recovered_rows(path.read_bytes()).rows == made.rows
    headless = bytes(100) + path.read_bytes()[100:]
    assert row_recovery.recovered_rows(headless).rows == made.rows


def test_a_cell_that_its_page_no_longer_lists_is_found(made: Made) -> None:
    ((page,),) = [made.places["codes", key] for key in made.rows["codes"]]
    content = bytearray(made.content)
    pointer = page * PAGE + 8
    content[pointer : pointer + 2] = b"\xff\xff"
    assert row_recovery.recovered_rows(bytes(content)).rows == made.rows


# -- repairing -----------------------------------------------------------------------------------------


@pytest.fixture(params=["no first page", "flipped header", "cut off", "no second page"])
def broken(request: pytest.FixtureRequest, made: Made) -> Iterator[bytes]:
    pages = sorted(min(at) for (table, _), at in made.places.items() if table == "annotations")
    yield {
        "no first page": zeroed(made.content, 0),
        "flipped header": b"\0" * 16 + made.content[16:],
        "cut off": made.content[: (pages[len(pages) // 2] + 1) * PAGE],
        "no second page": zeroed(made.content, 1),
    }[request.param]


def test_looking_shows_what_is_left_and_changes_nothing(
    notebook: Notebook, broken: bytes, told: list[str]
) -> None:
    notebook.path.parent.mkdir()
    notebook.path.write_bytes(broken)
    for _ in range(2):
        assert len(notebook.annotations()) >= 3
        notebook.tags(), notebook.contents(), notebook.seen(), notebook.damaged()
    assert len(told) == 1
    assert f"The notebook {notebook.path} is damaged: " in told[0]
    assert notebook.path.read_bytes() == broken
    assert list(notebook.path.parent.iterdir()) == [notebook.path]


def test_a_save_repairs_first_and_keeps_the_damaged_file(
    notebook: Notebook, broken: bytes, told: list[str]
) -> None:
    notebook.path.parent.mkdir()
    notebook.path.write_bytes(broken)
    seen = len(Notebook(notebook.path, lambda _: None).annotations())
    add(notebook, "after")
    assert len(notebook.annotations()) == seen + 1
    assert notebook.damaged() == ()
    (kept,) = notebook.path.parent.glob("notebook.damaged-*.sqlite")
    assert kept.read_bytes() == broken
    assert [sentence for sentence in told if "has been repaired" in sentence and str(kept) in sentence]
    assert len(backups.listed(notebook.path)) == 1
    add(notebook, "again")
    assert len(list(notebook.path.parent.glob("notebook.damaged-*"))) == 1


def test_what_the_file_has_lost_comes_from_the_newest_backup(
    notebook: Notebook, made: Made, told: list[str]
) -> None:
    notebook.path.parent.mkdir()
    notebook.path.write_bytes(made.content)
    before = notebook.annotations()
    backup = backups.make(notebook.path)
    notebook.path.write_bytes(zeroed(made.content[: len(made.content) // 3], 0))
    assert notebook.annotations() == before
    add(notebook, "after")
    assert {a.id for a in before} < {a.id for a in notebook.annotations()}
    assert f"from its log and the backup {backup.name}, nothing known to be lost" in told[-1]


def test_a_damaged_backup_is_passed_over(notebook: Notebook) -> None:
    add(notebook, "a word of mine")
    good, bad = backups.make(notebook.path), backups.make(notebook.path)
    change(bad, b"a word of mine", b"a wXrd of mine", times=2)
    change(notebook.path, b"a word of mine", b"a wXrd of mine", times=2)
    assert bodies(notebook) == ["a word of mine"]
    salvaged = recovery.repair(notebook.path)
    assert salvaged is not None
    assert salvaged.backup == good


def test_the_backup_of_another_notebook_adds_nothing(notebook: Notebook, tmp_path: Path) -> None:
    other = Notebook(tmp_path / "other" / "notebook.sqlite")
    add(other, "of another")
    strange = backups.make(other.path)
    add(notebook, "a word of mine")
    backups.folder(notebook.path).mkdir()
    shutil.copy(strange, backups.folder(notebook.path))
    change(notebook.path, b"a word of mine", b"a wXrd of mine", times=2)
    assert bodies(notebook) == []
    add(notebook, "after")
    assert bodies(notebook) == ["after"]


def test_a_damaged_row_comes_from_the_log_as_it_was_last(notebook: Notebook) -> None:
    for body in ("first of all", "second of all"):
        add(notebook, body)
    notebook.edit(notebook.annotations()[0], "first, edited")
    notebook.undo(None)
    notebook.delete(notebook.annotations()[1:])
    with closing(sqlite3.connect(notebook.path)) as connection, connection:
        connection.execute("update annotations set body = 'tampered'")
    assert bodies(notebook) == ["first of all"]


def test_what_is_lost_for_good_is_counted(notebook: Notebook, told: list[str]) -> None:
    for body in ("a word of mine", "another"):
        add(notebook, body)
    change(notebook.path, b"a word of mine", b"a wXrd of mine", times=2)
    assert bodies(notebook) == ["another"]
    assert "is damaged: 1 annotation whole, 1 annotation known to be lost" in told[0]
    add(notebook, "after")
    assert bodies(notebook) == ["after", "another"]


def test_a_note_whose_text_is_lost_stays_and_can_be_edited(notebook: Notebook) -> None:
    add(notebook, "a word of mine")
    (note,) = notebook.annotations()
    change(notebook.path, TEXT.encode(), b"X" + TEXT.encode()[1:])
    assert bodies(notebook) == ["a word of mine"]
    assert notebook.version_text(note.target.version) is None
    assert notebook.edit(note, "edited").body == "edited"
    assert notebook.version_text(note.target.version) is None
    add(notebook, "after")
    assert notebook.version_text(note.target.version) == TEXT


def test_what_goes_out_is_salvaged_too(notebook: Notebook, told: list[str]) -> None:
    add(notebook, "a word of mine")
    with closing(sqlite3.connect(notebook.path)) as connection, connection:
        connection.execute("update annotations set body = 'tampered'")
    assert [a.body for a in notebook.contents().annotations] == ["a word of mine"]
    assert "is damaged" in told[0]


def test_an_edit_of_a_damaged_row_repairs_it_first(notebook: Notebook) -> None:
    add(notebook, "a word of mine")
    (note,) = notebook.annotations()
    change(notebook.path, b"a word of mine", b"a wXrd of mine")
    assert Notebook(notebook.path, lambda _: None).edit(note, "edited").body == "edited"
    assert notebook.damaged() == ()


@pytest.mark.parametrize(
    "content", [b"Dear diary, " * 900, b"SQLite format 3\0" + b"\x10\0" * 4000], ids=["text", "garbage"]
)
def test_a_file_that_never_was_a_notebook_is_refused(notebook: Notebook, content: bytes) -> None:
    notebook.path.parent.mkdir()
    notebook.path.write_bytes(content)
    for attempt in (notebook.annotations, lambda: add(notebook, "x"), lambda: recovery.repair(notebook.path)):
        with pytest.raises(NotebookError, match="not a seedreader notebook"):
            attempt()
    assert notebook.path.read_bytes() == content
    assert list(notebook.path.parent.iterdir()) == [notebook.path]


def test_a_whole_file_is_not_repaired(notebook: Notebook) -> None:
    add(notebook, "one")
    before = notebook.path.read_bytes()
    assert recovery.repair(notebook.path) is None
    assert notebook.path.read_bytes() == before


def test_a_file_whose_mark_was_flipped_is_still_ours(notebook: Notebook) -> None:
    add(notebook, "one")
    content = bytearray(notebook.path.read_bytes())
    content[70] ^= 4
    notebook.path.write_bytes(content)
    assert bodies(notebook) == ["one"]
    add(notebook, "two")
    assert bodies(notebook) == ["one", "two"]

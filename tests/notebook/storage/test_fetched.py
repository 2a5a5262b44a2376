from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from seedreader.notebook import Notebook
from seedreader.notebook.storage.fetched import FetchedPage
from tests.notebook.safety.test_faults import execute


def page(at: int = 1, data: bytes = b"words", address: str = "https://example.org/") -> FetchedPage:
    return FetchedPage(
        address, f"2026-01-0{at}T00:00:00+00:00", "https://example.org/b", 200, "text/html", data
    )


def test_what_is_kept_comes_back_the_newest_first(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notebook.sqlite", lambda _: None)
    assert (notebook.fetched("https://example.org/"), notebook.fetched_addresses()) == ((), ())
    for kept in (page(2, b"two"), page(1), page(3), page(1, address="https://example.org/other")):
        notebook.keep_fetched(kept)
    assert notebook.fetched("https://example.org/") == (page(3), page(2, b"two"), page(1))
    assert notebook.fetched_addresses() == ("https://example.org/", "https://example.org/other")


def test_bytes_that_are_alike_are_kept_once(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notebook.sqlite", lambda _: None)
    for at in (1, 2, 3):
        notebook.keep_fetched(page(at))
    with closing(sqlite3.connect(notebook.path)) as connection:
        assert connection.execute("select count(*) from bodies").fetchone() == (1,)


def test_a_damaged_one_is_left_out_and_told_of(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notebook.sqlite", lambda _: None)
    notebook.keep_fetched(page(1, b"one"))
    notebook.keep_fetched(page(2, b"two"))
    execute(notebook.path, "update bodies set packed = x'00' where rowid = 2")
    assert notebook.fetched("https://example.org/") == (page(1, b"one"),)
    assert [row.split()[0] for row in notebook.damaged()] == ["bodies"]

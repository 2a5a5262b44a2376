from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from seedreader.ingest.load_files import load
from seedreader.notebook import Notebook
from seedreader.shelf import disk_watch, keeping
from seedreader.ui.app import SeedreaderApp
from tests.stories import GAZETTE, HARBOUR
from tests.ui.driving import app_of, notebook_file, ready, rows, send, shows, until


@pytest.fixture(autouse=True)
def looked_at_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk_watch, "SECONDS", 0.01)
    monkeypatch.setattr(disk_watch, "SHARE", 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(HARBOUR)
    (tmp_path / "b.txt").write_text(GAZETTE)
    return tmp_path


@asynccontextmanager
async def watching(folder: Path) -> AsyncIterator[Pilot[None]]:
    app = SeedreaderApp(load([folder]).articles, "pier", notebook_file, together=True, folders=[str(folder)])
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        yield pilot


def write(path: Path, text: str) -> None:
    path.write_text(text)
    later = path.stat().st_mtime_ns + 5 * 10**9
    os.utime(path, ns=(later, later))


def cursor_words(pilot: Pilot[None]) -> str:
    start, end = app_of(pilot).session.here.cursor
    return app_of(pilot).session.here.article.text[start:end]


async def test_other_words_are_offered_and_taken_in_where_the_reader_stands(folder: Path) -> None:
    long = HARBOUR + "".join(
        f"Speaker {number} told the council of street {number}.\n" for number in range(60)
    )
    (folder / "a.txt").write_text(long)
    async with watching(folder) as pilot:
        app = app_of(pilot)
        await pilot.press("equals_sign")
        assert shows(pilot, "Nothing that is open has changed on disk.")
        await pilot.press(*"j" * 30, "a")
        await until(pilot, lambda: app.screen.query("Editor:focus"))
        await send(pilot, *"who says?", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        before, row = cursor_words(pilot), app.reader.cursor_row
        articles = app.articles
        write(folder / "a.txt", "Rain fell all week over the hills.\n" + long.replace("300", "500"))
        await until(pilot, lambda: shows(pilot, "Changed: a.txt. = takes it in."))
        assert app.articles == articles
        await pilot.press("equals_sign")
        await until(pilot, lambda: len(app.articles) == 3)
        await ready(pilot)
        await until(pilot, lambda: app.session.placed)
        assert (cursor_words(pilot), app.reader.cursor_row) == (before, row)
        assert "500 people" in app.articles[0].text
        assert app.articles[2].text == long
        (note,) = app.session.placed
        assert (note.spots[0].source, note.state) == (0, "exact")
        assert shows(pilot, "1 source has other words; the earlier text is 3, and V compares them.")
        assert "3 texts, 2 sources" in rows(pilot)[0]


async def test_a_new_file_is_offered_and_becomes_a_source_of_a_kept_story(folder: Path) -> None:
    async with watching(folder) as pilot:
        app = app_of(pilot)
        notebook = Notebook(notebook_file(), lambda _: None)
        keeping.keep(notebook, "Pier", app.articles, [str(folder)])
        app.open_story.become_kept(notebook.shelf.stories()[0].id)
        write(folder / "c.txt", "The pier will be painted green, the council said on Friday.\n")
        await until(pilot, lambda: shows(pilot, "New: c.txt. = takes it in."))
        await pilot.press("equals_sign")
        await until(pilot, lambda: len(app.articles) == 3)
        await until(pilot, lambda: shows(pilot, "1 new source from 3 on."))
        assert len(notebook.shelf.stories()[0].sources) == 3
        assert app.is_kept
        await pilot.press("equals_sign")
        await until(pilot, lambda: shows(pilot, "Nothing that is open has changed on disk."))


async def test_what_is_being_written_stays_and_nothing_is_taken_in_under_it(folder: Path) -> None:
    async with watching(folder) as pilot:
        app = app_of(pilot)
        await pilot.press("a")
        await until(pilot, lambda: app.screen.query("Editor:focus"))
        await send(pilot, *"half a thou")
        write(folder / "a.txt", HARBOUR + "The tram opens in May.\n")
        await until(pilot, lambda: app.open_story.files.offered)
        await app.take_in()
        assert len(app.articles) == 2
        await until(pilot, lambda: app.open_story.notebook.drafts.every())
        await pilot.press("escape")
        await until(pilot, lambda: not app.screen.query("Editor"))
        await pilot.press("equals_sign")
        await until(pilot, lambda: len(app.articles) == 3)
        assert [draft.body for draft in app.open_story.notebook.drafts.every()] == ["half a thou"]


async def test_a_file_that_went_is_no_change_and_the_program_ends_at_once(folder: Path) -> None:
    async with watching(folder) as pilot:
        (folder / "a.txt").unlink()
        write(folder / "b.txt", GAZETTE + "More was said on Friday evening in the town hall.\n")
        await until(pilot, lambda: shows(pilot, "Changed: b.txt. = takes it in."))
        await pilot.press("q")
    assert app_of(pilot).open_story.files._stop.is_set()


async def test_an_earlier_text_adds_no_open_conflicts(folder: Path) -> None:
    async with watching(folder) as pilot:
        app = app_of(pilot)
        await app.reader.run_command("keep_story")
        await until(pilot, lambda: app.screen.query("Editor:focus"))
        await send(pilot, "enter")
        shelf = Notebook(notebook_file()).shelf
        await until(pilot, lambda: bool(shelf.stories() and shelf.stories()[0].reading))
        before = shelf.stories()[0].reading
        write(folder / "a.txt", HARBOUR.replace("4 million", "5 million"))
        await until(pilot, lambda: shows(pilot, "Changed: a.txt. = takes it in."))
        await pilot.press("equals_sign")
        await until(pilot, lambda: len(app.articles) == 3 and app.session.story is not None)
        assert app.open_story._keep_reading() == ""
        after = shelf.stories()[0].reading
        assert before is not None and after is not None
        assert after.conflicts == before.conflicts > 0

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from seedreader.ingest.load_files import load
from seedreader.notebook import Notebook, version_of
from seedreader.session.source_filter import source_filter
from seedreader.shelf import keeping
from seedreader.shelf.opening import opened
from seedreader.ui.app import SeedreaderApp
from seedreader.ui.screens.kept.kept_screen import KeptScreen
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles
from tests.ui.driving import app_of, notebook_file, reading, ready, rows, send, shows, until
from tests.ui.screens.stories import two_events
from tests.ui.screens.stories.two_events import read_in_a_thread

__all__ = ["read_in_a_thread"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("harbour", HARBOUR), ("gazette", GAZETTE), ("weather", WEATHER)):
        (tmp_path / f"{name}.txt").write_text(text)
    return tmp_path


@pytest.fixture
def notebook(folder: Path) -> Notebook:
    notebook = Notebook(notebook_file(), lambda _: None)
    pier = load([folder / "harbour.txt", folder / "gazette.txt"]).articles
    keeping.keep(notebook, "Pier", pier)
    keeping.keep(notebook, "Weather", load([folder / "weather.txt"]).articles)
    return notebook


def program() -> SeedreaderApp:
    return SeedreaderApp((), "kept stories", notebook_file, lists_kept=True)


@asynccontextmanager
async def listing(size: tuple[int, int] = (120, 36)) -> AsyncIterator[Pilot[None]]:
    async with program().run_test(size=size) as pilot:
        await until(pilot, lambda: screen_of(pilot).shown)
        await until(pilot, lambda: screen_of(pilot)._files)
        await pilot.pause()
        yield pilot


def screen_of(pilot: Pilot[None]) -> KeptScreen:
    screen = pilot.app.screen
    assert isinstance(screen, KeptScreen)
    return screen


def listed(pilot: Pilot[None]) -> list[str]:
    return [row.story.name for row in screen_of(pilot).shown if row.source is None]


@pytest.mark.usefixtures("notebook")
async def test_stories_are_listed_and_one_is_read_where_it_was_left() -> None:
    async with listing() as pilot:
        assert listed(pilot) == ["Pier", "Weather"]
        assert "2" in rows(pilot)[2] and "not yet" in rows(pilot)[2]
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)
        await ready(pilot)
        assert rows(pilot)[0].startswith(" seedreader  Pier · 2 sources")
        await pilot.press("j", "j")
        place = app_of(pilot).session.place
        await pilot.press("O")
        await until(pilot, lambda: pilot.app.screen is not app_of(pilot).reader)
        await until(pilot, lambda: not shows(pilot, "Reading the notebook"))
        await pilot.press("j", "enter")
        await until(pilot, lambda: app_of(pilot).story_name == "Weather")
        await pilot.press("O")
        await until(pilot, lambda: isinstance(pilot.app.screen, KeptScreen))
        await pilot.press("g", "enter")
        await until(pilot, lambda: app_of(pilot).story_name == "Pier")
        await ready(pilot)
        assert app_of(pilot).session.place == place


async def test_what_a_story_came_to_and_what_was_read_is_in_the_list(notebook: Notebook) -> None:
    async with listing() as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: app_of(pilot).articles)
        await ready(pilot)
        await pilot.press("G")
        await until(pilot, lambda: notebook.shelf.read())
        await until(pilot, lambda: notebook.shelf.stories()[0].reading)
        assert notebook.shelf.read() == {version_of(HARBOUR)}
        await pilot.press("O")
        await until(pilot, lambda: isinstance(pilot.app.screen, KeptScreen))
        await until(pilot, lambda: len(screen_of(pilot).shown[0].story.unread) == 1)
        assert screen_of(pilot).shown[0].conflicts == 1
        await pilot.press("l", "j")
        assert shows(pilot, "harbour · read")


async def test_reading_a_folder_marks_nothing_unless_the_reader_says_so() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("G", "asterisk")
        await until(pilot, lambda: shows(pilot, "Marked as read; * changes that."))
        notebook = Notebook(notebook_file())
        await until(pilot, lambda: notebook.shelf.read() == {version_of(HARBOUR)})
        await pilot.press("l", "G")
        await pilot.press("s")
        await until(pilot, lambda: shows(pilot, "1 read"))
        await pilot.press("j", "asterisk")
        await until(pilot, lambda: shows(pilot, "2 read"))
        await until(pilot, lambda: len(notebook.shelf.read()) == 2)


async def test_the_open_story_is_kept_under_a_name(notebook: Notebook) -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("O")
        await until(pilot, lambda: isinstance(pilot.app.screen, KeptScreen))
        await until(pilot, lambda: screen_of(pilot).shown)
        await pilot.press("K")
        await until(pilot, lambda: pilot.app.screen.query("Editor:focus"))
        await pilot.press("ctrl+u")
        await send(pilot, *"Pier", "enter")
        await until(pilot, lambda: shows(pilot, "“Pier” is kept already"))
        await send(pilot, *" again", "enter")
        await until(pilot, lambda: shows(pilot, "Kept as “Pier again”"))
        await until(pilot, lambda: listed(pilot) == ["Pier", "Pier again", "Weather"])
        assert len(notebook.shelf.stories()[1].sources) == 2
        await pilot.press("q")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)


async def test_a_kept_story_is_told_so_and_has_its_name(tmp_path: Path) -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await app_of(pilot).reader.run_command("keep_story")
        await until(pilot, lambda: pilot.app.screen.query("Editor:focus"))
        await send(pilot, "enter")
        await until(pilot, lambda: shows(pilot, "Kept as “test story”"))
        assert app_of(pilot).is_kept
        await app_of(pilot).reader.run_command("keep_story")
        await until(pilot, lambda: shows(pilot, "It is kept as “test story” already."))
        await until(pilot, lambda: app_of(pilot).session.story is not None)
        questions = {title: act for title, _, act in app_of(pilot).reader.palette_questions()}
        questions["Report as text"]()
        await until(pilot, lambda: pilot.app.screen.query("Editor:focus"))
        await pilot.press("ctrl+u", "ctrl+k")
        await send(pilot, *str(tmp_path / "r.txt"), "enter")
        await until(pilot, lambda: shows(pilot, "Report written to"))
        assert (tmp_path / "r.txt").read_text().startswith("test story\n==========\n")
        await until(pilot, lambda: Notebook(notebook_file()).shelf.stories()[0].reading)


async def test_changes_are_made_undone_and_redone(notebook: Notebook) -> None:
    async with listing() as pilot:
        await pilot.press("r", "ctrl+u")
        await until(pilot, lambda: pilot.app.screen.query("Editor:focus"))
        await pilot.press("ctrl+u")
        await send(pilot, *"Quay", "enter")
        await until(pilot, lambda: shows(pilot, "is called “Quay” now; u takes that back."))
        assert listed(pilot) == ["Quay", "Weather"]
        await pilot.press("A")
        await until(pilot, lambda: listed(pilot) == ["Weather"])
        await pilot.press("u")
        await until(pilot, lambda: shows(pilot, "Undid: archiving of story “Quay”."))
        await pilot.press("u")
        await until(pilot, lambda: listed(pilot) == ["Pier", "Weather"])
        await pilot.press("U")
        await until(pilot, lambda: listed(pilot) == ["Quay", "Weather"])
        await pilot.press("g", "x")
        assert shows(pilot, "Choose one of its sources first: l shows them.")
        await pilot.press("l", "j", "x")
        await until(pilot, lambda: len(notebook.shelf.stories()[0].sources) == 1)
        await until(pilot, lambda: shows(pilot, "Taken out of “Quay”"))


async def test_archived_stories_are_shown_when_asked_for(notebook: Notebook) -> None:
    notebook.shelf.archive(notebook.shelf.stories()[0])
    async with listing() as pilot:
        assert listed(pilot) == ["Weather"]
        await pilot.press("z")
        assert listed(pilot) == ["Pier", "Weather"]
        await pilot.press("g", "A")
        await until(pilot, lambda: shows(pilot, "“Pier” is back in the list"))
        assert not notebook.shelf.stories()[0].is_archived


async def test_files_that_changed_or_are_gone_are_counted_and_filtered(
    notebook: Notebook, folder: Path
) -> None:
    (folder / "harbour.txt").write_text(HARBOUR + "Later the mayor resigned.\n")
    (folder / "weather.txt").unlink()
    async with listing() as pilot:
        await pilot.press("slash")
        await send(pilot, *"is:changed", "enter")
        assert listed(pilot) == ["Pier"]
        await pilot.press("escape", "slash")
        await send(pilot, *"is:missing", "enter")
        assert listed(pilot) == ["Weather"]
        await pilot.press("enter")
        await until(pilot, lambda: app_of(pilot).articles)
        assert app_of(pilot).articles[0].text == WEATHER
        await until(pilot, lambda: shows(pilot, "is not at its place"))
    assert [story.name for story in notebook.shelf.stories()] == ["Pier", "Weather"]


@pytest.mark.usefixtures("notebook")
async def test_a_file_is_added_and_a_slip_is_told(folder: Path, notebook: Notebook) -> None:
    async with listing() as pilot:
        await pilot.press("a")
        await until(pilot, lambda: pilot.app.screen.query("Editor:focus"))
        await send(pilot, *str(folder / "wether.txt"), "enter")
        await until(pilot, lambda: shows(pilot, "does not exist"))
        await pilot.press("ctrl+u")
        await send(pilot, *str(folder / "weather.txt"), "enter")
        await until(pilot, lambda: shows(pilot, "1 source added to “Pier”."))
        assert len(notebook.shelf.stories()[0].sources) == 3


async def test_q_quits_where_nothing_is_open_and_esc_says_how() -> None:
    async with program().run_test() as pilot:
        await until(pilot, lambda: shows(pilot, "No story is kept yet."))
        await pilot.press("escape")
        assert shows(pilot, "q quits.")
        await pilot.press("q")
        await until(pilot, lambda: pilot.app.return_code is not None)


async def test_only_listed_sources_stand_side_by_side() -> None:
    async with reading(articles(HARBOUR, GAZETTE, HARBOUR.replace("pier", "quay"))) as pilot:
        await pilot.press("s", "slash")
        await send(pilot, *"word:park", "enter")
        await pilot.press("z")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)
        await until(pilot, lambda: len(app_of(pilot).reader.panes) == 1)
        assert app_of(pilot).session.focus == 1
        await pilot.press("0")
        await until(pilot, lambda: len(app_of(pilot).reader.panes) == 3)


@pytest.mark.usefixtures("read_in_a_thread")
async def test_a_found_story_is_kept_and_a_kept_one_read_over_the_list_of_found_ones(
    notebook: Notebook,
) -> None:
    async with two_events.listed(two_events.articles(two_events.FERRY, two_events.PIER)) as pilot:
        found = pilot.app.screen
        await pilot.press("K")
        await until(pilot, lambda: pilot.app.screen.query("Editor:focus"))
        await pilot.press("ctrl+u")
        await send(pilot, *"Ferry", "enter")
        await until(pilot, lambda: shows(pilot, "Kept as “Ferry”"))
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)
        await pilot.press("O")
        await until(pilot, lambda: isinstance(pilot.app.screen, KeptScreen) and listed(pilot))
        assert listed(pilot) == ["Ferry", "Pier", "Weather"]
        await pilot.press("j", "enter")
        await until(pilot, lambda: app_of(pilot).story_name == "Pier")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)
        await pilot.press("S")
        await until(pilot, lambda: pilot.app.screen is found)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)
        assert app_of(pilot).story_name == "Pier"
    assert [story.name for story in notebook.shelf.stories()] == ["Ferry", "Pier", "Weather"]


async def test_what_some_of_the_sources_come_to_is_not_taken_for_the_story(notebook: Notebook) -> None:
    whole = opened(notebook.shelf.stories()[0], notebook)
    part = whole.only(source_filter(words=["park"]))
    app = SeedreaderApp(part.articles, part.name, notebook_file, opened=part)
    async with app.run_test() as pilot:
        await ready(pilot)
        assert rows(pilot)[0].startswith(" seedreader  Pier · park")
    assert notebook.shelf.stories()[0].reading is None

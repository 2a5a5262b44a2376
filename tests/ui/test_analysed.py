"""Analyses come when they are done, which may be after what they were made of has changed."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest

from seedreader.article import Article, Correction, SourceId, Structure
from seedreader.notebook import Notebook
from seedreader.session.user_overrides import Corrections
from seedreader.story import Story
from seedreader.ui import story_work
from seedreader.ui.work_messages import StoryAnalysed
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles
from tests.ui.driving import PATIENCE, app_of, notebook_file, reader, reading, ready, send, shows, until


async def test_an_analysis_of_corrections_that_hold_no_longer_is_not_shown() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        app = app_of(pilot)
        before = app.session.story
        marked: Corrections = {app.articles[0]: (Correction(0, 52, "boilerplate"),)}
        stale = Story(app.articles, marked)
        app.post_message(StoryAnalysed(app.open_story, stale, marked))
        await pilot.pause()
        assert app.session.story is before
        assert not app.session.sources[0].boilerplate
        app.post_message(StoryAnalysed(app.open_story, Story(app.articles), {}))
        await until(pilot, lambda: app.session.story is not before)
        await send(pilot, "j")


async def test_an_analysis_of_a_story_that_is_no_longer_open_is_not_shown() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        app = app_of(pilot)
        before = app.session.story
        app.post_message(StoryAnalysed(object(), Story(app.articles), {}))
        await pilot.pause()
        assert app.session.story is before


@pytest.mark.parametrize("notes", [0, 1])
async def test_a_correction_undone_before_the_screen_heard_of_it_leaves_no_story_unread(
    monkeypatch: pytest.MonkeyPatch, notes: int
) -> None:
    given = articles(HARBOUR, GAZETTE)
    for article in given:
        object.__setattr__(article, "source", SourceId(f"file:///{article.name}"))
    notebook = Notebook(notebook_file())
    for _ in range(notes):
        notebook.add(given[1], [(0, 10)], "note", "who says?")
    notebook.add(given[0], [(0, 52)], "boilerplate", "")
    undone, read = Event(), story_work.read_notebook

    def read_late(*asked: Any) -> Any:
        held = read(*asked)
        assert undone.wait(PATIENCE)
        return held

    monkeypatch.setattr(story_work, "read_notebook", read_late)
    async with reader(given).run_test() as pilot:
        await pilot.press("u")
        await until(pilot, lambda: shows(pilot, "Undid"))
        undone.set()
        await ready(pilot)
        assert not app_of(pilot).session.sources[0].boilerplate


MENU = "".join(f"Section {number}\n" for number in range(60))
PAGES = [
    Article(
        MENU + text * 20,
        name=name,
        structure=(Structure(0, len(MENU), "navigation"),),
    )
    for name, text in (("one", HARBOUR), ("two", WEATHER))
]


async def test_every_column_opens_at_the_article_below_its_menu_before_the_analysis_too() -> None:
    async with reader(PAGES).run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        assert shows(pilot, "The harbour council approved")
        assert shows(pilot, "Rain fell over the northern")
        await ready(pilot)
        session, views = app_of(pilot).session, app_of(pilot).reader.views
        assert [source.cursor[0] for source in session.sources] == [len(MENU)] * 2
        assert all(
            0 <= view.rows(source.cursor)[0] < view.height // 2
            for view, source in zip(views, session.sources, strict=True)
        )


async def test_a_text_whose_menu_the_analysis_finds_is_shown_below_it_then() -> None:
    menu = "Skip to content\nHome\nSign in\n" * 15
    plain = articles(menu + "\n" + HARBOUR * 20, menu + "\n" + WEATHER * 20)
    async with reading(plain, (100, 24)) as pilot:
        assert shows(pilot, "The harbour council approved")
        assert shows(pilot, "Rain fell over the northern")


async def test_the_analysis_does_not_scroll_a_column_that_the_reader_scrolled() -> None:
    async with reader(PAGES).run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        view = app_of(pilot).reader.views[1]
        assert view.scroll_by(-7)
        top = view.top
        await ready(pilot)
        assert view.top == top

"""Analyses come when they are done, which may be after what they were made of has changed."""

from __future__ import annotations

from seedreader.article import Article, Correction, Structure
from seedreader.session.user_overrides import Corrections
from seedreader.story import Story
from seedreader.ui.work_messages import StoryAnalysed
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles
from tests.ui.driving import app_of, reader, reading, ready, send, shows, until


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

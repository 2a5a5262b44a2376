"""Analyses come when they are done, which may be after what they were made of has changed."""

from __future__ import annotations

from seedreader.article import Correction
from seedreader.session.user_overrides import Corrections
from seedreader.story import Story
from seedreader.ui.work_messages import StoryAnalysed
from tests.stories import GAZETTE, HARBOUR, articles
from tests.ui.driving import app_of, reading, send, until


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

"""A text too long to be analysed unasked: read, annotated, and analysed when asked."""

from __future__ import annotations

import pytest

from seedreader.session import long_texts
from tests.stories import GAZETTE, HARBOUR, articles
from tests.ui.driving import app_of, reader, ready, shows, until


@pytest.fixture(autouse=True)
def low_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_texts, "LONG", 100)


async def test_a_long_text_is_read_and_analysed_when_asked() -> None:
    async with reader(articles(HARBOUR)).run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: shows(pilot, "not analysed"))
        assert shows(pilot, "R analyses it.")
        session = app_of(pilot).session
        before = session.place
        await pilot.press("j")
        assert session.place != before
        assert session.story is None
        await pilot.press("R")
        assert shows(pilot, "Analysing; you can read on")
        await ready(pilot)
        assert shows(pilot, "claim ")
        await pilot.press("R")
        assert shows(pilot, "Everything is analysed.")


async def test_an_annotation_does_not_start_the_analysis() -> None:
    async with reader(articles(HARBOUR, GAZETTE)).run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: shows(pilot, "not compared"))
        await pilot.press("B")
        await until(pilot, lambda: len(app_of(pilot).session.placed) == 1)
        await pilot.pause()
        assert shows(pilot, "not compared")
        await pilot.press("R")
        await ready(pilot)
        assert shows(pilot, "2 sources")


async def test_a_long_text_does_not_stop_the_comparison_of_the_others() -> None:
    long = HARBOUR + "A line that says nothing of the matter at all.\n" * 4
    texts = (GAZETTE[:95], long, HARBOUR.split("\n")[0][:95])
    async with reader(articles(*texts)).run_test(size=(200, 36)) as pilot:
        await ready(pilot)
        session = app_of(pilot).session
        assert session.story is not None
        assert session.story.links
        assert shows(pilot, "Source 2 is not compared; R does it.")
        assert len(session.sources[1].sentences) > 5
        assert session.sources[1].claims == ()
        assert all(link.a.article is not session.story.articles[1] for link in session.story.links)
        await pilot.press("2", "j", "j")
        assert session.here.cursor[0] > 0
        assert session.evidence() == ()
        assert shows(pilot, "compared only when you ask")
        assert not shows(pilot, "no match found")
        await pilot.press("1")
        assert not shows(pilot, "no match found in 2")
        assert shows(pilot, "not compared: 2")
        await pilot.press("R")
        await until(pilot, lambda: session.sources[1].claims)
        assert any(link.b.article is session.story.articles[1] for link in session.story.links)
        await pilot.press("R")
        assert shows(pilot, "Everything is analysed.")

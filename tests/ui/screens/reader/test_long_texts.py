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
        assert shows(pilot, "R does it.")
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

"""Work that takes long is shown with a bar, can be stopped and begun again; no cursor jumps."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest

from seedreader.session.progress import Progress
from seedreader.ui import work_progress
from tests.stories import GAZETTE, HARBOUR, articles
from tests.ui.driving import app_of, reader, ready, rows, shows, until


@pytest.mark.parametrize(
    ("progress", "counted"),
    [
        (Progress("Comparing", 0, 0), "…"),
        (Progress("Comparing", 12, 60, 1.0), "12 of 60"),
        (Progress("Comparing", 12, 60, 4.0), "12 of 60 · 16 s left"),
        (Progress("Comparing", 1, 1_000, 4.0), "1 of 1,000 · 67 min left"),
        (Progress("Comparing", 59, 60, 6.0), "59 of 60 · 1 s left"),
    ],
)
def test_how_long_it_takes_is_told_once_it_can_be_known(progress: Progress, counted: str) -> None:
    assert progress.counted == counted


async def test_long_work_is_shown_stopped_and_begun_again(monkeypatch: pytest.MonkeyPatch) -> None:
    going_on, slow = Event(), True

    def part(self: work_progress.WorkProgress, what: str) -> Callable[[int, int], None]:
        def told(_: int, __: int) -> None:
            if slow:
                self._tell(Progress(what, 12, 60, 4.0))
                going_on.wait(20)
            if self._stopped:
                raise work_progress.StoppedError

        return told

    monkeypatch.setattr(work_progress.WorkProgress, "part", part)
    app = reader(articles(HARBOUR, GAZETTE))
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: shows(pilot, "12 of 60 · 16 s left"))
        assert shows(pilot, "█")
        assert shows(pilot, "20%")
        await pilot.press("j", "j")
        cursor = app.session.here.cursor
        await pilot.press("R")
        assert shows(pilot, "Stopping …")
        slow = False
        going_on.set()
        await until(pilot, lambda: shows(pilot, "Stopped: the sources are not compared; R does it."))
        assert app.session.story is None
        assert not shows(pilot, "█")
        await pilot.press("R")
        await ready(pilot)
        assert app.session.here.cursor == cursor
        assert not any("Stopped" in row for row in rows(pilot))
        assert app_of(pilot).session.progress is None


async def test_that_sources_are_still_read_is_said_until_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    going_on = Event()

    def part(_: work_progress.WorkProgress, __: str) -> Callable[[int, int], object]:
        return lambda _, __: going_on.wait(20)

    monkeypatch.setattr(work_progress.WorkProgress, "part", part)
    async with reader(articles(HARBOUR, GAZETTE)).run_test(size=(120, 36)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "Still reading the sources …"))
        going_on.set()
        await ready(pilot)
        await until(pilot, lambda: not shows(pilot, "Still reading"))

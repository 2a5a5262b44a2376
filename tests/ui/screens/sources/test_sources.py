from __future__ import annotations

from datetime import date

import pytest
from textual.pilot import Pilot

from seedreader.article import Article
from seedreader.session import StoryPassage
from seedreader.ui.open_story import OpenStory
from seedreader.ui.screens.sources.sources_screen import SourcesScreen
from seedreader.ui.screens.timeline.timeline_screen import TimelineScreen
from tests.ui.driving import app_of, reader, reading, rows, shows, until
from tests.ui.screens.timeline.test_timeline import FERRY, FLOOD, PIER


def story() -> list[Article]:
    return [
        Article(PIER, "Pier", title="A pier for Tarn", published=date(2025, 3, 27)),
        Article(f"{FERRY}Nobody was hurt, police said.\n", "Ferry", published=date(2024, 3, 28)),
        Article(FLOOD, "Flood", published=date(2025, 3, 29)),
        Article("All rights reserved.\n", "Empty"),
    ]


def screen_of(pilot: Pilot[None]) -> SourcesScreen:
    screen = pilot.app.screen
    assert isinstance(screen, SourcesScreen)
    return screen


async def opened(pilot: Pilot[None]) -> SourcesScreen:
    await pilot.press("s")
    await until(pilot, lambda: isinstance(pilot.app.screen, SourcesScreen) and screen_of(pilot).shown)
    await pilot.pause()
    return screen_of(pilot)


def row_of(pilot: Pilot[None], name: str) -> str:
    return next(row for row in rows(pilot) if row[6:].startswith(name))


def numbers(screen: SourcesScreen) -> list[int]:
    return [row.profile.number + 1 for row in screen.shown]


async def test_each_source_has_a_row_with_its_date_length_claims_and_doubt() -> None:
    async with reading(story()) as pilot:
        await opened(pilot)
        assert shows(pilot, "Sources · 4 · 4 origins · ! 1 date uncertain")
        pier, flood = row_of(pilot, "Pier"), row_of(pilot, "Flood")
        assert "27 Mar 2025" in pier
        assert f" {len(PIER.split())} " in pier
        assert "A pier for Tarn" in pier
        assert (pier[1], flood[1]) == (" ", "!")
        assert "no date" in row_of(pilot, "Empty")


async def test_the_chosen_source_is_told_whole() -> None:
    async with reading(story()) as pilot:
        await opened(pilot)
        await pilot.press("3")
        assert shows(pilot, "! date")
        assert shows(pilot, "speaks of the 70th anniversary of 27 Jul 1953")
        assert shows(pilot, "page dated 29 Mar 2025; its words put it on 27 Jul 2023")
        assert shows(pilot, "without a name: the mayor 1")
        assert shows(pilot, "its own: no other source carries this text")
        assert shows(pilot, f"{len(FLOOD.split())} words")


async def test_it_begins_at_the_source_that_is_read_and_enter_goes_to_another() -> None:
    async with reading(story()) as pilot:
        session = app_of(pilot).session
        await pilot.press("2", "j")
        left = session.place
        screen = await opened(pilot)
        assert screen.chosen is not None
        assert screen.chosen.profile.number == 1
        await pilot.press("k", "enter")
        await until(pilot, lambda: session.focus == 0)
        assert session.place == StoryPassage(0, *session.sources[0].cursor)
        await pilot.press("backspace")
        assert session.place == left


@pytest.mark.parametrize("key", ["s", "escape"])
async def test_it_closes_without_moving(key: str) -> None:
    async with reading(story()) as pilot:
        before = app_of(pilot).session.place
        await opened(pilot)
        await pilot.press(key)
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)
        assert app_of(pilot).session.place == before


async def test_sorting_goes_through_the_orders_and_keeps_what_is_chosen() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot)
        await pilot.press("3")
        expected = {"date": [3, 2, 1, 4], "length": [3, 2, 1, 4]}
        while screen.order != "length":
            await pilot.press("S")
            assert numbers(screen) == expected[screen.order]
            assert shows(pilot, f"by {screen.order}")
            assert screen.chosen is not None
            assert screen.chosen.profile.number == 2
        assert any("words▼" in row for row in rows(pilot))
        for _ in range(5):
            await pilot.press("S")
        assert (screen.order, numbers(screen)) == ("order", [1, 2, 3, 4])


async def test_what_a_filter_takes() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot)
        for wanted, found in {
            "is:doubted": [3],
            "is:undated": [4],
            "is:shared": [],
            "year:2025": [1, 3],
            "year:2023": [3],
            "source:2 source:1": [1, 2],
            "police": [2],
            "pier tarn": [1],
        }.items():
            screen.filtering.want(wanted)
            assert numbers(screen) == found
        await pilot.press("slash", *"zebra", "enter")
        assert shows(pilot, "None of 4 fits the filter")
        await pilot.press("escape")
        assert numbers(screen) == [1, 2, 3, 4]


async def test_a_digit_that_the_filter_hides_says_so() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot)
        screen.filtering.want("is:undated")
        await pilot.press("1")
        assert shows(pilot, "Source 1 is not listed.")


async def test_a_source_s_days_on_the_line_of_time() -> None:
    async with reading(story()) as pilot:
        await opened(pilot)
        await pilot.press("3", "D")
        await until(pilot, lambda: isinstance(pilot.app.screen, TimelineScreen))
        await until(pilot, lambda: shows(pilot, "source:3"))
        await until(pilot, lambda: pilot.app.screen.shown)  # type: ignore[attr-defined]
        await pilot.press("g", "enter")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)
        assert app_of(pilot).session.focus == 2


async def test_before_the_analysis_it_waits_and_then_fills(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OpenStory, "_read", lambda _: None)
    app = reader(story())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: shows(pilot, "Reading the sources"))
        app.open_story.analyse(app.articles, {})
        await until(pilot, lambda: app.session.story is not None)
        await until(pilot, lambda: screen_of(pilot).shown)
        assert "27 Mar 2025" in row_of(pilot, "Pier")


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (300, 80)])
@pytest.mark.parametrize("sources", [1, 60])
async def test_any_size_and_number_of_sources(size: tuple[int, int], sources: int) -> None:
    articles = [
        Article(f"The pier number {n} of Tarn was opened on Monday.", f"Pier {n}") for n in range(sources)
    ]
    async with reading(articles, size) as pilot:
        screen = await opened(pilot)
        assert f"of {sources}" in screen.tally() or len(screen.shown) == sources
        await pilot.press("G", "S", "S", "v", "v", "space", "b")
        assert all(len(row) <= size[0] for row in rows(pilot))
        await pilot.resize_terminal(60, 16)
        await pilot.pause()
        assert screen.chosen is not None


async def test_hostile_text_is_harmless() -> None:
    text = "“The dam [bold]broke\x1b[31m,” said \u202eMayor 水\u200d Ruiz[/bold] on Monday. " * 200
    async with reading(
        [Article(text, "[red]\x00\u202ename", title="\x1b]0;x\x07"), Article("", "")]
    ) as pilot:
        await opened(pilot)
        await pilot.press("v", "j", "k", "S")
        shown = "".join(rows(pilot))
        assert not any(c in shown for c in ("\x1b", "\u202e", "\x00", "\x07", "\u200d"))


async def test_sources_of_one_origin_are_told_as_a_range() -> None:
    copies = [Article(PIER, f"Pier {number}") for number in range(1, 6)]
    async with reading(copies, (120, 36)) as pilot:
        await opened(pilot)
        assert shows(pilot, "≡ 2–5")

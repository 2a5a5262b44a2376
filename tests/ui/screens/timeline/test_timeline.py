from __future__ import annotations

from datetime import date

import pytest
from textual.pilot import Pilot

from seedreader.article import Article
from seedreader.session import StoryPassage
from seedreader.ui.open_story import OpenStory
from seedreader.ui.screens.timeline.timeline_screen import TimelineScreen
from seedreader.ui.work_messages import StoryAnalysed
from tests.ui.driving import app_of, reader, reading, rows, shows, until

PIER = """The council of Tarn approved the pier on Tuesday, the mayor said.
Work on it began in March 2021, and it cost 20 million euros.
"""
FERRY = """A ferry from Tarn ran aground on Wednesday, police said.
It had carried 90 people across the Orla every day since 2019.
"""
FLOOD = """Tarn marked the 70th anniversary of the flood on Thursday with a walk, the mayor said.
The flood of July 27, 1953 killed 14 people and destroyed 300 houses.
"""


def story() -> list[Article]:
    return [
        Article(PIER, "Pier", published=date(2025, 3, 27)),
        Article(FERRY, "Ferry", published=date(2025, 3, 28)),
        Article(FLOOD, "Flood", published=date(2025, 3, 29)),
    ]


def screen_of(pilot: Pilot[None]) -> TimelineScreen:
    screen = pilot.app.screen
    assert isinstance(screen, TimelineScreen)
    return screen


async def opened(pilot: Pilot[None]) -> TimelineScreen:
    await pilot.press("D")
    await until(pilot, lambda: isinstance(pilot.app.screen, TimelineScreen) and screen_of(pilot).shown)
    await pilot.pause()
    return screen_of(pilot)


async def typed(pilot: Pilot[None], text: str) -> None:
    await pilot.press("slash", *(" " if c == " " else {":": "colon", "-": "minus"}.get(c, c) for c in text))


def row_with(pilot: Pilot[None], text: str) -> str:
    return next(row for row in rows(pilot) if text in row)


async def test_every_dated_statement_stands_in_order_of_time_with_the_page_dates() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot)
        firsts = [moment.event.day for moment in screen.shown]
        assert firsts == sorted(firsts)
        assert shows(pilot, f"Timeline · {len(screen.items)}")
        assert "July 27, 1953" in row_with(pilot, "27 Jul 1953")
        assert "◇!" in row_with(pilot, "its words’ day")
        assert sum("the page’s date" in row for row in rows(pilot)) == 3


async def test_the_strip_has_a_row_for_each_source_and_marks_what_is_in_doubt() -> None:
    async with reading(story()) as pilot:
        await opened(pilot)
        strip = [row for row in rows(pilot) if row[2:].startswith(("1 Pier", "2 Ferry", "3 Flood"))]
        assert len(strip) == 3
        assert [row[0] for row in strip] == [" ", " ", "!"]
        assert ["◆" in row for row in strip] == [True, True, True]
        assert ["◇" in row for row in strip] == [False, False, True]
        assert shows(pilot, "by day")


async def test_it_begins_where_the_reader_is() -> None:
    async with reading(story()) as pilot:
        await pilot.press("2", "j")
        screen = await opened(pilot)
        assert screen.chosen is not None
        assert (screen.chosen.event.source, screen.chosen.event.first) == (1, date(2019, 1, 1))


async def test_enter_goes_to_the_passage_and_back_comes_home() -> None:
    async with reading(story()) as pilot:
        before = app_of(pilot).session.place
        screen = await opened(pilot)
        await pilot.press("g")
        event = screen.shown[0].event
        await pilot.press("enter")
        await until(
            pilot, lambda: app_of(pilot).session.place == StoryPassage(event.source, event.start, event.end)
        )
        await pilot.press("backspace")
        assert app_of(pilot).session.place == before


@pytest.mark.parametrize("key", ["D", "escape"])
async def test_it_closes_without_moving(key: str) -> None:
    async with reading(story()) as pilot:
        before = app_of(pilot).session.place
        await opened(pilot)
        await pilot.press(key)
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)
        assert app_of(pilot).session.place == before


async def test_a_filter_follows_at_each_key() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot)
        await typed(pilot, "source:2")
        assert {moment.event.source for moment in screen.shown} == {1}
        await pilot.press("enter")
        assert screen.wanted == "source:2"
        await pilot.press("escape")
        assert len(screen.shown) == len(screen.items)
        await typed(pilot, "zebra")
        assert shows(pilot, f"None of {len(screen.items)} fits the filter “zebra”.")


async def test_what_a_filter_takes() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot)
        for wanted, found in {
            "source:fer": {1},
            "year:1953": {2},
            "before:1960": {2},
            "after:2025-03-29": {2},
            "on:2021-03": {0},
            "kind:page": {0, 1, 2},
            "ferry": {1},
            "ferry source:1": set(),
        }.items():
            screen.filtering.want(wanted)
            assert {moment.event.source for moment in screen.shown} == found


async def test_digits_show_one_source_only_and_0_all() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot)
        await pilot.press("3")
        assert {moment.event.source for moment in screen.shown} == {2}
        await pilot.press("0")
        assert len(screen.shown) == len(screen.items)
        await pilot.press("9")
        assert shows(pilot, "There is no source 9.")


async def test_zooming_goes_through_years_months_and_days() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot)
        for unit in ("year", "month", "day"):
            await pilot.press("z")
            assert shows(pilot, f"by {unit}")
            assert screen.unit == unit
        await pilot.press("z")
        assert screen.unit is None


async def test_moving_by_groups_and_over_gaps() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot)
        await pilot.press("z", "g", "l")
        assert screen.chosen is not None
        assert screen.chosen.event.day.year == 2019
        await pilot.press("h")
        assert screen.chosen.event.day.year == 1953
        await pilot.press("n")
        assert screen.chosen.event.day.year == 2019
        await pilot.press("N", "N")
        assert screen.chosen.event.day.year == 1953
        assert shows(pilot, "No gap before.")
        await pilot.press("G", "n")
        assert shows(pilot, "No gap further on.")


async def test_the_chosen_passage_is_shown_whole_with_why_its_page_is_in_doubt() -> None:
    async with reading(story(), (80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("g")
        assert shows(pilot, "unattributed")
        await pilot.press("v")
        assert shows(pilot, "dated 29 Mar 2025")
        assert shows(pilot, "70th anniversary of 27 Jul 1953")
        assert screen.whole


async def test_a_click_chooses_and_two_go_there() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot)
        y = next(y for y, row in enumerate(rows(pilot)) if "March 2021" in row)
        await pilot.click(offset=(60, y))
        chosen = screen.chosen
        assert chosen is not None
        assert chosen.event.first == date(2021, 3, 1)
        await pilot.click(offset=(60, y), times=2)
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)
        assert app_of(pilot).session.place == StoryPassage(0, chosen.event.start, chosen.event.end)


async def test_before_the_analysis_it_waits_and_then_fills(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OpenStory, "_read", lambda _: None)
    app = reader(story())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("D")
        await until(pilot, lambda: shows(pilot, "Reading the sources"))
        app.open_story.analyse(app.articles, {})
        await until(pilot, lambda: app.session.story is not None)
        await until(pilot, lambda: screen_of(pilot).shown)
        assert shows(pilot, "27 Jul 1953")


async def test_a_failure_is_told() -> None:
    async with reading(story()) as pilot:
        session = app_of(pilot).session
        session.story, session.failure = None, "The sources can be read but not compared: no memory."
        await pilot.press("D")
        await until(pilot, lambda: shows(pilot, "not compared: no memory."))


async def test_the_analysis_made_anew_keeps_what_is_chosen() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot)
        await pilot.press("g", "j", "j")
        key = screen.chosen.key if screen.chosen else ""
        items, made = screen.items, app_of(pilot).session.story
        assert made is not None
        app_of(pilot).post_message(StoryAnalysed(app_of(pilot).open_story, made.with_verdicts(()), {}))
        await until(pilot, lambda: screen.items is not items)
        assert screen.chosen is not None
        assert screen.chosen.key == key


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (300, 80)])
@pytest.mark.parametrize("sources", [1, 30])
async def test_any_size_and_number_of_sources(size: tuple[int, int], sources: int) -> None:
    articles = [
        Article(
            f"The pier number {n} of Tarn was opened on Monday. It was begun in May {1990 + n}.",
            f"Pier {n}",
            published=date(2025, 1 + n % 12, 1 + n % 28),
        )
        for n in range(sources)
    ]
    async with reading(articles, size) as pilot:
        screen = await opened(pilot)
        await pilot.press("z", "z", "z", "G", "h", "v", "v", "space", "b")
        assert screen.chosen is not None
        assert all(len(row) <= size[0] for row in rows(pilot))
        await pilot.resize_terminal(60, 16)
        await pilot.pause()
        assert screen.chosen is not None


async def test_hostile_text_is_harmless() -> None:
    text = (
        "[bold]The dam\x1b[31m of Tarn[/bold] \u202ebroke in May 2023 \U0001f469\u200d\U0001f467"
        " and 水 killed 14 people.\n" + "The dam broke in May 2022 and " * 1000
    )
    async with reading(
        [Article(text, "[red]\x00\u202ename", published=date(2025, 3, 1)), Article("", "")]
    ) as pilot:
        await opened(pilot)
        await pilot.press("g", "j", "v", "G")
        shown = "".join(rows(pilot))
        assert not any(c in shown for c in ("\x1b", "\u202e", "\x00", "\u200d"))


async def test_nothing_dated_says_so() -> None:
    async with reading([Article("The pier is long. People like to walk on it.", "a")]) as pilot:
        await pilot.press("D")
        await until(pilot, lambda: shows(pilot, "No source names a day."))
        await pilot.press("j", "k", "n", "l", "z", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, TimelineScreen))

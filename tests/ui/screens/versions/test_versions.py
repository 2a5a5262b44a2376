from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from seedreader.article import Article, SourceId
from seedreader.ingest.load_files import load
from seedreader.session import StoryPassage
from seedreader.ui.screens.versions.versions_screen import VersionsScreen
from tests.stories import WEATHER, articles
from tests.ui.driving import app_of, reader, reading, rows, shows, until
from tests.ui.holding import UNUSUAL, screen_holds

LINES = (
    "The council of Porto Sul approved the new pier in the old harbour on Monday evening after two hours.",
    "It will cost about 4 million euros, mayor Ana Ruiz told the newspaper of the town on Tuesday.",
    "More than 300 residents came to the meeting, and most of them were against the plan of the council.",
    "A tram will run along the whole length of it from the second summer on, the council promises.",
    "Some of those who live nearby had asked for a park with many trees and a pond instead.",
    "Fishermen fear that the nets which they leave there overnight will be in the way of the builders.",
    "Work begins in March, and the old crane is to be moved to the museum of the harbour.",
)
OLD = "\n".join(LINES) + "\n"
NEW = "\n".join(
    (
        LINES[0],
        LINES[1].replace("4 million", "6 million"),
        *LINES[3:6],
        "The minister of transport has not been asked so far, as far as anybody in the town can tell.",
        LINES[2],
    )
)


async def opened(pilot: Pilot[None], *keys: str) -> VersionsScreen:
    await pilot.press("V")
    await compared(pilot)
    screen = screen_of(pilot)
    await pilot.press(*keys)
    return screen


async def compared(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, VersionsScreen) and screen_of(pilot).versions)
    await pilot.pause()


def screen_of(pilot: Pilot[None]) -> VersionsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, VersionsScreen)
    return screen


def row_of(pilot: Pilot[None], text: str) -> str:
    return next(row for row in rows(pilot) if text in row)


async def test_opens_on_the_nearest_other_and_tells_what_changed() -> None:
    async with reading(articles(OLD, WEATHER, NEW)) as pilot:
        screen = await opened(pilot)
        assert screen.pair == (0, 2)
        assert shows(pilot, "1 against 3 of 3 · one origin")
        assert shows(pilot, "1 added · 1 dropped · 1 moved · 1 reworded")
        assert "4 million → 6 million" in row_of(pilot, "number")
        assert rows(pilot)[3].strip(" ▌").startswith("number")


async def test_each_change_has_its_mark_side_by_side() -> None:
    async with reading(articles(OLD, NEW)) as pilot:
        await opened(pilot, "e")
        reworded = row_of(pilot, "It will cost about 4 million")
        assert reworded[1] == "~" and reworded.count("It will cost about") == 2
        assert row_of(pilot, "The minister of transport")[1] == "+"
        assert row_of(pilot, "Work begins in March")[1] == "−"
        moved = [row for row in rows(pilot) if row[1] == "⇄"]
        assert len(moved) == 2 and all("moved further down" in row for row in moved)


async def test_one_column_has_both_texts_in_one() -> None:
    async with reading(articles(OLD, NEW), size=(60, 30)) as pilot:
        await opened(pilot)
        assert shows(pilot, "cost about [−4 million−]{+6 million+} euros")
        await pilot.press("u")
        assert shows(pilot, "Side by side needs a terminal of 80 columns.")
    async with reading(articles(OLD, NEW)) as pilot:
        await opened(pilot, "u")
        assert shows(pilot, "cost about [−4 million−]{+6 million+} euros")


async def test_goes_from_change_to_change_and_to_the_passage() -> None:
    async with reading(articles(OLD, NEW)) as pilot:
        await opened(pilot, "n")
        assert shows(pilot, "change 1/5")
        await pilot.press("n", "N", "N")
        assert shows(pilot, "No change further up.")
        await pilot.press("enter")
        app = app_of(pilot)
        await until(pilot, lambda: app.screen is app.reader)
        start = OLD.index(LINES[1])
        assert app.session.place == StoryPassage(0, start, start + len(LINES[1]))
        await pilot.press("backspace")
        assert app.session.place.start != start


async def test_enter_goes_to_the_side_that_is_chosen_or_has_the_passage() -> None:
    async with reading(articles(OLD, NEW)) as pilot:
        screen = await opened(pilot, "tab", "n", "enter")
        app = app_of(pilot)
        await until(pilot, lambda: app.screen is app.reader)
        assert screen.side == 1 and app.session.focus == 1
        await pilot.press("h")
        await opened(pilot, "G", "k")
        await until(pilot, lambda: row_of(pilot, "The minister").startswith("▌+"))
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.reader)
        assert app.session.focus == 1


async def test_the_earlier_of_two_versions_is_on_the_left_whichever_is_read() -> None:
    source = SourceId("https://gazette.example/pier")
    new, old = (
        Article(text, "pier", source=source, retrieved=datetime(2026, 1, day, tzinfo=UTC))
        for text, day in ((NEW, 2), (OLD, 1))
    )
    async with reading([new, old]) as pilot:
        screen = await opened(pilot)
        assert (screen.pair, screen.side) == ((1, 0), 1)
        assert "4 million → 6 million" in row_of(pilot, "number").replace("  ", " ")


async def test_other_pairs() -> None:
    async with reading(articles(OLD, WEATHER, NEW)) as pilot:
        screen = await opened(pilot, "2")
        await compared(pilot)
        assert screen.pair == (0, 1) and shows(pilot, "They share little:")
        await pilot.press("l")
        await compared(pilot)
        assert screen.pair == (0, 2)
        await pilot.press("1")
        assert shows(pilot, "Source 1 is the one on the left; s swaps the two.")
        await pilot.press("s")
        await compared(pilot)
        assert screen.pair == (2, 0) and shows(pilot, "6 million → 4 million")
        await pilot.press("9")
        assert shows(pilot, "There is no source 9.")


async def test_what_is_the_same_folds_around_the_chosen_block() -> None:
    rest = "".join(f"This is sentence number {number} about nothing at all.\n" for number in range(9))
    async with reading(articles(OLD + rest, NEW + "\n" + rest)) as pilot:
        screen = await opened(pilot)
        assert shows(pilot, "8 sentences the same")
        await pilot.press("G", "e")
        assert screen.whole and not shows(pilot, "sentences the same")
        assert any("number 1" in row and row.startswith("▌") for row in rows(pilot))
        await pilot.press("e")
        assert shows(pilot, "⋯ 8 sentences the same")


@pytest.mark.parametrize("key", ["escape", "q", "V"])
async def test_closes(key: str) -> None:
    async with reading(articles(OLD, NEW)) as pilot:
        await opened(pilot, key)
        await until(pilot, lambda: app_of(pilot).screen is app_of(pilot).reader)


async def test_help_and_palette_open() -> None:
    async with reading(articles(OLD, NEW)) as pilot:
        screen = await opened(pilot, "question_mark")
        await until(pilot, lambda: pilot.app.screen is not screen)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: pilot.app.screen is not screen)


async def test_the_mouse_chooses_scrolls_and_goes() -> None:
    async with reading(articles(OLD, NEW)) as pilot:
        screen = await opened(pilot, "e")
        y = next(k for k, row in enumerate(rows(pilot)) if "Fishermen" in row)
        await pilot.click(offset=(90, y))
        assert rows(pilot)[y].startswith("▌") and screen.side == 1
        await pilot.click(offset=(90, y), times=2)
        app = app_of(pilot)
        await until(pilot, lambda: app.screen is app.reader)
        assert app.session.place.source == 1 and app.session.place.start == NEW.index("Fishermen")


async def test_it_fills_in_when_the_sources_are_read() -> None:
    app = reader(articles(OLD, NEW))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("V")
        await compared(pilot)
        assert shows(pilot, "1 reworded")


async def test_a_source_alone() -> None:
    async with reading(articles(OLD)) as pilot:
        await pilot.press("V")
        await until(pilot, lambda: shows(pilot, "One source alone: there is nothing to compare it with."))
        await pilot.press("j", "n", "l", "2", "s", "e", "u", "tab", "space", "enter", "G")
        assert isinstance(pilot.app.screen, VersionsScreen)


async def test_two_copies_of_one_text() -> None:
    async with reading(articles(OLD, OLD)) as pilot:
        await opened(pilot, "n")
        assert shows(pilot, "Both have the same words, in the same order.")
        assert shows(pilot, "No change further down.")


@pytest.mark.parametrize("size", [(40, 12), (79, 24), (80, 24), (300, 80)], ids=str)
async def test_unusual_texts_at_any_size(size: tuple[int, int]) -> None:
    async with reading(articles(UNUSUAL, "", OLD + UNUSUAL, "word " * 4_000), size) as pilot:
        for number in ("2", "3", "4"):
            await opened(pilot, number)
            await compared(pilot)
            for key in ("e", "j", "n", "space", "G", "u", "b", "N", "tab", "s"):
                await pilot.press(key)
                screen_holds(pilot)
            await compared(pilot)
            await pilot.press("escape")
            await until(pilot, lambda: app_of(pilot).screen is app_of(pilot).reader)


async def test_resizing_keeps_the_chosen_block_in_sight() -> None:
    async with reading(articles(OLD, NEW)) as pilot:
        screen = await opened(pilot, "e", "G")
        chosen = screen.items_scrolled.scroll.at
        await pilot.resize_terminal(60, 14)
        await until(pilot, lambda: screen.size.width == 60 and any(r.startswith("▌") for r in rows(pilot)))
        assert screen.items_scrolled.scroll.at == chosen


async def test_a_hundred_sources(seeds: list[Path]) -> None:
    given = load(seeds).articles
    many = articles(*(given[k % len(given)].text + f"\nNumber {k}." for k in range(12)))
    async with reading(many) as pilot:
        screen = await opened(pilot)
        assert screen.pair is not None
        for _ in range(11):
            await pilot.press("l")
        await compared(pilot)
        screen_holds(pilot)

from __future__ import annotations

import threading
from typing import Any

import pytest
from textual.pilot import Pilot

from seedreader.session.find import FindResults, LocatedHit, Query
from seedreader.ui.parts import search
from seedreader.ui.screens.hits.hits_screen import HitsScreen
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles
from tests.ui.driving import app_of, paste, reader, reading, ready, rows, shows, until
from tests.ui.screens.reader.test_reader import LONG
from tests.ui.test_untrusted import HOSTILE

THREE = (HARBOUR, GAZETTE, WEATHER)


def found(pilot: Pilot[None]) -> tuple[int, str] | None:
    """The source and the words of the hit that is marked."""
    marked = [
        (number, view.text[slice(*view.found)])
        for number, view in enumerate(app_of(pilot).reader.views)
        if view.found is not None
    ]
    assert len(marked) <= 1
    return marked[0] if marked else None


def painted(pilot: Pilot[None]) -> list[int]:
    """How many hits each text has on the screen."""
    return [len(view.finds.starts) for view in app_of(pilot).reader.views]


def words(pilot: Pilot[None]) -> str:
    """The passage under the cursor."""
    source, start, end = app_of(pilot).session.place
    return app_of(pilot).articles[source].text[start:end]


def footer(pilot: Pilot[None]) -> str:
    return rows(pilot)[-1]


async def test_hits_show_at_each_key_in_every_source() -> None:
    async with reading(articles(*THREE)) as pilot:
        await pilot.press("slash", *"pie")
        assert painted(pilot) == [1, 2, 0]
        assert "1/3 · 1:1 2:2" in footer(pilot)
        assert found(pilot) == (0, "pie")
        await pilot.press("r", "space", "o")
        assert painted(pilot) == [1, 1, 0]
        await pilot.press("x")
        assert painted(pilot) == [0, 0, 0]
        assert "not in 3 sources" in footer(pilot)
        assert found(pilot) is None


async def test_escape_puts_everything_back_where_it_was() -> None:
    async with reading(articles(LONG, LONG, GAZETTE), (80, 24)) as pilot:
        await pilot.press("G", "k", "k", "l", "j")
        session, screen = app_of(pilot).session, app_of(pilot).reader
        before = session.place, [view.top for view in screen.views], rows(pilot)[:-1]
        await pilot.press("slash", *"mayor")
        assert session.focus == 2
        assert shows(pilot, "mayor Ana Ruiz")
        await pilot.press("escape")
        await pilot.pause()
        assert (session.place, [view.top for view in screen.views], rows(pilot)[:-1]) == before
        assert painted(pilot) == [0, 0, 0]
        assert not session.jump_list.behind


async def test_enter_keeps_the_find_and_the_way_leads_through_all_sources_and_round() -> None:
    async with reading(articles(*THREE)) as pilot:
        await pilot.press("slash", *"pier", "enter")
        assert words(pilot) == "The harbour council approved the new pier on Monday."
        assert "/pier 1/3" in rows(pilot)[0]
        seen = []
        for _ in range(3):
            await pilot.press("full_stop")
            seen.append((app_of(pilot).session.focus, words(pilot)[:12]))
        assert seen == [(1, "Porto Sul wi"), (1, "The harbour "), (0, "The harbour ")]
        assert shows(pilot, "That was the last hit: on from the first.")
        await pilot.press("comma")
        assert shows(pilot, "That was the first hit")
        assert app_of(pilot).session.focus == 1
        await pilot.press("backspace")
        assert (app_of(pilot).session.focus, words(pilot)[:8]) == (0, "The harb")


async def test_the_way_goes_on_from_the_cursor() -> None:
    async with reading(articles(LONG, GAZETTE)) as pilot:
        await pilot.press("slash", *"ship", "enter", "G", "comma")
        assert words(pilot).startswith("Paragraph 88 ")
        await pilot.press("g", "j", "j", "full_stop")
        assert words(pilot).startswith("Paragraph 2 ")
        await pilot.press("full_stop")
        assert words(pilot).startswith("Paragraph 3 ")


async def test_arrows_go_through_the_hits_while_it_is_typed() -> None:
    async with reading(articles(*THREE)) as pilot:
        await pilot.press("slash", *"pier", "down")
        assert found(pilot) == (1, "pier")
        assert "2/3" in footer(pilot)
        await pilot.press("down", "down", "up", "up", "enter")
        assert app_of(pilot).session.place.source == 1
        await pilot.press("backspace")
        assert app_of(pilot).session.place.source == 0


async def test_a_find_is_let_go_and_taken_up_again() -> None:
    async with reading(articles(*THREE)) as pilot:
        await pilot.press("full_stop")
        assert shows(pilot, "No search yet")
        await pilot.press("slash", *"pier", "enter", "escape")
        assert painted(pilot) == [0, 0, 0]
        assert "/pier" not in rows(pilot)[0]
        await pilot.press("full_stop")
        assert painted(pilot) == [1, 2, 0]
        await pilot.press("escape", "slash", "enter")
        assert painted(pilot) == [1, 2, 0]


async def test_a_held_passage_is_let_go_before_the_find() -> None:
    async with reading(articles(*THREE)) as pilot:
        await pilot.press("slash", *"pier", "enter", "L", "escape")
        assert app_of(pilot).session.held is None
        assert painted(pilot) == [1, 2, 0]
        await pilot.press("escape")
        assert painted(pilot) == [0, 0, 0]


async def test_what_was_looked_for_last_is_taken_up_again() -> None:
    async with reading(articles(*THREE)) as pilot:
        await pilot.press("slash", *"pier", "enter", "slash", *"hills", "enter", "escape")
        assert painted(pilot) == [0, 0, 0]
        await pilot.press("full_stop")
        assert painted(pilot) == [0, 0, 1]
        assert found(pilot) == (2, "hills")


async def test_earlier_finds_come_back_from_an_empty_line() -> None:
    async with reading(articles(*THREE)) as pilot:
        await pilot.press("slash", *"pier", "enter", "slash", *"mayor", "enter", "slash")
        assert "↑ mayor" in footer(pilot)
        await pilot.press("up")
        assert painted(pilot) == [1, 1, 0]
        await pilot.press("up")
        assert painted(pilot) == [1, 2, 0]
        await pilot.press("down", "down")
        assert "↑ mayor" in footer(pilot)
        await pilot.press("escape")
        assert painted(pilot) == [1, 1, 0]


async def test_what_is_not_there_is_told_with_what_was_searched() -> None:
    async with reading(articles(*THREE)) as pilot:
        place = app_of(pilot).session.place
        await pilot.press("slash", *"zebra", "enter")
        assert shows(pilot, "“zebra” was not found in 3 sources, nor with typos.")
        assert app_of(pilot).session.place == place
        assert painted(pilot) == [0, 0, 0]


async def test_typos_are_let_where_nothing_stands_letter_by_letter() -> None:
    async with reading(articles(*THREE)) as pilot:
        await pilot.press("slash")
        await paste(pilot, "harbuor aproved")
        assert "≈1/2" in footer(pilot)
        assert painted(pilot) == [2, 2, 0]
        await pilot.press("home", "quotation_mark")
        assert painted(pilot) == [0, 0, 0]


async def test_words_over_the_end_of_a_line() -> None:
    async with reading(articles("The pier\nwas  built.\n", GAZETTE), (40, 12)) as pilot:
        await pilot.press("slash", *"pier was built")
        assert found(pilot) == (0, "pier\nwas  built")


async def note(pilot: Pilot[None], body: str) -> None:
    await pilot.press("a")
    await paste(pilot, body)
    await pilot.press("enter")
    await until(pilot, lambda: shows(pilot, "Saved."))


async def hits(pilot: Pilot[None]) -> HitsScreen:
    """The list of hits, once it lists what was looked for."""
    screen: list[HitsScreen] = []

    def listed() -> bool:
        here = app_of(pilot).screen
        if isinstance(here, HitsScreen) and here.finds is not None and here.finds.query.typed == here.wanted:
            screen.append(here)
        return bool(screen)

    await until(pilot, listed)
    await pilot.pause()
    return screen[-1]


async def test_notes_and_tags_are_in_the_list_of_hits() -> None:
    async with reading(articles(*THREE)) as pilot:
        await pilot.press("j")
        await note(pilot, "who pays for the pier?")
        await pilot.press("g", "slash", *"pier")
        assert "✎1" in footer(pilot)
        await pilot.press("tab")
        screen = await hits(pilot)
        assert len(screen.shown) == 4
        assert shows(pilot, "who pays for the pier?")
        await pilot.press("G", "enter")
        await until(pilot, lambda: app_of(pilot).screen is app_of(pilot).reader)
        assert words(pilot).startswith("It will cost 4 million")
        assert painted(pilot) == [1, 2, 0]


async def test_what_is_in_notes_only_is_listed_on_enter() -> None:
    async with reading(articles(*THREE)) as pilot:
        await note(pilot, "dubious")
        await pilot.press("slash", *"dubi", "enter")
        screen = await hits(pilot)
        assert [row.text for row in screen.shown] == ["dubious"]
        await pilot.press("escape")
        assert app_of(pilot).screen is app_of(pilot).reader


async def test_a_hit_is_gone_to_from_the_list_and_the_way_goes_on_there() -> None:
    async with reading(articles(*THREE)) as pilot:
        await pilot.press("slash", *"pier", "tab")
        await hits(pilot)
        await pilot.press("j", "enter")
        await until(pilot, lambda: app_of(pilot).screen is app_of(pilot).reader)
        assert found(pilot) == (1, "pier")
        assert app_of(pilot).session.place.source == 1
        await pilot.press("full_stop")
        assert "3/3" in rows(pilot)[0]
        await pilot.press("backspace")
        assert app_of(pilot).session.place.source == 0


async def test_the_list_finds_something_else() -> None:
    async with reading(articles(*THREE)) as pilot:
        await pilot.press("slash", *"pier", "tab")
        await hits(pilot)
        await pilot.press("slash", "ctrl+u", *"mayor")
        screen = await hits(pilot)
        assert len(screen.shown) == 2
        await pilot.press("backspace", *"x", "enter")
        await hits(pilot)
        assert shows(pilot, "“mayox” was not found") or len(screen.shown) == 2
        await pilot.press("q")
        assert "/mayox" in rows(pilot)[0]


async def test_an_empty_line_lists_nothing() -> None:
    async with reading(articles(*THREE)) as pilot:
        await pilot.press("slash", "tab")
        await hits(pilot)
        assert shows(pilot, "No search yet: type / and some words")
        await pilot.press("tab")
        assert app_of(pilot).screen is app_of(pilot).reader


async def test_in_long_texts_the_newest_search_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "AT_ONCE", 0)
    async with reading(articles(*THREE)) as pilot:
        await pilot.press("slash", *"pier")
        await until(pilot, lambda: painted(pilot) == [1, 2, 0])
        await pilot.press("ctrl+u", *"mayor", "enter")
        await until(pilot, lambda: "/mayor 1/2" in rows(pilot)[0])
        assert words(pilot).startswith("It will cost 4 million")
        await pilot.press("slash", *"pier", "escape")
        await pilot.pause()
        assert painted(pilot) == [1, 1, 0]


async def test_what_an_earlier_search_found_too_late_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "AT_ONCE", 0)
    go = threading.Event()
    async with reading(articles(*THREE)) as pilot:
        screen = app_of(pilot).reader
        find = screen.search.finder.find
        late: list[FindResults] = []
        taken: list[FindResults] = []

        def slowly(
            sought: Query, sentences: Any, notes: Any, around: Any, _stop: object
        ) -> FindResults | None:
            if sought.typed == "p":
                go.wait()
            found = find(sought, sentences, notes, around)
            assert found is not None
            if sought.typed == "p":
                late.append(found)
            return found

        show = screen.search.show

        def shows(finds: FindResults | None, hit: LocatedHit | None) -> None:
            if finds is not None:
                taken.append(finds)
            show(finds, hit)

        monkeypatch.setattr(screen.search.finder, "find", slowly)
        monkeypatch.setattr(screen.search, "show", shows)
        await pilot.press("slash", *"pi")
        await until(pilot, lambda: painted(pilot) == [1, 2, 0])
        go.set()
        await until(pilot, lambda: late)
        await pilot.press("e")
        await until(pilot, lambda: taken[-1].query.typed == "pie")
        assert not [finds for finds in taken if finds.query.typed == "p"]


async def test_a_search_that_is_still_under_way_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "AT_ONCE", 0)
    go = threading.Event()
    async with reading(articles(*THREE)) as pilot:
        screen = app_of(pilot).reader
        find = screen.search.finder.find

        def slowly(*given: object, **more: object) -> object:
            go.wait()
            return find(*given, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(screen.search.finder, "find", slowly)
        await pilot.press("slash", *"pier")
        assert "looking …" in footer(pilot)
        await pilot.press("escape")
        go.set()
        await pilot.pause()
        assert painted(pilot) == [0, 0, 0]


async def test_finding_does_not_wait_for_the_analysis() -> None:
    async with reader(articles(*THREE)).run_test(size=(120, 36)) as pilot:
        await pilot.press("slash", *"pier", "enter")
        assert painted(pilot) == [1, 2, 0]
        await ready(pilot)
        await until(pilot, lambda: painted(pilot) == [1, 2, 0])


async def test_a_note_written_meanwhile_is_counted() -> None:
    async with reading(articles(*THREE)) as pilot:
        await pilot.press("slash", *"pier", "enter")
        assert "✎1" not in rows(pilot)[0]
        await note(pilot, "which pier?")
        await until(pilot, lambda: "· ✎1" in rows(pilot)[0])


@pytest.mark.parametrize("size", [(40, 12), (200, 50)])
async def test_hostile_text_in_line_and_list(size: tuple[int, int]) -> None:
    async with reading(articles(HOSTILE + HARBOUR, "", GAZETTE), size) as pilot:
        for typed in ("[red]markup[/]", "👧", "北朝鮮", "x" * 600, "~the a"):
            await pilot.press("slash")
            await paste(pilot, typed)
            await pilot.press("down", "up", "tab")
            screen = await hits(pilot)
            for key in ("j", "v"):
                await pilot.press(key)
            assert not any(bad in row for row in rows(pilot) for bad in "\x1b\x07\u202e\x9b")
            await pilot.press("enter" if screen.shown else "escape")
            await until(pilot, lambda: app_of(pilot).screen is app_of(pilot).reader)
            await pilot.press("full_stop", "comma")


async def test_a_click_keeps_what_is_typed_and_goes_where_it_is() -> None:
    async with reading(articles(*THREE)) as pilot:
        screen = app_of(pilot).reader
        await pilot.press("slash", *"pier")
        await pilot.click(screen.panes[1], offset=(12, 4))
        assert screen.typed_line.line is None
        assert painted(pilot) == [1, 2, 0]
        assert app_of(pilot).session.focus == 1
        await pilot.press("full_stop")
        assert found(pilot) is not None


async def test_hits_in_folded_boilerplate_are_opened() -> None:
    text = "Advertisement\n\n" + HARBOUR + "\nSign up for our newsletter to get the best stories.\n"
    async with reading(articles(text, GAZETTE)) as pilot:
        await pilot.press("d")
        assert not shows(pilot, "newsletter to get")
        await pilot.press("slash", *"newsletter")
        await pilot.pause()
        assert shows(pilot, "newsletter to get")
        await pilot.press("escape")
        await pilot.pause()
        assert not shows(pilot, "newsletter to get")


async def test_where_else_the_selected_words_stand() -> None:
    async with reading(articles(*THREE)) as pilot:
        await pilot.press("v", "w", "l", "slash")
        assert '/ "harbour council"' in footer(pilot)
        assert painted(pilot) == [1, 1, 0]
        await pilot.press("enter", "full_stop")
        assert found(pilot) == (1, "harbour council")
        assert app_of(pilot).session.selection is None


async def test_a_search_beside_the_keys_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "AT_ONCE", 0)
    async with reading(articles(*THREE)) as pilot:

        def fails(*_given: object) -> None:
            raise MemoryError("no room")

        monkeypatch.setattr(app_of(pilot).reader.search.finder, "find", fails)
        await pilot.press("slash", "p")
        await until(pilot, lambda: bool(app_of(pilot).problems))
        await pilot.press("escape", "exclamation_mark")
        await until(pilot, lambda: shows(pilot, "The search failed: MemoryError: no room"))


async def test_a_selection_begins_at_the_hit_that_the_cursor_is_on() -> None:
    async with reading(articles(*THREE)) as pilot:
        await pilot.press("slash", *"million", "enter")
        await until(pilot, lambda: found(pilot) is not None)
        await pilot.press("v")
        selected = app_of(pilot).session.selection
        assert selected is not None
        source = app_of(pilot).session.focus
        assert app_of(pilot).articles[source].text[selected.start : selected.end] == "million"

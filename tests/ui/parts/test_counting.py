"""A number before a key, and marks."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from seedreader.session import StoryPassage
from tests.stories import GAZETTE, HARBOUR, articles
from tests.ui.driving import app_of, reading, shows, until

LONG = " ".join(f"On day {n} the council of Tarn met {n + 1} people." for n in range(2, 40)) + "\n"


def at(pilot: Pilot[None]) -> int:
    session = app_of(pilot).session
    return [start for start, _ in session.here.sentences].index(session.here.cursor[0])


async def test_a_number_goes_so_many_sentences_and_back() -> None:
    async with reading(articles(LONG, GAZETTE)) as pilot:
        await pilot.press("number_sign")
        assert shows(pilot, "How many times: digits, then the key that is meant")
        await pilot.press("1")
        assert shows(pilot, "1 times:")
        await pilot.press("2", "j")
        assert at(pilot) == 12
        await pilot.press("number_sign", "5", "k")
        assert at(pilot) == 7
        await pilot.press("j")
        assert at(pilot) == 8


async def test_a_digit_alone_still_chooses_a_source_at_once() -> None:
    async with reading(articles(LONG, GAZETTE)) as pilot:
        await pilot.press("2")
        assert app_of(pilot).session.focus == 1


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("9", "9", "9", "9", "j"), 37),
        (("1", "2", "backspace", "j"), 1),
        (("j",), 1),
        (("0", "j"), 1),
        (("7", "escape", "j"), 1),
        (("7", "tilde", "j"), 1),
        (("7", "p", "j"), 1),
    ],
    ids=["to the end", "mended", "none", "nothing", "cancelled", "no key", "another key"],
)
async def test_what_is_typed_counts_for_the_next_key_alone(keys: tuple[str, ...], place: int) -> None:
    async with reading(articles(LONG, GAZETTE)) as pilot:
        await pilot.press("number_sign", *keys)
        assert at(pilot) == place


async def test_at_the_end_it_says_that_it_goes_no_further() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("number_sign", "9", "j")
        assert shows(pilot, "This is the last sentence.")


async def test_a_number_goes_pages_claims_and_rows_of_lists() -> None:
    async with reading(articles(LONG, GAZETTE), (60, 12)) as pilot:
        await pilot.press("space")
        page = at(pilot)
        await pilot.press("g", "number_sign", "3", "space")
        assert at(pilot) > 2 * page
        await pilot.press("g", "number_sign", "4", "n")
        assert app_of(pilot).session.claim_number == 5
        await pilot.press("question_mark")
        await until(pilot, lambda: shows(pilot, "Keys and marks"))
        await pilot.press("number_sign", "9", "j")
        assert not shows(pilot, "Five keys")


async def test_a_mark_is_set_told_and_gone_to_and_the_way_back_is_known() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        session = app_of(pilot).session
        await pilot.press("colon")
        assert shows(pilot, "No mark is set: ; and a letter set one.")
        session.move_to(HARBOUR.index("Work begins"))
        marked = session.place
        await pilot.press("semicolon", "a")
        assert shows(pilot, "Marked as a; :a comes back here.")
        await pilot.press("2", "colon")
        assert shows(pilot, "a 1 “Work begins in")
        away = session.place
        await pilot.press("a")
        assert session.place == marked
        await pilot.press("left_square_bracket")
        assert session.place == away
        await pilot.press("colon", "z")
        assert shows(pilot, "There is no mark z.")
        await pilot.press("semicolon", "escape")
        assert shows(pilot, "No mark was set.")
        assert session.marks == {"a": marked}


async def test_marks_stay_are_listed_with_the_jumps_and_can_be_forgotten() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("j", "semicolon", "b")
        place = app_of(pilot).session.place
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        session = app_of(pilot).session
        assert session.marks == {"b": place}
        await pilot.press("2", "J")
        await until(pilot, lambda: shows(pilot, "Marks and jumps"))
        await pilot.press("g", "enter")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)
        assert session.place == place
        await pilot.press("J", "g", "x")
        await until(pilot, lambda: shows(pilot, "b marks nothing any more."))
        assert session.marks == {}
        await pilot.press("x")
        assert shows(pilot, "This is a place of the trail, not a mark.")


async def test_a_mark_whose_words_are_gone_leads_to_where_they_were() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        session = app_of(pilot).session
        at = HARBOUR.index("About 300")
        session.marks["a"] = StoryPassage(0, at, at)
        await pilot.press("2", "colon", "a")
        assert HARBOUR[slice(*session.here.cursor)].startswith("About 300")

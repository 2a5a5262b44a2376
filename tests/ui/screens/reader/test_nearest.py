"""The nearest passages: where they are offered, going through them, and judging them."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from seedreader.article import Article
from seedreader.notebook import Notebook
from seedreader.session import StoryPassage
from seedreader.ui.parts.part import Mode
from seedreader.ui.screens.reader.reader_screen import ReaderScreen
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles
from tests.ui.driving import app_of, notebook_file, reading, rows, shows, until
from tests.ui.holding import screen_holds

BUS = (
    "The bus from Tarn to Oke ran late for a week. "
    "Tarn has had a bus since 1950. "
    "Nobody was on the bus when a wheel came off near Tarn. "
    "Cats sleep by day.\n"
)
ASKED = "Ann saw how the wheel of a Tarn cart rolled into a garden.\nCats are kept by a few.\n"
GARDEN = "In the garden of a school, children grow beans.\n"
FIRST = "Nobody was on the bus when a wheel came off near Tarn."


def story() -> list[Article]:
    return articles(ASKED, BUS, GARDEN)


def reader_of(pilot: Pilot[None]) -> ReaderScreen:
    return app_of(pilot).reader


def chosen(pilot: Pilot[None]) -> str:
    """The words of the passage that a verdict would be on."""
    pair = reader_of(pilot).judging.pair
    assert pair is not None
    return app_of(pilot).session.sources[pair.b.source].article.text[pair.b.start : pair.b.end]


async def test_the_panel_offers_them_where_no_match_was_found() -> None:
    async with reading(story()) as pilot:
        row = next(row for row in rows(pilot) if "no match found in 2, 3" in row)
        assert row.rstrip().endswith("M nearest passages")
        await pilot.press("M")
        assert reader_of(pilot).mode is Mode.JUDGING
        listed = [row for row in rows(pilot) if "not linked: " in row]
        assert len(listed) == len(reader_of(pilot).judging.pairs) == 4
        assert listed[0].startswith("▌  2  not linked: Nobody was on the bus")
        assert any(row.startswith("   3  not linked: In the garden") for row in listed)
        assert all(pair.relation is None for pair in reader_of(pilot).judging.pairs)
        await pilot.press("escape")
        assert not shows(pilot, "not linked: ")


async def test_keys_choose_among_them_and_enter_goes_there() -> None:
    async with reading(story()) as pilot:
        await pilot.press("M")
        assert chosen(pilot) == FIRST
        await pilot.press("3")
        assert chosen(pilot) == GARDEN.strip()
        assert [row[0] for row in rows(pilot) if "not linked: " in row].count("▌") == 1
        await pilot.press("2")
        assert chosen(pilot) == FIRST
        await pilot.press("j", "k")
        assert chosen(pilot) == FIRST
        await pilot.press("enter")
        session = app_of(pilot).session
        assert session.place == StoryPassage(1, BUS.index(FIRST), BUS.index(FIRST) + len(FIRST))
        await pilot.press("backspace")
        assert session.focus == 0


async def test_a_verdict_on_one_links_it_by_hand() -> None:
    async with reading(story()) as pilot:
        await pilot.press("M", "y")
        assert shows(pilot, "Say how the two stand to each other")
        await pilot.press("a")
        await until(pilot, lambda: shows(pilot, "Verdict: agree"))
        session = app_of(pilot).session
        assert [(link.b.text, link.relation) for link in session.evidence()] == [(FIRST, "agree")]
        assert shows(pilot, "no match found in 3") and not shows(pilot, "no match found in 2")
        await pilot.press("M")
        assert [pair.b.source for pair in reader_of(pilot).judging.pairs] == [2]
    (made,) = Notebook(notebook_file()).annotations()
    assert made.other is not None and made.other.quote == FIRST


async def test_one_can_be_gone_to_with_a_passage_held_and_linked_there() -> None:
    async with reading(story()) as pilot:
        await pilot.press("L")
        assert shows(pilot, "Holding 1 “")
        assert shows(pilot, "Go to the other passage and press L.")
        await pilot.press("M", "enter", "L", "c")
        await until(pilot, lambda: shows(pilot, "Verdict: conflict"))
        assert [link.relation for link in app_of(pilot).session.evidence()] == ["conflict"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((HARBOUR.splitlines()[2], WEATHER), "No passage of another source has anything in common"),
        ((HARBOUR,), "There is one source only: nothing to compare it with."),
        ((HARBOUR, ""), "No passage of another source has anything in common"),
    ],
)
async def test_where_nothing_is_near_one_sentence_says_so(given: tuple[str, ...], told: str) -> None:
    async with reading(articles(*given)) as pilot:
        await pilot.press("M")
        assert shows(pilot, told)
        assert reader_of(pilot).mode is Mode.READING


async def test_a_linked_passage_has_others_that_are_near() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        assert not shows(pilot, "nearest passages")
        await pilot.press("M")
        assert chosen(pilot) == "Porto Sul will get a new pier."


@pytest.mark.parametrize("size", [(40, 12), (40, 16), (60, 20), (80, 24), (120, 36), (200, 60)])
async def test_they_are_seen_in_every_size(size: tuple[int, int]) -> None:
    async with reading(story(), size) as pilot:
        await pilot.press("M")
        for _ in range(5):
            screen_holds(pilot)
            assert sum(row.startswith("▌  ") and "not linked: " in row for row in rows(pilot)) == 1
            await pilot.press("j")
        await pilot.press("escape")
        screen_holds(pilot)


async def test_a_click_chooses_the_very_passage() -> None:
    async with reading(story()) as pilot:
        await pilot.press("M")
        y = next(y for y, row in enumerate(rows(pilot)) if "not linked: Tarn has had a bus" in row)
        await pilot.click(offset=(30, y))
        assert chosen(pilot) == "Tarn has had a bus since 1950."
        assert any(row.startswith("▌  2  not linked: Tarn has had a bus") for row in rows(pilot))


async def test_where_no_match_is_found_a_jump_and_a_verdict_lead_to_them() -> None:
    async with reading(story()) as pilot:
        for key in ("enter", "y"):
            await pilot.press(key)
            assert shows(pilot, "No match found in another source; M offers the nearest passages.")


async def test_boilerplate_is_not_said_to_have_no_match() -> None:
    async with reading(articles(f"{ASKED}Share Tweet Email\n", BUS)) as pilot:
        await pilot.press("B")
        await until(pilot, lambda: shows(pilot, "boilerplate is not compared with the other sources"))
        assert not shows(pilot, "no match found")

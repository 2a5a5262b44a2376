"""Linking two passages by hand: on just the clauses that were meant."""

from __future__ import annotations

from functools import partial

from textual.pilot import Pilot

from seedreader.article import Article
from seedreader.notebook import Notebook
from seedreader.session import StoryPassage
from tests.ui.driving import app_of, notebook_file, reading, rows, send, shows, until

ONE = (
    "The storm killed 14 people in Alma, and 31 others were missing on Friday. "
    "Shops stayed closed in the town.\n"
)
TWO = (
    "Officials of Alma counted 17 dead on Saturday, and they closed two bridges over the river. "
    "Trains did not run.\n"
)
STORY = [Article(ONE, "one", "/news/one.txt"), Article(TWO, "two", "/news/two.txt")]
MISSING, BRIDGES = "31 others were missing on Friday", "they closed two bridges over the river"


async def find(pilot: Pilot[None], words: str) -> None:
    await pilot.press("slash")
    await send(pilot, *words)
    await pilot.press("enter")


def words(place: StoryPassage | None) -> str:
    assert place is not None
    return (ONE, TWO)[place.source][place.start : place.end]


async def test_the_clause_in_which_a_find_stands_is_linked_at_both_ends() -> None:
    async with reading(STORY) as pilot:
        session = app_of(pilot).session
        await find(pilot, "missing")
        await pilot.press("L")
        assert words(session.held) == MISSING
        await find(pilot, "bridges")
        await pilot.press("L", "c")
        await until(pilot, lambda: shows(pilot, "Verdict: conflict"))
        (made,) = Notebook(notebook_file()).annotations()
        assert made.other is not None
        assert {made.target.quote, made.other.quote} == {MISSING, BRIDGES}
        assert session.story is not None
        (link,) = (link for link in session.story.links if link.verdict)
        assert (link.a.text, link.b.text) == (MISSING, BRIDGES)


async def test_a_selection_is_linked_as_it_is() -> None:
    async with reading(STORY) as pilot:
        session = app_of(pilot).session
        await pilot.press("v", "l", "L")
        held = session.held
        assert words(held) == "The storm"
        await pilot.press("2", "v", "l", "L", "s")
        await until(pilot, lambda: shows(pilot, "Verdict: related"))
        (link,) = (link for link in session.story.links if link.verdict)  # type: ignore[union-attr]
        assert (link.a.text, link.b.text) == ("The storm", "Officials of")


async def test_while_one_is_held_the_panel_shows_it_as_the_other() -> None:
    async with reading(STORY) as pilot:
        await find(pilot, "missing")
        await pilot.press("L")
        assert shows(pilot, f"Holding 1 “{MISSING}”. Go to the other passage and press L.")
        await pilot.press("2")
        assert any("held: " in row and MISSING in row for row in rows(pilot))
        assert shows(pilot, "y or L links this passage with the held one")
        await pilot.press("escape")
        assert not shows(pilot, "held: ")


async def test_y_begins_the_verdict_on_the_held_pair_and_confirms_or_rejects_it() -> None:
    async with reading(STORY) as pilot:
        session = app_of(pilot).session
        for keys, told in (
            (("s",), "Verdict: related"),
            (("y",), "related"),
            (("x",), "Verdict: not linked"),
        ):
            session.move_to(0)
            await pilot.press("1")
            await find(pilot, "Shops")
            await pilot.press("L", "2", "G", "y")
            assert any("Shops stayed closed" in row and "▌" in row for row in rows(pilot))
            await pilot.press(*keys)
            await until(pilot, partial(shows, pilot, told))
            assert session.held is None
    (made,) = Notebook(notebook_file()).annotations()
    assert made.body == "none"


async def test_while_one_is_held_x_deletes_nothing() -> None:
    async with reading(STORY) as pilot:
        await pilot.press("2", "c")
        await until(pilot, lambda: bool(Notebook(notebook_file()).annotations()))
        await pilot.press("1", "L", "2", "x")
        assert shows(pilot, "A passage is held: nothing deleted. Esc lets go of it, then x deletes.")
        assert len(Notebook(notebook_file()).annotations()) == 1
        await pilot.press("escape", "x")
        await until(pilot, lambda: not Notebook(notebook_file()).annotations())


async def test_nothing_is_said_for_the_reader_of_two_that_nothing_computed_links() -> None:
    async with reading(STORY) as pilot:
        await find(pilot, "Shops")
        await pilot.press("L", "2", "G", "y", "y")
        assert shows(pilot, "Say how the two stand to each other: a, r, c, p or s.")
        assert Notebook(notebook_file()).annotations() == ()
        await pilot.press("c")
        await until(pilot, lambda: shows(pilot, "Verdict: conflict"))


async def test_an_earlier_verdict_on_the_whole_sentence_stays() -> None:
    async with reading(STORY) as pilot:
        session = app_of(pilot).session
        session.move_to(0)
        await pilot.press("L", "2", "L", "s")
        await until(pilot, lambda: shows(pilot, "Verdict: related"))
        await find(pilot, "missing")
        await pilot.press("L")
        await find(pilot, "bridges")
        await pilot.press("L", "c")
        await until(pilot, lambda: shows(pilot, "Verdict: conflict"))
    assert sorted(made.body for made in Notebook(notebook_file()).annotations()) == ["conflict", "related"]


async def test_the_nearest_passages_of_this_source_are_offered_to_the_held_one() -> None:
    async with reading(STORY) as pilot:
        session = app_of(pilot).session
        await find(pilot, "killed 14")
        held = "The storm killed 14 people in Alma"
        await pilot.press("L", "2", "G", "M")
        judging = app_of(pilot).reader.judging
        assert {words(pair.a) for pair in judging.pairs} == {held}
        assert [pair.b.source for pair in judging.pairs] == [1] * len(judging.pairs)
        assert any("Officials of Alma" in words(pair.b) for pair in judging.pairs)
        assert any(row.startswith(f" 1 {held}") for row in rows(pilot))
        await pilot.press("enter")
        assert words(session.held) == held
        assert session.focus == 1

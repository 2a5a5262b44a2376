"""Arranging the columns and going through the claims, as the keys do it."""

from __future__ import annotations

from textual.pilot import Pilot

from seedreader.session import Session
from seedreader.ui.screens.part_screen import PartScreen
from seedreader.ui.themes.marks import DARK
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets import bars
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles
from tests.ui.driving import app_of, reading, rows, shows

WIDE = (140, 30)


def columns_of(pilot: Pilot[None]) -> list[int]:
    return [pane.index for pane in app_of(pilot).reader.panes]


def session_of(pilot: Pilot[None]) -> Session:
    return app_of(pilot).session


async def test_one_source_alone_and_side_by_side_again() -> None:
    async with reading(articles(HARBOUR, GAZETTE, WEATHER), WIDE) as pilot:
        await pilot.press("j", "z")
        assert columns_of(pilot) == [0]
        assert app_of(pilot).reader.panes[0].size.width == 140
        await pilot.press("l")
        assert columns_of(pilot) == [1]
        await pilot.press("z")
        assert columns_of(pilot) == [0, 1, 2]


async def test_a_hidden_source_comes_back_by_its_number() -> None:
    async with reading(articles(HARBOUR, GAZETTE, WEATHER), WIDE) as pilot:
        await pilot.press("H")
        assert columns_of(pilot) == [1, 2]
        assert shows(pilot, "Source 1 hidden")
        assert shows(pilot, "2 of 3 sources")
        await pilot.press("1")
        assert columns_of(pilot) == [0, 1, 2]
        assert session_of(pilot).focus == 0


async def test_all_come_back_at_once_and_the_last_one_stays() -> None:
    async with reading(articles(HARBOUR, GAZETTE, WEATHER), WIDE) as pilot:
        await pilot.press("H", "H", "H")
        assert columns_of(pilot) == [2]
        assert shows(pilot, "The last source stays")
        await pilot.press("0")
        assert columns_of(pilot) == [0, 1, 2]


async def test_all_are_shown_from_one_alone_too() -> None:
    async with reading(articles(HARBOUR, GAZETTE, WEATHER), WIDE) as pilot:
        await pilot.press("z", "0")
        assert columns_of(pilot) == [0, 1, 2]


async def test_an_arrangement_alone_is_worth_keeping() -> None:
    async with reading(articles(HARBOUR, GAZETTE), WIDE) as pilot:
        assert not session_of(pilot).moved
        await app_of(pilot).reader.run_command("pin")
        assert session_of(pilot).moved


async def test_a_jump_shows_a_hidden_source() -> None:
    async with reading(articles(HARBOUR, GAZETTE), WIDE) as pilot:
        await pilot.press("2", "H", "j", "enter")
        assert session_of(pilot).focus == 1
        assert columns_of(pilot) == [0, 1]


async def test_columns_change_places() -> None:
    async with reading(articles(HARBOUR, GAZETTE, WEATHER), WIDE) as pilot:
        await pilot.press("greater_than_sign")
        assert columns_of(pilot) == [1, 0, 2]
        assert rows(pilot)[1].index("source 2") < rows(pilot)[1].index("source 1")
        await pilot.press("less_than_sign", "less_than_sign")
        assert columns_of(pilot) == [0, 1, 2]
        assert shows(pilot, "This is the first column.")


async def test_a_pinned_source_stays_where_it_is() -> None:
    low, tall = "A lamp stood by.\n" * 60, "Nothing to see here at all.\n" * 60
    async with reading(articles(HARBOUR + low, tall + GAZETTE), (100, 24)) as pilot:
        views = app_of(pilot).reader.views
        await pilot.press("2", "g", "P", "1", "j")
        assert session_of(pilot).matches()
        assert views[1].top == 0
        assert "pinned" in rows(pilot)[1]
        await pilot.press("2", "P", "g", "1", "k")
        assert views[1].top > 0


async def test_the_keys_of_a_sort_of_claim_visit_that_sort() -> None:
    async with reading(articles(HARBOUR, GAZETTE), WIDE) as pilot:
        session = session_of(pilot)
        await pilot.press("g", "right_curly_bracket")
        assert session.claim
        assert "4 million" in session.here.article.text[slice(*session.here.cursor)]
        await pilot.press("right_curly_bracket")
        assert shows(pilot, "No conflict further down")
        await pilot.press("g", "plus", "plus")
        assert "300 people" in session.here.article.text[slice(*session.here.cursor)]
        await pilot.press("minus")
        assert "4 million" in session.here.article.text[slice(*session.here.cursor)]
        await pilot.press("right_parenthesis")
        assert {link.relation for link in session.evidence()} <= {"related", "conflict"}


async def test_a_filter_shows_and_visits_only_what_it_lets_through() -> None:
    async with reading(articles(HARBOUR, GAZETTE), WIDE) as pilot:
        session = session_of(pilot)
        everything = len(session.here.visible_claims)
        await pilot.press("g", "K", *"relation:conflict")
        assert len(session.here.visible_claims) == 1 < everything
        assert len(app_of(pilot).reader.views[0].layers.claims.starts) == 1
        await pilot.press("enter", "n")
        assert "4 million" in session.here.article.text[slice(*session.here.cursor)]
        assert shows(pilot, "“relation:conflict” 1/1")
        await pilot.press("K", *" of nothing", "escape")
        assert len(session.here.visible_claims) == 1
        await pilot.press("K", "ctrl+u", "enter")
        assert len(session.here.visible_claims) == everything


async def test_a_filter_that_makes_no_sense_is_told() -> None:
    async with reading(articles(HARBOUR, GAZETTE), WIDE) as pilot:
        await pilot.press("K", *"score>much")
        assert shows(pilot, "score takes a number")
        await pilot.press("enter")
        assert shows(pilot, "score takes a number")


async def test_what_was_said_is_over_when_another_screen_was_open() -> None:
    async with reading(articles(HARBOUR, GAZETTE), WIDE) as pilot:
        await pilot.press("0")
        assert shows(pilot, "No source is hidden.")
        for opens in ("s", "question_mark"):
            await pilot.press(opens, "escape")
            assert not shows(pilot, "No source is hidden.")


async def test_the_names_of_all_jumps_stand_in_one_column() -> None:
    async with reading(articles(HARBOUR, GAZETTE), WIDE) as pilot:
        await pilot.press("n", "enter", "J")
        _, *listed = rows(pilot)
        first, second = (row for row in listed[:2])
        assert first.index("1 ") == second.index("2 ") == 3


async def test_an_empty_list_is_explained_in_full_on_a_narrow_screen() -> None:
    async with reading(articles(HARBOUR, GAZETTE), (40, 16)) as pilot:
        await pilot.press("T")
        told = " ".join(" ".join(rows(pilot)[1:-1]).split())
        assert told.endswith("In the reader t puts one on the passage under the cursor.")


async def test_the_title_leaves_out_what_does_not_fit() -> None:
    async with reading(articles(HARBOUR, GAZETTE), (40, 16)) as pilot:
        await pilot.press("K", *"kind:quantity", "enter", "slash", *"the", "enter")
        title = bars.title(app_of(pilot).session, "a story", 1, Styles(DARK), 40, waiting="/the 2/672")
        assert "".join(text for text, _ in title).endswith("  /the 2/672")


async def test_a_filter_of_claims_counts_them() -> None:
    async with reading(articles(HARBOUR, GAZETTE), WIDE) as pilot:
        await pilot.press("K", *"kind:numbers", "enter")
        assert shows(pilot, "kind: takes quantity")


async def test_only_keys_that_do_it_are_told_to_show_a_hidden_source() -> None:
    async with reading(articles(*[HARBOUR] * 11), WIDE) as pilot:
        for number, keys in ((9, "9 or 0 shows it"), (10, "10 hidden: 0 shows it")):
            await app_of(pilot).reader.run_command("source", number)
            await pilot.press("H")
            assert shows(pilot, keys)


async def test_with_one_source_there_is_nothing_to_link() -> None:
    async with reading(articles(HARBOUR), WIDE) as pilot:
        await pilot.press("L")
        assert shows(pilot, "There is one source only")
        assert session_of(pilot).held is None


async def test_a_screen_closes_once_however_often_it_is_asked_to() -> None:
    async with reading(articles(HARBOUR, GAZETTE), WIDE) as pilot:
        await pilot.press("s")
        screen = pilot.app.screen
        assert isinstance(screen, PartScreen)
        await screen.run_command("close")
        await screen.run_command("open")
        await pilot.pause()
        assert pilot.app.screen is app_of(pilot).reader


async def test_one_source_is_alone_already() -> None:
    async with reading(articles(HARBOUR), WIDE) as pilot:
        await pilot.press("z")
        assert shows(pilot, "There is one source only.")
        assert not session_of(pilot).columns.maximised


async def test_a_sort_of_claim_that_no_source_has_is_said_to_be_in_none() -> None:
    async with reading(articles(HARBOUR, HARBOUR), WIDE) as pilot:
        await pilot.press("right_curly_bracket")
        assert shows(pilot, "No conflict in any source.")

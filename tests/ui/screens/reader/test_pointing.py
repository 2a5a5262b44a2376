from __future__ import annotations

from functools import partial

from textual import events
from textual.pilot import Pilot

from seedreader.article import Article, Span
from seedreader.session import StoryPassage
from seedreader.ui.column import folding, ruler
from seedreader.ui.column.column_view import GUTTER
from seedreader.ui.column.pane import Pane
from seedreader.ui.parts.part import Mode
from seedreader.ui.screens.reader.reader_screen import ReaderScreen
from seedreader.ui.widgets.range_set import NONE, RangeSet
from tests.stories import GAZETTE, HARBOUR, articles
from tests.ui.driving import app_of, reader, reading, ready, rows, shows, until

LONG = "".join(
    f"Paragraph {n} of this report says that ship {n} left the harbour on Monday.\n" for n in range(90)
)


def screen_of(pilot: Pilot[None]) -> ReaderScreen:
    return app_of(pilot).reader


def place_of(pane: Pane, offset: int) -> tuple[int, int]:
    """The cell of the pane in which a character stands."""
    view = pane.view
    row = view.rows((offset, offset + 1))[0]
    cell = next(x for x in range(200) if view.span_at(row, x)[1] > offset)
    return GUTTER + cell, row + 1


async def drag(pilot: Pilot[None], pane: Pane, start: int, end: int) -> None:
    """Press on one character, move to another, and let go."""
    here = partial(pilot._post_mouse_events, widget=pane, button=1)
    await here([events.MouseMove, events.MouseDown], offset=place_of(pane, start))
    await here([events.MouseMove, events.MouseUp], offset=place_of(pane, end))
    await pilot.pause()


def selected(pilot: Pilot[None]) -> str:
    session = app_of(pilot).session
    assert session.selection is not None
    return session.here.article.text[session.selection.start : session.selection.end]


async def test_a_drag_selects_exactly_its_characters_and_keeps_them_selected() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        pane = screen_of(pilot).panes[1]
        start, end = GAZETTE.index("million") + 1, GAZETTE.index("million") + 4
        await drag(pilot, pane, start, end)
        assert app_of(pilot).session.focus == 1
        assert selected(pilot) == "illi"
        assert shows(pilot, "other edge")
        await drag(pilot, pane, end, start)
        assert selected(pilot) == "illi"
        await pilot.press("c")
        await until(pilot, lambda: shows(pilot, "Highlighted"))
        assert [each.annotation.target.quote for each in app_of(pilot).session.placed] == ["illi"]


async def test_wide_and_joined_characters_are_selected_whole() -> None:
    text = "朝鮮 sent e\u0301mile 👨\u200d👩\u200d👧 away on Monday.\n"
    async with reading(articles(text, GAZETTE)) as pilot:
        pane = screen_of(pilot).panes[0]
        x, y = place_of(pane, 1)
        here = partial(pilot._post_mouse_events, widget=pane, button=1)
        await here([events.MouseMove, events.MouseDown], offset=(x + 1, y))
        await here([events.MouseMove, events.MouseUp], offset=place_of(pane, text.index("e\u0301")))
        await pilot.pause()
        assert selected(pilot) == "鮮 sent e\u0301"


async def test_a_drag_goes_over_lines_and_ends_where_the_line_does() -> None:
    async with reading(articles(LONG, GAZETTE)) as pilot:
        pane = screen_of(pilot).panes[0]
        here = partial(pilot._post_mouse_events, widget=pane, button=1)
        start = LONG.index("report")
        await here([events.MouseMove, events.MouseDown], offset=place_of(pane, start))
        row = pane.view.rows((LONG.index("Paragraph 1 "), 0))[0]
        await here([events.MouseMove, events.MouseUp], offset=(pane.size.width - 3, row))
        await pilot.pause()
        assert selected(pilot) == LONG[start : LONG.index("\n")]


async def test_a_drag_beyond_the_edge_scrolls_on() -> None:
    async with reading(articles(LONG, GAZETTE)) as pilot:
        pane = screen_of(pilot).panes[0]
        here = partial(pilot._post_mouse_events, button=1)
        await here([events.MouseMove, events.MouseDown], widget=pane, offset=(GUTTER, 3))
        await here([events.MouseMove], widget=None, offset=(9, pilot.app.size.height - 1))
        await until(pilot, lambda: pane.view.top > 0)
        await here([events.MouseUp], widget=None, offset=(9, pilot.app.size.height - 1))
        await pilot.pause()
        assert "\n" in selected(pilot)
        assert pane._again is None


async def test_a_click_leaves_the_selection_and_shift_extends_it() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        pane, session = screen_of(pilot).panes[0], app_of(pilot).session
        one, two = HARBOUR.index("cost"), HARBOUR.index("million")
        await drag(pilot, pane, one, one + 3)
        assert selected(pilot) == "cost"
        await pilot.click(pane, offset=place_of(pane, two), shift=True)
        assert selected(pilot) == HARBOUR[one : two + 1]
        await pilot.click(pane, offset=place_of(pane, two + 1))
        await pilot.pause()
        assert session.selection is None
        assert session.here.cursor[0] <= two < session.here.cursor[1]


async def test_two_clicks_select_the_word_and_three_the_sentence() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        pane, session = screen_of(pilot).panes[0], app_of(pilot).session
        at = place_of(pane, HARBOUR.index("million") + 2)
        await pilot.click(pane, offset=at, times=2)
        await pilot.pause()
        assert selected(pilot) == "million"
        await pilot.press("escape")
        await pilot.click(pane, offset=place_of(pane, HARBOUR.index("euros")), times=3)
        await pilot.pause()
        assert session.selection is not None
        assert session.passage[1:] == session.here.cursor


async def test_the_header_focuses_and_the_ruler_leads_to_its_marks() -> None:
    async with reading(articles(LONG, LONG.replace("ship", "train"))) as pilot:
        screen, session = screen_of(pilot), app_of(pilot).session
        pane = screen.panes[1]
        cursor = session.sources[1].cursor
        await pilot.click(pane, offset=(5, 0))
        assert session.focus == 1
        assert session.here.cursor == cursor
        view = pane.view
        row = view.height - 4
        goal = pane.ruler.goal(row)
        assert goal is not None
        await pilot.click(pane, offset=(pane.size.width - 1, row + 1))
        await pilot.pause()
        assert session.here.cursor[0] <= goal < session.here.cursor[1]
        first, last = view.rows(session.here.cursor)
        assert 0 <= first <= last < view.height


async def test_the_ruler_is_dragged_without_moving_the_cursor() -> None:
    async with reading(articles(LONG)) as pilot:
        pane, session = screen_of(pilot).panes[0], app_of(pilot).session
        view = pane.view
        view.layers = view.layers._replace(claims=NONE)
        here = partial(pilot._post_mouse_events, widget=pane, button=1)
        place = session.place
        x = pane.size.width - 1
        await here([events.MouseMove, events.MouseDown], offset=(x, view.height // 2))
        middle = view.top
        assert middle > 0
        await here([events.MouseMove, events.MouseUp], offset=(x, view.height))
        assert view.top > middle
        assert view.shown[1] == len(LONG)
        assert session.place == place


async def test_what_is_shown_as_found_stands_in_the_ruler() -> None:
    async with reading(articles(LONG, GAZETTE)) as pilot:
        pane = screen_of(pilot).panes[0]
        at = LONG.index("ship 60 ")
        pane.seek(RangeSet([(at, at + 7)]), None)
        await pilot.pause()
        row = ruler.row_of(at, len(LONG), pane.view.height)
        assert rows(pilot)[row + 2][pane.size.width - 1] == ruler.MARKS["find"]
        pane.seek(pane.view.finds, (at, at + 7))
        await pilot.pause()
        assert rows(pilot)[row + 2][pane.size.width - 1] == ruler.MARKS["found"]


MENU = "Home\nNews\nSport\nWeather\nSubscribe\n"


def folded_story(pilot: Pilot[None]) -> None:
    """Say that the menu in the middle is boilerplate, whatever the analysis says."""
    source = app_of(pilot).session.sources[0]
    start = source.article.text.index(MENU)
    source.boilerplate = (Span(start, start + len(MENU), "navigation", 0.9),)
    screen_of(pilot).redecorate()


STORY = LONG[:600].rpartition("\n")[0] + "\n" + MENU + LONG


async def test_boilerplate_is_dimmed_then_folded_then_plain_and_the_row_stays() -> None:
    async with reading([Article(STORY, "long"), *articles(GAZETTE)]) as pilot:
        folded_story(pilot)
        session, screen = app_of(pilot).session, screen_of(pilot)
        view = screen.focused_pane.view
        session.move_to(STORY.index("Paragraph 3 ", len(MENU) + 600))
        screen.sync()
        row = view.rows(session.here.cursor)[0]
        for said in ("folded", "plain", "dimmed", "folded"):
            await pilot.press("d")
            assert shows(pilot, f"Boilerplate {said}")
            assert view.rows(session.here.cursor)[0] == row
            assert shows(pilot, "5 lines · navigation") == (said == "folded")
            assert shows(pilot, "Subscribe") == (said != "folded")
        assert screen.kept["boilerplate"] == "folded"


async def test_sentences_pass_over_a_fold_and_a_click_opens_it() -> None:
    async with reading([Article(STORY, "long"), *articles(GAZETTE)]) as pilot:
        folded_story(pilot)
        session, screen = app_of(pilot).session, screen_of(pilot)
        session.focus = 0
        start = STORY.index(MENU)
        await pilot.press("d")
        session.move_to(start - 2)
        screen.sync()
        before = session.place
        await pilot.press("j")
        assert session.here.cursor[0] == start + len(MENU)
        await pilot.press("k")
        assert session.place == before
        pane = screen.focused_pane
        await pilot.click(pane, offset=(GUTTER + 3, pane.view.rows((start, start + 1))[0] + 1))
        assert shows(pilot, "Subscribe")
        assert start <= session.here.cursor[0] < start + len(MENU)
        await pilot.press("d", "d", "d")
        assert not shows(pilot, "Subscribe")
        assert any(row.startswith("▌") and "5 lines · navigation" in row for row in rows(pilot))


async def test_going_to_a_place_in_a_fold_opens_it() -> None:
    async with reading([Article(STORY, "long"), *articles(GAZETTE)]) as pilot:
        folded_story(pilot)
        session, screen = app_of(pilot).session, screen_of(pilot)
        await pilot.press("d")
        at = STORY.index("Weather")
        session.go(StoryPassage(0, at, at + 7))
        screen.sync()
        await pilot.pause()
        assert shows(pilot, "Weather")
        await pilot.press("d", "d", "d", "g")
        assert not shows(pilot, "Weather")
        screen.panes[0].seek(screen.panes[0].view.finds, (at, at + 7))
        await pilot.pause()
        assert shows(pilot, "Weather")


async def test_folds_stay_through_pages_resizes_and_a_restart() -> None:
    async with reading([Article(STORY, "long"), *articles(GAZETTE)]) as pilot:
        folded_story(pilot)
        await pilot.press("d", "f", "f", "b", "b")
        for size in ((50, 20), (200, 50), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.press("g")
            assert not shows(pilot, "Subscribe")
        assert app_of(pilot).reader.kept["boilerplate"] == folding.FOLDED
    app = reader([Article(STORY, "long"), *articles(GAZETTE)])
    async with app.run_test() as pilot:
        await ready(pilot)
        assert app.reader.kept["boilerplate"] in folding.MODES


async def test_pages_and_ends_stop_before_a_fold_at_the_end() -> None:
    text = LONG + MENU
    async with reading([Article(text, "long"), *articles(GAZETTE)]) as pilot:
        folded_story(pilot)
        session, screen = app_of(pilot).session, screen_of(pilot)
        session.focus = 0
        await pilot.press("d", "G")
        assert "Paragraph 89" in text[slice(*session.here.cursor)]
        assert shows(pilot, "5 lines · navigation")
        await pilot.press("f", "f")
        assert "Paragraph 89" in text[slice(*session.here.cursor)]
        await pilot.press("g", *"f" * 9)
        assert "Paragraph 8" in text[slice(*session.here.cursor)]
        assert shows(pilot, "5 lines · navigation")
        await pilot.press("j", "j", "j", "j", "j", "j", "j", "j", "j")
        assert shows(pilot, "This is the last sentence.")
        assert screen.focused_pane.view.hiding(session.here.cursor) is None


async def test_a_click_leaves_the_text_under_the_mouse_where_it_is() -> None:
    async with reading(articles(LONG + HARBOUR, GAZETTE)) as pilot:
        screen = screen_of(pilot)
        pane = screen.panes[0]
        at = (LONG + HARBOUR).index("It will cost")
        pane.view.level((at, at), pane.view.height - 3)
        top = pane.view.top
        await pilot.click(pane, offset=place_of(pane, at))
        assert app_of(pilot).session.here.cursor[0] <= at < app_of(pilot).session.here.cursor[1]
        assert pane.view.top == top
        match = app_of(pilot).session.matches()[1]
        assert screen.panes[1].view.rows(match)[0] == pane.view.rows((at, at))[0]


async def test_a_click_on_the_ruler_ends_the_line_that_is_typed() -> None:
    async with reading(articles(LONG, GAZETTE)) as pilot:
        screen, session = screen_of(pilot), app_of(pilot).session
        await pilot.press("slash", *"pier")
        pane = screen.panes[0]
        row = pane.view.height - 4
        goal = pane.ruler.goal(row)
        assert goal is not None
        await pilot.click(pane, offset=(pane.size.width - 1, row + 1))
        await pilot.pause()
        assert screen.typed_line.line is None
        assert screen.search.finds is not None
        assert screen.search.finds.query.typed == "pier"
        assert session.here.cursor[0] <= goal < session.here.cursor[1]
        before = session.here.cursor
        await pilot.press("j")
        assert session.here.cursor > before


async def test_the_cursor_stays_where_nothing_but_a_fold_follows() -> None:
    async with reading([Article(LONG + MENU, "long"), *articles(GAZETTE)]) as pilot:
        folded_story(pilot)
        session = app_of(pilot).session
        session.focus = 0
        await pilot.press("d", "G")
        before = session.place
        await pilot.press("j")
        assert session.place == before
        assert shows(pilot, "5 lines · navigation") and not shows(pilot, "Subscribe")


async def test_shift_extends_a_selection_from_its_far_edge() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        pane = screen_of(pilot).panes[0]
        start = HARBOUR.index("council")
        await drag(pilot, pane, start, start + 6)
        assert selected(pilot) == "council"
        await pilot.click(pane, offset=place_of(pane, start - 3), shift=True)
        assert selected(pilot) == "ur council"


async def test_a_click_elsewhere_lets_the_choice_of_a_link_go() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        pane = screen_of(pilot).panes[0]
        await pilot.press("y")
        assert screen_of(pilot).mode is Mode.JUDGING
        await pilot.click(pane, offset=place_of(pane, HARBOUR.index("About 300")))
        assert screen_of(pilot).mode is Mode.READING

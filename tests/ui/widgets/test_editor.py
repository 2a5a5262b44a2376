"""The editor on the screen: the mouse, what is pasted, the keys that it leaves alone."""

from __future__ import annotations

from textual.events import Paste
from textual.pilot import Pilot

from seedreader.ui.widgets.editor import Editor
from tests.stories import GAZETTE, HARBOUR, articles
from tests.ui.driving import reading, shows, until


def editor(pilot: Pilot[None]) -> Editor:
    return pilot.app.screen.query_one(Editor)


async def test_the_mouse_puts_the_cursor_and_a_double_click_takes_a_word() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("a", *"one two", "ctrl+j", *"three")
        await pilot.click(Editor, offset=(1 + 4, 1))
        await pilot.press("X")
        assert editor(pilot).body == "one Xtwo\nthree"
        await pilot.click(Editor, offset=(1 + 2, 2), times=2)
        await pilot.press("Y")
        assert editor(pilot).body == "one Xtwo\nY"
        await pilot.click(Editor, offset=(1 + 2, 0))
        await pilot.press("Z")
        assert editor(pilot).body == "one Xtwo\nYZ"


async def test_dragging_selects_and_what_is_pasted_takes_its_place() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("a", *"one two three")
        await pilot.mouse_down(Editor, offset=(1 + 4, 1))
        await pilot.hover(Editor, offset=(1 + 7, 1))
        await pilot.mouse_up(Editor, offset=(1 + 7, 1))
        await pilot.hover(Editor, offset=(1 + 10, 1))
        pilot.app.post_message(Paste("2\n"))
        await until(pilot, lambda: editor(pilot).body != "one two three")
        assert editor(pilot).body == "one 2 three"


async def test_what_means_nothing_in_a_text_keeps_its_meaning() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("a", *"abc", "ctrl+c")
        await until(pilot, lambda: shows(pilot, "quits; everything that was saved"))
        await pilot.press("shift+left", "ctrl+c", "end", "ctrl+v")
        assert editor(pilot).body == "abcc"

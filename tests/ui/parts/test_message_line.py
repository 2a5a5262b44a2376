"""What is said goes with the next thing said; a notice stays until it is seen."""

from __future__ import annotations

import os

import pytest

from seedreader.notebook import Notebook
from seedreader.ui import themes
from seedreader.ui.parts import message_line
from seedreader.ui.parts.message_line import MessageLine
from seedreader.ui.themes.styles import Styles
from tests.stories import HARBOUR, articles
from tests.ui.driving import app_of, notebook_file, reading, shows, until


def test_a_notice_outlives_what_is_said_and_keys_typed_before_it_was_seen() -> None:
    now = [100.0]
    line = MessageLine(lambda: None, clock=lambda: now[0])
    line.say("Saving …")
    line.tell("problems", "The notebook was replaced.")
    line.say("Saved.")
    line.press()
    assert line.text == "Saved. The notebook was replaced."
    line.rows(Styles(themes.palette("dark")), 80)
    line.press()
    line.say("")
    line.clear()
    assert line.text == "The notebook was replaced."
    now[0] += message_line.SEEN
    line.press()
    assert line.text == ""


def test_the_newest_notice_about_a_thing_stands_beside_those_about_others() -> None:
    line = MessageLine(lambda: None)
    line.tell("inputs", "One file could not be read.")
    line.tell("problems", "The notebook is damaged.")
    line.tell("problems", "There is no backup of today.")
    assert line.text == "One file could not be read. There is no backup of today."


@pytest.mark.parametrize("what", ["gone", "replaced", "emptied"])
async def test_what_happened_to_the_notebook_is_told_beside_saved(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_line, "SEEN", 0.0)
    Notebook(notebook_file()).add(articles(HARBOUR)[0], [(0, 11)], "note", "before")
    async with reading(articles(HARBOUR)) as pilot:
        await until(pilot, lambda: shows(pilot, "✎ 1"))
        if what == "gone":
            notebook_file().unlink()
        elif what == "emptied":
            os.truncate(notebook_file(), 0)
        else:
            other = notebook_file().with_name("other.sqlite")
            Notebook(other).add(articles(HARBOUR)[0], [(0, 11)], "note", "another's")
            other.replace(notebook_file())
        await pilot.press("a", "x", "enter")
        told = "was replaced" if what == "replaced" else "A new notebook has been begun"
        await until(pilot, lambda: shows(pilot, "Saved."))
        await until(pilot, lambda: told in app_of(pilot).reader.message.text)
        assert app_of(pilot).reader.message.text.startswith("Saved.")
        await pilot.press("j")
        assert app_of(pilot).reader.message.text == ""

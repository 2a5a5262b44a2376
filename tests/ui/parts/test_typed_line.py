"""A typed line by itself: what each key does, and what the screen hears of it."""

from __future__ import annotations

from typing import Any, cast

import pytest

from seedreader.ui import commands
from seedreader.ui.commands.remapping import remapped
from seedreader.ui.parts.message_line import MessageLine
from seedreader.ui.parts.part import PartContext
from seedreader.ui.parts.typed_line import LineRequest, TypedLine
from seedreader.ui.themes.marks import DARK
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.line_field import LineField


class Screen:
    """A line on a screen that only writes down what it hears."""

    def __init__(self, table: commands.CommandTable = commands.TABLE) -> None:
        self.heard: list[object] = []
        context = cast(Any, PartContext)(
            session=None, notebook=None, table=table, looks=Styles(DARK), settings=None,
            say=lambda _: None, change=None, take_key=None, view=None, run_alone=None, router=None,
            copy_on_page=None,
        )  # fmt: skip
        self.typed = TypedLine(context, lambda: self.heard.append("changed"))

    def begin(self, text: str = "") -> None:
        hear = self.heard.append
        self.typed.begin(
            LineRequest(
                "find",
                LineField(text, len(text)),
                lambda text: hear(("typed", text)),
                lambda text: hear(("kept", text)),
                lambda: hear("left"),
                lambda rows: hear(("stepped", rows)),
                keys={"tab": lambda: hear("tab")},
            )
        )
        self.heard.clear()


@pytest.mark.parametrize(
    "key, character, heard, open_after",
    [
        ("a", "a", ("typed", "pier a"), True),
        ("backspace", None, ("typed", "pier"), True),
        ("enter", None, ("kept", "pier"), False),
        ("escape", None, "left", False),
        ("down", None, ("stepped", 1), True),
        ("up", None, ("stepped", -1), True),
        ("tab", None, "tab", True),
    ],
)
def test_a_key_is_the_lines(key: str, character: str | None, heard: object, open_after: bool) -> None:
    screen = Screen()
    screen.begin("pier ")
    assert screen.typed.press(key, character)
    assert screen.heard == [heard]
    assert (screen.typed.line is not None) == open_after


def test_without_a_line_and_with_control_a_key_goes_on_to_the_commands() -> None:
    screen = Screen()
    assert not screen.typed.press("a", "a")
    assert screen.typed.command_set == ""
    screen.begin()
    assert screen.typed.command_set == "find"
    assert not screen.typed.press("ctrl+c", None)
    assert screen.heard == []


def test_ctrl_u_clears_the_line() -> None:
    screen = Screen()
    screen.begin("pier")
    assert screen.typed.press("ctrl+u", None)
    assert screen.heard == [("typed", "")]


def test_what_the_line_takes_stands_beside_it_with_its_keys_where_there_is_room() -> None:
    screen = Screen()
    screen.begin("pier")
    assert screen.typed.line is not None
    screen.typed.line = screen.typed.line._replace(told=lambda: "3 hits")
    wide, narrow = ("".join(text for text, _ in screen.typed.row(width)) for width in (120, 30))
    assert "3 hits" in wide and "3 hits" in narrow
    assert "Tab list" in wide and "Tab list" not in narrow


def test_a_key_of_the_settings_stands_for_the_one_of_before() -> None:
    table, refused = remapped(commands.TABLE, {"find.keep_find": ["Ctrl-J"]})
    assert not refused
    screen = Screen(table)
    screen.begin("pier")
    assert screen.typed.press("ctrl+j", None)
    assert screen.heard == [("kept", "pier")]


def test_a_message_is_drawn_when_it_changes() -> None:
    drawn: list[str] = []
    line = MessageLine(lambda: drawn.append(line.text))
    line.say("Saved.")
    line.say("Saved.")
    assert drawn == ["Saved."]
    assert line.rows(Styles(DARK), 20)[0][0][0] == " Saved."
    line.clear()
    assert line.rows(Styles(DARK), 20) == []

from __future__ import annotations

from collections import Counter

import pytest
from rich.cells import cell_len

from seedreader.ui import bars, commands
from seedreader.ui.help.screen import HelpScreen
from seedreader.ui.notes.screen import NotesScreen
from seedreader.ui.notes.tags import TagsScreen
from seedreader.ui.reader.screen import ReaderScreen
from seedreader.ui.styles import Styles
from seedreader.ui.theme import DARK

SCREENS = {"reader": ReaderScreen, "notes": NotesScreen, "tags": TagsScreen, "help": HelpScreen}
TAKEN = {"ctrl+b", "ctrl+a", "ctrl+w", "ctrl+t", "ctrl+n", "ctrl+s", "ctrl+q", "f11"}


@pytest.mark.parametrize("screen", SCREENS)
def test_a_key_does_one_thing_on_a_screen(screen: str) -> None:
    keys = Counter(key for command in commands.TABLE.on_screen(screen) for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("screen", SCREENS)
def test_every_command_does_something(screen: str) -> None:
    for command in commands.TABLE.on_screen(screen):
        assert hasattr(SCREENS[screen], f"action_{command.id}"), command.id


def test_no_key_is_one_that_tmux_screen_or_a_browser_takes() -> None:
    assert TAKEN.isdisjoint(key for command in commands.TABLE.commands for key in command.keys)


def test_the_listing_names_every_command() -> None:
    listing = commands.listing(commands.TABLE)
    for command in commands.TABLE.commands:
        assert f"{command.screen}.{command.id}" in listing
        assert command.help in listing


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("screen", SCREENS)
def test_the_footer_fits_and_keeps_the_way_out(screen: str, width: int) -> None:
    text = "".join(part for part, _ in bars.footer(commands.TABLE, screen, Styles(DARK), width))
    assert cell_len(text) == width
    assert ("quit" if screen == "reader" else "back") in text

from __future__ import annotations

from collections import Counter

import pytest
from rich.cells import cell_len

from seedreader.ui import commands
from seedreader.ui.commands.remapping import typed_in
from seedreader.ui.themes.marks import DARK
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets import bars

SCREENS = tuple(
    dict.fromkeys(c.screen for c in commands.TABLE.commands if not typed_in(commands.TABLE, c.screen))
)
TAKEN = {"ctrl+b", "ctrl+a", "ctrl+w", "ctrl+t", "ctrl+n", "ctrl+s", "ctrl+q", "f11"}


@pytest.mark.parametrize("screen", SCREENS)
def test_a_key_does_one_thing_on_a_screen(screen: str) -> None:
    keys = Counter(key for command in commands.TABLE.on_screen(screen) for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


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
    ways = {"reader": "quit", "stories": "quit", "select": "leave", "verdict": "leave"}
    assert ways.get(screen, "back") in text

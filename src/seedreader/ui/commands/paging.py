"""The keys that go through every list by pages and to its ends."""

from __future__ import annotations

from seedreader.ui.commands.command import Command


def paging(group: str, screen: str) -> tuple[Command, ...]:
    """These commands for one screen."""
    return (
        Command("page_down", ("space", "pagedown"), "A page down", group, None, screen),
        Command("page_up", ("b", "pageup"), "A page up", group, None, screen),
        Command("count", ("number_sign",), "A number, for the next key so many times", group, None, screen),
        Command("first_row", ("g", "home"), "The first one", group, None, screen),
        Command("last_row", ("G", "end"), "The last one", group, None, screen),
    )

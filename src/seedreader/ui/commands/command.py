"""What a command is. Plain data, importing nothing of Textual, so that the command line can print it."""

from __future__ import annotations

from typing import NamedTuple

_REPEATED = ("next_", "previous_", "page_", "jump", "back", "forward", "edge_", "move_")
"""What the ids of commands begin with that go a step."""


def is_repeated(id: str) -> bool:
    """Whether a command goes a step, so that a number before its key goes so many."""
    return id.startswith(_REPEATED) and id not in ("next_theme", "jumps", "move_annotation")


class Command(NamedTuple):
    """Something a key does on one screen.

    ``id`` is the action's name; with the screen's, ``screen.id``, it is the name for remapping. ``keys`` are
    Textual key names, the first one shown. ``label`` is for the footer (None: not there), ``help`` the line
    in the help screen and the palette.
    """

    id: str
    keys: tuple[str, ...]
    help: str
    group: str
    label: str | None = None
    screen: str = "reader"

    @property
    def name(self) -> str:
        """What the settings call it."""
        return f"{self.screen}.{self.id}"

    @property
    def numbered(self) -> bool:
        """Whether it goes by the digits, each of which says which one is meant."""
        return len(self.keys) > 1 and all(key.isdigit() for key in self.keys)

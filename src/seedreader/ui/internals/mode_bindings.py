"""Key bindings of a screen that change with its mode."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from textual.app import App
from textual.binding import BindingsMap
from textual.screen import Screen


class ModeBindings(BindingsMap):
    """Bindings of several modes, of which Textual gets those of the mode that the screen is in ``now``.

    Two modes may have one command under different keys.
    """

    def __init__(self, of_modes: Mapping[str, BindingsMap], now: Callable[[], str]) -> None:
        super().__init__()
        self._of_modes, self._now = of_modes, now

    def copy(self) -> BindingsMap:
        """What Textual takes at each key."""
        bindings = self._of_modes.get(self._now())
        return bindings.copy() if bindings else BindingsMap()


def bind(to: Screen[Any] | App[Any], bindings: BindingsMap) -> None:
    """Give a screen or the app these bindings in place of those of its class.

    Textual's own way, a class attribute, would be built at import, before the settings are read.
    """
    to._bindings = bindings

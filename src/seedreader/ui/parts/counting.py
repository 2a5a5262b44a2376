"""A number before a key: do that so many times.

It has a key of its own that begins it, since the digits alone choose a source at once: whether they were
meant for that or as a number could only be told by waiting.
"""

from __future__ import annotations

from collections.abc import Mapping

from seedreader.ui.parts.part import Handler, PartContext

DIGITS = 3
"""Digits of a number at most: more would keep the keys waiting."""


class Counting:
    """Takes a number, then the key that it is for; `take` gives the number to whoever does the command."""

    def __init__(self, context: PartContext) -> None:
        self._context = context
        self._typed = ""
        self._times = 1

    def commands(self) -> Mapping[str, Handler]:
        return {"count": self._begin}

    def take(self) -> int:
        """How many times the next command is to be done; after that once again."""
        times, self._times = self._times, 1
        return times

    def _begin(self) -> None:
        self._typed = ""
        self._ask()

    def _ask(self) -> None:
        typed = f"{self._typed} times" if self._typed else "How many times"
        self._context.say(f"{typed}: digits, then the key that is meant, as j. Esc cancels.")
        self._context.take_key(self._press)

    def _press(self, key: str, character: str | None) -> bool:
        """A digit goes on with the number; any other key is done so many times."""
        if character and character.isascii() and character.isdigit():
            self._typed = (self._typed + character)[:DIGITS]
            self._ask()
        elif key == "backspace" and self._typed:
            self._typed = self._typed[:-1]
            self._ask()
        else:
            self._context.say("")
            self._times = max(1, int(self._typed or 1)) if key != "escape" else 1
            return key == "escape"
        return True

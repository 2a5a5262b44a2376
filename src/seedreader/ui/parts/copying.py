"""Copying: the clipboard's programs run beside the keys, and the message line says how it went."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping
from functools import partial

from seedreader.ui.parts.part import Handler, PartContext


class Copying:
    """Has the commands ``copy`` and ``copy_citation``; each asks for its text when it is given.

    None is copied nowhere, silently: there is nothing chosen. ``send`` writes an escape sequence to the
    terminal. ``done`` hears that something is about to be copied. ``otherwise`` gives what else the screen
    can do with it, for where the clipboard may not take it.
    """

    def __init__(
        self,
        context: PartContext,
        text: Callable[[], str | None],
        citation: Callable[[], str | None],
        send: Callable[[str], None],
        done: Callable[[], None] | None = None,
        otherwise: Callable[[], str] = lambda: "",
    ) -> None:
        self._context, self._text, self._citation = context, text, citation
        self._send, self._done, self._otherwise = send, done, otherwise

    def commands(self) -> Mapping[str, Handler]:
        return {
            "copy": lambda: self.copy(self._text()),
            "copy_citation": lambda: self.copy(self._citation()),
        }

    def copy(self, text: str | None) -> None:
        """Put a text on the clipboard and say so, in a worker: a program may take its time."""
        if text is None:
            return
        if self._done is not None:
            self._done()
        self._context.run_alone(partial(self._copy, text), "copy")

    async def _copy(self, text: str) -> None:
        # imported when something is copied
        from seedreader.ui.parts import clipboard

        if not text.strip():
            self._context.say("There is nothing here to copy.")
            return
        problem = await self._context.copy_on_page(text)
        if problem is not None:
            self._context.say(clipboard.said_of_page(problem, self._otherwise()))
            return
        outcome = await asyncio.to_thread(clipboard.copy, text, dict(os.environ), self._otherwise())
        if outcome.sequence:
            self._send(outcome.sequence)
        self._context.say(outcome.said)

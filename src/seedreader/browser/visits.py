"""Who is here: each visit is a websocket and the process that draws for it."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientConnectionError, WSCloseCode, WSMsgType
from aiohttp.web import WebSocketResponse

from seedreader.browser import reader_process
from seedreader.browser.reader_process import ReaderProcess, Size
from seedreader.text.plurals import count

RELOADED = 3.0
"""Seconds in which a page waits for processes that are ending."""

GONE = (ConnectionError, ClientConnectionError, RuntimeError)
"""What sending raises once the page is gone."""


@dataclass(eq=False)
class _Visit:
    """A place that is taken, until ``ended`` is set."""

    visitor: str
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    reader: ReaderProcess | None = None

    @property
    def ending(self) -> bool:
        return self.reader is not None and self.reader.ending


class Visits:
    """Starts ``argv`` for each visitor, ``most`` of them at a time."""

    def __init__(self, argv: Sequence[str], most: int, environ: Mapping[str, str]) -> None:
        self._argv, self._most, self._environ = tuple(argv), most, environ
        self._sockets: set[WebSocketResponse] = set()
        self._visits: set[_Visit] = set()

    async def visit(self, socket: WebSocketResponse, visitor: str, size: Size) -> None:
        """Let a visitor read until either the page or the reader is closed."""
        self._sockets.add(socket)
        try:
            await _have_ended([each for each in self._visits if each.visitor == visitor])
            if len(self._visits) >= self._most:
                await _have_ended([each for each in self._visits if each.ending])
            if len(self._visits) >= self._most:
                said = f"{count(self._most, 'reader')} at a time, and no place is free: close another tab."
                await _say_last(socket, said)
                return
            taken = _Visit(visitor)
            self._visits.add(taken)
            try:
                await self._read(socket, taken, size)
            finally:
                self._visits.discard(taken)
                taken.ended.set()
        finally:
            self._sockets.discard(socket)

    async def _read(self, socket: WebSocketResponse, taken: _Visit, size: Size) -> None:
        environ = reader_process.environment(self._environ, taken.visitor, size)
        try:
            reader = taken.reader = await ReaderProcess.start(self._argv, environ)
        except OSError as error:
            await _say_last(socket, f"The reader could not be started ({error.strerror}).")
            return
        shows = asyncio.create_task(_show(reader, socket))
        try:
            with contextlib.suppress(OSError, TimeoutError):  # of a process that doesn't read any more
                async for message in socket:
                    if message.type is WSMsgType.TEXT:
                        await _heard(reader, message.data)
        finally:
            await reader.end()
            await shows

    async def close(self) -> None:
        """Tell every page that the server ends. Their processes end with them."""
        await asyncio.gather(*(_say_last(socket, "The server was stopped.") for socket in self._sockets))


async def _have_ended(visits: Sequence[_Visit]) -> None:
    """Wait a while until visits have ended.

    A page that is loaded again then finds the place and the draft that its process keeps as it ends.
    """
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(asyncio.gather(*(each.ended.wait() for each in visits)), RELOADED)


async def _show(reader: ReaderProcess, socket: WebSocketResponse) -> None:
    """Hand on what the reader draws, and in the end what it says last.

    Once the page is gone it is still read: a process whose output nobody takes could not end.
    """
    async for kind, payload in reader.packets():
        with contextlib.suppress(*GONE):
            if kind == b"D":
                await socket.send_bytes(payload)
            elif kind == b"M" and (message := _for_the_page(reader_process.meta(payload))):
                await socket.send_json(message)
    await _say_last(socket, await reader.end())


async def _say_last(socket: WebSocketResponse, said: str) -> None:
    """Tell a page why nothing more comes, and close the connection."""
    with contextlib.suppress(*GONE):
        await socket.send_json(["ended", said])
        await socket.close(code=WSCloseCode.GOING_AWAY)


def _for_the_page(told: Mapping[str, Any]) -> list[object] | None:
    """What the page is told of what the driver tells; None for what it has no use for."""
    match told:
        case {"type": "open_url", "url": str(url)} if url.startswith(("https://", "http://")):
            return ["open", url]
        case {"type": "copy", "text": str(text)}:
            return ["copy", text]
    return None


async def _heard(reader: ReaderProcess, data: str) -> None:
    """Hand on what the page says; what is not understood is left out."""
    try:
        message = json.loads(data)
    except (ValueError, RecursionError):
        return
    match message:
        case ["stdin", str(text)]:
            await reader.type(text)
        case ["resize", {"width": width, "height": height}]:
            wanted = reader_process.size(width, height)
            await reader.tell("resize", width=wanted.width, height=wanted.height)
        case ["focus" | "blur" as kind]:
            await reader.tell(kind)
        case ["copied", str(problem)]:
            await reader.tell("copied", problem=problem[:200])

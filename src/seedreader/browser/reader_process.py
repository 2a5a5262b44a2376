"""One process of the reader, which draws for one visitor.

It speaks what Textual's web driver speaks: a letter, four bytes of length, and so many bytes. ``D`` is what a
terminal reads and writes, ``M`` a JSON object with a ``type``.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections import deque
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any, NamedTuple

from seedreader.visitor import VARIABLE

READY = b"__GANGLION__\n"
"""What the driver writes before its first packet."""
LARGEST = 1 << 26
"""Bytes of one packet; a frame has some thousands."""
TOLD = 4000
"""Characters that are kept of what a process says on standard error."""
STUCK = 10.0
"""Seconds in which a process has to take what is typed."""
GOES = 5.0
"""Seconds in which a process has to save and end, before it is ended."""
LARGEST_SIZE = 1000
"""Columns and lines that a page may ask for."""

_OF_THE_SERVER = (
    "TMUX", "STY", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "SSH_CONNECTION", "SSH_TTY", "COLORFGBG",
    "BROWSER", "TERM_PROGRAM", "LC_ALL", "LC_CTYPE", "LANG",
)  # fmt: skip
"""Variables that tell of the terminal and the clipboard where the server runs, which is not the visitor's."""


class Packet(NamedTuple):
    """What the process sends: ``D`` or ``M``, and its bytes."""

    kind: bytes
    payload: bytes


class Size(NamedTuple):
    """Columns and lines."""

    width: int
    height: int


USUAL = Size(80, 24)


def size(width: object, height: object, otherwise: Size = USUAL) -> Size:
    """A size as a page tells it, within reason."""
    try:
        sides = int(str(width)), int(str(height))
    except ValueError:
        return otherwise
    return Size(*(max(1, min(side, LARGEST_SIZE)) for side in sides))


def command(options: Sequence[str], paths: Sequence[str]) -> list[str]:
    """What starts the reader. ``-P`` keeps Python from importing what lies in the folder of articles."""
    return [sys.executable, "-P", "-m", "seedreader", *options, "--", *paths]


def environment(base: Mapping[str, str], visitor: str, size: Size) -> dict[str, str]:
    """The variables for a process whose terminal is a browser."""
    kept = {name: value for name, value in base.items() if name not in _OF_THE_SERVER}
    return kept | {
        VARIABLE: visitor,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "COLUMNS": str(size.width),
        "ROWS": str(size.height),
        "PYTHONUTF8": "1",
    }


class ReaderProcess:
    """A process that was started; `packets` has to be read until it ends, and `end` to be called."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._last: deque[str] = deque(maxlen=2)
        self._listening = asyncio.create_task(self._listen())
        self._ending: asyncio.Task[str] | None = None

    @classmethod
    async def start(cls, argv: Sequence[str], environ: Mapping[str, str]) -> ReaderProcess:
        """Start the reader, in a session of its own: Ctrl-C at the server is the server's. Raises OSError."""
        process = await asyncio.create_subprocess_exec(
            *argv, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=dict(environ), start_new_session=True
        )
        return cls(process)

    @property
    def ending(self) -> bool:
        """Whether it was asked to end."""
        return self._ending is not None

    async def type(self, text: str) -> None:
        """Hand on what a terminal sends. Raises OSError or TimeoutError once the process doesn't read."""
        await self._send(b"D", text.encode("utf-8", "replace"))

    async def tell(self, kind: str, **more: object) -> None:
        """Tell the driver something, as `type` does."""
        await self._send(b"M", json.dumps({"type": kind, **more}).encode())

    async def _send(self, kind: bytes, payload: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(kind + len(payload).to_bytes(4, "big") + payload)
        async with asyncio.timeout(STUCK):
            await self._process.stdin.drain()

    async def packets(self) -> AsyncIterator[Packet]:
        """What the process sends, until it ends; nothing where it isn't the reader that was started."""
        out = self._process.stdout
        assert out is not None
        with contextlib.suppress(asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            if await out.readuntil(b"\n") != READY:
                return
            while True:
                kind = await out.readexactly(1)
                length = int.from_bytes(await out.readexactly(4), "big")
                if length > LARGEST:
                    return
                yield Packet(kind, await out.readexactly(length))

    async def end(self) -> str:
        """Have the process save and end, or end it; returns what it said last. May be asked for repeatedly.

        Who is cancelled while waiting leaves it to end all the same.
        """
        if self._ending is None:
            self._ending = asyncio.create_task(self._end())
        return await asyncio.shield(self._ending)

    async def _end(self) -> str:
        with contextlib.suppress(OSError, TimeoutError, RuntimeError):
            await self.tell("quit")
        if self._process.stdin is not None:
            self._process.stdin.close()
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                await asyncio.wait_for(self._process.wait(), GOES)
                break
            except TimeoutError:
                self._kill(number)
        status = await self._process.wait()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._listening, GOES)
        said = "".join(self._last)[-TOLD:].strip()
        return said or (f"The reader was ended by signal {-status}." if status < 0 else "")

    def _kill(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, number)

    async def _listen(self) -> None:
        """Keep the last that the process says on standard error."""
        error = self._process.stderr
        assert error is not None
        while data := await error.read(TOLD):
            self._last.append(data.decode(errors="replace"))


def meta(payload: bytes) -> dict[str, Any]:
    """The object in an ``M`` packet; empty where there is none."""
    try:
        found = json.loads(payload)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}

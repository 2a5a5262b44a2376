"""`seedreader serve` as a process of its own, and the processes that it starts."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.stories import GAZETTE, HARBOUR

PATIENCE = 60.0
"""Seconds that anything may take on a machine that has much else to do."""


def story(folder: Path) -> str:
    """A story of two short articles."""
    folder.mkdir(exist_ok=True)
    (folder / "one.txt").write_text(HARBOUR)
    (folder / "two.txt").write_text(GAZETTE)
    return str(folder)


class Served:
    """A running server; ``address`` is the one that it printed."""

    def __init__(self, process: Process, address: str) -> None:
        self.process, self.address = process, address
        parts = urlsplit(address)
        self.origin = f"{parts.scheme}://{parts.netloc}"

    def readers(self) -> list[int]:
        """The processes that draw, by their numbers."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(each) for each in children.read_text().split()]

    async def ends(self, number: int = signal.SIGTERM) -> int:
        """Send the server a signal; returns its exit status."""
        self.process.send_signal(number)
        return await asyncio.wait_for(self.process.wait(), PATIENCE)


@asynccontextmanager
async def served(*arguments: str) -> AsyncIterator[Served]:
    """Run the server, and end it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "seedreader", "serve", *arguments, stdin=DEVNULL, stdout=PIPE, stderr=PIPE
    )
    assert process.stdout is not None and process.stderr is not None
    try:
        said = b""
        while not said.startswith(b"http"):
            said = await asyncio.wait_for(process.stdout.readline(), PATIENCE)
            assert said, (await process.stderr.read()).decode()
        yield Served(process, said.decode().strip())
    finally:
        if process.returncode is None:
            process.terminate()
        await asyncio.wait_for(process.wait(), PATIENCE)


async def gone(pid: int) -> None:
    """Wait until a process has ended, whoever its parent is."""
    try:
        told = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    ended, loop = asyncio.Event(), asyncio.get_running_loop()
    loop.add_reader(told, ended.set)
    try:
        await asyncio.wait_for(ended.wait(), PATIENCE)
    finally:
        loop.remove_reader(told)
        os.close(told)

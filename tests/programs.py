"""Running the installed command as a user would, with or without a terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence

PATIENCE = 30.0


def run(*arguments: str, code: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run ``seedreader`` with these arguments, or a piece of Python, without a terminal."""
    command = [sys.executable, "-c", code] if code else [sys.executable, "-m", "seedreader", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=PATIENCE, stdin=subprocess.DEVNULL, check=False
    )


class Terminal:
    """The program in a terminal of its own; killed on leaving, if it runs still."""

    def __init__(self, arguments: Sequence[str], size: tuple[int, int]) -> None:
        self.written = b""
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.execv(sys.executable, [sys.executable, "-c", _SIZED.format(*size), *arguments])
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self._deadline = time.monotonic() + PATIENCE

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._terminal)
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)

    def until(self, met: Callable[[], object]) -> None:
        """Read what is written until a condition is met."""
        while not met():
            assert time.monotonic() < self._deadline, self.written.decode(errors="replace")
            self._read()

    def until_written(self, text: str) -> None:
        """Read until this was written since the last time."""
        self.until(lambda: text.encode() in self.written)
        self.written = b""

    def type(self, keys: str) -> None:
        """Press these keys."""
        os.write(self._terminal, keys.encode())

    def send(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def end(self) -> int:
        """Read until the program ends; returns its exit status. One that does not end is killed."""
        while self._read() and time.monotonic() < self._deadline:
            pass
        if time.monotonic() >= self._deadline:
            os.kill(self.pid, signal.SIGKILL)
        pid, self.pid = self.pid, 0
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

    def _read(self) -> bool:
        """Take in what is written for a moment; False once the program has left the terminal."""
        if not select.select([self._terminal], [], [], 0.05)[0]:
            return True
        try:
            data = os.read(self._terminal, 1 << 16)
        except OSError:
            return False
        self.written += data
        return bool(data)


def in_terminal(
    arguments: Sequence[str], size: tuple[int, int], wait_for: str | None = None, keys: str = ""
) -> tuple[int, str]:
    """Run ``seedreader`` in a terminal of this size; returns exit status and output.

    Once ``wait_for`` has been written ``keys`` are typed. A program that does not end is killed.
    """
    with Terminal(arguments, size) as terminal:
        if wait_for is not None:
            terminal.until(lambda: wait_for.encode() in terminal.written)
            terminal.type(keys)
        status = terminal.end()
        return status, terminal.written.decode(errors="replace")


_SIZED = """
import fcntl, struct, sys, termios
fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", {1}, {0}, 0, 0))
from seedreader.cli import main
sys.exit(main())
"""

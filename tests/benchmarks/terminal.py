"""Run a program in a pseudo-terminal and stamp its bytes with the time at which they come."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import clock_gettime, perf_counter
from types import TracebackType

Chunk = tuple[float, bytes]
"""Seconds, and the bytes that came then."""

COLUMNS, LINES = 240, 60


class Terminal:
    """One run of a program, ended with the ``with`` block; what it asks the terminal stays unanswered."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        size: tuple[int, int] = (COLUMNS, LINES),
    ) -> None:
        self._began = perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
                os.execvpe(command[0], list(command), environment)
            finally:
                os._exit(127)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def until(self, pattern: re.Pattern[bytes], timeout: float) -> list[Chunk]:
        """What comes until the bytes of it match ``pattern``; times count from the start of the program.

        Raises TimeoutError when they do not within ``timeout`` seconds, or the program ends.
        """
        chunks: list[Chunk] = []
        seen = b""
        deadline = perf_counter() + timeout
        while not pattern.search(seen):
            data = self._read(deadline - perf_counter())
            if not data:
                raise TimeoutError(f"{pattern.pattern!r} never came; the last bytes were {seen[-300:]!r}")
            chunks.append((perf_counter() - self._began, data))
            seen = seen[-1000:] + data
        return chunks

    def until_quiet(self, seconds: float) -> list[Chunk]:
        """What comes until nothing does for so many seconds; times count from the call."""
        return self._until_quiet(perf_counter(), seconds)

    def press(self, key: str, quiet: float) -> list[Chunk]:
        """Send a key; what comes until nothing does for ``quiet`` seconds, times counting from the key."""
        begin = perf_counter()
        os.write(self._fd, key.encode())
        return self._until_quiet(begin, quiet)

    def hold(self, key: str, times: int, rate: float, quiet: float) -> tuple[float, list[Chunk]]:
        """Send a key so many times, ``rate`` times a second: when the last was sent, and what comes."""
        begin = perf_counter()
        chunks: list[Chunk] = []
        for number in range(times):
            while (left := begin + number / rate - perf_counter()) > 0:
                if data := self._read(left):
                    chunks.append((perf_counter() - begin, data))
            os.write(self._fd, key.encode())
        sent = perf_counter() - begin
        return sent, chunks + self._until_quiet(begin, quiet)

    def resize(self, columns: int, lines: int, quiet: float) -> list[Chunk]:
        """Give the terminal another size; what comes until nothing does for ``quiet`` seconds."""
        begin = perf_counter()
        self._set_size(columns, lines)
        os.kill(self.pid, signal.SIGWINCH)
        return self._until_quiet(begin, quiet)

    def cpu(self) -> float:
        """Seconds of processor time that the program has used so far."""
        clock = (~self.pid << 3) | 2  # what clock_getcpuclockid(3), which Python lacks, gives on Linux
        return clock_gettime(clock)

    def peak_memory(self) -> int:
        """The most bytes that the program has had in memory at once."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        return int(found[1]) * 1024 if found else 0

    def _set_size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def _until_quiet(self, begin: float, seconds: float) -> list[Chunk]:
        chunks: list[Chunk] = []
        while data := self._read(seconds):
            chunks.append((perf_counter() - begin, data))
        return chunks

    def _read(self, timeout: float) -> bytes:
        """The next bytes; none after ``timeout`` seconds, or when the program has ended."""
        if not select.select([self._fd], [], [], max(0.0, timeout))[0]:
            return b""
        try:
            return os.read(self._fd, 1 << 16)
        except OSError:
            return b""

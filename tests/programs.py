"""Running the installed command as a user would, with or without a terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence

PATIENCE = 30.0


def run(*arguments: str, code: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run ``seedreader`` with these arguments, or a piece of Python, without a terminal."""
    command = [sys.executable, "-c", code] if code else [sys.executable, "-m", "seedreader", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=PATIENCE, stdin=subprocess.DEVNULL, check=False
    )


def in_terminal(
    arguments: Sequence[str], size: tuple[int, int], wait_for: str | None = None, keys: str = ""
) -> tuple[int, str]:
    """Run ``seedreader`` in a terminal of this size; returns exit status and output.

    Once ``wait_for`` has been written ``keys`` are typed. A program that does not end is killed.
    """
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(sys.executable, [sys.executable, "-c", _SIZED.format(*size), *arguments])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    written = b""
    typed = wait_for is None
    deadline = time.monotonic() + PATIENCE
    try:
        while time.monotonic() < deadline:
            if not select.select([terminal], [], [], 0.1)[0]:
                continue
            try:
                data = os.read(terminal, 1 << 16)
            except OSError:
                break
            if not data:
                break
            written += data
            if not typed and wait_for is not None and wait_for.encode() in written:
                os.write(terminal, keys.encode())
                typed = True
        else:
            os.kill(pid, 9)
    finally:
        os.close(terminal)
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status), written.decode(errors="replace")


_SIZED = """
import fcntl, struct, sys, termios
fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", {1}, {0}, 0, 0))
from seedreader.cli import main
sys.exit(main())
"""

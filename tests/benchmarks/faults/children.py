"""Child processes that do one thing to a notebook, under strace where asked. They are forked: nothing is
imported again, so that all that strace sees is what the notebook does."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from seedreader.notebook import NotebookError

Say = Callable[[str], None]


@dataclass(frozen=True)
class Ended:
    """What a child said, line by line, and its end: "done", "refused: …", "killed" or "raised …"."""

    lines: tuple[str, ...]
    how: str


class Child:
    """A process that does ``work(say)``; started with `go`."""

    def __init__(self, work: Callable[[Say], None]) -> None:
        self._reading, writing = socket.socketpair()  # no pipe: strace makes writing fail
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
        self.process = os.fork()
        if self.process == 0:
            self._reading.close()
            _run(work, writing)
        writing.close()

    def traced(self, options: Sequence[str], log: Path) -> subprocess.Popen[bytes]:
        """Attach strace."""
        command = ["strace", "-f", "-qq", "-o", str(log), *options, "-p", str(self.process)]
        tracer = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        status = Path(f"/proc/{self.process}/status")
        while "TracerPid:\t0" in status.read_text():
            if tracer.poll() is not None:
                raise RuntimeError("strace could not attach: is it allowed to trace?")
            time.sleep(0.001)
        return tracer

    def go(self) -> None:
        """Let it work."""
        os.kill(self.process, signal.SIGUSR1)

    def kill(self) -> None:
        """Kill it as kill -9 does."""
        os.kill(self.process, signal.SIGKILL)

    def end(self) -> Ended:
        """Wait for its end."""
        with self._reading, self._reading.makefile("rb") as coming:
            said = coming.read().decode()
        _, status = os.waitpid(self.process, 0)
        *lines, _ = said.split("\n")
        if os.WIFSIGNALED(status):
            return Ended(tuple(lines), "killed")
        how = lines.pop() if lines and lines[-1].startswith(("done", "refused", "raised")) else "nothing said"
        return Ended(tuple(lines), how)


def _run(work: Callable[[Say], None], writing: socket.socket) -> None:
    def say(line: str) -> None:
        writing.sendall(f"{line}\n".encode())

    signal.sigwait({signal.SIGUSR1})
    try:
        try:
            work(say)
        except NotebookError as error:
            say(f"refused: {error}".replace("\n", " "))
        except BaseException as error:  # noqa: BLE001  # what the parent wants to know
            say(f"raised {error!r}".replace("\n", " "))
        else:
            say("done")
    finally:
        os._exit(0)

"""A collection read in a process of its own, so that no key waits for it; in a thread where none can be had.

The two talk through pipes: the collection goes in, and what `collection.read` tells comes out, each pickled.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Event as Flag
from threading import Thread
from typing import IO

from seedreader.corpus import collection
from seedreader.corpus.collection import Collection, Event
from seedreader.corpus.file import stories_of_corpus
from seedreader.corpus.worker_pool import NICE


class Background:
    """Reads a collection; `run` blocks and is called in a thread, `stop` ends it from any."""

    def __init__(self, wanted: Collection, tell: Callable[[Event], object]) -> None:
        self._collection, self._tell = wanted, tell
        self._stopped = Flag()
        self._process: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        """Read until all is told. Raises RuntimeError where the process ends before that."""
        try:
            process = subprocess.Popen(  # noqa: S603  # this program itself
                [sys.executable, "-m", __name__],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:  # a machine that allows no processes, as a sandbox does
            _read(self._collection, self._hear, lambda: not self._stopped.is_set())
            return
        self._process = process
        assert process.stdin is not None
        assert process.stdout is not None
        with suppress(BrokenPipeError):
            pickle.dump(self._collection, process.stdin)
            process.stdin.flush()  # and left open: that it closes says that this program is gone
        finished = self._listen(process.stdout)
        process.stdout.close()
        with suppress(BrokenPipeError):
            process.stdin.close()
        status = process.wait()
        if not finished and not self._stopped.is_set():
            raise RuntimeError(f"the process that reads ended early (status {status})")

    def stop(self) -> None:
        """End the reading at once, and whatever works for it."""
        self._stopped.set()
        if self._process is not None:
            with suppress(OSError, AttributeError):
                os.killpg(self._process.pid, 9)
            with suppress(OSError):
                self._process.kill()

    def _listen(self, stream: IO[bytes]) -> bool:
        """Tell on what the process tells; whether that ended as it should."""
        while True:
            try:
                event = pickle.load(stream)  # noqa: S301  # from this program's own process
            except (EOFError, pickle.UnpicklingError, OSError):
                return False
            self._hear(event)
            if isinstance(event, collection.Finished):
                return True

    def _hear(self, event: Event) -> None:
        if not self._stopped.is_set():
            self._tell(event)


def _read(
    wanted: Collection, tell: Callable[[Event], None], still_wanted: Callable[[], bool] = lambda: True
) -> None:
    """Read files and folders, or else what a corpus file has of them."""
    read = stories_of_corpus.read if stories_of_corpus.is_one(wanted) else collection.read
    read(wanted, tell, still_wanted)


def main() -> None:
    """Read the collection that standard input holds, and tell on standard output."""
    with suppress(AttributeError, OSError):
        os.nice(NICE // 2)
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anything prints goes nowhere, as errors do
    wanted = pickle.load(sys.stdin.buffer)  # noqa: S301  # from this program
    Thread(target=_end_with_program, daemon=True).start()

    def tell(event: Event) -> None:
        pickle.dump(event, out)
        out.flush()

    _read(wanted, tell)


def _end_with_program() -> None:
    sys.stdin.buffer.read(1)
    os._exit(1)


if __name__ == "__main__":
    main()

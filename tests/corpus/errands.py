"""Work for other processes, which import it from here."""

from __future__ import annotations

import os
import time
from pathlib import Path


def double(number: int) -> int:
    """Twice the number; 13 is an error."""
    if number == 13:
        raise ValueError("unlucky")
    return 2 * number


def double_or_die(number: int) -> int:
    """Twice the number; 13 ends the process."""
    if number == 13:
        os._exit(3)
    return 2 * number


def remember_process(folder: str) -> int:
    """Write down which process this is, and wait."""
    (Path(folder) / str(os.getpid())).touch()
    time.sleep(60)
    return 0

"""What the figures depend on besides the program."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
from importlib.metadata import version
from pathlib import Path

_PACKAGES = ("seedreader", "textual", "rich", "rapidfuzz", "sentencex")


def facts() -> dict[str, str]:
    """The machine, the versions, and how busy it is."""
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    load = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    return {
        "machine": f"{os.cpu_count()} cores, {_processor()}, {platform.platform(terse=True)}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "packages": f"{packages}, SQLite {sqlite3.sqlite_version}",
        "commit": _commit(),
        "load before": f"{load} (1, 5, 15 minutes)",
    }


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _commit() -> str:
    command = ["git", "describe", "--always", "--dirty"]
    found = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parent, check=False)
    return found.stdout.strip() or "unknown"

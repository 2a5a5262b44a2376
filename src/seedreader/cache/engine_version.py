"""Which engine worked something out: what another one found is not taken for its word."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from seedreader.text.version import VERSION

ROOMS = ("article.py", "analysis", "story", "text", "cache")
"""What the analysis is made of, in the package."""


@cache
def engine_version() -> str:
    """A checksum of the program's version and of the sources and tables that the analysis is made of."""
    found = hashlib.sha256(VERSION.encode())
    package = Path(__file__).parents[1]
    for room in ROOMS:
        path = package / room
        files = sorted(each for each in path.rglob("*") if each.suffix in (".py", ".json")) or [path]
        for file in files:
            found.update(str(file.relative_to(package)).encode())
            found.update(file.read_bytes())
    return found.hexdigest()

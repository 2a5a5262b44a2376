"""The extras: what can be installed besides, what for, and how."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from seedreader.text.finding import Finding


class Extra(NamedTuple):
    """What one brings: its packages, and what they are for."""

    packages: tuple[str, ...]
    purpose: str


_ZSTD = () if sys.version_info >= (3, 14) else ("backports.zstd",)  # Python has it from then on

EXTRAS = {
    "pdf": Extra(("pypdfium2",), "PDF"),
    "warc": Extra(("brotli", *_ZSTD), "web archives that are packed with Brotli or Zstandard"),
    "serve": Extra(("textual-serve", "aiohttp"), "the reader in a browser"),
    "cluster": Extra(("distributed",), "`corpus --scheduler`"),
}
"""Those of pyproject.toml that somebody who reads may want."""


def findings() -> Iterator[Finding]:
    """One for each extra. That one is not there is no fault: its advice stands in what is told."""
    for name, extra in EXTRAS.items():
        there = {package: _version(package) for package in extra.packages}
        missing = [package for package, found in there.items() if found is None]
        have = [f"{package} {found}" for package, found in there.items() if found]
        state = ", ".join([*have, *(f"{package} not installed" for package in missing)])
        lacks = f"\n{how_to_install(missing)}" if missing else ""
        yield Finding(name, f"{state}; for {extra.purpose}{lacks}")


def how_to_install(packages: list[str], prefix: str = sys.prefix) -> str:
    """The command that adds packages to this very installation."""
    parts, named = Path(prefix).parts, " ".join(packages)
    if "pipx" in parts:
        return f"pipx inject seedreader {named}"
    if "uv" in parts and "tools" in parts:
        return f"uv pip install --python {sys.executable} {named}"
    return f"{sys.executable} -m pip install {named}"


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None

"""What the program remembers of a reader besides stories: the theme, and whether the hint was seen."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from seedreader.text.atomic_write import write_atomically

_LARGEST = 10_000
"""Bytes of the file that are read."""


class UiState(NamedTuple):
    """The theme chosen last, if any, and whether the hint for beginners is done with."""

    theme: str | None = None
    hinted: bool = False


def file_of(folder: Path) -> Path:
    """Where they are kept: a line for each, its name and its value."""
    return folder / "habits"


def read_ui_state(folder: Path) -> UiState:
    """The state kept in a folder; a file that can't be read counts as none: nothing written is lost."""
    try:
        with file_of(folder).open("rb") as file:
            lines = file.read(_LARGEST).decode("utf-8", "replace").splitlines()
    except OSError:
        return UiState()
    kept = dict(line.partition(" ")[::2] for line in lines)
    return UiState(kept.get("theme"), kept.get("hint") == "done")


def keep(folder: Path, state: UiState) -> None:
    """Keep these. Raises OSError."""
    theme = f"theme {state.theme}\n" if state.theme else ""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_atomically(file_of(folder), (theme + ("hint done\n" if state.hinted else "")).encode())

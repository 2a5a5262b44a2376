"""What the terminal can do, as far as it can be known without a screen. Nothing here imports Textual."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from typing import TextIO

from seedreader.text.finding import Finding
from seedreader.ui import SMALLEST
from seedreader.ui.internals import charset
from seedreader.ui.parts import clipboard
from seedreader.ui.themes import startup_theme

_COLOURS = {"plain": "none", "terminal": "16"}
_BETWEEN = (
    ("TMUX", "tmux"), ("STY", "GNU screen"), ("SSH_CONNECTION", "ssh"), ("WSL_DISTRO_NAME", "WSL"),
    ("MOSH_CONNECTION", "mosh"),
)  # fmt: skip
"""Variables that tell what stands between the program and the screen."""


def abilities(marks: str, environment: Mapping[str, str], output: TextIO | None) -> Iterator[Finding]:
    """One finding each for kind, size, colours, characters and clipboard; ``marks`` is the setting."""
    terminal = environment.get("TERM", "")
    on_terminal = bool(output and output.isatty())
    yield Finding("kind", _kind(terminal, environment, on_terminal))
    if on_terminal and output:
        yield _size(*os.get_terminal_size(output.fileno()))
    yield _colours(terminal, environment, on_terminal)
    yield _characters(marks, environment, output)
    yield _clipboard(environment)


def _kind(terminal: str, environment: Mapping[str, str], on_terminal: bool) -> str:
    through = [name for variable, name in _BETWEEN if environment.get(variable)]
    named = f"TERM is {terminal}" if terminal else "TERM is not set"
    left = "" if on_terminal else "; standard output is no terminal, so this is what the environment tells"
    return named + (f", through {' and '.join(through)}" if through else "") + left


def _size(columns: int, lines: int) -> Finding:
    small = columns < SMALLEST[0] or lines < SMALLEST[1]
    needed = f"{SMALLEST[0]}×{SMALLEST[1]}"
    return Finding(
        "size", f"{columns}×{lines}", f"Make the terminal larger: the reader needs {needed}." if small else ""
    )


def _colours(terminal: str, environment: Mapping[str, str], on_terminal: bool) -> Finding:
    theme = startup_theme.chosen(None, None, None, environment)
    if environment.get("NO_COLOR"):
        return Finding("colours", "none, as NO_COLOR asks")
    if theme in _COLOURS:
        advice = (
            "Set TERM to what your terminal is, such as xterm-256color, for colours." if on_terminal else ""
        )
        return Finding("colours", f"{_COLOURS[theme]}; the theme that fits is {theme}", advice)
    true = environment.get("COLORTERM", "").lower() in ("truecolor", "24bit") or terminal.endswith("direct")
    return Finding("colours", f"{'16 million' if true else '256'}; the theme that fits is {theme}")


def _characters(marks: str, environment: Mapping[str, str], output: TextIO | None) -> Finding:
    if not charset.needed(marks, environment, output):
        return Finding("characters", "Unicode")
    if marks == "ascii":
        return Finding("characters", "ASCII, as the settings ask")
    advice = "Set LANG to a UTF-8 locale, such as C.UTF-8, for all marks; without, they are ASCII."
    return Finding("characters", "ASCII", "" if environment.get("TERM") == "linux" else advice)


def _clipboard(environment: Mapping[str, str]) -> Finding:
    found = clipboard.programs(environment, sys.platform)
    if found:
        return Finding("clipboard", f"by {found[0].name}")
    if environment.get("TERM", "") in clipboard.WITHOUT:
        return Finding("clipboard", "none; A in the reader writes a citation to a file")
    return Finding("clipboard", "by the terminal (OSC 52), which may ignore it")

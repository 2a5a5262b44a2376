"""Characters for terminals that lack some: a mark is written as one of ASCII, everywhere on the screen.

Textual's driver writes each frame as one text, in which nothing but the text of cells is not ASCII; there
each character becomes one as wide, so that no column moves.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, TextIO

from rich.cells import cell_len

if TYPE_CHECKING:
    from textual.driver import Driver

_MARKS = {
    "≠": "!", "≈": "%", "≡": "&", "·": ".", "○": "o", "▌": ">", "▏": "|", "┊": ":", "✎": "n", "▒": "+",
    "✓": "v", "±": "c", "▶": ">", "◀": "<", "►": ">", "◄": "<", "┃": "#", "│": "|", "─": "-",
    "…": "~", "–": "-", "—": "-", "−": "-", "⇄": "@", "≤": "<", "≥": ">",
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‹": "<", "›": ">", "«": "<", "»": ">", "•": "*",
    "→": ">", "←": "<", "↑": "^", "↓": "v", "✗": "x", "×": "x", "█": "#", "▐": "<", "░": ".", "▓": "#",
    "▲": "^", "▼": "v", "●": "o", "◆": "*", "◇": "o", "■": "#", "□": "o", "━": "-", "═": "=", "║": "|",
    "◌": "-", "▸": ">", "⋯": "~", "⏎": "<", "⌫": "<", "\xa0": " ", **dict.fromkeys("├└┌┐┘┤┬┴┼", "+"),
}  # fmt: skip


def needed(marks: str, environment: Mapping[str, str], output: TextIO | None) -> bool:
    """Whether marks have to be ASCII: the settings say so, or the terminal is one that may lack them.

    That is the Linux console, whose fonts have 256 or 512 characters, and a locale other than UTF-8.
    """
    if marks != "auto":
        return marks == "ascii"
    encoding = (output.encoding if output else "utf-8").lower().replace("-", "")
    locale = next((v for n in ("LC_ALL", "LC_CTYPE", "LANG") if (v := environment.get(n))), "")
    charset = locale.partition(".")[2].partition("@")[0].lower().replace("-", "")
    plain = locale in ("C", "POSIX") or charset not in ("", "utf8")
    return environment.get("TERM") == "linux" or encoding != "utf8" or plain


class AsciiSubstitutes(dict[int, str]):
    """For `str.translate`: ASCII of the same width for each character, found once."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _substitute(chr(code))
        return found


def _substitute(character: str) -> str:
    if character.isascii():
        return character
    if character in _MARKS:
        return _MARKS[character]
    width = cell_len(character)
    base = unicodedata.normalize("NFKD", character)[:1]
    return base if width == 1 and base.isascii() and base.isprintable() else "?" * width


def driver(marks: str, environment: Mapping[str, str], output: TextIO | None) -> type[Driver] | None:
    """Textual's driver for this terminal writing ASCII where that is `needed`; None: the usual one."""
    if not needed(marks, environment, output):
        return None
    # only this terminal needs it
    from textual.drivers.linux_driver import LinuxDriver

    substitutes = AsciiSubstitutes()

    class AsciiDriver(LinuxDriver):
        def write(self, data: str) -> None:
            super().write(data if data.isascii() else data.translate(substitutes))

    return AsciiDriver

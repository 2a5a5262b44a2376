"""Which theme the program opens in."""

from __future__ import annotations

from collections.abc import Mapping

from seedreader.settings import THEMES

NONE = frozenset({"dumb", "unknown"})
"""Terminals without colours."""
RGB = frozenset({"dark", "light", "high-contrast", "colour-blind"})
"""Themes that need more than sixteen colours."""
MANY = ("256color", "kitty", "direct", "truecolor")
"""How the names of terminals with more than sixteen colours end."""


def chosen(
    asked: str | None, settings: str | None, remembered: str | None, environment: Mapping[str, str]
) -> str:
    """The theme asked for on the command line; else none at all under ``NO_COLOR``; else the settings', the
    one remembered, or what fits the terminal.
    """
    if asked in THEMES:
        return asked
    fitting = _fitting(environment)
    if environment.get("NO_COLOR") or fitting == "plain":
        return "plain"
    wanted = next((name for name in (settings, remembered) if name in THEMES), fitting)
    return fitting if fitting == "terminal" and wanted in RGB else wanted


def _fitting(environment: Mapping[str, str]) -> str:
    """What the terminal can show; whether it is light only few terminals tell, in ``COLORFGBG``."""
    terminal = environment.get("TERM", "")
    if terminal in NONE:
        return "plain"
    many = environment.get("COLORTERM", "").lower() in ("truecolor", "24bit") or terminal.endswith(MANY)
    if not many:
        return "terminal"
    behind = environment.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if behind in ("7", "15") else "dark"

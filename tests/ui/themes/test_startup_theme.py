from __future__ import annotations

import pytest

from seedreader.ui.themes.startup_theme import chosen

FULL = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


@pytest.mark.parametrize(
    ("asked", "settings", "remembered", "environment", "theme"),
    [
        (None, None, None, FULL, "dark"),
        (None, None, "light", FULL, "light"),
        (None, "colour-blind", "light", FULL, "colour-blind"),
        ("dark", "colour-blind", "light", FULL, "dark"),
        (None, None, "no such theme", FULL, "dark"),
        (None, "light", "dark", {**FULL, "NO_COLOR": "1"}, "plain"),
        ("light", None, None, {**FULL, "NO_COLOR": "1"}, "light"),
        (None, None, None, {**FULL, "NO_COLOR": ""}, "dark"),
        (None, None, None, {**FULL, "COLORFGBG": "0;15"}, "light"),
        (None, None, None, {**FULL, "COLORFGBG": "15;0"}, "dark"),
        (None, None, None, {"TERM": "tmux-256color"}, "dark"),
        (None, None, None, {"TERM": "linux"}, "terminal"),
        (None, None, "light", {"TERM": "linux"}, "terminal"),
        (None, None, "plain", {"TERM": "linux"}, "plain"),
        (None, None, None, {"TERM": "xterm-16color"}, "terminal"),
        (None, None, None, {"TERM": "screen"}, "terminal"),
        (None, None, None, {"TERM": "vt100"}, "terminal"),
        (None, "dark", None, {"TERM": "dumb"}, "plain"),
        (None, None, None, {}, "terminal"),
    ],
)
def test_the_theme_fits_what_was_chosen_and_the_terminal(
    asked: str | None, settings: str | None, remembered: str | None, environment: dict[str, str], theme: str
) -> None:
    assert chosen(asked, settings, remembered, environment) == theme

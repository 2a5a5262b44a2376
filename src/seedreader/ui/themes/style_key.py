"""What the style of a stretch of an article's text depends on."""

from __future__ import annotations

from typing import NamedTuple

TEXT, BOILERPLATE = "text", "boilerplate"
"""Tones of what is no claim."""


class StyleKey(NamedTuple):
    """How one stretch of text looks."""

    tone: str | None = "text"
    figure: bool = False
    voice: bool = False
    noted: bool = False
    cursor: bool = False
    match: bool = False
    colour: str | None = None
    find: bool = False
    found: bool = False

"""The themes: one file for each palette, imported when it is shown."""

from __future__ import annotations

from importlib import import_module

from seedreader.settings import THEMES
from seedreader.ui.themes.palette import Palette, RelationColours

__all__ = ["THEMES", "Palette", "RelationColours", "after", "palette"]


def palette(name: str, coarse: bool = False) -> Palette:
    """The palette of a theme, one of `THEMES`; ``coarse`` for a terminal of 256 colours.

    Of those few are dark, and the nearest ones to a palette's backgrounds may be one and the same.
    """
    module = import_module(f"seedreader.ui.themes.{name.replace('-', '_')}")
    found: Palette = getattr(module, "COARSE", module.PALETTE) if coarse else module.PALETTE
    return found


def after(name: str) -> str:
    """The theme that follows, round the end."""
    return THEMES[(THEMES.index(name) + 1) % len(THEMES)]

"""What a palette is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class RelationColours(NamedTuple):
    """The colour of a relation's mark, the background behind its claims, and the colour of figures in them.

    ``figure`` is for palettes whose backgrounds do not tell the relations apart.
    """

    mark: str
    behind: str
    figure: str | None = None


class Palette(NamedTuple):
    """Colours of a theme, as Rich names them or as ``#rrggbb``; ``default`` is the terminal's own.

    ``bold``, ``italic`` and ``underline`` may stand before a colour. A background may bring its text
    colour, as in ``black on cyan``, or be ``reverse``; both hold whatever is drawn on it.

    ``background`` is behind all, ``strong`` text that stands out, ``voice`` the speakers of claims,
    ``found`` behind what a search found, ``here`` behind the hit at which the reader stands. ``tones`` by
    relation, None: a claim with no match; ``highlights`` by the reader's colours.
    """

    background: str
    text: str
    faint: str
    boilerplate: str
    strong: str
    cursor: str
    match: str
    found: str
    here: str
    bar: str
    accent: str
    voice: str
    note: str
    tones: Mapping[str | None, RelationColours]
    highlights: Mapping[str, str]

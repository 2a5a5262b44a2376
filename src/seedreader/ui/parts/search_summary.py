"""In which of the reader's own is looked, and what is told of a search: how much was found, and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from seedreader.session import Session
from seedreader.text.plurals import count
from seedreader.ui.themes import marks

if TYPE_CHECKING:
    from seedreader.notebook.resolver import ResolvedAnnotation
    from seedreader.session.find import FindResults, LocatedHit

TYPOS = "≈"
"""Stands before how much was found where words may have typos."""


def written(session: Session) -> list[ResolvedAnnotation]:
    """The notes and tags in which is looked too."""
    return [placed for placed in session.placed if placed.kind in ("note", "tag")]


def tally(finds: FindResults, at: LocatedHit | None, order: Sequence[int], width: int) -> str:
    """``3/17 · 1:5 3:12 · ✎2``: where among how many, how many in each source, and notes and tags with hits.

    In ``width`` cells; the counts of the sources give way first.
    """
    number = f"{finds.number(at, order):,}/" if at else ""
    total = f"{TYPOS if finds.typos and finds.total else ''}{number}{finds.total:,}"
    each = [f"{i + 1}:{finds.sources[i].total:,}" for i in order if finds.sources[i].total]
    notes = [f"{marks.NOTE}{finds.written}"] if finds.written else []
    sources = [" ".join(each)] if len(finds.sources) > 1 and each else []
    whole = " · ".join([total, *sources, *notes])
    return whole if cell_len(whole) <= width else " · ".join([total, *notes])


def searched(finds: FindResults) -> str:
    """In what it was not found: ``in 5 sources and 3 notes and tags, nor with typos``."""
    notes = f" and {len(finds.notes):,} notes and tags" if finds.notes else ""
    return f"in {count(len(finds.sources), 'source')}{notes}{', nor with typos' if finds.typos else ''}"

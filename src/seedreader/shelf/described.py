"""What the sources of kept stories are called, without reading them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seedreader.notebook import Notebook
    from seedreader.notebook.annotation_model import SeenSource
    from seedreader.notebook.story_model import KeptSource


def described(sources: Iterable[KeptSource], notebook: Notebook) -> dict[str, SeenSource]:
    """How the texts of sources were seen last, by version, with what the reader said of them."""
    said = {(each.uri, each.member, each.fact): each.value for each in notebook.source_corrections()}
    return {
        version: replace(
            seen,
            outlet=said.get((seen.uri, seen.member, "outlet"), seen.outlet),
            title=said.get((seen.uri, seen.member, "title"), seen.title),
            published=said.get((seen.uri, seen.member, "published"), seen.published),
        )
        for version, seen in notebook.shelf.seen({source.version for source in sources}).items()
    }

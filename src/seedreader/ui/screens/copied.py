"""Copying from a screen: the clipboard's programs run beside the keys, and the footer says how it went."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, Any

from seedreader.report import citation
from seedreader.session import Session

if TYPE_CHECKING:
    from seedreader.ui.notes.list import Entry
    from seedreader.ui.screens.annotating import AnnotatingScreen


async def copy(screen: AnnotatingScreen[Any], text: str) -> None:
    """Put a text on the clipboard and say so on the screen."""
    from seedreader.ui.screens import clipboard

    if not text.strip():
        screen.say("There is nothing here to copy.")
        return
    outcome = await asyncio.to_thread(clipboard.copy, text, dict(os.environ))
    driver = screen.app._driver
    if outcome.sequence and driver is not None:
        driver.write(outcome.sequence)
    screen.say(outcome.said)


def of_entry(entry: Entry, session: Session, body: bool) -> str:
    """An annotation as text: what it says, if ``body``, and each passage as a citation, a line for each."""
    lines = []
    if body and entry.kind in ("note", "tag", "draft"):
        said = citation.plain(entry.annotation.body)
        lines.append(f"#{said}" if entry.placed.kind == "tag" else said)
    for spot, end in zip(entry.placed.spots, entry.ends, strict=False):
        if spot.source is None:
            lines.append(citation.quoted(end.quote, " ".join(citation.plain(end.name).split())))
        elif spot.state == "exact" and len(spot.ranges) == 1:
            source = session.sources[spot.source]
            lines.append(citation.citation(source.article, spot.start, spot.end, source.sentences))
        else:
            lines.append(citation.quoted(end.quote, citation.source(session.sources[spot.source].article)))
    return "\n".join(lines)

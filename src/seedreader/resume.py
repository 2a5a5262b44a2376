"""Where the reader was in a story, kept beside the notebook and found again when the story is opened."""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import Any

from seedreader.article import Article, Range
from seedreader.session import Session

VERSION = 1
_QUOTE = 200
"""Characters of a passage by which it is found in a text that changed."""


def save(folder: Path, session: Session, screen: dict[str, Any]) -> None:
    """Keep the session's reading state, and what the screen adds; nothing where no one moved in it.

    Raises OSError.
    """
    if not session.moved:
        return
    import json

    state = {
        "version": VERSION,
        "story": _story(session),
        "sources": [_place(source.article, source.cursor) for source in session.sources],
        "focus": session.focus,
        "follow": session.follow,
        "recent": session.recent,
        "screen": screen,
    }
    path = file_of(folder, session)
    for each in (folder, path.parent):
        each.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = path.with_suffix(f".{os.getpid()}.new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(json.dumps(state).encode())
    new.replace(path)


def restore(folder: Path, session: Session) -> dict[str, Any]:
    """Bring a session to where it was; returns what the screen had added, nothing for a story that is new.

    A state that can't be read counts as none: it says where one was, and nothing that the reader wrote.
    """
    if not file_of(folder, session).exists():
        return {}
    import json

    try:
        state = json.loads(file_of(folder, session).read_bytes())
        if state["version"] != VERSION or state["story"] != _story(session):
            return {}
        cursors = [
            _found(source.article.text, place)
            for source, place in zip(session.sources, state["sources"], strict=True)
        ]
        screen = dict(state["screen"])
        session.resume(int(state["focus"]), bool(state["follow"]), [int(i) for i in state["recent"]])
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    for source, cursor in zip(session.sources, cursors, strict=True):
        if cursor is not None:
            source.cursor, source.resumed = cursor, True
    return screen


def _place(article: Article, cursor: Range) -> dict[str, object]:
    start, end = cursor
    return {"start": start, "end": end, "quote": article.text[start : min(end, start + _QUOTE)]}


def _found(text: str, place: dict[str, Any]) -> Range | None:
    """Where the passage is now: where it was, elsewhere, or as far into the text as it was."""
    start, end, quote = int(place["start"]), int(place["end"]), str(place["quote"])
    if not quote or not 0 <= start < end:
        return None
    if text[start : start + len(quote)] != quote:
        at = text.find(quote)
        shift = (at if at >= 0 else min(start, max(0, len(text) - 1))) - start
        start, end = start + shift, end + shift
    return (start, min(end, len(text))) if start < len(text) else None


def file_of(folder: Path, session: Session) -> Path:
    """Where a story's state is kept."""
    return folder / "places" / _name(session)


def _name(session: Session) -> str:
    """The file of a story. Two stories may get one name: the file says whose it is."""
    return f"{zlib.crc32(chr(0).join(_story(session)).encode('utf-8', 'surrogateescape')):08x}.json"


def _story(session: Session) -> list[str]:
    """Where the articles are, or what they are called."""
    return [_whereabouts(source.article) for source in session.sources]


def _whereabouts(article: Article) -> str:
    return os.path.realpath(article.path) if article.path else f"name:{article.name}"

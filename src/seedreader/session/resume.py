"""Where the reader was in a story, kept beside the notebook and found again when the story is opened."""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import Any

from seedreader.article import Article, Range
from seedreader.session import Session
from seedreader.session.columns import ColumnOrder
from seedreader.session.positions import StoryPassage
from seedreader.text import uris
from seedreader.text.atomic_write import write_atomically

VERSION = 3
_READABLE = (1, 2, VERSION)
"""Version 1 had no fingerprints of the texts, versions 1 and 2 paths in place of sources."""
_QUOTE = 200
"""Characters of a passage by which it is found in a text that changed."""
_AROUND = 80
"""Characters to each side of a passage by which it is found where it was reworded."""
_LONGEST = 1_000_000
"""Characters of a text in which a reworded passage is looked for: no reader waits for it."""
_TELLING = 40
"""Characters of a passage that are enough to know a text by."""
_LOOKED_AT = 40
"""States of other stories that are looked at, the newest."""
_LARGEST = 1_000_000
"""Bytes of a state that is read; a story of a hundred articles has some 50,000."""


_NAMED = "name:"
"""Begins the whereabouts of an article that has no source."""

_Places = dict[int, tuple[Any, dict[str, Any]]]
"""Of each source then: its whereabouts and where the reader was in it."""


def save(folder: Path, session: Session, screen: dict[str, Any]) -> None:
    """Keep the session's reading state, and what the screen adds; nothing where no one moved in it.

    Raises OSError.
    """
    if not session.moved:
        return
    # a reading that leaves or finds no state needs none
    import json

    state = {
        "version": VERSION,
        "story": _story(session),
        "sources": [place(source.article, source.cursor) for source in session.sources],
        "focus": session.focus,
        "follow": session.follow,
        "recent": session.columns.recent,
        "columns": _arrangement(session.columns),
        "marks": _marks(session),
        "screen": screen,
    }
    path = file_of(folder, session)
    for each in (folder, path.parent):
        each.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_atomically(path, json.dumps(state).encode())


def restore(folder: Path, session: Session) -> dict[str, Any]:
    """Bring a session to where it was; returns what the screen had added, nothing for a story that is new.

    A story with no state of its own goes on from the newest one that had at least half of its articles: files
    that came, went or were renamed leave the others where they were. A state that can't be read counts as
    none: it says where one was, and nothing that the reader wrote.
    """
    places = folder / "places"
    for path in (file_of(folder, session), places / _name(_paths(session))):
        screen = _restored(path, session, exactly=True)
        if screen is not None:
            return screen
    others = (_restored(other, session, exactly=False) for other in _newest(places))
    return next((screen for screen in others if screen is not None), {})


def _newest(places: Path) -> list[Path]:
    try:
        with os.scandir(places) as entries:
            states = [entry for entry in entries if entry.name.endswith(".json") and entry.is_file()]
            files = [(entry.stat().st_mtime_ns, entry.path) for entry in states]
    except OSError:
        return []
    return [Path(path) for _, path in sorted(files, reverse=True)[:_LOOKED_AT]]


def _restored(path: Path, session: Session, exactly: bool) -> dict[str, Any] | None:
    """What the screen had added in the state of this file, taken up; None where it is not of this story."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        import json

        state = json.loads(path.read_bytes())
        if state["version"] not in _READABLE:
            return None
        story = state["story"] if state["version"] == VERSION else list(map(_of_path, state["story"]))
        if exactly and story != _story(session):
            return None
        places: _Places = dict(enumerate(zip(story, state["sources"], strict=True)))
        came_from = {now: now for now in places} if exactly else _shared(session, places)
        if not came_from or 2 * len(came_from) < len(session.sources):
            return None
        cursors = {
            now: found(session.sources[now].article.text, places[then][1]) for now, then in came_from.items()
        }
        marks = _marked(session, came_from, state.get("marks", []))
        screen = dict(state["screen"])
        recent = _recent(session, came_from, [int(i) for i in state["recent"]])
        focus = {then: now for now, then in came_from.items()}.get(int(state["focus"]), recent[0])
        session.resume(focus, bool(state["follow"]), recent)
        _arrange(session.columns, came_from, state.get("columns", {}))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
        return None
    session.marks = marks
    for now, cursor in cursors.items():
        if cursor is not None:
            session.sources[now].cursor, session.sources[now].resumed = cursor, True
    return screen


def _shared(session: Session, places: _Places) -> dict[int, int]:
    """Which source now was which one then: the same, or else by its text, or else its passage's words."""
    came_from: dict[int, int] = {}
    for is_same in (_same_source, _same_text, _same_words, _same_words_elsewhere):
        if is_same is _same_words_elsewhere and not came_from:
            break
        for now, source in enumerate(session.sources):
            if now in came_from:
                continue
            free = places.keys() - came_from.values()
            then = next((then for then in sorted(free) if is_same(source.article, *places[then])), None)
            if then is not None:
                came_from[now] = then
    return came_from


def _same_source(article: Article, whereabouts: object, _: dict[str, Any]) -> bool:
    return article.source is not None and whereabouts == _whereabouts(article)


def _same_text(article: Article, _: object, place: dict[str, Any]) -> bool:
    length, checksum = place.get("text", (None, None))
    return bool(length == len(article.text) and checksum == _checksum(article.text))


def _same_words(article: Article, _: object, place: dict[str, Any]) -> bool:
    quote = str(place["quote"])
    return len(quote) >= _TELLING and article.text.startswith(quote, int(place["start"]))


def _same_words_elsewhere(article: Article, _: object, place: dict[str, Any]) -> bool:
    quote = str(place["quote"])
    return len(quote) >= _TELLING and quote in article.text


def _recent(session: Session, came_from: dict[int, int], recent: list[int]) -> list[int]:
    """The sources in the order in which they were focused last, new ones at the end."""
    new = len(recent)
    return sorted(
        range(len(session.sources)),
        key=lambda now: recent.index(came_from[now]) if now in came_from else new,
    )


def _arrangement(columns: ColumnOrder) -> dict[str, list[int]]:
    return {"order": columns.order, "hidden": sorted(columns.hidden), "pinned": sorted(columns.pinned)}


def _arrange(columns: ColumnOrder, came_from: dict[int, int], then: dict[str, list[int]]) -> None:
    """Arrange the columns as they were then, new sources at the end. Raises ValueError."""
    now_of = {then: now for now, then in came_from.items()}
    known = {name: [now_of[int(i)] for i in of if i in now_of] for name, of in then.items()}
    new = [source for source in columns.order if source not in known.get("order", ())]
    columns.resume([*known.get("order", ()), *new], known.get("hidden", ()), known.get("pinned", ()))


def _marks(session: Session) -> list[list[object]]:
    """The marks: letter, source, and the place in it."""
    return [
        [letter, at.source, place(session.sources[at.source].article, (at.start, at.end))]
        for letter, at in session.marks.items()
    ]


def _marked(session: Session, came_from: dict[int, int], then: list[Any]) -> dict[str, StoryPassage]:
    """The marks in the sources that are here, where their words stand now."""
    now_of = {then: now for now, then in came_from.items()}
    marks = {}
    for letter, source, kept in then:
        now = now_of.get(int(source))
        there = None if now is None else found(session.sources[now].article.text, kept)
        if now is not None and there is not None:
            marks[str(letter)] = StoryPassage(now, *there)
    return marks


def place(article: Article, cursor: Range) -> dict[str, object]:
    """Where a passage is, so that it is found when the text has changed."""
    start, end = cursor
    quote = article.text[start : min(end, start + _QUOTE)]
    return {
        "start": start,
        "end": end,
        "quote": quote,
        "around": [article.text[max(0, start - _AROUND) : start], article.text[end : end + _AROUND]],
        "text": [len(article.text), _checksum(article.text)],
    }


def _checksum(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def found(text: str, place: dict[str, Any]) -> Range | None:
    """Where the passage is now: where it was, or elsewhere.

    An empty range where it was reworded, or is gone: the sentence there is the place. Offsets alone would cut
    other words in two.
    """
    start, end, quote = int(place["start"]), int(place["end"]), str(place["quote"])
    if not quote or not 0 <= start < end:
        return None
    at = start if text.startswith(quote, start) else text.find(quote)
    if at >= 0 and end - start == len(quote):
        return at, at + len(quote)
    if at >= 0 and place.get("text") == [len(text), _checksum(text)]:
        return start, min(end, len(text))
    if at < 0:
        at = _reworded(text, place, quote)
    return (at, at) if at < len(text) else None


def _reworded(text: str, place: dict[str, Any], quote: str) -> int:
    """Where the words of a passage that changed begin now; else as far into the text as they were."""
    start = int(place["start"])
    if len(text) <= _LONGEST:
        # needed only where the words are no longer there
        from seedreader.notebook.anchoring.find_quote import find_quote

        before, after = map(str, place.get("around", ("", "")))
        cut = int(place["end"]) - start > len(quote)
        anchor = find_quote(text, quote, before, "" if cut else after, start)
        if anchor.ranges:
            return anchor.ranges[0][0]
    return min(start, max(0, len(text) - 1))


def file_of(folder: Path, session: Session) -> Path:
    """Where a story's state is kept."""
    return folder / "places" / _name([part for whereabouts in _story(session) for part in whereabouts])


def _name(story: list[str]) -> str:
    """The file of a story. Two stories may get one name: the file says whose it is."""
    return f"{zlib.crc32(chr(0).join(story).encode('utf-8', 'surrogateescape')):08x}.json"


def _story(session: Session) -> list[list[str]]:
    """What the articles are, or what they are called."""
    return [_whereabouts(source.article) for source in session.sources]


def _whereabouts(article: Article) -> list[str]:
    """The source's URI, and its member if it has one; or the article's name."""
    return [part for part in article.source or (_NAMED + article.name,) if part is not None]


def _of_path(stored: str) -> list[str]:
    """The whereabouts that versions 1 and 2 wrote."""
    return [stored if stored.startswith(_NAMED) else uris.of_absolute(stored)]


def _paths(session: Session) -> list[str]:
    """What versions 1 and 2 named the file of a story by."""
    return [uris.to_path(_whereabouts(source.article)[0]) for source in session.sources]

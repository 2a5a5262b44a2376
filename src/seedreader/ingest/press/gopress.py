"""GoPress (once Mediargus), Belgium: a numbered list of teasers, then the texts, far apart from each other.

Paper and day stand in the list alone, so that a text is told by its headline, or else by its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from seedreader.article import Mark
from seedreader.ingest.errors import Problem
from seedreader.ingest.press.record import Record, documents
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.text_builder import Block
from seedreader.ingest.written_day import find

ARCHIVE = "GoPress"

_NUMBERED = re.compile(r"\W{0,2}(\d{1,5})\. (\S.*)")
_ABOUT = re.compile(
    r"(?P<outlet>[^\n]{2,80}?), (?P<day>[^,\n]{6,30})(?:, (?:p|blz"
    r"|pag)\.? ?[^,\n]{1,20})?, ?\d[\d.]* ?[wm]\.?"
)
"""Behind a headline in the list: "De Gazet, 12 maart 2009, p. 23, 853w."."""

_NEAR = 4
_APART = 4
"""Empty lines between two texts, at least."""


class Entry(NamedTuple):
    """One of the list: its number, headline, paper, day and teaser; ``end`` is the line behind it."""

    number: int
    title: str
    outlet: str
    day: date | None
    teaser: list[str]
    end: int


def of_blocks(blocks: Sequence[Block], media_type: str) -> Documents | None:
    """The articles of an export; None where the text is none."""
    lines = [line.strip() for block in blocks for line in block.text.split("\n")]
    entries = _entries(lines)
    if len(entries) < 1 or entries[0].number != 1:
        return None
    texts = _texts(lines[entries[-1].end :])
    if not texts and len(entries) < 2:
        return None
    matched = _matched(entries, texts)
    missing = [str(entry.number) for entry in entries if entry.number not in matched]
    problems = []
    if missing and texts:
        named = ", ".join(missing[:20])
        problems.append(
            Problem(
                "",
                "lost",
                f"holds articles of which only the teaser could be told: {named}",
                lost=len(missing),
            )
        )
    records = [_record(entry, matched.get(entry.number)) for entry in entries]
    return documents(records, ARCHIVE, media_type, problems)


def _entries(lines: Sequence[str]) -> list[Entry]:
    entries: list[Entry] = []
    i = 0
    while i < len(lines):
        match = _NUMBERED.fullmatch(lines[i])
        expected = entries[-1].number + 1 if entries else 1
        about = _about(lines, i) if match and int(match[1]) == expected else None
        if match and about:
            place, found = about
            title = " ".join(filter(None, (match[2], *lines[i + 1 : place])))
            end = place + 1
            teaser: list[str] = []
            while end < len(lines) and not (lines[end] == "" and lines[end + 1 : end + 2] == [""]):
                if _NUMBERED.fullmatch(lines[end]) and _about(lines, end):
                    break
                teaser += [lines[end]] if lines[end] else []
                end += 1
            day = find(found["day"])
            entries.append(
                Entry(int(match[1]), title, found["outlet"].strip(), day.day if day else None, teaser, end)
            )
            i = end
        else:
            i += 1
    return entries


def _about(lines: Sequence[str], start: int) -> tuple[int, re.Match[str]] | None:
    for place in range(start + 1, min(len(lines), start + 1 + _NEAR)):
        found = _ABOUT.match(lines[place])
        if found and find(found["day"]):
            return place, found
    return None


def _texts(lines: Sequence[str]) -> list[list[str]]:
    """The texts behind the list, as paragraphs: many empty lines are between two of them."""
    texts: list[list[str]] = [[]]
    empty = 0
    for line in lines:
        if not line:
            empty += 1
            continue
        if empty >= _APART and texts[-1]:
            texts.append([])
        texts[-1].append(line)
        empty = 0
    return [text for text in texts if text]


def _matched(entries: Sequence[Entry], texts: list[list[str]]) -> dict[int, list[str]]:
    """The text of each entry, by number."""
    by_title: dict[str, list[int]] = {}
    for i, text in enumerate(texts):
        for line in text[:3]:
            by_title.setdefault(_folded(line), []).append(i)
    found: dict[int, list[str]] = {}
    taken: set[int] = set()
    for entry in entries:
        place = next((i for i in by_title.get(_folded(entry.title), ()) if i not in taken), None)
        if place is not None:
            taken.add(place)
            found[entry.number] = texts[place]
    left = [text for i, text in enumerate(texts) if i not in taken]
    open_entries = [entry for entry in entries if entry.number not in found]
    if len(left) == len(open_entries):
        found.update({entry.number: text for entry, text in zip(open_entries, left, strict=True)})
    return found


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _record(entry: Entry, text: list[str] | None) -> Record:
    paragraphs = [line for line in text or entry.teaser if _folded(line) != _folded(entry.title)]
    return Record(
        title=entry.title,
        paragraphs=paragraphs,
        outlet=entry.outlet,
        published=entry.day,
        marks=() if text else (Mark("excerpt"),),
    )

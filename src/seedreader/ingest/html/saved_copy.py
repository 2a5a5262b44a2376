"""Where a copy of a page was made from, and when, as the program or the archive that made it says."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from seedreader.ingest.html import captured

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

FRONT = 20_000
"""Characters at the front of a page in which the program that saved it says so."""

_SINGLE_FILE = re.compile(
    r"<!--\s*(?:Page saved with SingleFile|Archive processed by SingleFile)"
    r"\s+url:\s*(\S+)\s+saved date:\s*([^\n]+)"
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->", re.IGNORECASE)
_TOOLBAR = "BEGIN WAYBACK TOOLBAR INSERT"
_OF_TOOLBAR = re.compile(r"https?://web\.archive\.org/web/\d{14}/https?://[^\s\"'<>]+")


def saved(markup: str) -> tuple[str | None, datetime | None]:
    """Where a page was saved from, and when."""
    front = markup[:FRONT]
    if match := _SINGLE_FILE.search(front):
        return match[1], _time(match[2])
    if match := _SAVED_FROM.search(front):
        return match[1], None
    match = _OF_TOOLBAR.search(markup) if _TOOLBAR in markup else None
    return (match[0] if match else None), None


def captured_at(tree: LexborHTMLParser, url: str | None) -> datetime | None:
    """When a web archive made the copy that a page is, by where it is from."""
    link = tree.css_first('link[rel~="canonical"][href]')
    declared = (link.attributes.get("href") or "") if link is not None else ""
    return captured.time(url or "") or captured.time(declared)


def _time(written: str) -> datetime | None:
    """A time as JavaScript writes it: "Mon Mar 24 2025 10:11:12 GMT+0100 (Central European Standard
    Time)"."""
    match = re.match(r"(\w{3}) (\w{3}) (\d{1,2}) (\d{4}) ([\d:]{8}) GMT([+-]\d{4})", written.strip())
    if not match:
        return None
    weekday, month, number, year, clock, zone = match.groups()
    try:
        return parsedate_to_datetime(f"{weekday}, {number} {month} {year} {clock} {zone}")
    except ValueError:
        return None

"""A whole web page as a document: its text with structure and layout, and what it declares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from seedreader.article import Mark
from seedreader.ingest.html import captured, declared, json_ld, layout, reading
from seedreader.ingest.html.block import Block
from seedreader.ingest.html.text import assemble
from seedreader.ingest.html.tree import parse
from seedreader.ingest.raw_document import RawDocument

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

MEDIA_TYPE = "text/html"

SHOWN = 0.7
"""Share of an article for subscribers below which what a page shows is no more than its beginning."""

TEASER = 700
"""Characters of such a beginning, at most, where the article's size is not told."""

FRONT = 20_000
"""Characters at the front of a page in which the program that saved it says so."""

_SINGLE_FILE = re.compile(
    r"<!--\s*(?:Page saved with SingleFile|Archive processed by SingleFile)"
    r"\s+url:\s*(\S+)\s+saved date:\s*([^\n]+)"
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->", re.IGNORECASE)
_OPENED = re.compile(r"<(?:html|body|!doctype)\b", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:html|body)\b", re.IGNORECASE)
_ENDED = re.compile(r"[.!?…。！？؟۔।][\"”’“»«)\]'›\s]{0,4}\Z")
_BOXES = ("article", "main", "div")
"""Elements whose end no page leaves out."""
_TOOLBAR = "BEGIN WAYBACK TOOLBAR INSERT"
_OF_TOOLBAR = re.compile(r"https?://web\.archive\.org/web/\d{14}/https?://[^\s\"'<>]+")
_BESIDE = frozenset(("navigation", "header", "footer", "comment", "caption", "hidden"))


def page(
    markup: str, url: str | None = None, retrieved: datetime | None = None, member: str | None = None
) -> RawDocument:
    """The document that a page is; its text is empty where it shows none.

    ``url`` and ``retrieved`` are where and when it was got, where a container tells that; a page that was
    saved
    by a browser or by SingleFile may tell them itself.
    """
    address, saved = _saved(markup)
    tree = parse(markup)
    retrieved = retrieved or saved or _captured(tree, url or address)
    values = {
        name: each
        for name, each in declared.metadata(tree, url or address).items()
        if not (retrieved and isinstance(each.value, date) and each.value > _latest(retrieved))
    }
    paid = json_ld.paid_size(tree)
    found = reading.blocks(tree)
    title = str(values["title"].value) if "title" in values else ""
    # a name that a line of the page tells may be that of somebody whom the text is about
    signed = "author" in values and values["author"].told_by != "by-line"
    author = str(values["author"].value) if signed else ""
    beside = layout.kinds(found, title, author, is_cut=is_cut(markup))
    shown = assemble(found, beside, _BESIDE if beside else frozenset())
    marks = (
        (Mark("excerpt"),) if paid is not None and _own_size(found, beside) < (SHOWN * paid or TEASER) else ()
    )
    return RawDocument(shown.text, MEDIA_TYPE, member, values, shown.structure, marks, retrieved)


def _own_size(found: Sequence[Block], beside: Sequence[tuple[int, str]]) -> int:
    """The characters of the article that a page shows."""
    others = {i for i, _ in beside}
    return sum(len(block.text) for i, block in enumerate(found) if i not in others)


def _latest(retrieved: datetime) -> date:
    """The last day that a page can tell of itself that was got then: the next one, east of who got it."""
    return retrieved.date() + timedelta(days=1)


def _captured(tree: LexborHTMLParser, url: str | None) -> datetime | None:
    """When a web archive made the copy that a page is, by where it is from."""
    link = tree.css_first('link[rel~="canonical"][href]')
    declared = (link.attributes.get("href") or "") if link is not None else ""
    return captured.time(url or "") or captured.time(declared)


def is_cut(markup: str) -> bool:
    """Whether a page's end is missing: it ends in a tag, in the middle of a sentence, or with boxes open."""
    end = markup[-FRONT:].rstrip()
    if not _OPENED.search(markup[:FRONT]) or _CLOSED.search(end):
        return False
    tag = end.rfind("<")
    if ">" not in end[tag:]:
        return tag >= 0
    behind = end[end.rfind(">") + 1 :].strip()
    if behind:
        return not _ENDED.search(behind)
    shown = "".join(part.rpartition("</script")[2] for part in markup.lower().split("<script"))
    return any(len(re.findall(rf"<{box}\b", shown)) > shown.count(f"</{box}") for box in _BOXES)


def _saved(markup: str) -> tuple[str | None, datetime | None]:
    """Where a page was saved from, and when."""
    front = markup[:FRONT]
    if match := _SINGLE_FILE.search(front):
        return match[1], _time(match[2])
    if match := _SAVED_FROM.search(front):
        return match[1], None
    match = _OF_TOOLBAR.search(markup) if _TOOLBAR in markup else None
    return (match[0] if match else None), None


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

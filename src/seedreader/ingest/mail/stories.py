"""Several stories in one newsletter, where its headings clearly show them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from seedreader.article import Structure

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

FEWEST = 3
"""Stories that make a letter one of several."""

FEWEST_WORDS = 25
"""Words that a story has below its heading, at least."""

_HEADINGS = ("h1", "h2", "h3", "h4")
_MORE = re.compile(
    r"(?:read|continue|full|keep|learn|view|see)\b.{0,20}\b(?:more|reading|story|article)|weiterlesen"
    r"|zum artikel|mehr (?:lesen|dazu)"
    r"|lire (?:la suite|plus|l'article)|leer más|seguir leyendo|leggi|lees (?:meer|verder)|läs mer"
    r"|les mer|læs mere|czytaj|читать",
    re.IGNORECASE,
)
_END = re.compile(
    r"unsubscribe|abmelden|abbestellen|désabonner|desinscrire|darse de baja|uitschrijven|view (?:this"
    r"|it)? ?(?:email )?in (?:your )?browser|©|\bcopyright\b",
    re.IGNORECASE,
)


class Story(NamedTuple):
    """``[start, end)`` of a letter, its heading's range first; ``is_teaser`` where the rest is elsewhere."""

    start: int
    heading_end: int
    end: int
    is_teaser: bool


def find_stories(text: str, structure: Sequence[Structure]) -> list[Story]:
    """The stories of a letter; none where it is one piece, or nothing shows where one ends."""
    headings = [each for each in structure if each.kind == "heading"]
    headings = [each for i, each in enumerate(headings) if i == 0 or each.start >= headings[i - 1].end]
    stories: list[Story] = []
    for i, each in enumerate(headings):
        end = headings[i + 1].start if i + 1 < len(headings) else _letter_end(text, each.end)
        body = text[each.end : end]
        if len(body.split()) >= FEWEST_WORDS and len(text[each.start : each.end].split()) >= 2:
            stories.append(
                Story(each.start, each.end, each.end + len(body.rstrip()), bool(_MORE.search(body[-80:])))
            )
    total = sum(story.end - story.start for story in stories)
    teasers = sum(story.is_teaser for story in stories)
    if len(stories) < FEWEST or total < len(text) / 2 or teasers < len(stories) / 2:
        return []
    return stories


def _letter_end(text: str, start: int) -> int:
    """Where the last story ends: before the first paragraph that is about the letter itself."""
    at = start
    for paragraph in text[start:].split("\n\n"):
        if _END.search(paragraph):
            return at
        at += len(paragraph) + 2
    return len(text)


def addresses(tree: LexborHTMLParser, domain: str) -> dict[str, str]:
    """The address of each linked heading on the sender's own site, without what tells the reader."""
    found: dict[str, str] = {}
    for node in tree.css(", ".join(_HEADINGS)):
        link = node.css_first("a[href]")
        if link is None and node.parent is not None and node.parent.tag == "a":
            link = node.parent
        address = _own(link.attributes.get("href") or "", domain) if link is not None else None
        if address:
            found.setdefault(" ".join(node.text().split()), address)
    return found


def _own(address: str, domain: str) -> str | None:
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    site = ".".join(domain.rsplit(".", 2)[-2:])
    if not site or parts.scheme not in ("http", "https") or not (host == site or host.endswith(f".{site}")):
        return None
    if any(len(piece) > 60 and "-" not in piece for piece in parts.path.split("/")):
        return None
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"

"""The tree of a page, of markup that is safe to parse, with what is seen and what is not in its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from seedreader.ingest.html.bounded import bounded

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_SHADOW = re.compile(r"<(/?)template\b([^>]*)>", re.IGNORECASE)
_NO_SCRIPT = re.compile(r"<noscript\b[^>]*>", re.IGNORECASE)
_NO_SCRIPT_END = re.compile(r"</noscript\s*>", re.IGNORECASE)


def parse(markup: str) -> LexborHTMLParser:
    """The tree of a page; shadow roots that were saved with it are a part of it."""
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(bounded(_unshadowed(_scripted(markup))))


def _scripted(markup: str) -> str:
    """Markup without what is for browsers that run no scripts; in a head, its text would open the body."""
    parts, last = [], 0
    for match in _NO_SCRIPT.finditer(markup):
        if match.start() < last:
            continue
        end = _NO_SCRIPT_END.search(markup, match.end())
        if end is None:
            break
        parts.append(markup[last : match.start()])
        last = end.end()
    return "".join([*parts, markup[last:]]) if parts else markup


def _unshadowed(markup: str) -> str:
    """Templates that are shadow roots as elements, since their text is seen."""
    if "shadow" not in markup:
        return markup
    found, last, opened = [], 0, []
    for match in _SHADOW.finditer(markup):
        if not match[1]:
            opened.append("shadowmode" in match[2].lower() or "shadowrootmode" in match[2].lower())
            shadow = opened[-1]
        else:
            shadow = bool(opened) and opened.pop()
        if shadow:
            found += [markup[last : match.start()], f"<{match[1]}shadow-root>"]
            last = match.end()
    return "".join([*found, markup[last:]])

"""The tree of a page, of markup that is safe to parse, with what is seen and what is not in its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from seedreader.ingest.html.bounded import bounded

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_HIDES = re.compile(r"<(?:!--|(script|style|noscript)\b([^>]*)>)", re.IGNORECASE)
_ENDS = {
    name: re.compile(rf"</{name}(?:[\s/][^>]*)?>", re.IGNORECASE) for name in ("script", "style", "noscript")
}
_DATA = "ld+json"
"""What the type of a script says that declares something of the page."""
_UNSEEN = re.compile(r"<(/?)(?:textarea|noscript|template|xmp|plaintext|listing)\b[^>]*>", re.IGNORECASE)
_SHADOW = re.compile(r"<(/?)template\b([^>]*)>", re.IGNORECASE)


def parse(markup: str, *, is_all_seen: bool = False) -> LexborHTMLParser:
    """The tree of a page; shadow roots that were saved with it are a part of it.

    Scripts that do not declare anything, styles, comments and what is for browsers without scripts are left
    out. ``is_all_seen`` is for a page that would show nothing: what is in fields, in templates and for
    browsers without scripts is then a part of it.
    """
    from selectolax.lexbor import LexborHTMLParser

    if is_all_seen:
        markup = _UNSEEN.sub(r"<\1div>", markup)
    return LexborHTMLParser(bounded(_unshadowed(_pruned(markup))))


def _pruned(markup: str) -> str:
    """Markup without what shows nothing, which is most of many a page.

    What is for browsers that run no scripts would open the body where it stands in a head.
    """
    parts: list[str] = []
    last = at = 0
    while match := _HIDES.search(markup, at):
        name = (match[1] or "").lower()
        if not name:
            end = markup.find("-->", match.start() + 2) + 3
            if end < 3:
                break
            at = end
        else:
            closed = _ENDS[name].search(markup, match.end())
            if closed is None:
                break
            at = end = closed.end()
            if name == "script" and (
                _DATA in match[2].lower() or _is_nested(markup[match.end() : closed.start()])
            ):
                continue
        parts.append(markup[last : match.start()])
        last = end
    return "".join([*parts, markup[last:]]) if parts else markup


def _is_nested(script: str) -> bool:
    """Whether a script holds one in a comment, whose end is not its own."""
    return "<!--" in script and "<script" in script


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

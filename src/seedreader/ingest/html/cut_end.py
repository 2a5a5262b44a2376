"""Whether the end of a page is missing."""

from __future__ import annotations

import re

FRONT = 20_000
"""Characters at the front and at the end of a page that are looked at."""

_OPENED = re.compile(r"<(?:html|body|!doctype)\b", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:html|body)\b", re.IGNORECASE)
_ENDED = re.compile(r"[.!?…。！？؟۔।][\"”’“»«)\]'›\s]{0,4}\Z")
_BOXES = ("article", "main", "div")
"""Elements whose end no page leaves out."""


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

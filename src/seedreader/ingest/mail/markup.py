"""The markup of a message: what shows nothing goes, what is hidden is marked so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from seedreader.ingest import html

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_EMPTY = (
    r"&zwnj;|&zwj;|&shy;|&#(?:8203|8204|8205|847|173|65279|8199);|&#x(?:200[bcd]|34f|ad|feff|2007);"
    "|[\u200b\u200c\u200d\u034f\u00ad\ufeff\u2007]"
)
_PADDING = re.compile(
    rf"(?:(?:{_EMPTY})(?:\s|&nbsp;|&#160;|&#xa0;|\u00a0|&emsp;|&#8195;){{0,4}}){{4,}}", re.IGNORECASE
)
"""What fills the line that a mailbox shows of a message, behind its preheader: it means nothing."""

_HIDDEN = re.compile(
    r"(?:max-height|font-size|max-width|opacity)\s*:\s*0(?:\.0+)?(?:px|em|%|pt)?\s*(?:!important)?\s*(?:;|\Z)"
    r"|mso-hide\s*:\s*all|font-size\s*:\s*1px|line-height\s*:\s*[01]px",
    re.IGNORECASE,
)
_PREHEADER = re.compile(
    r"\b(?:pre-?header|preview-?text|mcnPreviewText|mcn-preview|email-preview)\b", re.IGNORECASE
)
_LONGEST_PREHEADER = 600


def tree_of(markup: str) -> LexborHTMLParser:
    """A message's tree without padding, its preheaders and other unseen things marked as hidden."""
    tree = html.parse(_PADDING.sub(" ", markup))
    for node in tree.css("[style], [class], [id]"):
        known = node.attributes
        named = f"{known.get('class') or ''} {known.get('id') or ''}"
        if _HIDDEN.search(known.get("style") or "") or _PREHEADER.search(named):
            size = len((node.text() or "").strip())
            if 0 < size <= _LONGEST_PREHEADER and node.tag not in ("body", "html", "table", "tbody"):
                node.attrs["hidden"] = "hidden"
    return tree

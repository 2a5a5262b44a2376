"""What elements are, seen or not, block or in a line, and what their attributes say of their text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

UNSEEN = (
    "script", "style", "link", "meta", "base", "title", "iframe", "frame", "object", "embed", "applet", "img",
    "source", "track", "param", "area", "canvas", "video", "audio", "datalist", "noembed", "noframes",
    "textarea",
    "input", "path", "circle", "rect", "polygon", "use", "line", "ellipse", "polyline", "stop", "clippath",
    "basefont", "bgsound", "keygen", "progress", "rp", "meter", "noscript", "annotation", "annotation-xml",
    "desc", "defs", "symbol", "col", "plaintext", "xmp",
)  # fmt: skip
"""Elements that show no text of their own; fallbacks inside them are never seen either."""

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div",
    "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption", "optgroup", "option", "select",
    "button",
    "shadow-root", "listing", "frameset",
))  # fmt: skip
LINES = frozenset(("li", "dd", "dt", "option", "tr", "summary", "button"))
"""Blocks that a line break is enough to set apart."""

SEMANTIC = {
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "p": "paragraph", "ul": "list", "ol": "list", "dl": "list", "menu": "list", "dir": "list",
    "table": "table",
    "figcaption": "caption", "caption": "caption", "nav": "navigation", "select": "navigation",
    "button": "navigation", "search": "navigation", "blockquote": "quotation", "q": "quotation",
    "ins": "inserted",
    "del": "deleted", "s": "deleted", "strike": "deleted", "header": "header", "footer": "footer",
}  # fmt: skip
_ROLES = {
    "navigation": "navigation", "menu": "navigation", "menubar": "navigation", "toolbar": "navigation",
    "tablist": "navigation", "search": "navigation", "banner": "header", "contentinfo": "footer",
    "heading": "heading", "list": "list", "table": "table", "comment": "comment", "deletion": "deleted",
    "insertion": "inserted", "blockquote": "quotation", "paragraph": "paragraph", "dialog": "navigation",
    "alertdialog": "navigation",
}  # fmt: skip
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:(?:u-|is-|util-|a11y-)?(?:sr-only|screen-?reader(?:-text|-only)?|visually-?hidden|visuallyhidden"
    r"|assistive-text|element-invisible|hidden-text|visuallyHidden|srOnly|screenReaderText))(?:\s|$)"
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DISPLAY = re.compile(r"display\s*:\s*(inline|block|flex|grid|contents)\b", re.IGNORECASE)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
CELLS = frozenset(("td", "th"))
LISTS = frozenset(("ul", "menu", "dir"))
_EITHER = frozenset(("div", "span", "a", "p", "section", "b", "strong", "em", "i", "small", "label", "time"))
PREFORMATTED = frozenset(("pre", "listing"))
PHRASING = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dd", "dt", "figcaption"))


def is_telling(attributes: str) -> bool:
    """Whether attributes may say that an element is hidden, in a line or a block, or in a role."""
    return (
        "hidden" in attributes
        or "display" in attributes
        or "role=" in attributes
        or "sr-only" in attributes
        or "screen" in attributes
        or "assistive" in attributes
        or "srOnly" in attributes
        or "invisible" in attributes
    )


def displayed(tag: str, block: bool, known: Mapping[str, str]) -> bool:
    """Whether an element is a block, as its own style may say otherwise."""
    style = known.get("style")
    if style and tag in _EITHER and (display := _DISPLAY.search(style)):
        return display[1].lower() not in ("inline", "contents")
    return block


def kind_of(tag: str, known: Mapping[str, str]) -> str:
    """What the format says of an element."""
    style = known.get("style")
    if (
        ("hidden" in known and known["hidden"] != "until-found")
        or known.get("aria-hidden") == "true"
        or (style and _HIDDEN_STYLE.search(style))
        or (tag == "dialog" and "open" not in known)
        or _is_for_readers(known.get("class", ""))
    ):
        return "hidden"
    return _ROLES.get(known.get("role", ""), SEMANTIC.get(tag, ""))


@lru_cache(4096)
def _is_for_readers(name: str) -> bool:
    """Whether a class is one of those by which only screen readers are given a text."""
    return _HIDDEN_CLASS.search(name) is not None

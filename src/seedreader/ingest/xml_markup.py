"""The marked-up text inside XML (XHTML, NITF, an agency's own) as blocks."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from seedreader.ingest import fragment
from seedreader.ingest.text_builder import Block
from seedreader.ingest.xml import local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_AS_HTML = {
    "hl1": "h1", "hl2": "h2", "hedline": "div", "headline": "h2", "subheadline": "h2", "block": "div",
    "media": "figure",
    "media-caption": "figcaption", "bq": "blockquote", "tagline": "p", "para": "p", "abstract": "div",
    "nitf-table": "div",
    "fn": "p", "note": "div", "body.content": "div", "body.end": "div", "content": "div", "crosshead": "h3",
    "intro": "p", "leadin": "p", "lead": "p",
}  # fmt: skip
_SAME_WORDS = (
    "p div section article h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr td th"
    " blockquote pre br hr figure figcaption a q b i u s em strong sub sup del ins aside header footer"
    " nav"
)
_SAME = frozenset(_SAME_WORDS.split())
_VOID = frozenset(("br", "hr"))
_UNSEEN_WORDS = (
    "head style script title body.head media-reference media-metadata media-producer media-object"
    " nitf-table-metadata img object iframe embed"
)
_UNSEEN = frozenset(_UNSEEN_WORDS.split())
_TEXT = frozenset(("p", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "div", "figcaption", "br"))

_NOT_PUBLIC = re.compile(r"\b(?:np-|non-?public|notepad|notizblock)")
"""Classes of what an agency tells the editors, not their readers."""

_PAIR = re.compile(r"<([a-z][\w-]{1,20})>([^<>]{0,200})</\1>")
"""A tag of nobody's that was escaped as if it were text."""


def blocks(element: Element | None) -> list[Block]:
    """What an element shows: one without elements may hold escaped markup, or plain paragraphs."""
    if element is None:
        return []
    only = [each for each in element.iter() if local(each) in _AS_HTML or local(each) in _TEXT]
    only = [each for each in only if each is not element]
    text = "".join(element.itertext())
    if not only:
        return fragment.blocks(text)
    whole = [
        each
        for each in only
        if local(each) in ("p", "pre") and len("".join(each.itertext())) >= len(text.strip())
    ]
    if whole and not any(local(each) == "br" for each in only):
        return fragment.blocks("".join(whole[-1].itertext()))  # one paragraph that holds them all
    if not any("<" in (part or "") for part in element.itertext()):
        return fragment.html_blocks(as_html(element))
    return [
        inner
        for block in fragment.html_blocks(as_html(element))
        for inner in (fragment.blocks(_PAIR.sub(r"\2", block.text)) if "<" in block.text else [block])
    ]


def as_html(element: Element) -> str:
    """An element's inside as HTML: what HTML has no name for is a span, what shows nothing is left out."""
    parts: list[str] = []
    stack: list[tuple[str, Element | None]] = [("", element)]
    while stack:
        text, node = stack.pop()
        if node is None:
            parts.append(text)
            continue
        name = local(node)
        if not name or (
            node is not element and (name in _UNSEEN or _NOT_PUBLIC.search(node.get("class", "")))
        ):
            continue
        tag = _AS_HTML.get(name.casefold()) or (name.casefold() if name.casefold() in _SAME else "span")
        if tag in _VOID:
            parts.append(f"<{tag}>")
            continue
        parts.append(f"<{tag}>{escape(node.text or '', quote=False)}")
        stack.append((f"</{tag}>", None))
        for child in reversed(node):
            stack.append((escape(child.tail or "", quote=False), None))
            stack.append(("", child))
    return "".join(parts)

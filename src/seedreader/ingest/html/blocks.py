"""Markup as blocks: lines and paragraphs of visible text in reading order, each in the boxes that hold it.

The parser (lexbor, as browsers parse) makes well-formed markup of anything, and one pass over its tags makes
the blocks: walking the nodes of the tree one by one would take several times as long.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from seedreader.ingest.html.bounded import bounded

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

LINE, PARAGRAPH = 1, 2
"""How a block is set apart from the one before: by a line break, by a blank line."""

DEEPEST = 80
"""Boxes inside one another that are told apart; deeper ones count for the box that they are in."""

LONGEST_NAME = 400
"""Characters of an element's class, id and role that are looked at."""

CELLS_APART = " | "
BULLET = "• "

_UNSEEN = (
    "script", "style", "link", "meta", "base", "title", "iframe", "frame", "object", "embed", "applet", "img",
    "source", "track", "param", "area", "canvas", "video", "audio", "datalist", "noembed", "noframes",
    "textarea",
    "input", "path", "circle", "rect", "polygon", "use", "line", "ellipse", "polyline", "stop", "clippath",
    "basefont", "bgsound", "keygen", "progress", "rp", "meter", "noscript", "annotation", "annotation-xml",
    "desc", "defs", "symbol", "col", "plaintext", "xmp",
)  # fmt: skip
"""Elements that show no text of their own; fallbacks inside them are never seen either."""

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div",
    "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption", "optgroup", "option", "select",
    "button",
    "shadow-root", "listing", "frameset",
))  # fmt: skip
_LINES = frozenset(("li", "dd", "dt", "option", "tr", "summary", "button"))
"""Blocks that a line break is enough to set apart."""

_SEMANTIC = {
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
_TAG = re.compile(
    r"<(?:/([^\s>]+)|([a-z][^\s/>]*)((?:\s=?[^\s=>]*(?:=\"[^\"]*\")?)*))>|<!--.*?-->|<[^>]*>", re.DOTALL
)
_ATTRIBUTE = re.compile(r"\s([^\s=\"]+)(?:=\"([^\"]*)\")?")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_NO_CHARACTER = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0b\x0e-\x1f\x7f]")
"""Where a word may be broken, and what shows nothing."""
_SHADOW = re.compile(r"<(/?)template\b([^>]*)>", re.IGNORECASE)
_NO_SCRIPT = re.compile(r"<noscript\b[^>]*>", re.IGNORECASE)
_NO_SCRIPT_END = re.compile(r"</noscript\s*>", re.IGNORECASE)
_QUOTES = {
    "de": "„“‚‘", "cs": "„“‚‘", "sk": "„“‚‘", "sl": "„“‚‘", "lt": "„“‚‘", "bg": "„“‚‘", "is": "„“‚‘",
    "da": "»«›‹",
    "pl": "„”«»", "ro": "„”«»", "hu": "„”»«", "hr": "„”‚’", "nl": "“”‘’", "fr": "«»‹›", "es": "«»“”",
    "it": "«»“”",
    "pt": "«»“”", "ru": "«»„“", "uk": "«»„“", "el": "«»“”", "no": "«»‘’", "nb": "«»‘’", "nn": "«»‘’",
    "sv": "””’’",
    "fi": "””’’", "ja": "「」『』", "zh": "“”‘’",
}  # fmt: skip
"""The marks that `<q>` shows, outside and inside another one."""


@dataclass(slots=True, eq=False)
class Box:
    """An element that holds blocks: what it is called, and what is known of what it holds.

    ``kind`` is what the format says that it is, or "". ``name`` are its class, id and role in one string.
    """

    tag: str
    kind: str
    parent: Box | None
    name: str = ""
    key: str = ""
    depth: int = 0


@dataclass(slots=True)
class Inline:
    """A range of a block's text that an element inside it says something of."""

    start: int
    end: int
    kind: str


@dataclass(slots=True, eq=False)
class Block:
    """A run of text without a break in it. ``linked`` are its characters inside links."""

    box: Box
    apart: int
    text: str = ""
    linked: int = 0
    inline: list[Inline] = field(default_factory=list)

    def cut(self, size: int) -> None:
        """Take characters off the front."""
        self.text = self.text[size:]
        for each in self.inline:
            each.start, each.end = max(0, each.start - size), max(0, each.end - size)


def parse(markup: str) -> LexborHTMLParser:
    """The tree of a page; shadow roots that were saved with it are a part of it."""
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(bounded(_unshadowed(_scripted(markup))))


def blocks(tree: LexborHTMLParser) -> list[Block]:
    """What a page shows, in reading order. What shows nothing is taken out of the tree."""
    root = tree.root
    if root is None:
        return []
    language = (root.attributes.get("lang") or "")[:2].lower()
    tree.strip_tags(list(_UNSEEN), recursive=True)
    _tell_tables(tree)
    return _Reading(_QUOTES.get(language, "“”‘’")).read(tree.html or "")


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


_ROWS = "data-rows"
"""What is set on a table whose rows are lines; the boxes of any other one only lay a page out."""

LONGEST_CELL = 400
"""Characters in a cell of a table whose rows are lines."""

_LAID_OUT = "table, h1, h2, h3, form, nav, article, section, header, footer"


def _tell_tables(tree: LexborHTMLParser) -> None:
    for table in tree.css("table"):
        if table.attributes.get("role") in ("presentation", "none"):
            continue
        if any(part.css_first(_LAID_OUT) is not None for part in table.iter()):
            continue
        if all(len(cell.text()) <= LONGEST_CELL for cell in table.css("td, th")):
            table.attrs[_ROWS] = "1"


class _Open(NamedTuple):
    """An element that is open: the box that it lies in, and what is to be done at its end."""

    tag: str
    box: Box
    block: bool
    kind: str
    start: tuple[int, int] | None
    closes: str


@dataclass(slots=True)
class _List:
    """A list that is open: the number of its next item, None where they have none, and what begins its
    items."""

    number: int | None
    items: list[tuple[Block, int]] = field(default_factory=list)

    def close(self) -> None:
        """Take the signs off the entries of a menu, which are nothing but links."""
        if all(block.linked >= len(block.text) - size for block, size in self.items):
            for block, size in self.items:
                block.cut(size)


class _Reading:
    """One pass over well-formed markup."""

    def __init__(self, quotes: str) -> None:
        self.quotes = quotes
        self.found: list[Block] = []
        self.stack: list[_Open] = []
        self.box = Box("", "", None)
        self.apart = PARAGRAPH
        self.parts: list[str] = []
        self.length = self.linked = self.sign_length = 0
        self.inline: list[Inline] = []
        self.of = self.box
        self.space = self.after_link = False
        self.script = self.prefix = ""
        self.links = self.pre = self.quoted = 0
        self.lists: list[_List] = []
        self.tables: list[bool] = []
        self.row: Box | None = None
        self.cells = 0
        self.marking: set[str] = set()
        self.seen: dict[tuple[str, str], tuple[Mapping[str, str], str, bool]] = {}

    def read(self, html: str) -> list[Block]:
        pieces = _TAG.split(html)
        dropped = 0
        self.text(pieces[0])
        for closed, opened, attributes, text in zip(
            pieces[1::4], pieces[2::4], pieces[3::4], pieces[4::4], strict=True
        ):
            if opened == "template":
                dropped += 1
            elif closed == "template":
                dropped -= 1
            elif dropped:
                continue
            elif opened:
                self.open(opened, attributes)
            elif closed:
                self.close(closed)
            if text and not dropped:
                self.text(text)
        self.end_block()
        return self.found

    def text(self, raw: str) -> None:
        """Add text, with its runs of white space as one space."""
        if raw.isspace() and not self.pre:
            self.space = True
            return
        if "&" in raw:
            raw = unescape(raw)
            if raw.isspace() and not self.parts:
                return
        if not raw.isascii():
            raw = _NO_CHARACTER.sub("", raw)
        if self.pre:
            self.preformatted(raw)
            return
        words = _SPACES.sub(" ", raw) if _is_spaced(raw) else raw
        if words[:1] == " ":
            self.space = True
            words = words[1:]
        if words:
            trailing = words[-1] == " "
            self.add(words[:-1] if trailing else words)
            self.space = trailing

    def preformatted(self, raw: str) -> None:
        for i, line in enumerate(_LINE_END.split(raw)):
            if i:
                self.line_break()
            if line.strip():
                self.add(line.expandtabs())

    def add(self, words: str) -> None:
        if not self.parts:
            self.of = self.row or self.box
            if self.prefix:
                self.put(self.prefix)
                self.sign_length = len(self.prefix)
                self.prefix = ""
        elif self.space or (self.after_link and self.links):
            if not self.parts[-1].endswith(" "):
                self.put(" ")
        elif self.script:
            self.put(self.sign(words[0]))
        self.space = self.after_link = False
        self.script = ""
        self.put(words)
        if self.links:
            self.linked += len(words)

    def sign(self, first: str) -> str:
        """What keeps figures above and below the line apart from what they stand at: 10^6."""
        before = self.parts[-1][-1:]
        if self.script == "sup":
            return "^" if (first.isdigit() or first in "+-−–±") and before not in " ([/⁄|" else ""
        if first.isdigit() and before.isdigit():
            return "_" if self.script == "sub" else " "
        return ""

    def put(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def line_break(self) -> None:
        if self.row:
            self.space = True
        else:
            ends = bool(self.parts)
            self.end_block()
            self.apart = max(self.apart, LINE) if ends else PARAGRAPH

    def end_block(self) -> None:
        text = "".join(self.parts).rstrip()
        if not text:
            self.parts, self.inline, self.length, self.linked = [], [], 0, 0
        if self.parts:
            if "^" in text:
                text = _FRACTION.sub(r" \1", text)
            block = Block(self.of, self.apart, text, self.linked, self.inline)
            self.found.append(block)
            if self.sign_length:
                if self.of.tag in _HEADINGS:
                    block.cut(self.sign_length)
                elif self.lists:
                    self.lists[-1].items.append((block, self.sign_length))
                self.sign_length = 0
            self.parts, self.inline = [], []
            self.length = self.linked = self.apart = 0
        self.space = self.after_link = False
        self.script = ""

    def set_apart(self, tag: str) -> None:
        """Begin a new block, or only a new word where a row of a table is one line."""
        if self.row:
            self.space = True
            return
        if self.parts:
            self.end_block()
        self.space = self.after_link = False
        if self.apart < PARAGRAPH:
            self.apart = max(self.apart, LINE) if tag in _LINES else PARAGRAPH

    def open(self, tag: str, attributes: str) -> None:
        if tag == "br":
            self.line_break()
        elif tag == "hr":
            self.set_apart(tag)
        elif tag != "wbr":
            block = tag in _BLOCKS or ("-" in tag and not self.is_in_line())
            known = _NONE
            kind = _SEMANTIC.get(tag, "")
            if attributes and (block or _is_telling(attributes)):
                known, kind, block = self.told(tag, attributes, block)
            if tag == "table" and _ROWS not in known:
                kind = ""
            start = self.here() if kind and not block and kind not in self.marking else None
            if start:
                self.marking.add(kind)
            closes = self.open_block(tag, known) if block else self.open_inline(tag)
            self.stack.append(_Open(tag, self.box, block, kind, start, closes))
            if block and self.box.depth < DEEPEST:
                name = (
                    f"{known.get('class', '')} {known.get('id', '')} {known.get('role', '')}" if known else ""
                )
                self.box = Box(tag, kind, self.box, name, known.get("itemprop", ""), self.box.depth + 1)
                if tag == "tr" and self.tables and self.tables[-1]:
                    self.row, self.cells = self.box, 0

    def told(self, tag: str, attributes: str, block: bool) -> tuple[Mapping[str, str], str, bool]:
        """The attributes of an element, what they say that it is, and whether it is a block."""
        found = self.seen.get((tag, attributes))
        if found is None:
            known = dict(_ATTRIBUTE.findall(attributes))
            known[_NAME] = f"{known.get('class', '')} {known.get('id', '')} {known.get('role', '')}"[
                :LONGEST_NAME
            ]
            found = known, _kind(tag, known), _displayed(tag, block, known)
            if "-" not in tag:
                self.seen[tag, attributes] = found
        return found

    def open_block(self, tag: str, known: Mapping[str, str]) -> str:
        if tag in _CELLS and self.row:
            if self.cells:
                self.of = self.row
                self.put(CELLS_APART if self.parts else CELLS_APART.lstrip())
                self.space = False
            self.cells += 1
            return ""
        self.set_apart(tag)
        if tag == "table":
            self.tables.append(_ROWS in known)
        elif tag == "ol":
            self.lists.append(_List(_number(known.get("start"), 1)))
        elif tag in _LISTS:
            self.lists.append(_List(None))
        elif tag == "li":
            self.prefix = BULLET
            if self.lists and (next_one := self.lists[-1].number) is not None:
                number = _number(known.get("value"), next_one)
                self.prefix = f"{number}. "
                self.lists[-1].number = number + 1
        elif tag in _PREFORMATTED:
            self.pre += 1
        return ""

    def open_inline(self, tag: str) -> str:
        """Begin an element in a line; returns what is shown at its end."""
        if tag == "a":
            if self.after_link and not self.space:
                self.space = bool(self.parts)
            self.links += 1
        elif tag in ("sup", "sub"):
            self.script = tag
        elif tag == "q":
            at = self.quoted % 2 * 2
            opens, closes = self.quotes[at], self.quotes[at + 1]
            self.quoted += 1
            self.add(opens)
            return closes
        elif tag == "rt":
            self.add("(")
            return ")"
        return ""

    def here(self) -> tuple[int, int]:
        """Where the next character stands: in which block, and how far in it."""
        return len(self.found), self.length + (self.space and self.length > 0)

    def is_in_line(self) -> bool:
        """Whether an element that may be either kind stands inside a line of text."""
        return bool(self.parts) or self.box.tag in _PHRASING

    def close(self, tag: str) -> None:
        while self.stack:
            last = self.stack.pop()
            self.end(last)
            if last.tag == tag:
                return

    def end(self, last: _Open) -> None:
        tag = last.tag
        if last.closes:
            self.space = False
            self.put(last.closes)
            self.quoted -= tag == "q"
        if last.start:
            self.marking.discard(last.kind)
            self.mark(last.start, last.kind)
        if last.block:
            self.end_element(tag)
        elif tag == "a":
            self.links -= 1
            self.after_link = True
        elif tag in ("sup", "sub"):
            self.script = "end"
        self.box = last.box

    def end_element(self, tag: str) -> None:
        if tag == "tr" and self.row:
            self.row = None
        if tag in _CELLS and self.row:
            return
        self.set_apart(tag)
        if tag == "table":
            self.tables.pop()
        elif tag == "ol" or tag in _LISTS:
            self.lists.pop().close()
        elif tag == "li":
            self.prefix = ""
        elif tag in _PREFORMATTED:
            self.pre -= 1

    def mark(self, start: tuple[int, int], kind: str) -> None:
        """Say what an element in a line is, in each of the blocks that it stands in."""
        first, at = start
        for block in self.found[first:]:
            if at < len(block.text):
                block.inline.append(Inline(at, len(block.text), kind))
            at = 0
        if self.length > at:
            self.inline.append(Inline(at, self.length, kind))


def _displayed(tag: str, block: bool, known: Mapping[str, str]) -> bool:
    """Whether an element is a block, as its own style may say otherwise."""
    style = known.get("style")
    if style and tag in _EITHER and (display := _DISPLAY.search(style)):
        return display[1].lower() not in ("inline", "contents")
    return block


def _kind(tag: str, known: Mapping[str, str]) -> str:
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
    return _ROLES.get(known.get("role", ""), _SEMANTIC.get(tag, ""))


@lru_cache(4096)
def _is_for_readers(name: str) -> bool:
    """Whether a class is one of those by which only screen readers are given a text."""
    return _HIDDEN_CLASS.search(name) is not None


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 9 else otherwise


_NAME = " "
"""In an element's attributes: its class, id and role together."""

_NONE: Mapping[str, str] = {}
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = frozenset(("td", "th"))
_LISTS = frozenset(("ul", "menu", "dir"))
_EITHER = frozenset(("div", "span", "a", "p", "section", "b", "strong", "em", "i", "small", "label", "time"))
_PREFORMATTED = frozenset(("pre", "listing"))
_PHRASING = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dd", "dt", "figcaption"))
_LINE_END = re.compile("\r\n?|\n")
_FRACTION = re.compile(r"\^(\d{1,3}[/⁄]\d{1,3})(?!\d)")
_TELLING = ("hidden", "display", "role=", "sr-only", "screen", "assistive", "srOnly")
"""What the attributes of an element in a line hold where it is looked at."""


def _is_telling(attributes: str) -> bool:
    return any(map(attributes.__contains__, _TELLING))


def _is_spaced(raw: str) -> bool:
    """Whether there is white space that is to be made one space."""
    return "\n" in raw or "  " in raw or "\t" in raw or "\r" in raw or "\f" in raw

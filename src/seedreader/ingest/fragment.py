"""What a field of a feed, an agency's item or a scraper's record holds, as blocks: markup or plain text."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from seedreader.ingest.text_builder import Block

_TAGS = (
    "p|br|div|span|a|b|i|u|em|strong|ul|ol|li|img|h[1-6]|table|tr|td|th|tbody|blockquote|section|article|figure"
    "|font|center|hr|pre|sup|sub|cite|q|del|ins|iframe|script|style|html|body|header|footer|aside|small|code|tt|blink"
)
_MARKUP = re.compile(rf"<(?:/?(?:{_TAGS})(?:\s[^<>]{{0,5000}})?/?|!--|!\[CDATA\[|!DOCTYPE)", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]{{0,5000}})?/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,8}\d?);")
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_INDENTED = re.compile(r"\n(?=[^\S\n]{2,}\S)")
_SENTENCE_END = re.compile(r"[.!?…:;。！？][\"”’»')\]]{0,3}\Z")
_WRAPPED_AT = range(35, 100)


def is_markup(text: str) -> bool:
    """Whether a text holds tags or entities of HTML."""
    return bool(_MARKUP.search(text) or _ENTITY.search(text))


def blocks(text: str) -> list[Block]:
    """The blocks of a field, whatever it is in; text that was escaped twice or thrice is unescaped."""
    for _ in range(2):
        if "&lt;" in text and not _MARKUP.search(text) and _MARKUP.search(unescape(text)):
            text = unescape(text)
    return html_blocks(text) if is_markup(text) else plain_blocks(text)


def line(text: str) -> str:
    """A field of one line, such as a title: no tags, no entities, one blank between words."""
    for _ in range(3):
        if not is_markup(text):
            break
        text = without_tags(text)
    return " ".join(text.split())


def unescaped(text: str) -> str:
    """A text with its entities as characters."""
    return unescape(text)


def without_tags(text: str) -> str:
    """A text without the tags in it, and with its entities as characters; its lines stay."""
    return unescape(_TAG.sub("", text)) if is_markup(text) else text


def plain_blocks(text: str) -> list[Block]:
    """The paragraphs of a plain text, apart by blank lines, by indents, or a line each."""
    text = re.sub("\r\n?|[\u2028\u2029]", "\n", text).strip("\n")
    parts = _BLANK.split(text)
    if len(parts) == 1 and "\n" in text:
        lines = text.split("\n")
        if _is_wrapped(lines):
            parts = _INDENTED.split(text)
        elif all(len(each) > _WRAPPED_AT.stop or _SENTENCE_END.search(each.rstrip()) for each in lines):
            parts = lines
    return [Block(joined) for part in parts if (joined := unwrapped(part).strip())]


def unwrapped(text: str) -> str:
    """A paragraph whose lines were broken at some width on one line; any other as it is."""
    lines = [each.strip() for each in text.strip().split("\n")]
    if _is_wrapped(lines):
        return " ".join(each for each in lines if each)
    return "\n".join(each.rstrip() for each in text.strip("\n").split("\n"))


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines end because of their length, not their meaning: all long alike, and no table."""
    full = [each.strip() for each in lines if each.strip()][:-1]
    if not full:
        return False
    longest = max(map(len, full))
    if longest not in _WRAPPED_AT or any(re.search(r"\S {3,}\S|\t", each) for each in full):
        return False
    near = sum(len(each) >= longest - 25 for each in full)
    open_ends = sum(not _SENTENCE_END.search(each) for each in full)
    return near >= 0.7 * len(full) and open_ends >= 0.5 * len(full)


_BREAKS = frozenset(
    "p div section article blockquote h1 h2 h3 h4 h5 h6 table ul ol figure figcaption pre hr header footer aside".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_UNSEEN = frozenset(("script", "style", "template", "title", "noscript"))


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Block] = []
        self._words: list[str] = []
        self._kind = "paragraph"
        self._unseen = 0

    def end_block(self, kind: str = "paragraph") -> None:
        text = "".join(self._words)
        text = re.sub(r"[^\S\n\xa0]*\n[^\S\n]*", "\n", re.sub(r"[^\S\n\xa0]+", " ", text)).strip()
        if text:
            self.found.append(Block(unwrapped(text), self._kind))
        self._words.clear()
        self._kind = kind

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BREAKS:
            self.end_block("heading" if tag in _HEADINGS else "paragraph")
        elif tag in ("br", "li", "tr", "dt", "dd"):
            self._words.append("\n")
        elif tag in ("td", "th"):
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BREAKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._words.append(data.replace("\n", " "))


def html_blocks(markup: str) -> list[Block]:
    """The blocks of an HTML fragment."""
    parser = _Blocks()
    parser.feed(markup)
    parser.close()
    parser.end_block()
    return parser.found

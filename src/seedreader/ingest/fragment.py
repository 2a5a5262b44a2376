"""What a field of a feed, an agency's item or a scraper's record holds, as blocks: markup or plain text."""

from __future__ import annotations

import re
from html import unescape

from seedreader.article import Structure
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
_TELLING = ("heading", "list", "table", "caption", "quotation", "navigation", "header", "footer", "hidden")


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
        elif _tell_paragraphs(lines):
            parts = lines
    return [Block(joined) for part in parts if (joined := unwrapped(part).strip())]


def _tell_paragraphs(lines: list[str]) -> bool:
    """Whether most lines are paragraphs of their own: they are long, or end a sentence."""
    held = [each.strip() for each in lines if each.strip()]
    return (
        sum(len(each) > _WRAPPED_AT.stop or bool(_SENTENCE_END.search(each)) for each in held) > len(held) / 2
    )


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


def html_blocks(markup: str) -> list[Block]:
    """The blocks of an HTML fragment, with what the markup says of ranges in them."""
    from seedreader.ingest import html

    return blocks_of(*html.text_of(markup))


def blocks_of(text: str, structure: tuple[Structure, ...]) -> list[Block]:
    """A text with its structure as its paragraphs, each with its own."""
    found: list[Block] = []
    for part in re.finditer(r"[^\n](?:.*(?:\n(?!\n).*)*)", text):
        start, end = part.span()
        inside = [each for each in structure if each.start < end and each.end > start]
        whole = [each.kind for each in inside if each.start <= start and each.end >= end]
        kind = next((each for each in _TELLING if each in whole), "paragraph")
        shifted = tuple(
            Structure(max(each.start - start, 0), min(each.end, end) - start, each.kind)
            for each in inside
            if each.kind != kind
        )
        said = part.group()
        if kind == "paragraph" and "\n" in said and _is_wrapped(said.split("\n")):
            said = said.replace("\n", " ")
        found.append(Block(said, kind, shifted))
    return found

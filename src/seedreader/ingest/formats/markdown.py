"""Markdown: the text as a reader sees it, without the signs that make headings, links and emphasis."""

from __future__ import annotations

import re
from html import unescape

from seedreader.article import SourceId, Structure
from seedreader.ingest import front_matter, sidecar
from seedreader.ingest.decode import decode
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.formats.plain_text import doubts
from seedreader.ingest.raw_document import Declared, Documents, RawDocument
from seedreader.ingest.text_builder import Block, TextBuilder

MEDIA_TYPE = "text/markdown"
BULLET = "• "
CELLS_APART = " | "
DEEPEST = 8
"""Quotations inside one another that are told apart."""

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<sign>[-*+]|\d{1,9}[.)])(?:[ \t]+(?P<said>.*))?$")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_QUOTE = re.compile(r" {0,3}> ?")
_TABLE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_REFERENCE = re.compile(r" {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S+[^\n]*$")
_NOTE = re.compile(r" {0,3}\[\^([^\]\n]{1,60})\]:[ \t]*")
_MARKUP = re.compile(r" {0,3}</?(?!https?:|mailto:)[A-Za-z][\w-]*(?:[ \t/>]|$)[^\n]*$")
_CODE_OF_SITES = re.compile(r"\{%[^\n]*?%\}|\{\{[<%][^\n]*?[>%]\}\}")

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(?<!`)(`{1,10})(?!`)(.{1,2000}?)(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(
    r"!?\[(?P<said>(?:[^\[\]\\]|\\.|\[[^\[\]]{0,300}\]){0,1000})\](?:\((?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?:[ \t\n]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*\)|\[[^\[\]\n]*\])"
)
_WIKI = re.compile(r"!?\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]+)\]\]")
_FOOTNOTE = re.compile(r"\[\^([^\]\n]{1,60})\]")
_ADDRESS = re.compile(r"<((?:https?|ftp|mailto):[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+)>")
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]{0,2000})?/?>")
_BREAK = re.compile(r"(?:[ ]{2,}|\\)\n[ \t]*|<br[ \t]*/?>[ \t]*\n?", re.I)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,3000}?)(?<=\S)\1", re.DOTALL)
_STARRED = re.compile(r"(?<![*\\])\*(?=[^\s*])([^*]{1,3000}?)(?<=[^\s*])\*(?!\*)")
_UNDERSCORED = re.compile(r"(?<![\w\\])_(?=[^\s_])([^_]{1,3000}?)(?<=[^\s_])_(?!\w)")
_DELETED = re.compile(r"~~(?=\S)(.{1,3000}?)(?<=\S)~~", re.DOTALL)
_MARKED = re.compile(r"==(?=\S)([^=\n]{1,1000}?)(?<=\S)==")
_KEPT = "\ue000\ue001"
"""Stand around what is set aside while signs are taken out; no text uses them."""


def read(data: bytes, _: SourceId) -> Documents:
    """The one article of a Markdown file. Raises `IngestError` for one that shows nothing."""
    text, encoding = decode(data)
    table, body = front_matter.split(text)
    declared, _unknown = sidecar.values(table, "front matter")
    told: tuple[Problem, ...] = ()
    if not table:
        declared, head, told = sidecar.heading(body)
        body = body[head.end :] if head else body
    blocks = _blocks(body)
    title = declared.get("title")
    if title is None:
        first = next((block for block in blocks if block.kind == "heading"), None)
        if first is not None and blocks.index(first) <= 1 and first.names == ("1",):
            declared["title"] = Declared(first.text, "heading")
    elif not any(_same(block.text, str(title.value)) for block in blocks[:2]):
        blocks.insert(0, Block(str(title.value), "heading"))
    shown, structure = TextBuilder(blocks).result()
    if not shown:
        raise IngestError("empty")
    document = RawDocument(shown, MEDIA_TYPE, declared=declared, structure=structure)
    return Documents((document,), (*doubts(encoding), *told))


def _same(a: str, b: str) -> bool:
    return " ".join(a.split()).casefold() == " ".join(b.split()).casefold()


def _blocks(body: str, depth: int = 0) -> list[Block]:
    """The blocks of a text in their order; quotations inside `DEEPEST` others are one with the last."""
    lines = _CODE_OF_SITES.sub("", _uncommented(body)).expandtabs(4).split("\n")
    found: list[Block] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip() or _REFERENCE.match(line):
            at += 1
        elif fence := _FENCE.match(line):
            end = at + 1
            while end < len(lines) and not lines[end].strip().startswith(fence[1]):
                end += 1
            found.append(Block("\n".join(lines[at + 1 : end])))
            at = end + 1
        elif heading := _HEADING.match(line):
            found.append(_block(heading[2] or "", "heading", (str(len(heading[1])),)))
            at += 1
        elif _RULE.match(line):
            at += 1
        elif _QUOTE.match(line):
            end = at + 1
            while end < len(lines) and lines[end].strip() and not _starts(lines, end):
                end += 1
            inner = "\n".join(_QUOTE.sub("", each, count=1) for each in lines[at:end])
            inside = _blocks(inner, depth + 1) if depth < DEEPEST else [_block(inner.replace("> ", ""))]
            found += (block._replace(kind="quotation") for block in inside)
            at = end
        elif _ITEM.match(line) and (
            line.lstrip()[0] in "-*+" or not found or not lines[at - 1].strip() or at == 0
        ):
            at = _list(lines, at, found)
        elif at + 1 < len(lines) and "|" in line and "-" in lines[at + 1] and _TABLE.match(lines[at + 1]):
            at = _table(lines, at, found)
        elif _MARKUP.match(line):
            at = _markup(lines, at, found)
        else:
            at = _paragraph(lines, at, found)
    return found


def _uncommented(text: str) -> str:
    """A text without comments; one that is never closed is none."""
    parts = []
    at = 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin + 4)) >= 0:
        parts.append(text[at:begin])
        at = end + 3
    return "".join([*parts, text[at:]])


def _starts(lines: list[str], at: int) -> bool:
    """Whether a line begins a block of its own in the middle of a paragraph."""
    line = lines[at]
    item = _ITEM.match(line)
    return bool(
        any(each.match(line) for each in (_HEADING, _FENCE, _RULE, _REFERENCE, _NOTE))
        or (item and (item["sign"] in "-*+" or item["sign"][:-1] == "1") and item["said"])
    )  # fmt: skip


def _paragraph(lines: list[str], at: int, found: list[Block]) -> int:
    end = at + 1
    while end < len(lines) and lines[end].strip() and not _QUOTE.match(lines[end]):
        if _UNDERLINE.match(lines[end]):
            level = "1" if "=" in lines[end] else "2"
            found.append(_block(" ".join(line.strip() for line in lines[at:end]), "heading", (level,)))
            return end + 1
        if _starts(lines, end):
            break
        end += 1
    said = "\n".join(line.lstrip() for line in lines[at:end])
    note = _NOTE.match(said)
    found.append(_block(f"[{note[1]}] {said[note.end() :]}" if note else said))
    return end


def _list(lines: list[str], at: int, found: list[Block]) -> int:
    """A list, each of its items a line; lines of an item are joined."""
    items: list[str] = []
    end = at
    while end < len(lines):
        line = lines[end]
        item = _ITEM.match(line)
        if item and not _RULE.match(line):
            sign = BULLET if item["sign"] in "-*+" else f"{item['sign']} "
            items.append(sign + _TASK.sub("", item["said"] or ""))
        elif line.strip() and (line[0] == " " or _is_lazy(lines, end)):
            items[-1] += "\n" + line.strip()
        elif line.strip() or not _goes_on(lines, end):
            break
        end += 1
    texts = []
    inside: list[Structure] = []
    length = 0
    for said in items:
        block = _block(said)
        texts.append(block.text)
        inside += (Structure(s.start + length, s.end + length, s.kind) for s in block.inside)
        length += len(block.text) + 1
    found.append(Block("\n".join(texts), "list", tuple(inside)))
    return end


def _is_lazy(lines: list[str], at: int) -> bool:
    """Whether a line that is not indented goes on with the item above it."""
    return bool(lines[at - 1].strip()) and not _starts(lines, at) and not _QUOTE.match(lines[at])


def _goes_on(lines: list[str], at: int) -> bool:
    """Whether a list goes on after an empty line."""
    following = next((line for line in lines[at + 1 : at + 3] if line.strip()), "")
    return bool(_ITEM.match(following)) or following.startswith("  ")


def _table(lines: list[str], at: int, found: list[Block]) -> int:
    rows = [lines[at]]
    end = at + 2
    while end < len(lines) and "|" in lines[end]:
        rows.append(lines[end])
        end += 1
    shown = []
    for row in rows:
        cells = re.split(r"(?<!\\)\|", row.strip().removeprefix("|").removesuffix("|"))
        shown.append(CELLS_APART.join(_block(cell.strip()).text for cell in cells))
    found.append(Block("\n".join(shown), "table"))
    return end


def _markup(lines: list[str], at: int, found: list[Block]) -> int:
    """A block of HTML, up to the next empty line."""
    end = at + 1
    while end < len(lines) and lines[end].strip():
        end += 1
    from seedreader.ingest import html

    text, structure = html.text_of("\n".join(lines[at:end]))[:2]
    if text.strip():
        found.append(Block(text, "paragraph", tuple(structure)))
    return end


def _block(said: str, kind: str = "paragraph", names: tuple[str, ...] = ()) -> Block:
    """A block of running text without its signs; what is struck out in it is marked."""
    text = _plain(said)
    inside: list[Structure] = []
    parts: list[str] = []
    at = length = 0
    for struck in _DELETED.finditer(text):
        before = text[at : struck.start()]
        parts += [before, struck[1]]
        length += len(before)
        inside.append(Structure(length, length + len(struck[1]), "deleted"))
        length += len(struck[1])
        at = struck.end()
    text = "".join([*parts, text[at:]])
    return Block(text, kind, tuple(inside), names)


def _plain(said: str) -> str:
    kept: list[str] = []

    def aside(found: re.Match[str]) -> str:
        kept.append(found[found.lastindex or 0])
        return f"{_KEPT[0]}{len(kept) - 1}{_KEPT[1]}"

    text = said.replace(_KEPT[0], "").replace(_KEPT[1], "")
    text = _CODE.sub(aside, text)
    text = _ESCAPED.sub(aside, text)
    text = _ADDRESS.sub(aside, text)
    text = _BREAK.sub(f"{_KEPT[0]}br{_KEPT[1]}", text)
    text = " ".join(text.split())
    text = _WIKI.sub(r"\1", text)
    for _ in range(3):
        shorter = _LINK.sub(lambda found: found["said"], text)
        if shorter == text:
            break
        text = shorter
    text = _FOOTNOTE.sub(r"[\1]", text)
    text = _TAG.sub("", text)
    for pattern, put in (
        (_STRONG, r"\2"),
        (_STARRED, r"\1"),
        (_UNDERSCORED, r"\1"),
        (_STRONG, r"\2"),
        (_MARKED, r"\1"),
    ):
        text = pattern.sub(put, text)
    text = unescape(text).replace(f"{_KEPT[0]}br{_KEPT[1]}", "\n")
    return re.sub(
        f"{_KEPT[0]}(\\d+){_KEPT[1]}",
        lambda found: kept[int(found[1])] if int(found[1]) < len(kept) else "",
        text,
    )

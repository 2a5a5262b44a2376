"""One document of an export of Nexis as an article.

Above its text stand the paper, the day, the headline and labelled values, in an order that differs between
papers; below it labelled values, headings and lines on rights. Nexis's own words are left out; the article's
own are kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from seedreader.article import Mark
from seedreader.ingest import written_day
from seedreader.ingest.nexis import labels, lines
from seedreader.ingest.press import language
from seedreader.ingest.raw_document import Declared, RawDocument
from seedreader.ingest.text_builder import Block, TextBuilder, byline

TOLD_BY = "nexis"

LONGEST_DAY = 200
"""Characters of a paragraph that begins with a day and is still no text."""

LOOKED_AT = 40
"""Blocks of a document in which its labels and its day stand."""

HEAD_BLOCKS = 120
"""Blocks of a document in which its text must begin."""

BELOW = 6
"""Paragraphs without a label that may stand between the day and the text."""

TITLE_WORDS = 60
"""Words of a headline at most."""

_EDITION = re.compile(
    r"\b(?:edition|ausgabe|auflage|édition|editie|edición|edizione|edição|utgave|udgave|upplaga"
    r"|correction appended"
    r"|final|late|early|first|national|state|metro|morning|evening|sunday|weekend|regional|nationaal"
    r"|hauptausgabe"
    r"|star|city|bulldog|home|main)\b",
    re.IGNORECASE,
)
_APPENDED = re.compile(r"\s*-?\s*correction appended\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+(?:\s*\n\s*\S+)*\s*", re.IGNORECASE)
_BY = re.compile(
    r"\A(?:(?:written |reported |edited )?by|from|von|par|door|por|di|da|av|af)\s*:?\s+", re.IGNORECASE
)
_NO_TITLE = re.compile(
    r"\(?(?:no headline in original|no headline|kein titel|ohne titel|geen kop|sans titre|sin título)\)?",
    re.I,
)
_EDITION_OF_OUTLET = re.compile(
    r"\s+-\s+[^-]*\b(?:edition|ausgabe|editie|édition|edición)\s*\Z", re.IGNORECASE
)
_FAILED = re.compile(
    r"error in this document|not possible to display|can(?:no|')t be displayed|nicht angezeigt werden"
    r"|impossible d'afficher|ne peut (?:pas )?être affiché|niet worden weergegeven|no se puede mostrar"
    r"|impossibile visualizzare|não é possível exibir|kan ikke vises|kan inte visas",
    re.IGNORECASE,
)
FAILED_WORDS = 60
"""Words of a document that holds only the sentence that it can't be shown."""


TAIL_WORDS = 200
"""Words of captions or a correction that stand in paragraphs of their own below a text, at most."""

_RELEVANCE = re.compile(r"\(\d\d?%\)")
"""What stands behind the subjects that Nexis gives a document."""

_PAGE = re.compile(
    r"(?:page|seite|pagina|página) \d{1,4}(?: (?:of|von|van|de|sur|di) \d{1,4})?", re.IGNORECASE
)

_URL_LINE = re.compile(r"\s*URL:\s*(?P<address>(?:https?://|www\.)\S+)\s*")


class Head(NamedTuple):
    """What stands above a document's text, and its ``end``: the block with which the text begins.

    ``above`` and ``below`` are paragraphs without a label before and behind the day. ``first`` are words of
    the text that stand behind a label.
    """

    end: int
    day: date | None
    above: tuple[Block, ...]
    below: tuple[Block, ...]
    fields: tuple[labels.Field, ...]
    rights: tuple[str, ...]
    first: str = ""
    address: str | None = None


def document(blocks: Sequence[Block], member: str, media_type: str, title_first: bool) -> RawDocument | None:
    """The article that a document is; None where it holds no text."""
    head = _head(blocks, title_first)
    start, end = head.end, _end(blocks, head.end)
    texts = [block for block in blocks[start:end] if not labels.is_machinery(block.text)]
    addresses = [match["address"] for block in texts if (match := _URL_LINE.fullmatch(block.text))]
    texts = [block for block in texts if not _URL_LINE.fullmatch(block.text)]
    texts = _without_margins(texts, _named(head, title_first)[0])
    tail = _Tail(blocks[end:])
    title, outlet, subtitle = _named(head, title_first)
    by_role = {each.role: each.value for each in (*tail.fields, *head.fields) if each.value}
    title = _line(by_role.get("title", "")) or title
    widest = lines.width(block.text for block in texts)
    builder = TextBuilder()
    appended = _APPENDED.search(title) is not None
    title = _APPENDED.sub("", title)
    builder.block("" if _NO_TITLE.fullmatch(title) else title, "heading")
    for words in subtitle:
        builder.block(words, "heading")
    above, _ = builder.result()
    for role in ("byline", "standfirst", "dateline"):
        for each in head.fields:
            if each.role == role:
                words = lines.unwrapped(each.value, lines.WIDEST)
                builder.add(byline(words) if role == "byline" else Block(words))
    length = len(builder.result()[0])
    builder.block(head.first)
    for block in _paragraphs(texts, widest):
        builder.add(block)
    whole, _ = builder.result()
    body = whole[length:]
    standfirst = any(each.role == "standfirst" for each in head.fields)
    if not body.strip() and not standfirst:
        return None
    if len(whole[len(above) :].split()) < FAILED_WORDS and _FAILED.search(whole):
        return None
    for words in tail.captions:
        builder.block(lines.unwrapped(words, lines.WIDEST), "caption")
    text, structure = builder.result()
    corrected = by_role.get("corrected", "")
    changed = written_day.begins(corrected) if corrected else None
    loaded = written_day.find(by_role.get("loaded", ""))
    author = _BY.sub("", _line(by_role.get("byline", "")), count=1)
    address = head.address or next(iter((*by_role.get("url", "").split(), *addresses)), None)
    values: dict[str, str | date | None] = {
        "title": None if _NO_TITLE.fullmatch(title) else title or None,
        "outlet": _EDITION_OF_OUTLET.sub("", outlet).strip(" ;") or None,
        "author": author or None,
        "published": head.day or (loaded.day if loaded else None),
        "updated": changed.day if changed else None,
        "language": _language(by_role.get("language", "")),
        "url": address,
    }
    declared = {name: Declared(value, TOLD_BY) for name, value in values.items() if value}
    note = tail.correction or (" ".join(["Correction appended"]) if appended or _is_appended(head) else "")
    marks = (Mark("notice", note),) if note else ()
    return RawDocument(text, media_type, member, declared, structure, marks)


def _head(blocks: Sequence[Block], title_first: bool) -> Head:
    """What stands above the text: to the heading over it, or else while there are labels."""
    marked = _marked(blocks) if title_first else None
    day: date | None = None
    above: list[Block] = []
    below: list[Block] = []
    fields: list[labels.Field] = []
    rights: list[str] = []
    address = None
    first = ""
    end = min(len(blocks), HEAD_BLOCKS) if marked is None else marked
    at = 0
    while at < end:
        block = blocks[at]
        text = block.text.strip()
        found = labels.fields(text)
        if not text:
            pass
        elif found:
            body = next((i for i, each in enumerate(found) if each.role == "body"), None)
            fields += found[:body]
            if body is not None:
                first = "\n".join(each.value for each in found[body:])
                at += 1
                break
        elif labels.is_rights(text) or (block.centred and labels.is_licence(text)):
            rights.append(text)
        elif _ADDRESS.fullmatch(text):
            address = re.sub(r"\s+", "", text)
        elif _day_of(text) and (day is None or written_day.whole(text) is not None):
            day = day or _day_of(text)
            rights += [line for line in text.split("\n") if _APPENDED.fullmatch(line)]
        elif labels.is_machinery(text):
            rights.append(text)
        elif labels.is_like(text) and _is_labelled(blocks, at + 1):
            fields.append(labels.Field("header", *text.split(":", 1)))
        elif marked is None and _begins_text(blocks, at, day, fields, below, above, title_first):
            break
        else:
            (above if day is None else below).append(block)
        at += 1
    else:
        at = end if marked is None else marked + 1
        if marked is None and day is None and not fields:
            return Head(0, None, (), (), (), ())
    return Head(at, day, tuple(above), tuple(below), tuple(fields), tuple(rights), first, address)


def _marked(blocks: Sequence[Block]) -> int | None:
    """The heading over the text: by its bookmark, which is the same in every language, or by its words."""
    named = (
        i for i, block in enumerate(blocks) if any(re.fullmatch(r"Body(?:_\d+)?", n) for n in block.names)
    )
    worded = (i for i, block in enumerate(blocks[:LOOKED_AT]) if labels.is_body(block.text))
    return next(named, next(worded, None))


def _day_of(text: str) -> date | None:
    if len(text) > LONGEST_DAY:
        return None
    first = text.split("\n")[0]
    found = written_day.begins(first) or written_day.begins(text)
    if found is None:
        return None
    rest = text[found.end :]
    return found.day if len(rest.split()) <= 14 and not re.search(r"[a-z]{3}\.\s+[A-Z]", rest) else None


def _is_labelled(blocks: Sequence[Block], at: int) -> bool:
    """Whether the next paragraph is a labelled value of those above a text."""
    found = next((labels.fields(block.text) for block in blocks[at:] if block.text.strip()), ())
    return bool(found) and found[0].role not in labels.FIELDS


def _begins_text(
    blocks: Sequence[Block],
    at: int,
    day: date | None,
    fields: Sequence[labels.Field],
    below: Sequence[Block],
    above: Sequence[Block],
    title_first: bool,
) -> bool:
    """Whether a paragraph without a label is the text's first: no label is to come,
    or the headline is known."""
    coming = [labels.fields(block.text) for block in blocks[at + 1 : at + LOOKED_AT] if block.text.strip()]
    near = coming[:1] if fields else coming[:6]
    soon = any(found and found[0].role not in labels.FIELDS for found in near)
    titled = any(each.role == "title" for each in fields)
    if len(below) >= BELOW:
        return True
    if any(found and found[0].role in ("title", "body") for found in coming[:6]):
        return False
    if fields:
        known = titled or any(not block.centred for block in below) or len(above) > 1
        return not (soon and not known and len(blocks[at].text.split()) <= TITLE_WORDS)
    if soon or day is None:
        return False
    return (
        title_first
        or any(not block.centred for block in below)
        or (len(above) > 1 and not blocks[at].centred)
    )


def _named(head: Head, title_first: bool) -> tuple[str, str, list[str]]:
    """The headline, the paper's name, and further lines of the headline that are paragraphs of their own."""
    if title_first:
        return _title_first(head)
    above = [block for block in head.above if not labels.is_licence(block.text)] or list(head.above)
    outlet = _line(above[0].text) if above else ""
    below = list(head.below)
    if any(not block.centred for block in below):
        below = [block for block in below if not block.centred]
    while len(below) > 1 and _is_edition(below[0]):
        below.pop(0)
    titles = [block for block in below if block.kind == "heading"] or below
    if not titles or (all(block.centred for block in titles) and all(map(_is_edition, titles))):
        titles = above[1:]
    title, *more = [_line(block.text) for block in titles] or [""]
    return title, outlet, more


def _title_first(head: Head) -> tuple[str, str, list[str]]:
    """The same in the newer layout: the headline, the paper's name, the day."""
    above = [_line(block.text) for block in head.above]
    more = [_line(block.text) for block in head.below if not _is_edition(block)]
    headings = sum(block.kind == "heading" for block in head.above)
    if len(above) < 2:
        known = "".join(above)
        return (known, "", more) if head.day is None or headings else ("", known, more)
    named = -2 if len(above) > 2 and above[-1].startswith("(") else -1
    return " ".join(above[:named]), " ".join(above[named:]), more


def _is_edition(block: Block) -> bool:
    return len(block.text.split()) <= 8 and _EDITION.search(block.text) is not None


def _is_appended(head: Head) -> bool:
    return any(_APPENDED.fullmatch(words) for words in head.rights)


def _end(blocks: Sequence[Block], start: int) -> int:
    """The block behind the text's last."""
    end = next((i for i in range(start, len(blocks)) if _ends_text(blocks, i)), len(blocks))
    while end > start and (not (text := blocks[end - 1].text.strip()) or labels.is_rights(text)):
        if text and not blocks[end - 1].centred and not _alone(text):
            break
        end -= 1
    return end


def _alone(text: str) -> bool:
    """Whether a paragraph of rights at a text's end is the archive's, and no sentence of the article."""
    return (
        re.match(r"(?:©|\(c\)|copyright|all rights|alle recht|tous droits)", text, re.IGNORECASE) is not None
    )


def _ends_text(blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at]
    text = block.text.strip()
    if any(re.fullmatch(r"Classification(?:_\d+)?", name) for name in block.names):
        return True
    if labels.is_tail(text):
        rest = [each.text for each in blocks[at + 1 : at + LOOKED_AT] if each.text.strip()]
        return any(labels.fields(each) for each in rest) or not rest
    each = labels.field(text)
    if each is None:
        return False
    value = each.value
    if each.role in ("loaded", "corrected"):
        return written_day.begins(value) is not None
    if each.role == "language":
        return len(value.split()) <= 4 and _language(value) is not None
    if each.role == "tail" and _RELEVANCE.search(value):
        return True
    if each.role in ("graphic", "correction") and not each.name.isupper():
        return False
    return each.role in ("tail", "graphic", "correction") and _only_labels(blocks[at + 1 :], each.role)


def _only_labels(blocks: Sequence[Block], role: str) -> bool:
    """Whether labels and lines on rights follow; some text may follow a picture's caption or a correction."""
    most = TAIL_WORDS if role in ("graphic", "correction") else 0
    plain = 0
    for block in blocks:
        text = block.text.strip()
        known = labels.fields(text) or labels.is_rights(text) or labels.is_tail(text)
        if text and not block.centred and not known:
            plain += len(text.split())
            if plain > most:
                return False
    return True


class _Tail:
    """What stands below the text: labelled values, captions of pictures, and a correction."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.fields: list[labels.Field] = []
        self.captions: list[str] = []
        corrections: list[str] = []
        under = ""
        for text in _split(blocks):
            found = labels.fields(text)
            if found:
                self.fields += found
                for each in found:
                    self._note(each, corrections)
                under = found[-1].role
            elif labels.is_tail(text):
                word = labels.field(f"{text}:")
                under = word.role if word else ""
            elif text and not labels.is_rights(text) and not labels.is_machinery(text):
                self._note(labels.Field(under, "", text), corrections)
        self.correction = " ".join(" ".join(corrections).split())

    def _note(self, each: labels.Field, corrections: list[str]) -> None:
        if each.role == "graphic" and each.value:
            self.captions.append(each.value)
        elif each.role == "correction" and each.value:
            corrections.append(each.value)


def _split(blocks: Sequence[Block]) -> list[str]:
    """The paragraphs below a text that are not set in the middle, cut before each label."""
    found: list[str] = []
    for block in blocks:
        text = block.text.strip()
        if block.centred and not labels.fields(text):
            continue
        for number, line in enumerate(text.split("\n")):
            if number and not labels.field(line):
                found[-1] += f"\n{line}"
            else:
                found.append(line)
    return found


def _without_margins(blocks: Sequence[Block], title: str) -> list[Block]:
    """The text of printed pages without what stands at their tops: "Page 2 of 5" and the headline again."""
    kept: list[Block] = []
    below = False
    for block in blocks:
        text = block.text.strip()
        if _PAGE.fullmatch(text):
            below = True
        elif not text or not (below and title and _line(text) in title):
            kept.append(block)
            below = below and not text
    return kept


def _paragraphs(blocks: Sequence[Block], widest: int | None) -> list[Block]:
    """The text's paragraphs; lines without a blank one between them are one where the text is wrapped."""
    if any("\n" in block.text.strip() for block in blocks) and widest is not None:
        return [
            block if block.kind == "table" else Block(lines.unwrapped(block.text, widest), block.kind)
            for block in blocks
        ]
    return list(blocks)


def _line(text: str) -> str:
    return " ".join(text.split())


def _language(value: str) -> str | None:
    """The code of the first language that a label names: "ENGLISH; ENGLISHS"."""
    return language.code(re.split(r"[;,/\n]", value)[0])

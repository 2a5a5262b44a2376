"""A record of a scraper or an API as an article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from seedreader.article import Mark
from seedreader.ingest import feed_item, fragment
from seedreader.ingest.formats.records import keys, shapes
from seedreader.ingest.formats.records.shapes import Record
from seedreader.ingest.item import Fields, address, document, length, outlet
from seedreader.ingest.raw_document import RawDocument
from seedreader.ingest.text_builder import Block

_CUT = re.compile(r"\s*\[\+?\s?(\d+) (?:more )?char(?:acter)?s?\.?\]\s*\Z")
_LIST = re.compile(r"\s*\[.*\]\s*\Z", re.DOTALL)
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")
_NO_TEXT = re.compile(
    r"\s*(?:ONLY AVAILABLE IN|wallabag can't retrieve|\[unable to retrieve"
    r" full-text|nan\Z|null\Z|None\Z|N/A\Z|\[?Removed\]?\Z)",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"\s*(?:<p>\s*)?(?:wallabag can't retrieve|\[unable to retrieve full-text)", re.IGNORECASE
)
_MUCH = 0.6
_TEASER_LONGEST = 300


def article(record: Record, media_type: str, told_by: str, member: str) -> RawDocument | None:
    """The article of a record; None for one without a text."""
    values: dict[str, list[Any]] = {}
    for name, value in shapes.flat(record):
        values.setdefault(keys.folded(name), []).append(value)
    body, marks = _text(values, keys.is_read_later(record))
    page = None if length(body) and not marks else _page(values)
    if page:
        body, marks = fragment.blocks_of(page.text, page.structure), []
    if not length(body):
        return None
    fields = Fields(told_by)
    for value in _each(values, keys.TITLE):
        fields.tell(
            "title",
            (value.get("main") or value.get("rendered") or value.get("default"))
            if isinstance(value, dict)
            else value,
        )
    for value in _each(values, keys.AUTHOR):
        fields.tell("author", _listed(value))
    saved = keys.is_read_later(record) and not keys.says_published(record)
    published = [] if saved else list(_each(values, keys.PUBLISHED))
    told = Fields("")
    for value in published:
        told.tell("published", value)
    for value in _each(values, keys.UPDATED) if not keys.is_read_later(record) else ():
        told.tell("updated", value)
    days = [told.declared[name].value if name in told.declared else None for name in ("published", "updated")]
    fields.days(*days)
    named = [value for value in _each(values, keys.OUTLET) if not (isinstance(value, str) and address(value))]
    for value in [*named, *_each(values, ("source",))]:
        fields.tell("outlet", outlet(value))
    for value in _each(values, keys.URL):
        fields.tell("url", value)
    for value in _each(values, keys.LANGUAGE):
        fields.tell("language", value)
    for name, each in page.declared.items() if page else ():
        fields.declared.setdefault(name, each)
    return document(fields, body, media_type, lead=_lead(values, body), member=member, marks=marks)


def is_failure(record: Record) -> bool:
    """Whether an entry holds only that its page could not be had."""
    return any(isinstance(each, str) and _FAILED.match(each) for each in record.values())


def links(record: Record) -> Iterator[str]:
    """The address that a record tells of."""
    for wanted in keys.URL:
        for name, value in record.items():
            if keys.folded(name) == wanted and (found := address(value)):
                yield found
                return


def identifier(record: Record) -> str | None:
    """What the record's own list calls it, or else its address."""
    for wanted in keys.IDENTIFIER:
        for name, value in record.items():
            if (
                keys.folded(name) == wanted
                and isinstance(value, str | int)
                and not isinstance(value, bool)
                and value != ""
            ):
                return str(value)
    return next(links(record), None)


def _each(values: dict[str, list[Any]], names: Sequence[str]) -> Iterator[Any]:
    for name in names:
        yield from values.get(name, ())


def _text(values: dict[str, list[Any]], is_saved: bool) -> tuple[list[Block], list[Mark]]:
    """The text and what is wrong with it: the first by name unless another says much more."""
    best: list[Block] = []
    for value in _each(values, keys.TEXT):
        found = _blocks(value)
        if length(found) * _MUCH > length(best):
            best = found
    teaser: list[Block] = []
    for value in _each(values, keys.TEASER):
        found = _blocks(value) if isinstance(value, str | dict) else []
        teaser = found if length(found) > length(teaser) else teaser
    if length(best):
        text = best[-1].text
        if cut := _CUT.search(text):
            return [*best[:-1], Block(text[: cut.start()])], [Mark("cut", f"{cut[1]} characters")]
        if feed_item.is_cut(text) and length(best) <= _TEASER_LONGEST:
            return best, [Mark("cut")]
        return best, []
    told = keys.says_published(values) or not values.keys().isdisjoint(keys.OUTLET)
    if is_saved or not length(teaser) or not told:
        return [], []
    return teaser, [] if feed_item.is_whole_description(teaser) else [Mark("excerpt")]


def _page(values: dict[str, list[Any]]) -> RawDocument | None:
    """The whole page that a crawler kept of an article; None for none."""
    from seedreader.ingest import html

    told = [each for each in _each(values, keys.RAW) if isinstance(each, str) and len(each) > 1]
    best = max(told, key=len, default="")
    if not best:
        return None
    if not fragment.is_markup(best):
        return RawDocument("\n\n".join(block.text for block in fragment.plain_blocks(best)), "text/plain")
    return html.page(best)


def _lead(values: dict[str, list[Any]], body: list[Block]) -> list[Block]:
    """A second headline, where there is one that is no part of the text."""
    told = [
        each for each in _each(values, ("subtitle", "subhead", "subheadline", "dek")) if isinstance(each, str)
    ]
    return [
        Block(fragment.line(each), "heading")
        for each in told[:1]
        if each.strip() and each not in body[0].text
    ]


def _blocks(value: Any, depth: int = 0) -> list[Block]:
    """A text in any of its shapes: words, markup, paragraphs, sections with headlines."""
    if depth > keys.DEEPEST:
        return []
    if isinstance(value, str):
        if _NO_TEXT.match(value) or address(value):
            return []
        return fragment.blocks(value)
    if isinstance(value, list):
        return [block for each in value for block in _blocks(each, depth + 1)]
    if isinstance(value, dict):
        found: list[Block] = []
        for name, each in value.items():
            kind = keys.folded(name)
            if kind in ("headline", "title", "heading", "subheadline") and isinstance(each, str | list):
                found += [block._replace(kind="heading") for block in _blocks(each, depth + 1)]
            elif kind in (
                "summary",
                "sections",
                "paragraphs",
                "text",
                "rendered",
                "html",
                "content",
                "body",
                "value",
            ):
                found += _blocks(each, depth + 1)
        return found
    return []


def _listed(value: Any) -> Any:
    """A list that was written as text, as Python or JSON write it, as a list again."""
    if not isinstance(value, str) or not _LIST.match(value):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return [single or double for single, double in _QUOTED.findall(value[:2000])]

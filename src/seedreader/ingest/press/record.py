"""An article of a press archive as a raw document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from seedreader.article import Mark
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.raw_document import Declared, Documents, RawDocument
from seedreader.ingest.text_builder import Block, TextBuilder, byline

_BY = re.compile(r"(?:By|Von|Par|Por|Door|Di|Av|Af|Przez)\s+", re.IGNORECASE)


class Record(NamedTuple):
    """What an archive holds of an article. ``kicker`` and ``byline`` are lines that the paper printed.

    ``author`` is a name of the archive's own field. ``number`` is the archive's number of the article.
    """

    title: str | None
    paragraphs: Sequence[str | Block]
    byline: str | None = None
    kicker: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: date | None = None
    updated: date | None = None
    language: str | None = None
    url: str | None = None
    number: str | None = None
    marks: tuple[Mark, ...] = ()


def raw(record: Record, archive: str, media_type: str, member: str) -> RawDocument:
    """A record as a document: all that is printed, and its fields as told by the ``archive``."""
    builder = TextBuilder()
    builder.block(record.kicker or "", "header")
    builder.block(record.title or "", "heading")
    builder.add(byline(record.byline or ""))
    for i, each in enumerate(record.paragraphs):
        if i == 0 and isinstance(each, str) and each.split() == (record.title or "").split():
            continue  # a headline that the archive repeats
        builder.add(each if isinstance(each, Block) else Block(each))
    text, structure = builder.result()
    values: Mapping[str, str | date | None] = {
        "title": " ".join((record.title or "").split()),
        "outlet": record.outlet,
        "author": record.author or _name(record.byline),
        "published": record.published,
        "updated": record.updated,
        "language": record.language,
        "url": record.url,
    }
    declared = {field: Declared(value, archive) for field, value in values.items() if value}
    return RawDocument(text, media_type, record.number or member, declared, structure, record.marks)


def documents(
    records: Iterable[Record], archive: str, media_type: str, problems: Iterable[Problem] = ()
) -> Documents:
    """Records as the documents of a file; an empty one is a problem. Raises `IngestError` for nothing at all.

    A record without a number of its own has its place in the file as member, and so has one whose number
    another has before it.
    """
    found: list[RawDocument] = []
    told = list(problems)
    seen: set[str] = set()
    for place, record in enumerate(records, 1):
        document = raw(record, archive, media_type, str(place))
        if not any(map(_holds_text, record.paragraphs)):
            told.append(
                Problem(
                    "",
                    "lost",
                    f"holds article {place} ({record.title or 'untitled'}), which has no text",
                    lost=1,
                )
            )
            if not document.text:
                continue
        if document.member in seen:
            document = document._replace(member=f"{document.member}#{place}")
        seen.add(document.member or "")
        found.append(document)
    if not found:
        raise IngestError("unreadable", f"is an export of {archive} that holds no article")
    return Documents(tuple(found), tuple(told))


def _holds_text(paragraph: str | Block) -> bool:
    return bool((paragraph.text if isinstance(paragraph, Block) else paragraph).strip())


def _name(byline: str | None) -> str | None:
    """A by-line without the word before its name."""
    match = _BY.match(byline or "")
    return byline[match.end() :] if byline and match else byline

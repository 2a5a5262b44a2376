"""Factiva's XML: search hits are elements inside headlines and paragraphs, and a text is in two parts."""

from __future__ import annotations

import re
from datetime import date
from xml.etree.ElementTree import Element

from seedreader.ingest import xml
from seedreader.ingest.press.record import Record
from seedreader.ingest.written_day import find

_LEADS, _TAILS = ("leadParagraph", "leadParagraphs"), ("tailParagraph", "tailParagraphs")


def found(data: bytes) -> list[Record]:
    """The articles of a response of Factiva's."""
    root = xml.parse(data).root
    return [_record(each) for each in root.iter() if xml.local(each) == "article" and len(each)]


def _record(article: Element) -> Record:
    def value(*names: str) -> str | None:
        return xml.text_of(xml.first(article, *names)) or None

    corrections = _paragraphs(article, ("correction",))
    return Record(
        title=" ".join(_paragraphs(article, ("headline",))) or None,
        byline=value("byline"),
        paragraphs=[*corrections, *_paragraphs(article, _LEADS), *_paragraphs(article, _TAILS)],
        outlet=value("sourceName"),
        published=_day(value("publicationDate")),
        updated=_day(value("modificationDate")),
        language=(value("baseLanguage") or "")[:2].lower() or None,
        number=value("accessionNo"),
    )


def _paragraphs(article: Element, names: tuple[str, ...]) -> list[str]:
    texts: list[str] = []
    for part in xml.children(article, *names):
        inside = list(xml.all_of(part, "paragraph", "para"))
        texts += map(xml.text_of, inside) if inside else _apart("".join(part.itertext()))
    return [text for text in texts if text]


def _apart(text: str) -> list[str]:
    """The paragraphs of plain text: an empty line, or an indented one, is between two."""
    return [" ".join(each.split()) for each in re.split(r"\n\s*\n|\n[ \t]{2,}(?=\S)", text.strip("\n"))]


def _day(value: str | None) -> date | None:
    written = find((value or "").replace("T", " "))
    return written.day if written else None

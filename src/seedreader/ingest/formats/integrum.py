"""Integrum, the Russian archive: fields ("^ИС:" source, "^ДТ:" day, "^ЗГ:" headline) and a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedreader.article import SourceId
from seedreader.ingest.press.pieces import Piece, of_page, runs
from seedreader.ingest.press.record import Record, documents
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.written_day import find

ARCHIVE = "Integrum"

_FIELD = re.compile(r"\^?\s*([А-ЯA-Z]{2}):\s*(.*)", re.DOTALL)
_LINES = re.compile(r"\n|\s*(?=\^[А-ЯA-Z]{2}:)")
_FIELDS = {
    "ИС": "source",
    "ДТ": "day",
    "ЗГ": "title",
    "АВ": "author",
    "НР": "number",
    "РБ": "section",
    "ТТ": "text",
}


def read(data: bytes, _: SourceId) -> Documents:
    """The articles of a page. Raises `IngestError` where it holds none."""
    lines = [
        piece._replace(text=line)
        for piece in of_page(data)
        for line in ([piece.text] if piece.within("pre") else _LINES.split(piece.text))
        if line.strip()
    ]
    return documents(_records(lines), ARCHIVE, "text/html")


def _records(found: Sequence[Piece]) -> list[Record]:
    """An article begins with its first field behind a text; an index of headlines has no fields."""
    starts: set[int] = set()
    in_text = True
    for i, piece in enumerate(found):
        is_field = _name(piece) is not None
        if is_field and in_text:
            starts.add(i)
        in_text = not is_field and (in_text or piece.within("pre") or _name(found[i - 1]) is None)
    places = iter(range(len(found)))
    parts = runs(found, lambda _: next(places) in starts)
    return [record for part in parts if (record := _record(part)).title or record.paragraphs]


def _name(piece: Piece) -> str | None:
    match = _FIELD.match(piece.text) if not piece.within("pre") else None
    return _FIELDS.get(match[1]) if match else None


def _record(part: Sequence[Piece]) -> Record:
    fields: dict[str, str] = {}
    texts: list[str] = []
    now = None
    for piece in part:
        name = _name(piece)
        if name:
            now = name
            value = piece.text.partition(":")[2].strip()
            if value:
                fields[name] = value
        elif piece.within("pre"):
            texts += _paragraphs(piece.text)
        elif now and now not in fields:
            fields[now] = piece.text.strip()
        else:
            texts.append(piece.text)
    written = find(fields.get("day", ""))
    return Record(
        title=fields.get("title"),
        paragraphs=[*([fields["text"]] if "text" in fields else []), *texts],
        author=fields.get("author"),
        outlet=fields.get("source"),
        published=written.day if written else None,
        language="ru",
    )


def _paragraphs(text: str) -> list[str]:
    """Lines of a fixed width: an indented or empty one begins a paragraph."""
    paragraphs: list[str] = []
    for line in text.split("\n"):
        if not paragraphs or not line.strip() or line[:1].isspace():
            paragraphs.append(line.strip())
        else:
            paragraphs[-1] = f"{paragraphs[-1]} {line.strip()}".strip()
    return [paragraph for paragraph in paragraphs if paragraph]

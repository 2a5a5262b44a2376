"""An article as bytes and back, so that a corpus opens without the files that it was read from."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from seedreader.article import AgencyItem, Article, Mark, Provenance, SourceId, Structure

LEVEL = 6
"""How hard the bytes are pressed: half of plain text is left; more costs time and saves little."""


def of_article(article: Article) -> bytes:
    """All that an article is."""
    values = [
        article.text,
        article.name,
        article.path,
        article.title,
        article.outlet,
        _day(article.published),
        article.dateline,
        _day(article.updated),
        article.sentences_given,
        article.source,
        article.author,
        article.language,
        article.url,
        article.media_type,
        article.retrieved and article.retrieved.isoformat(),
        article.structure,
        article.marks,
        article.item,
        article.provenance,
    ]
    return zlib.compress(json.dumps(values, separators=(",", ":")).encode(), LEVEL)


def to_article(data: bytes) -> Article:
    """Read what `of_article` wrote."""
    values: list[Any] = json.loads(zlib.decompress(data))
    (
        text, name, path, title, outlet, published, dateline, updated, sentences, source, author, language,
        url, media_type, retrieved, structure, marks, item, provenance,
    ) = values  # fmt: skip
    return Article(
        text,
        name,
        path,
        title,
        outlet,
        _to_day(published),
        dateline,
        _to_day(updated),
        None if sentences is None else tuple((start, end) for start, end in sentences),
        _maybe(SourceId, source),
        author,
        language,
        url,
        media_type,
        datetime.fromisoformat(retrieved) if retrieved else None,
        tuple(Structure(*each) for each in structure),
        tuple(Mark(*each) for each in marks),
        _maybe(AgencyItem, item),
        Provenance(*provenance),
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _to_day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _maybe(kind: Any, values: Sequence[object] | None) -> Any:
    return None if values is None else kind(*values)

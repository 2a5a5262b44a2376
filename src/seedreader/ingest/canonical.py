"""A raw document as an `Article`: what the format declares, and for the rest what the text itself shows."""

from __future__ import annotations

from typing import Any

from seedreader.article import Article, Provenance, SourceId
from seedreader.ingest import metadata
from seedreader.ingest.raw_document import Declared, RawDocument
from seedreader.text import language

GUESSED = "text"
"""What tells a value that the text alone shows."""


_ASIDE = frozenset(("navigation", "footer", "comment", "caption", "hidden", "table"))


def article(raw: RawDocument, name: Declared, path: str | None = None, uri: str | None = None) -> Article:
    """The article that a document is.

    ``name`` is what to call it where it declares none. ``uri`` is its file's, None for a text of no file.
    """
    shown = metadata.find_metadata(_own(raw), raw.declared)._asdict().items()
    guessed = {field: Declared(value, GUESSED) for field, value in shown if value is not None}
    if "language" not in raw.declared and (code := language.detect(raw.text)):
        guessed["language"] = Declared(code, GUESSED)
    known = {"name": name, **guessed, **raw.declared}
    values: dict[str, Any] = {field: each.value for field, each in known.items()}
    return Article(
        text=raw.text,
        path=path,
        source=SourceId(uri, raw.member) if uri else None,
        media_type=raw.media_type,
        structure=raw.structure,
        marks=raw.marks,
        retrieved=raw.retrieved,
        item=raw.item,
        provenance=Provenance(**{field: each.told_by for field, each in known.items()}),
        **values,
    )


def _own(raw: RawDocument) -> str:
    """The text without what is another's or only set aside: menus, links below, comments, captions,
    tables."""
    parts, at = [], 0
    for start, end, kind in sorted(raw.structure):
        if kind in _ASIDE and end > at:
            parts.append(raw.text[at : max(at, start)])
            at = end
    return "".join([*parts, raw.text[at:]])

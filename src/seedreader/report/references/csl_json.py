"""References as CSL-JSON, the form of citation-style-language.org that Zotero and pandoc read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from seedreader.report.references.reference import Name, Reference
from seedreader.text.safe_json import safe_json


def write(references: Sequence[Reference]) -> str:
    """One JSON array, an object for each reference; what is not known is left out."""
    return "".join(safe_json([_item(each) for each in references]))


def _item(reference: Reference) -> dict[str, Any]:
    item = {
        "id": reference.key,
        "type": reference.kind,
        "title": reference.title,
        "container-title": reference.outlet,
        "author": [_name(each) for each in reference.authors],
        "issued": _day(reference.published),
        "URL": reference.url,
        "accessed": _day(reference.accessed),
        "language": reference.language,
        "note": reference.note,
    }
    return {field: value for field, value in item.items() if value}


def _name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.family else {"literal": name.literal}


def _day(day: date | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None

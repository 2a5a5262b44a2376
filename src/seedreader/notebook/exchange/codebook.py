"""The codebook alone: a CSV file with a row for each tag, to be read and edited in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import replace

from seedreader.notebook.annotation_model import COLOURS, Code, NotebookContents
from seedreader.notebook.exchange.annotated_passages import codes_used, living
from seedreader.notebook.exchange.csv_export import table, unguarded
from seedreader.notebook.exchange.validate import UnfitError, storable
from seedreader.text.clock import just_after

COLUMNS = ("name", "description", "colour")


def entries(contents: NotebookContents) -> list[Code]:
    """The codebook's entries and the tags in use, by name."""
    contents = living(contents)
    codes = {code.name: code for code in (*contents.codes, *codes_used(contents))}
    return sorted(codes.values(), key=lambda code: (code.name.casefold(), code.name))


def write(contents: NotebookContents) -> bytes:
    """The `entries` as a CSV file."""
    return table(COLUMNS, ([code.name, code.description, code.colour] for code in entries(contents)))


def read(data: bytes) -> tuple[Code, ...]:
    """The entries in a CSV file with a ``name`` column, and perhaps the others. Raises UnfitError."""
    try:
        text = data.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    except UnicodeDecodeError as error:
        raise UnfitError(f"is not UTF-8 text (byte {error.start})") from error
    except csv.Error as error:
        raise UnfitError(f"is not whole CSV ({error})") from error
    if not rows or "name" not in rows[0]:
        raise UnfitError(f"is no codebook: a CSV file with the columns {', '.join(COLUMNS)} is")
    codes: dict[str, Code] = {}
    for number, row in enumerate(rows, 2):
        name, description, colour = (unguarded(row.get(column) or "") for column in COLUMNS)
        if not name.strip() or not storable(name + description):
            raise UnfitError(f"has no tag's name in row {number}")
        if name in codes:
            raise UnfitError(f"has the tag “{name[:40]}” twice (row {number})")
        if colour and colour not in COLOURS:
            raise UnfitError(
                f"has the colour “{colour[:40]}” in row {number}, which is none of {', '.join(COLOURS)}"
            )
        codes[name] = Code(name, description, colour)
    return tuple(codes.values())


def coming(codes: Iterable[Code], known: NotebookContents, now: str) -> NotebookContents:
    """Those entries that say something new, as said now."""
    before = {code.name: code for code in known.codes}
    changed = []
    for code in codes:
        old = before.get(code.name)
        if old is None and not (code.description or code.colour):
            continue
        if old is None or replace(old, written="") != code:
            changed.append(replace(code, written=_after(old.written if old else "", now)))
    return NotebookContents(codes=tuple(changed))


def _after(before: str, now: str) -> str:
    if before < now:
        return now
    return just_after(before)

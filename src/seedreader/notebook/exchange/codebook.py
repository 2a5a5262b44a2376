"""The codebook alone: a CSV file with a row for each tag, to be read and edited in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import replace

from seedreader.notebook.annotation_model import COLOURS, Code, NotebookContents
from seedreader.notebook.exchange.annotated_passages import codes_used, living
from seedreader.notebook.exchange.csv_export import table, unguarded
from seedreader.notebook.exchange.validate import UnfitError, storable
from seedreader.text.clock import just_after

COLUMNS = ("name", "description", "colour")

_CALLED = {"tag": "name", "path": "name", "color": "colour"}
"""What else a column is called; Taguette's codebook has ``tag,description``."""

_TAGUETTES_GUARD = re.compile("'[=+\\-@|%]")


def entries(contents: NotebookContents) -> list[Code]:
    """The codebook's entries and the tags in use, by name."""
    contents = living(contents)
    codes = {code.name: code for code in (*contents.codes, *codes_used(contents))}
    return sorted(codes.values(), key=lambda code: (code.name.casefold(), code.name))


def write(contents: NotebookContents) -> bytes:
    """The `entries` as a CSV file."""
    return table(COLUMNS, ([code.name, code.description, code.colour] for code in entries(contents)))


def read(data: bytes) -> tuple[Code, ...]:
    """The entries in a CSV file with a ``name`` column, and perhaps the others. Raises UnfitError.

    Other columns are passed over, and so are empty rows; Taguette's ``tag`` is a name.
    """
    try:
        text = data.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except UnicodeDecodeError as error:
        raise UnfitError(f"is not UTF-8 text (byte {error.start})") from error
    except csv.Error as error:
        raise UnfitError(f"is not whole CSV ({error})") from error
    said = [cell.strip().lower() for cell in rows[0]] if rows else []
    header = [_CALLED.get(name, name) for name in said]
    if len(rows) < 2 or header.count("name") != 1:
        raise UnfitError(f"is not a codebook, a CSV file with the columns {', '.join(COLUMNS)}")
    codes: dict[str, Code] = {}
    plain = _as_taguette_wrote if "tag" in said else unguarded
    for number, row in enumerate(rows[1:], 2):
        if not any(row):
            continue
        cells = dict(zip(header, row, strict=False))
        name, description, colour = (plain(cells.get(column, "")) for column in COLUMNS)
        if not name.strip() or not storable(name + description):
            raise UnfitError(f"has no tag's name in row {number}")
        if name in codes:
            raise UnfitError(f"has the tag “{name[:40]}” twice (row {number})")
        if colour and colour not in COLOURS:
            raise UnfitError(
                f"has the colour “{colour[:40]}” in row {number}, which is none of {', '.join(COLOURS)}"
            )
        codes[name] = Code(name, description, colour)
    if not codes:
        raise UnfitError("has no tag in it")
    return tuple(codes.values())


def _as_taguette_wrote(cell: str) -> str:
    """A cell without the guard that Taguette writes, which escapes bars besides."""
    return cell[1:].replace("\\|", "|") if _TAGUETTES_GUARD.match(cell) else unguarded(cell)


def coming(codes: Iterable[Code], known: NotebookContents, now: str) -> NotebookContents:
    """Those entries that say something new, as said now. A tag that is in use is known without an entry."""
    before = {code.name: code for code in known.codes}
    used = {code.name for code in codes_used(living(known))}
    changed = []
    for code in codes:
        old = before.get(code.name)
        if old is None and code == Code(code.name) and code.name in used:
            continue
        if old is None or replace(old, written="") != code:
            changed.append(replace(code, written=_after(old.written if old else "", now)))
    return NotebookContents(codes=tuple(changed))


def _after(before: str, now: str) -> str:
    if before < now:
        return now
    return just_after(before)

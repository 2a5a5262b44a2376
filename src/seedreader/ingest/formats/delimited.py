"""Tables of texts: CSV, TSV and their relatives, whose first line names the columns."""

from __future__ import annotations

import codecs
import csv
import io
import sys
from collections.abc import Iterable, Iterator, Sequence

from seedreader.article import SourceId
from seedreader.ingest.data_sniffing import table_delimiter
from seedreader.ingest.decode import SAMPLE, SURE, decode, label
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.file_bytes import FileBytes
from seedreader.ingest.formats import records
from seedreader.ingest.formats.records import keys
from seedreader.ingest.raw_document import Documents

MEDIA_TYPE = "text/csv"

LONGEST = 32 << 20
"""Characters of a cell of a large file."""

PIECE = 1 << 20
"""Bytes of a large file that are read at a time."""


def read(data: bytes | FileBytes, _: SourceId) -> Documents:
    """The rows of a table. Raises `IngestError` for an empty one, and for a large one that is not UTF-8."""
    if isinstance(data, FileBytes):
        return _of_file(data)
    text, encoding = decode(data)
    delimiter = table_delimiter(text) or ","
    told = [] if encoding in SURE else [Problem("", "encoding", label(encoding))]
    most = csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise IngestError("unreadable", f"is not a table that can be read: {error}") from error
    finally:
        csv.field_size_limit(most)
    while rows and (not any(rows[0]) or rows[0][0].startswith("sep=")):
        rows.pop(0)
    if not rows:
        raise IngestError("empty")
    names = rows[0]
    found = _of_rows(names, rows[1:])
    if len(rows) > 1 and len(found.documents) == 1 and found.documents[0].member is None and len(rows) > 2:
        found = found._replace(documents=(found.documents[0]._replace(member="1"),))
    return found._replace(problems=(*told, *found.problems))


def _of_rows(names: Sequence[str], rows: Iterable[Sequence[str]]) -> Documents:
    told = (dict(zip(names, row, strict=False)) for row in rows if any(row))
    found = records.of_records(told, MEDIA_TYPE, "csv")
    if not found.documents and not any(map(keys.is_known, names)):
        raise IngestError("nothing", f"no names of columns; write such as {records.NAMES} in its first line")
    return found


def _of_file(data: FileBytes) -> Documents:
    """The rows of a table that is too large to be held, one by one."""
    front = data[:SAMPLE].decode("utf-8-sig", "ignore")
    rows = csv.reader(_lines(data), delimiter=table_delimiter(front) or ",")
    most = csv.field_size_limit(LONGEST)
    try:
        told = (row for row in rows if any(row) and not row[0].startswith("sep="))
        return _of_rows(next(told, []), rows)
    except (UnicodeDecodeError, csv.Error) as error:
        size = f"{len(data) // 2**20} MB"
        raise IngestError("large", f"{size}, and no table in UTF-8 that can be read; split it") from error
    finally:
        csv.field_size_limit(most)


def _lines(data: FileBytes) -> Iterator[str]:
    pieces = (data[at : at + PIECE] for at in range(0, len(data), PIECE))
    waiting = ""
    for piece in codecs.iterdecode(pieces, "utf-8-sig"):
        *ended, waiting = (waiting + piece).split("\n")
        yield from (f"{line}\n" for line in ended)
    yield waiting

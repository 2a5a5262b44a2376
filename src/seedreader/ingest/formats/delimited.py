"""Tables of texts: CSV, TSV and their relatives, whose first line names the columns."""

from __future__ import annotations

import csv
import io
import sys

from seedreader.article import SourceId
from seedreader.ingest.data_sniffing import table_delimiter
from seedreader.ingest.decode import SURE, decode, label
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.formats import records
from seedreader.ingest.formats.records import keys
from seedreader.ingest.raw_document import Documents

MEDIA_TYPE = "text/csv"


def read(data: bytes, _: SourceId) -> Documents:
    """The rows of a table. Raises `IngestError` for an empty one."""
    text, encoding = decode(data)
    delimiter = table_delimiter(text) or ","
    told = [] if encoding in SURE else [Problem("", "encoding", label(encoding))]
    most = csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise IngestError("unreadable", f"is no table that can be read: {error}") from error
    finally:
        csv.field_size_limit(most)
    while rows and (not any(rows[0]) or rows[0][0].startswith("sep=")):
        rows.pop(0)
    if not rows:
        raise IngestError("empty")
    names = rows[0]
    found = records.of_records(
        [dict(zip(names, row, strict=False)) for row in rows[1:] if any(row)], MEDIA_TYPE, "csv"
    )
    if not found.documents and not any(map(keys.is_known, names)):
        raise IngestError("nothing", f"no names of columns; write such as {records.NAMES} in its first line")
    if len(rows) > 1 and len(found.documents) == 1 and found.documents[0].member is None and len(rows) > 2:
        found = found._replace(documents=(found.documents[0]._replace(member="1"),))
    return found._replace(problems=(*told, *found.problems))

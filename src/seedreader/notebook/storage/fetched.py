"""What was fetched from addresses: each answer with its time, and bytes that are alike only once."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from typing import NamedTuple

from seedreader.notebook.storage import hashed_rows
from seedreader.notebook.storage.hashed_rows import BODIES, FETCHED, Row


class FetchedPage(NamedTuple):
    """One answer of an address: ``at`` is when (ISO 8601, UTC), ``final`` where the address led to.

    ``content_type`` is the header as it was sent, parameters and all.
    """

    address: str
    at: str
    final: str
    status: int
    content_type: str
    data: bytes


def keep(connection: sqlite3.Connection, page: FetchedPage) -> None:
    """Keep an answer."""
    name = hashlib.sha256(page.data).hexdigest()
    if hashed_rows.get(connection, BODIES, {"sha256": name}) is None:
        hashed_rows.put(connection, BODIES, {"sha256": name, "packed": zlib.compress(page.data, 6)})
    row = {field: value for field, value in page._asdict().items() if field != "data"}
    hashed_rows.put(connection, FETCHED, {**row, "body": name})


def pages(connection: sqlite3.Connection, address: str) -> tuple[FetchedPage, ...]:
    """All that is kept whole of an address, the newest first."""
    stored = connection.execute("select * from fetched where address = ? order by at desc", (address,))
    found = (_page(connection, row) for row in hashed_rows.sound(FETCHED, stored))
    return tuple(page for page in found if page is not None)


def addresses(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The addresses of which something is kept, the one fetched first at the front."""
    stored = connection.execute("select address from fetched group by address order by min(at), address")
    return tuple(str(row["address"]) for row in stored)


def _page(connection: sqlite3.Connection, row: Row) -> FetchedPage | None:
    body = hashed_rows.get(connection, BODIES, {"sha256": row["body"]})
    if body is None:
        return None
    packed, status = body["packed"], row["status"]
    assert isinstance(packed, bytes)
    assert isinstance(status, int)
    text = {field: str(row[field]) for field in ("address", "at", "final", "content_type")}
    return FetchedPage(**text, status=status, data=zlib.decompress(packed))

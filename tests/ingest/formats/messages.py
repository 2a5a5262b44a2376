"""Messages for tests: as mail programs write them, and as Outlook saves them."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage

SECTOR, MINI = 512, 64


def message(
    html: str | None = None,
    text: str | None = None,
    *,
    files: Mapping[str, bytes] | None = None,
    **headers: str,
) -> bytes:
    """A message with these parts; a header is named with ``_`` for ``-``."""
    made = EmailMessage()
    given = {
        "From": "Harbour Gazette <news@gazette.example>",
        "To": "Jane Roe <jane.roe@mail.example>",
        "Subject": "Mill closes",
        "Date": "Fri, 2 May 2025 23:30:00 -0500",
        "Message-ID": "<1@x>",
    }
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    for name, value in given.items():
        if value:
            made[name] = value
    if text is not None:
        made.set_content(text)
    if html is not None and text is not None:
        made.add_alternative(html, subtype="html")
    elif html is not None:
        made.set_content(html, subtype="html")
    for name, data in (files or {}).items():
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def outlook(streams: Mapping[str, str | bytes]) -> bytes:
    """A compound file of streams by path; text is in UTF-16."""
    entries: list[tuple[str, int, list[int], bytes]] = [("Root Entry", 5, [], b"")]
    places = {"": 0}
    for path, content in streams.items():
        above = ""
        *folders, name = path.split("/")
        for folder in folders:
            here = f"{above}{folder}/"
            if here not in places:
                places[here] = len(entries)
                entries[places[above]][2].append(len(entries))
                entries.append((folder, 1, [], b""))
            above = here
        entries[places[above]][2].append(len(entries))
        data = content.encode("utf-16-le") if isinstance(content, str) else content
        entries.append((name, 2, [], data))
    return _file(entries)


def _file(entries: Sequence[tuple[str, int, list[int], bytes]]) -> bytes:
    sectors: list[bytes] = []
    table: list[int] = []
    minis: list[bytes] = []
    mini_table: list[int] = []

    def put(data: bytes, size: int, into: list[bytes], links: list[int]) -> int:
        blocks = [data[at : at + size].ljust(size, b"\0") for at in range(0, len(data), size)]
        start = len(into)
        into += blocks
        links += [*range(start + 1, start + len(blocks)), 0xFFFFFFFE] if blocks else []
        return start if blocks else 0xFFFFFFFE

    starts = [
        put(data, MINI, minis, mini_table) if len(data) < 4096 else put(data, SECTOR, sectors, table)
        for _, kind, _, data in entries
    ]
    mini_stream = b"".join(minis)
    starts[0] = put(mini_stream, SECTOR, sectors, table)
    siblings = {
        child: (row[i + 1] if i + 1 < len(row) else 0xFFFFFFFF)
        for _, _, row, _ in entries
        for i, child in enumerate(row)
    }
    directory = b""
    for number, (name, kind, row, data) in enumerate(entries):
        raw = (name + "\0").encode("utf-16-le")
        size = len(mini_stream) if number == 0 else len(data)
        child = row[0] if row else 0xFFFFFFFF
        directory += raw.ljust(64, b"\0") + struct.pack(
            "<HBBLLL", len(raw), kind, 1, 0xFFFFFFFF, siblings.get(number, 0xFFFFFFFF), child
        )
        directory += b"\0" * 36 + struct.pack("<LQ", starts[number], size)
    at_directory = put(directory, SECTOR, sectors, table)
    at_mini = put(struct.pack(f"<{len(mini_table)}L", *mini_table), SECTOR, sectors, table)
    fat_count = 1
    while fat_count * 128 < len(table) + fat_count:
        fat_count += 1
    at_fat = len(sectors)
    table += [0xFFFFFFFD] * fat_count
    packed = struct.pack(f"<{len(table)}L", *table).ljust(fat_count * SECTOR, b"\xff")
    sectors += [packed[at : at + SECTOR] for at in range(0, len(packed), SECTOR)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + struct.pack(
        "<HHHHH", 0x3E, 3, 0xFFFE, 9, 6
    )
    header = header.ljust(44, b"\0") + struct.pack(
        "<LL4sLLLLL",
        fat_count,
        at_directory,
        b"\0" * 4,
        4096,
        at_mini,
        (len(mini_table) * 4 + SECTOR - 1) // SECTOR,
        0xFFFFFFFE,
        0,
    )
    header += struct.pack(f"<{fat_count}L", *range(at_fat, at_fat + fat_count))
    return header.ljust(SECTOR, b"\xff") + b"".join(sectors)


def properties(header: int, *, sent: datetime | None = None) -> bytes:
    """The stream of a storage's properties, with the time that it was sent."""
    ticks = int((sent - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000 if sent else 0
    return b"\0" * header + struct.pack("<HHLQ", 0x0040, 0x0039, 6, ticks)

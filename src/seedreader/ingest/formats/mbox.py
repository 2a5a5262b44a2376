"""Messages one below the other, each behind a line that begins with "From "."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from seedreader.article import SourceId
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.file_bytes import FileBytes
from seedreader.ingest.mail import letter, message
from seedreader.ingest.raw_document import Documents, RawDocument

_FIRST = re.compile(rb"(?:\A|(?<=\n))From [^\n]{1,300}\n(?=(?:>?[!-9;-~]{1,80}:|\s*\r?\n[!-9;-~]{1,80}:))")
"""A message begins where a header follows; "From " also begins paragraphs."""
_ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)
MOST = 100_000
_STEP = 1 << 24
_FIRST_BYTES = 1024
"""Bytes that a "From " line and the first field behind it have at most."""


def read(data: bytes | FileBytes, source: SourceId) -> Documents:
    """The articles of every message. Raises `IngestError` where there is none."""
    starts = list(islice(_starts(data), MOST))
    ends = [*(start for start, _ in starts[1:]), len(data)][: len(starts)]
    found: list[RawDocument] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    unread = 0
    for place, ((_, start), end) in enumerate(zip(starts, ends, strict=True), 1):
        try:
            mail = message.parse(_ESCAPED.sub(b"", data[start:end]))
            member = letter.member_of(mail, place)
            member = f"{member}#{place}" if member in seen else member
            read = letter.documents(mail, source, member)
        except IngestError:
            unread += 1
            continue
        seen.add(member)
        found += read.documents
        problems += read.problems
    if unread:
        problems.append(
            Problem(
                "", "lost", f"{unread} messages without a text" if unread > 1 else "a message without a text"
            )
        )
    if not found:
        raise IngestError("nothing", "none of its messages has a text")
    return Documents(tuple(found), tuple(problems))


def _starts(data: bytes | FileBytes) -> Iterator[tuple[int, int]]:
    """The lines with which messages begin, looked for in one piece of the file after another."""
    for at in range(0, len(data), _STEP):
        before = min(1, at)  # the line end before the piece
        for match in _FIRST.finditer(data[at - before : at + _STEP + _FIRST_BYTES], before):
            start, end = (edge + at - before for edge in match.span())
            if start >= at + _STEP:
                break
            yield start, end

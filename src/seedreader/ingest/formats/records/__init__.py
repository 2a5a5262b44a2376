"""JSON and JSON Lines: items of agencies and feeds, read-later services, records of scrapers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from seedreader.article import SourceId
from seedreader.ingest import addresses, agency, json_text
from seedreader.ingest.decode import decode
from seedreader.ingest.errors import TRUNCATED, IngestError, Problem
from seedreader.ingest.file_bytes import FileBytes
from seedreader.ingest.formats.records import agency_json, article, bookmarks, json_feed, shapes
from seedreader.ingest.item import Members
from seedreader.ingest.raw_document import Documents, RawDocument

MEDIA_TYPE = "application/json"

MOST_BYTES = 32 << 20
"""Bytes of a line that is read, of a file that is too large to be held."""

NAMES = "“title” and “text”"
"""What records call their values, for those that call them nothing."""


def read(data: bytes | FileBytes, source: SourceId, before: int = 0) -> Documents:
    """What a file holds, or a piece of it with so many records ``before``.

    Raises `IngestError` for what is neither JSON nor text.
    """
    if isinstance(data, FileBytes):
        return _of_lines(data)
    try:
        loaded = json_text.load(data)
    except IngestError:
        if before:
            raise
        from seedreader.ingest.formats import plain_text

        return plain_text.read(data, source)  # it only begins like JSON
    told = [*([] if loaded.complete else [TRUNCATED]), *_left_out(loaded.bad_lines)]
    found = _documents(loaded.values, before)
    return found._replace(problems=(*told, *found.problems))


def _left_out(lines: int) -> list[Problem]:
    return [Problem("", "lost", f"{lines} lines are not JSON and were left out", lost=lines)] if lines else []


def _of_lines(data: FileBytes) -> Documents:
    """The records of JSON Lines that are too many to be held. Raises `IngestError` for other large files."""
    bad = 0

    def values() -> Iterator[Any]:
        nonlocal bad
        for line in filter(lambda line: line is None or line.strip(), data.lines(MOST_BYTES)):
            try:
                yield json.loads(decode(line or b"")[0])
            except (ValueError, RecursionError):
                bad += 1

    first = next(values(), None)
    if bad or not isinstance(first, dict) or not shapes.records([first]) or agency_json.items([first]):
        raise IngestError("large", f"{len(data) // 2**20} MB, and no JSON Lines of articles; split it")
    found = of_records((each for value in values() for each in shapes.records([value])), MEDIA_TYPE, "json")
    return found._replace(problems=(*_left_out(bad), *found.problems))


def _documents(values: list[Any], before: int) -> Documents:
    if (links := bookmarks.links(values)) is not None:
        return Documents((), (addresses.problem(links),))
    if items := agency_json.items(values):
        return agency_json.documents(items)
    if len(values) == 1 and json_feed.is_feed(values[0]):
        return json_feed.documents(values[0])
    records = shapes.records(values)
    if not records and addresses.kept(shapes.links(values)):
        return Documents((), (addresses.problem(shapes.links(values)),))
    if not records and values and all(map(shapes.is_nameless, values)):
        raise IngestError("nothing", f"its texts have no names such as {NAMES}; give them names")
    return of_records(records, MEDIA_TYPE, "json", before)


def of_records(records: Iterable[shapes.Record], media_type: str, told_by: str, before: int = 0) -> Documents:
    """The articles of records; those without a text are told, with their addresses."""
    members, found = Members(before), list[RawDocument]()
    links: list[str] = []
    failed = number = 0
    for number, record in enumerate(records, 1):  # noqa: B007  # counted
        member = members.name(article.identifier(record))
        raw = None
        if article.is_failure(record):
            failed += 1
        else:
            raw = article.article(record, media_type, told_by, member)
        if raw:
            found.append(raw)
        else:
            links += article.links(record)
    if number == 1 and found and not before:
        found = [found[0]._replace(member=None)]
    problems = []
    if failed:
        problems.append(
            Problem(
                "", "besides" if found else "nothing", agency.listed(Counter({"failed download": failed}))
            )
        )
    if addresses.kept(links):
        problems.append(addresses.problem(links, "besides" if found else "nothing"))
    elif not found and not failed:
        problems.append(Problem("", "nothing", "no text or address under a name that is known"))
    return Documents(tuple(found), tuple(problems))

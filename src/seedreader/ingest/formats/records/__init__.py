"""JSON and JSON Lines: items of agencies and feeds, read-later services, records of scrapers."""

from __future__ import annotations

from collections import Counter
from typing import Any

from seedreader.article import SourceId
from seedreader.ingest import addresses, agency, json_text
from seedreader.ingest.errors import TRUNCATED, IngestError, Problem
from seedreader.ingest.formats.records import agency_json, article, bookmarks, json_feed, shapes
from seedreader.ingest.item import Members
from seedreader.ingest.raw_document import Documents, RawDocument

MEDIA_TYPE = "application/json"

NAMES = "“title” and “text”"
"""What records call their values, for those that call them nothing."""


def read(data: bytes, source: SourceId, before: int = 0) -> Documents:
    """What a file holds, or a piece of it with so many records ``before``.

    Raises `IngestError` for what is neither JSON nor text.
    """
    try:
        loaded = json_text.load(data)
    except IngestError:
        if before:
            raise
        from seedreader.ingest.formats import plain_text

        return plain_text.read(data, source)  # it only begins like JSON
    told = [] if loaded.complete else [TRUNCATED]
    if loaded.bad_lines:
        told.append(
            Problem(
                "", "lost", f"{loaded.bad_lines} lines are no JSON and were left out", lost=loaded.bad_lines
            )
        )
    found = _documents(loaded.values, before)
    return found._replace(problems=(*told, *found.problems))


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


def of_records(records: list[shapes.Record], media_type: str, told_by: str, before: int = 0) -> Documents:
    """The articles of records; those without a text are told, with their addresses."""
    members, found = Members(before), list[RawDocument]()
    links: list[str] = []
    failed = 0
    for record in records:
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
    if len(records) == 1 and found and not before:
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

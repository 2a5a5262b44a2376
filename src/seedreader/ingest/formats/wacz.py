"""WACZ: a zip archive with web archives and a list of the pages that were meant to be saved."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator

from seedreader.article import SourceId
from seedreader.ingest.captures import Pages
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.zip import Zip, open_zip

_ARCHIVES = (".warc", ".warc.gz", ".arc", ".arc.gz", ".warc.zst", ".cdxj.warc")
_MOST_LISTED = 100_000


def read(data: bytes, source: SourceId) -> Documents:
    """The pages of its list, or, without one, all pages in it. Raises `IngestError` where it holds none."""
    packed = open_zip(data)
    pages = Pages(source, _listed(packed))
    problems: list[Problem] = []
    archives = [name for name in packed.names if name.lower().endswith(_ARCHIVES)]
    for name in sorted(archives):
        try:
            pages.add(packed.read(name, most=256 << 20))
        except IngestError as error:
            problems.append(error.problem._replace(source=name))
    if not packed.complete:
        problems.append(Problem("", "truncated", "what comes before was read"))
    if not archives:
        raise IngestError("nothing", "there is no WARC file in it")
    found = pages.result()
    return found._replace(problems=(*problems, *found.problems))


def _listed(packed: Zip) -> Iterator[str]:
    """The address of each page of its lists; their first line is a head."""
    for name in packed.names:
        if not (name.startswith("pages/") and name.endswith((".jsonl", ".jsonl.gz"))):
            continue
        try:
            content = packed.read(name)
            lines = (gzip.decompress(content) if name.endswith(".gz") else content).splitlines()
        except (IngestError, OSError, EOFError, zlib.error):
            continue
        for line in lines[:_MOST_LISTED]:
            try:
                page = json.loads(line)
            except (ValueError, RecursionError):
                continue
            url = page.get("url") if isinstance(page, dict) else None
            if isinstance(url, str) and url.startswith(("http://", "https://")):
                yield url

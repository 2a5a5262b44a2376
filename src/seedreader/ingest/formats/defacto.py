"""APA DeFacto's page for printing: entries with a headline, a line about paper and day, and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedreader.article import SourceId
from seedreader.ingest.press import apa
from seedreader.ingest.press.pieces import Piece, of_page, runs
from seedreader.ingest.press.record import Record, documents
from seedreader.ingest.raw_document import Documents

_ENTRY = ".eintrag"


def read(data: bytes, _: SourceId) -> Documents:
    """The articles of a page. Raises `IngestError` where it holds none."""
    found = of_page(data, lambda _, own: "entry" if _ENTRY in own else "")
    parts = runs(found, lambda piece: piece.point == "entry")
    return documents([_record(part) for part in parts], "APA DeFacto", "text/html")


def _record(part: Sequence[Piece]) -> Record:
    titles = [piece for piece in part if piece.within("h1", "h2", "h3", "h4")]
    fields = [line.strip() for piece in part if piece.within("pre") for line in piece.text.split("\n")]
    match = next((found for line in fields if (found := apa.head(re.sub(" +", " ", line)))), None)
    outlet, day = apa.about(match) if match else (None, None)
    rest = [piece for piece in part if piece.text and piece not in titles and not piece.within("pre")]
    rest = [piece for piece in rest if piece.within(_ENTRY)]
    return Record(
        title=" ".join(piece.text for piece in titles) or None,
        paragraphs=[piece.text for piece in rest],
        outlet=outlet,
        published=day,
        language="de",
    )

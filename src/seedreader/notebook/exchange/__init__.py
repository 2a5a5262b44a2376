"""The notebook's contents as files for other programs and people, and what such files bring in.

Everything here is plain functions from values to bytes and back; files and the store are the caller's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from seedreader.notebook.exchange import (
    claimreview,
    codebook,
    csv_export,
    hypothesis,
    jsonld,
    markdown,
    native,
    qdpx,
)
from seedreader.notebook.exchange.annotated_passages import only
from seedreader.notebook.exchange.import_result import ImportResult, complete
from seedreader.notebook.exchange.read_import import MAX_BYTES, check_size, read, read_codebook
from seedreader.notebook.model import KINDS, Contents


class Format(NamedTuple):
    """A form that a notebook can be written in.

    How its files end, what it is for, its writer, whether it is text, and the kinds of annotation that it has
    words for.
    """

    suffix: str
    description: str
    write: Callable[[Contents], bytes]
    text: bool = True
    kinds: tuple[str, ...] = KINDS


FORMATS = {
    "markdown": Format(".md", "a report to hand to an editor", markdown.write, kinds=markdown.KINDS_SHOWN),
    "csv": Format(".csv", "a row for each annotation, for spreadsheets", csv_export.write),
    "json": Format(".json", "everything, deleted annotations too; can be imported", native.write),
    "jsonld": Format(".jsonld", "W3C Web Annotations with article texts; can be imported", jsonld.write),
    "hypothesis": Format(
        ".hypothesis.json", "for Hypothesis; can be imported", hypothesis.write, kinds=hypothesis.KINDS_OUT
    ),
    "qdpx": Format(".qdpx", "REFI-QDA, for NVivo, ATLAS.ti, MAXQDA, QualCoder", qdpx.write, text=False),
    "claimreview": Format(
        ".claimreview.jsonld",
        "drafts of schema.org ClaimReview",
        claimreview.write,
        kinds=("note", "verdict"),
    ),
}
"""The forms by name."""


def export(contents: Contents, format: str) -> bytes:
    """``contents`` in one of `FORMATS`: the same bytes for the same contents."""
    return FORMATS[format].write(contents)


__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "Format",
    "ImportResult",
    "check_size",
    "codebook",
    "complete",
    "export",
    "only",
    "read",
    "read_codebook",
]

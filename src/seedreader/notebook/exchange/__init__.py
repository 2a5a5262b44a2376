"""The notebook's contents as files for other programs and people, and what such files bring in.

Everything here is plain functions from values to bytes and back; files and the store are the caller's. A
format's module is imported when it is first used: the palette lists the formats at every opening.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from seedreader.notebook.annotation_model import KINDS, KINDS_IN_WORDS, NotebookContents

if TYPE_CHECKING:
    from seedreader.notebook.exchange import codebook
    from seedreader.notebook.exchange.annotated_passages import only
    from seedreader.notebook.exchange.import_result import ImportResult, complete
    from seedreader.notebook.exchange.read_import import MAX_BYTES, check_size, read, read_codebook


class ExportFormat(NamedTuple):
    """A form that a notebook can be written in.

    How its files end, what it is for, its writer, whether it is text, and the kinds of annotation that it has
    words for.
    """

    suffix: str
    description: str
    write: Callable[[NotebookContents], bytes]
    text: bool = True
    kinds: tuple[str, ...] = KINDS


def _write(module: str, contents: NotebookContents) -> bytes:
    """Write with this module, imported when something is first written so."""
    return cast("bytes", import_module(f"{__name__}.{module}").write(contents))


FORMATS = {
    "markdown": ExportFormat(
        ".md", "a report to hand to an editor", partial(_write, "markdown"), kinds=KINDS_IN_WORDS
    ),
    "csv": ExportFormat(".csv", "a row for each annotation, for spreadsheets", partial(_write, "csv_export")),
    "json": ExportFormat(
        ".json", "everything, deleted annotations too; can be imported", partial(_write, "native")
    ),
    "jsonld": ExportFormat(
        ".jsonld", "W3C Web Annotations with article texts; can be imported", partial(_write, "jsonld")
    ),
    "hypothesis": ExportFormat(
        ".hypothesis.json",
        "for Hypothesis; can be imported",
        partial(_write, "hypothesis"),
        kinds=KINDS_IN_WORDS,
    ),
    "qdpx": ExportFormat(
        ".qdpx", "REFI-QDA, for NVivo, ATLAS.ti, MAXQDA, QualCoder", partial(_write, "qdpx"), text=False
    ),
    "claimreview": ExportFormat(
        ".claimreview.jsonld",
        "drafts of schema.org ClaimReview",
        partial(_write, "claimreview"),
        kinds=("note", "verdict"),
    ),
}
"""The forms by name."""


def export(contents: NotebookContents, format: str) -> bytes:
    """``contents`` in one of `FORMATS`: the same bytes for the same contents."""
    return FORMATS[format].write(contents)


__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "ExportFormat",
    "ImportResult",
    "check_size",
    "codebook",
    "complete",
    "export",
    "only",
    "read",
    "read_codebook",
]

_MODULES = {
    "ImportResult": "import_result", "complete": "import_result", "only": "annotated_passages",
    "MAX_BYTES": "read_import", "check_size": "read_import", "read": "read_import",
    "read_codebook": "read_import",
}  # fmt: skip
"""The module of each name that is imported when it is first asked for."""


def __getattr__(name: str) -> object:
    if name == "codebook":
        return import_module(f"{__name__}.codebook")
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)

"""Reading a file that another notebook or program wrote, whatever form it says it has."""

from __future__ import annotations

from collections.abc import Sequence

from seedreader.article import Article
from seedreader.notebook.annotation_model import Code, NotebookContents, NotebookError
from seedreader.notebook.exchange import codebook, hypothesis, native, web_annotations
from seedreader.notebook.exchange.export_text import one_line
from seedreader.notebook.exchange.import_result import ImportResult
from seedreader.notebook.exchange.json_text import parsed
from seedreader.notebook.exchange.locate_quotes import QuoteLocator
from seedreader.notebook.exchange.validate import UnfitError

MAX_BYTES = 64 * 1024 * 1024
"""Larger files are refused unread; a whole notebook travels as its SQLite file, by ``merge``."""

_WANTED = "native JSON, W3C JSON-LD and Hypothesis JSON can be imported"


def check_size(size: int, name: str) -> None:
    """Raise NotebookError for a file of too many bytes, before it is read."""
    if size > MAX_BYTES:
        raise _refused(
            name,
            f"is {size // 2**20} MB, more than the {MAX_BYTES // 2**20} MB that can be imported: "
            "merge the notebook's SQLite file instead, or import it in parts",
        )


def read(
    data: bytes, name: str, known: NotebookContents, articles: Sequence[Article], now: str
) -> ImportResult:
    """What a file brings into a notebook that holds ``known``.

    Passages of which only the words are told are looked for in its texts and in those of ``articles``.
    ``name`` is what the user calls the file; ``now`` a UTC time in ISO 8601. Raises NotebookError with one
    sentence for a file that is not what it should be: nothing of such a file is taken.
    """
    check_size(len(data), name)
    try:
        return _read(data, QuoteLocator(known, articles, now))
    except UnfitError as error:
        raise _refused(name, str(error)) from error
    except RecursionError as error:
        raise _refused(name, "is nested too deeply") from error
    except MemoryError as error:
        raise _refused(name, "needs more memory than there is") from error


def read_codebook(data: bytes, name: str) -> tuple[Code, ...]:
    """The codebook in a CSV file. Raises NotebookError with one sentence for anything else."""
    check_size(len(data), name)
    try:
        return codebook.read(data)
    except UnfitError as error:
        raise _refused(name, str(error)) from error


def _read(data: bytes, finder: QuoteLocator) -> ImportResult:
    if not data.strip():
        raise UnfitError("is empty")
    for begin, kind in _OTHERS.items():
        if data.startswith(begin):
            raise UnfitError(f"is {kind}; {_WANTED}")
    document = parsed(data)
    if isinstance(document, dict) and document.get("format") == native.MARK:
        return native.read(document, finder.known.texts)
    if (rows := web_annotations.annotations_in(document)) is not None:
        return web_annotations.read(rows, document, finder)
    if (theirs := hypothesis.annotations_in(document)) is not None:
        return hypothesis.read(theirs, finder)
    raise UnfitError(f"is JSON in a form that is not known here; {_WANTED}")


_OTHERS = {
    b"PK\x03\x04": "a zip or .qdpx file, which can only be written",
    b"SQLite format 3\0": "an SQLite file: use `seedreader notes merge` for another notebook",
}


def _refused(name: str, what: str) -> NotebookError:
    advice = (
        "" if ":" in what or ";" in what else ": check that it is whole and the right file, or export it anew"
    )
    return NotebookError(one_line(f"{name} {what}{advice}. Nothing was changed."))

"""CSV for spreadsheets (RFC 4180): a row for each annotation.

It begins with a byte-order mark, because Excel reads UTF-8 without one in the machine's old 8-bit code page
and every accent is lost; other programs skip it. A cell that a spreadsheet would run as a formula has an
apostrophe before it, which spreadsheets take for "this is text" (OWASP's rule against CSV injection).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from seedreader.notebook.annotation_model import Annotation, NotebookContents, Target
from seedreader.notebook.exchange.annotated_passages import AnnotatedSource, living, passages, place, sources
from seedreader.notebook.exchange.export_text import IN_WORDS, shown
from seedreader.notebook.exchange.quoted_wording import QuotedWording, wording

COLUMNS = (
    "source", "title", "published", "address", "member", "edition", "quote", "quote when annotated",
    "numbers changed", "start", "end", "ranges", "kind", "body", "tags", "relation", "other source",
    "other published", "other address", "other member", "other edition", "other quote",
    "other quote when annotated", "other numbers changed", "other ranges", "author", "created",
    "changed", "id",
)  # fmt: skip

_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def write(contents: NotebookContents) -> bytes:
    """What is not deleted, by source and place; positions are [start, end) in the article's text.

    A quote is what stands there; where other words were annotated, these have a cell of their own.
    """
    contents = living(contents)
    known = sources(contents)
    rows = (
        _row(annotation, passage.bodies("tag"), known, contents.texts)
        for passage in passages(contents, known)
        for annotation in passage.annotations
        if place(annotation.target) == place(passage.target)
    )
    return table(COLUMNS, rows)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file with guarded cells."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([guarded(shown(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """``cell`` such that no spreadsheet runs it; `unguarded` takes it back."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _row(
    annotation: Annotation, tags: list[str], known: Mapping[str, AnnotatedSource], texts: Mapping[str, str]
) -> list[str]:
    target, other = annotation.target, annotation.other
    source = known[target.version]
    there = known[other.version] if other else AnnotatedSource("", name=" ")
    verdict = annotation.kind == "verdict"
    return [
        source.label,
        source.title,
        source.published,
        source.path,
        source.member,
        _edition(source),
        *_words(wording(target, texts)),
        str(target.start),
        str(target.end),
        _ranges(target),
        annotation.kind,
        IN_WORDS.get(annotation.body, annotation.body) if verdict else annotation.body,
        ", ".join(tags),
        annotation.body if verdict else "",
        there.label.strip(),
        there.published,
        there.path,
        there.member,
        _edition(there),
        *_words(wording(other, texts) if other else QuotedWording("")),
        _ranges(other) if other else "",
        annotation.author,
        annotation.created,
        annotation.changed,
        annotation.id,
    ]


def _edition(source: AnnotatedSource) -> str:
    return source.edition.removeprefix("edition ")


def _words(said: QuotedWording) -> tuple[str, str, str]:
    return said.now.strip(), said.then.strip(), said.numbers


def _ranges(target: Target) -> str:
    """The ranges in a form that spreadsheets don't take for a date or a time."""
    return " ".join(f"{start}..{end}" for start, end in target.ranges)

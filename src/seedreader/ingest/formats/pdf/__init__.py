"""PDF: what its pages show, in the order in which people read it, with PDFium."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import Any, NamedTuple

import pypdfium2  # type: ignore[import-untyped]

from seedreader.article import SourceId
from seedreader.ingest import exports, press_review
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.formats.pdf import front, furniture, words
from seedreader.ingest.formats.pdf import paragraphs as set_in
from seedreader.ingest.formats.pdf.pages import Page, page_of
from seedreader.ingest.formats.pdf.rows import Row, in_order
from seedreader.ingest.raw_document import Declared, Documents, RawDocument
from seedreader.ingest.text_builder import TextBuilder

MEDIA_TYPE = "application/pdf"

PAGES = 3_000
"""How many pages are read."""

UNKNOWN = 0.3
"""The share of letters without a name from which on a text is no text."""

_ONE = Lock()
"""PDFium keeps state of its own: one document at a time."""

_BROWSER = re.compile(r"skia|mozilla|firefox|cairo|quartz|webkit|qt ", re.IGNORECASE)


class _File(NamedTuple):
    pages: list[Page]
    info: Mapping[str, str]
    left_out: int
    lost: list[int]


def read(data: bytes, _: SourceId) -> Documents:
    """The article that a PDF is, or those of a press review. Raises `IngestError`."""
    with _ONE:
        file = _open(data)
    problems = _problems(file)
    rows = [in_order(page.pieces, number) for number, page in enumerate(file.pages)]
    beside = furniture.find(file.pages, rows)
    every = [row for own in rows for row in own]
    is_print = beside.url is not None or bool(_BROWSER.search(file.info.get("Producer", "")))
    told = words.known((row.text for row in every), kept=is_print)
    body = _body_size(every)
    placed = set_in.blocks(every, told, beside.kinds, body)
    shown = [each.block for each in placed if each.block.kind not in ("header", "footer")]
    if several := exports.of_blocks(shown, MEDIA_TYPE):
        return several._replace(problems=(*several.problems, *problems))
    text, structure = TextBuilder(each.block for each in placed).result()
    declared = front.declared(placed, text, file.info, body, is_print)
    if beside.url:
        declared["url"] = Declared(beside.url, front.PRINT)
    document = RawDocument(text, MEDIA_TYPE, None, declared, structure)
    return Documents((document,), (*press_review.unsplit(shown), *problems))


def _open(data: bytes) -> _File:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise IngestError("encrypted") from error
        raise IngestError("damaged", "is a broken PDF; open it in its program and save it again") from error
    try:
        count = len(document)
        pages: list[Page] = []
        lost: list[int] = []
        for number in range(min(count, PAGES)):
            page = _page(document, number)
            if page is None:
                lost.append(number)
            pages.append(page or Page())
        info = document.get_metadata_dict()
    finally:
        document.close()
    if not pages or len(lost) == len(pages):
        raise IngestError("damaged", "is a broken PDF; open it in its program and save it again")
    return _File(pages, info, max(0, count - PAGES), lost)


def _page(document: Any, number: int) -> Page | None:
    try:
        page = document[number]
        try:
            return page_of(page)
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        return None


def _problems(file: _File) -> tuple[Problem, ...]:
    """What could not be read of pages. Raises `IngestError` where nothing could."""
    shown = [page for page in file.pages if page.pieces]
    pictures = [number for number, page in enumerate(file.pages) if page.pictures]
    if not shown:
        raise IngestError("scanned") if pictures else IngestError("empty")
    letters = sum(len(piece.text) for page in shown for piece in page.pieces)
    unknown = sum(page.unknown * len(piece.text) for page in shown for piece in page.pieces)
    if unknown > UNKNOWN * letters:
        raise IngestError("garbled")
    found = []
    if pictures and len(shown) < len(file.pages):
        found.append(Problem("", "lost", f"holds {_numbers(pictures)} as pictures without text"))
    if file.lost:
        found.append(Problem("", "lost", f"holds {_numbers(file.lost)} that could not be read"))
    if file.left_out:
        found.append(Problem("", "lost", f"holds {file.left_out} more pages than the {PAGES} that are read"))
    return tuple(found)


def _numbers(pages: Sequence[int]) -> str:
    shown = ", ".join(str(page + 1) for page in pages[:10]) + ("…" if len(pages) > 10 else "")
    return f"page {shown}" if len(pages) == 1 else f"pages {shown}"


def _body_size(rows: Sequence[Row]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size, 1)] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0

"""Where the documents of an export begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from seedreader.ingest import written_day
from seedreader.ingest.nexis import labels
from seedreader.ingest.text_builder import Block

_OF = r"(?:of|von|de|van|af|di|av|sur|su|z|из|/)"
_NUMBER = r"\d{1,3}(?:[.,  ]?\d{3})*"
_DOCUMENT = (
    r"(?:documents?|dokumente?n?|dokumenter|documentos?|documenten|documenti|documento|artikel|articles?)"
)
_COUNTED = re.compile(
    rf"\s*(?:focus\s*-\s*)?(?:{_NUMBER}\s+{_OF}\s+{_NUMBER}\s+{_DOCUMENT}"
    rf"|{_DOCUMENT}\s+{_NUMBER}\s+{_OF}\s+{_NUMBER})\s*",
    re.IGNORECASE,
)
_END = frozenset((
    "end of document", "ende des dokuments", "ende des dokumentes", "dokumentende", "fin du document",
    "fin de document", "fin del documento", "fin de documento", "final del documento", "einde van document",
    "einde van het document", "einde document", "fine del documento", "fine documento", "fim do documento",
    "fim de documento", "slut på dokument", "slut på dokumentet", "slutet av dokumentet", "dokumentets slut",
    "slutt på dokument", "slutt på dokumentet", "dokumentslut", "asiakirjan loppu", "koniec dokumentu",
))  # fmt: skip
_COUNT = re.compile(
    r"\s*(?:documents?|dokumente?|dokumenter|documentos|documenten|documenti)\s*\((?P<count>\d+)\)\s*", re.I
)
_COVER = re.compile(
    r"\s*(?:\d{1,4}\.\s|(?:user name|benutzername|nom d'utilisateur|date and time|datum und uhrzeit"
    r"|date et heure|job number"
    r"|jobnummer|auftragsnummer|client/matter|mandant|client/affaire|search terms?|suchbegriffe?"
    r"|termes? de recherche"
    r"|zoektermen|términos de búsqueda|search type|suchart|suchtyp|type de recherche|narrowed by"
    r"|eingegrenzt"
    r"|sources?|quellen?|bron(?:nen)?|timeline|zeitachse|content type|inhaltstyp|location)\s*:"
    r"|(?:content type|narrowed by|inhaltstyp|eingegrenzt durch|news|nachrichten|nieuws)\s*\Z"
    r"|about lexisnexis|\u007c|privacy policy)",
    re.IGNORECASE,
)

_SEARCH = re.compile(
    r"\s*(?:user name|job number|client/matter|search terms|search type|benutzername|mandant|suchbegriffe)\s*:",
    re.IGNORECASE,
)
"""What covers say of who searched for what."""

HEAD = 8
"""Blocks below a date in which what follows a document's head must stand."""


class Part(NamedTuple):
    """A document of an export: its number in the file from 1 on, and its blocks."""

    number: int
    blocks: tuple[Block, ...]


class Parts(NamedTuple):
    """The documents of an export; ``announced`` is how many its cover says it holds, None where it doesn't.

    ``title_first`` is whether their headline stands above the paper's name, as in the newer layout.
    """

    parts: tuple[Part, ...]
    title_first: bool
    announced: int | None = None


def is_counted(line: str) -> bool:
    """Whether a line is the one above a document: "1 of 62 DOCUMENTS". Its numbers lie."""
    return len(line) < 120 and _COUNTED.fullmatch(line) is not None


def is_end(line: str) -> bool:
    """Whether a line alone says that a document ends."""
    return line.strip().casefold() in _END


def find(blocks: Sequence[Block]) -> Parts | None:
    """The documents that blocks hold; None where they are no export of Nexis."""
    counted = [i for i, block in enumerate(blocks) if is_counted(block.text)]
    if counted and any(labels.field(block.text) for block in blocks[counted[0] : counted[0] + 400]):
        return _counted(blocks, counted)
    found = _ended(blocks) if any(map(_is_mark, blocks)) else None
    if found is None and sum(_SEARCH.match(block.text) is not None for block in blocks[:200]) >= 2:
        return Parts((), title_first=True, announced=_announced(blocks))
    return found


def _counted(blocks: Sequence[Block], counted: Sequence[int]) -> Parts:
    ends = (*counted[1:], len(blocks))
    parts = (
        Part(number, tuple(blocks[start + 1 : end]))
        for number, (start, end) in enumerate(zip(counted, ends, strict=True), 1)
    )
    return Parts(tuple(parts), title_first=False)


def _ended(blocks: Sequence[Block]) -> Parts | None:
    heads = [i for i in range(len(blocks)) if _is_head(blocks, i)]
    if not heads and not any(_named(block, "Body") for block in blocks):
        return None
    cuts = sorted({0, *(i + 1 for i, block in enumerate(blocks) if is_end(block.text))})
    whole = [
        [block for block in blocks[start:end] if not is_end(block.text)]
        for start, end in zip(cuts, (*cuts[1:], len(blocks)), strict=True)
    ]
    cover, first = _without_cover(whole[0])
    pieces = [
        piece
        for each in (first, *whole[1:])
        for piece in _by_marks(each)
        if any(block.text.strip() for block in piece)
    ]
    parts = tuple(Part(number, tuple(piece)) for number, piece in enumerate(pieces, 1))
    return Parts(parts, title_first=True, announced=_announced(cover))


def _announced(cover: Sequence[Block]) -> int | None:
    """How many documents a cover says that there are."""
    counts = [int(match["count"]) for block in cover if (match := _COUNT.fullmatch(block.text))]
    return counts[0] if len(counts) == 1 else None


def _is_mark(block: Block) -> bool:
    return is_end(block.text) or _named(block, "Body") or labels.is_body(block.text)


def _named(block: Block, name: str) -> bool:
    return any(each == name or re.fullmatch(rf"{name}_\d+", each) for each in block.names)


def _is_head(blocks: Sequence[Block], at: int) -> bool:
    """Whether a day stands alone there, and below it what stands under a document's head."""
    text = blocks[at].text.strip()
    if not text or len(text) > 160 or "\n" in text or written_day.begins(text) is None:
        return False
    below = [block for block in blocks[at + 1 : at + 3 * HEAD] if block.text.strip()][:HEAD]
    return any(
        labels.is_body(block.text)
        or _named(block, "Body")
        or ((each := labels.field(block.text)) is not None and each.role == "length")
        for block in below
    )


def _without_cover(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """What stands before the first document,
    and that document: the cover holds the reader's name and query."""
    marked = [i for i, block in enumerate(blocks) if _named(block, "Bookmark")]
    if marked:
        return blocks[: marked[0]], blocks[marked[0] :]
    heads = [i for i in range(len(blocks)) if _is_head(blocks, i)]
    last = heads[0] if heads else len(blocks)
    covered = [i for i in range(last) if _COVER.match(blocks[i].text) or _COUNT.fullmatch(blocks[i].text)]
    start = covered[-1] + 1 if covered else 0
    return blocks[:start], blocks[start:]


def _by_marks(blocks: Sequence[Block]) -> list[Sequence[Block]]:
    """Documents between which no line says that one ends: by the headlines' bookmarks,
    else by their heads."""
    starts = [i for i, block in enumerate(blocks) if _named(block, "Bookmark")]
    if len(starts) < 2:
        heads = [i for i in range(len(blocks)) if _is_head(blocks, i)]
        starts = [0, *(_start(blocks, heads[k - 1], head) for k, head in enumerate(heads) if k)]
    starts = sorted({0, *starts})
    return [blocks[start:end] for start, end in zip(starts, (*starts[1:], len(blocks)), strict=True)]


def _start(blocks: Sequence[Block], after: int, head: int) -> int:
    """Where the headline above a day begins: below the last label of the document before."""
    for i in range(head - 1, after, -1):
        each = labels.field(blocks[i].text)
        if each and each.role in labels.FIELDS:
            return i + 1
    return max(after + 1, head - 2)

"""Articles of the Austrian press as APA's services print them: DeFacto, and the manager that makes RTF.

Each begins with the paper, in quotation marks, and the day; lines about page and section, and a kicker, may
follow. The headline is in bold type, where the file still has it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from seedreader.ingest.press.pieces import Piece, runs
from seedreader.ingest.press.pieces import of_blocks as in_pieces
from seedreader.ingest.press.record import Record, documents
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.text_builder import Block

ARCHIVE = "APA"

_HEAD = re.compile(
    r"[\"„“]?(?P<outlet>[^\"„“”\n]{2,60}?)(?P<quote>[\"“”])?(?: Nr\.? ?[\d/]+)?(?:"
    r" (?P<section>[^\"\n]{1,40}?))?"
    r",? (?P<found>vom|gefunden am) (?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})"
    r"(?:,? \d{1,2}[.:]\d{2}(?: Uhr)?)?(?P<rest>[ ,;]+(?:Seite|Ressort|Ausgabe|Rubrik|Kategorie)n?\b.*)?",
    re.DOTALL,
)
_ABOUT = re.compile(
    r"(?:Seiten?|Ressort|Rubrik|Ausgabe|Kategorie|Land|Autor|Stichwörter|Quelle|Verbreitung):? ?[^.]{0,80}"
)
_BY = re.compile(r"Von [^\W\d_][^\n\d.]{2,60}")
_RULE = re.compile(r"_{20,}|-{20,}|={20,}|\*{20,}")
_END = re.compile(
    r"Gespeicherte[rn]? Anh[aä]ng|Der gegenständliche Text ist eine Abschrift"
    r"|Dauerhafte Adresse des Dokuments"
)
_FAR = 10
"""Lines of a file among which the first article begins."""
_KICKERS = 4
"""Lines before a headline, at most."""


def of_blocks(blocks: Sequence[Block], media_type: str) -> Documents | None:
    """The articles of an export; None where the text is none."""
    found = [piece for piece in in_pieces(blocks) if piece.text]
    if not any((match := head(piece.text)) and match["quote"] for piece in found[:_FAR]):
        return None
    return documents([_record(part) for part in _parts(found)], ARCHIVE, media_type)


def _parts(found: Sequence[Piece]) -> list[list[Piece]]:
    """What begins with a paper and a day: in quotation marks, or right behind a rule or the file's begin."""
    starts = set()
    for i, piece in enumerate(found):
        match = head(piece.text)
        if match and (match["quote"] or i == 0 or _RULE.fullmatch(found[i - 1].text)):
            starts.add(i)
    places = iter(range(len(found)))
    return runs(found, lambda _: next(places) in starts)


def head(text: str) -> re.Match[str] | None:
    """The first line of an article, with "outlet" and "day"."""
    return _HEAD.fullmatch(text.strip()) if len(text) < 250 else None


def about(match: re.Match[str]) -> tuple[str, date | None]:
    """The outlet and the day of a first line."""
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        day = None
    return match["outlet"].strip(), day


def _record(part: Sequence[Piece]) -> Record:
    match = head(part[0].text)
    outlet, day = about(match) if match else (None, None)
    rest: list[Piece] = []
    for piece in part[1:]:
        if _END.match(piece.text):
            break
        if not _RULE.fullmatch(piece.text):
            rest.append(piece)
    above, title, body = _headline(rest)
    lines = [piece.text for piece in above if not _ABOUT.fullmatch(piece.text)]
    byline = next((line for line in lines if _BY.fullmatch(line)), None)
    kicker = " ".join(line for line in lines if line != byline) or None
    texts = [piece.text for piece in body]
    author = byline or next((text for text in texts[:3] if _BY.fullmatch(text)), None)
    return Record(
        title=title,
        kicker=kicker,
        byline=byline,
        author=author.removeprefix("Von ") if author else None,
        paragraphs=texts,
        outlet=outlet,
        published=day,
        language="de",
    )


def _headline(rest: Sequence[Piece]) -> tuple[Sequence[Piece], str | None, Sequence[Piece]]:
    """What stands above the headline, that, and the text: by bold type, else by its place."""
    bold = [i for i, piece in enumerate(rest[: _KICKERS + 4]) if piece.is_bold]
    first = bold[0] if bold else next((i for i, piece in enumerate(rest) if not _is_about(piece)), None)
    if first is None:
        return rest, None, ()
    end = first + 1
    while end in bold:
        end += 1
    if end >= len(rest):
        end = first + 1
    return rest[:first], " ".join(piece.text for piece in rest[first:end]), rest[end:]


def _is_about(piece: Piece) -> bool:
    return _ABOUT.fullmatch(piece.text) is not None or _BY.fullmatch(piece.text) is not None

"""Europresse's (eureka.cc's) exports: the old pop-up, a table for each article, and the new `<article>`s.

The names of its pieces hold through all versions; the elements around them are broken often enough. The day
in a document's number is the day of its loading: the printed one goes before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from seedreader.article import SourceId
from seedreader.ingest.errors import Problem
from seedreader.ingest.press.pieces import CUT, Piece, of_page, runs
from seedreader.ingest.press.record import Record, documents
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.text_builder import Block
from seedreader.ingest.written_day import find

ARCHIVE = "Europresse"

_OUTLET = (".DocPublicationName", ".rdp__DocPublicationName")
_HEADER = (".DocHeader", ".DocTitreSousSection")
_TITLES = (".rdp__articletitle", ".titreArticleVisu", ".TitreArticleVisu", ".grandTitre", ".titreArticle")
"""What a headline is called, the narrowest first: older versions have the wider names alone."""
_SUBTITLE = ".rdp__subtitle"
_AUTHORS = (".docAuthors", ".sm-margin-bottomNews")
_TEXT = (".docOcurrContainer", ".DocText")
_CUTS = frozenset((*_OUTLET, *_HEADER, *_TITLES, *_AUTHORS))
_NUMBER = re.compile(
    r"\b(?:news|doc|pub|web|bio|rep|tv|rad)[·.]((?:19|20)\d{6})[·.]([\w-]{1,12})[·.]([\w.-]+)"
)
_ISSUE = re.compile(
    r"\s*(?:,\s*(?:no|nos|n[o°º]|num|numéro|vol|#)\b\.?.*|\((?:site|réf|web|tous|blog|édition|online).*"
    r"|;.*| - (?:site|édition).*"
    r"| {2,}.*|,? \d.*|\n.*)",
    re.IGNORECASE | re.DOTALL,
)
"""What stands behind a paper's name: its issue, its place, whether it is its site."""
_RIGHTS = re.compile(r"(?:tous droits réservés|all rights reserved|copyright|©|\(c\))", re.IGNORECASE)
_CERTIFICATE = re.compile(
    r"\b(?:certificat|certificate)\b.{0,40}\b(?:émis|issued)|visualisation personnelle|fins de visualisation"
    r"|Numéro de document|Document number|^(?:Ce|This) (?:certificat|document)\b.{0,80}\b(?:émis|issued"
    r"|destiné)"
    r"|^(?:Date d'émission|Nom d'utilisateur|Compte|User ?name|Account)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:Note|Illustration|Encadré|Catégorie|Sujet|Category|Subject|Lieu|Taille)\w*(?:\(s\))?\s?:",
    re.IGNORECASE,
)
_SOURCE_LINK = re.compile(
    r"(?:Cet article est paru dans|This article appeared in|Lire l'article|Voir l'article)", re.IGNORECASE
)
_BYLINE_WORDS = 12
_MENTION = frozenset(("aside", "footer", ".apd-wrapper", ".source-name-APD"))


def read(data: bytes, _: SourceId) -> Documents:
    """The articles of an export. Raises `IngestError` where it holds none."""
    found = of_page(data, _cut)
    parts = runs(_joined(found), lambda piece: piece.within(*_OUTLET))
    records: list[Record] = []
    problems: list[Problem] = []
    for place, part in enumerate(parts, 1):
        record = _record(part)
        if record:
            records.append(record)
        else:
            problems.append(
                Problem("", "lost", f"holds article {place}, which has neither a headline nor a text", lost=1)
            )
    return documents(records, ARCHIVE, "text/html", problems)


def _cut(_: str, own: frozenset[str]) -> str:
    return "" if _CUTS.isdisjoint(own) else CUT


def _joined(found: Sequence[Piece]) -> list[Piece]:
    """Each outlet as one piece: its name and issue may come in several."""
    joined: list[Piece] = []
    for piece in found:
        if piece.within(*_OUTLET) and joined and joined[-1].within(*_OUTLET):
            continue
        if piece.within(*_OUTLET) and not re.search(r"[^\W\d_]{2}", piece.text):
            continue
        joined.append(piece)
    return joined


def _record(part: Sequence[Piece]) -> Record | None:
    name = next((name for name in _TITLES if any(piece.within(name) for piece in part)), None)
    at = next((i for i, piece in enumerate(part) if name and piece.within(name)), None)
    titles = [piece.text for piece in part if name and piece.within(name) and not piece.within(*_AUTHORS)]
    headers = [piece.text for piece in part if piece.within(*_HEADER)]
    rest = part[(at if at is not None else 0) + 1 :]
    body = [
        piece for piece in rest
        if not piece.within(*_OUTLET, *_HEADER, *_TITLES)
        and _MENTION.isdisjoint(piece.names)
        and not _SOURCE_LINK.match(piece.text)
    ]  # fmt: skip
    body = _without_certificate(body)
    authors = [(i, piece.text) for i, piece in enumerate(part) if at is not None and piece.within(*_AUTHORS)]
    byline = next((text for i, text in authors if i > (at or 0)), None)
    kicker = next((text for i, text in authors if i < (at or 0)), None)
    body = [piece for piece in body if not piece.within(*_AUTHORS) or piece.within(*_TEXT)]
    marked = any(piece.within(*_TEXT) for piece in body)
    if not byline and body and at is not None and _is_byline(body[0], marked=marked):
        byline, body = body[0].text, body[1:]
    if marked:
        first = next(i for i, piece in enumerate(body) if piece.within(*_TEXT))
        body = body[first:]
    paragraphs: list[str | Block] = [piece.text for piece in rest if piece.within(_SUBTITLE)]
    paragraphs += [
        Block(piece.text, "footer" if _RIGHTS.match(piece.text) else "paragraph") for piece in body
    ]
    number = _number(part)
    if not titles and not body:
        return None
    return Record(
        title=" ".join(dict.fromkeys(titles)) or None,
        byline=byline,
        kicker=kicker,
        paragraphs=paragraphs,
        outlet=_ISSUE.sub("", part[0].text.strip(), count=1).strip(" ,") or None,
        published=_printed(headers) or _loaded(number),
        number=number,
    )


def _is_byline(piece: Piece, *, marked: bool) -> bool:
    """Whether the first piece behind a headline is a name, not a paragraph."""
    if marked and piece.within(*_TEXT):
        return False
    text = piece.text
    return (
        len(text.split()) <= _BYLINE_WORDS
        and not text.endswith((".", "!", "?", ":", "»"))
        and "\n" not in text
    )


def _without_certificate(found: Sequence[Piece]) -> list[Piece]:
    """What stands before the number of the document, without labels and the archive's notice."""
    kept: list[Piece] = []
    for piece in found:
        if _NUMBER.search(piece.text) and len(piece.text) < 200:
            break
        if not _CERTIFICATE.search(piece.text) and not (_LABEL.match(piece.text) and len(piece.text) < 60):
            kept.append(piece)
    return kept


def _number(part: Sequence[Piece]) -> str | None:
    for piece in reversed(part):
        found = _NUMBER.search(piece.text)
        if found:
            return found[0]
    return None


def _printed(headers: Sequence[str]) -> date | None:
    for text in (*headers, " ".join(headers)):
        written = find(text)
        if written:
            return written.day
    return None


def _loaded(number: str | None) -> date | None:
    found = _NUMBER.match(number or "")
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None

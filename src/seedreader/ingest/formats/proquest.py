"""ProQuest's exports: pages, mails and text, with labels before each field and the full text.

Labels are bold or end in a colon, in the language of the reader's screen. What stands without a label before
the full text are links; behind the full text, a label ends it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from seedreader.article import Mark, SourceId
from seedreader.ingest.press import language
from seedreader.ingest.press.pieces import Piece, of_page, runs
from seedreader.ingest.press.pieces import of_blocks as in_pieces
from seedreader.ingest.press.record import Record, documents
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.text_builder import Block
from seedreader.ingest.written_day import find

ARCHIVE = "ProQuest"

_ANCHOR = re.compile(r"#(?:x_)*DocID_(?:[A-Z]+_)?(\w+)")
_DOCUMENT = re.compile(
    r"(?:Document|Documento|Dokument|Documents?|Документ)\s+\d{1,5}\s+(?:of|de|von|sur|di|из|van)\s+\d{1,5}"
)
_NUMBERING = re.compile(r"(?:Email |E-mail )?\d{1,5}\W?(?: (?:of|de|von|sur|di|van) \d{1,5})?|\W*")
_FOOTER = re.compile(
    r"_{10,}|-{20,}|=\s*_{5,}|Contact us at\b.*|Database copyright\b.*|Terms and Conditions\b.*"
    r"|.*ProQuest LLC\b.*"
    r"|Bibliography|Citation style: .*|Copyright © \d{4} ProQuest.*|.*\bproquest\.com/go/.*",
    re.IGNORECASE | re.DOTALL,
)
_LEFTOVER = re.compile(
    r"\A(?:<?/?(?:html|head|body|meta|title|text|!doctype)\b[^<>\n]{0,300}>\s*)+", re.IGNORECASE
)
"""Tags of what ProQuest's page was made of, which stand in it as text."""

_LABELS = {
    "full text": "full text|texto completo|volltext|texte intégral|texte complet|testo completo"
    "|volledige tekst"
    "|полный текст|pełny tekst|全文|fulltext",
    "abstract": "abstract|resumen|zusammenfassung|résumé|resumo|riassunto|samenvatting|аннотация|abstrakt",
    "author": "author|autor|auteur|autore|auteurs|verfasser|автор|作者",
    "info": "publication info|información de publicación|publikationsinfo|publikationsinformationen"
    "|informations sur la publication|informações da publicação|informazioni sulla pubblicazione|source"
    "|fuente",
    "publication": "publication title|título de publicación|título de la publicación|titel der publikation"
    "|publikationstitel|titre de la publication|título da publicação|titolo della pubblicazione|出版物名称",
    "date": "publication date|fecha de publicación|publikationsdatum|erscheinungsdatum|date de publication"
    "|data de publicação|data di pubblicazione|出版日期",
    "language": "language of publication|language|idioma de la publicación|idioma de publicación|sprache der"
    " publikation|publikationssprache|langue de la publication|langue de publication|idioma da publicação"
    "|idioma de publicação|lingua della pubblicazione|出版物语言",
    "title": "title|título|titel|titre|titolo|标题",
    "url": "document url|url del documento|dokument-url|url du document|url do documento|文档 url",
    "number": "proquest document id|id del documento de proquest|proquest-dokument-id"
    "|proquest-dokumentennummer"
    "|identifiant du document proquest|id de documento do proquest|proquest 文档 id",
    "updated": "last updated|última actualización|zuletzt aktualisiert|dernière mise à jour"
    "|última atualização",
    "": "links|enlaces|liens|link|subject|subjects|business indexing term|location|people"
    "|identifier / keyword"
    "|identifier/keyword|classification|company / organization|company/organization|alternate title"
    "|pages|first"
    " page|last page|number of pages|publication year|section|column|publisher|place of publication"
    "|country of"
    " publication|publication subject|issn|eissn|e-issn|isbn|source type|document type|document feature"
    "|accession"
    " number|accession|copyright|database|volume|issue|credit|caption|illustration|illustrations|figures and"
    " tables|references|cited by|dateline|edition|word count|journal code|supplement|series|doi|coden"
    "|notes|year"
    "|online publication date|milestone dates|correspondence author|correction|materia|ubicación|personas"
    "|empresa / organización|empresa/organización|páginas|primera página|año de publicación|sección|editorial"
    "|lugar de publicación|país de publicación|materia de publicación|tipo de fuente|tipo de documento"
    "|base de datos|schlagwort|ort|personen|firma/organisation|unternehmen/organisation|seiten|erste seite"
    "|erscheinungsjahr|publikationsjahr|rubrik|verlag|erscheinungsort|quellentyp|quellenart|dokumenttyp"
    "|dokumentart|datenbank|sujet|lieu|personnes|société / organisation|première page|année de publication"
    "|section|éditeur|lieu de publication|pays de publication|type de source|type de document|droits d'auteur"
    "|base de données|assunto|local|pessoas|primeira página|ano de publicação|editora|banco de dados|soggetto"
    "|luogo|editore|database|last updated",
}
_DETAILS = (
    "details",
    "einzelheiten",
    "détails",
    "detalles",
    "detalhes",
    "dettagli",
    "links",
    "enlaces",
    "liens",
)
_LABELS[""] += "|" + "|".join(_DETAILS)
_HEADINGS = frozenset((*_LABELS["full text"].split("|"), *_LABELS["abstract"].split("|"), *_DETAILS))
"""Labels that newer exports print as headings, without a colon."""
_MEANING = {label: meaning for meaning, labels in _LABELS.items() for label in labels.split("|")}
_LABELLED = re.compile(r"([^\n:：.!?]{2,40}?)[ \u00a0]*(?:[:：]\s*|\Z)", re.DOTALL)
_NO_TEXT = re.compile(
    r"(?:full text |text )?(?:not available|none available|unavailable)\b.{0,40}", re.IGNORECASE
)
_HOLDING = re.compile(
    r"\s*(?:[;\[]|\((?:pre|\d{4}|online|full|.{0,40}full ?text|.{0,30}file).*|, (?:\w+ )?edition\b).*",
    re.IGNORECASE | re.DOTALL,
)
"""What ProQuest puts behind a paper's name: place, years, edition."""
_NOBODY = frozenset(("anonymous", "anonym", "anonyme", "anónimo", "staff", "none available"))


def read(data: bytes, _: SourceId) -> Documents:
    """The articles of a page that ProQuest made. Raises `IngestError` where it holds none."""
    return documents(records(of_page(data, _anchor)), ARCHIVE, "text/html")


def of_blocks(blocks: Sequence[Block], media_type: str) -> Documents | None:
    """The articles of an export that is, or was made to, a text; None where it is none."""
    found = in_pieces(blocks)
    labels = {label[1] for piece in found if (label := _label(piece, among_fields=False))}
    if not {"full text", "number"} <= labels and not {"full text", "publication", "url"} <= labels:
        return None
    return documents(records(found), ARCHIVE, media_type)


def _anchor(_: str, own: frozenset[str]) -> str:
    return next((found[1] for name in own if (found := _ANCHOR.fullmatch(name))), "")


def records(found: Sequence[Piece]) -> list[Record]:
    """The articles in pieces: each begins at an anchor or a "Document 1 of 20", or ends with the database."""
    numbered = [piece for piece in found if piece.point]
    if numbered:
        first = {piece.point: id(piece) for piece in reversed(numbered)}
        parts = runs(found, lambda piece: first.get(piece.point) == id(piece))
    elif any(map(is_numbering, found)):
        parts = runs(found, is_numbering)
    else:
        parts = _by_database(found)
    return [record for part in parts if (record := _record(part)) is not None]


def is_numbering(piece: Piece) -> bool:
    """Whether a line says which document of how many begins."""
    return bool(_DOCUMENT.fullmatch(piece.text.strip()))


def _by_database(found: Sequence[Piece]) -> list[list[Piece]]:
    parts: list[list[Piece]] = [[]]
    for piece in found:
        parts[-1].append(piece)
        label = _label(piece)
        if label and label[0] in ("database", "base de datos", "datenbank", "base de données"):
            parts.append([])
    return parts


def _label(piece: Piece, *, among_fields: bool = True) -> tuple[str, str, str] | None:
    """A piece's label, what that means, and what stands behind it; None for one that has none.

    A label without a colon is a heading, or stands in a cell by itself among other fields.
    """
    match = _LABELLED.match(piece.text)
    if not match:
        return None
    label = " ".join(match[1].casefold().split())
    meaning = _MEANING.get(label)
    if meaning is None:
        return None
    if match.end() == len(piece.text) and not piece.text.rstrip().endswith((":", "：")):
        is_heading = label in _HEADINGS and (piece.is_bold or match[1].isupper())
        if not is_heading and not (among_fields and label not in _HEADINGS):
            return None
    return label, meaning, piece.text[match.end() :]


def _record(part: Sequence[Piece]) -> Record | None:
    fields: dict[str, list[str]] = {}
    heads: list[str] = []
    body: list[str] = []
    now: list[str] = heads
    bold_labels = False
    for piece in part:
        text = piece.text.strip()
        if not text or is_numbering(piece) or (now is heads and _NUMBERING.fullmatch(text)):
            continue
        label = _label(piece, among_fields=now is not heads and now is not body)
        if now is body and label and (bold_labels and not piece.is_bold):
            label = None
        if label and not (now is heads and not heads):
            _, meaning, rest = label
            if meaning == "full text":
                now, bold_labels = body, piece.is_bold
            else:
                now = fields.setdefault(meaning, []) if meaning else []
            if rest.strip():
                now.append(rest.strip())
        elif not _FOOTER.fullmatch(text):
            now.append(text)
    number = next((piece.point for piece in part if piece.point), None) or _first(fields, "number")
    if not body and not fields:
        return None
    title = " ".join((heads or fields.get("title") or [""])[0].split()) or None
    texts = [text for each in body if (text := _LEFTOVER.sub("", each).strip())]
    marks: tuple[Mark, ...] = ()
    if not texts or (len(texts) == 1 and _NO_TEXT.fullmatch(texts[0])):
        texts, marks = fields.get("abstract", []), (Mark("excerpt"),)
        if not texts and not number:
            return None
    outlet = _outlet(fields)
    author = _first(fields, "author") or _before_outlet(heads[1:2], outlet)
    return Record(
        title=title,
        paragraphs=texts,
        outlet=outlet,
        author=None if author and author.casefold().rstrip(".") in _NOBODY else author,
        published=_day(fields, "date") or _day(fields, "info") or _day({"": heads[1:3]}, ""),
        language=language.code(_first(fields, "language") or ""),
        url=(_first(fields, "url") or "").split("?")[0].strip() or None,
        number=number,
        marks=marks,
    )


def _first(fields: dict[str, list[str]], name: str) -> str | None:
    return next(iter(fields.get(name, ())), None)


def _before_outlet(lines: Sequence[str], outlet: str | None) -> str | None:
    """The author in a line such as "Doe, Jane. Harbour Gazette; Harlow, Pa. 08 May 2010: A.2."."""
    for line in lines:
        before, found, _ = line.partition(outlet or "\n")
        if found and before.strip(" .,;"):
            return before.strip(" .,;")
    return None


def _outlet(fields: dict[str, list[str]]) -> str | None:
    for name in ("publication", "info"):
        value = _HOLDING.sub("", _first(fields, name) or "", count=1).strip(" .,;")
        if value:
            return value
    return None


def _day(fields: dict[str, list[str]], name: str) -> date | None:
    for value in fields.get(name, ()):
        written = find(re.sub(r"\](?=\d)", "] ", value))
        if written:
            return written.day
    return None

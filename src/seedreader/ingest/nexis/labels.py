"""The labels of Nexis, in the languages of its pages: a closed list, for interviews are full of others."""

from __future__ import annotations

import re
from typing import NamedTuple

_LABELS = {
    "title": "headline title titel titre título titulo titolo kop schlagzeile überschrift overskrift tittel"
    " encabezado manchete titular",
    "byline": "byline by-line autor autoren autor/in auteur auteurs author authors autore autori autores"
    " forfatter författare skribent door verfasser firma journaliste byliner",
    "standfirst": "highlight highlights encart abstract teaser chapeau summary insert hervorhebung"
    " samenvatting"
    " resumen résumé resume sommario resumo untertitel onderkop intro inleiding vorspann zusammenfassung"
    " underrubrik manchet ingress destacado evidenza destaque",
    "body": "body tekst text texte texto testo volltext full-text volledige-tekst texte-intégral"
    " brødtekst brödtext textkörper",
    "dateline": "dateline ort ort-datum lieu date-lieu dagtekening plaats lugar luogo dato-linje"
    " dateringsregel",
    "length": "length länge laenge longueur lengte længde lengde längd longitud extensión extension"
    " lunghezza"
    " comprimento extensão tamanho",
    "section": "section rubrik ressort rubrique sectie katern sección seccion sezione seção secção"
    " seccao sektion"
    " seksjon afdeling",
    "loaded": "load-date update date-chargement laad-datum laaddatum ladedatum lade-datum fecha-de-carga"
    " fecha-carga data-caricamento data-di-caricamento data-de-carregamento data-carregamento opdateret"
    " indlæsningsdato uploaddatum upload-datum datum-geladen laddningsdatum",
    "language": "language sprache langue taal sprog idioma lingua língua språk lengua",
    "graphic": "graphic graphics grafik grafiken graphique graphiques grafisch grafiek gráfico gráficos"
    " grafico"
    " illustratie illustration",
    "correction": "correction corrections correctie korrektur berichtigung rectificatie corrección"
    " correzione"
    " correção rättelse rettelse rectification",
    "corrected": "correction-date korrektur-datum korrekturdatum datum-correctie date-correction"
    " fecha-de-corrección",
    "url": "url web-link weblink",
    "header": "show type anchor anchors guest guests reporter reporters series serie série column"
    " edition ausgabe"
    " édition editie edición edizione edição utgave udgave upplaga distribution dist cycle name issue"
    " note notes"
    " source bron quelle fuente fonte kilde källa seite page pagina página correspondent host hosts"
    " page-number"
    " news-type",
    "tail": "publication-type pub-type type-publication publikationstyp publicatietype tipo-de-publicación"
    " tipo-publicación tipo-di-pubblicazione tipo-de-publicação document-type journal-code zeitungs-code"
    " code-revue code-journal krant-code subject subjects sujet thema themen onderwerp asunto materia"
    " soggetto"
    " assunto emne ämne company companies unternehmen firma société societe bedrijf empresa azienda ticker"
    " stock-symbol symbole-boursier börsenkürzel industry branche secteur-activite secteur-d'activité"
    " industria sector settore setor person personen personne personnes persoon persona pessoa geographic"
    " geographie localisation-geo geografisch geográfico geografico city state country land organization"
    " organisation organización organizzazione organização acc-no product isbn issn publisher"
    " classification"
    " loaddate list-date notes-file enhancement",
}  # fmt: skip
_ROLE_OF = {name: role for role, names in _LABELS.items() for name in names.split()}
_LABEL = re.compile(
    r"[ \t\u00a0]*(?P<name>[^\W\d_][\w'/-]{1,24}(?:[ \u00a0][\w-]{1,14}){0,2})[ \u00a0]?:(?!//)[ \t\u00a0]*"
)

FIELDS = frozenset(("loaded", "language", "graphic", "corrected", "tail"))
"""Roles of labels that stand behind an article's text."""


class Field(NamedTuple):
    """A labelled value; ``name`` is its label as written, ``role`` one of `_LABELS`."""

    role: str
    name: str
    value: str


def field(line: str) -> Field | None:
    """The labelled value with which a line begins; None where its first word is no label of Nexis."""
    match = _LABEL.match(line)
    if match is None:
        return None
    name = re.sub(r"[ \u00a0]", "-", match["name"].casefold())
    role = _ROLE_OF.get(name)
    return Field(role, match["name"], line[match.end() :].strip()) if role else None


_UNKNOWN = re.compile(r"[^\W\d_][\w'/-]{2,24}:[ \t\u00a0]")


def is_like(text: str) -> bool:
    """Whether a short paragraph begins in capitals as a label does, whatever it says."""
    match = _UNKNOWN.match(text)
    return match is not None and match[0].isupper() and len(text) < 300


def fields(text: str) -> tuple[Field, ...]:
    """The labelled values of a paragraph that begins with one; a line without one belongs to that above."""
    found: list[Field] = []
    for line in text.strip().split("\n"):
        each = field(line)
        if each and (not found or each.name.isupper() == found[0].name.isupper()):
            found.append(each)
        elif found:
            found[-1] = found[-1]._replace(value=f"{found[-1].value}\n{line.strip()}".strip())
        else:
            return ()
    return tuple(found)


_BODY = frozenset((
    "body", "text", "textkörper", "haupttext", "volltext", "full text", "corps", "texte", "corps du texte",
    "corps du document",
    "cuerpo", "cuerpo del documento", "texto", "hoofdtekst", "tekst", "body text", "brødtekst", "brödtext",
    "corpo", "corpo del testo", "testo", "corpo do texto", "corpo do documento", "dokumenttext",
    "hauptteil", "inhalt",
))  # fmt: skip
_TAIL = frozenset((
    "classification", "klassifikation", "klassifizierung", "classificatie", "clasificación",
    "classificazione",
    "classificação", "klassificering", "klassifisering", "graphic", "graphics", "grafik", "graphique",
    "grafisch",
    "gráfico", "grafico", "notes", "notizen", "correction", "korrektur", "bibliography", "index terms",
))  # fmt: skip
_WITHIN = frozenset(("abstract", "full text", "fulltext", "volltext", "texte intégral", "texto completo"))
_LINKS = frozenset((
    "link zum pdf-dokument", "link to pdf", "link to pdf document", "link to image",
    "link to original document",
    "pdf-datei dieses dokuments", "lien vers le document pdf", "link naar pdf", "pdf of this document",
    "view the original document", "load-date", "correction appended",
))  # fmt: skip


def is_body(line: str) -> bool:
    """Whether a line alone is the heading over an article's text."""
    return line.strip().casefold() in _BODY


def is_tail(line: str) -> bool:
    """Whether a line alone is a heading of what stands behind an article's text."""
    return line.strip().casefold() in _TAIL


def is_machinery(line: str) -> bool:
    """Whether a line inside an article is Nexis's own: a heading of a part,
    or a link to a picture of the page."""
    words = line.strip().casefold()
    return words in _LINKS or (words in _WITHIN and line.strip().isupper())


_RIGHTS = re.compile(
    r"©|\(c\)\s*\d{4}|\bcopyright\b|all rights reserved|alle rechte vorbehalten"
    r"|tous droits (?:r[ée]serv[ée]s?|de)"
    r"|alle rechten voorbehouden|todos los derechos reservados|tutti i diritti riservati|diritti riservati"
    r"|todos os direitos reservados|alle rettigheder forbeholdt|alle rettigheter|alla rättigheter"
    r"|registered in england and wales|droits de reproduction|licen[cs]ed (?:by|to|from)",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"(?:provided|distributed|supplied|published|reproduced|made available) (?:\w+ )?(?:by|under|with"
    r"|through|via)\b"
    r"|permission|licen[cs]e|lizenz|licentie|licence|licencia|licenza|not for resale|redistribution"
    r"|this content is|exklusiv|mediengruppe nutzung",
    re.IGNORECASE,
)


def is_rights(text: str) -> bool:
    """Whether a short paragraph says whose the text is."""
    return len(text) < 1200 and _RIGHTS.search(text[:300]) is not None


def is_licence(text: str) -> bool:
    """Whether a short paragraph says by whose leave the archive has the text."""
    return len(text) < 400 and _LICENCE.search(text) is not None

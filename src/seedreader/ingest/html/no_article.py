"""Pages that hold no article, by what they show in its place."""

from __future__ import annotations

import re

from seedreader.ingest.errors import IngestError
from seedreader.ingest.raw_document import RawDocument

SHORT = 700
"""Characters of a page that holds none, at most."""

CHECK = "a page that checks that you are not a program"
SCRIPTS = "a page that shows nothing without its scripts"
CHECKING = re.compile(
    r"\b(?:just a moment|verify (?:that )?you are (?:a )?human|are you a robot|"
    r"unusual (?:traffic|activity)|"
    r"checking your browser|access (?:to this page has been )?denied|captcha)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:(?:sorry|oops)\W+)?(?:no (?:results|articles|entries|posts|matches)(?: (?:were )?found)?"
    r"|nothing (?:was )?found"
    r"|(?:error )?404(?:\W+not found)?|(?:the )?page (?:was )?not found"
    r"|keine (?:treffer|ergebnisse)(?: gefunden)?"
    r"|seite nicht gefunden|aucun résultat|page introuvable|sin resultados|página no encontrada)\W*",
    re.IGNORECASE,
)
_FRAME = re.compile(r"<i?frame\b[^>]{0,300}?\bsrc\s*=\s*[\"']?([^\s\"'>]{1,200})", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)


def is_for_scripts(text: str) -> bool:
    """Whether a text is no more than a word to those whose browser runs no scripts."""
    return len(text) < SHORT and re.search(r"\bjava ?script\b", text, re.IGNORECASE) is not None


def why_empty(markup: str) -> IngestError:
    """Why a page shows no text: it is a frame for others, needs its scripts, or is empty."""
    if re.search(r"<frameset\b", markup, re.IGNORECASE):
        named = ", ".join(_FRAME.findall(markup)[:3])
        return IngestError(
            "nothing", f"it is a frame for other pages; open these ({named})" if named else "it is a frame"
        )
    if _SCRIPT.search(markup):
        return IngestError("walled", SCRIPTS)
    return IngestError("empty")


def refusal(document: RawDocument) -> IngestError | None:
    """What a page is in place of an article; None for one that may hold one.

    A check's words count where they begin the title or the first lines of a short page that tells no day.
    """
    text = document.text.strip()
    if len(text) >= SHORT or "published" in document.declared:
        return None
    title = str(document.declared["title"].value) if "title" in document.declared else ""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if any(map(CHECKING.match, [title, *lines[:2]])):
        return IngestError("walled", CHECK)
    if _NOTHING.fullmatch(lines[-1]) and len(lines) <= 2:
        return IngestError("nothing", f"it says “{lines[-1]}”")
    return None

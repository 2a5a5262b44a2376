"""Title, author and day of a PDF: what its first page shows, then what its Info dictionary says of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from seedreader.ingest import metadata, source_line, written_day
from seedreader.ingest.formats.pdf.paragraphs import Placed
from seedreader.ingest.outlet import masthead
from seedreader.ingest.raw_document import Declared
from seedreader.ingest.source_line import SourceLine

PAGE, HEADER, INFO, PRINT = "page", "running header", "pdf info", "printed line"
"""What tells a value: the first page, the line above every page, the Info dictionary, a browser's lines."""

_TOP, _LEAST, _LONGEST = 14, 8, 300
_LARGER = 1.12
_PROSE_WORDS = 25
_NO_TITLE = re.compile(
    r"\W*|(?:microsoft (?:word|powerpoint|excel)\b|untitled|unbenannt|sans titre|sin título|unnamed"
    r"|document\b|dokument\b|slide 1\b|powerpoint|title\Z|print\b|scan|about:|https?:|file:).*"
    r"|.*\.(?:docx?|pdf|indd|qxd|qxp|tex|dvi|rtf|odt|html?|pages|pub|pptx?|xlsx?|txt|eml|msg|p65|ps)(?:\W.*)?"
    r"|[\d\W_]+|\S{0,3}",
    re.IGNORECASE | re.DOTALL,
)
_BY = re.compile(
    r"(?:by|von|par|por|di|door|av|af|autor(?:in)?:?|author:?|text:?)\s+(?P<name>[^\W\d_].{2,80})",
    re.IGNORECASE,
)
_NAME = r"(?:[^\W\d_]['’.]?){1,20}(?:-[^\W\d_]{1,20})?"
_NAMES = re.compile(
    rf"{_NAME}(?: {_NAME}){{1,3}}(?:(?:,| and| und| et| y| &) {_NAME}(?: {_NAME}){{1,3}}){{0,7}}"
)
_BELOW_A_NAME = re.compile(
    r"@|\b(?:abstract|universit|institut|department|college|school of|zusammenfassung)", re.IGNORECASE
)
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def declared(
    placed: Sequence[Placed], text: str, info: Mapping[str, str], body: float, is_print: bool
) -> dict[str, Declared]:
    """What a document tells of itself, by the names that `Provenance` has.

    ``placed`` are its blocks, ``info`` the Info dictionary, ``body`` the usual size of letters; ``is_print``
    says that a browser made it, so that its day is that of the printing.
    """
    top = _top(placed)
    said = info.get("Title", "").strip()[:_LONGEST]
    said = "" if _NO_TITLE.fullmatch(said) else said
    found: dict[str, Declared] = {}
    at = _title(top, said, body)
    if at is not None:
        found["title"] = Declared(top[at].block.text, PAGE)
    elif said and metadata.find_metadata(text).title is None:
        found["title"] = Declared(said, INFO)
    if author := _author(top, at) or _info_author(info.get("Author", ""), text):
        found["author"] = author
    issue = None if is_print else _issue(placed)
    if day := _day(top):
        found["published"] = Declared(day, PAGE)
    elif issue and issue.day:
        found["published"] = Declared(issue.day, HEADER)
    elif not is_print and metadata.find_metadata(text).published is None and (made := _created(info)):
        found["published"] = Declared(made, INFO)
    if issue and issue.outlet:
        found["outlet"] = Declared(issue.outlet, HEADER)
    elif is_print and at is not None and (site := _site(top[at].block.text, said)):
        found["outlet"] = Declared(site, INFO)
    return found


def _issue(placed: Sequence[Placed]) -> SourceLine | None:
    """The paper and its day, as the running header of a page names them."""
    lines = (source_line.read(each.block.text) for each in placed if each.block.kind == "header")
    return next((line for line in lines if line and line.day and line.outlet), None)


def _top(placed: Sequence[Placed]) -> list[Placed]:
    """The blocks of the first page with text, as far as a title may stand."""
    shown = [each for each in placed if each.block.kind not in ("header", "footer")]
    return [each for each in shown if each.page == shown[0].page][:_TOP] if shown else []


def _title(top: Sequence[Placed], said: str, body: float) -> int | None:
    """Which block is the title: one that the Info dictionary tells, else the one in the largest letters."""
    likely = [
        i
        for i, each in enumerate(top)
        if each.block.kind in ("heading", "paragraph", "list")
        and 3 <= len(each.block.text) <= 300
        and any(map(str.isalpha, each.block.text))
        and not masthead(each.block.text)
        and written_day.whole(each.block.text) is None
    ]
    told = [i for i in likely if said and _is_told(top[i].block.text, said)]
    if told:
        return max(told, key=lambda i: (len(top[i].block.text), -i))
    large = [i for i in likely if top[i].size >= _LARGER * body]
    if large:
        return max(large, key=lambda i: (round(top[i].size), -i))
    bold = [i for i in likely[:2] if top[i].block.kind == "heading"]
    return bold[0] if bold and bold[0] <= 2 else None


def _is_told(text: str, said: str) -> bool:
    """Whether the title that a file says it has is a text, or that and the name of the site."""
    return _folded(text) == _folded(said) or (len(text) >= _LEAST and _folded(text) in _folded(said))


def _site(title: str, said: str) -> str | None:
    """The name behind a title, as pages have it: "Crane falls | The Herald"."""
    rest = said.removeprefix(title)
    match = re.fullmatch(r"\s*[|–—·-]\s*(?P<name>[^|–—·]{2,40})", rest) if rest != said else None
    return match["name"].strip() if match else None


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _author(top: Sequence[Placed], title: int | None) -> Declared | None:
    """The by-line under the title, or names between it and what stands under the names of authors."""
    if title is None:
        return None
    below = top[title + 1 : title + 5]
    for i, each in enumerate(below):
        text = each.block.text
        if len(text.split()) > _PROSE_WORDS:
            break
        by = _BY.fullmatch(text)
        name = by["name"] if by else text
        after = below[i + 1].block.text if i + 1 < len(below) else ""
        signed = by or written_day.whole(after) or _BELOW_A_NAME.search(after)
        if signed and _NAMES.fullmatch(name) and all(word[0].isupper() for word in _long(name)):
            return Declared(name, PAGE)
    return None


def _long(name: str) -> list[str]:
    return [word for word in name.replace(",", " ").split() if len(word) > 3] or [name]


def _info_author(name: str, text: str) -> Declared | None:
    """The author of the Info dictionary, if the text names them: it may be whoever typed or printed it."""
    name = name.strip()[:_LONGEST]
    known = " " in name and _NAMES.fullmatch(name) and _folded(name) in _folded(text)
    return Declared(name, INFO) if known else None


def _day(top: Sequence[Placed]) -> date | None:
    """A day that stands alone above the text."""
    for each in top:
        if len(each.block.text.split()) > _PROSE_WORDS:
            return None
        day = written_day.whole(each.block.text)
        if day is None and (line := source_line.read(each.block.text)):
            day = line.day
        if day:
            return day
    return None


def _created(info: Mapping[str, str]) -> date | None:
    match = _CREATED.match(info.get("CreationDate", ""))
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None

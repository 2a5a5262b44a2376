"""What was fetched from an address, as articles: read as a file is, with what the server said as a hint."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from seedreader.article import Article, SourceId
from seedreader.ingest import binary, canonical, compressed, decode, registry
from seedreader.ingest.errors import IngestError, Problem, problem_of
from seedreader.ingest.html import no_article
from seedreader.ingest.load_files import LoadResult
from seedreader.ingest.raw_document import Declared, RawDocument
from seedreader.notebook.storage.fetched import FetchedPage

SHORT = 700
"""Characters of the text of a page itself, below which it can be one that stands before an article."""

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:.+-]{2,40})", re.I)
_PASSWORD = re.compile(rb"<input\b[^>]{0,300}?\btype\s*=\s*[\"']?password", re.I)
_ASIDE = frozenset(("navigation", "header", "footer", "comment", "caption", "hidden"))


class _Wall(NamedTuple):
    called: str
    place: re.Pattern[str]
    words: re.Pattern[str]


def _part(words: str) -> re.Pattern[str]:
    """One of these as a part of a host or path."""
    return re.compile(rf"(?:^|[/._-])(?:{words})(?:[/._?-]|$)", re.I)


_WALLS = (
    _Wall(
        "a page that asks to sign in",
        _part("log-?in|sign-?in|signup|sso|auth|account|register|anmelden|connexion"),
        re.compile(
            r"\b(?:(?:log|sign) ?in (?:to|with)|forgot(?:ten)? (?:your )?password|create an account|"
            r"passwort vergessen|mot de passe oublié|einloggen|se connecter)\b",
            re.I,
        ),
    ),
    _Wall(
        "a page that asks for consent to cookies",
        _part("consent|privacy-?(?:gate|wall)|cookie-?(?:wall|consent)|gdpr"),
        re.compile(
            r"\b(?:accept (?:all )?cookies|(?:we|and our partners) (?:use|store).{0,40}cookies|"
            r"alle akzeptieren|cookies akzeptieren|accepter (?:et|les|tous)|zustimmung|accepteer)\b",
            re.I,
        ),
    ),
    _Wall(
        no_article.CHECK,
        _part("captcha|challenge|cdn-cgi"),
        no_article.CHECKING,
    ),
    _Wall(
        no_article.SCRIPTS,
        re.compile(r"(?!)"),
        re.compile(
            r"\b(?:enable|activate|turn on|requires?) javascript\b|\bjavascript (?:is|must be|has been)\b",
            re.I,
        ),
    ),
)
"""Pages that stand before an article, by their address and by their words."""


def read(page: FetchedPage, called: str) -> LoadResult:
    """The articles of what was fetched; ``called`` is what was given: what was opened, and has problems."""
    source = SourceId(page.address)
    try:
        found = registry.read(_in_utf8(page.data, page.content_type), source, page.content_type)
    except IngestError as error:
        if error.problem.kind == "empty" and page.data.strip():
            return LoadResult((), (Problem(called, "walled", _WALLS[-1].called),))
        return LoadResult((), (problem_of(called, error),))
    problems = tuple(
        each._replace(source=f"{called} › {each.source}" if each.source else called)
        for each in found.problems
    )
    if wall := _wall(found.documents, page):
        return LoadResult((), (*problems, Problem(called, "walled", wall)))
    at = datetime.fromisoformat(page.at)
    name = Declared(_name(page.address), "address")
    return LoadResult(
        tuple(_article(raw, page, at, name, called) for raw in _placed(found.documents, page)), problems
    )


def _article(raw: RawDocument, page: FetchedPage, at: datetime, name: Declared, called: str) -> Article:
    return canonical.article(raw._replace(retrieved=raw.retrieved or at), name, called, page.address)


def _placed(documents: tuple[RawDocument, ...], page: FetchedPage) -> Iterable[RawDocument]:
    """The one document of a page with where it was found, if it does not tell a better address itself."""
    if len(documents) != 1 or documents[0].member is not None or "url" in documents[0].declared:
        return documents
    (only,) = documents
    return (only._replace(declared={**only.declared, "url": Declared(page.final, "address")}),)


def _in_utf8(data: bytes, content_type: str) -> bytes:
    """A text whose encoding the server tells, in UTF-8; anything else as it is."""
    declared = _CHARSET.search(content_type)
    kind = content_type.partition(";")[0].strip().lower()
    if not declared or not (kind.startswith("text/") or kind.endswith(("xml", "json"))):
        return data
    if compressed.is_compressed(data) or binary.kind(data[: registry.SNIFFED]):
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return decode.decode(data, declared[1])[0].encode("utf-8", "surrogatepass")
        except IngestError:
            return data
    return data


def _wall(documents: tuple[RawDocument, ...], page: FetchedPage) -> str | None:
    """What stands in the place of an article, as words; None where there is one."""
    if len(documents) != 1 or documents[0].media_type != "text/html":
        return None
    own = _own(documents[0])
    if len(own) >= SHORT:
        return None
    parts = urlsplit(page.final)
    moved = page.final != page.address
    where = f"{parts.hostname or ''}{parts.path}"
    title = str(documents[0].declared["title"].value) if "title" in documents[0].declared else ""
    for wall in _WALLS:
        if wall.words.search(own) or wall.words.search(title) or (moved and wall.place.search(where)):
            return wall.called
    if len(own) < SHORT // 2 and _PASSWORD.search(page.data):
        return _WALLS[0].called
    return None


def _own(raw: RawDocument) -> str:
    """The text of a page without its menus, header and footer."""
    parts, at = [], 0
    for start, end, kind in sorted(raw.structure):
        if kind in _ASIDE and end > at:
            parts.append(raw.text[at : max(at, start)])
            at = end
    return "".join([*parts, raw.text[at:]]).strip()


def _name(address: str) -> str:
    """What to call a page that has no name: the last part of its path that says something, or its host."""
    parts = urlsplit(address)
    said = [unquote(part) for part in parts.path.split("/") if re.search(r"[^\W\d_]{3}", part)]
    return said[-1].rsplit(".", 1)[0] if said else parts.netloc

"""What there is to cite of a source, whatever form of a bibliography it goes into."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from seedreader.article import Article
from seedreader.ingest import notices
from seedreader.report.citation import plain
from seedreader.text import uris

_MESSAGES = ("message/rfc822", "application/vnd.ms-outlook", "application/mbox")
_CHATS = frozenset(("telegram", "messages"))
"""What tells the values of a chat."""
_JOINED = re.compile(r"\s*(?:;|/|\||\band\b|\bund\b|\bet\b|\by\b|\s&\s)\s*")
_ONE_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){1,3}")
_BODY = frozenset((
    "press", "news", "newspaper", "agency", "agencies", "agence", "agentur", "times", "post", "staff",
    "desk", "team", "editor", "editors", "editorial", "redaktion", "redaction", "redacción", "redazione",
    "correspondent", "reporter", "reporters", "reuters", "bureau", "media", "online", "network", "service",
    "services", "group", "office", "department", "institute", "university", "magazine",
))  # fmt: skip
"""Words of what is no person: a body, or someone without a name."""
_KEY_WORDS = re.compile(r"[a-z0-9]+")


class Name(NamedTuple):
    """Who wrote it: a person by family and given name, or else what the page says (`literal`)."""

    literal: str
    family: str = ""
    given: str = ""


class Reference(NamedTuple):
    """A source as an entry: ``key`` tells it from the others and stays the same while it does.

    ``kind`` is a type of CSL: article-newspaper, webpage, post (of a chat), personal_communication (a mail)
    or document.
    ``accessed`` is the day on which its text was got. ``note`` says what none of the fields does.
    """

    key: str
    kind: str
    title: str
    outlet: str = ""
    authors: tuple[Name, ...] = ()
    published: date | None = None
    url: str = ""
    accessed: date | None = None
    language: str = ""
    note: str = ""


def references(articles: Sequence[Article]) -> tuple[Reference, ...]:
    """An entry for each article, in their order.

    A source's key does not depend on its neighbours, unless two would have one: then what they are is in it.
    """
    keys = [_key(article) for article in articles]
    shared = Counter(keys)
    found, seen = [], Counter[str]()
    for key, article in zip(keys, articles, strict=True):
        own = f"{key}-{_mark_of(article)}" if shared[key] > 1 else key
        seen[own] += 1
        found.append(_reference(f"{own}-{seen[own]}" if seen[own] > 1 else own, article))
    return tuple(found)


def names(author: str) -> tuple[Name, ...]:
    """Those whom a by-line names; what is not surely persons' names stays one literal name."""
    said = _line(author)
    several = said.split(", ") if said.count(",") and "," not in said.replace(", ", "") else [said]
    parts = [part for each in several for part in _JOINED.split(each) if part]
    if not parts or not all(map(_is_person, parts)):
        return (Name(said),) if said else ()
    return tuple(_name(part) for part in parts)


def _is_person(said: str) -> bool:
    return bool(_ONE_NAME.fullmatch(said)) and _BODY.isdisjoint(said.casefold().split())


def _name(said: str) -> Name:
    """A person: "van", "de la" and their like before the last word are of the family's name."""
    words = said.split()
    begin = next((i for i, word in enumerate(words[1:-1], 1) if word.islower()), len(words) - 1)
    return Name(said, " ".join(words[begin:]), " ".join(words[:begin]))


def _reference(key: str, article: Article) -> Reference:
    return Reference(
        key=key,
        kind=_kind(article),
        title=_line(article.title or ("" if article.outlet else article.name)),
        outlet=_line(article.outlet or ""),
        authors=names(article.author or ""),
        published=article.day,
        url=_line(article.url or _address(article)),
        accessed=article.retrieved.date() if article.retrieved else None,
        language=article.language or "",
        note=_note(article),
    )


def _kind(article: Article) -> str:
    if not _CHATS.isdisjoint(article.provenance):
        return "post"
    if article.outlet:
        return "article-newspaper"
    if article.media_type in _MESSAGES and not article.url:
        return "personal_communication"
    return "webpage" if article.url or _address(article) else "document"


def _address(article: Article) -> str:
    """Where a source of the web is that names no address of its own."""
    uri = article.source.uri if article.source else ""
    return uri if uri.startswith(("http://", "https://")) else ""


def _note(article: Article) -> str:
    """What its text is, and where it lies: a file and what is inside it."""
    where = article.path or ""
    if article.source and article.source.member:
        where = f"{where} › {article.source.member}" if where else article.source.member
    said = [f"marked: {', '.join(notices.words(article))}" if notices.words(article) else ""]
    said += [f"updated {article.updated}" if article.updated and article.published else ""]
    said += [f"read from {where}" if where else ""]
    return _line("; ".join(filter(None, said)))


def _key(article: Article) -> str:
    """ "ruiz2025harbour": family name or outlet, year, and the first long word of the title."""
    authors = names(article.author or "")
    first = authors[0].family if authors and authors[0].family else article.outlet or article.name
    year = str(article.day.year) if article.day else ""
    words = _KEY_WORDS.findall(_ascii(article.title or ""))
    title = next((word for word in words if len(word) > 3), words[0] if words else "")
    return (
        "".join(_KEY_WORDS.findall(_ascii(first)))[:24] + year + title[:24] or f"source-{_mark_of(article)}"
    )


def _mark_of(article: Article) -> str:
    """Six digits that are the same for a source whenever it is read."""
    source = article.source
    what = f"{uris.to_path(source.uri)} {source.member or ''}" if source else article.text
    return sha256(what.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def _line(text: str) -> str:
    return " ".join(plain(text).split())

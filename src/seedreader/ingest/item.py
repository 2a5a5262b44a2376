"""An item of an agency, a feed or a table as a raw document: its parts, and the values declared for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from seedreader.article import AgencyItem, Mark
from seedreader.ingest import declared_day, fragment
from seedreader.ingest.raw_document import Declared, RawDocument
from seedreader.ingest.text_builder import Block, TextBuilder

_BYLINE = re.compile(
    r"(?i:by|von|par|door|por|af|av|di|por:|autor:|text:)\s+(?P<who>[^\W\d_a-z].{2,90})\Z", re.DOTALL
)
_NAME = re.compile(r"[^\W\d_]{2}")
_SIGNS = re.compile(r"(?:[a-zæøåäöü]{1,4}[/ ,-]?){1,6}\Z")
_NOBODY_WORDS = (
    "admin administrator editor editors webmaster root user wpadmin redaktion redaction redaccion"
    " newsdesk staff null none nan nil unknown n/a [] {} ()"
)
_NOBODY = frozenset(_NOBODY_WORDS.split())
_THREE = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt",
    "nld": "nl", "dut": "nl", "rus": "ru", "ukr": "uk", "pol": "pl", "ces": "cs", "cze": "cs", "swe": "sv",
    "dan": "da", "nor": "no", "nob": "nb", "fin": "fi", "tur": "tr", "ara": "ar", "heb": "he", "zho": "zh",
    "chi": "zh", "jpn": "ja", "kor": "ko", "ell": "el", "gre": "el", "ron": "ro", "rum": "ro", "hun": "hu",
    "bul": "bg", "hrv": "hr", "srp": "sr", "slk": "sk", "slo": "sk", "slv": "sl", "cat": "ca", "eus": "eu",
    "baq": "eu", "est": "et", "lav": "lv", "lit": "lt", "fas": "fa", "per": "fa", "hin": "hi", "urd": "ur",
    "ind": "id", "vie": "vi", "tha": "th",
}  # fmt: skip
_NAMES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl",
    "nederlands": "nl", "russian": "ru", "русский": "ru", "ukrainian": "uk", "polish": "pl", "polski": "pl",
    "czech": "cs", "swedish": "sv", "danish": "da", "norwegian": "no", "finnish": "fi", "turkish": "tr",
    "arabic": "ar", "hebrew": "he", "chinese": "zh", "japanese": "ja", "korean": "ko", "greek": "el",
    "romanian": "ro", "hungarian": "hu", "bulgarian": "bg", "croatian": "hr", "serbian": "sr",
}  # fmt: skip
_OUR = re.compile(r"https?://[^\s<>\"]{3,4000}\Z", re.IGNORECASE)


class Fields:
    """Values declared for an article, the first told of each; empty ones are none."""

    def __init__(self, told_by: str) -> None:
        self.declared: dict[str, Declared] = {}
        self._told_by = told_by

    def tell(self, field: str, value: object, told_by: str = "") -> None:
        """Keep a value that was found as it is right for its field; nothing for what is no such value."""
        if field in self.declared:
            return
        kept = _AS.get(field, _text)(value)
        if kept:
            self.declared[field] = Declared(kept, told_by or self._told_by)

    def value(self, field: str) -> str:
        """What is declared, as text; "" for nothing."""
        found = self.declared.get(field)
        return str(found.value) if found else ""

    def days(self, published: object, updated: object = None) -> None:
        """Both days; one of an update that is the day of publication is none."""
        self.tell("published", published)
        self.tell("updated", updated)
        first, second = self.declared.get("published"), self.declared.get("updated")
        if second and (first is None or str(second.value) <= str(first.value)):
            del self.declared["updated"]
            if first is None:
                self.declared["published"] = second


def document(
    fields: Fields,
    body: Iterable[Block],
    media_type: str,
    *,
    lead: Iterable[Block] = (),
    member: str | None = None,
    marks: Iterable[Mark] = (),
    item: AgencyItem | None = None,
) -> RawDocument:
    """The article: its title, unless the body begins with it, what stands below that, and its body."""
    body = [block for block in body if block.text.strip()]
    title = fields.value("title")
    builder = TextBuilder()
    shows = any(folded(block.text) == folded(title) for block in body[:1] + _headings(body))
    if title and not shows:
        builder.block(title, "heading")
    shown = {folded(title)}
    for block in lead:
        if block.text.strip() and folded(block.text) not in shown:
            shown.add(folded(block.text))
            builder.add(block)
    for block in body[:-1]:
        builder.add(block)
    for block in body[-1:]:
        builder.add(block._replace(kind="header") if _SIGNS.fullmatch(block.text.strip()) else block)
    if body and (said := _BYLINE.match(body[0].text.strip())):
        fields.tell("author", said["who"], "text")
    text, structure = builder.result()
    kept = tuple(dict.fromkeys(marks))
    return RawDocument(text, media_type, member, fields.declared, structure, kept, item=item)


_SIGNS = re.compile(r"[a-z]{2,5}(?:/[a-z]{2,5}){1,5}")
"""The signs of the editors under an agency's item: "hh/ph/ts"."""


def _headings(body: list[Block]) -> list[Block]:
    return [block for block in body if block.kind == "heading"][:5]


def folded(text: str) -> str:
    """A text without what may differ between two showings of it."""
    return re.sub(r"\W+", " ", text).strip().casefold()


def length(blocks: Iterable[Block]) -> int:
    """How many characters blocks hold."""
    return sum(len(block.text.strip()) for block in blocks)


class Members:
    """What the articles of one container are called: by its own ids, each once, or by number.

    ``before`` is how many stand before them in it.
    """

    def __init__(self, before: int = 0) -> None:
        self._used: dict[str, int] = {}
        self._number = before

    def name(self, identifier: object) -> str:
        """The next article's name."""
        self._number += 1
        own = " ".join(str(identifier).split())[:500] if identifier not in (None, "") else str(self._number)
        times = self._used[own] = self._used.get(own, 0) + 1
        return own if times == 1 else self.name(f"{own}#{times}")


def author(value: object) -> str | None:
    """Who wrote it, without "By"; None for signs of editors and names of nobody."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title") or value.get("fullName")
    if isinstance(value, list | tuple):
        return ", ".join(dict.fromkeys(filter(None, map(author, value)))) or None
    if not isinstance(value, str):
        return None
    name = fragment.line(value).strip(" ,;|-–")
    if said := _BYLINE.match(name):
        name = said["who"].strip()
    if address := re.fullmatch(r"\S+@\S+\s*\((.+)\)|(.+?)\s*<?\S+@\S+>?", name):
        name = address.group(1) or address.group(2)
    if "@" in name or name.startswith(("http://", "https://")) or len(name) > 300:
        return None
    if name.casefold() in _NOBODY or _SIGNS.fullmatch(name) or not _NAME.search(name):
        return None
    return name


def language(value: object) -> str | None:
    """A language as its code of two letters."""
    if isinstance(value, list | tuple):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    tag = re.split(r"[-_@.]", value.strip().casefold())[0]
    if len(tag) == 2 and tag.isascii() and tag.isalpha():
        return tag
    return _THREE.get(tag) or _NAMES.get(value.strip().casefold())


def address(value: object) -> str | None:
    """An address of the web; None for anything else."""
    text = value.strip() if isinstance(value, str) else ""
    return text if _OUR.match(text) else None


def outlet(value: object) -> str | None:
    """The name of a paper or site."""
    if isinstance(value, list):
        return outlet(value[0]) if value else None
    if isinstance(value, dict):
        return outlet(value.get("title") or value.get("name") or value.get("uri") or value.get("domain"))
    name = fragment.line(value).strip("/ ") if isinstance(value, str) else ""
    if name.casefold() in _NOBODY or len(name) > 120:
        return None
    return re.sub(r"^https?://(?:www\.)?([^/]+).*", r"\1", name) or None


def _text(value: object) -> str | None:
    return fragment.line(value) or None if isinstance(value, str) else None


def _title(value: object) -> str | None:
    text = _text(value)
    return text if text and text.casefold() not in _NOBODY and not _OUR.match(text) else None


def _day(value: object) -> date | None:
    return declared_day.day(value)


_AS = {
    "title": _title,
    "author": author,
    "language": language,
    "url": address,
    "outlet": outlet,
    "published": _day,
    "updated": _day,
}

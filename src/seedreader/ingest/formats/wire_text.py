"""Text as it goes over an agency's wire: IPTC 7901, and ANPA 1312 of American agencies.

A message stands between control characters: SOH, a header line; STX, the text; ETX, the tail with the time;
EOT. Several may follow one another. In ANPA the lines of the head end in ``<`` and begin with ``^``.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from seedreader.article import AgencyItem, SourceId
from seedreader.ingest import agency
from seedreader.ingest.declared_day import day
from seedreader.ingest.decode import decode
from seedreader.ingest.errors import TRUNCATED
from seedreader.ingest.fragment import unwrapped
from seedreader.ingest.item import Fields, Members, author, document, length
from seedreader.ingest.raw_document import Documents, RawDocument
from seedreader.ingest.text_builder import Block

MEDIA_TYPE = "text/vnd.iptc.7901"
TOLD_BY = "iptc7901"

_MESSAGE = re.compile(
    rb"\x01(?P<head>[^\x01\x02]*)\x02+(?P<text>[^\x01\x03\x04]*)(?:\x03(?P<tail>[^\x01\x04]*))?"
)
_CONTROLS = bytes((*range(9), 11, 12, *range(14, 32), 127))
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DDHHMM = re.compile(
    r"\b(\d\d)(\d\d)(\d\d)\s*(?:GMT|UTC|Z|CES?T|ME[SZ]+Z?)?\s+([A-Za-zäÄ]{3})[a-zäé]*\.?(?:\s+(\d{4}|\d\d))?\b"
)
_ANPA_DAY = re.compile(r"\b(\d{1,2})-(\d{1,2})-(\d\d)\b(?=\s+\d{4})")
_NOTES = re.compile(
    r"#{1,2}\s*(?:dpa[- ])?(?:notebook|notizblock|notebooks|internet|internet links|redaktionelle"
    r" hinweise|orte|kontakte"
    r"|ansprechpartner|block-notes|bloc-notes|cuaderno|editorial notes?|contacts?|service|dpa"
    r" contacts|berichtigung)\b"
    r"|(?:\*\s*){3,}\s*\Z|the following information is not (?:intended )?for publication"
    r"|die folgenden informationen sind nicht zur ver",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"(?:(?:dpa|afp|apa|sda|epd|ap|rtr|reuters|efe|pa)\s+)?(?:[a-z]{2,5}\d?[ /]){0,6}[a-z]{2,5}\d?\s*\Z"
)
_AGENCY = re.compile(r"\((?P<name>[A-Za-z][A-Za-z-]{1,11}(?: [A-Z][a-z]+)?)(?:/[\w-]+)?\)\s*[-–—_]")
_NO_NEWS = re.compile(
    r"\b(?:impressum|imprint|copyright by|service message|test message|bitte ignorieren)\b", re.IGNORECASE
)
_HEADLINE_ENDS = re.compile(r"\s=[ \t]*(?=\r?\n|\Z)")
_PARTS = re.compile(r"\n[^\S\n]*\n|\n(?=[^\S\n]{2,}\S)")
_TO_EDITORS = re.compile(
    r"\(?(?:Eds|Editors|Note to editors|Achtung|\(Achtung|Redaktionen|Attention)\b ?[:,)]"
)
_BY = ("By ", "Von ", "Par ", "Por ", "Di ")
_LINE = 150
_WRITING = re.compile(r",\s*(\d{1,2})?(?:st|nd|rd|th)?\s*Ld\b", re.IGNORECASE)
"""What follows the keyword of a story that was written anew: "BC-XX--Crates, 2nd Ld-Writethru"."""
_SLUG = re.compile(r"(?:BC|AM|PM|AP|bc|am|pm)-[\w–-]")


def read(data: bytes, _: SourceId) -> Documents:
    """The articles of one message or several; services and tests are none."""
    found: list[RawDocument] = []
    others: Counter[str] = Counter()
    members, messages = Members(), list(_MESSAGE.finditer(data))
    for message in messages:
        head, text, tail = (_decoded(message[part] or b"") for part in ("head", "text", "tail"))
        is_anpa = "^" in text[:200] or b"\x13" in message["head"]
        raw = (_anpa if is_anpa else _iptc)(head, text, tail)
        if raw is None:
            others["message of the service"] += 1
        else:
            own = " ".join(head.split()[:1])
            found.append(raw._replace(member=members.name(own) if len(messages) > 1 else None))
    last = messages[-1] if messages else None
    told = [TRUNCATED] if last and last["tail"] is None and b"\x04" not in data[last.end() :] else []
    return agency.documents(found, others, told, "a wire's control characters")


def _decoded(part: bytes) -> str:
    """A part of a message as text, without the characters that drove printers."""
    return decode(part.translate(None, _CONTROLS), "latin-1")[0]


def _iptc(head: str, text: str, tail: str) -> RawDocument | None:
    ends = _HEADLINE_ENDS.search(text, 0, 1500)
    title, body_text = (text[: ends.start()], text[ends.end() :]) if ends else ("", text)
    lines = [each.strip() for each in title.strip().split("\n") if each.strip()]
    whole = "\n".join(lines)
    plain = " ".join(agency.without_prefix(whole).split())
    body: list[Block] = []
    lead: list[Block] = []
    notes: list[str] = []
    for part in _PARTS.split(body_text):
        said = " ".join(part.split())
        if _NOTES.match(said):
            break
        if not said or _SIGN.fullmatch(said):
            continue
        if not body and said.endswith(" =") and len(said) < _LINE:
            lead.append(Block(said.removesuffix(" ="), "header" if said.startswith(_BY) else "heading"))
        elif _TO_EDITORS.match(said):
            notes.append(said)
        else:
            body.append(_paragraph(part))
    if not plain and len(body) > 1 and len(body[0].text) < _LINE and not body[0].text.endswith((".", "-")):
        plain = whole = body.pop(0).text
    fields = Fields(TOLD_BY)
    fields.tell("title", plain)
    for block in lead:
        if block.text.startswith(_BY):
            fields.tell("author", block.text)
    if length(body) < 30 or _NO_NEWS.search(plain) or _is_filler(body):
        return None
    fields.tell("outlet", agency.name(_agency(body, head)))
    fields.tell("published", _wire_day(tail, text))
    _byline(fields, body)
    slug = head.strip().split("\n")[-1].strip(" /")
    marks = agency.notices(headline=whole, slug=slug, said=notes)
    return document(fields, body, MEDIA_TYPE, lead=lead, marks=marks)


def _anpa(head: str, text: str, tail: str) -> RawDocument | None:
    fields = Fields("anpa1312")
    lead: list[Block] = []
    notes: list[str] = []
    slug = ""
    at = 0
    while at < len(text):  # the lines of the head
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end].strip()
        if line and not line.startswith("^") and not line.endswith("<"):
            break
        at = end + 1
        said = line.strip("^<= ").strip()
        if not said:
            continue
        if _SLUG.match(said) and not slug:
            slug = said
        elif re.match(r"(?:Eds|Editors|Note|AP (?:Photo|Video|Graphic)s?|With)\b", said):
            notes += [said] if said.startswith(("Ed", "Note")) else []
        elif (name := re.match(r"By (.+)", said)) and author(name.group(1)):
            fields.tell("author", name.group(1))
            lead.append(Block(said, "header"))
        elif not fields.value("title"):
            fields.tell("title", said)
        else:
            lead.append(Block(said))
    body = [
        _paragraph(part)
        for part in _PARTS.split(re.sub(r"[^\S\n]*<[^\S\n]*(?=\n|\Z)", "", text[at:]))
        if part.strip(" \t\n^<")
    ]
    if length(body) < 30:
        return None
    fields.tell("outlet", agency.name(_agency(body, head + tail)))
    fields.tell("published", _anpa_day(tail))
    return document(
        fields,
        body,
        MEDIA_TYPE,
        lead=lead,
        marks=agency.notices(slug=slug, said=notes, headline=fields.value("title")),
        item=_item(fields, slug),
    )


def _item(fields: Fields, slug: str) -> AgencyItem | None:
    """What all writings of a story are called for a day; none where nothing tells of several."""
    found = _WRITING.search(slug)
    outlet, published = (fields.declared.get(each) for each in ("outlet", "published"))
    if not outlet or not published:
        return None
    keyword = slug[: found.start()] if found else slug.rpartition(",")[0] or slug
    version = int(found[1] or 0) + 1 if found else 1
    return agency.item(
        TOLD_BY, str(outlet.value), str(published.value), keyword.strip(" ,<").casefold(), version=version
    )


def _paragraph(part: str) -> Block:
    """A paragraph on one line, or a table with its lines."""
    return Block(unwrapped(part))


def _byline(fields: Fields, body: list[Block]) -> None:
    if body and (said := re.match(r"(?:By|Von|Por|Par) (.{3,80})\Z", body[0].text)):
        fields.tell("author", said.group(1))


def _agency(body: list[Block], head: str) -> str | None:
    for block in body[:3]:
        if found := _AGENCY.search(block.text[:200]):
            return found["name"]
    if found := re.search(r"\b(dpa|afp|apa|sda|ats|epd|kna|pap|ntb|tass|AP|AFP)\b", head):
        return found.group()
    return None


def _is_filler(body: list[Block]) -> bool:
    """Whether a text is a few words said again and again."""
    words = " ".join(block.text for block in body).casefold().split()
    return len(words) > 12 and len(set(words)) < 0.4 * len(words) and len(words) < 80


def _wire_day(tail: str, text: str) -> date | None:
    """The day of "212101 GMT Nov 18", which is 21 November 2018, 21:01; none where the year is left out."""
    found = _DDHHMM.search(tail) or _DDHHMM.search(text[-200:])
    if not found or not found[5]:
        return None
    month = found[4].casefold().replace("mär", "mar")[:3]
    month = {"mai": "may", "okt": "oct", "dez": "dec"}.get(month, month)
    if month not in _MONTHS:
        return None
    year = int(found[5]) + (2000 if len(found[5]) == 2 else 0)
    return day(f"{year:04}-{_MONTHS.index(month) + 1:02}-{found[1]}")


def _anpa_day(tail: str) -> date | None:
    """The day of "11-13-13 1509GMT", the month first."""
    found = _ANPA_DAY.search(tail)
    return day(f"20{found[3]}-{int(found[1]):02}-{int(found[2]):02}") if found else None

"""What formats of news agencies have in common: names, notices of versions, and what holds no text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from seedreader.article import AgencyItem, Mark
from seedreader.ingest.errors import Problem
from seedreader.ingest.raw_document import Documents, RawDocument

_AGENCIES = {
    "afp": "AFP", "ansa": "ANSA", "ap": "AP", "apa": "APA", "aap": "AAP", "anp": "ANP", "ats": "ATS",
    "sda": "SDA",
    "belga": "Belga", "cp": "The Canadian Press", "dpa": "dpa", "dpa-afx": "dpa-AFX", "efe": "EFE",
    "interfax":
    "Interfax", "kyodo": "Kyodo", "ntb": "NTB", "pa": "PA", "pap": "PAP", "reuters": "Reuters",
    "ritzau": "Ritzau",
    "stt": "STT", "tass": "TASS", "tt": "TT", "xinhua": "Xinhua", "yonhap": "Yonhap", "lusa": "Lusa",
    "kna": "KNA",
    "epd": "epd", "bloomberg": "Bloomberg", "upi": "UPI", "ukrinform": "Ukrinform", "ana": "ANA",
    "mti": "MTI",
}  # fmt: skip
SHORTEST_NAME = 12
"""Characters of an item's name at least that is no URI."""
_VERSION = re.compile(r"[0-9]{1,18}")
_DOMAIN = re.compile(r"(?:www\.)?([\w-]+)\.(?:[a-z]{2,4}\.)?[a-z]{2,6}(?:\.[a-z]{2})?/?", re.IGNORECASE)

_PREFIX = re.compile(
    r"\s*\(?(?P<said>(?:UPDATE|LEAD|RECAST|WRAPUP|RPT|ADVISORY)[ -]?\d{0,2}|\d(?:ST|ND|RD|TH)["
    r" -]?(?:LEAD|LD)\b[\w -]{0,14}"
    r"|(?:LEAD-?ALL|NEWLEAD|NEUFASSUNG|ZUSAMMENFASSUNG|EXTRA|URGENT|EILMELDUNG|EIL|FLASH|SNAP|BREAKING|KORREKTUR"
    r"|KORR|BERICHTIGUNG|CORRECTED|CORRECTION|REFILE|REPEAT|KILL|KILLED|WITHDRAWN|WITHDRAWAL|RETRACTED|EMBARGO(?:ED)?"
    r"|SPERRFRIST|ACHTUNG|STORNO|ANNULLIERUNG|BULLETIN|DEMENTI|ANNULE|CORRECTIF|RECTIFICATIF|RETTELSE|OIKAISU))"
    r"\)?(?:\s?\(.{1,40}?\))?\s*(?:[-–—:/]|\n|(?<=\)))\s*",
)
_WRITETHRU = re.compile(r"\b(\d(?:st|nd|rd|th) ?Ld(?:-Writethru)?)\b", re.IGNORECASE)
_TOLD = {
    "usable": "", "canceled": "kill", "cancelled": "kill", "killed": "kill", "deleted": "kill", "withdrawn":
    "withdrawn", "withheld": "withheld", "embargoed": "embargo", "correction": "correction",
    "corrected": "correction",
    "update": "update", "updated": "update", "u": "update", "c": "correction", "x": "kill", "n": "",
    "updateurgent":
    "update", "retraction": "kill", "kill": "kill", "advisory": "advisory", "replace": "update",
}  # fmt: skip


def name(*told: str | None) -> str | None:
    """An agency's or paper's name, of what a format tells of it, the best first."""
    for each in told:
        value = " ".join((each or "").split()).strip("–—-/ ")
        if not value or value.isdigit():
            continue
        value = value.rpartition(":")[2] if re.fullmatch(r"[\w.-]+:[\w.-]+", value) else value
        domain = _DOMAIN.fullmatch(value)
        short = domain.group(1) if domain else value
        if known := _AGENCIES.get(short.casefold()):
            return known
        if domain:
            return value.removeprefix("www.").rstrip("/")
        if len(value) > 1 and not re.fullmatch(r"[a-z]+\d+", value):
            return value
    return None


def notices(
    *,
    version: str | int | None = None,
    status: Iterable[str | None] = (),
    embargo: str | None = None,
    said: Iterable[str] = (),
    headline: str = "",
    slug: str = "",
) -> list[Mark]:
    """What an agency says of an item: its version, that it corrects or kills another, an embargo, notes."""
    found: list[str] = []
    number = str(version or "").strip()
    if number.isdigit() and 1 < int(number) < 10_000:
        found.append(f"version {int(number)}")
    for each in status:
        key = (each or "").rpartition(":")[2].strip().casefold()
        if told := _TOLD.get(key, ""):
            found.append(told)
    if embargo and embargo.strip():
        found.append(f"embargo until {embargo.strip()}")
    if prefix := _PREFIX.match(headline):
        found.append(prefix["said"].strip())
    if writethru := _WRITETHRU.search(slug):
        found.append(writethru.group(1))
    found += [" ".join(each.split())[:400] for each in said if each.strip()]
    return [Mark("notice", each) for each in dict.fromkeys(found)]


def without_prefix(headline: str) -> str:
    """A headline without what the agency says of the version, where that stands on a line or in brackets."""
    found = _PREFIX.match(headline)
    return headline[found.end() :] if found and "\n" in found.group() else headline


def item(*names: str, version: object = None) -> AgencyItem | None:
    """What an agency calls an item, by parts that name it together.

    None where the last is not told, or where they are so short that another agency may call its own so.
    """
    name = " ".join(filter(None, (each.strip() for each in names)))
    if not names[-1].strip() or (":" not in name and len(name) < SHORTEST_NAME):
        return None
    number = str(version).strip()
    return AgencyItem(name, int(number) if _VERSION.fullmatch(number) else None)


def latest(told: Sequence[tuple[str, object]]) -> set[int]:
    """The places of the items that are kept: of each id, the one with the highest version."""
    best: dict[str, tuple[int, int]] = {}
    for place, (identifier, version) in enumerate(told):
        number = int(str(version)) if str(version).isdigit() and len(str(version)) < 19 else 0
        key = identifier or f"#{place}"
        best[key] = max(best.get(key, (-1, -1)), (number, place))
    return {place for _, place in best.values()}


_NOUN_ENDS = re.compile(r"(?=\s(?:with|without|of)\b)|\Z")
"""Where an s makes several of a kind: "items with a title only", "pictures"."""


def listed(counts: Counter[str]) -> str:
    """What a message holds, in words: "1 package, 2 pictures"."""
    return ", ".join(
        f"{count} {kind if count == 1 else _NOUN_ENDS.sub('s', kind, count=1)}"
        for kind, count in counts.items()
        if count
    )


def documents(
    found: list[RawDocument], others: Counter[str], more: Iterable[Problem] = (), nothing: str = ""
) -> Documents:
    """The articles, and what the message holds besides or in place of any."""
    problems = list(more)
    if others:
        problems.append(Problem("", "besides" if found else "nothing", listed(others)))
    elif not found:
        problems.append(Problem("", "nothing", nothing or "no item"))
    return Documents(tuple(found), tuple(problems))

"""The dateline that opens wire copy: where, and often when and by which agency, it was written.

"HARLOW, Pa., May 3 (AP) — ", "Berlin (dpa) - ", "МОСКВА, 5 мая — ", "新华社北京5月3日电". A place in capitals
needs a dash behind it, an agency, or more proof: capitals also open labels, acronyms and turns of an
interview.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedreader.text.months import ANY_SHORT_MONTH

_AGENCIES = (
    r"AF?P|UPI|CNN|CBS|NBC|ABC|BBC|PA|PTI|ANI|IANS|APA|dpa|DPA|epd|KNA|sda|SDA|ats|ANSA|EFE|Lusa|LUSA|Belga|NTB"
    r"|TT|Ritzau|PAP|Interfax|TASS|ТАСС|РИА|[Rr]euters|REUTERS|Xinhua|Kyodo|Yonhap|Bloomberg|Agencia\w{0,8}"
    r"|Associated Press|Europa Press|EUROPA PRESS|Agence France-Presse|Press Association"
    r"|(?:Globe|GLOBE|PR) ?(?:Newswire|NEWSWIRE)|(?:Business|BUSINESS) (?:Wire|WIRE)"
)
_AGENCY = rf"\((?:The )?(?:{_AGENCIES})(?:[ /,-]+[\w. ]{{2,20}})?\)"
_UPPER = "A-ZÀ-ÖØ-ÞĄĆČĘŁŃŚŠŹŻŽĐŘА-ЯЁЄІЇ"
_CAPITALS = rf"[{_UPPER}]['’]?[{_UPPER}]{{1,20}}\.?"
"""A word of two capitals or more: "ST.", "OSLO", "L’AQUILA"."""

_PLACE = (
    rf"(?:(?:[A-Z]\.){{2,3}}|{_CAPITALS})"
    rf"(?:[ /-](?:(?:(?:de|del|da|do|am|an der|im|the|of|and|on) )?{_CAPITALS}|(?:[A-Z]\.){{1,3}})){{0,5}}"
)
_REGION = r"(?:, (?:[A-ZÄÖÜ][\w.’']{1,20}(?: [A-Z][\w.’']{1,20}){0,2}|(?:[A-Z]\.){2})){0,2}(?<!,)"
_MONTH = rf"(?i:{ANY_SHORT_MONTH})\w{{0,6}}\.?"
_WHEN = (
    rf"(?:,? (?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}}\.? (?:{_MONTH}|[^\W\d_]{{3,9}})\.?(?: \d{{4}})?"
    r"|le \d{1,2}(?:er)? [^\W\d_]{3,9}))?"
)
_DASH = r"(?:\s*(?:—|--)\s*|\s*[–-]\s+)"
_BEGINS = rf"(?=[{_UPPER}]|[“„«\"‘'\d])"
_NAME = rf"[{_UPPER}][^\W\d_]{{1,20}}\.?"
_NAMED = rf"{_NAME}(?:[ /-](?:(?:am|an der|in der|de|del|da|do|la|le|el|sur|upon|of|the) )?{_NAME}){{0,3}}"

_WITH_DASH = re.compile(
    rf"(?P<dateline>{_PLACE}{_REGION},?{_WHEN}(?: \([A-Z][\w/ .&-]{{1,30}}\))?{_WHEN}){_DASH}{_BEGINS}"
)
_WITH_AGENCY = re.compile(
    rf"(?P<dateline>(?:(?:{_PLACE}|{_NAMED}){_REGION},?{_WHEN} )?{_AGENCY}{_WHEN})"
    rf"\s*[.:,]?[—–-]{{0,2}}\s*{_BEGINS}"
)
_SLASHED = re.compile(
    rf"(?P<dateline>{_PLACE}{_REGION},?{_WHEN}\.? /[^\W\d_][\w .-]{{1,20}}/)[.\s—–-]{{1,5}}{_BEGINS}"
)
_STOPPED = re.compile(
    rf"(?P<dateline>{_PLACE}{_REGION}{_WHEN})(?P<mark>[.:]) (?=[“„«\"‘']?[{_UPPER}][^\W\d_{_UPPER}]|A )"
)
_BARE = re.compile(rf"(?P<dateline>{_PLACE}) (?=[A-Z][a-z])")
_EASTERN = re.compile(
    r"[（(【]?(?P<dateline>(?:据)?[\u4e00-\u9fff]{2,16}?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日?(?:电|電|讯|訊))"
    r"|(?P<japanese>【[^】\n]{0,12}(?:共同|時事|ロイター|AFP|=|＝)[^】\n]{0,12}】|\[[^\]\n]{1,12} ロイター\])"
    r"|\((?P<korean>[가-힣]{2,8}=[가-힣A-Za-z]{2,8})\)"
)
_SHORT = re.compile(r", [A-Z][a-z]{1,4}\Z")  # a state whose full stop it is: "HARLOW, Pa. The"
_ENDED = re.compile(r"[.!?…][\"”’')\]]{0,3}\Z")
_PATTERNS = (_WITH_AGENCY, _SLASHED, _WITH_DASH, _EASTERN)

_LABELS = frozenset((
    "breaking", "update", "updated", "updates", "live", "watch", "note", "exclusive", "analysis",
    "opinion", "video", "videos", "photo", "photos", "picture", "correction", "clarification", "editor",
    "advertisement", "read", "related", "tags", "share", "more", "news", "sport", "sports", "alert",
    "latest", "developing", "just", "in", "warning", "listen", "review", "interview", "comment",
    "column", "feature", "explainer", "factbox", "timeline", "preview", "recap", "gallery", "key",
    "point", "points", "summary", "faq", "covid", "nato", "nasa", "fbi", "cia", "fifa", "uefa", "opec",
    "asean", "unicef", "unesco", "interpol", "eu", "un", "us", "usa", "uk", "no", "yes", "the", "a", "an",
    "this", "that", "when", "while", "after", "before", "it", "he", "she", "they", "we", "you", "i", "if",
    "but", "and", "or", "on", "at", "as", "by", "for", "from", "with", "police", "what", "who", "why",
    "how", "where", "ai", "tv", "q", "ap", "bc", "tldr", "achtung", "eilmeldung", "atención", "atenção",
    "última", "hora", "urgent", "срочно", "важно", "внимание",
))  # fmt: skip
"""Words in capitals that open a line and name no place."""

FIRST = 2
"""Paragraphs in which a place may have no dash behind it."""

SHORTEST, SHORTEST_BARE = 3, 4
"""Letters of a place with a dash behind it, and without one."""


def find_dateline(lines: Sequence[str]) -> str | None:
    """The dateline with which one of an article's ``lines``, in order and without its headline, opens."""
    for line in lines:
        for pattern in _PATTERNS:
            match = pattern.match(line)
            found = match[match.lastgroup or 0].strip(" ,") if match else ""
            if len(found) >= SHORTEST and not _is_label(found):
                return found
    return _without_dash(lines)


def _is_label(words: str) -> bool:
    return all(word in _LABELS for word in re.findall(r"[\w&]+", words.lower()))


def _without_dash(lines: Sequence[str]) -> str | None:
    """A place in capitals before a full stop, before a colon that no other line has, or before nothing."""
    turns = sum((match := _STOPPED.match(line)) is not None and match["mark"] == ":" for line in lines)
    for line in [line for line in lines if _ENDED.search(line)][:FIRST]:
        match = _STOPPED.match(line)
        if match and _is_place(match["dateline"]) and (match["mark"] == "." or turns == 1):
            return match["dateline"] + ("." if _SHORT.search(match["dateline"]) else "")
        match = _BARE.match(line)
        if match and _is_place(match["dateline"]) and _told_as_place(match["dateline"], lines):
            return match["dateline"]
    return None


def _is_place(words: str) -> bool:
    first = re.split(r"[ /,]", words)[0].strip(".")
    return len(words) >= SHORTEST_BARE and first.lower() not in _LABELS


def _told_as_place(words: str, lines: Sequence[str]) -> bool:
    """Whether the text names it in small letters too, as a place is named: "in Harlow"."""
    named = re.compile(rf"\b(?:in|at|from|near|to|outside|of|around) {re.escape(words.title())}\b")
    return any(named.search(line) for line in lines)

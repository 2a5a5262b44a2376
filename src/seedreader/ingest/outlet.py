"""Who published an article, where the page itself names it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = r"(?:(?:[A-Z]\.)+|[A-Z](?:[\w&'’-]|\.(?=\w))*)"
_PATTERN = rf"(?:(?:The|An?) )?{_WORD}(?: (?:(?:of|the|and|for|de|&) )?{_WORD}){{0,5}}"
NAME = re.compile(_PATTERN)
"""A name: words with capitals."""

_THE = r"(?=The )"
_CUES = (
    (r"^[ \t]*(?:Source|Publication|Publisher|Outlet)\s*:\s*", r"[ \t]*$"),
    (
        r"\b(?:[Tt]his|[Tt]he (?:original|above)) (?:\w{1,15} )?"
        r"(?:article|story|report|piece|post|essay|column|interview|analysis|review|text|dispatch)"
        r"(?:,? (?:which|that))?(?: (?:was|is|has been|had been))?,? (?:first |originally )?"
        r"(?:re)?(?:published|appeared) (?:by|in|on|from) (?:the )?",
        "",
    ),
    (
        r"^\W{0,3}(?:(?:[Ff]irst|[Oo]riginally) (?:published|appeared)|[Rr]epublished) "
        r"(?:by|in|on|from) (?:the )?",
        r"[ \t]*(?:[.)]|,? on\b|,? \d|$)",
    ),
    (r"\b[Aa] [Mm]essage [Ff]rom " + _THE, ":"),
    (r"\b(?:[Bb]y supporting|[Ss]ubscribe to|[Ss]upport) " + _THE, ","),
    (_THE, r" is (?:trusted|funded|supported|on the ground|a non-?profit|an? independent|free to read)\b"),
)
"""What stands before and after the name of the outlet, the surest first."""
_AGENCY_CUES = (
    (r"^[ \t]*By (?:The )?(?=Associated Press|Reuters|Agence France-Presse|AFP)", ""),
    (r"^[ \t]*Distributed by ", ""),
    (r"^[ \t]*(?:©|\([cC]\)|Copyright ©?)\s*(?:\d{4})?\s*", ""),
)
"""The same for whoever made or owns the text, where no outlet is named."""
_MASTHEAD = frozenset((
    "agency", "bulletin", "chronicle", "courier", "daily", "dispatch", "echo", "examiner", "express",
    "gazette", "guardian", "herald", "independent", "insider", "journal", "ledger", "magazine", "mail",
    "media", "mirror", "monitor", "news", "newswire", "observer", "post", "press", "radio", "record",
    "register", "reporter", "review", "standard", "star", "sun", "telegraph", "times", "today",
    "tribune", "tv", "voice", "weekly", "wire",
))  # fmt: skip
"""Words in the names of papers, stations and agencies."""
_SECTIONS = frozenset(
    {"home", "news", "media", "today", "press", "top news", "latest news", "world news", "local news"}
)
_SEPARATOR = re.compile(r"\s*[|·•>»]\s*")
_OWNER = re.compile(r",? (?:Ltd|LLC|Inc|plc|GmbH|Corp)\.?$")


def find_outlet(head: str, tail: str, above: Sequence[str], dateline: str) -> str | None:
    """The outlet's name by a cue of the page, else from its masthead, else whoever made the text."""
    agency = re.search(r"\(([^()]{5,})\)", dateline)
    return (
        _named(_CUES, head, tail)
        or next((name for line in above if (name := masthead(line))), None)
        or _named(_AGENCY_CUES, head, tail)
        or (agency[1] if agency else None)
    )


def masthead(line: str) -> str | None:
    """The name alone in a line, or before the first sign of a trail: "Harbour Gazette | Local | 2 May"."""
    first, *others = _SEPARATOR.split(line)
    name = NAME.fullmatch(first)
    if (
        not name
        or first.lower() in _SECTIONS
        or first.startswith(("By ", "From ", "Our "))
        or len(first.split()) > (6 if others else 4)
    ):
        return None
    return (
        first if not _MASTHEAD.isdisjoint(first.lower().split()) or (others and _is_compound(first)) else None
    )


def _is_compound(name: str) -> bool:
    """Whether capitals stand inside a word, as in names of brands."""
    return re.search(r"[a-z][A-Z]", name) is not None


def _named(cues: tuple[tuple[str, str], ...], *parts: str) -> str | None:
    """The name that stands between the first of these cues that is there."""
    for before, after in cues:
        follows = re.compile(after, re.MULTILINE)
        for part in parts:
            for cue in re.finditer(before, part, re.MULTILINE):
                name = NAME.match(part, cue.end())
                if name and follows.match(part, name.end()):
                    return _OWNER.sub("", name[0].rstrip(" .,"))
    return None

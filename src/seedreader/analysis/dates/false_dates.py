"""Names that only look like dates: of programmes, newspapers, days of their own, places and people."""

from __future__ import annotations

import re

from seedreader.text.months import SHORT_MONTHS

_DAY_NAME_BEFORE = re.compile(
    r"\b(?:Black|Good|Super|Bloody|Ash|Palm|Easter|Cyber|Giving|Maundy|Shrove|Holy|Spy|Freaky|Sheffield|Whit|Fat|Man"
    r"|Casual|Ruby|Pancake|Mad|Blue|Manic|Big|Girl)\s$"
)
_DAY_NAME_AFTER = re.compile(
    r"\s(?:(?:Night|Morning|Afternoon|Evening)\s[A-Z]|(?:Times|Telegraph|Mirror|Mail|Post|Herald|Express|Star|Sun|World"
    r"|People|Independent|Business|Observer|Review|Gazette|Courier|News|Tribune|Journal|Mercury|Mass|School|Live"
    r"|Football|Lights|Stage|Club|Papers|Chronicle|Record|Argus|Standard|Show|school|mass\b|league|roast))"
)
_THE = re.compile(r"(?<!\bon )(?<!\bOn )(?<!\blate )(?<!\bearly )\b[Tt]he\s$")
_CAPITAL = re.compile(r"\s[A-Z][a-z]")
_STARTS = re.compile(r"(?:^|[\n.!?:;—–]\s*|[\"“‘'(]\s*|-\s)$")
_SHOW = re.compile(r"\s(?:Show|Programme|Program|Newspaper|Tonight|Live|[A-Z][a-z]+\sShow)\b")
_TITLES = {"“": "”", "‘": "’", '"': '"'}
_LONGEST_TITLE = 60
"""Characters before and after a date in which the quotation marks of a title stand."""

_NAME_WORDS = ("May", "March", "April", "June", "August")
_ABBREVIATED = frozenset(SHORT_MONTHS) - {"May", "Sep"}
"""Abbreviations that are no month by themselves: no page writes "in Oct" without a day."""

_PERSON = (
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lady|Lord|Senator|Sen|President|Minister|Judge|Justice|Mayor|Governor|Chancellor"
    r"|Secretary|Captain|Sergeant|Officer|Inspector|Theresa|Brian|James|Elaine)\.?\s)"
)
_SURE_MONTH = ("in", "last", "this", "next", "during")


def is_name(text: str, m: re.Match[str]) -> bool:
    """Whether a match of `dates.find_dates` is a name, or stands in one, rather than a date."""
    if m["month"]:
        return _is_month_name(text, m)
    words = m["weekday"] or m["week"] or m["rel"] or m["period"] or m["season_y"]
    if not words:
        return False
    if _in_title(text, m):
        return True
    if m["weekday"]:
        return _is_day_name(text, m)
    return (m["rel"] is not None or m["period"] is not None) and _is_capital(text, m)


def _is_day_name(text: str, m: re.Match[str]) -> bool:
    at, end = m.start("weekday"), m.end("weekday")
    return (
        _DAY_NAME_BEFORE.search(text, max(0, at - 16), at) is not None
        or _DAY_NAME_AFTER.match(text, end) is not None
        or (_THE.search(text, max(0, at - 10), at) is not None and _CAPITAL.match(text, end) is not None)
    )


def _is_capital(text: str, m: re.Match[str]) -> bool:
    """Whether "This Week" or "Tonight" has the capitals of a name."""
    at, end = m.start(), m.end()
    words = [w for w in text[at:end].split() if w not in ("the", "of", "The")]
    if not words or any(w.isupper() and len(w) > 1 for w in words) or not all(w[0].isupper() for w in words):
        return False
    if len(words) > 1:
        return True
    return _STARTS.search(text, max(0, at - 4), at) is None or _SHOW.match(text, end) is not None


def _in_title(text: str, m: re.Match[str]) -> bool:
    """Whether a match stands in a quoted name: every long word of the quotation has a capital."""
    at, end = m.start(), m.end()
    line = max(text.rfind("\n", 0, at) + 1, at - _LONGEST_TITLE)
    for opening, closing in _TITLES.items():
        first = text.rfind(opening, line, at)
        if first < 0 or text.find(closing, first + 1, at) >= 0:
            continue
        last = text.find(closing, end, first + _LONGEST_TITLE)
        if last < 0 or "\n" in text[first:last]:
            continue
        words = text[first + 1 : last].strip(" ,.!?").split()
        long = [w for w in words if len(w) > 3]
        if (
            len(words) > 1
            and long
            and all(w[0].isupper() or w[0].isdigit() for w in long)
            and words[0][0].isupper()
        ):
            return len(words) > 2 or not m["weekday"] or words[0].lower() == m["weekday"].lower()
    return False


def _is_month_name(text: str, m: re.Match[str]) -> bool:
    """Whether a month is a place ("Mar del Plata") or somebody whom the text names so ("Mrs May")."""
    month = m["month"]
    if month in _ABBREVIATED:
        return True
    if month not in _NAME_WORDS or m["rel_m"].lower() in _SURE_MONTH:
        return False
    return re.search(rf"{_PERSON}(?:[A-Z][a-z]+\s)?{month}\b(?!\s\d)", text) is not None

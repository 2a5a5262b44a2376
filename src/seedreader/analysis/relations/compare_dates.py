"""Whether two passages give days for one event that cannot both hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from seedreader.analysis import word_tokens
from seedreader.article import DateMention, Mention, Reason
from seedreader.text.months import ANY_MONTH, MONTHS

_ONCE = re.compile(
    r"\b(?:sign(?:ed|ing|s)?|died|dies|born|killed|murdered|assassinated|arrested|crashed|elected|founded|resigned"
    r"|married|executed|sentenced|invaded|sank|inaugurated|released|seized)\b",
    re.I,
)
"""Verbs of what happens once: people who meet or visit may do so again."""

_OBJECTS = (
    re.compile(r"\b(?:pact|treaty|agreement|deal|accord|contract|law|bill|decree|memorandum)\b", re.I),
)
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_WORD = re.compile(r"[A-Z]\w+|\d{2,4}|\b(?:today|yesterday|tonight|tomorrow)\b")
_MODIFIED = re.compile(r"\b(?:the|an?|its|his|her|their|our)\s+$|[’']s?\s+$", re.I)
"""What stands before a year that only names something: "the 1972 election"."""

_CALENDAR = re.compile(rf"\d|\b(?:{ANY_MONTH})")
CALENDAR = frozenset(
    word_tokens.stemmed(day)
    for day in (
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        *MONTHS,
    )
)
"""The stems of days and months."""

_RECURS = re.compile(
    r"\b(?:continu|resum|again|still|daily|every|met\b|meet|talk|spoke|speak|said|search|trad|f[ae]ll|r[io]se"
    r"|attack|shell|str[iu](?:ke|ck)|protest|march|visit|call|rain|snow|play)",
    re.I,
)
_LIMIT = re.compile(r"\b(?:until|till|through|by|before|since|after|from|between)\s+(?:the\s+)?\Z", re.I)
_NEAR = 60
"""Characters before a date, and half of those after it, in which its verb stands."""
NEAR_DAYS = 200
"""Days between two dates up to which an event that comes every year is ruled out."""

_NAMES_NEEDED = 2
"""Names that two passages must share for a verb of both to be of one event."""


Found = tuple[str, Reason]


def compare_dates(
    text_a: str, mine: Sequence[DateMention], at_a: int, text_b: str, theirs: Sequence[DateMention], at_b: int
) -> Found | None:
    """Compare the days of one event in two passages.

    "conflict" only where the same verb of a single event stands by both dates and the passages share its
    object or two names; "agree" for the same days, "refine" for days inside days.
    """
    found: list[Found] = []
    for a in mine:
        for b in theirs:
            if a.first is None or a.last is None or b.first is None or b.last is None:
                continue
            verb = _event(text_a, a, at_a, text_b, b, at_b)
            if verb is None:
                continue
            if a.last < b.first or b.last < a.first:
                found.append(("conflict", reason("≠", a, b, verb)))
            elif (a.first, a.last) == (b.first, b.last):
                found.append(("agree", reason("=", a, b, verb)))
            else:
                found.append(("refine", reason("⊂" if _inside(a, b) else "⊃", a, b, verb)))
    held = {f[0] for f in found}
    if "agree" in held or "refine" in held:
        found = [f for f in found if f[0] != "conflict"]
    return found[0] if found else None


def other_day(
    text_a: str, mine: Sequence[DateMention], at_a: int, text_b: str, theirs: Sequence[DateMention], at_b: int
) -> Reason | None:
    """The days or months of two passages where each names one, and they exclude each other.

    The day until which something lasts, or by which it is to be, excludes none.
    """
    if len(mine) != 1 or len(theirs) != 1:
        return None
    ends = (text_a[: mine[0].start - at_a], text_b[: theirs[0].start - at_b])
    if any(_LIMIT.search(before) for before in ends):
        return None
    return apart(text_a, mine, at_a, text_b, theirs, at_b)


def near(reason: Reason) -> bool:
    """Whether the days of two passages lie so near to each other that an event of every year is ruled out."""
    one, two = reason.a, reason.b
    if not one or not two or not one.first or not two.first:
        return False
    return abs((one.first - two.first).days) <= NEAR_DAYS


def may_recur(text: str) -> bool:
    """Whether what a passage tells goes on or comes again, so that it can be so on two days."""
    return _RECURS.search(text) is not None


def calendar(text: str, dates: Sequence[DateMention], at: int) -> frozenset[tuple[date, date]]:
    """The years, months and days that are named by the calendar: two passages hardly name one by chance.

    "Monday" is none of them.
    """
    return frozenset(
        (d.first, d.last)
        for d in dates
        if d.first is not None and d.last is not None and _CALENDAR.search(text[d.start - at : d.end - at])
    )


def apart(
    text_a: str, mine: Sequence[DateMention], at_a: int, text_b: str, theirs: Sequence[DateMention], at_b: int
) -> Reason | None:
    """What tells that two passages speak of different days; None where they may speak of the same.

    Days that can't be resolved, since an article tells no date of its own, are told apart by their wording.
    """
    known_a = [d for d in mine if d.first is not None or d.last is not None]
    known_b = [d for d in theirs if d.first is not None or d.last is not None]
    if known_a and known_b:
        if any(_overlap(a, b) for a in known_a for b in known_b):
            return None
        return reason("≠", known_a[0], known_b[0])
    said_a, said_b = _wordings(text_a, mine, at_a), _wordings(text_b, theirs, at_b)
    alike = said_a.casefold() == said_b.casefold() or set(_WORD.findall(said_a)) & set(_WORD.findall(said_b))
    if not said_a or not said_b or alike:
        return None
    return reason("≠", mine[0], theirs[0])


def _wordings(text: str, mentions: Sequence[DateMention], at: int) -> str:
    return ", ".join(" ".join(text[d.start - at : d.end - at].split()) for d in mentions)


def _overlap(a: DateMention, b: DateMention) -> bool:
    first_a, last_a = a.first or date.min, a.last or date.max
    first_b, last_b = b.first or date.min, b.last or date.max
    return first_a <= last_b and first_b <= last_a


def reason(sign: str, a: DateMention, b: DateMention, verb: str = "") -> Reason:
    """How the days of two passages stand to each other, of what ``verb`` tells."""
    return Reason("date", Mention(*a), Mention(*b), sign, (verb,) if verb else ())


def _inside(a: DateMention, b: DateMention) -> bool:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return (a.last - a.first) <= (b.last - b.first)


def _event(text_a: str, a: DateMention, at_a: int, text_b: str, b: DateMention, at_b: int) -> str | None:
    one, two = _nearest(text_a, a, at_a), _nearest(text_b, b, at_b)
    if one is None or two is None or one.lower()[:4] != two.lower()[:4]:
        return None
    if one.lower().startswith("sign"):
        return one if any(o.search(text_a) and o.search(text_b) for o in _OBJECTS) else None
    names = set(_NAME.findall(text_a)) & set(_NAME.findall(text_b))
    return one if len(names) >= _NAMES_NEEDED else None


def _nearest(text: str, mention: DateMention, at: int) -> str | None:
    start, end = mention.start - at, mention.end - at
    if text[start:end].isdigit() and _MODIFIED.search(text, max(0, start - 8), start):
        return None
    found = list(_ONCE.finditer(text, max(0, start - _NEAR), min(len(text), end + 2 * _NEAR)))
    return min(found, key=lambda m: min(abs(m.start() - end), abs(start - m.end())))[0] if found else None

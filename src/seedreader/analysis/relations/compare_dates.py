"""Whether two passages give days for one event that cannot both hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from seedreader.analysis import word_tokens
from seedreader.article import DateMention, Mention, Reason
from seedreader.text.months import ANY_MONTH, MONTHS
from seedreader.text.once import Once

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


@dataclass(eq=False)
class DatedText:
    """A text with its dates; ``at`` is where it begins in its article, since they are placed there."""

    text: str
    dates: Sequence[DateMention]
    at: int = 0

    @Once
    def events(self) -> Sequence[tuple[DateMention, str]]:
        """Its dates that are known from end to end, with the verb of what happens once beside each."""
        known = (d for d in self.dates if d.first is not None and d.last is not None)
        verbs = ((d, _nearest(self.text, d, self.at)) for d in known)
        return [(d, verb) for d, verb in verbs if verb is not None]

    @Once
    def known(self) -> Sequence[DateMention]:
        """Its dates that are known at one end at least."""
        return [d for d in self.dates if d.first is not None or d.last is not None]

    @Once
    def wordings(self) -> frozenset[str]:
        """The words of its dates by which days are told apart."""
        return frozenset(_WORD.findall(", ".join(self._worded(d) for d in self.dates)))

    @Once
    def names(self) -> frozenset[str]:
        """The words in it with a capital."""
        return frozenset(_NAME.findall(self.text))

    @Once
    def day(self) -> DateMention | None:
        """Its only date, where that is no limit: the day until which something lasts."""
        if len(self.dates) != 1 or _LIMIT.search(self.text[: self.dates[0].start - self.at]):
            return None
        return self.dates[0]

    @Once
    def objects(self) -> frozenset[int]:
        """What of `_OBJECTS` it speaks of."""
        return frozenset(number for number, wording in enumerate(_OBJECTS) if wording.search(self.text))

    def _worded(self, mention: DateMention) -> str:
        return " ".join(self.text[mention.start - self.at : mention.end - self.at].split())


def compare_dates(one: DatedText, two: DatedText) -> Found | None:
    """Compare the days of one event in two passages.

    "conflict" only where the same verb of a single event stands by both dates and the passages share its
    object or two names; "agree" for the same days, "refine" for days inside days.
    """
    if not one.events or not two.events:
        return None
    found: list[Found] = []
    for a, verb in one.events:
        for b, other in two.events:
            if a.first is None or a.last is None or b.first is None or b.last is None:
                continue
            if not _one_event(one, verb, two, other):
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


def other_day(one: DatedText, two: DatedText) -> Reason | None:
    """The days or months of two passages where each names one, and they exclude each other.

    The day until which something lasts, or by which it is to be, excludes none.
    """
    return apart(one, two) if one.day and two.day else None


def near(reason: Reason) -> bool:
    """Whether the days of two passages lie so near to each other that an event of every year is ruled out."""
    one, two = reason.a, reason.b
    if not one or not two or not one.first or not two.first:
        return False
    return abs((one.first - two.first).days) <= NEAR_DAYS


def may_recur(text: str) -> bool:
    """Whether what a passage tells goes on or comes again, so that it can be so on two days."""
    return _RECURS.search(text) is not None


def calendar(said: DatedText) -> frozenset[tuple[date, date]]:
    """The years, months and days that are named by the calendar: two passages hardly name one by chance.

    "Monday" is none of them.
    """
    text, at = said.text, said.at
    return frozenset(
        (d.first, d.last)
        for d in said.dates
        if d.first is not None and d.last is not None and _CALENDAR.search(text[d.start - at : d.end - at])
    )


def apart(one: DatedText, two: DatedText) -> Reason | None:
    """What tells that two passages speak of different days; None where they may speak of the same.

    Days that can't be resolved, since an article tells no date of its own, are told apart by their wording.
    """
    if not one.dates or not two.dates:
        return None
    if one.known and two.known:
        if any(_overlap(a, b) for a in one.known for b in two.known):
            return None
        return reason("≠", one.known[0], two.known[0])
    if not one.wordings.isdisjoint(two.wordings):
        return None
    return reason("≠", one.dates[0], two.dates[0])


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


def _one_event(one: DatedText, verb: str, two: DatedText, other: str) -> bool:
    """Whether the verbs beside two dates are one, said of one thing."""
    if verb.lower()[:4] != other.lower()[:4]:
        return False
    if verb.lower().startswith("sign"):
        return not one.objects.isdisjoint(two.objects)
    return len(one.names & two.names) >= _NAMES_NEEDED


def _nearest(text: str, mention: DateMention, at: int) -> str | None:
    start, end = mention.start - at, mention.end - at
    if text[start:end].isdigit() and _MODIFIED.search(text, max(0, start - 8), start):
        return None
    found = list(_ONCE.finditer(text, max(0, start - _NEAR), min(len(text), end + 2 * _NEAR)))
    return min(found, key=lambda m: min(abs(m.start() - end), abs(start - m.end())))[0] if found else None

"""Which names of a text are persons, and which of them are a man's or a woman's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from seedreader.analysis.speakers.genders import FEMALE, FEMALE_ROLES, MALE, MALE_ROLES
from seedreader.analysis.speakers.saying_verbs import bag
from seedreader.article import Range

_TITLES = "Mr|Mrs|Ms|Miss|Dr|Prof|Gen|Sen|Rep|Gov|Sir|Lt|Col|Capt|Sgt|Lord|Lady|Dame"
_WORD = r"[A-Z][\w’'-]*[a-z]"
_PERSON = re.compile(
    rf"(?:(?:{_TITLES})\b\.?\s)?{_WORD}(?:\s[A-Z]\.){{0,2}}"
    rf"(?:\s(?:de|la|van|von|bin|al|der|den|di|da|du|le|el)){{0,2}}(?:\s{_WORD}){{1,5}}"
    rf"|(?:{_TITLES})\b\.?\s[A-Z][\w’-]+"
)
BODIES = bag(
    "agency airlines airport april army assembly association august authority bank bay board bridge"
    " bureau center centre church city club coast college commission committee company conservative"
    " council county court daily december democratic department district east empire february federal"
    " force forces foundation friday fund gazette globe group guard herald hospital house institute"
    " international investigation island islands january journal july june kingdom labour lake league"
    " liberal lines march ministry monday mountain national navy network new news north november october"
    " office online park parliament parties party police post press republic republican river road"
    " saturday school sea senate september service services show society south square state states"
    " station street sunday survey team telegraph thursday times tribune tuesday union united university"
    " valley watch wednesday weekly west"
)
"""Words that stand in the names of bodies, places and times, not in those of persons."""

_NO_NAMES = bag(
    "a after all although american an and another any are as at because before both british but by"
    " during each european every few finally first following for former from he her here his how however"
    " i if in into is it its last later many meanwhile more most mr much my next no not now of on once"
    " one or other our over previous russian separately several she since so some speaking still such"
    " that the their then there these they this those though three to today tomorrow two under until was"
    " we were what when where whether which while who why will with within without yesterday yet you"
    " your chinese french german israeli japanese korean facebook google instagram twitter youtube"
    " congress"
)
"""Capitalised words that begin no name."""

_ROLES = bag(
    "acting actor admiral adviser advisor agent ambassador analyst archbishop assistant associate"
    " astronaut attorney author bishop captain chair chairman chairwoman chancellor chief coach colonel"
    " commander commissioner congressman congresswoman constable coroner council councillor"
    " correspondent deputy detective director doctor economist editor executive farmer father federal"
    " first foreign former founder general governor head historian inspector interior judge justice king"
    " lady lawyer lead leader lieutenant lord major majority manager mayor minister minority nurse"
    " officer official owner pilot pope premier president prime prince princess principal private"
    " professor prosecutor queen representative researcher retired scientist secretary senator senior"
    " sergeant sheriff sister solicitor speaker spokesman spokesperson spokeswoman state student"
    " superintendent teacher trainer treasurer vice"
)
"""Capitalised words before a name that tell what the person is."""

_CAPITALISED = re.compile(r"\b[A-Z][\w-]*[a-z]\b(?![’']s\b)")
_PLACES = bag("across around at in inside into near outside through")
_PLACED = re.compile(rf"\b(?:{'|'.join(sorted(_PLACES))}) $")
_QUOTED = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"")


class Person(NamedTuple):
    """A named person at ``[start, end)``: ``name`` without title, ``gender`` "f", "m" or "" where unknown."""

    start: int
    end: int
    name: str
    gender: str


def named(text: str, start: int, end: int) -> Iterator[Person]:
    """Full and titled names of persons in ``text[start:end]``, in reading order."""
    for m in _PERSON.finditer(text, start, end):
        words = m[0].removesuffix("’s").removesuffix("'s").split()
        at = 0
        while at < len(words) - 1 and words[at].lower() in _NO_NAMES:
            at += 1
        while len(words) > at + 1 and words[-1] in ("Jr", "Sr"):
            words.pop()
        roles = [i for i in range(at, len(words) - 1) if words[i].lower().rstrip(".") in _TOLD]
        titled = bool(roles)
        at = roles[-1] + 1 if roles else at
        name = words[at:]
        low = [w.lower() for w in name]
        if (
            not (titled or len(name) > 1)
            or not BODIES.isdisjoint(low)
            or low[-1] in _NO_NAMES | _ROLES
            or low[0] in _NO_NAMES
        ):
            continue
        before = text[max(0, m.start() - 10) : m.start()].lower()
        if at and words[at - 1].lower() in _PLACES and low[0] not in FEMALE | MALE:
            continue
        if not at and (before.endswith("the ") or (_PLACED.search(before) and low[0] not in FEMALE | MALE)):
            continue
        begin = m.start() + m[0].index(name[0], sum(len(w) + 1 for w in words[:at]))
        told = {w.lower().rstrip(".") for w in words[:at]} | bag(
            text[max(0, m.start() - 12) : m.start()].lower()
        )
        yield Person(begin, begin + len(" ".join(name)), " ".join(name), _gender(low[0], told))


_TOLD = _ROLES | frozenset(_TITLES.lower().split("|"))


def _gender(first: str, told: frozenset[str] | set[str]) -> str:
    """The gender that titles and roles beside a name tell, else its first name's."""
    if not FEMALE_ROLES.isdisjoint(told):
        return "f"
    if not MALE_ROLES.isdisjoint(told):
        return "m"
    return "f" if first in FEMALE else "m" if first in MALE else ""


class People(NamedTuple):
    """The persons of a text: every ``mentions`` outside quotations in order, and each surname's gender."""

    mentions: tuple[Person, ...]
    surnames: Mapping[str, str]

    def between(self, start: int, end: int) -> tuple[Person, ...]:
        """The mentions that begin in ``[start, end)``."""
        first = bisect_left(self.mentions, start, key=lambda p: p.start)
        return self.mentions[first : bisect_left(self.mentions, end, key=lambda p: p.start)]


NOBODY = People((), {})


def find_people(text: str) -> People:
    """The persons that ``text`` names in full or with a title, and where it names them by surname alone."""
    full = list(named(text, 0, len(text)))
    genders: dict[str, set[str]] = {}
    for person in full:
        genders.setdefault(person.name.split()[-1], set()).add(person.gender)
    surnames = {name: _only(known) for name, known in genders.items()}
    taken = {place for p in full for place in range(p.start, p.end)}
    alone = [
        Person(*m.span(), m[0], surnames[m[0]])
        for m in _CAPITALISED.finditer(text)
        if m[0] in surnames and m.start() not in taken
    ]
    told = [p if p.gender else p._replace(gender=surnames[p.name.split()[-1]]) for p in full]
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    free = (p for p in sorted([*told, *alone]) if not _inside(quoted, p.start))
    return People(tuple(free), surnames)


def _only(genders: set[str]) -> str:
    """The one gender that persons of a surname are known to have, else ""."""
    sure = genders - {""}
    return sure.pop() if len(sure) == 1 else ""


def _inside(quoted: Sequence[Range], at: int) -> bool:
    i = bisect_right(quoted, at, key=lambda r: r[0]) - 1
    return i >= 0 and at < quoted[i][1]


def gender(name: str, people: People) -> str | None:
    """The gender of the person whom a speaker's ``name`` names: "" where unknown, None for no person."""
    first = next(named(name, 0, len(name)), None)
    if first is not None:
        return first.gender or people.surnames.get(first.name.split()[-1], "")
    words = [w.strip(".,()").removesuffix("’s").removesuffix("'s") for w in name.split()]
    known = next((w for w in words if w in people.surnames), None)
    if known is not None:
        return people.surnames[known]
    low = {w.lower() for w in words}
    return "f" if low & FEMALE_ROLES else "m" if low & MALE_ROLES else None

"""What a quantity of a passage counts or measures: its unit, and what is said of what it counts.

Two figures are only compared when they are for one thing. The unit alone does not tell: people may be dead,
missing or aboard, and a sum may be a price, a saving or a fine. What is said of them is looked for in the
clause around the figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from seedreader.analysis import word_tokens
from seedreader.analysis.quantities import durations
from seedreader.analysis.quantities.counted_nouns import singular
from seedreader.article import Quantity
from seedreader.text.months import ANY_SHORT_MONTH

_SAID_OF_PEOPLE = r"""
dead     kill\w*|dead|die[ds]?|dying|deaths?|toll|fatalit\w+|lost their li(?:fe|ves)|perished
         |murdered|drown\w*
hurt     wounded|injur\w+|hurt|casualt\w+
missing  missing|unaccounted
safe     rescue[ds]?|saved|surviv\w+|ashore|alive|evacuat\w+|to safety|plucked|winched|airlifted
         |pulled [\w ]{0,30}(?:from|out of) (?:the )?(?:\w+ )?(?:water|sea|river|rubble|wreck\w*|debris)
aboard   aboard|on board|carry\w*|passengers?
room     licen[sc]ed|allowed|permitted|capacity|certified|(?:may|can) (?:carry|hold|seat)|room for
staff    employ\w*|workforce|staff|payroll
cut      job cuts|jobs [\w ]{0,20}\b(?:cut|lost|axed|go)|redundan\w+|lay-?offs?|laid off
         |(?:cut|cuts|cutting|cost|costs|axe|shed|lose) [\w ]*[\d,]+ jobs
held     arrest\w*|detain\w*|custody|detention|held
cleared  acquitt\w*|cleared|walk\w* free|found not guilty
guilty   convict\w*|guilty
charged  charged|indict\w*|accused
crowd    march\w*|protest\w*|demonstrat\w*|rall(?:y|ied)|crowds?|attend\w*|turn(?:ed)? ?out|took part
         |to the streets|gathered
ill      infected|tested positive|fell ill|sickened|hospitali[sz]ed
away     displaced|homeless|fled
"""
_SAID_OF_MEASURES = r"""
price    cost\w*|pric\w+|pa(?:y|ys|id|ying)|worth|spen[dt]\w*|b(?:uy|ought|uying)|bid|offer\w*
         |takeover|deal|valu\w+
sales    sales|revenues?|turnover
profit   profits?|earnings|income
saving   sav(?:e|ed|es|ing|ings)
stake    stakes?|own(?:s|ed|ing)?|shareholder|holds|holding
fall     f[ae]ll(?:s|en|ing)?|reduc\w+|drop\w*|lost|lose|slid|slip\w*|declin\w+|tumbl\w+|down|decrease\w*
rise     r[io]se(?:s|n)?|rising|jump\w*|gain\w*|climb\w*|surg\w+|grew|grow\w*|up|increase\w*
above    premium|more than|above|higher
debt     debts?|owe[sd]?|borrow\w*|loans?
fine     fine[ds]?|penalt\w+|fee|damages|compensation|bail
raised   rais\w+|donat\w+|funding|grants?
budget   budget|invest\w+
wage     wages?|salar\w+|pay rise
support  voted|votes?|poll\w*|support|approv\w+
asked    ask(?:s|ed|ing)?|demand\w*|sought|seek\w*|wanted|call(?:s|ed|ing)? for
bribe    brib\w+|kickbacks?|took|taken|accepted|received|embezzl\w+|stole\w*
wait     probation|suspended
jail     jail\w*|sentence[ds]?|prison|imprison\w*|bars
strength magnitude|quake|earthquake
size     tall|high|height|deep|depth|long|length|wide|width|thick
away     away|north|south|east|west|far
speed    speed\w*|winds?|gusts?
waves    waves?|swell
wet      rain\w*|snow\w*|precipitation
spread   burned|burnt|scorched|hectares|acres
heavy    weigh\w*|weight|heavy
"""


@cache
def _table(written: str) -> re.Pattern[str]:
    """What is said in a clause, by the name of each wording; made when first asked for."""
    rows = (line.split(None, 1) for line in re.sub(r"\s*\n\s+\|", "|", written.strip()).splitlines())
    return re.compile("|".join(rf"\b(?P<{name}>(?:{wording})\b)" for name, wording in rows), re.I)


_AND_HURT = re.compile(r"\s+(?:and|or)\s+(?:dead|killed|wounded|injured|hurt)\b", re.I)
_CLAUSE = re.compile(r"[,;.:]\s|\band\b|\d")
_TOLL = re.compile(r"\b(?:number of (?:\w+ )?(?P<noun>[a-z]+s|people)|toll|turnout|attendance|crowd)\b", re.I)
_MODIFIER = re.compile(r"[A-Z][\w’'-]*|\b[a-z]+(?:ed|ing)\b")
_RUNNING_TOTAL = re.compile(
    r"\b(?:so far|thus far|to date|until now|(?:a|the) total of|in total|in all|altogether"
    r"|combined|overall)\b",
    re.I,
)
_INCLUDING = re.compile(r"\b(?:including|excluding|net of|before tax|after tax|not counting)", re.I)
_PART = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|most|many|few|half|none|each))"
    r" of (?:\d|(?:the|its|their|those|these|his|her|them)\b)",
    re.I,
)
_SHARED = re.compile(
    r"\b(?:one|some|most|many|none|each|either|half) of (?:the|its|their|those|these) (?:\w+ )?\Z", re.I
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_YEAR_SOON = re.compile(r"(?:\s[\w’'-]+){0,8}?\s(?:in|of) (?:[A-Z][a-z]+ )?(?:1[89]|20)\d\d\b")
"""The year of what is counted, told behind it: "a 9.1 tremor in 2004"."""

_MONTH = re.compile(rf"\b(?:1[89]|20)\d\d\b|\b(?:{ANY_SHORT_MONTH}|June|July|Sept)(?:[a-z]{{3,6}})?\b")
_OPENING = re.compile(r"\W*(?:in|on|by|since|during|back in|at the) [^,;]{3,40}", re.I)
_EARLIER = re.compile(
    r"\bthe (?:last|previous) (?!week|month|year|night|day|hour|minute|time)[a-z]|\b(?:previously|formerly)\b"
    r"|\bin (?:earlier|previous|past) (?:years|weeks|months|seasons|decades)\b"
    r"|\b(?:the (?:week|month|year|day) before|(?:weeks?|months?|years?|days?) (?:ago|earlier))\b",
    re.I,
)
_MORE = re.compile(
    r"\b(?:another|additional|extra|further|more(?! than)|new|newly|other|others|reinforcements?"
    r"|remaining)\b",
    re.I,
)
_HYPHENED = re.compile(
    r"\d-[a-z]|\w-(?:inch|mile|hour|day|week|month|year|foot|point|game|metre|meter)", re.I
)
_BEFORE, _AROUND = 12, 60
"""Characters before a figure that make it a part of something, and around it that tell what it is of."""

_TELLS = 0.5
"""What a word must tell (0…1) to tell what a figure is of."""

_SPECIFIC = 13
"""Figures from which on two that are alike are hardly alike by chance; a dozen is a usual number."""


_ALIKE = [
    "troop soldier serviceman fighter personnel",
    "person people police man woman civilian resident victim dead killed wounded injured casualty death life"
    " missing passenger employee worker protester demonstrator marcher migrant refugee student patient"
    " official officer teacher nurse doctor driver guard prisoner hostage suspect tourist boy girl voter fan"
    " member guest survivor firefighter policeman inmate detainee defendant",
    "missile rocket projectile",
    "howitzer gun artillery cannon",
    "home house building household",
    "car vehicle",
    "job redundancy cut layoff position post",
    "boat ship vessel",
    "factory plant site",
]
_FATES = frozenset(["dead", "hurt", "missing", "safe", "held", "cleared", "guilty", "charged", "ill"])
"""What befalls people, which tells more of whom a figure counts than where they were: "27 injured aboard"."""

_WHO = frozenset(["staff", "crowd"])
"""What is said of people by the word for them, as of employees and demonstrators, beside what befell them."""

_HUMAN = 2
"""How many of these groups are people, who count alike where the same is said of them."""

_GROUP = {word: i for i, group in enumerate(_ALIKE) for word in group.split()}
_TIMES_WORDS = "year month week day hour minute second decade season game match point time count"
_TIMES = frozenset(_TIMES_WORDS.split())
_OF_TIME = frozenset(["asked", "jail", "wait"])
"""What is said of a length of time or a number of games, of all that is said of measures."""

_CHANGES = frozenset(["fall", "rise", "above"])
"""How a measure changes, whatever is measured: sales fall and so do profits."""

_MEASURES_WORDS = """
    year month week day hour minute second mile km kilometre kilometer metre meter foot inch ton tonne
    kg pound degree percent decade usd eur gbp jpy
    crown krona krone kroner ruble rouble rupee peso franc yuan won lira zloty rand real riyal dinar dirham
    shekel baht forint season game match point time mph kph charge count"""
_SHORT = {
    "km": "kilometre", "kilometer": "kilometre", "meter": "metre", "ft": "foot", "feet": "foot",
    "kph": "km/h",
    "kilo": "kg", "kilogram": "kg", "lb": "pound", "lbs": "pound", "tonne": "ton", "liter": "litre",
    "centimeter": "centimetre", "cm": "centimetre",
}  # fmt: skip
"""Short and American forms of units, with the form that they are compared by."""

_MEMBERS = re.compile(r"\b(crew|staff)[ -]members?\b", re.I)
"""Whose members are counted as what they are members of: "31 crew members" and "31 crew"."""

_MEASURES = frozenset(_MEASURES_WORDS.split()) | {"percentage points", "years old", "magnitude"}
"""Units that measure anything: these compare only where the same words stand around them."""


@dataclass(frozen=True, slots=True)
class Measurand:
    """A quantity with its wording and what is known of what it counts.

    ``unit`` is singular; ``said`` is what is said of it, and ``people`` whether it counts people; ``around``
    and ``names`` are the stems of its clause, ``rare`` the names that tell something; ``modifiers`` tell of
    its kind; ``total`` and ``part`` whether it is said to be either; ``shared`` whether only some of it are
    spoken of. ``years`` are written in its clause or open the passage; ``including`` tells whether something
    is said to be counted in or out, ``dated`` whether these name a month or a year, and ``kind`` whether the
    quantity only tells a kind: "the 13-inch model". ``earlier`` is whether it speaks of an earlier time, and
    ``more`` whether it is added to another one.
    """

    quantity: Quantity
    wording: str
    unit: str
    people: bool
    measure: bool
    said: frozenset[str]
    more: bool
    before: str
    after: str
    around: frozenset[str]
    names: frozenset[str]
    rare: frozenset[str]
    modifiers: frozenset[str]
    total: bool
    part: bool
    shared: bool
    years: frozenset[str]
    including: bool
    dated: bool
    kind: bool
    earlier: bool


def measurand_of(text: str, q: Quantity, at: int, telling: Callable[[str], float]) -> Measurand:
    """What quantity ``q`` of ``text`` counts; its unit is empty where that is not told.

    ``at`` is the offset of ``text`` in its article; ``telling`` says of a stem how much it tells (0…1).
    """
    start, end = q.start - at, q.end - at
    left = _CLAUSE.split(text[max(0, start - _AROUND) : start])[-1]
    right = _CLAUSE.split(text[end : end + _AROUND])[0]
    wording = " ".join(text[start:end].split())
    clause = f"{left}{text[start:end]}{right} {q.unit or ''}"
    unit = _unit(q.unit) if q.unit and len(q.unit) > 1 else ""
    if unit == "member" and (whose := _MEMBERS.search(text, start, end)):
        unit = whose[1].lower()
    before = text[:start]
    if not unit and (toll := _TOLL.search(before)):
        unit = singular(toll["noun"] or "person")
        clause = before + clause
    opening = _OPENING.match(text)
    soon = _YEAR_SOON.match(text, end)
    when = clause + (opening[0] if opening else "") + (soon[0] if soon else "")
    both = _AND_HURT.match(text, end)
    measure = unit.lower() in _MEASURES or _money(q)
    said = _said(_SAID_OF_MEASURES if measure else _SAID_OF_PEOPLE, clause + (both[0] if both else ""))
    stems = {word_tokens.stemmed(m[0]) for m in _MODIFIER.finditer(wording) if m.start()} - {""}
    own = word_tokens.stemmed(unit.split()[-1]) if unit else ""
    beside = f"the {left} {right}"
    used = list(word_tokens.words(beside))
    named = [w.stem for w in used if w.name]
    return Measurand(
        q,
        wording,
        unit,
        _GROUP.get(unit, _HUMAN) < _HUMAN,
        measure,
        said & _OF_TIME if unit in _TIMES else said,
        _MORE.search(left + wording) is not None,
        before[-_AROUND:],
        text[end : end + _AROUND],
        frozenset(w.stem for w in used) - {own},
        frozenset(named),
        frozenset(stem for stem in named if telling(stem) >= _TELLS),
        frozenset(s for s in stems - {own} if telling(s) >= _TELLS),
        _RUNNING_TOTAL.search(text) is not None,
        _PART.search(text, max(0, start - _BEFORE), end + 8) is not None,
        _SHARED.search(text, max(0, start - _AROUND), start) is not None,
        frozenset(_YEAR.findall(when)),
        _INCLUDING.search(text) is not None,
        _MONTH.search(when) is not None,
        _HYPHENED.search(wording) is not None,
        _EARLIER.search(text) is not None,
    )


def _unit(written: str) -> str:
    unit = singular(written)
    return _SHORT.get(unit, unit)


def keys(thing: Measurand) -> list[tuple[str, str]]:
    """What is the same for every two quantities that `alike` may hold for."""
    figure = thing.quantity.figure
    same = [("=", str(figure))] if figure and (figure >= _SPECIFIC or figure != int(figure)) else []
    if thing.measure:
        return same + [(durations.smallest(thing.unit), said) for said in sorted(thing.said)]
    if not thing.unit:
        return same
    unit = "people" if thing.people and thing.said else str(_GROUP.get(thing.unit, thing.unit))
    return [*same, (unit, " ".join(sorted(_befell(thing))))]


def alike(a: Measurand, b: Measurand) -> bool:
    """Whether two quantities may count the same thing by their units and what is said of them."""
    if not a.unit or not b.unit:
        return a.quantity.figure == b.quantity.figure and (a.quantity.figure or 0) >= _SPECIFIC
    if a.measure != b.measure:
        return False
    if a.unit != b.unit and not _one_group(a, b) and not durations.ratio(a.unit, b.unit):
        return False
    if a.unit in _TIMES and ("asked" in a.said) != ("asked" in b.said) and a.said and b.said:
        return False
    if a.measure:
        return not _of_unlike(a.said - _CHANGES, b.said - _CHANGES) and not _of_unlike(a.said, b.said)
    return _befell(a) == _befell(b)


def _of_unlike(one: frozenset[str], two: frozenset[str]) -> bool:
    return bool(one) and bool(two) and not one & two


def _one_group(a: Measurand, b: Measurand) -> bool:
    if a.people and b.people and a.said:
        return True
    return a.unit in _GROUP and _GROUP[a.unit] == _GROUP.get(b.unit)


def _befell(thing: Measurand) -> frozenset[str]:
    return (thing.said & _FATES) or (thing.said - _WHO) or thing.said


def _said(table: str, clause: str) -> frozenset[str]:
    return frozenset(m.lastgroup for m in _table(table).finditer(clause) if m.lastgroup)


def _money(q: Quantity) -> bool:
    return bool(q.unit) and len(q.unit or "") == 3 and (q.unit or "").isupper()

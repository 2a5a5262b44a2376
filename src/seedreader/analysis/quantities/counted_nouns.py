"""The noun that a figure counts, found without a grammar: the words that follow, up to the first plural."""

from __future__ import annotations

import re

from seedreader.analysis.numbers import CODES, TENS, UNITS

_WORD = re.compile(r"\s*([^\W\d_][\w'’.&-]*)")
_PERCENT = re.compile(
    r"\s?(?:%|percent\b|per cent\b|pct\b)(?P<points>[ -](?:age )?points?)?|\s(?P<pp>percentage points?)\b",
    re.I,
)
_CALIBRE = re.compile(r"[  -]?(?:mm|millimet(?:er|re)|cal(?:iber|ibre)?)\b", re.I)
_SIZED = re.compile(
    r"\s+\d[\d.,]*[  -]?(?:mm|cm|millimet(?:er|re))\b(?:\s+and\s+\d[\d.,]*[  -]?(?:mm|cm)\b)?", re.I
)
_MEASURE = re.compile(
    r"[  -]?(?P<unit>(?:(?:square|cubic|sq\.?|light|nautical)[ -])?"
    r"(?:km/h|mph|kph|km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|foot|ft"
    r"|(?:milli|centi)met(?:er|re)s?|[mc]m|inch(?:es)?|magnitude|kg|kilos?|[mµ]g|ml|(?:milli|micro)?grams?"
    r"|[kMGT]Wh?|[kMGT]B|[MG]Hz|(?:kilo|mega|giga|tera)watts?|knots"
    r"|kilograms?|tons?|tonnes?|pounds?|lbs|barrels?|hectares?|acres?|degrees?|litres?|liters?|gallons?"
    r"|hours?|minutes?|seconds?|days?|weeks?|months?|years?|decades?|centuries|dollars?|euros?|cents?|pence|roubles?|rubles?"
    r"|yen|yuan|kron(?:er|or)|zlot(?:y|ys)|hryvnias?|baht|forint|pounds? sterling|m)\b|°[CF]?)",
    re.I,
)
_COMPOUND = re.compile(
    r"-(?P<what>(?!plus|year|under|over|odd|strong|something|times?\b|fold|way|star|bit|ish)[a-z]{3,12})(?![\w-])"
)
"""The noun of a hyphenated adjective: "a 48-page indictment"."""

_OLD = re.compile(r"[  -]years?[  -]olds?\b|\s+years? of age\b", re.I)
_ABOARD = re.compile(r"\s(?:aboard|on board)\b", re.I)
MONEY = {"dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "yen": "JPY", "yuan": "CNY"}
MONEY |= {"rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "pounds sterling": "GBP"}
MONEY |= {"hryvnia": "UAH", "hryvnias": "UAH"}
DOLLARS = {"canadian": "CAD", "australian": "AUD", "zealand": "NZD", "kong": "HKD", "singapore": "SGD"}
"""Whose dollars they are by the word before them."""

_CODE = re.compile(rf"[ ](?P<code>{'|'.join(CODES)})\b")
_IRREGULAR_WORDS = """
    people men women children police personnel dead wounded injured killed missing staff aircraft cattle
    youth crew percent families countries policemen policewomen firefighters servicemen spacecraft
    others lives sheep fish deer bison cattle livestock poultry mice geese oxen feet teeth species series
    faculty clergy infantry cavalry"""
IRREGULAR = frozenset(_IRREGULAR_WORDS.split())
_SAME_WORDS = "sheep fish deer bison police staff crew youth aircraft cattle family"
_SAME = frozenset(_SAME_WORDS.split())
"""Plurals that are also the first part of other nouns: "40 police officers", "900 sheep dogs"."""

_PARTICIPLES = frozenset(["dead", "wounded", "injured", "killed", "missing"])
_CONTAINERS = frozenset(["units", "pieces", "kinds", "types", "sorts", "sets", "batches"])
_STOP_WORDS = """
    a an the this that these those and or but nor so yet if of in on at to from by with for as into onto
    over under after before during since until between among against about around through within without
    near per via than then there here who whom whose which what when where why how is are was were be
    been being am has have had having do does did done will would shall should can could may might must
    not no it its he she they them his her their we our us you your i me my also just only even still
    already now today yesterday tomorrow because while although though unless whether each every all any
    some both either neither such more most less least much many said says say told went came took made
    got gave left killed wounded injured died sent including amid ago later earlier away off out up down
    back again across along toward towards behind beyond himself herself itself themselves hers ours yours
    theirs mine another"""
STOP = frozenset(_STOP_WORDS.split()) | UNITS.keys() | TENS.keys()
_ACTS_WORDS = """
    ran fell rose grew began broke chose drew drove ate flew forgot fought fled found hid held kept knew led
    lost met paid rode rang sank sang sat slept spoke stood stole swam swept threw understood won wore wrote
    felt hurt cut put set shut spread bought brought built caught sold spent taught thought told voted
    backed opposed supported remain remained attend attended signed rejected refused agreed want
    wants need needs face faces live work come go goes get gets make makes take takes use uses believe think
    feel know see
    saying like prefer last next fewer better worse higher lower ill alone together"""
_ACTS = frozenset(_ACTS_WORDS.split())
"""Verbs, and words that only follow a noun: a figure never counts them."""

_ENDED = re.compile(r"[a-z]{3,}ed")


def is_calibre(text: str, at: int) -> bool:
    """Whether the figure that ends at ``at`` sizes the noun after it ("105mm guns") instead of counting."""
    m = _CALIBRE.match(text, at)
    if m is None:
        return False
    following = _WORD.match(text, m.end())
    return following is not None and following[1].lower() not in STOP | _ACTS | _THICK


_THICK_WORDS = "thick deep long wide high tall rain rainfall snow thicker deeper longer wider"
_THICK = frozenset(_THICK_WORDS.split())


def is_measure(label: str | None) -> bool:
    """Whether a unit measures time, length, weight or money, rather than counts things."""
    return label is not None and (label.isupper() or _MEASURE.fullmatch(label) is not None)


def unit(text: str, at: int, end: int, number: str = "many") -> tuple[str | None, int]:
    """The counted noun after a figure that ends at ``at``, lower-case as it stands, and where it ends.

    "percent", currency codes and "years old" are normalised. ``number`` is "one" for the figure 1, whose noun
    is no plural, "part" for a share, whose noun may be either, else "many". None when nothing countable
    follows.
    """
    if m := _PERCENT.match(text, at, end):
        return ("percentage points" if m["points"] or m["pp"] else "percent"), m.end()
    if m := _OLD.match(text, at, end):
        return "years old", m.end()
    if sized := _SIZED.match(text, at, end):
        at = sized.end()
    elif m := _MEASURE.match(text, at, end):
        word = m["unit"].lower()
        return MONEY.get(word, word), m.end()
    if m := _CODE.match(text, at, end):
        return m["code"], m.end()
    if compound := _COMPOUND.match(text, at, end):
        return compound["what"], compound.end()
    if aboard := _ABOARD.match(text, at, end):
        return "people", aboard.end()
    return _head(text, at, end, number)


def first_plural(words: str) -> str | None:
    """The first plural noun of a phrase, lower-case."""
    return next((w.lower() for w in _WORD.findall(words) if _plural(w.lower())), None)


def singular(word: str) -> str:
    """A rough singular, so that "soldiers" and "soldier" compare equal."""
    irregular = {"men": "man", "women": "woman", "children": "child", "people": "person", "feet": "foot"}
    if word in irregular:
        return irregular[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


_OF_THE = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+)?")
_MORE = re.compile(r"\s+(?:more|other|additional|new|of)\s+")
_OF_SIZED = re.compile(r"\s+of\s+(?:\d+[  -]?mm\s+)?")
_ENDS = re.compile(r"['’]s\b|[,;:.!?)]")
_LONGEST = 6
"""Words that the phrase of what is counted may take."""


def _head(text: str, at: int, end: int, number: str) -> tuple[str | None, int]:
    """The noun of the phrase at ``at``: its first plural, or its last word if it may be a singular."""
    head: str | None = None
    stop = at
    words = 0
    before = ""
    if m := _OF_THE.match(text, at, end):
        at = m.end()
        number = "part"
    if m := _MORE.match(text, at, end):
        at = m.end() - 1
    while words < _LONGEST:
        m = _WORD.match(text, at, end)
        if m is None or "\n" in m[0]:
            break
        word = m[1].rstrip(".'’")
        low = word.lower()
        if low.endswith(("'s", "’s")) and head is None:
            at = m.end(1)
            continue
        if (low in STOP and low not in IRREGULAR) or low in _ACTS:
            break
        if (
            _ENDED.fullmatch(low)
            and low not in IRREGULAR
            and (after := _WORD.match(text, m.end(1), end))
            and after[1].lower() in STOP
        ):
            break
        if low.endswith("ly") and len(low) > 4 and low != "family":
            if head is not None:
                break
            at = m.end(1)
            continue
        if head is not None and (low.endswith("ing") or _ENDED.fullmatch(low) or low in _PARTICIPLES):
            break
        if (
            low in _PARTICIPLES
            and (after := _WORD.match(text, m.end(1), end))
            and after[1].lower() not in STOP
        ):
            at = m.end(1)
            continue
        words += 1
        at = m.start(1) + len(word)
        if low in _CONTAINERS and (of := _OF_SIZED.match(text, at, end)):
            head, stop, at = low, at, of.end()
            continue
        if low in _SAME and (after := _WORD.match(text, at, end)) and _plural(after[1].lower().rstrip(".'’")):
            continue
        if _plural(low) and (number != "one" or low in IRREGULAR):
            return (DOLLARS.get(before, "USD") if low == "dollars" else MONEY.get(low, low)), at
        before = low
        closed = _ENDS.match(text, at)
        singular = number != "many" and not word[0].isupper() and not _plural(low)
        if singular and (head is None or not closed or number == "one"):
            head, stop = low, at
        if closed:
            break
    return head, stop


def _plural(word: str) -> bool:
    if word in IRREGULAR:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))

"""The noun that a figure counts, found without a grammar: the words that follow, up to the first plural."""

from __future__ import annotations

import re

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
    r"[  -]?(?P<unit>(?:(?:square|cubic)[ -])?"
    r"(?:km/h|mph|kph|km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|foot|ft"
    r"|inch(?:es)?|kg|kilos?"
    r"|kilograms?|tons?|tonnes?|pounds?|lbs|barrels?|hectares?|acres?|degrees?|litres?|liters?|gallons?"
    r"|hours?|minutes?|seconds?|days?|weeks?|months?|years?|decades?|centuries|dollars?|euros?|cents?|rubles?"
    r"|yen|m)\b|°[CF]?)",
    re.I,
)
_COMPOUND = re.compile(r"-(?P<what>(?!plus|year|under|over|odd|strong)[a-z]{3,12})(?![\w-])")
_OLD = re.compile(r"[  -]years?[  -]olds?\b|\s+years? of age\b", re.I)
_ABOARD = re.compile(r"\s(?:aboard|on board)\b", re.I)
MONEY = {"dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "yen": "JPY"}
_IRREGULAR_WORDS = """
    people men women children police personnel dead wounded injured killed missing staff aircraft cattle
    youth crew percent families countries policemen policewomen firefighters servicemen spacecraft
    others lives"""
IRREGULAR = frozenset(_IRREGULAR_WORDS.split())
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
    back again across along toward towards behind beyond"""
STOP = frozenset(_STOP_WORDS.split())


def is_calibre(text: str, at: int) -> bool:
    """Whether the figure that ends at ``at`` sizes the noun after it ("105mm guns") instead of counting."""
    m = _CALIBRE.match(text, at)
    if m is None:
        return False
    following = _WORD.match(text, m.end())
    return following is not None and following[1].lower() not in STOP


def unit(text: str, at: int, end: int) -> tuple[str | None, int]:
    """The counted noun after a figure that ends at ``at``, lower-case as it stands, and where it ends.

    "percent", currency codes and "years old" are normalised. None when nothing countable follows.
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
    if (compound := _COMPOUND.match(text, at, end)) and text[at - 1].isdigit():
        return compound["what"], compound.end()
    if aboard := _ABOARD.match(text, at, end):
        return "people", aboard.end()
    return _head(text, at, end)


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


def _head(text: str, at: int, end: int) -> tuple[str | None, int]:
    head: str | None = None
    stop = at
    words = 0
    if m := re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+)?").match(text, at, end):
        at = m.end()
    if m := re.compile(r"\s+(?:more|other|additional|new|of)\s+").match(text, at, end):
        at = m.end() - 1
    while words < 6:
        m = _WORD.match(text, at, end)
        if m is None or "\n" in m[0]:
            break
        word = m[1].rstrip(".'’")
        low = word.lower()
        if low.endswith(("'s", "’s")) and head is None:
            at = m.end(1)
            continue
        if (low in STOP and low not in IRREGULAR) or (
            low.endswith("ly") and len(low) > 4 and low != "family"
        ):
            break
        if head is not None and low.endswith("ing"):
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
        if low in _CONTAINERS and (of := re.compile(r"\s+of\s+(?:\d+[  -]?mm\s+)?").match(text, at, end)):
            head, stop, at = low, at, of.end()
            continue
        if _plural(low):
            return low, at
        if re.match(r"['’]s\b|[,;:.!?)]", text[at : at + 2]):
            if head is None and not word[0].isupper():
                head, stop = low, at
            break
        if not word[0].isupper():
            head, stop = low, at
    return head, stop


def _plural(word: str) -> bool:
    if word in IRREGULAR:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))

"""Figures as they stand in running English: digits, number words, fractions and vague plurals."""

from __future__ import annotations

import re
from dataclasses import dataclass

UNITS = {
    w: i
    for i, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    w: 10 * i
    for i, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "tn": 1e12,
}
VAGUE = {"dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
CURRENCIES = {
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
}
CURRENCIES |= {"₽": "RUB", "₩": "KRW", "₴": "UAH"}

_SMALL = "|".join([*TENS, *UNITS])
_ATOM = (
    rf"(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNITS)})\b)?|{'|'.join(sorted(UNITS, key=len, reverse=True))}"
)
_WORDY = (
    rf"(?:{_ATOM})\b(?:[ -](?:hundred|thousand|million|billion|trillion)\b"
    rf"|(?:[ ]and)?[ ](?:{_ATOM})\b){{0,6}}"
)
_AND_PART = (
    r"(?:[ -]and[ -](?:an?|one)[ -](?P<plus>half|third|quarter)"
    r"(?:[ ](?P<plusscale>hundred|thousand|million|billion|trillion))?\b)?"
)
_LONE = r"(?:an?|one|two|three)[ -](?:third|quarter|fifth)s?"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,9})?"
_PART = (
    rf"(?:an?[ ]|one[- ]|(?P<many>{_SMALL})[- ])"
    r"(?P<part>half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
)

_CLOSE = (
    r"(?=\s*(?:[.,;:)!?]|$)|[ ](?:to|from|in|on|at|since|and|or|over|after|when|than|who|were|was|are|is|had"
    r"|has|have|said|[a-z]{2,}ed)\b)"
)
"""What follows a share that stands alone: "by a third", "a third" of anything else being the third one."""

_NUMBER = re.compile(
    rf"""(?<![\w.,:/+])(?<![^\W\d]-)(?P<sign>(?:US|A|C)?\$|[£€¥₹₽₩₴])?[ ]?(?P<digits>{_DIGITS})
         (?P<vulgar>[ ]?[½¼¾⅓⅔])?
         (?:[  -]?(?P<scale>hundred|thousand|million|billion|trillion|mln|mn|bn|tn|[kmbKMB])\b)?
         (?![\w:/])
       |(?<![\w-])(?=[a-z])(?:
          (?P<ratio>(?P<ratio_a>one|two|three|four|nine)[ ](?:in|out[ ]of)[ ](?P<ratio_b>{_SMALL}))
            (?=[ ][a-z]{{3}})
         |(?P<one_in>one[ ][a-z]{{3,12}}[ ](?:in|out[ ]of)[ ](?P<one_of>{_SMALL})){_CLOSE}
         |(?P<few>a[ ]few|several)[ ](?P<fewscale>dozen|hundred|thousand|million|billion)(?=[ ][a-z])
         |(?P<fraction>{_PART})s?(?=[ ]of\b|[ ](?:more|less|fewer)\b)
         |(?:(?P<shares>(?:two|three|four)[ -](?:thirds|fifths))|(?P<share>{_LONE}|half){_CLOSE})
         |(?<!first[ ])(?<!second[ ])
            (?P<half>half)(?:[ ](?P<halfscale>an?[ ](?:hundred|thousand|million|billion|dozen))\b
            |(?=[ ](?:of|the|an?)\b)(?![ ]an?[ ](?:hour|mile|day|year|century|decade|minute|second|inch|foot
                |met|kilo|pound|ton|point|game|season)))
         |(?P<dozen>(?:an?|one|two|three|four|five|six|half[ ]a)[ ]dozen)
         |(?P<length>an?)(?=[ ](?:year|month|week|day|hour|minute|decade|mile)[ ]and[ ]a[ ](?:half|quarter)\b)
         |(?P<one>an?)[ ](?P<onescale>hundred|thousand|million|billion|trillion)
         |(?:(?P<tens>tens|hundreds)[ ]of[ ](?P<vaguescale>thousands|millions|billions)
            |(?P<vague>dozens|scores|hundreds|thousands|millions|billions))(?=[ ](?:of|more)\b
               |[ ]\w+ed\b|[ ](?:were|have|are)\b)
         )(?![\w-])
       |(?<![\w-])(?=[a-z])(?P<words>{_WORDY}){_AND_PART}(?:(?![\w-])|(?=-(?:year|month|week|day|hour|minute|mile|member
          |storey|story|foot|metre|meter)s?\b))
    """,
    re.X | re.I,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A bare figure at ``[start, end)``; ``low`` and ``high`` are what it can mean before any hedge.

    ``unit`` is a currency code where a sign names one, ``"percent"`` for fractions, else None.
    ``worded`` tells number words from digits. ``figure`` is None for vague plurals such as "dozens".
    """

    start: int
    end: int
    figure: float | None
    low: float | None
    high: float | None
    unit: str | None = None
    worded: bool = False


def find(text: str, start: int = 0, end: int | None = None) -> tuple[Number, ...]:
    """Every figure in ``text[start:end]``, in reading order, years and dates among them."""
    stop = len(text) if end is None else end
    return tuple(number for m in _NUMBER.finditer(text, start, stop) if (number := _number(m)) is not None)


def worth(words: str) -> float:
    """The value of number words: ``worth("twenty-five thousand")`` is 25000."""
    total = current = 0.0
    for word in re.split(r"[\s-]+", words.lower()):
        if word in UNITS or word in TENS:
            current += UNITS.get(word, 0) or TENS.get(word, 0)
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in SCALES:
            total, current = total + (current or 1) * SCALES[word], 0.0
    return total + current


def _number(m: re.Match[str]) -> Number | None:
    if m["digits"]:
        return _from_digits(m)
    if m["fraction"]:
        many = UNITS.get((m["many"] or "one").lower(), 1)
        return _share(m, many / PARTS[m["part"].lower()])
    if m["ratio"]:
        part, whole = (worth(m[name]) for name in ("ratio_a", "ratio_b"))
        return _share(m, part / whole) if part < whole else None
    if m["one_in"]:
        whole = worth(m["one_of"])
        return _share(m, 1 / whole) if whole > 1 and not _TIMES.search(m["one_in"]) else None
    if m["shares"]:
        return _lone(m["shares"], m)
    if m["share"]:
        return (
            _lone(m["share"], m)
            if _SHARED_BEFORE.search(m.string, max(0, m.start() - REACH), m.start())
            else None
        )
    if m["few"]:
        few = 12.0 if m["fewscale"].lower() == "dozen" else SCALES[m["fewscale"].lower()]
        return Number(m.start(), m.end(), None, 2 * few, 10 * few, worded=True)
    if m["half"]:
        if m["halfscale"]:
            scale = m["halfscale"].split()[-1].lower()
            return _exact(m, 6.0 if scale == "dozen" else SCALES[scale] / 2)
        return _share(m, 0.5)
    if m["dozen"]:
        first = m["dozen"].lower().split()[0]
        return _exact(m, 6.0 if first == "half" else 12.0 * UNITS.get(first, 1))
    if m["onescale"]:
        return _exact(m, SCALES[m["onescale"].lower()])
    if m["tens"]:
        unit = VAGUE[m["vaguescale"].lower()] * (10 if m["tens"].lower() == "tens" else 100)
        return Number(m.start(), m.end(), None, 2 * unit, 10 * unit, worded=True)
    if m["vague"]:
        unit = VAGUE[m["vague"].lower()]
        return Number(m.start(), m.end(), None, 2 * unit, (100 if unit == 1e3 else 10) * unit, worded=True)
    if m["length"]:
        return _exact(m, 1.0)
    more = 1 / PARTS[m["plus"].lower()] if m["plus"] else 0.0
    return _exact(m, (worth(m["words"]) + more) * SCALES.get((m["plusscale"] or "").lower(), 1.0))


REACH = 60
"""Characters before a share that stands alone in which its hedge, or its rise or fall, is looked for."""

_TIMES = re.compile(r"^one[ ](?:day|night|time|week|month|year|hour|thing)\b", re.I)
_SHARED_BEFORE = re.compile(
    r"\b(?:(?:about|around|roughly|nearly|almost|just (?:over|under)|more than|less than|at least|up to|close"
    r" to|slightly (?:over|under|more than|less than)|only|over)"
    r"|(?:cut|f[ae]ll|reduc|r[io]s|gr[eo]w|increas|dr[oi]p|shr[aiu]nk|lower|jump|declin|slash|climb|boost|down|up)"
    r"\w*\b[^.!?\n]{0,40}\bby)\s$",
    re.I,
)


def _lone(words: str, m: re.Match[str]) -> Number:
    """A share without "of": "by a third", "about half", "nearly two thirds"."""
    many, _, part = words.lower().replace("-", " ").rpartition(" ")
    return _share(m, UNITS.get(many, 1) / PARTS[part.rstrip("s")])


def _from_digits(m: re.Match[str]) -> Number | None:
    sign, scale = m["sign"], m["scale"]
    end = m.end()
    if scale and len(scale) == 1 and not sign and not _counts_people(m):
        scale, end = None, m.end("digits")
        if m["scale"].lower() != "m":
            return None
    part = VULGAR[m["vulgar"].strip()] if m["vulgar"] else 0.0
    value = (float(m["digits"].replace(",", "")) + part) * SCALES.get((scale or "").lower(), 1.0)
    unit = CURRENCIES.get(sign.upper()) if sign else None
    start = m.start("sign") if sign else m.start("digits")
    return Number(start, end, value, value, value, unit)


def _counts_people(m: re.Match[str]) -> bool:
    """Whether "1.2m" or "300k" is a number of something rather than a length: "1.2m people"."""
    return _MANY.match(m.string, m.end()) is not None


_MANY = re.compile(
    r"\s(?:(?:new|more|active|young|other)\s)?(?!metres|meters|hurdles|sprints)(?:people|[a-z]{3,}s\b)"
)


def _exact(m: re.Match[str], value: float) -> Number:
    return Number(m.start(), m.end(), value, value, value, worded=True)


def _share(m: re.Match[str], share: float) -> Number:
    percent = round(100 * share, 1)
    return Number(m.start(), m.end(), percent, 0.95 * percent, 1.05 * percent, "percent", worded=True)

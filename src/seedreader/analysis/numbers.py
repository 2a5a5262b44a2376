"""Figures as they stand in running English: digits, number words, fractions and vague plurals."""

from __future__ import annotations

import re
from dataclasses import dataclass

from seedreader.text.months import ANY_SHORT_MONTH

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
CODES = ("USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "RUB", "NOK", "SEK", "DKK", "CAD", "AUD")
CURRENCIES = {
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₴": "UAH",
    **{code: code for code in CODES},
}

_SMALL = "|".join([*TENS, *UNITS])
_ATOM = (
    rf"(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNITS)})\b)?|{'|'.join(sorted(UNITS, key=len, reverse=True))}"
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion)"
_WORDY = rf"(?:{_ATOM})\b(?:[ -]{_SCALE}\b(?:(?:[ ]and)?[ ](?:{_ATOM})\b)?){{0,4}}"
_AND_PART = (
    r"(?:[ -]and[ -](?:an?|one)[ -](?P<plus>half|third|quarter)"
    r"(?:[ ](?P<plusscale>hundred|thousand|million|billion|trillion))?\b)?"
)
_LONE = r"(?:an?|one|two|three)[ -](?:third|quarter|fifth)s?"
_DIGITS = (
    r"[1-9]\d{0,2}(?:[\xa0\u2007\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?"
    r"|(?P<spaced>(?<!\d[ ])[1-9]\d{0,2}(?:[ ]\d{3}){1,3}(?![ ]?\d|[.,]\d|-[a-z]|[ ]?mm\b))"
    r"|[1-9]\d{0,2}(?:['’]\d{3})+(?!\d)"
    r"|[1-9]\d{0,2}(?:\.\d{3}){2,}(?![\d.])"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,9})?"
)
"""Thousands parted by narrow spaces, plain spaces, apostrophes, points (from a million on) or commas."""

_COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_WHOLE = r"(?:three|four|five|six|seven|eight|nine|ten|twelve|twenty|[3-9]|10|12|20|25|50|100|1,000)"
_TRIES = (
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|games?|match(?:es)?|tests?|seasons?|starts|outings"
    r"|attempts|tries|miles?|percent|per|hundred|thousand|million|billion|different|separate)"
)
"""What follows "three in five" where it is no share: "three in five games"."""

_DEGREES = r"[\d$€£¥][\d.,]*[ ]?(?:%|°|percent|per[ ]cent|pct|degrees)"
_ARRIVED = "|".join(rf"(?<=\b{word}[ ])" for word in ("to", "of", "at", "by", "was", "is", "below", "than"))
_MINUS = rf"minus[ ](?=[\d$€£¥])|−[ ]?(?=[\d$€£¥])|[-–](?=[$€£¥]\d|{_DEGREES})|(?:{_ARRIVED})[-–](?=\d)"
_COMPOUNDS = """year month week day hour minute mile member storey story foot metre meter page word
    game set run goal seat person man woman count car room bed bedroom door lane acre ton tonne pound
    kilometre kilometer inch night volume vote match lap vehicle judge nation country degree block hectare
    part point stroke"""
_PART = (
    rf"(?:an?[ ]|one[- ]|(?P<many>{_SMALL})[- ])"
    r"(?P<part>half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
)

_CLOSE = (
    r"(?=\s*(?:[.,;:)!?]|$)|[ ](?:to|from|in|on|at|since|and|or|over|after|among|by|across|when|than|who"
    r"|were|was|are|is|had|has|have|said|[a-z]{2,}ed)\b)"
)
"""What follows a share that stands alone: "by a third", "a third" of anything else being the third one."""

_WORDS = (
    *TENS, *UNITS, "minus", "half", "several", "tens", "hundreds", "thousands", "millions", "billions",
    "dozens", "scores", "a ", "an ", "a-", "an-", *(code.lower() for code in CURRENCIES if code[0].isalpha()),
)  # fmt: skip
_FRONT = "|".join(
    "".join(f"[{c}{c.upper()}]" if c.isalpha() else re.escape(c) for c in front)
    for front in sorted({word[:3] for word in _WORDS})
)
"""How the words begin that a figure may begin with, so that most places in a text are seen to begin none."""

_NUMBER = re.compile(
    rf"""(?<!\w)(?=[ ]?[\d$£€¥₹₽₩₴−–-]|(?-i:{_FRONT}))
       (?:(?<![.,:/+$€£-])(?P<ratio>(?P<ratio_a>{_COUNT}|[1-9])[ ]
            (?:in|out[ ]of|of(?=[ ](?:every|10\b|ten\b)))(?:[ ]every)?[ ](?P<ratio_b>{_WHOLE}))
            (?=[ ](?:[a-z]{{3}}|of\b|is\b))(?![ ]{_TRIES}\b)
       |(?<![\w.,:/+])(?:(?<![^\W\d]-)|(?<=\d-to-))(?P<minus>{_MINUS})?
         (?P<sign>(?:US|AU?|CA?|NZ|HK|S|R)?\$|[£€¥₹₽₩₴]|(?:{"|".join(CODES)})(?=[ ]?\d))?[ ]?
         (?P<digits>{_DIGITS})
         (?P<vulgar>[ ]?[½¼¾⅓⅔])?
         (?:(?:[”"][ ]|[  -]?)(?P<scale>hundred|thousand|million|billion|trillion|mln|mn|bn|tn|[kmbKMB])\b)?
         (?![\w:/])
       |(?<![\w-])(?=[a-z])(?:
          (?P<one_in>one[ ][a-z]{{3,12}}[ ](?:in|out[ ]of)[ ](?P<one_of>{_SMALL})){_CLOSE}
         |(?P<few>a[ ]few|several)[ ](?P<fewscale>dozen|hundred|thousand|million|billion)
            (?:[ ](?P<fewmore>thousand|million|billion))?(?=[ ][a-z])
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
            |(?P<vague>dozens|scores|hundreds|thousands|millions|billions))(?=[ ](?:of|more|others)\b
               |[ ]\w+ed\b|[ ](?:were|have|are|had|remain|took|fled|came|went|lost|fell|left|stood|turn)\b)
         )(?![\w-])
       |(?<![\w-])(?=[a-z])(?P<below>minus[ ])?(?P<words>{_WORDY}){_AND_PART}(?:(?![\w-])
          |(?=-(?:{"|".join(_COMPOUNDS.split())})s?\b))
    )""",
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


def find_numbers(text: str, start: int = 0, end: int | None = None) -> tuple[Number, ...]:
    """Every figure in ``text[start:end]``, in reading order, years and dates among them."""
    stop = len(text) if end is None else end
    out: list[Number] = []
    while m := _NUMBER.search(text, start, stop):
        number = _number(m)
        start = m.end()
        if number is not None:
            out.append(number)
            if m["spaced"] and number.end < m.end("spaced"):
                start = number.end
    return tuple(out)


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
        part, whole = (_worth(m[name]) for name in ("ratio_a", "ratio_b"))
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
        few *= SCALES.get((m["fewmore"] or "").lower(), 1.0)
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
    value = (worth(m["words"]) + more) * SCALES.get((m["plusscale"] or "").lower(), 1.0)
    return _exact(m, -value if m["below"] else value)


def _worth(word: str) -> float:
    return float(word.replace(",", "")) if word[0].isdigit() else worth(word)


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
    below = m["minus"] is not None and not (m["minus"].lower() == "minus " and _subtracted(m))
    start = m.start("minus") if below else m.start("sign") if sign else m.start("digits")
    if m["spaced"] and _MONTH_BEFORE.search(m.string, max(0, start - 10), start):
        first, _, _ = m["spaced"].partition(" ")
        return Number(start, start + len(first), float(first), float(first), float(first))
    whole = _points_for_thousands(m) if _ONE_POINT.fullmatch(m["digits"]) and not scale else False
    if whole is None:
        return None
    digits = _PARTED.sub("", m["digits"])
    if whole or digits.count(".") > 1:
        digits = digits.replace(".", "")
    part = VULGAR[m["vulgar"].strip()] if m["vulgar"] else 0.0
    value = (float(digits) + part) * SCALES.get((scale or "").lower(), 1.0)
    value = -value if below else value
    return Number(start, end, value, value, value, CURRENCIES.get(sign.upper()) if sign else None)


_PARTED = re.compile(r"[,'’\s]")
_MONTH_BEFORE = re.compile(rf"\b(?:{ANY_SHORT_MONTH})[a-z]{{0,6}}\.?\s$", re.I)
_ONE_POINT = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_DECIMAL_UNIT = re.compile(
    r"[  -]?(?:%|°|per ?cent\b|pct\b|(?:percentage |basis )?points?\b|seconds?\b|minutes?\b|degrees?\b"
    r"|times\b|(?:kilo|milli|centi)?met(?:er|re)s?\b|km\b|kg\b|kilos?\b|kilograms?\b|miles?\b|m\b"
    r"|(?:dollars|euros|pounds) (?:a|per) (?:litre|liter|gallon)\b|[ap]\.?m\b)",
    re.I,
)
_OTHER_UNIT = re.compile(
    r"[  -]?(?:hectares?|acres?|tons?|tonnes?|lit(?:er|re)s?|barrels?|hours?|days?|weeks?|months?|years?)\b"
)
_COUNTED = re.compile(r"\s(?:[a-z-]+\s)?(?:people|men|women|children|police|dead|[a-z]{2,}s)\b")


def _points_for_thousands(m: re.Match[str]) -> bool | None:
    """Whether "1.500" means 1,500, as much of Europe writes it; None where that can't be told.

    Nothing that is counted has decimals, and few decimals end in 0.
    """
    if m["digits"].endswith("0"):
        return True
    if m["sign"] or _DECIMAL_UNIT.match(m.string, m.end()):
        return False
    if _OTHER_UNIT.match(m.string, m.end()):
        return None
    return _COUNTED.match(m.string, m.end()) is not None


_BELOW_ZERO = re.compile(r"[\d.,]*[ ]?(?:%|°|per ?cent\b|pct\b|degrees\b|[CF]\b)", re.I)
_REACHED = re.compile(
    r"\b(?:to|of|at|by|was|is|were|are|be|from|and|or|between|about|around|nearly|under|below|hit|hits|read|reads"
    r"|reach(?:ed|es)?|near|as low as|than)\s$",
    re.I,
)


def _subtracted(m: re.Match[str]) -> bool:
    """Whether "minus" takes a figure away from something: "sales minus 3 million in costs"."""
    if _BELOW_ZERO.match(m.string, m.start("digits")):
        return False
    return _REACHED.search(m.string, max(0, m.start() - 12), m.start()) is None


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

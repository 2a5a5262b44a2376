"""Which numbers differ between a passage as it was quoted and the words that stand there now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_SHORT = {"k": 10**3, "m": 10**6, "bn": 10**9, "tn": 10**12}
_PART = re.compile(
    rf"""(?P<digits> \d+ (?: [.,'’\u00a0\u202f]\d+ )* ) (?: (?P<short> {"|".join(_SHORT)} ) \b )?
        | \b (?P<word> {"|".join(_WORDS)} ) \b | \b (?P<scale> {"|".join(_SCALES)} ) (?P<many> s )? \b""",
    re.VERBOSE | re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\d{1,3}(?:[,'’\u00a0\u202f]\d{3})+(?:\.\d+)?")
_JOIN = re.compile(r"[\s-]{1,2}(?:and\s)?")
_LONGEST = 40
_CELLS = 16_000_000


class _Figure(NamedTuple):
    """A number as it is written, and its value or, where it has none, its letters."""

    written: str
    value: object


def changed_figures(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """The numbers that differ, in the order of the text, as (was, is); "" where one was added or dropped.

    Numbers may be written in figures (12,000; 3.5; 2m) or in English words (twenty-five, two million);
    "twelve" and "12" are one number. "One" is only compared with another number: it is mostly a pronoun.
    """
    was, now = _figures(old), _figures(new)
    pairs = [
        (a.written if a else "", b.written if b else "")
        for block in _differences(was, now)
        for a, b in zip_longest(*block)
    ]
    return tuple(pair for pair in pairs if "".join(pair).lower() != "one")


def _differences(
    was: Sequence[_Figure], now: Sequence[_Figure]
) -> list[tuple[Sequence[_Figure], Sequence[_Figure]]]:
    # rapidfuzz is imported at the first comparison: no first frame waits for it
    from rapidfuzz.distance import Levenshtein

    if len(was) * len(now) > _CELLS:
        return [(_missing(was, now), []), ([], _missing(now, was))]
    found = Levenshtein.opcodes([a.value for a in was], [b.value for b in now])
    return [
        (was[op.src_start : op.src_end], now[op.dest_start : op.dest_end])
        for op in found
        if op.tag != "equal"
    ]


def _missing(figures: Sequence[_Figure], others: Sequence[_Figure]) -> list[_Figure]:
    left = Counter(other.value for other in others)
    missing = []
    for figure in figures:
        left[figure.value] -= 1
        if left[figure.value] < 0:
            missing.append(figure)
    return missing


def _figures(text: str) -> list[_Figure]:
    groups: list[list[re.Match[str]]] = []
    for part in _PART.finditer(text):
        if groups and _goes_on(groups[-1][-1], part):
            groups[-1].append(part)
        else:
            groups.append([part])
    return [_Figure(text[group[0].start() : group[-1].end()], _value(group)) for group in groups]


def _goes_on(before: re.Match[str], part: re.Match[str]) -> bool:
    """Whether a part belongs to the number before it: "twenty five", "1.2 million", "hundred and six"."""
    gap = _JOIN.fullmatch(part.string, before.end(), part.start())
    if gap is None or part["digits"] or before["short"] or before["many"]:
        return False
    if part["scale"]:
        return " and" not in gap.group() and gap.group() != "and"
    if before["scale"]:
        return True
    return bool(before["word"]) and _WORDS[before["word"].lower()] >= 20 and _WORDS[part["word"].lower()] < 10


def _value(group: Sequence[re.Match[str]]) -> object:
    from decimal import Decimal

    total = current = Decimal(0)
    for part in group:
        if part["digits"]:
            if len(part["digits"]) > _LONGEST:
                return part.group()
            number = _decimal(part["digits"])
            if number is None:
                return part["digits"]
            current = Decimal(number) * _SHORT.get((part["short"] or "").lower(), 1)
        elif part["word"]:
            current += _WORDS[part["word"].lower()]
        else:
            if part["many"] and len(group) == 1:
                return part["scale"].lower() + "s"
            scale = _SCALES[part["scale"].lower()]
            current = (current or Decimal(1)) * scale
            if scale > 100:
                total, current = total + current, Decimal(0)
    return total + current


def _decimal(digits: str) -> str | None:
    """Figures as Python writes them; None for what is no single number: "1.2.3", "12,5,7"."""
    if _THOUSANDS.fullmatch(digits):
        return re.sub(r"[^\d.]", "", digits)
    plain = digits.replace(",", ".")
    return plain if plain.count(".") <= 1 and re.fullmatch(r"[\d.]+", plain) else None

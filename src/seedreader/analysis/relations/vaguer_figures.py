"""Whether a figure is only a vaguer wording of another: "more than 200" and 214, "about 9,000" and 9,400."""

from __future__ import annotations

from functools import lru_cache
from math import floor, isclose, log10

from seedreader.article import Quantity

LARGE = 10_000
"""Figures that are rounded without a word that says so."""

ABOUT = 0.04
"""How far, of its figure, another may lie from one that is said to be about so much."""

WORDED = 0.95
"""The lower end of a share in words, as "a quarter", of its figure."""

SIGNIFICANT = 12
"""Digits of a figure that are looked at."""


def vaguer(one: Quantity, two: Quantity) -> str | None:
    """Give "⊃" where ``one`` is vaguer than ``two``, "⊂" where it is narrower, None where both are figures.

    A figure is vaguer when it is rounder and its wording allows the other: within half of its last digit, or
    within one of it on the side that "more than" or "up to" leaves open. Figures that are equally round
    differ, whatever their wording allows.
    """
    if _covers(one, two):
        return "⊃"
    return "⊂" if _covers(two, one) else None


def _covers(vague: Quantity, exact: Quantity) -> bool:
    if vague.figure is None or exact.figure is None:
        return False
    if _fraction(vague, exact):
        return True
    near = abs(exact.figure - vague.figure) <= ABOUT * vague.figure
    if near and _around(vague) and exact.low == exact.high:
        return True
    step, finer = _step(vague.figure), _step(exact.figure)
    if not finer < step:
        return False
    off = exact.figure - vague.figure
    if vague.low == vague.high:
        return abs(off) < step / 2 and (_decimal(exact.figure) or abs(vague.figure) >= LARGE)
    if vague.high is None or vague.low == vague.figure:
        return 0 <= off < step
    if vague.low is None or vague.high == vague.figure:
        return -step < off <= 0
    return abs(off) <= step / 2


def _fraction(vague: Quantity, exact: Quantity) -> bool:
    """Whether ``vague`` is a fraction in words, as "just over a third", whose interval holds the other."""
    if vague.low is None or vague.high is None or vague.low == vague.high:
        return False
    figure = vague.figure or 0.0
    worded = vague.unit == "percent" and isclose(vague.low, WORDED * figure)
    return (worded or _decimal(figure)) and vague.low <= (exact.figure or 0.0) <= vague.high


def _around(quantity: Quantity) -> bool:
    """Whether a figure is said to be about so much."""
    low, figure, high = quantity.low, quantity.figure, quantity.high
    return low is not None and high is not None and figure is not None and low < figure < high


def _decimal(figure: float) -> bool:
    return figure != floor(figure)


@lru_cache(maxsize=4096)
def _step(figure: float) -> float:
    """The value of one in the last significant digit: 100 of 1,400, 0.1 of 2.5."""
    if not figure:
        return 1.0
    digits = f"{abs(figure):.{SIGNIFICANT - 1}e}".split("e")
    mantissa = digits[0].rstrip("0").rstrip(".")
    return float(10 ** (floor(log10(abs(figure))) - max(len(mantissa) - 2, 0)))

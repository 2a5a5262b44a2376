"""Figures and days in a few characters, with what their wording allows."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from seedreader.article import DateMention, Quantity
from seedreader.text.format_dates import day

MILLION = 1_000_000
NAMES = ((1_000 * MILLION, "billion"), (MILLION, "million"))
"""Figures that are told with a word, where that needs two decimals at most."""


class FormattedValue(NamedTuple):
    """What is stated, short, and the unit that it may be told without; empty where it needs none."""

    words: str
    unit: str = ""


def format_value(mention: Quantity | DateMention) -> FormattedValue:
    """A figure or a day: "≤ 12,000" and "troops", "40 %", "4 million EUR", "Jun 2024"."""
    if not isinstance(mention, Quantity):
        return FormattedValue(format_interval(mention))
    figure, unit = format_figure(mention), mention.unit or ""
    if unit == "percent":
        return FormattedValue(f"{figure} %")
    return FormattedValue(f"{figure} {unit}") if unit.isupper() else FormattedValue(figure, unit)


def format_figure(quantity: Quantity) -> str:
    """A figure as its bounds allow: "≤ 12,000", "≈ 11,000", "1,000–3,000"."""
    figure, low, high = quantity.figure, quantity.low, quantity.high
    if figure is not None and low == high:
        return _number(figure)
    if low is not None and high is not None:
        return f"{_number(low)}–{_number(high)}" if figure is None else f"≈ {_number(figure)}"
    if high is not None:
        return _bound("≤", "<", high, figure)
    if low is not None:
        return _bound("≥", ">", low, figure)
    return "" if figure is None else f"≈ {_number(figure)}"


def format_interval(mention: DateMention) -> str:
    """An interval of days: "21 Mar 2025", "Jun 2024", "2023", "since 1991"; empty where it is not known."""
    first, last = mention.first, mention.last
    if first is None or last is None:
        return f"since {_begun(first)}" if first else f"until {day(last)}" if last else ""
    if first == last:
        return day(first)
    if (first.day, last.day) == (1, monthrange(last.year, last.month)[1]):
        return _months(first, last)
    return f"{day(first)} – {day(last)}"


def _bound(sign: str, beyond: str, bound: float, figure: float | None) -> str:
    """The sign and the figure; ``beyond`` is the sign where the figure itself is left out."""
    said = bound if figure is None else figure
    return f"{sign if said == bound else beyond} {_number(said)}"


def _number(value: float) -> str:
    for scale, name in NAMES:
        if abs(value) >= scale and value * 100 % scale == 0:
            return f"{value / scale:,.12g} {name}"
    return f"{value:,.12g}"


def _begun(first: date) -> str:
    if first.day > 1:
        return day(first)
    return str(first.year) if first.month == 1 else f"{first:%b} {first.year}"


def _months(first: date, last: date) -> str:
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%b} {first.year}"
    begun = f"{first:%b}" if first.year == last.year else f"{first:%b} {first.year}"
    return f"{begun} – {last:%b} {last.year}"

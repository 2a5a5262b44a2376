"""Numbers of lists as they are shown."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10,
    "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
MOST = 5000
"""The greatest number that is written in letters."""


def numeral(number: int, form: str) -> str:
    """A number in one of Word's forms; in figures where that is none of letters."""
    if number < 1 or number > MOST:
        return str(number)
    if form.endswith("Roman"):
        shown = ""
        for amount, letters in _ROMAN:
            shown += letters * (number // amount)
            number %= amount
    elif form.endswith("Letter"):
        shown = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    else:
        return str(number)
    return shown.upper() if form.startswith("upper") else shown

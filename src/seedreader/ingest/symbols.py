"""Signs of fonts that have pictures in the places of letters, as characters."""

from __future__ import annotations

_SYMBOL = dict(
    zip(
        "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcywVJj",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψωςϑϕ",
        strict=True,
    )
) | {
    "\xa3": "≤", "\xb3": "≥", "\xb1": "±", "\xb4": "×", "\xb8": "÷", "\xb9": "≠", "\xbb": "≈", "\xb7": "•",
    "\xae": "→", "\xac": "←", "\xad": "↑", "\xaf": "↓", "\xb0": "°", "\xd6": "√", "\xa5": "∞", "\xd2": "®",
    "\xd3": "©", "\xd4": "™", "\xbc": "…", "\xe5": "∑", "\xb2": "″", "\xa2": "′", "-": "−", "\xa0": "€",
}  # fmt: skip
_DINGBATS = {
    "\xfc": "✓",
    "\xfb": "✗",
    "\xe0": "→",
    "\xe8": "→",
    "\xdf": "←",
    "J": "☺",
    "L": "☹",
    "\xfe": "☑",
    "\xa8": "☐",
}
FONTS = ("symbol", "wingdings", "webdings", "zapf", "dingbats")
"""How the names of such fonts begin."""


def is_pictures(font: str) -> bool:
    """Whether a font has signs in the places of letters."""
    return font.casefold().startswith(FONTS)


def symbol(code: str, font: str) -> str:
    """The character for a sign by its number in hexadecimal, in such a font or another."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return character(number, font)


def character(number: int, font: str) -> str:
    """The character for a sign by its number; a bullet for a picture that none shows."""
    if not is_pictures(font):
        return chr(number) if 32 <= number < 0xD800 else ""
    sign = chr(number - 0xF000) if 0xF000 <= number < 0xF100 else chr(min(number, 0xFFFF))
    if font.casefold().startswith("symbol"):
        return _SYMBOL.get(sign, sign if sign.isprintable() else "")
    if sign.isspace():
        return " "
    return _DINGBATS.get(sign, "•")

"""The pieces of text on a page of a PDF, and where they stand, as PDFium gives them."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median
from typing import Any, NamedTuple

from pypdfium2 import raw  # type: ignore[import-untyped]

DIVIDED = "\ufffe"
"""PDFium's mark of a hyphen at the end of a line; inside PDFium it is the control character 2."""

HYPHENS = f"-\N{HYPHEN}\N{SOFT HYPHEN}{DIVIDED}"
"""What a piece may end in where a word was divided."""

_PDFIUM_HYPHEN = 2
_SPACES = frozenset((9, 10, 11, 12, 13, 32, 0xA0, 0x2002, 0x2003, 0x2009, 0x200A, 0x202F, 0x3000))

_GAP = 1.0
"""The distance of two letters, in their size, that no space between words has."""

_SPACE = 0.17
_SAME_LINE = 0.5
_BACK = 0.6
_RTL_GAP = 6.0
_SPACED = 0.8
"""Share of single letters among the words of a piece that is letter-spaced."""

_BOLD = 600
_FIGURES, _ABOVE, _BELOW = "0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"
_STOPPED = re.compile(r"(?<!\S)([.،؛:!؟])(\d[\d.,٫٬]*)(?!\S)")
"""A number with the stop that ends the sentence before it, as PDFium leaves it in text from the right."""

_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\u0095": "•"}


class Piece(NamedTuple):
    """Letters side by side. Positions and sizes are in points, turned upright, ``y`` (the base line) upwards.

    ``order`` is its place among what the page draws. ``aside`` says that it is turned against the page's
    other text.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    order: int
    aside: bool = False


class Page(NamedTuple):
    """A page's pieces in the order in which they are drawn, and the ends of the page, bottom and top.

    ``pictures`` says that it shows pictures and no text; ``unknown`` is the share of letters that its fonts
    do not name.
    """

    pieces: tuple[Piece, ...] = ()
    bottom: float = 0.0
    top: float = 0.0
    pictures: bool = False
    unknown: float = 0.0


class _Letter(NamedTuple):
    text: str
    x0: float
    x1: float
    y: float
    angle: float
    place: int


def page_of(page: Any) -> Page:
    """Read one page, a ``pypdfium2.PdfPage``."""
    text = page.get_textpage()
    try:
        letters = list(_letters(text.raw))
        upright = _usual(letters)
        pieces = [
            _piece(text.raw, run, order, run[0].angle != upright)
            for order, run in enumerate(_runs(text.raw, letters))
        ]
    finally:
        text.close()
    shown = [letter.text for letter in letters if letter.text != " "]
    unknown = sum(map(_is_unknown, shown)) / len(shown) if shown else 0.0
    heights = [_turned(x, y, upright)[1] for x, y in _corners(page)]
    pictures = not shown and any(True for _ in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    kept = tuple(piece for piece in pieces if piece.text)
    return Page(kept, min(heights), max(heights), pictures, unknown)


def _corners(page: Any) -> tuple[tuple[float, float], ...]:
    left, bottom, right, top = page.get_cropbox()
    return (left, bottom), (left, top), (right, bottom), (right, top)


def _letters(text: Any) -> Iterator[_Letter]:
    """Every letter, turned upright by its own angle; spaces have no place."""
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    at_box, at_x, at_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    unicode, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    origin_of = raw.FPDFText_GetCharOrigin
    high, angle, apart = 0, 0.0, True
    for index in range(max(0, raw.FPDFText_CountChars(text))):
        code = unicode(text, index)
        if code in _SPACES:
            apart = True
            yield _Letter(" ", 0.0, 0.0, 0.0, angle, index)
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            if not high:
                continue
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        if code > 0x10FFFF:
            continue
        if code == _PDFIUM_HYPHEN:
            code = ord(DIVIDED)
        box_of(text, index, at_box)
        origin_of(text, index, at_x, at_y)
        if apart:
            angle = -raw.FPDFText_GetCharAngle(text, index)  # PDFium counts it clockwise
            apart = False
        if not angle:
            yield _Letter(chr(code), box.left, box.right, y.value, 0.0, index)
            continue
        turned = [_turned(a, b, angle)[0] for a in (box.left, box.right) for b in (box.bottom, box.top)]
        height = _turned(x.value, y.value, angle)[1]
        yield _Letter(chr(code), min(turned), max(turned), height, round(angle, 2) + 0.0, index)


def _turned(x: float, y: float, angle: float) -> tuple[float, float]:
    if not angle:
        return x, y
    sine, cosine = math.sin(angle), math.cos(angle)
    return x * cosine + y * sine, y * cosine - x * sine


def _usual(letters: Sequence[_Letter]) -> float:
    turns = Counter(letter.angle for letter in letters if letter.text != " ")
    return turns.most_common(1)[0][0] if turns else 0.0


def _is_unknown(letter: str) -> bool:
    return letter == "\ufffd" or letter < " " or ("\ue000" <= letter <= "\uf8ff" and letter not in _BULLETS)


def _runs(text: Any, letters: Sequence[_Letter]) -> Iterator[list[_Letter]]:
    """The letters that stand side by side, with a space (of no width) where there is one."""
    run: list[_Letter] = []
    size, is_rtl, spaced = 1.0, False, False
    last = first = None
    for letter in letters:
        if letter.text == " ":
            spaced = True
            continue
        if letter.text < " ":
            continue
        rtl = letter.text >= "\u0590" and _is_rtl(letter.text)
        if last is not None and first is not None:
            if letter.x0 == last.x0 and letter.x1 == last.x1 and letter.y == last.y:
                gap = 0.0  # a ligature
            elif is_rtl or rtl:
                gap = max(letter.x0 - last.x1, last.x0 - letter.x1)
            else:
                gap = letter.x0 - last.x1
            if (
                letter.angle == first.angle
                and -_SAME_LINE * size <= letter.y - first.y <= _SAME_LINE * size
                and -_BACK * size <= gap <= (_RTL_GAP if is_rtl or rtl else _GAP) * size
            ):
                if spaced or gap > _SPACE * size:
                    run.append(_Letter(" ", last.x1, letter.x0, letter.y, letter.angle, letter.place))
                run.append(letter)
                last, is_rtl, spaced = letter, is_rtl or rtl, False
                continue
            yield run
        run, is_rtl, spaced = [letter], rtl, False
        last = first = letter
        size = _size(text, letter.place)
    if run:
        yield run


def _is_rtl(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in ("R", "AL")


def _size(text: Any, index: int) -> float:
    """The size of the letters on the page: the font's, as the page scales it."""
    size = raw.FPDFText_GetFontSize(text, index)
    matrix = raw.FS_MATRIX()
    if raw.FPDFText_GetMatrix(text, index, matrix):
        size *= math.hypot(matrix.c, matrix.d)
    return float(size) if 0.5 < size < 5_000 else 1.0


def _piece(text: Any, run: Sequence[_Letter], order: int, aside: bool) -> Piece:
    middle = run[len(run) // 2].place
    size = _size(text, middle)
    return Piece(
        text=_words(run, size),
        x0=min(letter.x0 for letter in run),
        x1=max(letter.x1 for letter in run),
        y=run[0].y if run[0].y == run[-1].y else median(letter.y for letter in run),
        size=size,
        bold=raw.FPDFText_GetFontWeight(text, middle) >= _BOLD or _is_named_bold(text, middle),
        order=order,
        aside=aside,
    )


def _is_named_bold(text: Any, index: int) -> bool:
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text, index, name, 128, ctypes.c_int())
    return any(word in name.value.lower() for word in (b"bold", b"black", b"heavy", b"-demi", b"cmbx"))


def _words(run: Sequence[_Letter], size: float) -> str:
    """A run's text: ligatures and presentation forms as letters, letter-spaced words put together.

    Figures above or below the line are such characters, so that no number gains a digit by a footnote.
    """
    is_rtl = any(letter.text >= "\u0590" and _is_rtl(letter.text) for letter in run)
    run = _rtl(run) if is_rtl else run
    closed = _closed(run)
    if any(letter.y != run[0].y for letter in run):
        line = median(letter.y for letter in run)
        text = "".join(_raised(letter, line, size) for letter in closed).strip()
    else:
        text = "".join(letter.text for letter in closed).strip()
    if not text.isascii():
        text = "".join(map(_plain, text))
    if is_rtl:
        text = _STOPPED.sub(r"\2\1", text)
    body, last = text[:-1], text[-1:]
    return body.replace(DIVIDED, "-").replace("\N{SOFT HYPHEN}", "") + last


def _rtl(run: Sequence[_Letter]) -> list[_Letter]:
    """A run with the letters of each ligature in order: PDFium turns them round with the line."""
    return [letter for _, own in groupby(run, key=lambda each: each[1:4]) for letter in reversed(list(own))]


def _raised(letter: _Letter, line: float, size: float) -> str:
    if letter.text not in _FIGURES or abs(letter.y - line) < 0.12 * size:
        return letter.text
    return (_ABOVE if letter.y > line else _BELOW)[_FIGURES.index(letter.text)]


def _plain(letter: str) -> str:
    if letter in _BULLETS:
        return _BULLETS[letter]
    if "\ufb00" <= letter <= "\ufdff" or "\ufe70" <= letter <= "\ufefe":
        return unicodedata.normalize("NFKC", letter)
    return letter


def _closed(run: Sequence[_Letter]) -> Sequence[_Letter]:
    """A run without the spaces inside letter-spaced words."""
    if sum(letter.text == " " for letter in run) * 3 < len(run):
        return run
    words = "".join(letter.text for letter in run).split(" ")
    if len(words) < 5 or sum(len(word) == 1 and word.isalpha() for word in words) < _SPACED * len(words):
        return run
    gaps = [letter.x1 - letter.x0 for letter in run if letter.text == " "]
    usual = median(gaps)
    return [letter for letter in run if letter.text != " " or letter.x1 - letter.x0 > 1.6 * max(usual, 0.1)]

"""Lines put together to one text: which hyphens at their ends are the typesetter's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from seedreader.ingest.formats.pdf.pages import DIVIDED, HYPHENS

_WORD = re.compile(r"[^\W\d_]+(?:[-’'\u2010][^\W\d_]+)*")
_LAST = re.compile(r"[^\W_]+\Z")
_FIRST = re.compile(r"[^\W_]+")
_AND = frozenset((
    "und", "oder", "bzw", "sowie", "bis", "and", "or", "to", "en", "of", "et", "ou", "y", "o", "e", "och",
    "og", "eller", "ja", "tai", "i", "lub", "oraz", "и", "или",
))  # fmt: skip
"""Words before which a hyphen stands for the rest of a word: "Ost- und Westdeutschland"."""


class Known(NamedTuple):
    """What a document tells of its hyphens.

    ``words`` are those that stand inside lines, in small letters. ``kept`` says that PDFium's mark is a
    hyphen of the word itself, as in what browsers print, where the typesetter's own are U+2010.
    """

    words: Counter[str]
    kept: bool = False


def known(lines: Iterable[str], kept: bool = False) -> Known:
    """The words of a document that no line's end divides."""
    words: Counter[str] = Counter()
    for line in lines:
        found = [word.casefold().replace("\u2010", "-") for word in _WORD.findall(line)]
        if found and line[-1:] in HYPHENS:
            found.pop()
        words.update(found)
    return Known(words, kept)


def join(lines: Iterable[str], told: Known) -> str:
    """Lines as one paragraph."""
    parts: list[str] = []
    for line in lines:
        if not line:
            continue
        if parts:
            parts[-1], between = _end(parts[-1], line, told)
            parts.append(between + line)
        else:
            parts.append(line)
    return shown("".join(parts))


def shown(text: str) -> str:
    """A text with the hyphens that a page shows."""
    return text.replace(DIVIDED, "-").replace("\N{SOFT HYPHEN}", "-")


def _end(line: str, after: str, told: Known) -> tuple[str, str]:
    """A line as it stands before another, and what stands between them."""
    mark = line[-1]
    if mark not in HYPHENS:
        return line, "" if _is_unspaced(line[-1]) and _is_unspaced(after[0]) else " "
    bare = line[:-1]
    last, first = _LAST.search(bare), _FIRST.match(after)
    if last is None or first is None:
        return bare + "-", "" if bare[-1:] not in " " and first else " "
    if first[0] in _AND:
        return bare + "-", " "
    if mark == "\N{SOFT HYPHEN}" or _is_divided(last[0], first[0], mark, told):
        return bare, ""
    return bare + "-", ""


def _is_divided(last: str, first: str, mark: str, told: Known) -> bool:
    """Whether one word without a hyphen was divided."""
    if not (last[-1].isalpha() and first[0].islower()):
        return False
    a, b = last.casefold(), first.casefold()
    whole, hyphened = told.words[a + b], told.words[f"{a}-{b}"]
    if whole != hyphened:
        return whole > hyphened
    if told.kept:
        return mark == "\N{HYPHEN}"
    return True


def _is_unspaced(letter: str) -> bool:
    """Whether a letter is of a script that sets no spaces between words."""
    return "\u2e80" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff" or "\uff00" <= letter <= "\uff60"

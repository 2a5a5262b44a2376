"""A text as it is compared in a search: without accents, typographic variants and, if wanted, case."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from seedreader.article import Range

_PLAIN = {
    **dict.fromkeys("‘’‚‛′‵ʼʹ`´‹›", "'"),
    **dict.fromkeys("“”„‟″‶«»", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H", "ŧ": "t", "Ŧ": "T",
    "ı": "i", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "ẞ": "SS",
}  # fmt: skip

SLICE = 65_536
"""Characters that are looked at in one go."""


def _offsets() -> array[int]:
    return array("L")


@dataclass(frozen=True, eq=False)
class FoldedText:
    """``text`` is what a text was folded to; white space of any length and kind is one space there.

    The other fields are the pieces whose length changed, in order: ``[starts, ends)`` in what was folded,
    ``[froms, tos)`` where they came from. Everything between them has its own length.
    """

    text: str
    starts: array[int] = field(default_factory=_offsets)
    ends: array[int] = field(default_factory=_offsets)
    froms: array[int] = field(default_factory=_offsets)
    tos: array[int] = field(default_factory=_offsets)

    def range(self, start: int, end: int) -> Range | None:
        """Where ``text[start:end]``, not empty, came from; None where that would cut a character in two.

        Marks that belong to the last character are in it.
        """
        first = self._piece(start)
        inside = first >= 0 and start < self.ends[first]
        if not inside and (first + 1 == len(self.starts) or self.starts[first + 1] > end):
            return self._shifted(first, start), self._shifted(first, end)
        if inside and start != self.starts[first]:
            return None
        last = self._piece(end - 1)
        closed = last >= 0 and end - 1 < self.ends[last]
        if closed and end != self.ends[last]:
            return None
        begin = self.froms[first] if inside else self._shifted(first, start)
        stop = self.tos[last] if closed else self._shifted(last, end - 1) + 1
        after = last + 1
        if after < len(self.starts) and self.starts[after] == self.ends[after] == end:
            stop = self.tos[after]
        return begin, stop

    def offset(self, at: int) -> int:
        """The place in ``text`` of an offset in the text that was folded."""
        piece = bisect_right(self.froms, at) - 1
        if piece < 0:
            return at
        return self.ends[piece] + max(0, at - self.tos[piece])

    def _piece(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1

    def _shifted(self, piece: int, at: int) -> int:
        return at if piece < 0 else self.tos[piece] + at - self.ends[piece]


def fold(text: str, cased: bool = False) -> FoldedText:
    """``text`` folded; its case too unless ``cased``. Takes time in proportion to its length."""
    known: set[str] = set()
    for at in range(0, len(text), SLICE):
        known.update(text[at : at + SLICE])
    letters = {letter: _folded(letter, cased) for letter in known}
    table = {ord(letter): to for letter, to in letters.items() if letter != to and len(to) == 1}
    dropped = "".join(letter for letter, to in letters.items() if not to)
    longer = "".join(letter for letter, to in letters.items() if len(to) > 1)
    none = re.escape(dropped)
    patterns = [rf"\s[\s{none}]+"]
    patterns += [f"[{none}]+"] if dropped else []
    patterns += [f"[{re.escape(longer)}]"] if longer else []
    parts: list[str] = []
    folded = FoldedText("")
    at = done = 0
    for found in re.finditer("|".join(patterns), text):
        start, end = found.span()
        parts += _translated(text, done, start, table)
        to = " " if end - start > 1 and text[start].isspace() else letters[text[start]]
        at += start - done
        folded.starts.append(at)
        folded.froms.append(start)
        parts.append(to)
        at, done = at + len(to), end
        folded.ends.append(at)
        folded.tos.append(end)
    parts += _translated(text, done, len(text), table)
    return FoldedText("".join(parts), folded.starts, folded.ends, folded.froms, folded.tos)


def _translated(text: str, start: int, end: int, table: Mapping[int, str]) -> Iterator[str]:
    """``text[start:end]`` with other letters, slice by slice, so that a screen's thread gets in between."""
    for at in range(start, end, SLICE):
        yield text[at : min(end, at + SLICE)].translate(table)


def _folded(letter: str, cased: bool) -> str:
    """One character folded: empty for marks and what is invisible, several characters for ß or a ligature."""
    if letter.isspace():
        return " "
    if letter.isascii() and letter != "`":
        return letter if cased else letter.lower()
    if unicodedata.category(letter) == "Cf" or "\ufe00" <= letter <= "\ufe0f" or letter == "\u034f":
        return ""
    plain = _PLAIN.get(letter) or "".join(_PLAIN.get(part, part) for part in _bare(letter))
    return unicodedata.normalize("NFC", plain if cased else _bare(plain.casefold()))


def _bare(text: str) -> str:
    """``text`` in its parts, without the marks that combine with others."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))

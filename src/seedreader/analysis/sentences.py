"""Sentences as ranges of the canonical text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sentencex import get_sentence_boundaries

from seedreader.analysis import sentence_ends
from seedreader.article import Range
from seedreader.text import language

ENGLISH = "en"
"""By whose rules a text is split that tells no language."""

CHUNK = 4_000
"""Characters given to sentencex at once: it is quadratic on unpaired quotation marks."""

_VOCABULARY = 65_536
"""Characters at the front of a text that are searched for the words it uses."""

_SPACES = dict.fromkeys(
    map(ord, "\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))), " "
)
"""White space that sentencex takes for a single byte, and fails on."""

_SAFE_CUT = re.compile(r"[a-z]{3}[.!?][\"”’)]{0,2} (?=[A-Z“\"‘])")
_INSIDE_QUOTATION = re.compile(r"(?<![^\W_])(?:[a-z]{3,30}|[A-Z][a-z]{4,30})[.!?]\s+(?=[A-Z])")
_ABBREVIATED = re.compile(
    r"(?:etc|approx|dept|govt|corp|assn|assoc|univ|prof|pres|capt|sgt|inc|ltd|messrs|lieut|sept|calif)\.",
    re.IGNORECASE,
)
_LONE_MARKS = re.compile(r"[\W_]*")
_GLUED = re.compile(
    r"(?<![^\W\d_])(?P<left>[A-Za-z][a-z]{2,15})"
    r"(?P<name>[A-Z][a-z]{1,20}(?:[ ][A-Z][a-z]{0,20}\.?){1,4})"
    r"(?P<after>,| \w{1,12}|)"
)
_PREFIXES = frozenset(
    ("mac", "fitz", "van", "von", "the", "you", "my", "her", "his", "our", "all", "one", "two")
)
_PERSON_FOLLOWED_BY = re.compile(r",| (?:said|says|told|added|also|has|had|is|was|who|will|met)$")
_WORD = re.compile(r"[^\W\d_]+")


def split_sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Range, ...]:
    """Give the sentences of ``text[start:end]`` in reading order, without the white space around them.

    Every character that is not white space lies in exactly one of them. A line break ends a sentence: where
    ``cut`` is just after one, ``split_sentences(text, 0, cut)`` gives those of the whole text that end there.
    """
    stop = len(text) if end is None else min(end, len(text))
    code = language.detect(text) or ENGLISH
    found: list[Range] = []
    for line_start, line_end in _lines(text, start, stop):
        found.extend(_joined(text, _line_sentences(text, line_start, line_end, code), code))
    return tuple(found)


def _lines(text: str, start: int, end: int) -> Iterator[Range]:
    """Ranges between line breaks, empty ones left out."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop > start:
            yield start, stop
        start = stop + 1


def _line_sentences(text: str, start: int, end: int, code: str) -> Iterator[Range]:
    """Trimmed sentence ranges of one line in the language with this code."""
    for chunk_start, chunk_end in _chunks(text, start, end):
        chunk = text[chunk_start:chunk_end].translate(_SPACES)
        chunk = chunk.encode(errors="replace").decode()  # a lone surrogate as "?"
        for boundary in get_sentence_boundaries(code, chunk):
            first = chunk_start + boundary["start_index"]
            last = chunk_start + boundary["end_index"]
            pieces: Iterable[Range] = (
                _inside_quotation(text, first, last) if code == ENGLISH else ((first, last),)
            )
            for piece in pieces:
                for part in _parted(piece, sentence_ends.missed(text, *piece, code)):
                    for bare in _unglued(text, *part):
                        trimmed = trim(text, *bare)
                        if trimmed[0] < trimmed[1]:
                            yield trimmed


def _chunks(text: str, start: int, end: int) -> Iterator[Range]:
    """Pieces of at most `CHUNK` characters, cut after a sentence, else at white space, else anywhere."""
    while end - start > CHUNK:
        middle, limit = start + CHUNK // 2, start + CHUNK
        cuts = [m.end() for m in _SAFE_CUT.finditer(text, middle, limit)]
        cut = cuts[-1] if cuts else text.rfind(" ", middle, limit) + 1 or limit
        yield start, cut
        start = cut
    yield start, end


def trim(text: str, start: int, end: int) -> Range:
    """Give the range without white space at either edge; empty at ``start`` if it is all white space."""
    piece = text[start:end]
    bare = piece.lstrip()
    start += len(piece) - len(bare)
    return start, start + len(bare.rstrip())


def _joined(text: str, pieces: Iterator[Range], code: str) -> list[Range]:
    """Join a sentence that was cut in two, and pieces without a letter or digit to their neighbour."""
    joined: list[Range] = []
    for start, end in pieces:
        if joined and (
            _LONE_MARKS.fullmatch(text, start, end)
            or _LONE_MARKS.fullmatch(text, *joined[-1])
            or sentence_ends.goes_on(text, *joined[-1], start, code)
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _parted(piece: Range, cuts: Iterable[int]) -> Iterator[Range]:
    """The pieces of a range between cuts inside it, which come in order."""
    start, end = piece
    for cut in cuts:
        yield start, cut
        start = cut
    yield start, end


def _inside_quotation(text: str, start: int, end: int) -> Iterator[Range]:
    """Cut between the sentences of one quotation or bracket, which sentencex keeps together."""
    for match in _INSIDE_QUOTATION.finditer(text, start, end):
        if match.end() < end and not _ABBREVIATED.match(text, match.start()):
            yield start, match.end()
            start = match.end()
    yield start, end


def _unglued(text: str, start: int, end: int) -> Iterator[Range]:
    """Cut where a word runs straight into a person's name and no punctuation parts them."""
    for match in _GLUED.finditer(text, start, end):
        if _is_glued(text, match):
            yield start, match.start("name")
            start = match.start("name")
    yield start, end


def _is_glued(text: str, match: re.Match[str]) -> bool:
    """Tell ``todayAnn Ray`` and ``NorthAnn Ray, a`` from a name such as ``YouTube Music``."""
    left = match["left"]
    token = left + match["name"].partition(" ")[0]
    words = _words_of(text[:_VOCABULARY])
    if left.casefold() in _PREFIXES or not words[left] or words[token] > 1:
        return False
    return left.islower() or bool(_PERSON_FOLLOWED_BY.match(match["after"]))


@lru_cache(maxsize=4)
def _words_of(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text))

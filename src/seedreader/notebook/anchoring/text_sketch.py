"""How like two texts are, from a small sketch of each: the same article under another path or name.

The sketch keeps the smallest hashes of a text's shingles (three words in a row; bottom-k sampling after
Broder, "On the resemblance and containment of documents", 1997), so that a notebook can look for an
article among all the versions it holds without reading their texts.
"""

from __future__ import annotations

import hashlib
import heapq
import re
import struct
from collections.abc import Iterator
from itertools import islice
from math import sqrt

from seedreader.analysis.alignment.word_sequence import WORD, plain

SAME = 0.5
"""The `likeness` from which two texts are versions of one article, or reprints of one text."""

_FORMAT = b"\1"
"""The first byte of a sketch; sketches made in another way can't be compared."""

_KEPT = 512
"""Hashes in a sketch, which then takes 2 KB: the likeness of long texts is off by 0.02 or so."""

_SPACE = 1 << 32
_BLOCK = 1 << 16
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
_WORD = re.compile(WORD)


def sketch(text: str) -> bytes:
    """A sketch of the words of ``text``, of at most 2,049 bytes, the same on every machine.

    Case, white space, punctuation and compatibility forms (full-width digits) make no difference.
    """
    shingles = _shingles(text)
    kept: list[int] = []
    while block := set(islice(shingles, _BLOCK)):
        kept = heapq.nsmallest(_KEPT, block.union(kept))
    return _FORMAT + struct.pack(f"<{len(kept)}I", *kept)


def likeness(a: bytes, b: bytes) -> float:
    """The share of shingles, 0…1, that two sketched texts have in common.

    The number in common is set against the geometric mean of the two texts' numbers (Ochiai's
    coefficient). Unlike Jaccard's it stays high when an article grows or comes with its page around it;
    unlike containment it is low for a sentence and the article that quotes it. Short texts are compared
    exactly; a text without words, or bytes that are no sketch of this format, are like nothing: 0.
    """
    ours, theirs = _hashes(a), _hashes(b)
    if not ours or not theirs:
        return 0.0
    union = heapq.nsmallest(_KEPT, ours | theirs)
    jaccard = len(ours.intersection(union) & theirs) / len(union)
    our_count, their_count = _count(ours), _count(theirs)
    common = jaccard * (our_count + their_count) / (1 + jaccard)
    return min(1.0, common / sqrt(our_count * their_count))


def _shingles(text: str) -> Iterator[int]:
    """A hash of every three words in a row, or of all words where there are fewer."""
    words = _word_hashes(text)
    a, b = next(words, 0), next(words, 0)
    if not a:
        return
    c = next(words, 0)
    p, q, r = _FACTORS
    while True:
        yield (p * a + q * b + r * c) % (1 << 64) // _SPACE
        a, b, c = b, c, next(words, 0)
        if not c:
            return


def _word_hashes(text: str) -> Iterator[int]:
    known: dict[str, int] = {}
    for match in _WORD.finditer(text):
        word = match.group()
        number = known.get(word)
        if number is None:
            known_by = plain(word).encode("utf-8", "surrogatepass")
            number = int.from_bytes(hashlib.blake2b(known_by, digest_size=8).digest(), "little") | 1
            known[word] = number
        yield number


def _hashes(sketch: bytes) -> set[int]:
    if sketch[:1] != _FORMAT or len(sketch) % 4 != 1:
        return set()
    return set(struct.unpack(f"<{len(sketch) // 4}I", sketch[1:]))


def _count(hashes: set[int]) -> float:
    """How many shingles the sketched text has: a full sketch tells by how small its hashes are."""
    return len(hashes) if len(hashes) < _KEPT else (_KEPT - 1) * _SPACE / max(hashes)

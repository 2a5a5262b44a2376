"""Whether two passages have nearly the same words, or one quotation that either cuts otherwise."""

from __future__ import annotations

import re

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from seedreader.analysis.relations import opposites
from seedreader.analysis.relations.passage_features import PassageFeatures
from seedreader.article import Reason

COPY = 92.0
"""Similarity of the word sequences, of 100, from which two passages are copies."""

CONTAINED, LEAST = 97.0, 6
"""The same for a passage that lies in a longer one, and how many words it must have."""

QUOTED, WORDS = 0.8, 5
"""Share of the shorter quotation's words that the longer one has in order, and how many these must be."""

LEFT_OUT = 4
"""How many of the words that one quotation leaves out are told."""

_QUOTATION = re.compile(r"[“\"„«]([^“”\"„«»]{2,})(?:[”\"»]|\Z)|\A([^“”\"„«»]{2,})[”\"»]")
_WORD = re.compile(r"\w+(?:[.,'’]\w+)*")


def copied(a: PassageFeatures, b: PassageFeatures) -> Reason | None:
    """How far two passages have the same words; None where they are no copies.

    Passages that differ in a figure, or of which one denies or says the opposite, are none, however long.
    """
    if not a.sequence or not b.sequence or not figures_within(a, b):
        return None
    if bool(a.denied_before) != bool(b.denied_before):
        return None
    alike = fuzz.ratio(a.sequence, b.sequence, score_cutoff=COPY) if _may_be_copies(a, b) else 0
    if alike and (alike == 100 or (a.denies == b.denies and not opposites.between(a.opposed, b.opposed))):
        return Reason("copy", likeness=round(alike))
    if _contained(a, b) and not opposites.between(a.opposed, b.opposed):
        return Reason("copy")
    return None


def cut(a: PassageFeatures, b: PassageFeatures) -> Reason | None:
    """What one passage leaves out of a quotation that both give; None where they quote other words."""
    if not (a.quoting and b.quoting):
        return None
    one, two = (_quoted(side.text) for side in (a, b))
    short, long = sorted((one, two), key=len)
    if len(short) < WORDS or not figures_within(a, b):
        return None
    kept = LCSseq.editops(short, long)
    same = len(short) - sum(op.tag != "insert" for op in kept)
    if same < max(WORDS, QUOTED * len(short)):
        return None
    more = [long[op.dest_pos] for op in kept if op.tag == "insert"]
    if len(more) <= 1 and len(long) - len(short) <= 1:
        return Reason("copy", likeness=round(100 * same / len(long)))
    left_out = (" ".join(more[:LEFT_OUT]) + (" …" if len(more) > LEFT_OUT else ""),)
    return Reason("quotation", only_b=left_out) if short is one else Reason("quotation", only_a=left_out)


def figures_within(a: PassageFeatures, b: PassageFeatures) -> bool:
    """Whether one passage states no figure and no day, or only such as the other states too."""
    return a.exact <= b.exact or b.exact <= a.exact


def _may_be_copies(a: PassageFeatures, b: PassageFeatures) -> bool:
    """Whether few enough words are only in one of two passages."""
    words = len(a.sequence) + len(b.sequence)
    return 100 * len(a.vocabulary ^ b.vocabulary) <= (100 - COPY) * words


def _quoted(text: str) -> list[str]:
    quotations = " ".join(m[1] or m[2] for m in _QUOTATION.finditer(text))
    return [word.lower().replace("’", "'") for word in _WORD.findall(quotations)]


def _contained(a: PassageFeatures, b: PassageFeatures) -> bool:
    short, long = (a, b) if len(a.sequence) <= len(b.sequence) else (b, a)
    words = len(short.sequence)
    if words < LEAST or 4 * len(short.vocabulary - long.vocabulary) > words:
        return False
    return fuzz.partial_ratio(short.line, long.line, score_cutoff=CONTAINED) >= CONTAINED

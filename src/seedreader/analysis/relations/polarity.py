"""Whether one of two passages denies, or tells the opposite of, what the other one states."""

from __future__ import annotations

import re

from seedreader.analysis import word_tokens
from seedreader.analysis.matching import passage_terms
from seedreader.analysis.relations import opposites
from seedreader.analysis.relations.passage_features import PassageFeatures
from seedreader.article import Reason

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def denial(a: PassageFeatures, b: PassageFeatures) -> Reason | None:
    """The wording with which one passage denies what the other states; None where neither does."""
    for one, two, first in ((a, b, True), (b, a, False)):
        if found := _denied(one, two):
            return Reason("denial", only_a=(found,)) if first else Reason("denial", only_b=(found,))
    return None


def opposite(a: PassageFeatures, b: PassageFeatures) -> Reason | None:
    """Two words of opposite meaning, as they stand in the passages.

    None where each names the other's first name later: what one wins the other loses, and both say the same.
    """
    found = opposites.between(a.opposed, b.opposed)
    if found is None or _turned(a, b):
        return None
    one, two = (_worded(side.text, word) for side, word in zip((a, b), found, strict=True))
    return Reason("opposite", sign="≠", only_a=(one,), only_b=(two,))


def apart(reason: Reason) -> set[str]:
    """The stems of the words by which two passages are opposed."""
    return {stem for only in (*reason.only_a, *reason.only_b) for stem in word_tokens.tokens(only)}


def _turned(a: PassageFeatures, b: PassageFeatures) -> bool:
    one, two = (next((s for s in side.written if s in side.wording.names), "") for side in (a, b))
    return one != two and one in b.wording.names and two in a.wording.names


def _denied(side: PassageFeatures, other: PassageFeatures) -> str | None:
    """The wording with which a passage, or what leads to it, denies something that ``other`` states."""
    if side.denied_before and not (other.denials or other.denied_before):
        return side.denied_before
    if not side.denials or other.denied_before:
        return None
    met = passage_terms.met(side.wording, other.wording)
    shared = {side.wording.stems[i]: other.wording.stems[j] for i, j, _ in met}
    for found in side.denials:
        both = [stem for stem in found.stems if stem in shared and stem in side.wording.common]
        if both and not any(shared[stem] in other.denied for stem in both):
            return found.wording
    return None


def _worded(text: str, stem: str) -> str:
    """The word of ``text`` that has the stem."""
    return next((word for word in _WORD.findall(text) if word_tokens.stemmed(word) == stem), stem)

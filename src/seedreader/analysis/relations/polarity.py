"""Whether one of two passages denies, or tells the opposite of, what the other one states."""

from __future__ import annotations

import re
from collections.abc import Collection

from seedreader.analysis import words
from seedreader.analysis.matching.thesaurus import senses

_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)|refuted?|never|no longer|neither|nor|not|no|nobody|none"
    r"|cannot|without|fail(?:s|ed|ing)? to|unable to|refus(?:e|es|ed|ing) to)\b|n['’]t\b",
    re.I,
)
_DENIED_BEFORE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)"
    r"|disput(?:es|ed|ing)|contradict(?:s|ed|ing))"
    r"(?: (?:the |any )?(?:reports?|claims?|suggestions?|allegations?|rumou?rs))?(?: that)?\s*\Z",
    re.I,
)
_OPEN = re.compile(r"\b(?:yet|still|if|whether|unless|only|more than|less than|later than)\b|\?", re.I)
_UNTIL = re.compile(r"\b(?:un)?till?\b", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPPOSITES = [
    ("acquit acquitted cleared innocent", "jail jailed convict convicted guilty sentenced imprisoned"),
    ("won win wins victory", "lost lose loses defeat"),
    ("rise rose risen rising increase grew jumped climbed", "fall fell fallen drop dropped decline sank"),
    (
        "approve approved accept accepted pass passed back backed",
        "reject rejected refuse refused oppose opposed",
    ),
    ("open opened reopened", "close closed shut"),
    ("confirm confirmed admit admitted", "deny denied"),
    ("released freed", "arrested detained jailed held"),
    ("arrived", "left departed"),
    ("begin began started", "end ended stopped"),
    ("raise raised", "cut lower lowered"),
    ("safe unharmed alive survived", "dead died killed"),
]


def denied(text: str, lead: str, other: str, theirs: Collection[str]) -> str | None:
    """The wording with which ``text``, or the words that lead to it, deny something that ``other`` names.

    ``theirs`` are the stems and senses of ``other``.
    """
    before = _DENIED_BEFORE.search(lead)
    if not (before or _DENIAL.search(text)) or _DENIAL.search(other):
        return None
    if _UNTIL.search(text) or _UNTIL.search(other):
        return None
    if before:
        return before[0].split()[0]
    for match in _DENIAL.finditer(text):
        after = text[match.end() : match.end() + 60]
        told = next((meanings for word in _WORD.findall(after) if (meanings := _meanings(word))), ())
        around = text[max(0, match.start() - 12) : match.end() + 12]
        if any(meaning in theirs for meaning in told) and not _OPEN.search(around):
            return match[0]
    return None


def opposite(mine: Collection[str], theirs: Collection[str]) -> tuple[str, str] | None:
    """Two stems of opposite meaning, one of each passage, where neither passage has both kinds."""
    sides: list[dict[int, dict[int, str]]] = [{}, {}]
    for stems, kinds in zip((mine, theirs), sides, strict=True):
        for stem in stems:
            for pair, side in _OPPOSED.get(stem, ()):
                kinds.setdefault(pair, {})[side] = stem
    for pair in sorted(sides[0].keys() & sides[1].keys()):
        one, two = sides[0][pair], sides[1][pair]
        if len(one) == len(two) == 1 and one.keys() != two.keys():
            return next(iter(one.values())), next(iter(two.values()))
    return None


def worded(text: str, stem: str) -> str:
    """The word of ``text`` that has the stem."""
    return next((word for word in _WORD.findall(text) if words.stemmed(word) == stem), stem)


def without_denial(text: str) -> str:
    """The text without the words that deny."""
    return _DENIAL.sub(" ", text)


def _meanings(word: str) -> tuple[str, ...]:
    """The stem of a word and its senses; nothing of a stop word."""
    stem = words.stemmed(word)
    return (stem, *senses().get(stem, ())) if stem else ()


def _opposed() -> dict[str, list[tuple[int, int]]]:
    table: dict[str, list[tuple[int, int]]] = {}
    for number, pair in enumerate(_OPPOSITES):
        for side, wording in enumerate(pair):
            for stem in {words.stemmed(word) for word in wording.split()}:
                table.setdefault(stem, []).append((number, side))
    return table


_OPPOSED = _opposed()

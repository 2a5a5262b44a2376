"""Subjects parted from their verb by insertions: appositions, relative clauses and asides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seedreader.analysis.speakers.speaker_phrases import HEADS, PHRASE, checked, core, reduced, verbal
from seedreader.analysis.speakers.word_classes import (
    ADV,
    AND,
    AUX,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    DAYS,
    ING,
    MARK,
    NOT,
    OBJ,
    OPEN,
    PART,
    PREP,
    PRO,
    REL,
    STOP,
    SUB,
    TO,
    VERB,
    ClassedWord,
)
from seedreader.article import Range


def before_insertions(words: Sequence[ClassedWord], comma: int, first: int) -> Range | None:
    """The subject that opens the clause, where all from it to ``words[comma]`` is inserted."""
    for start in clause_starts(words, comma, first):
        begin = past_leading(words, start, comma)
        stop = named(words, begin, comma)
        if stop > begin and words[stop].tag in (COMMA, DASH) and close_before(words, stop, comma + 1):
            cut = next(
                (i for i in range(stop, comma) if words[i].tag == REL or _begins_clause(words, i)), comma
            )
            return checked(words, begin, cut)
    return None


def _begins_clause(words: Sequence[ClassedWord], comma: int) -> bool:
    """Whether an insertion that opens at ``words[comma]`` is more than another name for the subject."""
    inside = words[comma + 1].tag
    return (
        words[comma].tag in (COMMA, DASH)
        and inside in (REL, ING, PART, PREP, SUB, ADV)
        and (words[comma + 1].low not in ("of", "including", "like"))
    )


def close_before(words: Sequence[ClassedWord], opening: int, at: int) -> bool:
    """Whether ``words[opening:at]`` are insertions, each between commas or dashes.

    A relative clause may hold insertions of its own: "Lind, whose brother, Lars, was hurt, said".
    """
    if words[at - 1].tag not in (COMMA, DASH) or at - 1 <= opening:
        return False
    waiting = reopened = False
    start = opening + 1
    for i in range(start, at):
        if words[i].tag not in (COMMA, DASH):
            continue
        if i == start:
            return False
        relative = next((k for k in range(start, i) if words[k].tag == REL), i)
        before, after = has_finite(words, start, relative), has_finite(words, relative, i)
        head = words[start].tag
        if waiting:
            waiting = head not in (AUX, VERB, PART, ADV, NOT)
            reopened = head == PART
        elif reopened and head in (AUX, VERB):
            reopened = False
        elif head in (AUX, VERB, NOT, PRO) or (before and head in (*PHRASE, OBJ, AND)):
            return False
        if relative < i:
            waiting = not after
        start = i + 1
    return not waiting


def has_finite(words: Sequence[ClassedWord], start: int, end: int) -> bool:
    """Whether a finite verb stands in ``words[start:end]``, a participle beside its noun left out."""
    return any(
        verbal(words[k]) and not (words[k].tag == PART and (k == start or reduced(words, k, end, start)))
        for k in range(start, end)
    )


def clause_starts(words: Sequence[ClassedWord], end: int, first: int) -> Iterator[int]:
    """Where the clause before ``words[end]`` may begin: after the last wall, quotations stepped over."""
    wall = next((i + 1 for i in range(end - 1, first - 1, -1) if words[i].tag in (STOP, COLON)), first)
    marks = [i for i in range(wall, end) if words[i].tag == MARK]
    if len(marks) % 2 == 0:
        yield wall
    yield from (i + 1 for number, i in enumerate(marks) if (len(marks) - number) % 2)


def past_leading(words: Sequence[ClassedWord], start: int, end: int) -> int:
    """Where a clause's subject begins: past a joint, adverbs, a phrase of time or place."""
    while start < end and words[start].tag in (AND, ADV, COMMA, CLOSE):
        start += 1
    if (start < end and words[start].tag in (PREP, SUB, ING, PART, TO)) or (
        start < end and words[start].low in DAYS
    ):
        comma = next((i for i in range(start + 1, end) if words[i].tag == COMMA), None)
        if comma is not None:
            return comma + 1
    return start


def named(words: Sequence[ClassedWord], begin: int, end: int) -> int:
    """Where a noun phrase that begins at ``words[begin]`` ends; ``begin`` where none does."""
    if begin >= end or words[begin].tag not in (*PHRASE, PRO):
        return begin
    stop = core(words, begin, end)
    for i in range(begin + 1, stop):
        if words[i].tag == PART and words[i - 1].tag in HEADS and not reduced(words, i, end, begin):
            stop = i
            break
    while stop > begin and words[stop - 1].tag in (PART, ADV):
        stop -= 1
    if stop < end and words[stop].tag == OPEN:
        stop = next((i + 1 for i in range(stop, min(end, stop + 12)) if words[i].tag == CLOSE), stop)
    return stop

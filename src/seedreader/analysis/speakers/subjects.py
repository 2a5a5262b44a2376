"""The subject of a verb of saying."""

from __future__ import annotations

from collections.abc import Sequence

from seedreader.analysis.speakers.insertions import (
    before_insertions,
    clause_starts,
    close_before,
    has_finite,
    named,
    past_leading,
)
from seedreader.analysis.speakers.saying_verbs import LEXICON
from seedreader.analysis.speakers.speaker_phrases import (
    HEADS,
    LONGEST,
    PERIODS,
    SELVES,
    WALLS,
    checked,
    finite_before,
    lists_on,
    phrase,
    trailing_names,
    verb_group,
    verbal,
)
from seedreader.analysis.speakers.word_classes import (
    ADV,
    AND,
    COLON,
    COMMA,
    DASH,
    DAYS,
    DET,
    MARK,
    NAME,
    NOT,
    NOUN,
    NUM,
    PREP,
    PRO,
    REL,
    STOP,
    SUB,
    ClassedWord,
)
from seedreader.article import Range

_INNER = (SUB, REL)


def subject(words: Sequence[ClassedWord], verb: int, first: int, depth: int = 0) -> Range | None:
    """The words ``[i, j)`` that name the subject of ``words[verb]``, not before ``first``, or None."""
    first = max(first, verb - LONGEST)
    at = verb_group(words, verb, first)
    if at <= first or depth > 2:
        return None
    at = _before_time(words, at, first)
    before = words[at - 1]
    if before.tag == REL or (before.low == "that" and at - 2 >= first and words[at - 2].tag in HEADS):
        return at - 1, at
    if before.low in SELVES and at - 2 >= first:
        return phrase(words, at - 1, first)
    if before.tag == AND:
        main = opening(words, at - 1, first)
        if main is not None:
            return main
        last = finite_before(words, at - 1, first)
        return subject(words, last, first, depth + 1) if last is not None else None
    if before.tag in (COMMA, DASH) and (inserted := before_insertions(words, at - 1, first)):
        return inserted
    if before.tag == DASH:
        dash = next((i for i in range(at - 2, first, -1) if words[i].tag == DASH), None)
        return phrase(words, dash, first) if dash is not None else None
    if before.tag == COMMA:
        return _with_insertion(words, at - 1, first)
    return _with_relative(words, _with_name(words, phrase(words, at, first), first), first)


def opening(words: Sequence[ClassedWord], end: int, first: int) -> Range | None:
    """The subject of the clause that ``words[end]`` ("and") goes on with, where the clause opens with it.

    "Ray noted that the search went on and warned ..." is Ray's, not the search's.
    """
    inner = next(
        (
            i
            for i in range(end - 1, first - 1, -1)
            if words[i].tag in _INNER and words[i].low not in ("as", "than")
        ),
        None,
    )
    if inner is not None and not _reported(words, inner):
        return None
    for start in clause_starts(words, end, first):
        begin = past_leading(words, start, end)
        stop = named(words, begin, end)
        if stop == begin:
            continue
        verb = stop
        while verb < end and words[verb].tag in (ADV, NOT):
            verb += 1
        if verb < end and words[verb].tag in (COMMA, DASH):
            verb = next((i for i in range(verb + 1, end) if close_before(words, verb, i)), end)
        if verb < end and verbal(words[verb]):
            return checked(words, begin, stop)
    return None


def _reported(words: Sequence[ClassedWord], at: int) -> bool:
    """Whether the subordinator ``words[at]`` is the "that" of a verb of saying near before it."""
    said = any(w.low in LEXICON and w.tag != NAME for w in words[max(0, at - 8) : at])
    return words[at].low == "that" and said


def _with_name(words: Sequence[ClassedWord], role: Range | None, first: int) -> Range | None:
    """The name before a role that no comma closes: "Ann Ray, head of the port said"."""
    if role is None or role[0] - 2 < first or words[role[0]].tag != NOUN or words[role[0] - 1].tag != COMMA:
        return role
    start = trailing_names(words, role[0] - 1)
    named = start < role[0] - 1 and (start <= first or words[start - 1].tag in (MARK, STOP, COLON))
    return (start, role[1]) if named else role


def _with_relative(words: Sequence[ClassedWord], name: Range | None, first: int) -> Range | None:
    """The whole subject where ``name`` only ends a relative clause in it: "the man who broke the lock"."""
    if name is None or name[0] - 2 < first:
        return name
    for i in range(name[0] - 1, max(first, name[0] - 20), -1):
        word = words[i]
        if word.tag in (COMMA, MARK, STOP, COLON, DASH, PRO) or (word.tag == SUB and word.low == "that"):
            break
        if word.tag == REL and any(verbal(w) for w in words[i + 1 : name[0]]):
            head = phrase(words, i, first)
            return (head[0], name[1]) if head else name
    return name


def _before_time(words: Sequence[ClassedWord], at: int, first: int) -> int:
    """Where a phrase of time ends that stands between a subject and its verb: "who in 2010 said"."""
    if at - 2 > first and words[at - 1].tag == NUM and words[at - 2].low == "in":
        return at - 2
    if at - 2 >= first and words[at - 1].low in DAYS and words[at - 2].low == "on":
        return at - 2
    if at - 2 > first and words[at - 1].low in PERIODS and words[at - 2].low in ("this", "last", "next"):
        return verb_group(words, at - 2, first)
    return at


def _with_insertion(words: Sequence[ClassedWord], comma: int, first: int) -> Range | None:
    """The subject before an apposition or relative clause that a comma at ``words[comma]`` closes."""
    opening = _comma_before(words, comma - 1, first)
    if opening is None:
        return None
    if opening and words[opening - 1].tag == REL:
        return opening - 1, opening
    inside = words[opening + 1]
    if inside.tag in (PREP, SUB) and inside.low not in ("of", "including", "like"):
        head = phrase(words, opening, first)
        return head if head and words[head[0]].tag in (NAME, DET, PRO) else None
    head = phrase(words, opening, first)
    if head is None:
        return None
    start = head[0]
    while (place := _age_or_place(words, start, first)) is not None:
        head = phrase(words, place, first)
        if head is None:
            return None
        start, opening = head[0], place
    further = start - 1 > first and words[start - 1].tag == COMMA and words[start].tag in (DET, NUM, NOUN)
    if further:
        name = phrase(words, start - 1, first)
        whole = name is not None and (name[0] == first or words[name[0] - 1].tag in (COMMA, MARK, DASH, AND))
        if name and whole and words[name[0]].tag == NAME:
            start = name[0]
            opening = head[1]
    clause = inside.tag == REL
    return start, opening if clause else comma


def _age_or_place(words: Sequence[ClassedWord], start: int, first: int) -> int | None:
    """The comma before an age or a place at ``words[start]`` that goes with a name: "Ann Ray, 59, of Elm"."""
    if start - 2 > first and words[start - 1].low == "of" and words[start - 2].tag == COMMA:
        return start - 2
    if start - 1 <= first or words[start - 1].tag != COMMA:
        return None
    age = words[start].tag == NUM and words[start + 1].tag in (COMMA, PREP)
    town = words[start].tag == NAME and words[start - 2].tag == NAME
    before = next((k for k in range(start - 2, first, -1) if words[k].tag != NAME), first)
    return start - 1 if age or (town and words[before].low in ("of", "from", "in")) else None


def _comma_before(words: Sequence[ClassedWord], at: int, first: int) -> int | None:
    """The comma that opens an insertion whose last word is ``words[at]``; lists of names are stepped over."""
    for i in range(at, first - 1, -1):
        word = words[i]
        if word.tag in (MARK, STOP) or word.tag == COLON:
            return None
        if word.tag == COMMA and not lists_on(words, i, at + 1):
            relative = next((k for k in range(i - 1, first, -1) if words[k].tag in (COMMA, *WALLS)), None)
            inside = relative is not None and words[relative].tag == REL and words[relative - 1].tag == COMMA
            if relative is not None and inside and has_finite(words, relative, at + 1):
                return relative - 1
            return i
    return None

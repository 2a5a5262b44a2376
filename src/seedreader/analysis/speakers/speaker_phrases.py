"""Where the naming of a speaker begins and ends, beside the words of saying."""

from __future__ import annotations

from collections.abc import Sequence

from seedreader.analysis.speakers.saying_verbs import LEXICON, bag
from seedreader.analysis.speakers.word_classes import (
    ADV,
    AND,
    AUX,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    DAYS,
    DET,
    ING,
    MARK,
    NAME,
    NOT,
    NOUN,
    NUM,
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

PRONOUNS = bag("he i it many one others she some that these they this those we which who you")
LONGEST = 45
"""Words that the naming of a speaker may take, insertions with it."""

PERIODS = bag("afternoon evening month morning night summer week weekend winter year")
SELVES = bag("herself himself itself themselves")
PHRASE = (NOUN, NAME, NUM, DET)
HEADS = (NOUN, NAME, NUM, PRO, CLOSE)
WALLS = (MARK, STOP, COLON, SUB, REL, DASH)


def verb_group(words: Sequence[ClassedWord], verb: int, first: int) -> int:
    """Where the auxiliaries and adverbs before ``words[verb]`` begin."""
    while verb > first and (words[verb - 1].tag in (AUX, NOT, ADV) or words[verb - 1].low == "so"):
        verb -= 1
    return verb


def antecedent(words: Sequence[ClassedWord], relative: int) -> Range | None:
    """The noun phrase that the relative pronoun ``words[relative]`` stands for."""
    end = relative - 1 if relative and words[relative - 1].tag == COMMA else relative
    return phrase(words, end, max(0, relative - LONGEST))


def trailing_names(words: Sequence[ClassedWord], end: int) -> int:
    """Where the capitalised words right before ``words[end]`` begin, owners of them too."""
    i = end
    while i > 0 and (words[i - 1].tag == NAME or (i < end and words[i - 1].low.endswith("'s"))):
        i -= 1
    owned = i > 0 and end - i == 0 and words[i - 1].tag == NOUN and i > 1 and words[i - 2].low.endswith("'s")
    return i - 2 if owned else i


def phrase(words: Sequence[ClassedWord], end: int, first: int) -> Range | None:
    """The noun phrase that ends before ``words[end]``, with what is joined to it; None if there is none."""
    i = end
    while i > first:
        word = words[i - 1]
        if word.tag in PHRASE:
            if word.low in DAYS and i < end and words[i].tag in (DET, NAME, PRO, NOUN):
                break
            i -= 1
            if word.tag == DET and i > first and words[i - 1].tag in (NOUN, NAME) and word.low != "all":
                break
        elif word.tag == OBJ and i - 1 > first and words[i - 2].tag in (PREP, TO):
            i -= 1
        elif word.tag == PRO:
            return (i - 1, end) if i == end else checked(words, i, end)
        elif word.tag == CLOSE:
            opened = next((k for k in range(i - 2, first, -1) if words[k].tag == OPEN), None)
            if opened is None:
                break
            i = opened
        elif word.tag in (PREP, TO):
            joined = i < end and i - 2 > first and words[i - 2].low == "and" and words[i - 3].tag in HEADS
            after = i < end and i - 1 > first and words[i - 2].tag in (*HEADS, PART, ING)
            if joined or (after and words[i - 2].low not in DAYS):
                i -= 1
            else:
                break
        elif word.tag == AND and word.low in ("and", "or", "&"):
            clause = finite_before(words, i - 1, first, COMMA) is not None
            if i == end or i - 1 <= first or words[i - 2].tag not in HEADS or clause:
                break
            i -= 1
        elif word.tag == COMMA:
            if not _lists(words, i, end, first):
                break
            i -= 1
        elif word.tag in (PART, ING):
            named = i == end and i - 1 > first and words[i - 2].tag == DET
            if not named and not reduced(words, i - 1, end, first):
                break
            i -= 1
        elif word.tag == ADV and word.low.endswith("ly") and i < end:
            if not (
                i - 1 > first and words[i - 2].tag in (DET, NOUN, PREP) and words[i].tag in (NOUN, PART, ING)
            ):
                break
            i -= 1
        else:
            break
    return checked(words, i, end)


def following(words: Sequence[ClassedWord], at: int, stop: int) -> int:
    """Where the name that begins at ``words[at]`` ends, apposition and all."""
    i = core(words, at, stop)
    while i + 1 < stop and words[i].tag in (COMMA, OPEN):
        inside = words[i + 1]
        if words[i].tag == OPEN:
            i = next((k + 1 for k in range(i + 1, min(stop, i + 12)) if words[k].tag == CLOSE), stop)
            continue
        if words[i].tag == COMMA and inside.tag == REL:
            break
        if inside.tag in (DET, NUM) or (inside.tag in (NOUN, NAME) and inside.low not in DAYS):
            reached = core(words, i + 1, stop)
            clause = reached < stop and words[reached].tag in (AUX, VERB, PART) and inside.low != "who"
            if inside.low in LEXICON or inside.low in ("who", "which") or clause:
                break
            i = reached
        else:
            break
    if i < stop and words[i].tag == REL and i > at and words[i - 1].tag in (NOUN, NAME):
        i = next((k for k in range(i, stop) if words[k].tag in (COMMA, *WALLS[:3])), stop)
    return i


def core(words: Sequence[ClassedWord], at: int, stop: int) -> int:
    """Where a noun phrase with its prepositional ones ends."""
    i, stop = at, min(stop, at + LONGEST)
    while i < stop:
        word = words[i]
        more = i + 1 < stop and words[i + 1].tag in (*PHRASE, PART)
        joined = word.tag == AND and word.low in ("and", "or", "&")
        if word.tag in (PREP, TO) or joined:
            if not more or words[i + 1].low in DAYS or (i + 2 < stop and verbal(words[i + 2]) and joined):
                break
            if (
                word.low in ("in", "on", "during", "after", "before", "by")
                and i > at
                and _when(words, i + 1, stop)
            ):
                break
        elif word.tag == COMMA:
            if not lists_on(words, i, stop):
                break
        elif word.tag == PRO and i == at:
            return i + 1
        elif word.tag in (PART, ADV) and i + 1 < stop and words[i + 1].tag in (NOUN, NAME, PART, PREP):
            if word.tag == ADV and words[i + 1].tag == PREP:
                break
        elif word.tag not in (*PHRASE, ING) or (i > at and _begins_another(words, i)):
            break
        i += 1
    return i


def _begins_another(words: Sequence[ClassedWord], at: int) -> bool:
    """Whether a day or a determiner after a noun begins a phrase of its own."""
    return words[at].low in DAYS or (words[at].tag == DET and words[at - 1].tag in (NOUN, NAME, NUM))


def _when(words: Sequence[ClassedWord], at: int, stop: int) -> bool:
    """Whether a phrase tells when or where someone spoke: "in a statement", "on Friday"."""
    told = "statement interview email letter speech tweet post briefing conference report televised"
    near = {words[k].low for k in range(at, min(stop, at + 4))}
    return not near.isdisjoint(told.split())


def lists_on(words: Sequence[ClassedWord], comma: int, stop: int) -> bool:
    """Whether a comma after a name goes on to others of a list: "France, Spain and Italy"."""
    if words[comma - 1].tag != NAME or comma + 1 >= stop or words[comma + 1].tag != NAME:
        return False
    for k in range(comma + 1, min(stop, comma + 12)):
        if words[k].low == "and":
            return k + 1 < stop and words[k + 1].tag in (NAME, DET)
        if words[k].tag not in (NAME, COMMA) and words[k].low not in ("the", "of"):
            return False
    return False


def _lists(words: Sequence[ClassedWord], comma: int, end: int, first: int) -> bool:
    """Whether the comma before ``words[comma]`` parts the names of a list that ends before ``end``."""
    tail = words[comma:end]
    joined = next((k for k, w in enumerate(tail) if w.tag == AND), None)
    if joined is None or any(w.tag in (VERB, AUX, REL) for w in tail):
        return False
    if comma - 2 < first or words[comma - 2].tag not in (NAME, NOUN):
        return False
    head = words[max(first, comma - 8) : comma - 1]
    start = next((k + 1 for k in range(len(head) - 1, -1, -1) if head[k].tag in (COMMA, *WALLS)), 0)
    left = head[start:]
    names = words[comma - 2].tag == NAME and words[comma].tag in (NAME, DET)
    return names and not any(w.tag in (AUX, VERB) or w.low in LEXICON for w in left)


def reduced(words: Sequence[ClassedWord], at: int, end: int, first: int) -> bool:
    """Whether a participle describes the noun beside it: "a study published in May", "the injured man"."""
    if at + 1 < end and words[at + 1].tag in (NOUN, NAME) and at > first and words[at - 1].tag in (DET, NOUN):
        return words[at - 1].tag == DET or words[at].tag == ING
    if at > first and words[at - 1].tag in (ADV, PREP) and at + 1 < end and words[at + 1].tag == NOUN:
        return True
    opens = at == first or words[at - 1].tag in (MARK, COMMA, AND, SUB, STOP)
    if opens and at + 1 < end and words[at + 1].tag in (NOUN, NAME):
        return True
    if at <= first or words[at - 1].tag not in HEADS:
        return False
    after = words[at + 1] if at + 1 < end else None
    return after is not None and (after.tag in (PREP, TO) or after.low in DAYS or words[at].tag == ING)


def finite_before(words: Sequence[ClassedWord], at: int, first: int, wall: int = STOP) -> int | None:
    """The nearest finite verb before ``words[at]`` in its clause, no further back than a ``wall``."""
    for i in range(at - 1, first - 1, -1):
        word = words[i]
        if word.tag in (MARK, STOP, COLON, DASH, wall) or (word.tag == SUB and word.low != "as"):
            return None
        if verbal(word) and not (word.tag == PART and reduced(words, i, at, first)):
            return i
    return None


def verbal(word: ClassedWord) -> bool:
    if word.tag in (AUX, VERB, PART):
        return word.low not in ("be", "been", "being", "having")
    verb = LEXICON.get(word.low)
    return verb is not None and verb.tense in ("past", "s") and word.tag != NAME


def _after_leading(words: Sequence[ClassedWord], i: int, end: int) -> int:
    """Where the name begins that follows a leading phrase without a comma: "In a radio interview Ray"."""
    if (
        i == 0
        or words[i - 1].tag != PREP
        or words[end - 1].tag != NAME
        or (i > 1 and words[i - 2].tag != COMMA)
    ):
        return i
    last = next((k for k in range(end - 1, i - 1, -1) if words[k].tag != NAME), None)
    return last + 1 if last is not None and words[last].tag == NOUN else i


def checked(words: Sequence[ClassedWord], i: int, end: int) -> Range | None:
    """The phrase without leading joints and days; None where it names nobody."""
    while i < end and (words[i].tag in (AND, COMMA, PREP, TO, ADV, CLOSE) or words[i].low in DAYS):
        i += 1
    last = words[end - 1]
    told = last.tag == OBJ and end - i > 2 and words[end - 2].tag in (PREP, TO)
    if i >= end or (last.tag in (OBJ, DET, PREP) and last.low not in PRONOUNS and not told):
        return None
    if words[end - 1].low == "there" or (i > 0 and words[i - 1].low in ("neither", "nor")):
        return None
    i = _after_leading(words, i, end)
    named = any(w.tag in (NOUN, NAME, NUM, PRO) or w.low in PRONOUNS for w in words[i:end])
    return (i, end) if named else None

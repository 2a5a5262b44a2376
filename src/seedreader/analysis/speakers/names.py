"""Where the naming of a speaker begins and ends, beside the words of saying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seedreader.analysis.speakers.tokens import (
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
    Token,
)
from seedreader.analysis.speakers.verbs import LEXICON, bag
from seedreader.article import Range

PRONOUNS = bag("he i it many one others she some that these they this those we which who you")
LONGEST = 45
"""Words that the naming of a speaker may take, insertions with it."""

PERIODS = bag("afternoon evening month morning night summer week weekend winter year")
SELVES = bag("herself himself itself themselves")
_INNER = (SUB, REL)
_PHRASE = (NOUN, NAME, NUM, DET)
_HEADS = (NOUN, NAME, NUM, PRO, CLOSE)
_WALLS = (MARK, STOP, COLON, SUB, REL, DASH)


def verb_group(words: Sequence[Token], verb: int, first: int) -> int:
    """Where the auxiliaries and adverbs before ``words[verb]`` begin."""
    while verb > first and (words[verb - 1].tag in (AUX, NOT, ADV) or words[verb - 1].low == "so"):
        verb -= 1
    return verb


def subject(words: Sequence[Token], verb: int, first: int, depth: int = 0) -> Range | None:
    """The words ``[i, j)`` that name the subject of ``words[verb]``, not before ``first``, or None."""
    first = max(first, verb - LONGEST)
    at = verb_group(words, verb, first)
    if at <= first or depth > 2:
        return None
    at = _before_time(words, at, first)
    before = words[at - 1]
    if before.tag == REL or (before.low == "that" and at - 2 >= first and words[at - 2].tag in _HEADS):
        return at - 1, at
    if before.low in SELVES and at - 2 >= first:
        return phrase(words, at - 1, first)
    if before.tag == AND:
        main = opening(words, at - 1, first)
        if main is not None:
            return main
        last = _finite_before(words, at - 1, first)
        return subject(words, last, first, depth + 1) if last is not None else None
    if before.tag in (COMMA, DASH) and (inserted := _before_insertions(words, at - 1, first)):
        return inserted
    if before.tag == DASH:
        dash = next((i for i in range(at - 2, first, -1) if words[i].tag == DASH), None)
        return phrase(words, dash, first) if dash is not None else None
    if before.tag == COMMA:
        return _with_insertion(words, at - 1, first)
    return _with_relative(words, _with_name(words, phrase(words, at, first), first), first)


def opening(words: Sequence[Token], end: int, first: int) -> Range | None:
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
    for start in _clause_starts(words, end, first):
        begin = _past_leading(words, start, end)
        stop = _named(words, begin, end)
        if stop == begin:
            continue
        verb = stop
        while verb < end and words[verb].tag in (ADV, NOT):
            verb += 1
        if verb < end and words[verb].tag in (COMMA, DASH):
            verb = next((i for i in range(verb + 1, end) if _closes_insertions(words, verb, i)), end)
        if verb < end and verbal(words[verb]):
            return _checked(words, begin, stop)
    return None


def _reported(words: Sequence[Token], at: int) -> bool:
    """Whether the subordinator ``words[at]`` is the "that" of a verb of saying near before it."""
    said = any(w.low in LEXICON and w.tag != NAME for w in words[max(0, at - 8) : at])
    return words[at].low == "that" and said


def _clause_starts(words: Sequence[Token], end: int, first: int) -> Iterator[int]:
    """Where the clause before ``words[end]`` may begin: after the last wall, quotations stepped over."""
    wall = next((i + 1 for i in range(end - 1, first - 1, -1) if words[i].tag in (STOP, COLON)), first)
    marks = [i for i in range(wall, end) if words[i].tag == MARK]
    if len(marks) % 2 == 0:
        yield wall
    yield from (i + 1 for number, i in enumerate(marks) if (len(marks) - number) % 2)


def _past_leading(words: Sequence[Token], start: int, end: int) -> int:
    """Where a clause's subject begins: past a joint, adverbs, and a phrase of time or place with its comma."""
    while start < end and words[start].tag in (AND, ADV, COMMA, CLOSE):
        start += 1
    if (
        start < end
        and words[start].tag in (PREP, SUB, ING, PART, TO)
        or (start < end and words[start].low in DAYS)
    ):
        comma = next((i for i in range(start + 1, end) if words[i].tag == COMMA), None)
        if comma is not None:
            return comma + 1
    return start


def _named(words: Sequence[Token], begin: int, end: int) -> int:
    """Where a noun phrase that begins at ``words[begin]`` ends; ``begin`` where none does."""
    if begin >= end or words[begin].tag not in (*_PHRASE, PRO):
        return begin
    stop = core(words, begin, end)
    for i in range(begin + 1, stop):
        if words[i].tag == PART and words[i - 1].tag in _HEADS and not _reduced(words, i, end, begin):
            stop = i
            break
    while stop > begin and words[stop - 1].tag in (PART, ADV):
        stop -= 1
    if stop < end and words[stop].tag == OPEN:
        stop = next((i + 1 for i in range(stop, min(end, stop + 12)) if words[i].tag == CLOSE), stop)
    return stop


def _before_insertions(words: Sequence[Token], comma: int, first: int) -> Range | None:
    """The subject that opens the clause, where all between it and the closing ``words[comma]`` is inserted."""
    for start in _clause_starts(words, comma, first):
        begin = _past_leading(words, start, comma)
        stop = _named(words, begin, comma)
        if stop > begin and words[stop].tag in (COMMA, DASH) and _closes_insertions(words, stop, comma + 1):
            cut = next(
                (i for i in range(stop, comma) if words[i].tag == REL or _begins_clause(words, i)), comma
            )
            return _checked(words, begin, cut)
    return None


def _begins_clause(words: Sequence[Token], comma: int) -> bool:
    """Whether an insertion that opens at ``words[comma]`` is more than another name for the subject."""
    inside = words[comma + 1].tag
    return (
        words[comma].tag in (COMMA, DASH)
        and inside in (REL, ING, PART, PREP, SUB, ADV)
        and (words[comma + 1].low not in ("of", "including", "like"))
    )


def _closes_insertions(words: Sequence[Token], opening: int, at: int) -> bool:
    """Whether ``words[opening:at]`` are insertions, each between commas or dashes, and the last one ends at ``at``.

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
        before, after = _has_finite(words, start, relative), _has_finite(words, relative, i)
        head = words[start].tag
        if waiting:
            waiting = head not in (AUX, VERB, PART, ADV, NOT)
            reopened = head == PART
        elif reopened and head in (AUX, VERB):
            reopened = False
        elif head in (AUX, VERB, AND, NOT, PRO) or (before and head in (*_PHRASE, OBJ)):
            return False
        if relative < i:
            waiting = not after
        start = i + 1
    return not waiting


def _has_finite(words: Sequence[Token], start: int, end: int) -> bool:
    """Whether a finite verb stands in ``words[start:end]``, a participle beside its noun left out."""
    return any(
        verbal(words[k]) and not (words[k].tag == PART and (k == start or _reduced(words, k, end, start)))
        for k in range(start, end)
    )


def _with_name(words: Sequence[Token], role: Range | None, first: int) -> Range | None:
    """The name before a role that no comma closes: "Ann Ray, head of the port said"."""
    if role is None or role[0] - 2 < first or words[role[0]].tag != NOUN or words[role[0] - 1].tag != COMMA:
        return role
    start = trailing_names(words, role[0] - 1)
    named = start < role[0] - 1 and (start <= first or words[start - 1].tag in (MARK, STOP, COLON))
    return (start, role[1]) if named else role


def _with_relative(words: Sequence[Token], name: Range | None, first: int) -> Range | None:
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


def antecedent(words: Sequence[Token], relative: int) -> Range | None:
    """The noun phrase that the relative pronoun ``words[relative]`` stands for."""
    end = relative - 1 if relative and words[relative - 1].tag == COMMA else relative
    return phrase(words, end, max(0, relative - LONGEST))


def trailing_names(words: Sequence[Token], end: int) -> int:
    """Where the capitalised words right before ``words[end]`` begin, owners of them too."""
    i = end
    while i > 0 and (words[i - 1].tag == NAME or (i < end and words[i - 1].low.endswith("'s"))):
        i -= 1
    owned = i > 0 and end - i == 0 and words[i - 1].tag == NOUN and i > 1 and words[i - 2].low.endswith("'s")
    return i - 2 if owned else i


def _before_time(words: Sequence[Token], at: int, first: int) -> int:
    """Where a phrase of time ends that stands between a subject and its verb: "who in 2010 said"."""
    if at - 2 > first and words[at - 1].tag == NUM and words[at - 2].low == "in":
        return at - 2
    if at - 2 >= first and words[at - 1].low in DAYS and words[at - 2].low == "on":
        return at - 2
    if at - 2 > first and words[at - 1].low in PERIODS and words[at - 2].low in ("this", "last", "next"):
        return verb_group(words, at - 2, first)
    return at


def phrase(words: Sequence[Token], end: int, first: int) -> Range | None:
    """The noun phrase that ends before ``words[end]``, with what is joined to it; None if there is none."""
    i = end
    while i > first:
        word = words[i - 1]
        if word.tag in _PHRASE:
            if word.low in DAYS and i < end and words[i].tag in (DET, NAME, PRO, NOUN):
                break
            i -= 1
            if word.tag == DET and i > first and words[i - 1].tag in (NOUN, NAME) and word.low != "all":
                break
        elif word.tag == OBJ and i - 1 > first and words[i - 2].tag in (PREP, TO):
            i -= 1
        elif word.tag == PRO:
            return (i - 1, end) if i == end else _checked(words, i, end)
        elif word.tag == CLOSE:
            opened = next((k for k in range(i - 2, first, -1) if words[k].tag == OPEN), None)
            if opened is None:
                break
            i = opened
        elif word.tag in (PREP, TO):
            joined = i < end and i - 2 > first and words[i - 2].low == "and" and words[i - 3].tag in _HEADS
            after = i < end and i - 1 > first and words[i - 2].tag in (*_HEADS, PART, ING)
            if joined or (after and words[i - 2].low not in DAYS):
                i -= 1
            else:
                break
        elif word.tag == AND and word.low in ("and", "or", "&"):
            clause = _finite_before(words, i - 1, first, COMMA) is not None
            if i == end or i - 1 <= first or words[i - 2].tag not in _HEADS or clause:
                break
            i -= 1
        elif word.tag == COMMA:
            if not _lists(words, i, end, first):
                break
            i -= 1
        elif word.tag in (PART, ING):
            named = i == end and i - 1 > first and words[i - 2].tag == DET
            if not named and not _reduced(words, i - 1, end, first):
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
    return _checked(words, i, end)


def following(words: Sequence[Token], at: int, stop: int) -> int:
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
        i = next((k for k in range(i, stop) if words[k].tag in (COMMA, *_WALLS[:3])), stop)
    return i


def core(words: Sequence[Token], at: int, stop: int) -> int:
    """Where a noun phrase with its prepositional ones ends."""
    i, stop = at, min(stop, at + LONGEST)
    while i < stop:
        word = words[i]
        more = i + 1 < stop and words[i + 1].tag in (*_PHRASE, PART)
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
            if not _lists_on(words, i, stop):
                break
        elif word.tag == PRO and i == at:
            return i + 1
        elif word.tag in (PART, ADV) and i + 1 < stop and words[i + 1].tag in (NOUN, NAME, PART, PREP):
            if word.tag == ADV and words[i + 1].tag == PREP:
                break
        elif word.tag not in (*_PHRASE, ING) or (i > at and _begins_another(words, i)):
            break
        i += 1
    return i


def _begins_another(words: Sequence[Token], at: int) -> bool:
    """Whether a day or a determiner after a noun begins a phrase of its own."""
    return words[at].low in DAYS or (words[at].tag == DET and words[at - 1].tag in (NOUN, NAME, NUM))


def _when(words: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a phrase tells when or where someone spoke: "in a statement", "on Friday"."""
    told = "statement interview email letter speech tweet post briefing conference report televised"
    near = {words[k].low for k in range(at, min(stop, at + 4))}
    return not near.isdisjoint(told.split())


def _lists_on(words: Sequence[Token], comma: int, stop: int) -> bool:
    """Whether a comma after a name goes on to others of a list: "France, Spain and Italy"."""
    if words[comma - 1].tag != NAME or comma + 1 >= stop or words[comma + 1].tag != NAME:
        return False
    for k in range(comma + 1, min(stop, comma + 12)):
        if words[k].low == "and":
            return k + 1 < stop and words[k + 1].tag in (NAME, DET)
        if words[k].tag not in (NAME, COMMA) and words[k].low not in ("the", "of"):
            return False
    return False


def _lists(words: Sequence[Token], comma: int, end: int, first: int) -> bool:
    """Whether the comma before ``words[comma]`` parts the names of a list that ends before ``end``."""
    tail = words[comma:end]
    joined = next((k for k, w in enumerate(tail) if w.tag == AND), None)
    if joined is None or any(w.tag in (VERB, AUX, REL) for w in tail):
        return False
    if comma - 2 < first or words[comma - 2].tag not in (NAME, NOUN):
        return False
    head = words[max(first, comma - 8) : comma - 1]
    start = next((k + 1 for k in range(len(head) - 1, -1, -1) if head[k].tag in (COMMA, *_WALLS)), 0)
    left = head[start:]
    names = words[comma - 2].tag == NAME and words[comma].tag in (NAME, DET)
    return names and not any(w.tag in (AUX, VERB) or w.low in LEXICON for w in left)


def _reduced(words: Sequence[Token], at: int, end: int, first: int) -> bool:
    """Whether a participle describes the noun beside it: "a study published in May", "the injured man"."""
    if at + 1 < end and words[at + 1].tag in (NOUN, NAME) and at > first and words[at - 1].tag in (DET, NOUN):
        return words[at - 1].tag == DET or words[at].tag == ING
    if at > first and words[at - 1].tag in (ADV, PREP) and at + 1 < end and words[at + 1].tag == NOUN:
        return True
    opens = at == first or words[at - 1].tag in (MARK, COMMA, AND, SUB, STOP)
    if opens and at + 1 < end and words[at + 1].tag in (NOUN, NAME):
        return True
    if at <= first or words[at - 1].tag not in _HEADS:
        return False
    after = words[at + 1] if at + 1 < end else None
    return after is not None and (after.tag in (PREP, TO) or after.low in DAYS or words[at].tag == ING)


def _finite_before(words: Sequence[Token], at: int, first: int, wall: int = STOP) -> int | None:
    """The nearest finite verb before ``words[at]`` in its clause, no further back than a ``wall``."""
    for i in range(at - 1, first - 1, -1):
        word = words[i]
        if word.tag in (MARK, STOP, COLON, DASH, wall) or (word.tag == SUB and word.low != "as"):
            return None
        if verbal(word) and not (word.tag == PART and _reduced(words, i, at, first)):
            return i
    return None


def verbal(word: Token) -> bool:
    if word.tag in (AUX, VERB, PART):
        return word.low not in ("be", "been", "being", "having")
    verb = LEXICON.get(word.low)
    return verb is not None and verb.tense in ("past", "s") and word.tag != NAME


def _with_insertion(words: Sequence[Token], comma: int, first: int) -> Range | None:
    """The subject before an apposition or relative clause that a comma at ``words[comma]`` closes."""
    opening = _comma_before(words, comma - 1, first)
    if opening is None:
        return None
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


def _age_or_place(words: Sequence[Token], start: int, first: int) -> int | None:
    """The comma before an age or a place at ``words[start]`` that goes with a name: "Ann Ray, 59, of Elm"."""
    if start - 2 > first and words[start - 1].low == "of" and words[start - 2].tag == COMMA:
        return start - 2
    if start - 1 <= first or words[start - 1].tag != COMMA:
        return None
    age = words[start].tag == NUM and words[start + 1].tag in (COMMA, PREP)
    town = words[start].tag == NAME and words[start - 2].tag == NAME
    before = next((k for k in range(start - 2, first, -1) if words[k].tag != NAME), first)
    return start - 1 if age or (town and words[before].low in ("of", "from", "in")) else None


def _comma_before(words: Sequence[Token], at: int, first: int) -> int | None:
    """The comma that opens an insertion whose last word is ``words[at]``; lists of names are stepped over."""
    for i in range(at, first - 1, -1):
        word = words[i]
        if word.tag in (MARK, STOP) or word.tag == COLON:
            return None
        if word.tag == COMMA and not _lists_on(words, i, at + 1):
            relative = next((k for k in range(i - 1, first, -1) if words[k].tag in (COMMA, *_WALLS)), None)
            if relative is not None and words[relative].tag == REL and words[relative - 1].tag == COMMA:
                return relative - 1
            return i
    return None


def _after_leading(words: Sequence[Token], i: int, end: int) -> int:
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


def _checked(words: Sequence[Token], i: int, end: int) -> Range | None:
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

"""What stands after a word of saying: the clause, quotation, infinitive or object that it attributes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from seedreader.analysis.speakers import speaker_phrases
from seedreader.analysis.speakers.saying_verbs import HEARD, LEXICON, PARTICLES, QUOTING, SayingVerb, bag
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

_ASKED = bag("how if what when where whether who why")
_INSERTED = bag("according after as at before during in on")
_NEAR = 30
"""Words after a subject in which its verb is looked for."""

_LONGEST = 300
"""Words of a reported clause that are looked at."""

_NAMED = 12
"""Words up to which a closing "..., the head of the port said" is looked for."""
_CUT_OFF = bag("although though whereas while")


class Complement(NamedTuple):
    """What is attributed begins at ``words[begin]``; ``told`` is "clause", "quote" or "object".

    An object reads from its verb on: "condemned the raid".
    """

    begin: int
    told: str


def find_complement(words: Sequence[ClassedWord], at: int, verb: SayingVerb, stop: int) -> Complement | None:
    """What follows ``words[at]``, a form of ``verb``, before ``words[stop]``; None if nothing attributed."""
    i = at + 1
    frames = verb.frames
    i += verb.lemma == "make clear"
    while i < stop and (words[i].tag == ADV or words[i].low in DAYS) and words[i].low not in ("out", "up"):
        i += 1
    if i >= stop:
        return None
    if "p" in frames and words[i].low in PARTICLES.get(verb.lemma, "about of").split():
        return Complement(at, "object") if i + 1 < stop and words[i + 1].tag not in (STOP, COMMA) else None
    if (words[i].tag == TO and not _to_someone(words, i, stop)) or (
        words[i].low == "not" and words[i + 1 : i + 2] and words[i + 1].tag == TO
    ):
        return Complement(at, "object") if "t" in frames else None
    if "t" in frames and words[i].tag in (PREP, SUB):
        later = adverbials(words, i, stop)
        later += later < stop and words[later].tag == NOT
        if later < stop and words[later].tag == TO:
            return Complement(at, "object")
    if "o" in frames and _someone_to(words, i, stop):
        return Complement(at, "object")
    if "c" in frames:
        after = adverbials(words, hearer(words, i, verb, stop), stop)
        clause = _clause(words, after, verb, stop, moved=after > i)
        if clause is not None:
            return clause
    if "j" in frames and _goes_on(words, i, stop, PARTICLES.get(verb.lemma, "as for over").split()):
        return Complement(at, "object")
    if "a" in frames and _at_a_figure(words, i, stop):
        return Complement(i, "clause")
    if "q" in frames and (words[i].tag == MARK or _goes_on(words, i, stop, ("a", "an", "“", '"', "''"))):
        return Complement(at, "object")
    if "d" in frames and _thing(words, i) and _documents(words, at):
        return Complement(at, "clause")
    if "n" in frames and _thing(words, i):
        return Complement(at, "object")
    return None


def _to_someone(words: Sequence[ClassedWord], to: int, stop: int) -> bool:
    """Whether "to" at ``words[to]`` leads to a person, not to an act: "confirmed to the Bell"."""
    return to + 1 < stop and words[to + 1].tag in (DET, NAME, NUM, OBJ, PRO)


def hearer(words: Sequence[ClassedWord], at: int, verb: SayingVerb, stop: int) -> int:
    """Where the naming of a hearer that begins at ``words[at]`` ends: "told reporters", "warned them"."""
    if verb.lemma == "put" and words[at].low == "it":
        return at + 1
    if verb.lemma not in HEARD or words[at].tag in (SUB, MARK, COLON, COMMA, REL):
        return at
    if words[at].tag == OBJ:
        return at + 1
    end = speaker_phrases.core(words, at, stop)
    if verb.lemma == "tell":
        return end
    told = end < stop and (words[end].low in ("that", "to") or words[end].low in _ASKED)
    quoted = end + 1 < stop and (words[end].tag == MARK or words[end + 1].tag == MARK)
    return end if told or quoted else at


def adverbials(words: Sequence[ClassedWord], at: int, stop: int) -> int:
    """Where phrases of time, place and occasion that begin at ``words[at]`` end."""
    i = at
    while i < stop:
        word = words[i]
        period = word.low in ("last", "this", "next", "late", "early", "earlier", "later")
        timed = word.low in speaker_phrases.PERIODS and (i > at or words[i - 1].low in DAYS)
        if word.tag == ADV or word.low in DAYS or timed:
            i += 1
        elif (
            period
            and i + 1 < stop
            and (words[i + 1].low in speaker_phrases.PERIODS or words[i + 1].low in DAYS | {"this"})
        ):
            i += 2
        elif (
            period and i + 2 < stop and words[i + 1].tag == PREP and _in_time(words[i + 2 : min(i + 4, stop)])
        ):
            i += 1
        elif (word.tag == PREP or word.low in ("to", "after", "before")) and i + 1 < stop:
            reached = max(speaker_phrases.core(words, i + 1, stop), _titled(words, i + 1, stop))
            if reached == i + 1:
                break
            i = reached
        elif (past := _insertion(words, i, stop)) > i:
            i = past
        else:
            break
    return i


def _titled(words: Sequence[ClassedWord], at: int, stop: int) -> int:
    """Where the name of a programme or paper in quotation marks ends: "on “Fair and Free”"; else ``at``."""
    named = at + 2 < stop and words[at].tag == MARK and NAME in (words[at + 1].tag, words[at + 2].tag)
    if not named:
        return at
    return next((i + 1 for i in range(at + 2, min(stop, at + 10)) if words[i].tag == MARK), at)


def _in_time(words: Sequence[ClassedWord]) -> bool:
    return any(word.low in speaker_phrases.PERIODS or word.low in DAYS for word in words)


def _insertion(words: Sequence[ClassedWord], at: int, stop: int) -> int:
    """Where a source between dashes or commas ends: "confirmed – according to the paper – that ..."."""
    if words[at].tag == OPEN:
        return next((i + 1 for i in range(at + 1, min(stop, at + 12)) if words[i].tag == CLOSE), at)
    if words[at].tag == COMMA and at + 2 < stop and words[at + 1].tag == ADV and words[at + 2].tag == COMMA:
        return at + 3
    if words[at].tag in (DASH, COMMA) and at + 1 < stop and words[at + 1].low in _INSERTED:
        for i in range(at + 2, min(stop, at + 14)):
            if words[i].tag == words[at].tag:
                return i + 1
    return at


def clause_end(words: Sequence[ClassedWord], begin: int, stop: int) -> int:
    """The index of the first word after a reported clause: at the next speaker's clause or attribution."""
    quoted = False
    for i in range(begin, min(stop, begin + _LONGEST)):
        word = words[i]
        if word.tag == MARK:
            quoted = not quoted
        if quoted or i + 1 >= stop:
            continue
        if word.tag == COMMA and i > begin and closes_with_saying(words, i + 1, stop):
            return i
        if i - begin < 2:
            continue
        following = words[i + 1]
        if word.low == ";" or (word.low == "according" and following.low == "to"):
            return i
        if word.tag == COMMA and _leaves(words, i + 1, stop):
            return i
        if word.tag == AND and _other_saying(words, i + 1, stop):
            return i
    return stop


def object_end(words: Sequence[ClassedWord], begin: int, stop: int) -> int:
    """The index of the first word after an object: at the next clause of the sentence."""
    stop = clause_end(words, begin, stop)
    for i in range(begin + 1, stop - 1):
        if words[i].tag == COMMA and words[i + 1].tag in (REL, PRO):
            return i
        if words[i].tag == AND and words[i + 1].tag in (AUX, VERB):
            return i
        if words[i].tag == COMMA and words[i + 1].tag == DET and clausal(words, i + 1, min(stop, i + 8)):
            return i
        if words[i].tag == COMMA and words[i + 1].low in ("but", "so", "yet", "because"):
            return i
    return stop


def _leaves(words: Sequence[ClassedWord], at: int, stop: int) -> bool:
    word = words[at]
    if word.low in _CUT_OFF or (word.low == "but" and clausal(words, at + 1, stop)):
        return True
    verb = LEXICON.get(word.low)
    return (
        verb is not None and verb.tense == "ing" and (verb.group in ("say", "hedge") or verb.lemma == "cite")
    )


def _other_saying(words: Sequence[ClassedWord], at: int, stop: int) -> bool:
    """Whether what follows "and" says something itself: "and said ...", "and critics accused ..."."""
    i = at
    while i < stop and words[i].tag in (ADV, AUX):
        i += 1
    named = i == at
    while named and i < min(stop, at + 6) and words[i].tag in (DET, NAME, NOUN, PRO) and not _past(words[i]):
        i += 1
    verb = LEXICON.get(words[i].low) if i < stop else None
    if verb is None or verb.tense != "past" or words[i].tag == NAME:
        return False
    if words[i + 1 : i + 2] and words[i + 1].tag == TO:
        return False
    return find_complement(words, i, verb, stop) is not None


def _past(word: ClassedWord) -> bool:
    verb = LEXICON.get(word.low)
    return verb is not None and verb.tense == "past"


def _clause(
    words: Sequence[ClassedWord], at: int, verb: SayingVerb, stop: int, *, moved: bool
) -> Complement | None:
    """A clause or quotation at ``words[at]``, after hearer and adverbials where ``moved``."""
    if at >= stop:
        return None
    word = words[at]
    following = words[at + 1] if at + 1 < stop else None
    finite = following is not None and following.tag in (AUX, VERB, PART)
    if moved and word.low == "that" and finite and _is_noun(words[at - 1]):
        return None
    if word.low in ("when", "while", "if") and following and following.tag in (PART, ING, ADV):
        return None
    if word.low == "that" and following and following.tag != STOP and verb.lemma != "continue":
        return Complement(at + (following.tag != AUX), "clause")
    if word.low in ("as", "by") and following and following.low == "saying" and at + 2 < stop:
        return Complement(at + 2, "clause")
    if (
        word.low in _ASKED
        and not (moved and word.low in ("where", "when", "who"))
        and following
        and verb.lemma not in ("find", "see")
    ):
        return Complement(at, "clause") if clausal(words, at + 1, stop) or word.tag == SUB else None
    if word.tag == MARK:
        return Complement(at, "quote")
    if word.tag in (COMMA, COLON) and following and following.tag == MARK:
        return Complement(at + 1, "quote")
    if word.low == ":" and following:
        return Complement(at + 1, "clause")
    contact = at and not moved and verb.group in ("say", "hedge") and word.tag in (AUX, VERB)
    if contact and words[max(0, speaker_phrases.verb_group(words, at - 1, 0) - 2)].low in ("what", "all"):
        return None
    if contact and verb.lemma in ("say", "claim", "argue", "insist", "allege", "believe", "think"):
        return Complement(at, "clause") if at + 2 < stop else None
    if verb.lemma in QUOTING or word.tag not in (DET, PRO, NAME, NUM, NOUN, ING, SUB, PART, NOT):
        return None
    if word.tag == SUB and word.low not in ("if", "when", "once", "after", "until", "while", "although"):
        return None
    if moved and word.tag in (ING, SUB, PART):
        return None
    stop = trailing(words, at, stop)
    plain = verb.lemma == "say" and not moved and at + 3 < stop and word.tag in (DET, NAME, NUM, NOUN)
    last = stop if "n" not in verb.frames or word.tag != NUM else _comma_or(words, at, stop)
    return Complement(at, "clause") if plain or clausal(words, at, last) else None


def _is_noun(word: ClassedWord) -> bool:
    return word.tag == NOUN and word.low not in DAYS and word.low not in speaker_phrases.PERIODS


def trailing(words: Sequence[ClassedWord], at: int, stop: int) -> int:
    """The comma before a closing ", the mayor said" or ", said the mayor", else ``stop``."""
    for i in range(at + 1, stop - 1):
        if words[i].tag == COMMA and closes_with_saying(words, i + 1, stop):
            return i
    return stop


def closes_with_saying(words: Sequence[ClassedWord], at: int, stop: int) -> bool:
    """Whether ``words[at:stop]`` are no more than a name and a verb of saying, in either order."""
    for i in range(at, min(stop, at + _NAMED)):
        verb = LEXICON.get(words[i].low)
        if verb is not None and verb.group == "say" and verb.tense in ("past", "s") and words[i].tag != NAME:
            after = words[i + 1] if i + 1 < stop else None
            if i == at:
                return after is not None and after.tag in (DET, NAME, NOUN)
            if after is None or verb.lemma == "tell":
                return True
            return after.tag in (STOP, PREP, ADV) or after.low in DAYS
        if words[i].tag not in (DET, NAME, NOUN, NUM, PRO, PREP, STOP, OPEN, CLOSE):
            return False
    return False


def _comma_or(words: Sequence[ClassedWord], at: int, stop: int) -> int:
    return next((i for i in range(at, stop) if words[i].tag == COMMA), stop)


def clausal(words: Sequence[ClassedWord], at: int, stop: int) -> bool:
    """Whether ``words[at:]`` begin with a subject and its verb."""
    if at < stop and words[at].tag == PRO:
        return at + 1 < stop and words[at + 1].tag not in (STOP, COMMA)
    last = min(stop, at + _NEAR)
    relative = False
    for i in range(at + 1, last):
        word = words[i]
        if word.tag in (STOP, COLON):
            return False
        if word.tag == REL or (word.low == "that" and words[i - 1].tag in (NOUN, NAME)):
            relative = True
            continue
        if word.tag == SUB and word.low in ("because", "although", "while", "if", "unless"):
            return False
        verbal = word.tag in (AUX, VERB) or (word.tag == PART and _main(words, i, last)) or third(words, i)
        if verbal and words[i - 1].tag != TO:
            if not relative:
                return True
            relative = False
    return False


def _main(words: Sequence[ClassedWord], at: int, stop: int) -> bool:
    """Whether an -ed form is a clause's verb rather than a participle beside a noun."""
    before, after = words[at - 1].tag, words[at + 1].tag if at + 1 < stop else STOP
    named = before in (NAME, PRO) or (before == NOUN and words[at - 1].low.endswith("s"))
    named = named or (before == ADV and at > 1 and words[at - 2].tag in (NAME, PRO))
    return at + 1 < len(words) and (named or (before in (NOUN, ADV, PART) and after not in (NOUN, NAME)))


def third(words: Sequence[ClassedWord], at: int) -> bool:
    verb = LEXICON.get(words[at].low)
    if verb is None:
        low, before = words[at].low, words[at - 1].tag
        third = words[at].tag == NOUN and low.endswith("s") and not low.endswith(("ss", "'s"))
        after = words[at + 1].tag if at + 1 < len(words) else STOP
        return third and before in (NAME, PRO) and after in (DET, PREP, TO, ADV, NUM, SUB, OBJ)
    plural = verb.tense == "base" and words[at - 1].tag == NOUN and words[at - 1].low.endswith("s")
    return (
        (plural or verb.tense in ("past", "s"))
        and words[at - 1].tag in (NOUN, NAME, PRO, ADV)
        and words[at].tag != NAME
    )


def _someone_to(words: Sequence[ClassedWord], at: int, stop: int) -> bool:
    """ "residents to leave": someone who is urged, and what to do."""
    to = next((i for i in range(at + 1, min(stop - 1, at + 16)) if words[i].tag == TO), None)
    act = to is not None and words[to + 1].tag not in (DET, NAME, NUM, PRO, OBJ)
    return act and _goes_on(words, at, stop, ("to",))


def _at_a_figure(words: Sequence[ClassedWord], at: int, stop: int) -> bool:
    """ "the damage at about 400 crowns": something measured, and its figure."""
    for i in range(at + 1, min(stop - 1, at + 16)):
        if words[i].low == "at":
            return any(w.tag == NUM for w in words[i + 1 : min(stop, i + 5)])
        if words[i].tag in (AUX, VERB, STOP, SUB, REL):
            return False
    return False


def _goes_on(words: Sequence[ClassedWord], at: int, stop: int, joints: Sequence[str]) -> bool:
    """Whether a noun phrase at ``words[at]`` is followed by one of ``joints`` before any other clause."""
    if words[at].tag not in (DET, NAME, NOUN, PRO, NUM, OBJ, PART):
        return False
    for i in range(at + 1, min(stop, at + 16)):
        if words[i].low in joints:
            after = words[i + 1] if i + 1 < stop else None
            spell = words[i].low == "for" and after is not None and after.tag in (NUM, DET, PRO)
            return not spell or (after is not None and after.low in ("his", "her", "its", "their"))
        if words[i].tag in (AUX, VERB, COMMA, STOP, MARK, COLON, SUB, REL, PRO):
            return False
    return False


DOCUMENTS = bag(
    "analysis census data documents emails filing letter message note notice order post ruling"
    " statement figures filings footage images letter photos poll polls records report reports research"
    " review statistics studies study survey surveys test tests video"
)


def _documents(words: Sequence[ClassedWord], at: int) -> bool:
    """Whether a document is near before ``words[at]``, to be its subject."""
    return any(w.low in DOCUMENTS for w in words[max(0, at - 12) : at])


def _thing(words: Sequence[ClassedWord], at: int) -> bool:
    """Whether ``words[at]`` begins a noun phrase, or the name of an act: "denied hiding the leak"."""
    return words[at].tag in (DET, NAME, NOUN, NUM, OBJ, PRO, ING, PART, MARK) or words[at].low == "what"

"""Which words of a sentence may attribute something, and when such a word is a verb at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedreader.analysis.speakers import speaker_phrases, word_classes
from seedreader.analysis.speakers.complements import Complement
from seedreader.analysis.speakers.saying_verbs import LEXICON, NOUNS, SayingVerb, bag
from seedreader.analysis.speakers.word_classes import ClassedWord

BE = bag("'m 're 's are be been being get got is was were")
RAISING = bag(
    "appear appeared appears began begin begins continue continued continues gathered go goes going"
    " meeting met seem seemed seems tend tends used went"
)
_STANCES = bag(
    "adamant afraid alarmed angry anxious aware certain committed concerned confident convinced"
    " critical determined disappointed dismissive doubtful eager enthusiastic fearful frustrated furious"
    " grateful happy hopeful keen nervous opposed optimistic outraged pleased proud reluctant satisfied"
    " sceptical shocked skeptical supportive sure surprised thankful tired uneasy unhappy unwilling"
    " upset wary willing worried"
)
STANCE = SayingVerb("be", "cp", "past", "hedge")
MADE_CLEAR = SayingVerb("make clear", "c", "past", "say")
ACCORDING = SayingVerb("according", "", "part", "according")
OWNED = SayingVerb("noun", "c", "part", "hedge")
"""Cues that are no verbs: "is sure that", "according to", "her claim that"."""

_THAT_NOUNS = bag(
    "accusation accusations admission allegation allegations announcement argument assertion assurance"
    " assurances belief claim claims concern concerns conclusion contention denial emphasis fear fears"
    " hope hopes insistence pledge prediction promise statement suggestion suspicion threat view vow"
    " warning warnings"
)
_WORDS = frozenset({*LEXICON, *_STANCES, *_THAT_NOUNS, "according", "per", "clear", "plain"})
_WORD = re.compile(r"[a-z]+")
_MAKING = bag("made makes making")
_HEADLINED = bag("asks said says tells")
_NO_SUBJECT = (word_classes.DET, word_classes.PREP, word_classes.OBJ)
_CLEAR = (
    *(
        word_classes.TO,
        word_classes.DET,
        word_classes.MARK,
        word_classes.PRO,
        word_classes.NAME,
        word_classes.COMMA,
        word_classes.COLON,
    ),
)


def any_in(sentence: str) -> bool:
    """Whether a sentence holds a word that may attribute something: a quick look before a close one."""
    return not _WORDS.isdisjoint(_WORD.findall(sentence.lower()))


def find_cue(words: Sequence[ClassedWord], at: int) -> SayingVerb | None:
    """How ``words[at]`` may attribute what stands beside it."""
    word = words[at]
    if word.low == "according":
        return ACCORDING if words[at + 1 : at + 2] and words[at + 1].low == "to" else None
    if word.low == "per" and word.tag == word_classes.PREP and at and words[at - 1].tag == word_classes.COMMA:
        return ACCORDING
    if word.low in _STANCES and at and is_passive(words[max(0, before(words, at)) : at]):
        return STANCE
    if word.low in _THAT_NOUNS and words[at + 1 : at + 2] and words[at + 1].low == "that":
        return OWNED
    if word.low == "like" and not (
        at and words[at - 1].tag in (word_classes.PRO, word_classes.AUX, word_classes.TO)
    ):
        return None
    if word.low in _MAKING and words[at + 1 : at + 2] and words[at + 1].low in ("clear", "plain"):
        return MADE_CLEAR
    return LEXICON.get(word.low)


def before(words: Sequence[ClassedWord], at: int) -> int:
    """The index of the last word before ``words[at]`` that is no adverb and no negation."""
    at -= 1
    skipped = (word_classes.ADV, word_classes.NOT)
    while (
        at > 0 and (words[at].tag in skipped or words[at].low == "so") and not is_passive(words[at : at + 1])
    ):
        at -= 1
    return at


def is_no_verb(words: Sequence[ClassedWord], at: int) -> bool:
    """Whether what stands before ``words[at]`` makes it a noun or a name."""
    if not at:
        return False
    last = words[at - 1]
    if last.low in speaker_phrases.SELVES and at > 1:
        return False
    nominal = last.tag in _NO_SUBJECT and last.low not in POINTING
    if last.low.endswith("'s") and last.tag in (word_classes.NOUN, word_classes.NAME):
        return True
    if last.tag == word_classes.OBJ and at > 2 and words[at - 2].tag in (word_classes.PREP, word_classes.TO):
        nominal = False
    return nominal or (words[at].tag == word_classes.NAME and words[at].low not in _HEADLINED)


POINTING = bag("it that these this")


def is_passive(group: Sequence[ClassedWord]) -> bool:
    """Whether auxiliaries make a passive or progressive: "has been", "wasn't", "is being"."""
    return any(w.low.removesuffix("n't") in BE for w in group)


def plural_before(words: Sequence[ClassedWord], group: int, at: int) -> bool:
    """Whether a base form can be a verb: after an auxiliary, a pronoun or a plural."""
    if (
        words[at + 1 : at + 2]
        and words[at + 1].low == "that"
        and at
        and words[at - 1].tag == word_classes.NAME
    ):
        return True
    if group < at:
        return any(w.tag in (word_classes.AUX, word_classes.NOT) for w in words[group:at]) or plural_before(
            words, group, group
        )
    if group == 0:
        return False
    word = words[group - 1]
    noun = f"{words[at].low}s" in NOUNS and word.tag == word_classes.NOUN
    if noun and any(w.low in ("a", "an") for w in words[max(0, group - 3) : group - 1]):
        return False
    plural = word.low.endswith("s") and not word.low.endswith("'s")
    nouns = word.tag in (word_classes.NOUN, word_classes.NAME) and (
        plural or word.low in ("people", "police")
    )
    inserted = group > 3 and word.tag == word_classes.COMMA and words[group - 3].tag == word_classes.COMMA
    if inserted and words[group - 2].tag == word_classes.ADV:
        return plural_before(words, group - 3, group - 3)
    joined = any(w.low == "and" for w in words[max(0, group - 3) : group]) and word.tag == word_classes.NAME
    nouns = nouns or (
        word.tag in (word_classes.NOUN, word_classes.NAME, word_classes.OBJ) and _plural_head(words, group)
    )
    pronoun = word.tag in (word_classes.PRO, word_classes.REL, word_classes.NUM) or word.low == "that"
    return pronoun or nouns or joined or word.tag == word_classes.CLOSE


def _plural_head(words: Sequence[ClassedWord], end: int) -> bool:
    """Whether the noun phrase before ``words[end]`` has a plural before it: "aides to Ann Ray"."""
    for i in range(end - 1, max(0, end - 9), -1):
        if words[i].tag in (
            word_classes.COMMA,
            word_classes.VERB,
            word_classes.AUX,
            word_classes.SUB,
            word_classes.MARK,
        ):
            return False
        if words[i].tag in (word_classes.PREP, word_classes.TO):
            head = words[i - 1]
            plural = head.tag in (word_classes.NOUN, word_classes.NAME) and head.low.endswith("s")
            if plural or any(w.low in ("those", "others") for w in words[max(0, i - 3) : i]):
                return True
    return False


def clearly_a_verb(words: Sequence[ClassedWord], group: int, at: int, told: Complement | None) -> bool:
    """Whether a form such as "plans" is no noun here: by number, and by what follows."""
    before, after = words[group - 1], words[at + 1] if at + 1 < len(words) else None
    if before.tag in (word_classes.PRO, word_classes.REL):
        return True
    if told is None and words[at].low == "shows":
        return _ends(after)
    plural = before.low.endswith("s") and before.tag == word_classes.NOUN
    if (
        plural
        or before.low.endswith("'s")
        or before.tag in (word_classes.COMMA, word_classes.ADV, word_classes.NUM)
    ):
        return after is not None and after.tag == word_classes.TO and before.tag == word_classes.COMMA
    if told is None or after is None:
        return told is None and _ends(after)
    return after.tag in _CLEAR or after.low in ("that", "for", "on") or told.told == "clause"


def _ends(after: ClassedWord | None) -> bool:
    """Whether nothing more than a mark follows."""
    return after is None or after.tag in (word_classes.STOP, word_classes.COMMA, word_classes.MARK)

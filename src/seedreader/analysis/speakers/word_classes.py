"""The words of a sentence with what each can be: a light tagging by closed classes and endings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from seedreader.analysis.speakers import irregular_verbs
from seedreader.analysis.speakers.saying_verbs import LEXICON, bag

_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![^\W_])|\d+:\d\d(?!\d)|[^\W_]+(?:[.'’&/_-][^\W_]+)*(?:(?<=s)['’](?=\s))?|''|``|--|\S"
)
_PARTY = re.compile(r"[A-Z]{1,3}-[A-Z][A-Za-z.]{0,5}")
"""A party and a state: "D-Ore", "R-N.C"."""
_SHORTENED = re.compile(r"(?P<base>[^\W_]+)(?P<rest>['’](?:s|re|ve|ll|d|m))", re.I)

NOUN, NAME, DET, PREP, SUB, AND, PRO, OBJ, REL, AUX, NOT, VERB, ADV, TO, MARK, COMMA, DASH, STOP = range(18)
OPEN, CLOSE, NUM, ING, PART, COLON = range(18, 24)
"""What a word can be: noun or adjective, capitalised word, determiner, preposition, subordinator, "and" or
"or", subject pronoun, object pronoun, relative, auxiliary, negation, finite verb, adverb, "to", quotation
mark, comma, dash, full stop and the like, bracket, number, -ing form, -ed form, colon or semicolon."""

_CLASSES = {
    DET: """the a an this these those his her its their my our your some any all both each every no another
        many most several few such one's what""",
    PREP: """of in on at by with from for about against into over under near between among through during
        within without across behind beyond around despite amid toward towards outside inside per via
        including like unlike upon along regarding concerning citing""",
    SUB: """that because although though while whereas when whenever if unless whether until since as after
        before once than how why where so lest""",
    AND: "and or nor but yet &",
    PRO: "he she they we i it you there everyone everybody nobody someone anyone",
    OBJ: "him them me us himself herself itself themselves ourselves",
    REL: "who which whom whose",
    AUX: """is are was were be been being am has have had having do does did will would shall should can
        could may might must 's 're 've 'll 'd 'm ain’t ain't cannot""",
    NOT: "not never neither n't",
    VERB: """came went took made got gave became began left met ran rose fell spent paid bought brought
        caught won lost kept stood sat sank struck threw withdrew fled drew grew beat saw knew thought
        wrote spoke goes comes takes makes gets gives becomes remains includes means needs looks seems
        oversaw overcame undertook sold fought woke swept broke chose drove flew froze gave hid laid rode sang
        rang shook spun stole swam taught tore wore underwent awoke bore dealt lent slept forgot forgave
        appears works lives runs keeps leaves allows requires follows continues begins starts helps
        seem appear""",
    ADV: """also then later now already still even just only first again soon often once earlier further
        too well here ever perhaps maybe however meanwhile instead therefore thus moreover yesterday
        today tomorrow tonight recently away back together always long much more less almost up out
        twice since simply""",
    TO: "to",
    PART: "held built sent led known made seen given taken shown found cut hit set put shot heard",
}
_TAGS = {word: tag for tag, words in _CLASSES.items() for word in words.split()}
_MARKS = {
    ",": COMMA, "“": MARK, "”": MARK, '"': MARK, "''": MARK, "``": MARK, "–": DASH, "—": DASH, "―": DASH,
    "--": DASH, "-": DASH, "(": OPEN, "[": OPEN, ")": CLOSE, "]": CLOSE, ":": COLON, ";": COLON,
}  # fmt: skip
_ROUGHLY = frozenset(["about", "around", "over", "under", "nearly", "almost"])
_BOUNDS = (
    "at least",
    "at most",
    "up to",
    "as many",
    "as much",
    "as few",
    "more than",
    "fewer than",
    "less than",
)
"""Words before a number that belong to it."""

_NUMBERS = bag(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozens hundreds"
    " thousands half"
)
_NAMES_TOO = frozenset(["may", "will", "march"])
_NO_ADVERBS = bag(
    "ally assembly daily emily molly sally kelly reilly beverly kimberly early family italy july only"
    " rally reply supply weekly"
)
_AFTER_PARTICIPLE = (PREP, TO, DET, OBJ)
_FUNCTIONS = (VERB, AUX, PREP, SUB, AND, DET, ADV)
_FIRST_NAMES = bag("an do my or per")
_OPEN = (NOUN, VERB, PART)
_WALLS = (COMMA, STOP, COLON, MARK, DASH, SUB, REL, OPEN, CLOSE)
_VERBAL = (VERB, AUX, PART)
_PRESENT = re.compile(r"[a-z]{2,}(?<![siu])s")
_PLURAL = re.compile(r"(?<![siu])s\Z")
_NO_PRESENT = bag(
    "days weeks months years hours minutes seconds decades centuries times sometimes always perhaps news"
    " politics mathematics physics economics ethics headquarters his hers its theirs yours"
)
_MANY = bag("people police men women children both many some most others")
_NO_PARTICIPLES = bag(
    "anything building ceiling evening everything morning nothing something spring string wedding"
)
DAYS = bag("friday monday saturday sunday thursday today tonight tuesday wednesday yesterday")


class ClassedWord(NamedTuple):
    """A word or mark at ``[start, end)``; ``low`` is lower-case with straight apostrophes."""

    start: int
    end: int
    low: str
    tag: int


def tokens(text: str, start: int, end: int) -> list[ClassedWord]:
    """The words and marks of ``text[start:end]`` in order; full stops of abbreviations are left out."""
    out: list[ClassedWord] = []
    titled = _titled(text[start:end])
    for m in _TOKEN.finditer(text, start, end):
        word = m[0]
        low, tag = _read(word, titled)
        inside = bool(out) and not titled and out[-1].tag not in (MARK, STOP, COLON)
        if (
            inside
            and word[0].isupper()
            and tag in _FUNCTIONS
            and low not in ("the", "a", "that", "this", "these")
        ):
            tag = NAME
        if tag == NUM and out and out[-1].low in _ROUGHLY:
            out[-1] = out[-1]._replace(tag=DET)
        if low == "longer" and out and out[-1].low == "no":
            out[-1] = out[-1]._replace(tag=NOT)
            out.append(ClassedWord(m.start(), m.end(), low, NOT))
            continue
        if (tag == NUM or low in _NUMBERS) and len(out) > 1 and f"{out[-2].low} {out[-1].low}" in _BOUNDS:
            out[-2:] = [w._replace(tag=DET) for w in out[-2:]]
        if word == "." and out and _abbreviates(text, out[-1], m.end(), end):
            continue
        if "'" in low and (short := _SHORTENED.fullmatch(word)):
            base, rest = short["base"].lower(), short["rest"].lower().replace("’", "'")
            if rest != "'s" or _TAGS.get(base) in (PRO, REL, SUB) or base in ("that", "what", "there"):
                middle = m.start() + len(base)
                out.append(ClassedWord(m.start(), middle, base, _TAGS.get(base, NOUN)))
                out.append(ClassedWord(middle, m.end(), rest, AUX))
                continue
        out.append(ClassedWord(m.start(), m.end(), low, tag))
    return out if titled else _in_context(out, text)


def _in_context(words: list[ClassedWord], text: str) -> list[ClassedWord]:
    """The words, those given their tag that only their place shows: "the firm cut 300 jobs", "Rose said"."""
    for i in range(len(words) - 1):
        if i and words[i - 1].tag not in (MARK, STOP):
            continue
        if _is_name_before_verb(words, i, text):
            words[i] = words[i]._replace(tag=NAME)
        elif words[i].tag == NAME and words[i + 1].tag in (NAME, DET) and _is_adverb(words[i].low):
            words[i] = words[i]._replace(tag=ADV)
        elif words[i].tag == NAME and words[i + 1].tag in _AFTER_PARTICIPLE and words[i + 1].low != "of":
            words[i] = words[i]._replace(tag=_participle(words[i].low) or NAME)
    for i in range(1, len(words)):
        word = words[i]
        if word.tag == ING and words[i - 1].low.endswith("'s") and words[i - 1].tag in (NOUN, NAME):
            words[i] = word._replace(tag=NOUN)
        if word.tag in _OPEN and (word.low in irregular_verbs.EITHER or word.low in irregular_verbs.PLURAL):
            after = words[i + 1] if i + 1 < len(words) else None
            if _is_verb_between(words, i, word.low in irregular_verbs.PLURAL, after):
                words[i] = word._replace(tag=VERB)
        elif word.tag == NOUN and _is_present(words, i):
            words[i] = word._replace(tag=VERB)
    return words


def _is_present(words: Sequence[ClassedWord], at: int) -> bool:
    """Whether a word in -s is the verb of its clause: "the rover weighs 96 kilograms", and no plural.

    It stands behind a subject in the singular that opens the clause, before a figure or an object, and the
    clause has no other verb.
    """
    low = words[at].low
    if not _PRESENT.fullmatch(low) or low in _NO_PRESENT or low in LEXICON or at + 1 >= len(words):
        return False
    after, before = words[at + 1], words[at - 1 - (words[at - 1].tag == ADV and at > 1)]
    if not (after.tag in (NUM, DET, OBJ) or after.low in _NUMBERS or after.low in "$€£"):
        return False
    if before.tag not in (NOUN, NAME) or _PLURAL.search(before.low):
        return False
    begin = next((i + 1 for i in range(at - 1, -1, -1) if words[i].tag in _WALLS), 0)
    end = next((i for i in range(at + 1, len(words)) if words[i].tag in (*_WALLS, AND)), len(words))
    if words[begin].tag not in (DET, NOUN, NAME):
        return False
    return not any(word.tag in _VERBAL for word in words[begin:end])


def _is_name_before_verb(words: Sequence[ClassedWord], at: int, text: str) -> bool:
    """Whether the first word of a sentence is a name that looks like another word: "Rose said"."""
    word, after = words[at], words[at + 1]
    if not text[word.start].isupper():
        return False
    if word.tag == VERB and _speaks(after):
        return True
    first = word.tag == VERB or word.low in _FIRST_NAMES
    return first and after.tag == NAME and at + 2 < len(words) and _speaks(words[at + 2])


def _speaks(word: ClassedWord) -> bool:
    verb = LEXICON.get(word.low)
    return word.tag != NAME and verb is not None and verb.group == "say" and verb.tense in ("past", "s")


def _is_verb_between(words: Sequence[ClassedWord], at: int, plural: bool, after: ClassedWord | None) -> bool:
    """Whether the words around ``words[at]`` make it the verb of a subject before it."""
    before = words[at - 1]
    if after is not None and (after.tag in (AUX, VERB) or after.low in ("of", "said", "says")):
        return False
    if before.tag == PRO:
        return True
    if plural:
        noun = before.tag == NOUN or (before.tag == NAME and at == 1)
        return before.low in _MANY or (noun and before.low.endswith("s") and not before.low.endswith("'s"))
    if before.tag == ADV and at > 1:
        before = words[at - 2]
    counted = any(w.low in ("a", "an", "no", "another") for w in words[max(0, at - 3) : at])
    if words[at].low in irregular_verbs.TRANSITIVE and before.tag == NOUN and counted:
        return after is not None and after.tag in (DET, NUM, NAME, OBJ, NOUN)
    return before.tag in (NOUN, NAME, NUM, PRO, REL, CLOSE) or (before.tag == ING and at > 1)


@lru_cache(maxsize=20_000)
def _read(word: str, titled: bool) -> tuple[str, int]:
    low = word.lower().replace("’", "'")
    return low, _tag_in_title(word, low) if titled else _tag(word, low)


def _titled(sentence: str) -> bool:
    """Whether a sentence is set as a headline, most of its longer words with a capital."""
    words = [w for w in sentence.split() if len(w) > 3 and w[0].isalpha()]
    return len(words) > 2 and len(sentence) < 160 and sum(w[0].isupper() for w in words) > 0.8 * len(words)


def _tag_in_title(word: str, low: str) -> int:
    tag = _tag(word if word.isupper() else low, low)
    return NAME if tag == NOUN and word[0].isupper() and low not in LEXICON else tag


def _abbreviates(text: str, last: ClassedWord, at: int, end: int) -> bool:
    """Whether the full stop before ``at`` belongs to a title, an initial or a shortened word."""
    if _PARTY.fullmatch(text, last.start, last.end):
        return last.end == at - 1 and at + 1 < end
    short = text[last.start].isupper() or "." in text[last.start : last.end]
    return last.end == at - 1 and last.end - last.start <= 4 and short and at + 1 < end


def _tag(word: str, low: str) -> int:
    first = word[0]
    if first.isupper() and ((len(word) > 1 and word.isupper()) or low in _NAMES_TOO):
        return NAME
    tag = _TAGS.get(low, _MARKS.get(low))
    if tag is not None:
        return tag
    if first.isdigit():
        return NUM
    if not first.isalpha():
        return NOUN if word in "%$€£" else STOP
    verb = LEXICON.get(low)
    if verb is not None and verb.tense == "past" and not low.endswith("ed"):
        return VERB
    if low.endswith("n't"):
        return NOT
    if first.isupper():
        return NAME
    if low in irregular_verbs.PAST:
        return VERB
    participle = _participle(low)
    if participle is not None:
        return participle
    if _is_adverb(low):
        return ADV
    return NOUN


def _is_adverb(low: str) -> bool:
    return low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS


def _participle(low: str) -> int | None:
    """Whether a word has the form of a past (`PART`) or present (`ING`) participle."""
    if (
        low.endswith("ed") and len(low) > 4 and low not in irregular_verbs.NO_PAST
    ) or low in irregular_verbs.SHORT_ED:
        return PART
    return ING if low.endswith("ing") and len(low) > 5 and low not in _NO_PARTICIPLES else None

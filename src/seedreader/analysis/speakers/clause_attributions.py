"""Attributions within one sentence: which clause a word of saying gives to which name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seedreader.analysis.speakers import (
    attribution_cues,
    complements,
    other_attributions,
    speaker_phrases,
    subjects,
    word_classes,
)
from seedreader.analysis.speakers.complements import Complement
from seedreader.analysis.speakers.saying_verbs import LEXICON, NOUNS, SayingVerb, bag
from seedreader.analysis.speakers.sentence_attributions import Attribution, ClassedSentence, trim
from seedreader.analysis.speakers.word_classes import ClassedWord
from seedreader.article import Range

__all__ = ["MOST", "Attribution", "find_clause_attributions", "trim"]

MOST = 24
"""Words of saying that are looked at in one sentence; more are no prose."""

_IMPLYING = bag(
    "confirm demonstrate highlight imply indicate prove reflect reveal show signal stress suggest"
    " underline underscore"
)
_ACT = re.compile(
    r"(?:(?:sal|val|ial|tion|sion|ment|ance|ence|ure|dom)s?|absence|arrests?|breakdown|collapse|lack|loss|return|attacks?|blasts?|crash|deaths?|defeats?|delays?"
    r"|moves?|raids?|silence|trips?|visits?|wins?)$"
)
"""Endings of nouns that name acts, and some acts without one."""

_TOLD = bag(
    "administration agreement announcement assessment association audience coalition commission complaint"
    " conference constitution corporation correspondence declaration delegation department document education"
    " evidence federation foundation government indictment information institution intelligence investigation"
    " journal legislation literature management ministry nation official organisation organization"
    " parliament petition presentation publication resolution statement statements station trial"
    " documents announcements declarations investigations documentation examination examinations evaluation"
)
"""Nouns of these forms that are bodies, persons or documents."""

_MEANWHILE = bag("after as when while")
_MODAL = bag("can could may might will would")
_OUGHT = bag("must ought should")
_HAVE = bag("'d 's 've had has have having")
_ASIDE = bag("according referring who")
_CLOSED = (word_classes.COMMA, word_classes.MARK, word_classes.DASH, word_classes.STOP)


def find_clause_attributions(
    text: str, start: int, end: int, quotes: Sequence[Range], previous: Range | None
) -> Iterator[Attribution]:
    """Attributions in the sentence ``[start, end)``.

    ``quotes`` are the quotations that touch it; what stands inside one attributes nothing. ``previous`` is
    the sentence before, of which "This was stated by ..." speaks.
    """
    if not attribution_cues.any_in(text[start:end]):
        return
    words = word_classes.tokens(text, start, end)
    sentence = ClassedSentence(text, words, quotes, previous)
    looked = 0
    for at, word in enumerate(words):
        cue = attribution_cues.find_cue(words, at)
        if cue is None:
            continue
        looked += 1
        if looked > MOST:
            return
        if at < sentence.taken or any(s < word.start < e for s, e in quotes):
            continue
        attribution = _attribution(sentence, at, cue)
        if attribution is not None:
            sentence.found.append(attribution)
            yield attribution


def _attribution(sentence: ClassedSentence, at: int, verb: SayingVerb) -> Attribution | None:
    """What ``words[at]``, a form of ``verb``, attributes; None if nothing."""
    if verb is attribution_cues.ACCORDING:
        return other_attributions.according(sentence, at)
    words = sentence.words
    if verb is attribution_cues.OWNED:
        owned = other_attributions.owned(sentence, at)
        if owned is not None or words[at].low not in LEXICON:
            return owned
        verb = LEXICON[words[at].low]
    group = speaker_phrases.verb_group(words, at, 0)
    if verb.tense in ("past", "part") and verb is not attribution_cues.STANCE:
        if attribution_cues.is_passive(words[group:at]):
            return other_attributions.passive(sentence, at, verb, group)
        if words[at + 1 : at + 2] and words[at + 1].low == "by":
            return None
    if attribution_cues.is_no_verb(words, at):
        return None
    if verb.tense == "ing" and not attribution_cues.is_passive(words[group:at]):
        return other_attributions.participle(sentence, at, verb)
    if at and words[at - 1].tag == word_classes.TO and verb.tense != "ing":
        raised = attribution_cues.before(words, at - 1)
        raised -= raised > 0 and words[raised].low == "on"
        return (
            _with_subject(sentence, at, verb, raised)
            if words[raised].low in attribution_cues.RAISING
            else None
        )
    if verb.tense == "part" and _HAVE.isdisjoint(w.low for w in words[group:at]):
        return None
    helped = {w.low for w in words[group:at]}
    if _OUGHT & helped and (verb.group == "say" or sentence.found):
        return None
    if _MODAL & helped and any(s <= words[at].start < e for a in sentence.found for s, e in a.contents):
        return None
    if verb.tense == "base" and not attribution_cues.plural_before(words, group, at):
        return None
    if verb.lemma in ("quote", "cite") and (quoted := other_attributions.quoted_as(sentence, at)):
        return quoted
    if (
        verb.group == "say"
        and verb.tense in ("past", "s")
        and (turned := other_attributions.inverted(sentence, at, verb))
    ):
        return turned
    return _with_subject(sentence, at, verb, at)


def _with_subject(sentence: ClassedSentence, at: int, verb: SayingVerb, head: int) -> Attribution | None:
    words = sentence.words
    subject = subjects.subject(words, head, 0)
    if subject is None:
        return None
    subject = _after_object(words, subject, at)
    group = speaker_phrases.verb_group(words, head, 0)
    told = complements.find_complement(words, at, verb, sentence.stop)
    if words[at].low in NOUNS and group and not attribution_cues.clearly_a_verb(words, group, at, told):
        return None
    if told and words[told.begin].low in _MEANWHILE and _parenthetic(sentence, subject):
        told = None
    before = _statement_before(sentence, subject, at, verb, told)
    if told is None and subject[0] == 1 and words[0].low == "as":
        return sentence.given((_rest(sentence, at),), subject, at, verb)
    if verb.lemma in _IMPLYING and _is_act(words, subject):
        return None
    if words[at].low in NOUNS and told is None and words[subject[0]].tag == word_classes.NOUN:
        return None
    denied = any(w.tag == word_classes.NOT for w in words[group:at])
    if told is None or (before is not None and told.told == "clause" and not _after_comma(sentence, told)):
        return sentence.given(
            (before, _rest(sentence, at) if _parenthetic(sentence, subject) else None), subject, at, verb
        )
    if denied or told.told == "object":
        if _is_inside(words, subject):
            return None
        return sentence.given((sentence.reading(group, at),), subject, at, verb, "object")
    return sentence.given((before, sentence.content(told.begin)), subject, at, verb)


def _after_object(words: Sequence[ClassedWord], subject: Range, at: int) -> Range:
    """The plural that speaks, without the object before it: "a plan engineers say was doomed"."""
    begin, end = subject
    finite = words[at + 1 : at + 2] and words[at + 1].tag in (word_classes.AUX, word_classes.VERB)
    one = end - begin > 2 and words[begin].low in ("a", "an")
    return (end - 1, end) if finite and one and words[end - 1].low.endswith("s") else subject


def _is_act(words: Sequence[ClassedWord], subject: Range) -> bool:
    """Whether what a subject names is an act, which only implies: "her refusal seemed to confirm it"."""
    begin, end = subject
    stop = next(
        (i for i in range(begin + 1, end) if words[i].tag in (word_classes.PREP, word_classes.COMMA)), end
    )
    head = words[stop - 1]
    return head.tag == word_classes.NOUN and _ACT.search(head.low) is not None and head.low not in _TOLD


def _is_inside(words: Sequence[ClassedWord], subject: Range) -> bool:
    """Whether a subject stands in the middle of another clause, as in "the men who seek to harm us"."""
    if subject[0] == 0:
        return False
    before = words[subject[0] - 1]
    relative = words[subject[0]].tag == word_classes.REL or words[subject[0]].low == "that"
    if relative:
        return before.tag != word_classes.COMMA
    return before.tag in (word_classes.ING, word_classes.VERB, word_classes.PART, word_classes.PREP)


def _parenthetic(sentence: ClassedSentence, subject: Range) -> bool:
    """Whether a comma, dash or quotation ends right before a subject: "The dam, she said, held"."""
    before = sentence.words[subject[0] - 1] if subject[0] else None
    return before is not None and before.tag in (word_classes.COMMA, word_classes.MARK, word_classes.DASH)


def _statement_before(
    sentence: ClassedSentence, subject: Range, at: int, verb: SayingVerb, told: Complement | None
) -> Range | None:
    """What stands before "..., she said": a quotation or a clause, where nothing follows the verb."""
    words = sentence.words
    first = subject[0]
    out = sentence.words[at + 1 : at + 2] and sentence.words[at + 1].low == "out"
    if first < 2 or (verb.group == "object" and not out):
        return None
    last = words[first - 1]
    if last.low == "as" and first > 2:
        first, last = first - 1, words[first - 2]
    if last.tag not in _CLOSED:
        return None
    if told is not None and told.told != "quote" and not _after_comma(sentence, told):
        return None
    begin = sentence.clause_start(first)
    if words[begin].tag in (word_classes.PART, word_classes.ING) and not sentence.quote_ends(first):
        comma = next((i for i in range(begin, first - 1) if words[i].tag == word_classes.COMMA), None)
        if comma is None or not sentence.states(comma + 1, first):
            return None
    if not sentence.states(begin, first) and not (told is None and _rest(sentence, at)):
        return None
    parted = told is not None and told.told == "quote" and words[told.begin - 1].tag == word_classes.COMMA
    if (
        told is not None
        and not sentence.quote_ends(first)
        and not (parted and words[begin].tag == word_classes.MARK)
    ):
        return None
    least = 1 if sentence.quote_ends(first) else 2
    return trim(sentence.text, words[begin].start, words[first - 1].end, least)


def _after_comma(sentence: ClassedSentence, told: Complement) -> bool:
    return sentence.words[told.begin - 2].tag == word_classes.COMMA


def _rest(sentence: ClassedSentence, at: int) -> Range | None:
    """What goes on after "..., she said, ..."."""
    words = sentence.words
    out = at + 1 < sentence.stop and words[at + 1].low in ("out", "it")
    i = complements.adverbials(words, at + 1 + out, sentence.stop)
    if i + 1 >= sentence.stop or words[i].tag != word_classes.COMMA:
        return None
    word = words[i + 1]
    if word.low in LEXICON or word.tag == word_classes.REL or word.low in _ASIDE:
        return None
    return sentence.content(i + 2 if word.low == "that" else i + 1)

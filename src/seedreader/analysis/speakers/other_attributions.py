"""Attributions in other forms than subject and verb: inverted, passive, by participle, noun or source."""

from __future__ import annotations

from seedreader.analysis.speakers import (
    attribution_cues,
    complements,
    speaker_phrases,
    subjects,
    word_classes,
)
from seedreader.analysis.speakers.saying_verbs import LEXICON, SayingVerb, bag
from seedreader.analysis.speakers.sentence_attributions import (
    Attribution,
    ClassedSentence,
    manner_of,
    span_of,
    trim,
)

_SOURCES = bag("authorities officials police prosecutors")
_ACTS = bag("ask attack back call charge demand hit oppose order promise propose see support tell")
_NONE = bag("no few little neither")
_OWNERS = bag("her his its their")


def inverted(sentence: ClassedSentence, at: int, verb: SayingVerb) -> Attribution | None:
    """ "...", said Ann Ray, who ..."."""
    words = sentence.words
    if at + 1 >= sentence.stop or (
        at and words[at - 1].tag in (word_classes.NOUN, word_classes.NAME, word_classes.PRO)
    ):
        return None
    closed = at == 0 or words[at - 1].tag in (
        word_classes.COMMA,
        word_classes.MARK,
        word_classes.DASH,
        word_classes.STOP,
    )
    nxt = words[at + 1]
    named = nxt.tag in (word_classes.NAME, word_classes.DET, word_classes.PRO, word_classes.NUM) or _unmarked(
        sentence, at + 1
    )
    if not closed or not named or nxt.low in word_classes.DAYS or verb.lemma == "tell":
        return None
    mark = next((i for i in range(at - 1, -1, -1) if words[i].tag == word_classes.MARK), at)
    if any(w.tag == word_classes.NAME for w in words[mark + 1 : at]) and sentence.in_quotation(mark):
        return None
    stop = speaker_phrases.following(words, at + 1, sentence.stop)
    after = words[stop] if stop < sentence.stop else None
    if after is not None and (speaker_phrases.verbal(after) or after.low == "that"):
        return None
    if at == 0:
        if after is None or after.low not in (":", ","):
            return None
        return sentence.given((sentence.content(stop + 1),), (1, stop), at, verb)
    begin = sentence.clause_start(at)
    if not sentence.states(begin, at):
        return None
    least = 1 if sentence.quote_ends(at) else 2
    before = trim(sentence.text, words[begin].start, words[at - 1].end, least)
    rest = None
    for i in range(stop, min(sentence.stop - 1, stop + 30)):
        if (
            words[i].tag == word_classes.COMMA
            and words[i + 1].tag == word_classes.MARK
            and sentence.quote_ends(at)
        ):
            rest = sentence.content(i + 1)
            break
    return sentence.given((before, rest), (at + 1, stop), at, verb)


def _unmarked(sentence: ClassedSentence, at: int) -> bool:
    """Whether a name without a determiner begins at ``words[at]``: "former Mayor Ann Ray", "doctors"."""
    words = sentence.words
    if words[at].tag != word_classes.NOUN or words[at].low in word_classes.DAYS:
        return False
    if words[at].low in _SOURCES or words[at].low.endswith("s"):
        return True
    stop = min(speaker_phrases.core(words, at, sentence.stop), at + 5)
    return any(w.tag == word_classes.NAME or w.low.endswith("s") for w in words[at + 1 : stop])


def participle(sentence: ClassedSentence, at: int, verb: SayingVerb) -> Attribution | None:
    """ "..., adding that ...", "a letter saying that ...", ... ."""
    words = sentence.words
    told = complements.find_complement(words, at, verb, sentence.stop)
    if told is None or at == 0:
        return None
    before = words[at - 1]
    if (
        before.tag in (word_classes.NOUN, word_classes.NAME)
        and told.told != "object"
        and before.low != "worth"
    ):
        first = speaker_phrases.trailing_names(words, at)
        apart = first > 0 and words[first - 1].low in ("after", "amid", "despite", "with", "without")
        clear = told.told == "quote" or words[told.begin - 1].low == "that" or apart
        subject = speaker_phrases.phrase(words, at, 0) if clear else None
        if subject and before.tag == word_classes.NAME:
            subject = max(subject[0], speaker_phrases.trailing_names(words, at)), at
        if subject and before.low in complements.DOCUMENTS:
            begin = next(
                (i for i in range(at - 1, subject[0], -1) if words[i].tag == word_classes.DET), subject[0]
            )
            subject = begin, at
        return sentence.given((sentence.content(told.begin),), subject, at, verb) if subject else None
    first = speaker_phrases.trailing_names(words, at)
    if told.told == "object" and 0 < first < at and words[first - 1].low == "with":
        return sentence.given((sentence.reading(at, at),), (first, at), at, verb, "object")
    if before.tag != word_classes.COMMA and before.tag != word_classes.MARK:
        return None
    past = next((a for a in reversed(sentence.found) if a.verb and a.speaker), None)
    content = sentence.reading(at, at) if told.told == "object" else sentence.content(told.begin)
    manner = "object" if told.told == "object" else manner_of(verb)
    if past is not None and past.speaker is not None:
        return Attribution((content,), past.speaker, span_of(words[at]), manner) if content else None
    main = next((i for i in range(1, at) if speaker_phrases.verbal(words[i])), None)
    subject = subjects.opening(words, at - 1, 0)
    subject = subject or (subjects.subject(words, main, 0) if main is not None else None)
    return sentence.given((content,), subject, at, verb, manner) if subject else None


def passive(sentence: ClassedSentence, at: int, verb: SayingVerb, group: int) -> Attribution | None:
    """ "was denied by Ann Ray", "was quoted as saying that ..."."""
    words = sentence.words
    by = next((i for i in range(at + 1, min(sentence.stop, at + 9)) if words[i].low == "by"), None)
    saying = next(
        (i for i in range(at + 1, min(sentence.stop - 1, at + 16)) if words[i].low == "saying"), None
    )
    if saying is not None and words[saying - 1].low == "as":
        subject = subjects.subject(words, at, 0)
        begin = saying + 1 + (words[saying + 1].low in ("that", ":", ","))
        return sentence.given((sentence.content(begin),), subject, at, verb, "say") if subject else None
    if by is None or by + 1 >= sentence.stop or (by > at + 1 and words[at + 1].low == "that"):
        return None
    stop = speaker_phrases.following(words, by + 1, sentence.stop)
    if stop == by + 1 or words[by + 1].tag == word_classes.ING:
        return None
    pointing = group <= 2 and words[0].low in attribution_cues.POINTING
    if pointing and sentence.previous is not None and group == 1:
        content = trim(sentence.text, *sentence.previous)
        return sentence.given((content,), (by + 1, stop), at, verb, "say") if verb.group == "say" else None
    if by != at + 1 or verb.lemma in _ACTS:
        return None
    subject = subjects.subject(words, at, 0)
    if subject is None or any(w.low in _NONE for w in words[max(0, subject[0] - 2) : subject[0] + 1]):
        return None
    content = trim(sentence.text, words[subject[0]].start, words[at].end)
    return sentence.given((content,), (by + 1, stop), at, verb, "object")


def quoted_as(sentence: ClassedSentence, at: int) -> Attribution | None:
    """ "The paper quoted Ann Ray as saying ..."."""
    words = sentence.words
    for i in range(at + 2, min(sentence.stop - 2, at + 24)):
        if words[i].low == "as" and words[i + 1].low in ("saying", "telling"):
            begin = i + 3 if words[i + 2].low in ("that", ":", ",") else i + 2
            sentence.taken = begin
            return sentence.given((sentence.content(begin),), (at + 1, i), at, LEXICON["say"], "say")
    return None


def according(sentence: ClassedSentence, at: int) -> Attribution | None:
    """ "..., according to Ann Ray", "According to Ann Ray, ...", "..., per the report"."""
    words = sentence.words
    source = at + (2 if words[at].low == "according" else 1)
    stop = speaker_phrases.following(words, source, sentence.stop)
    if at < 2:
        stop = _first_source(sentence, source, stop)
    if stop == source:
        return None
    while (stop < sentence.stop and words[stop].tag == word_classes.PRO) or _delivered(sentence, stop):
        stop += 1
    if (
        words[at - 1].tag == word_classes.DASH
        and stop < sentence.stop
        and words[stop].tag == word_classes.DASH
    ):
        return None
    if at < 2 and words[stop + 1 : stop + 2] and words[stop + 1].tag == word_classes.REL:
        stop = next((i for i in range(stop + 1, sentence.stop) if words[i].tag == word_classes.COMMA), stop)
    begin = sentence.clause_start(at) if at > 3 else 0
    lead = trim(sentence.text, words[begin].start, words[at - 1].end) if at > 3 else None
    if lead is None:
        end = complements.clause_end(words, stop, sentence.stop) if stop < sentence.stop else stop
        lead = trim(sentence.text, words[stop].start, words[end - 1].end) if stop < sentence.stop else None
    if lead is None:
        return None
    cue = words[at].start, words[source - 1].end
    rest = None
    if (
        at > 1
        and words[stop : stop + 2]
        and words[stop].tag == word_classes.COMMA
        and stop + 2 < sentence.stop
    ):
        goes_on = speaker_phrases.verbal(words[stop + 1]) or complements.third(words, stop + 1)
        rest = sentence.content(stop + 1) if goes_on and not sentence.states(begin, at) else None
    return Attribution((lead, rest) if rest else (lead,), sentence.speaker((source, stop)), cue, "according")


def _first_source(sentence: ClassedSentence, at: int, stop: int) -> int:
    """Where the source of an opening "According to ..." ends: at its comma, or past an apposition."""
    core = speaker_phrases.core(sentence.words, at, sentence.stop)
    closed = stop < sentence.stop and sentence.words[stop].tag == word_classes.COMMA
    return stop if closed and sentence.words[core + 1 : core + 2] and stop - core < 10 else core


def _delivered(sentence: ClassedSentence, at: int) -> bool:
    """Whether a source goes on: "a speech she gave", "a report published in May"."""
    return (
        at < sentence.stop
        and sentence.words[at].tag == word_classes.PART
        and sentence.words[at - 1].tag == word_classes.NOUN
    )


def owned(sentence: ClassedSentence, at: int) -> Attribution | None:
    """ "Ray's claim that the dam held", "the claim by Ray that ..."."""
    words = sentence.words
    if not complements.clausal(words, at + 2, sentence.stop) or at == 0:
        return None
    i = at - 1
    while (
        i > 0
        and words[i].tag in (word_classes.NOUN, word_classes.PART)
        and not words[i].low.endswith(("'s", "s'"))
    ):
        i -= 1
    owned = words[i].low.endswith(("'s", "s'"))
    if words[i].low not in _OWNERS and not owned:
        return None
    subject = speaker_phrases.phrase(words, i + 1, 0) if owned else (i, i + 1)
    content = sentence.content(at + 2)
    return sentence.given((content,), subject, at, attribution_cues.OWNED, "hedge") if subject else None

"""Attributions within one sentence: which clause a word of saying gives to which name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seedreader.analysis import speakers_complements as complements
from seedreader.analysis import speakers_names as names
from seedreader.analysis import speakers_tokens as tagging
from seedreader.analysis.speakers_complements import Complement
from seedreader.analysis.speakers_tokens import Token
from seedreader.analysis.speakers_verbs import LEXICON, NOUNS, REPORTING, Verb, bag
from seedreader.article import Range, Speaker


@dataclass(frozen=True, slots=True)
class Attribution:
    """``contents`` are what is said, in reading order; ``verb`` is where it says that someone says it.

    ``manner`` is "say", "report", "hedge", "show", "object", "according" or "quote" (a quotation without
    a verb of its own, carried on from the one before it). The contents of an "object" begin with its verb:
    "condemned the raid".
    """

    contents: tuple[Range, ...]
    speaker: Speaker | None
    verb: Range | None
    manner: str


_TOO_SHORT = 4
"""Words up to which an object says nothing without its subject: "denied it"."""

_EDGE = " \t\n\r,;:.-–—"
_ENOUGH = 2
MOST = 24
"""Words of saying that are looked at in one sentence; more are no prose."""

_BE = bag("is are was were be been being 's 're 'm get got")
_RAISING = bag(
    "appear appears appeared seem seems seemed continue continues continued began begin begins went going"
    " tend tends used goes go gathered met meeting"
)
_POINTING = bag("this that it these")
_STANCES = bag(
    "confident sure aware concerned worried afraid convinced hopeful optimistic certain adamant skeptical"
    " sceptical doubtful critical supportive opposed willing unwilling reluctant determined eager keen wary"
    " fearful committed proud"
)
_STANCE = Verb("be", "cp", "past", "hedge")
_THAT_NOUNS = bag(
    "claim claims statement assertion allegation allegations belief fears fear hope hopes warning warnings"
    " suggestion promise pledge announcement view argument accusation accusations denial admission conclusion"
    " prediction threat vow assurance assurances insistence contention concern concerns suspicion"
)
_NO_SUBJECT = (tagging.DET, tagging.PREP, tagging.OBJ)
_HEADLINED = bag("says said asks tells")
_OWNERS = bag("his her their its")


def find(
    text: str, start: int, end: int, quotes: Sequence[Range], previous: Range | None
) -> Iterator[Attribution]:
    """Attributions in the sentence ``[start, end)``.

    ``quotes`` are the quotations that touch it; what stands inside one attributes nothing. ``previous`` is
    the sentence before, of which "This was stated by ..." speaks.
    """
    words = tagging.tokens(text, start, end)
    sentence = _Sentence(text, words, quotes, previous)
    looked = 0
    for at, word in enumerate(words):
        cue = _cue(words, at)
        if cue is None:
            continue
        looked += 1
        if looked > MOST:
            return
        if at < sentence.taken or any(s < word.start < e for s, e in quotes):
            continue
        attribution = sentence.attribution(at, cue)
        if attribution is not None:
            sentence.found.append(attribution)
            yield attribution


def trim(text: str, start: int, end: int) -> Range | None:
    """The range without white space and loose punctuation at its edges; None when too little is left."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return (start, end) if len(text[start:end].split()) >= _ENOUGH else None


_ACCORDING = Verb("according", "", "part", "according")
_NOUN_CUE = Verb("noun", "c", "part", "noun")


def _cue(words: Sequence[Token], at: int) -> Verb | None:
    """How ``words[at]`` may attribute what stands beside it."""
    word = words[at]
    if word.low == "according":
        return _ACCORDING if words[at + 1 : at + 2] and words[at + 1].low == "to" else None
    if word.low in _STANCES:
        return _STANCE if at and words[tagging_before(words, at)].low in _BE else None
    if word.low in _THAT_NOUNS and words[at + 1 : at + 2] and words[at + 1].low == "that":
        return _NOUN_CUE
    return LEXICON.get(word.low)


def tagging_before(words: Sequence[Token], at: int) -> int:
    """The index of the last word before ``words[at]`` that is no adverb and no negation."""
    at -= 1
    while at > 0 and words[at].tag in (tagging.ADV, tagging.NOT):
        at -= 1
    return at


class _Sentence:
    """The words of one sentence and what was found in it so far."""

    def __init__(
        self, text: str, words: Sequence[Token], quotes: Sequence[Range], previous: Range | None
    ) -> None:
        self.text, self.words, self.quotes, self.previous = text, words, quotes, previous
        self.found: list[Attribution] = []
        self.taken = 0
        self.stop = len(words)

    def attribution(self, at: int, verb: Verb) -> Attribution | None:
        """What ``words[at]``, a form of ``verb``, attributes; None if nothing."""
        if verb is _ACCORDING:
            return self._according(at)
        words = self.words
        if verb is _NOUN_CUE:
            owned = self._noun(at)
            if owned is not None or words[at].low not in LEXICON:
                return owned
            verb = LEXICON[words[at].low]
        group = names.verb_group(words, at, 0)
        if verb.tense in ("past", "part") and verb is not _STANCE:
            be = _is_passive(words[group:at])
            if be or (words[at + 1 : at + 2] and words[at + 1].low == "by"):
                return self._passive(at, verb, group) if be else None
        if at and words[at - 1].tag in _NO_SUBJECT and words[at - 1].low not in _POINTING:
            return None
        if at and words[at].tag == tagging.NAME and words[at].low not in _HEADLINED:
            return None
        if verb.tense == "ing":
            return self._participle(at, verb, group)
        if at and words[at - 1].tag == tagging.TO:
            raised = tagging_before(words, at - 1)
            if raised > 0 and words[raised].low == "on":
                raised -= 1
            if raised < 0 or words[raised].low not in _RAISING:
                return None
            return self._with_subject(at, verb, raised)
        if verb.tense == "part":
            if not any(w.low in ("has", "have", "had", "having", "'ve", "'s", "'d") for w in words[group:at]):
                return None
        elif verb.tense == "base" and not self._plural_before(group, at):
            return None
        if verb.lemma in ("quote", "cite") and (quoted := self._quoted_as(at)):
            return quoted
        if verb.group == "say" and verb.tense in ("past", "s") and (inverted := self._inverted(at, verb)):
            return inverted
        return self._with_subject(at, verb, at)

    def _plural_before(self, group: int, at: int) -> bool:
        """Whether a base form can be a verb: after an auxiliary, a pronoun or a plural."""
        words = self.words
        if group < at:
            return any(w.tag in (tagging.AUX, tagging.NOT) for w in words[group:at]) or self._plural_before(
                group, group
            )
        if group == 0:
            return False
        word = words[group - 1]
        plural = word.low.endswith("s") and not word.low.endswith("'s")
        nouns = word.tag in (tagging.NOUN, tagging.NAME) and (plural or word.low in ("people", "police"))
        inserted = group > 3 and word.tag == tagging.COMMA and words[group - 3].tag == tagging.COMMA
        if inserted and words[group - 2].tag == tagging.ADV:
            return self._plural_before(group - 3, group - 3)
        joined = any(w.low == "and" for w in words[max(0, group - 3) : group]) and word.tag == tagging.NAME
        pronoun = word.tag in (tagging.PRO, tagging.REL, tagging.NUM) or word.low == "that"
        return pronoun or nouns or joined or word.tag == tagging.CLOSE

    def _with_subject(self, at: int, verb: Verb, head: int) -> Attribution | None:
        words = self.words
        subject = names.subject(words, head, 0)
        if subject is None:
            return None
        group = names.verb_group(words, head, 0)
        told = complements.find(words, at, verb, self.stop)
        if words[at].low in NOUNS and group and not self._clearly_a_verb(group, at, told):
            return None
        before = self._statement_before(subject, at, verb, told)
        denied = any(w.tag == tagging.NOT for w in words[group:at])
        if told is None or (before is not None and told.told == "clause" and not self._after_comma(told)):
            return self._given(
                (before, self._rest(at) if self._parenthetic(subject) else None), subject, at, verb
            )
        if denied:
            return None
        if told.told == "object":
            return self._given((self._reading(group, told),), subject, at, verb, "object")
        return self._given((before, self._content(told)), subject, at, verb)

    def _parenthetic(self, subject: Range) -> bool:
        """Whether a comma, dash or quotation ends right before a subject: "The dam, she said, held"."""
        before = self.words[subject[0] - 1] if subject[0] else None
        return before is not None and before.tag in (tagging.COMMA, tagging.MARK, tagging.DASH)

    def _clearly_a_verb(self, group: int, at: int, told: Complement | None) -> bool:
        """Whether a form such as "plans" is no noun here: by number, and by what follows."""
        before, after = self.words[group - 1], self.words[at + 1] if at + 1 < self.stop else None
        if before.tag in (tagging.PRO, tagging.REL):
            return True
        plural = before.low.endswith("s") and before.tag == tagging.NOUN
        if plural or before.low.endswith("'s") or before.tag in (tagging.COMMA, tagging.ADV, tagging.NUM):
            return False
        if told is None or after is None:
            return told is None and words_end(after)
        clear = (
            tagging.TO,
            tagging.DET,
            tagging.MARK,
            tagging.PRO,
            tagging.NAME,
            tagging.COMMA,
            tagging.COLON,
        )
        return after.tag in clear or after.low in ("that", "for", "on") or told.told == "clause"

    def _after_comma(self, told: Complement) -> bool:
        return self.words[told.begin - 2].tag == tagging.COMMA

    def _reading(self, group: int, told: Complement) -> Range | None:
        """An object from its verb on, auxiliaries and all."""
        first = group
        while first < told.begin and self.words[first].tag == tagging.ADV:
            first += 1
        stop = complements.object_end(self.words, told.begin + 1, self.stop)
        if stop - first <= _TOO_SHORT:
            return None
        return trim(self.text, self.words[first].start, self.words[stop - 1].end)

    def _content(self, told: Complement) -> Range | None:
        if told.begin >= self.stop:
            return None
        stop = complements.clause_end(self.words, told.begin, self.stop)
        return trim(self.text, self.words[told.begin].start, self.words[stop - 1].end)

    def _rest(self, at: int) -> Range | None:
        """What goes on after "..., she said, ..."."""
        words = self.words
        out = at + 1 < self.stop and words[at + 1].low == "out"
        i = complements.adverbials(words, at + 1 + out, self.stop)
        if i + 1 >= self.stop or words[i].tag != tagging.COMMA:
            return None
        word = words[i + 1]
        if word.low in LEXICON or word.tag == tagging.REL or word.low in ("according", "referring", "who"):
            return None
        return self._content(Complement(i + 2 if word.low == "that" else i + 1, "clause"))

    def _statement_before(self, subject: Range, at: int, verb: Verb, told: Complement | None) -> Range | None:
        """What stands before "..., she said": a quotation or a clause, where nothing follows the verb."""
        words = self.words
        first = subject[0]
        out = self.words[at + 1 : at + 2] and self.words[at + 1].low == "out"
        if first < 2 or (verb.group == "object" and not out):
            return None
        last = words[first - 1]
        if last.low == "as" and first > 2:
            first, last = first - 1, words[first - 2]
        if last.tag not in (tagging.COMMA, tagging.MARK, tagging.DASH, tagging.STOP):
            return None
        if told is not None and told.told != "quote" and not self._after_comma(told):
            return None
        begin = self._clause_start(first)
        if words[begin].tag in (tagging.PART, tagging.ING) and not self._quote_ends(first):
            return None
        if not self._states(begin, first) and not (told is None and self._rest(at)):
            return None
        if told is not None and not self._quote_ends(first):
            return None
        return trim(self.text, words[begin].start, words[first - 1].end)

    def _quote_ends(self, at: int) -> bool:
        return any(w.tag == tagging.MARK for w in self.words[max(0, at - 2) : at])

    def _quote_over(self, mark: int) -> bool:
        """Whether the quotation mark ``words[mark]`` closes a quotation."""
        return any(s < self.words[mark].start < e for s, e in self.quotes)

    def _clause_start(self, stop: int) -> int:
        """Where the clause that ends before ``words[stop]`` begins: after the last saying or semicolon."""
        begin = 0
        verb = self.found[-1].verb if self.found else None
        for i, word in enumerate(self.words[:stop]):
            if word.low == ";" or (verb and word.end == verb[1] and self._quote_ends(stop)):
                begin = i + 1
        return begin

    def _states(self, begin: int, stop: int) -> bool:
        words = self.words[begin:stop]
        if self._quote_ends(stop):
            return True
        if len(words) < 4:
            return False
        relative = False
        for i, word in enumerate(words):
            if word.tag == tagging.REL and i and words[i - 1].tag == tagging.COMMA:
                relative = True
            elif word.tag == tagging.COMMA:
                relative = False
            elif not relative and i and words[i - 1].tag != tagging.TO:
                third = word.tag == tagging.NOUN and complements.third(self.words, begin + i)
                if third or names.verbal(word):
                    return True
        return False

    def _inverted(self, at: int, verb: Verb) -> Attribution | None:
        """ "...", said Ann Ray, who ..."."""
        words = self.words
        if at + 1 >= self.stop or (at and words[at - 1].tag in (tagging.NOUN, tagging.NAME, tagging.PRO)):
            return None
        closed = at == 0 or words[at - 1].tag in (tagging.COMMA, tagging.MARK, tagging.DASH, tagging.STOP)
        nxt = words[at + 1]
        named = nxt.tag in (tagging.NAME, tagging.DET, tagging.PRO, tagging.NUM) or nxt.low in _SOURCES
        if not closed or not named or nxt.low in tagging.DAYS or verb.lemma == "tell":
            return None
        mark = next((i for i in range(at - 1, -1, -1) if words[i].tag == tagging.MARK), at)
        if any(w.tag == tagging.NAME for w in words[mark + 1 : at]) and self._quote_over(mark):
            return None
        stop = names.following(words, at + 1, self.stop)
        after = words[stop] if stop < self.stop else None
        if after is not None and (names.verbal(after) or after.low == "that"):
            return None
        if at == 0:
            if after is None or after.low not in (":", ","):
                return None
            return self._given((self._content(Complement(stop + 1, "quote")),), (1, stop), at, verb)
        begin = self._clause_start(at)
        if not self._states(begin, at):
            return None
        before = trim(self.text, words[begin].start, words[at - 1].end)
        rest = None
        for i in range(stop, min(self.stop - 1, stop + 30)):
            if words[i].tag == tagging.COMMA and words[i + 1].tag == tagging.MARK and self._quote_ends(at):
                rest = self._content(Complement(i + 1, "quote"))
                break
        return self._given((before, rest), (at + 1, stop), at, verb)

    def _participle(self, at: int, verb: Verb, group: int) -> Attribution | None:
        """ "..., adding that ...", "a letter saying that ...", "is warning that ..."."""
        words = self.words
        if any(w.low.removesuffix("n't") in _BE for w in words[group:at]):
            return self._with_subject(at, verb, at)
        told = complements.find(words, at, verb, self.stop)
        if told is None or at == 0:
            return None
        before = words[at - 1]
        if before.tag in (tagging.NOUN, tagging.NAME) and told.told != "object" and before.low != "worth":
            clear = told.told == "quote" or words[told.begin - 1].low == "that"
            subject = names.phrase(words, at, 0) if clear else None
            if subject and before.tag == tagging.NAME:
                subject = max(subject[0], names.trailing_names(words, at)), at
            return self._given((self._content(told),), subject, at, verb) if subject else None
        first = names.trailing_names(words, at)
        if told.told == "object" and 0 < first < at and words[first - 1].low == "with":
            return self._given((self._reading(at, told),), (first, at), at, verb, "object")
        if before.tag != tagging.COMMA and before.tag != tagging.MARK:
            return None
        past = next((a for a in reversed(self.found) if a.verb and a.speaker), None)
        content = self._reading(at, told) if told.told == "object" else self._content(told)
        manner = "object" if told.told == "object" else _manner(verb)
        if past is not None and past.speaker is not None:
            return Attribution((content,), past.speaker, _span(words[at]), manner) if content else None
        main = next((i for i in range(1, at) if names.verbal(words[i])), None)
        subject = names.subject(words, main, 0) if main is not None else None
        return self._given((content,), subject, at, verb, manner) if subject else None

    def _passive(self, at: int, verb: Verb, group: int) -> Attribution | None:
        """ "was denied by Ann Ray", "was quoted as saying that ..."."""
        words = self.words
        by = next((i for i in range(at + 1, min(self.stop, at + 9)) if words[i].low == "by"), None)
        saying = next(
            (i for i in range(at + 1, min(self.stop - 1, at + 16)) if words[i].low == "saying"), None
        )
        if saying is not None and words[saying - 1].low == "as":
            subject = names.subject(words, at, 0)
            told = Complement(
                saying + 2 if words[saying + 1].low in ("that", ":", ",") else saying + 1, "clause"
            )
            return self._given((self._content(told),), subject, at, verb, "say") if subject else None
        if by is None or by + 1 >= self.stop or (by > at + 1 and words[at + 1].low == "that"):
            return None
        stop = names.following(words, by + 1, self.stop)
        if stop == by + 1 or words[by + 1].tag == tagging.ING:
            return None
        pointing = group <= 2 and words[0].low in _POINTING
        if pointing and self.previous is not None and group == 1:
            content = trim(self.text, *self.previous)
            return self._given((content,), (by + 1, stop), at, verb, "say") if verb.group == "say" else None
        return None

    def _quoted_as(self, at: int) -> Attribution | None:
        """ "The paper quoted Ann Ray as saying ..."."""
        words = self.words
        for i in range(at + 2, min(self.stop - 2, at + 24)):
            if words[i].low == "as" and words[i + 1].low in ("saying", "telling"):
                begin = i + 3 if words[i + 2].low in ("that", ":", ",") else i + 2
                self.taken = begin
                told = Complement(begin, "clause")
                return self._given((self._content(told),), (at + 1, i), at, LEXICON["say"], "say")
        return None

    def _according(self, at: int) -> Attribution | None:
        words = self.words
        stop = names.following(words, at + 2, self.stop)
        if at < 2:
            stop = self._first_source(at + 2, stop)
        if stop == at + 2:
            return None
        while (stop < self.stop and words[stop].tag == tagging.PRO) or self._delivered(stop):
            stop += 1
        if words[at - 1].tag == tagging.DASH and stop < self.stop and words[stop].tag == tagging.DASH:
            return None
        begin = self._clause_start(at) if at > 3 else 0
        lead = trim(self.text, words[begin].start, words[at - 1].end) if at > 3 else None
        if lead is None:
            end = complements.clause_end(words, stop, self.stop) if stop < self.stop else stop
            lead = trim(self.text, words[stop].start, words[end - 1].end) if stop < self.stop else None
        if lead is None:
            return None
        cue = words[at].start, words[at + 1].end
        return Attribution((lead,), self._speaker((at + 2, stop)), cue, "according")

    def _first_source(self, at: int, stop: int) -> int:
        """Where the source of an opening "According to ..." ends: at its comma, or past an apposition."""
        core = names.core(self.words, at, self.stop)
        closed = stop < self.stop and self.words[stop].tag == tagging.COMMA
        return stop if closed and self.words[core + 1 : core + 2] and stop - core < 10 else core

    def _delivered(self, at: int) -> bool:
        """Whether a source goes on: "a speech she gave", "a report published in May"."""
        return (
            at < self.stop and self.words[at].tag == tagging.PART and self.words[at - 1].tag == tagging.NOUN
        )

    def _noun(self, at: int) -> Attribution | None:
        """ "Ray's claim that the dam held", "the claim by Ray that ..."."""
        words = self.words
        if not complements.clausal(words, at + 2, self.stop) or at == 0:
            return None
        i = at - 1
        while i > 0 and words[i].tag == tagging.NOUN and not words[i].low.endswith(("'s", "s'")):
            i -= 1
        owned = words[i].low.endswith(("'s", "s'"))
        if words[i].low not in _OWNERS and not owned:
            return None
        subject = names.phrase(words, i + 1, 0) if owned else (i, i + 1)
        content = self._content(Complement(at + 2, "clause"))
        return self._given((content,), subject, at, _NOUN_CUE, "hedge") if subject else None

    def _given(
        self,
        contents: Sequence[Range | None],
        subject: Range,
        at: int,
        verb: Verb,
        manner: str | None = None,
    ) -> Attribution | None:
        parts = tuple(r for r in contents if r is not None)
        if not parts or (subject[1] - subject[0] == 1 and self.words[subject[0]].low == "you"):
            return None
        return Attribution(parts, self._speaker(subject), _span(self.words[at]), manner or _manner(verb))

    def _speaker(self, subject: Range) -> Speaker:
        """The words that name a speaker; a relative pronoun has the text of what it stands for."""
        words, text = self.words, self.text
        start, end = words[subject[0]].start, words[subject[1] - 1].end
        name = text[start:end]
        if name.endswith(("'s", "’s")):
            end, name = end - 2, name[:-2]
        if words[subject[0]].tag == tagging.REL or name == "that":
            meant = names.antecedent(words, subject[0])
            name = text[words[meant[0]].start : words[meant[1] - 1].end] if meant else name
        return Speaker(start, end, name)


_SOURCES = bag("police officials prosecutors authorities")


def words_end(after: Token | None) -> bool:
    """Whether nothing more than a mark follows."""
    return after is None or after.tag in (tagging.STOP, tagging.COMMA, tagging.MARK)


def _is_passive(group: Sequence[Token]) -> bool:
    """Whether auxiliaries make a passive: "has been", "wasn't", "is being"."""
    return any(w.low.removesuffix("n't") in _BE for w in group)


def _span(word: Token) -> Range:
    return word.start, word.end


def _manner(verb: Verb) -> str:
    return "report" if verb.lemma in REPORTING else verb.group

"""The words of one sentence, the attributions found in it so far, and how a new one is put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.analysis.speakers import complements, speaker_phrases, word_classes
from seedreader.analysis.speakers.saying_verbs import REPORTING, SayingVerb
from seedreader.analysis.speakers.word_classes import ClassedWord
from seedreader.article import Range, Speaker

_EDGE = " \t\n\r,;:.-–—"
_ENOUGH = 2
"""Words of what is said at least."""

_TOO_SHORT = 4
"""Words up to which an object says nothing without its subject: "denied it"."""


_SHARE = 3
"""Words from which a share in percent says whose it is."""


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


def trim(text: str, start: int, end: int, least: int = _ENOUGH) -> Range | None:
    """The range without white space and loose punctuation at its edges; None when fewer words are left."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return (start, end) if len(text[start:end].split()) >= least else None


class ClassedSentence:
    """The ``words`` of one sentence of ``text`` and what was ``found`` in it so far.

    ``quotes`` are the quotations that touch it, ``previous`` the sentence before; words before index
    ``taken`` attribute nothing more.
    """

    def __init__(
        self, text: str, words: Sequence[ClassedWord], quotes: Sequence[Range], previous: Range | None
    ) -> None:
        self.text, self.words, self.quotes, self.previous = text, words, quotes, previous
        self.found: list[Attribution] = []
        self.taken = 0
        self.stop = len(words)

    def content(self, begin: int) -> Range | None:
        """The clause or quotation that begins at ``words[begin]``, up to the next saying."""
        if begin >= self.stop:
            return None
        stop = complements.clause_end(self.words, begin, self.stop)
        return trim(self.text, self.words[begin].start, self.words[stop - 1].end)

    def reading(self, group: int, verb: int) -> Range | None:
        """An object from its verb on, auxiliaries and all."""
        first = group
        while first < verb and self.words[first].tag == word_classes.ADV:
            first += 1
        stop = complements.object_end(self.words, verb + 1, self.stop)
        if stop - first <= _TOO_SHORT:
            return None
        return trim(self.text, self.words[first].start, self.words[stop - 1].end)

    def clause_start(self, stop: int) -> int:
        """Where the clause that ends before ``words[stop]`` begins: after the last saying or semicolon."""
        begin = 0
        verb = self.found[-1].verb if self.found else None
        for i, word in enumerate(self.words[:stop]):
            outside = word.low == ";" and not any(s < word.start < e for s, e in self.quotes)
            if outside or (verb and word.end == verb[1] and self.quote_ends(stop)):
                begin = i + 1
        return begin

    def states(self, begin: int, stop: int) -> bool:
        """Whether ``words[begin:stop]`` are a statement: a quotation, or a clause with its verb."""
        words = self.words[begin:stop]
        if self.quote_ends(stop):
            return True
        if len(words) < _ENOUGH:
            return False
        relative = False
        for i, word in enumerate(words):
            if word.tag == word_classes.REL and i and words[i - 1].tag == word_classes.COMMA:
                relative = True
            elif word.tag == word_classes.COMMA:
                relative = False
            elif not relative and i and words[i - 1].tag != word_classes.TO:
                third = word.tag == word_classes.NOUN and complements.third(self.words, begin + i)
                if third or speaker_phrases.verbal(word):
                    return True
        return False

    def quote_ends(self, at: int) -> bool:
        """Whether a quotation closes right before ``words[at]``."""
        return any(w.tag == word_classes.MARK for w in self.words[max(0, at - 2) : at])

    def in_quotation(self, mark: int) -> bool:
        """Whether ``words[mark]`` stands inside a quotation or closes it."""
        return any(s < self.words[mark].start < e for s, e in self.quotes)

    def given(
        self,
        contents: Sequence[Range | None],
        subject: Range,
        at: int,
        verb: SayingVerb,
        manner: str | None = None,
    ) -> Attribution | None:
        """The attribution of ``contents`` to the subject of ``words[at]``; None without contents."""
        parts = tuple(r for r in contents if r is not None)
        alone = self.words[subject[0]].low if subject[1] - subject[0] == 1 else ""
        mild = (manner or manner_of(verb)) in ("hedge", "object")
        if not parts or alone == "you" or (alone in ("i", "we") and mild):
            return None
        if mild and self.words[subject[1] - 1].low in ("percent", "%") and subject[1] - subject[0] < _SHARE:
            return None  # "46.9 percent voted for him"
        return Attribution(parts, self.speaker(subject), span_of(self.words[at]), manner or manner_of(verb))

    def speaker(self, subject: Range) -> Speaker:
        """The words that name a speaker; a relative pronoun has the text of what it stands for."""
        words, text = self.words, self.text
        start, end = words[subject[0]].start, words[subject[1] - 1].end
        name = text[start:end]
        if name.endswith(("'s", "’s")):
            end, name = end - 2, name[:-2]
        if words[subject[0]].tag == word_classes.REL or name == "that":
            meant = speaker_phrases.antecedent(words, subject[0])
            name = text[words[meant[0]].start : words[meant[1] - 1].end] if meant else name
        return Speaker(start, end, name)


def span_of(word: ClassedWord) -> Range:
    """Where a word stands."""
    return word.start, word.end


def manner_of(verb: SayingVerb) -> str:
    """How a verb attributes."""
    return "report" if verb.lemma in REPORTING else verb.group

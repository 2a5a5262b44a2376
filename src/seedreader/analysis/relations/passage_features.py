"""One of two passages that are compared, with what its words tell, worked out when first asked for."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from seedreader.analysis import word_tokens
from seedreader.analysis.matching import passage_terms
from seedreader.analysis.matching.passage_terms import PassageTerms
from seedreader.analysis.relations import (
    compare_dates,
    compare_quantities,
    denials,
    hedges,
    measurands,
    opposites,
    whole_names,
)
from seedreader.analysis.relations.compare_dates import DatedText
from seedreader.analysis.relations.denials import Denial
from seedreader.analysis.relations.hedges import Hedge
from seedreader.analysis.relations.measurands import Measurand
from seedreader.analysis.relations.whole_names import NameParts
from seedreader.analysis.word_tokens import WordToken
from seedreader.article import Claim, DateMention, Mention, Quantity
from seedreader.text.months import ANY_MONTH, MONTHS
from seedreader.text.once import Once

MAX_QUANTITIES = 12
"""Quantities of a passage that are compared; a passage of more is a list."""

EXACT = frozenset((
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twice",
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    *map(str.lower, MONTHS), "yesterday", "today", "tomorrow", "minus",
))  # fmt: skip
"""Words that tell figures and days, beside digits."""

MIN_NAME_WEIGHT = 0.5
"""What a name must tell to part what two passages count: what tells less, every source names."""

MIN_PLACE_WEIGHT = 0.3
"""The same for a place that only one of two sentences names."""

LEAD = 80
"""Characters before a passage in which it is denied."""

_WORD = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.?)+|\w+(?:(?<=\d)[.,:–-]\d+)*")
_EARLIER = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b(?:ago|earlier|previously|formerly|last (?:year|month|week|season)"
    r"|the year before)\b",
    re.I,
)
_CONDITIONAL = re.compile(r"\b(?:if|unless|either|would|could|should)\b", re.I)
_UNTIL_NOW = re.compile(
    r"\b(?:so far|(?:un)?till? now|as yet|to date|for now|at present|not (?:\w+ )?yet|yet to)\b", re.I
)
_WITHIN = re.compile(
    r"\b(?i:in|at|near|from|of|around|outside|across)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}"
    rf"((?!{ANY_MONTH})[A-Z][\w’'-]+"
    r"(?:\s[A-Z][\w’'-]+)*)"
)
_QUOTES = frozenset('“”"„«»')


@dataclass(eq=False)
class PassageFeatures:
    """One of two passages: its words, the claim that it is if any, and what it states.

    ``offset`` is where ``text`` begins in its article, since quantities and dates are placed there.
    ``stems`` are its words with what each tells (0…1): a word of every other sentence of a story tells
    nothing. Without them every word that is not a stop word tells the same. ``said`` are its words and
    senses with the share of the passage that each is; ``context`` is the text around it, its sentence;
    ``words`` are its words, where they are known.
    """

    text: str
    claim: Claim | None = None
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    offset: int = 0
    stems: Mapping[str, float] | None = None
    said: Mapping[str, float] = field(default_factory=dict)
    context: str | None = None
    context_offset: int = 0
    words: Sequence[WordToken] | None = None

    @Once
    def compared(self) -> tuple[Quantity, ...]:
        """The quantities that are compared; a passage of more is a list."""
        return self.quantities[:MAX_QUANTITIES]

    @Once
    def things(self) -> tuple[Measurand, ...]:
        """What the passage counts."""
        return tuple(measurands.measurand_of(self.text, q, self.offset, self._tells) for q in self.compared)

    @Once
    def rejected(self) -> Sequence[tuple[Quantity, Quantity]]:
        """Its figures that it gives for another, and that other: "214 people, not 212"."""
        return compare_quantities.rejected(self.text, self.compared, self.offset)

    @Once
    def counts(self) -> tuple[tuple[str, str], ...]:
        """What is the same for passages that may count the same thing, each once."""
        return tuple(dict.fromkeys(key for thing in self.things for key in measurands.keys(thing)))

    @Once
    def sequence(self) -> list[str]:
        """Its words, as they are compared one by one."""
        return _sequence(self.text)

    @Once
    def vocabulary(self) -> frozenset[str]:
        """The words of `sequence`, each once."""
        return frozenset(self.sequence)

    @Once
    def written(self) -> Mapping[str, str]:
        """Its words as they stand, by the stems that tell something; the first of each, in reading order."""
        found: dict[str, str] = {}
        for word in _WORD.findall(self.text):
            if (stem := word_tokens.stemmed(word)) in self.telling:
                found.setdefault(stem, word)
        return found

    @Once
    def names(self) -> NameParts:
        """What is written in it as a name of several words."""
        return whole_names.name_parts(self.text)

    @Once
    def exact(self) -> frozenset[str]:
        """The words of it that no other can stand for: figures, ordinals, days and months."""
        return frozenset(word for word in self.sequence if word[0].isdigit() or word in EXACT)

    @Once
    def bare(self) -> list[str]:
        """Its words without its figures."""
        return _sequence(_without_figures(self))

    @Once
    def says_more(self) -> bool:
        """Whether it says something in them, stop words left out."""
        return bool(word_tokens.tokens(" ".join(self.bare)))

    @Once
    def sentence(self) -> frozenset[str]:
        """The stems of the sentence that it stands in."""
        return frozenset(self.telling if self.context is None else word_tokens.tokens(self.context))

    @Once
    def calendar(self) -> frozenset[tuple[date, date]]:
        """The years, months and days of the calendar that it names."""
        return compare_dates.calendar(self.dated)

    @Once
    def line(self) -> str:
        """Its words in one line, folded."""
        return " ".join(self.sequence)

    @Once
    def wording(self) -> PassageTerms:
        """Its words, ready to be met by those of another passage."""
        said = word_tokens.words(self.text) if self.words is None else self.words
        return passage_terms.terms_of(tuple(said), self.telling)

    @Once
    def days(self) -> frozenset[date]:
        """The single days that its sentence names."""
        return frozenset(d.first for d in self.dates if d.first is not None and d.first == d.last)

    @Once
    def quoting(self) -> bool:
        """Whether a quotation begins or ends in it."""
        return not _QUOTES.isdisjoint(self.text)

    @Once
    def denied_before(self) -> str | None:
        """The word that denies all of it, just before it: "denied that"."""
        return denials.leading(self.lead, self.text)

    @Once
    def denials(self) -> tuple[Denial, ...]:
        """What it denies."""
        return tuple(denials.find_denials(self.text))

    @Once
    def denies(self) -> bool:
        """Whether it denies anything."""
        return bool(self.denials)

    @Once
    def hedges(self) -> Sequence[Hedge]:
        """By what it says that it states something less than surely."""
        return hedges.find_hedges(self.text)

    @Once
    def counting(self) -> frozenset[str]:
        """The stems of the words of its quantities: "about", "nine", "miles"."""
        said = (self.text[q.start - self.offset : q.end - self.offset] for q in self.compared)
        return frozenset(stem for wording in said for stem in word_tokens.tokens(wording))

    @Once
    def denied(self) -> frozenset[str]:
        """The stems of the words that it may deny."""
        return frozenset(stem for denial in self.denials for stem in denial.reach)

    @Once
    def opposed(self) -> opposites.Opposed:
        """The words of it that have an opposite."""
        return opposites.find_opposites(self.text, self.wording.stems)

    @Once
    def earlier(self) -> bool:
        """Whether it says that it tells of an earlier time: "in 2005", "two weeks ago", "last year"."""
        return _EARLIER.search(self.text) is not None

    @Once
    def recurs(self) -> bool:
        """Whether what it tells goes on or comes again."""
        return compare_dates.may_recur(self.text)

    @Once
    def conditional(self) -> bool:
        """Whether it only says what would be so."""
        return _CONDITIONAL.search(self.text) is not None

    @Once
    def places(self) -> Sequence[Sequence[str]]:
        """The stems of each place, body or part that it tells of and that tells something."""
        named = (word_tokens.tokens(found[1]) for found in _WITHIN.finditer(self.text))
        return [name for name in named if sum(map(self._tells, name)) >= MIN_PLACE_WEIGHT]

    @Once
    def until_now(self) -> bool:
        """Whether it only says how things stood when it was written: "no oil has leaked so far"."""
        return _UNTIL_NOW.search(self.text) is not None

    def elsewhere(self, other: PassageFeatures) -> bool:
        """Whether it tells of a place, a body or a part that the other's sentence does not name."""
        return any(other.sentence.isdisjoint(name) for name in self.places)

    @Once
    def parting(self) -> Sequence[str]:
        """The names in it that part what it counts from what others do."""
        names = self.wording.names - compare_dates.CALENDAR
        return [name for name in names if self._tells(name) >= MIN_NAME_WEIGHT]

    def strange(self, known: Container[str]) -> bool:
        """Whether it names something of which an article of the stems ``known`` does not speak."""
        return any(name not in known for name in self.parting)

    def figure_at(self, mention: Mention | None) -> float | None:
        """The figure of its quantity at a mention."""
        return next((q.figure for q in self.quantities if mention and q.start == mention.start), None)

    def covered(self, other: PassageFeatures) -> float:
        """The share of it that ``other`` says too, 0…1."""
        theirs = other.said
        return sum([share for feature, share in self.said.items() if feature in theirs])

    @property
    def lead(self) -> str:
        """What its sentence says just before it."""
        before = self.offset - self.context_offset
        return "" if self.context is None else self.context[max(0, before - LEAD) : before]

    @Once
    def own_dates(self) -> DatedText:
        """Those of its dates that stand in itself."""
        end = self.offset + len(self.text)
        inside = [d for d in self.dates if self.offset <= d.start and d.end <= end]
        return DatedText(self.text, inside, self.offset)

    @Once
    def dated(self) -> DatedText:
        """Its dates with the text that they stand in, its sentence if that is known."""
        if self.context is None:
            return DatedText(self.text, self.dates, self.offset)
        return DatedText(self.context, self.dates, self.context_offset)

    @Once
    def telling(self) -> Mapping[str, float]:
        """Its stems with what each tells."""
        return self.stems if self.stems is not None else dict.fromkeys(word_tokens.tokens(self.text), 1.0)

    @Once
    def whole(self) -> float:
        """What all its stems tell."""
        return sum(self.telling.values())

    def _tells(self, stem: str) -> float:
        return self.telling.get(stem, 1.0)


def _without_figures(side: PassageFeatures) -> str:
    text = side.text
    for quantity in sorted(side.quantities, key=lambda q: -q.start):
        start, end = quantity.start - side.offset, quantity.end - side.offset
        text = text[:start] + " " + text[end:]
    return text


def _sequence(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]

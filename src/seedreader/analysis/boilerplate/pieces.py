"""Where lines are cut: at the ends of sentences, and inside them where boilerplate is glued on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from seedreader.analysis import sentences
from seedreader.analysis.boilerplate.sentence_cuts import sentence_cuts
from seedreader.article import Range
from seedreader.text.months import ANY_SHORT_MONTH

_STOP = re.compile(r"[.!?)”][\"”’)]{0,2}(?=[A-Z][a-z])")
"""The end of a sentence or a bracket that runs straight into the next word."""

_BRACKET = re.compile(
    r"\((?=[^()\n]{0,80}(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Cc]redit|Getty|GETTY|\bvia\b|[a-z] ?/ ?[A-Z]"
    r"|, AP\b))[^()\n]{1,160}\)(?! ?[-–—])"
)
"""Who took a picture."""

_DATE = re.compile(
    rf"(?:{ANY_SHORT_MONTH})[a-z]{{0,6}}\.? (?:\d{{1,2}},? )?(?:19|20)\d\d"
    r"(?:,? (?:at )?\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?)?(?: [A-Z]{2,3}T)?\)?(?= ?[A-Z“\"][A-Za-z])"
)
_LABEL = re.compile(
    r"Getty Images(?= [A-Z“\"])()|AP(?= [A-Z“\"])()|AFP(?= [A-Z“\"])()"
    r"|Reuters(?= [A-Z“\"])()|REUTERS(?= [A-Z“\"])()"
    r"|Associated Press(?= [A-Z“\"])()|ASSOCIATED PRESS(?= [A-Z“\"])()"
    r"|Share Tweet(?: [A-Z][a-z]{1,12})?(?= ?[A-Z“\"])()|View All(?: \(\d{1,4}\))?(?= ?[A-Z“\"])()"
    r"|Advertising(?= ?[A-Z“\"])()|Advertisement(?= ?[A-Z“\"])()|ADVERTISEMENT(?= ?[A-Z“\"])()"
    r"|Published \| Updated(?= ?[A-Z“\"])()|Table of Contents(?= ?[A-Z“\"])()"
    r"|Click here (?:to|for)|CLICK HERE|SEE MORE|Learn [Mm]ore [Aa]bout|View [Aa]ll|Powered by [A-Z]"
    r"|Filed [Uu]nder|Reach the reporters?\b|Follow @|Sign [Uu]p (?:for|to)|Subscribe (?:to|for)"
    r"|Story Timeline|Associated Press writers? [A-Z]|Editor['’]s [Nn]ote|Photo(?: by|:)|Image:|Tags?:"
    r"|Related:"
    r"|Read (?:[Oo]ur|[Mm]ore|[Nn]ext)|READ (?:MORE|NEXT)|Most [Rr]ead|©|Copyright ©"
)
"""Credits and labels end there, and openings of notices begin there."""

_AGENCIES = frozenset(("AP", "AFP", "Reuters", "REUTERS", "Associated Press", "ASSOCIATED PRESS"))
_CAPITALS = re.compile(r"[A-Z][^a-z\n ]{1,24}(?: [^a-z\n (]{1,24}){4,30}(?=[ ]|$|\n|(?<=[A-Z’'])[A-Z][a-z])")
"""A headline in capitals."""

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.]{2,20}(?:,? [A-Z][A-Za-z.]{1,15}){0,3}|[A-Z][a-z]{1,20}, [A-Z][a-z]{2,5}\.)"
    r" (?:\([A-Z][A-Za-z ]{1,20}\) )?[-–—]{1,2} (?=[A-Z“\"])"
)
_NUMBER = re.compile(r"[0-9]\.(?= +\S)")
_BEFORE_NUMBERS = re.compile(r"(?:(?:\A|\n)[ \t]*|[.!?] )#?\d{1,3}\.\Z")
"""The number of an entry in a list is a piece of its own."""

_CAMEL = re.compile(r"[A-Z](?<=[a-z][A-Z])[a-z]{1,20}")
_LAST_WORD = re.compile(r"[A-Za-z]{3,}\Z")
_BEFORE_DATES = re.compile(
    r"\b(?:after|and|before|by|early|from|in|late|of|on|since|the|till|to|until)(?: \d{1,2})? ?\Z",
    re.IGNORECASE,
)

MOST_JOINTS = 200
_VOCABULARY = 65_536
"""How many words that run together are looked at, and characters searched for the words by themselves."""


def pieces(text: str, lines: Sequence[Range]) -> list[list[Range]]:
    """Cut each of the ``lines`` of ``text`` into sentences, and these where something else is glued on."""
    cuts = sorted({*sentence_cuts(text), *_joints(text), len(text)})
    found, at = [], 0
    for start, end in lines:
        while cuts[at] <= start:
            at += 1
        if cuts[at] >= end:
            found.append([(start, end)])
            continue
        own = []
        while start < end:
            stop = min(cuts[at], end)
            first, last = sentences.trim(text, start, stop)
            if first < last:
                own.append((first, last))
            start, at = stop, at + (cuts[at] < end)
        found.append(own)
    return found


def _joints(text: str) -> Iterator[int]:
    """Places inside sentences where something else may have been glued on."""
    for match in _STOP.finditer(text):
        if text[match.start() - 1 : match.start()].isalnum() or match.end() - match.start() > 1:
            yield match.end()
    for match in _BRACKET.finditer(text):
        yield from match.span()
    for match in _DATE.finditer(text):
        if not _BEFORE_DATES.search(text[max(0, match.start() - 12) : match.start()]):
            yield match.end()
    for match in _LABEL.finditer(text):
        yield from _ends(text, match)
    for match in _CAPITALS.finditer(text):
        if not text[match.start() - 1 : match.start()].isalpha():
            yield match.start()
        yield match.end()
    for match in _DATELINE.finditer(text):
        yield match.start()
    for match in _NUMBER.finditer(text):
        if _BEFORE_NUMBERS.search(text[max(0, match.end() - 12) : match.end()]):
            yield match.end()
    yield from _run_together(text)


def _ends(text: str, match: re.Match[str]) -> Iterator[int]:
    before = text[max(0, match.start() - 8) : match.start()]
    if match[0] in _AGENCIES:
        if before.rstrip().endswith(("/", ",", "via", "Images")):
            yield match.end()
    elif match.lastindex:
        if not before[-1:].isalpha():
            yield match.end()
    elif not before.endswith(("(", "[")) and not before[-1:].isupper():
        yield match.start()


def _run_together(text: str) -> Iterator[int]:
    """Places where a word of the text runs straight into one with a capital, but in a name, which recurs."""
    for match in islice(_CAMEL.finditer(text), MOST_JOINTS):
        at = match.start()
        word = _LAST_WORD.search(text[max(0, at - 24) : at])
        if not word or text.find(f" {word[0]} ", 0, _VOCABULARY) < 0:
            continue
        if text.count(f"{word[0]}{match[0]}", 0, _VOCABULARY) < 2:
            yield at

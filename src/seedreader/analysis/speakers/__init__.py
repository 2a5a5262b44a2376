"""Who is named as saying what: attributions of clauses and quotations to the speakers that a text names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from seedreader.analysis.speakers import (
    clause_attributions,
    coreference,
    gapped,
    people,
    speaker_phrases,
    subjects,
    transcript_turns,
    word_classes,
)
from seedreader.analysis.speakers.clause_attributions import Attribution
from seedreader.analysis.speakers.quotations import find_quotations as quotes_in
from seedreader.analysis.speakers.saying_verbs import LEXICON
from seedreader.article import Range, Speaker

__all__ = ["LONGEST", "SHORTEST", "Attribution", "find_attributions"]

NEAR = 5
"""Sentences before a quotation in which its speaker is looked for."""

_SHORT_SAYING = re.compile(
    r"(?:\S+\s){0,6}?(?:said|says|asked|added|told|wrote|replied|continued|tweeted|posted|shouted|yelled|recalled)"
    r"(?:(?:\s\S+){0,8}|\s(?:at|in|on|during|to|when|after|before|while|as|of)\s(?:(?!that\s)\S++\s?){1,40})"
)

SAYS = 4
"""Words of a quotation that a sentence with a colon introduces, at least."""

SHORTEST = 6
LONGEST = 5_000
"""Characters of a sentence; what is shorter or longer is no prose and attributes nothing."""


def find_attributions(text: str, sentences: Sequence[Range]) -> tuple[Attribution, ...]:
    """Every attribution in ``sentences`` of ``text``, in the order of their first contents.

    A pronoun or "the official" is its own place, and its ``text`` the name that it stands for where an
    earlier speaker fits. Contents never cross a sentence boundary.
    """
    found: list[Attribution] = []
    heard: list[Speaker] = []
    long_quotes = quotes_in(text)
    opened = [q[0] for q in long_quotes]
    units = _joined(text, sentences)
    known: people.People | None = None
    for number, (start, end) in enumerate(units):
        if not SHORTEST <= end - start <= LONGEST:
            continue
        first = max(0, bisect_right(opened, start) - 1)
        quotes = [q for q in long_quotes[first : bisect_right(opened, end)] if q[1] > start]
        previous = units[number - 1] if number else None
        for attribution in clause_attributions.find_clause_attributions(text, start, end, quotes, previous):
            found.append(attribution)
            if attribution.speaker is not None:
                if known is None and attribution.speaker.text.lower() in coreference.PERSONAL:
                    known = people.find_people(text)
                named = coreference.body_before(text, start, attribution.speaker, previous)
                named = coreference.resolve_mentions(text, named, heard, sentences, known or people.NOBODY)
                found[-1] = replace(attribution, speaker=named)
                heard.append(named)
    starts = [s for s, _ in sentences]
    found = [replace(a, contents=parts) for a in found if (parts := _parted(text, a, sentences, starts))]
    found = [_with_denial(text, part) for a in found for part in gapped.parted(text, a)]
    found.extend(transcript_turns.find_turns(text, sentences, found))
    found.extend(_carried(text, sentences, found, long_quotes))
    return tuple(sorted(found, key=lambda a: (a.contents[0], a.verb or (0, 0))))


def _joined(text: str, sentences: Sequence[Range]) -> list[Range]:
    """Sentences, those made one that a splitter parted: "(D-Mo.)" and "said", a question and "she asked"."""
    out: list[Range] = []
    for start, end in sentences:
        if out and "\n" not in text[out[-1][1] : start] and end - out[-1][0] <= LONGEST:
            continued = text[start : start + 1].islower() or text[start : start + 1] == ","
            spoken = text[out[-1][1] - 1] in '”"' and _SHORT_SAYING.fullmatch(text, start, end) is not None
            if continued or spoken:
                out[-1] = out[-1][0], end
                continue
        out.append((start, end))
    return out


_DENIED = re.compile(r"den(?:y|ies|ied|ying)(?: that)? ", re.I)


def _with_denial(text: str, attribution: Attribution) -> Attribution:
    """The attribution with the verb in its content where that denies it: nobody said "the train was fast" who
    denied it.
    """
    if attribution.verb is None or not attribution.contents:
        return attribution
    start, end = attribution.contents[0]
    if _DENIED.fullmatch(text, attribution.verb[0], start) is None:
        return attribution
    denied = (attribution.verb[0], end), *attribution.contents[1:]
    return replace(attribution, contents=denied, manner="object")


def _parted(
    text: str, attribution: Attribution, sentences: Sequence[Range], starts: Sequence[int]
) -> tuple[Range, ...]:
    """The contents of an attribution, none across the edge of a sentence."""
    out: list[Range] = []
    for start, end in attribution.contents:
        for i in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)):
            # one word of a quotation is too little for a claim, but tells whose the rest of it is
            part = clause_attributions.trim(text, max(start, sentences[i][0]), min(end, sentences[i][1]), 1)
            if part is not None:
                out.append(part)
    return tuple(out)


def _carried(
    text: str, sentences: Sequence[Range], found: Sequence[Attribution], quotes: Sequence[Range]
) -> Iterator[Attribution]:
    """Sentences inside a quotation whose speaker another sentence names: in it, before it, or by a colon."""
    starts = [s for s, _ in sentences]
    owners: dict[int, Attribution] = {}
    for a in sorted(found, key=lambda a: a.manner != "according"):
        for content in a.contents:
            owners[bisect_right(starts, content[0]) - 1] = a
        if a.verb:
            owners.setdefault(bisect_right(starts, a.verb[0]) - 1, a)
    for start, end in quotes:
        first = max(0, bisect_right(starts, start) - 1)
        inside = range(first, bisect_right(starts, end - 1))
        owner = _signed(text, end) or next((owners[i] for i in inside if i in owners), None)
        if owner is None and first and not text[sentences[first - 1][1] : start].strip():
            owner = owners.get(first - 1) or _introduced(text, *sentences[first - 1], end)
            owner = owner or _before(text, start, sentences, first, owners)
        if owner is None and inside:
            owner = _introduced(text, sentences[first][0], start, end)
        if owner is None and inside and not text[end : end + 1].strip():
            owner = _paragraph_before(text, start, sentences, first, owners)
        if owner is None:
            continue
        for i in inside:
            said = clause_attributions.trim(text, max(sentences[i][0], start), min(sentences[i][1], end))
            again = i in owners and _goes_on(text, start, owners[i])
            if (i not in owners or again) and said is not None:
                owners[i] = Attribution((said,), owner.speaker, None, "quote")
                yield owners[i]


def _goes_on(text: str, start: int, owner: Attribution) -> bool:
    """Whether a quotation follows its speaker's, where a splitter left both in one sentence."""
    after = owner.verb is not None and owner.verb[1] < start and all(e <= start for _, e in owner.contents)
    return after and text[max(0, start - 4) : start].rstrip()[-1:] in (".", "!", "?")


def _before(
    text: str, start: int, sentences: Sequence[Range], number: int, owners: Mapping[int, Attribution]
) -> Attribution | None:
    """Who speaks last before a quotation in its paragraph."""
    for i in range(number - 1, max(-1, number - NEAR), -1):
        if "\n" in text[sentences[i][1] : start]:
            return None
        if i in owners:
            return owners[i]
    return None


def _paragraph_before(
    text: str, start: int, sentences: Sequence[Range], number: int, owners: Mapping[int, Attribution]
) -> Attribution | None:
    """Who speaks last in the paragraph before one that is nothing but a quotation."""
    if (
        text[sentences[number][0] : start].strip()
        or not number
        or "\n" not in text[sentences[number - 1][1] : start]
    ):
        return None
    return owners.get(number - 1)


def _introduced(text: str, start: int, end: int, last: int) -> Attribution | None:
    """ "Ann Ray had this to tell them:" gives the quotation that follows, up to ``last``, to its subject.

    A few words in quotation marks are a title: "A painting was stolen: “The Ferryman”".
    """
    if end - start > LONGEST or not text[start:end].rstrip().endswith(":"):
        return None
    if len(text[end:last].split()) < SAYS:
        return None
    words = word_classes.tokens(text, start, end)
    if not any(w.low in LEXICON for w in words):
        return None
    verb = next((i for i in range(1, len(words)) if speaker_phrases.verbal(words[i])), None)
    name = subjects.subject(words, verb, 0) if verb is not None else None
    if name is None:
        return None
    speaker = words[name[0]].start, words[name[1] - 1].end
    return Attribution(((start, end),), Speaker(*speaker, text[slice(*speaker)]), None, "quote")


_SIGNED = re.compile(r"\s{0,4}(?:[―—–]|--?)\s?(?P<name>[A-Z][^\n“”\"]{2,60})(?=\n|$)")


def _signed(text: str, end: int) -> Attribution | None:
    """The name on a line of its own after a pulled quotation: "― Ann Ray"."""
    m = _SIGNED.match(text, end)
    if m is None or ("\n" not in text[end : m.start("name")] and text[end - 2 : end - 1] not in ".!?"):
        return None
    start, stop = m.start("name"), m.start("name") + len(m["name"].rstrip(" .,"))
    return Attribution(((start, stop),), Speaker(start, stop, text[start:stop]), None, "quote")

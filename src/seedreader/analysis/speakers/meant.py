"""Whom a pronoun or "the official" names, by what was named before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from seedreader.analysis.speakers.names import PRONOUNS
from seedreader.analysis.speakers.verbs import bag
from seedreader.article import Range, Speaker

REACH = 4
"""Sentences back in which a person is looked for who has said nothing yet."""

LEAD = 300
"""Characters at the front of a sentence in which it names the person that it is about."""

REMEMBERED = 20
"""How many speakers back a word may point."""

_PERSON = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Sir|Lt|Col|Capt|Sgt)\b\.?\s)?[A-Z][\w’'-]*[a-z](?:\s[A-Z]\.)?"
    r"(?:\s(?:de|la|van|von|bin|al|der|den|di|da|du|le|el)){0,2}(?:\s[A-Z][\w’'-]*[a-z]){1,2}"
    r"|(?:Mr|Mrs|Ms|Dr)\b\.?\s[A-Z][\w’-]+"
)
_BODIES = bag(
    "agency airlines april army association august bank bay board bridge center centre church city club"
    " college commission committee company council county court december department east february"
    " federal foundation friday fund group hospital house institute international island islands january"
    " july june kingdom lake league lines march ministry monday mountain national network new news north"
    " november october office park party police post press republic river road saturday school sea"
    " september service society south square state states street sunday team the thursday times tuesday"
    " union united university valley watch wednesday west"
)
_DETERMINERS = bag("a an her his its some that the their these this those")
_OPENS_WITH_PRONOUN = re.compile(r"\W*(?:\w+,?\s){0,2}(?:he|she)\b", re.I)
_ROLE = re.compile(
    r"(?:the|an?|one|another|his|her|its|their)\s(?:[\w’'-]+\s){0,4}?(?:\w+(?:er|or|man|woman|ist|ian|ee|person)|chief"
    r"|president|head|official|analyst|resident|student|witness|aide|boss|source|secretary|candidate|nurse|judge"
    r"|friend|neighbou?r|relative|victim|wife|husband|son|daughter|uncle|aunt|boy|girl|pupil)\b",
    re.I,
)


def resolved(text: str, speaker: Speaker, earlier: Sequence[Speaker], sentences: Sequence[Range]) -> Speaker:
    """The speaker with the name that its pronoun stands for as ``text``; unchanged where none fits.

    ``earlier`` are the speakers before it, in reading order, themselves resolved.
    """
    word = speaker.text.lower()
    if word in ("he", "she"):
        name = _person(text, speaker, earlier, sentences)
    elif word == "it":
        name = next((s.text for s in reversed(earlier[-2:]) if _is_body(s.text)), None)
    elif re.fullmatch(r"the [a-z]+", word):
        noun = word[4:]
        name = next((s.text for s in reversed(earlier[-REMEMBERED:]) if _is_called(s.text, noun)), None)
    else:
        return speaker
    return Speaker(speaker.start, speaker.end, name) if name else speaker


def _person(
    text: str, speaker: Speaker, earlier: Sequence[Speaker], sentences: Sequence[Range]
) -> str | None:
    """The nearest person before a pronoun: a speaker, or else the first one that a sentence names."""
    number = bisect_right(sentences, (speaker.start, len(text))) - 1
    known = [s for s in earlier[-REMEMBERED:] if s.end <= speaker.start and _may_be_person(s.text)]
    for i in range(number, max(-1, number - REACH), -1):
        start, end = sentences[i][0], min(sentences[i][1], speaker.start)
        spoke = [s for s in known if start <= s.start < end]
        if spoke:
            return spoke[-1].text
        about_one_before = i < number and _OPENS_WITH_PRONOUN.match(text, start, end)
        named = None if about_one_before else _first_person(text, start, end)
        if named:
            return named
    return known[-1].text if known else None


def _first_person(text: str, start: int, end: int) -> str | None:
    for m in _PERSON.finditer(text, start, min(end, start + LEAD)):
        before = text[max(0, m.start() - 4) : m.start()].lower()
        if _BODIES.isdisjoint(m[0].lower().split()) and before != "the ":
            return m[0].removesuffix("’s").removesuffix("'s")
    return None


def _may_be_person(name: str) -> bool:
    if name.lower() in PRONOUNS or name.isupper():
        return False
    if _first_person(name, 0, len(name)) or _ROLE.match(name):
        return True
    words = name.split()
    if words[0].lower() in _DETERMINERS:
        return False
    return len(words) < 3 and words[0][:1].isupper() and _BODIES.isdisjoint(name.lower().split())


def _is_body(name: str) -> bool:
    singular = not re.search(r"[^s]s\b|police|people", name.partition(" of ")[0].lower())
    named = name.lower() not in PRONOUNS and _first_person(name, 0, len(name)) is None
    return named and singular and not _ROLE.match(name)


def _is_called(name: str, noun: str) -> bool:
    words = name.lower().split()
    return noun in words and len(words) > 2

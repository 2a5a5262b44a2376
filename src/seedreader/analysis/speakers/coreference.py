"""Whom a pronoun or "the official" names, by what was named before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from seedreader.analysis.speakers import people, subjects, word_classes
from seedreader.analysis.speakers.people import People
from seedreader.analysis.speakers.speaker_phrases import PRONOUNS, verbal
from seedreader.article import Range, Speaker

REACH = 4
"""Sentences before a pronoun in which its person is looked for among those who have said nothing yet."""

REMEMBERED = 20
"""How many speakers back a pronoun or "the official" may refer."""

PERSONAL = ("he", "she")
_BODIES = ("it", "they")
_CALLED = re.compile(r"the (?P<noun>[a-z]+)(?: who\b.{0,60})?")
_MANY = re.compile(
    r"(?:ities|ials|ators|cans|ians|crats|ists|yers|ders|kers|ters|tors|ents|ants|ives|police|people)$", re.I
)
"""Endings of words for several people: "Authorities", "Democrats"."""

_OPENS_WITH_PRONOUN = re.compile(r"\W*(?:\w+,?\s){0,2}(?:he|she)\b", re.I)
_ROLE = re.compile(
    r"(?:the|an?|one|another|his|her|its|their)\s(?:[\w’'-]+\s){0,4}?(?:\w+(?:er|or|man|woman|ist|ian|ee|person)|chief"
    r"|president|head|official|analyst|resident|student|witness|aide|boss|source|secretary|candidate|nurse|judge"
    r"|friend|neighbou?r|relative|victim|wife|husband|son|daughter|uncle|aunt|boy|girl|pupil)\b",
    re.I,
)


_BODY_S_ROLE = re.compile(
    r"\b(?:owner|maker|operator|insurer|carrier|publisher|broadcaster|manufacturer|producer|supplier|retailer)\b",
    re.I,
)
"""Roles that a company may have as well as a person."""


def resolve_mentions(
    text: str, speaker: Speaker, earlier: Sequence[Speaker], sentences: Sequence[Range], known: People
) -> Speaker:
    """Replace a speaker that is only a pronoun or a role ("he", "the official") by whom it refers to.

    The result has that name as its ``text`` and still the pronoun's range. A speaker that has a name, or
    refers to nobody that is known, is returned as it is. ``earlier`` are the speakers before it in reading
    order, resolved already; ``known`` are the persons of the text.
    """
    word = speaker.text.lower()
    if word in PERSONAL:
        name = _person(text, speaker, earlier, sentences, known)
    elif word == "it":
        name = next((s.text for s in reversed(earlier[-2:]) if _is_body(s.text)), None)
    elif called := _CALLED.fullmatch(word):
        noun = called["noun"]
        name = next((s.text for s in reversed(earlier[-REMEMBERED:]) if _is_called(s.text, noun)), None)
    else:
        return speaker
    return Speaker(speaker.start, speaker.end, name) if name else speaker


def body_before(text: str, start: int, speaker: Speaker, previous: Range | None) -> Speaker:
    """Replace "it" or "they" by the subject of the clause before it in the sentence that begins at ``start``:
    "The company will close the plant, it said". Where it opens its sentence, by that of the ``previous`` one.
    """
    wanted = speaker.text.lower()
    if wanted not in _BODIES:
        return speaker
    words = word_classes.tokens(text, start, speaker.end)
    if len(words) < 2 and previous is not None:
        words = word_classes.tokens(text, *previous)
    verb = next((i for i, word in enumerate(words) if verbal(word)), None)
    found = subjects.opening(words, verb + 1, 0) if verb is not None else None
    if found is None:
        return speaker
    name = text[words[found[0]].start : words[found[1] - 1].end]
    fits = _is_body(name) if wanted == "it" else name.lower() not in PRONOUNS and not _is_body(name)
    return Speaker(speaker.start, speaker.end, name) if fits else speaker


def _person(
    text: str, speaker: Speaker, earlier: Sequence[Speaker], sentences: Sequence[Range], known: People
) -> str | None:
    """The nearest person before a pronoun whom it fits: a speaker, or else the first that is named."""
    number = bisect_right(sentences, (speaker.start, len(text))) - 1
    wanted = "m" if speaker.text.lower() == "he" else "f"
    before = [s for s in earlier[-REMEMBERED:] if s.end <= speaker.start]
    for i in range(number, max(-1, number - REACH), -1):
        start, end = sentences[i][0], min(sentences[i][1], speaker.start)
        for s in reversed(before):
            if start <= s.start < end and _may_be(s.text, wanted, known):
                return s.text
        if i < number and _OPENS_WITH_PRONOUN.match(text, start, end):
            continue
        named = next((p for p in known.between(start, end) if p.gender in (wanted, "")), None)
        if named:
            return named.name
    return next((s.text for s in reversed(before) if _may_be(s.text, wanted, known)), None)


def _may_be(name: str, wanted: str, known: People) -> bool:
    """Whether a speaker may be the one whom "he" (``wanted`` "m") or "she" ("f") means."""
    if name.lower() in PRONOUNS or name.isupper() or " and " in name:
        return False
    gender = people.gender(name, known)
    if gender is not None:
        return gender in (wanted, "")
    if _ROLE.match(name):
        return True
    words = name.partition(",")[0].split()
    single = len(words) == 1 and words[0][:1].isupper() and not words[0].isupper()
    return single and _MANY.search(words[0]) is None and words[0].lower() not in people.BODIES


def _is_body(name: str) -> bool:
    singular = not re.search(r"[^s]s\b|police|people", name.partition(" of ")[0].partition(",")[0].lower())
    named = name.lower() not in PRONOUNS and next(people.named(name, 0, len(name)), None) is None
    return named and singular and (not _ROLE.match(name) or _BODY_S_ROLE.search(name) is not None)


def _is_called(name: str, noun: str) -> bool:
    words = name.lower().split()
    return noun in words and len(words) > 2

"""The words of a passage that say something, made ready to be met by those of another passage."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from seedreader.analysis.matching.synonyms import senses
from seedreader.analysis.word_tokens import WordToken

BASE_WEIGHT = 0.35
"""What a word weighs that stands in every sentence of the story; what it tells (0…1) is added."""

PREFIX_LETTERS = 5
"""Letters in common from which two words are taken for forms of one: "detonated" and "detonator"."""

MAX_RUN = 6
"""Words in a row from which a run tells no more."""

SHARES = {"0": 1.0, "1": 0.6, "2": 0.5}
"""How far two words are one that have one stem, that belong to one sense, and that only begin alike."""


@dataclass(frozen=True, slots=True, eq=False)
class PassageTerms:
    """The stems of a passage in reading order with their weights; which are names and which numbers.

    ``told`` is what each tells, ``tells`` what all do: a word of every other sentence of the story nothing.
    The words of one name weigh together what one word does. ``named`` are those that are names, with their
    weights.

    ``at`` is each one's place among all words of the passage.

    ``places`` has where each stem, sense and front stands, after a figure for which of these it is (see
    `SHARES`), and ``keys`` are its keys.
    """

    stems: tuple[str, ...]
    weights: tuple[float, ...]
    told: tuple[float, ...]
    tells: float
    at: tuple[int, ...]
    whole: float
    names: frozenset[str]
    named: tuple[tuple[str, float], ...]
    numbers: frozenset[str]
    common: frozenset[str]
    places: Mapping[str, Sequence[int]]
    keys: frozenset[str]


Met = tuple[int, int, float]
"""Two words of two passages, by their places, and how much it tells that they are one."""


def terms_of(said: Sequence[WordToken], telling: Mapping[str, float]) -> PassageTerms:
    """Make the words of a passage ready; ``telling`` is what each stem tells, 1 where it isn't known."""
    stems = tuple(word.stem for word in said)
    told = tuple(telling.get(stem, 1.0) for stem in stems)
    weights = tuple(BASE_WEIGHT / run + tells for run, tells in zip(_runs(said), told, strict=True))
    places: dict[str, list[int]] = {}
    kinds = senses()
    for i, word in enumerate(said):
        places.setdefault("0" + word.stem, []).append(i)
        for sense in kinds.get(word.stem, ()):
            places.setdefault("1" + sense, []).append(i)
        if len(word.stem) >= PREFIX_LETTERS and not word.number:
            places.setdefault("2" + word.stem[:PREFIX_LETTERS], []).append(i)
    return PassageTerms(
        stems,
        weights,
        told,
        sum(told),
        tuple(word.place for word in said),
        sum(weights),
        names := frozenset(word.stem for word in said if word.name),
        tuple((stem, weight) for stem, weight in zip(stems, weights, strict=True) if stem in names),
        frozenset(word.stem for word in said if word.number),
        frozenset(word.stem for word in said if not word.name and not word.number),
        places,
        frozenset(places),
    )


def _runs(said: Sequence[WordToken]) -> Iterator[int]:
    """For each word, how many words the name has that it belongs to; 1 for others."""
    for is_name, run in groupby(said, key=lambda word: word.name):
        words = list(run)
        yield from [len(words) if is_name else 1] * len(words)


@lru_cache(maxsize=4)
def met(a: PassageTerms, b: PassageTerms) -> Sequence[Met]:
    """The words of ``a`` that ``b`` has too, each word once: first the same stems, then the others.

    Kept for the last pairs, since all that is told of two passages asks for it.
    """
    found: list[Met] = []
    mine, theirs = a.weights, b.weights
    left: set[int] = set()
    right: set[int] = set()
    for key in sorted(a.keys & b.keys):
        here, there = a.places[key], b.places[key]
        if len(here) == 1 == len(there):  # as nearly always
            i, j = here[0], there[0]
            pairs = [] if i in left or j in right else [(i, j)]
        else:
            free = [j for j in there if j not in right]
            pairs = list(zip([i for i in here if i not in left], free, strict=False))
        for i, j in pairs:
            left.add(i)
            right.add(j)
            found.append((i, j, SHARES[key[0]] * max(mine[i], theirs[j])))
    return found


class ModifierClashes(NamedTuple):
    """How many words that meet have another word just before them in either passage ("eel fishing", "cod
    fishing"), and just after them ("police station", "police officer").
    """

    before: int
    after: int


def clashes(
    a: PassageTerms, b: PassageTerms, found: Sequence[Met], apart: Collection[str] = ()
) -> ModifierClashes:
    """What of two passages goes with the words that meet, and does not meet; the stems ``apart`` left out."""
    mine, theirs = {i for i, _, _ in found}, {j for _, j, _ in found}
    counts = [0, 0]
    for i, j, _ in found:
        for side, step in enumerate((-1, 1)):
            x, y = i + step, j + step
            if not (0 <= x < len(a.at) and 0 <= y < len(b.at)) or x in mine or y in theirs:
                continue
            if a.stems[x] in a.numbers or b.stems[y] in b.numbers or {a.stems[x], b.stems[y]} & set(apart):
                continue
            counts[side] += abs(a.at[x] - a.at[i]) == abs(b.at[y] - b.at[j]) == 1
    return ModifierClashes(*counts)


def most_close_by(found: Sequence[Met], width: int) -> int:
    """The most words that meet within ``width`` words of one of them in both passages; at most 6."""
    if len(found) < 2:
        return len(found)
    near = [1] * len(found)
    places = sorted(found)
    for this, (i, j, _) in enumerate(places):
        for other in range(this + 1, len(places)):
            x, y, _ = places[other]
            if x - i > width:
                break
            if -width <= y - j <= width:
                near[this] += 1
                near[other] += 1
    return min(max(near), MAX_RUN)


def longest_run(one: Sequence[str], two: Sequence[str]) -> int:
    """How many words in a row both have, at most `LONG`."""
    best, last = 0, [0] * (len(two) + 1)
    for word in one:
        now = [0] * (len(two) + 1)
        for j, other in enumerate(two):
            if word == other:
                now[j + 1] = last[j] + 1
        best, last = max(best, *now), now
    return min(best, MAX_RUN)

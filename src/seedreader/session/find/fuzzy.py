"""Words in their order within a sentence, each with a typo or two."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from seedreader.article import Range
from seedreader.session.find.folded_text import FoldedText
from seedreader.session.find.hits import MOST, Hit, Hits
from seedreader.session.find.query import WORD

ONE_FROM, TWO_FROM = 5, 9
"""Letters of a word from which one typo is let, and two."""
BEGUN = 3
"""Letters of a word from which longer words that begin with it are hits."""


class TypedWord(NamedTuple):
    """A word of a text that is like one sought."""

    start: int
    end: int
    typos: int


def index(text: FoldedText) -> dict[str, array[int]]:
    """The different words of a text, and where each begins in what it was folded to."""
    words: dict[str, array[int]] = {}
    for found in WORD.finditer(text.text):
        word = found.group()
        if word not in words:
            words[word] = array("L")
        words[word].append(found.start())
    return words


def typos_let(word: str) -> int:
    """How many letters of a word may be otherwise: none in a figure."""
    if any(letter.isdigit() for letter in word):
        return 0
    return (len(word) >= ONE_FROM) + (len(word) >= TWO_FROM)


def like(word: str, words: Collection[str]) -> dict[str, int]:
    """Which of ``words`` are this one or begin with it, with how many typos.

    A typo is a letter too many, too few, wrong, or two that changed places (optimal string alignment).
    """
    # rapidfuzz is imported at the first comparison: no first frame waits for it
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    most, size = typos_let(word), len(word)
    figure = word[0].isdigit()
    if figure or size < BEGUN:
        return {word: 0} if word in words else {}
    found = {other: 0 for other in words if other.startswith(word)}
    if not most:
        return found
    lengths = range(size - most, size + most + 1)
    for length in lengths:
        beginnings: dict[str, list[str]] = defaultdict(list)
        for other in words:
            if other not in found or found[other]:
                beginnings[other[:length]].append(other)
        for beginning, typos, _ in extract(
            word, list(beginnings), scorer=OSA.distance, score_cutoff=most, limit=None
        ):
            for other in beginnings[beginning]:
                found[other] = min(typos, found.get(other, typos))
    return found


def fuzzy(
    text: FoldedText,
    words: Mapping[str, array[int]],
    likes: Sequence[Mapping[str, int]],
    sentences: Sequence[Range],
) -> Hits:
    """Where words stand in their order within one sentence of a text, others between them or not.

    ``words`` is the text's index; ``likes`` are for each word sought those like it, with their typos.
    """
    inside = [start for start, _ in sentences]
    places: dict[int, list[list[TypedWord]]] = {}
    for number, like_it in enumerate(likes):
        there = [(at, word) for word in like_it if word in words for at in words[word]]
        if not there:
            return Hits()
        for at, word in sorted(there):
            place = text.range(at, at + len(word))
            sentence = bisect_right(inside, place[0]) if place else -1
            if place is None or (number and sentence not in places):
                continue
            if sentence not in places:
                places[sentence] = [[] for _ in likes]
            places[sentence][number].append(TypedWord(*place, like_it[word]))
    hits = [hit for sentence in sorted(places) for hit in _chains(places[sentence])]
    return Hits(tuple(hits[:MOST]), len(hits))


def _chains(places: Sequence[Sequence[TypedWord]]) -> Iterator[Hit]:
    """The words one after the other, as close together as they can be, as often as they stand so."""
    at = 0
    while True:
        chain: list[TypedWord] = []
        for words in places:
            index = bisect_left(words, at, key=lambda word: word.start)
            if index == len(words):
                return
            chain.append(words[index])
            at = words[index].end
        before = chain[-1].start
        for number in reversed(range(len(places) - 1)):
            words = places[number]
            chain[number] = words[bisect_right(words, before, key=lambda word: word.end) - 1]
            before = chain[number].start
        yield Hit(tuple((word.start, word.end) for word in chain), sum(word.typos for word in chain))

"""How well passages of different articles say the same thing.

A passage is a bag of stems, weighted by how rare they are in these articles; names and numbers weigh more,
and the front letters of a stem count a little by themselves, so that "struck" and "strike" share something.
Passages are compared by cosine; what stands around them and how alike the two articles are add to it. The
place of a sentence in its article is never used.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from math import log, sqrt

from seedreader.analysis import matching_events, words
from seedreader.article import Range

Vector = Mapping[str, float]
"""Feature -> weight, of length one, or empty."""

NAME = 1.6
NUMBER = 1.6
"""What a name and a number weigh, a common word being 1."""

FRONT = 0.6
FRONT_LETTERS = 4
"""What the front letters of a stem weigh, of what the stem does, and how many they are."""

BESIDE = 0.25
"""What each neighbour of a sentence adds when it resembles the passage or the passage's neighbour."""

ASTRIDE = 0.2
"""What a sentence gains by resembling a neighbour of the passage."""

STRANGERS = 0.1
"""What counts between articles that share no word; likeness of the articles is added to it."""

COMMON = 1_000
"""Sentences of one document that use a feature, above which no sentence is found by it."""

EVEN = 0.04
"""Evidence that makes a score of a half: where links on the development topics of ECB+ are best by F1."""


@dataclass(frozen=True)
class Document:
    """What matching sees of an article: text, sentences, and ranges that are not the article itself."""

    text: str
    sentences: tuple[Range, ...]
    skip: tuple[Range, ...] = ()


@dataclass(frozen=True, eq=False)
class Index:
    """Documents made ready for `scores`. ``weights`` has each feature's, ``unseen`` that of any other."""

    documents: tuple[Document, ...]
    weights: Mapping[str, float]
    unseen: float
    vectors: tuple[tuple[Vector, ...], ...]
    whole: tuple[Vector, ...]
    postings: tuple[Mapping[str, Sequence[tuple[int, float]]], ...]

    @cached_property
    def alike(self) -> list[list[float]]:
        """How alike each two documents are, 0…1."""
        count = len(self.whole)
        result = [[1.0] * count for _ in range(count)]
        for i in range(count):
            for j in range(i):
                result[i][j] = result[j][i] = _cosine(self.whole[i], self.whole[j])
        return result

    @cached_property
    def sameness(self) -> list[list[float]]:
        """How surely each two documents tell of one event: see `matching_events.sameness`."""
        return matching_events.sameness(self.alike)


@dataclass(frozen=True, slots=True)
class Asked:
    """A passage ready to be looked up: its document, its words, those of the sentences beside it."""

    document: int
    said: Vector
    before: Vector
    after: Vector


def build(documents: Sequence[Document]) -> Index:
    """Weigh the words of ``documents`` and note which sentence uses which."""
    used = [
        [_features(d.text, *s) if ok else {} for s, ok in zip(d.sentences, kept(d), strict=True)]
        for d in documents
    ]
    weights = _weights([features for document in used for features in document])
    unseen = max(weights.values(), default=1.0)
    vectors = tuple(tuple(_vector(_sum([f]), weights, unseen) for f in document) for document in used)
    return Index(
        documents=tuple(documents),
        weights=weights,
        unseen=unseen,
        vectors=vectors,
        whole=tuple(_vector(_sum(document), weights, unseen) for document in used),
        postings=tuple(_postings(document) for document in vectors),
    )


def scores(index: Index, document: int, start: int, end: int, other: int) -> list[float]:
    """Tell, for each sentence of document ``other``, how well it matches ``[start, end)`` of ``document``.

    Each score lies in 0…1; about 0.5 and more means that both say the same thing. Sentences that lie mostly
    in their document's ``skip`` get 0.
    """
    result = [0.0] * len(index.vectors[other])
    for i, score in _found(index, asked(index, document, start, end), other).items():
        result[i] = score
    return result


def asked(index: Index, document: int, start: int, end: int) -> Asked:
    """Make the passage ``[start, end)`` of ``document`` ready to be looked up in other documents."""
    said = _sum([_features(index.documents[document].text, start, end)])
    return Asked(document, _vector(said, index.weights, index.unseen), *_around(index, document, start, end))


def best(index: Index, passage: Asked, other: int, most: int) -> list[tuple[float, int]]:
    """The ``most`` sentences of document ``other`` that match best: score and number, best first."""
    found = _found(index, passage, other)
    return nlargest(most, ((score, i) for i, score in found.items()), key=lambda x: (x[0], -x[1]))


def _found(index: Index, passage: Asked, other: int) -> dict[int, float]:
    """The score of each sentence of ``other`` that shares a word with the passage."""
    alike = _similarities(index, passage.said, other)
    if not alike:
        return {}
    before = _similarities(index, passage.before, other)
    after = _similarities(index, passage.after, other)
    articles = STRANGERS + index.alike[passage.document][other]
    articles *= min(index.sameness[passage.document][other], 1.0) ** 2
    result = {}
    for i, similarity in alike.items():
        left = max(alike.get(i - 1, 0.0), before.get(i - 1, 0.0))
        right = max(alike.get(i + 1, 0.0), after.get(i + 1, 0.0))
        around = BESIDE * (left + right) + ASTRIDE * max(before.get(i, 0.0), after.get(i, 0.0))
        evidence = articles * (similarity + around)
        result[i] = evidence / (evidence + EVEN)
    return result


def kept(document: Document) -> list[bool]:
    """Tell, for each sentence, whether it lies mostly outside ``skip``."""
    answer, skip, at = [], document.skip, 0
    for start, end in document.sentences:
        while at < len(skip) and skip[at][1] <= start:
            at += 1
        covered, i = 0, at
        while i < len(skip) and skip[i][0] < end:
            covered += min(end, skip[i][1]) - max(start, skip[i][0])
            i += 1
        answer.append(2 * covered < end - start)
    return answer


def _features(text: str, start: int, end: int) -> dict[str, bool]:
    """The stems of a passage and their front letters; true for one that is written as a name."""
    features: dict[str, bool] = {}
    for word in words.words(text, start, end):
        features[word.stem] = features.get(word.stem, False) or word.name
        if len(word.stem) >= FRONT_LETTERS and not word.number:
            front = word.stem[:FRONT_LETTERS] + "*"
            features[front] = features.get(front, False) or word.name
    return features


def _weights(passages: Sequence[Mapping[str, bool]]) -> dict[str, float]:
    """How much each feature says: how rare it is, and whether it is a number, a name, or front letters."""
    used = Counter(feature for features in passages for feature in features)
    named = Counter(feature for features in passages for feature, name in features.items() if name)
    weights = {}
    for feature, n in used.items():
        kind = NUMBER if feature[0].isdigit() else NAME if 2 * named[feature] > n else 1.0
        part = FRONT if feature.endswith("*") else 1.0
        weights[feature] = kind * part * log(1 + len(passages) / n)
    return weights


def _sum(passages: Iterable[Mapping[str, bool]]) -> dict[str, float]:
    """How often each feature is used, dampened."""
    return {f: 1 + log(n) for f, n in Counter(f for features in passages for f in features).items()}


def _vector(used: Mapping[str, float], weights: Mapping[str, float], unseen: float) -> dict[str, float]:
    weighted = {f: n * weights.get(f, unseen) for f, n in used.items()}
    length = sqrt(sum(w * w for w in weighted.values()))
    return {f: w / length for f, w in weighted.items()} if length else {}


def _postings(vectors: Sequence[Vector]) -> dict[str, list[tuple[int, float]]]:
    """Which sentences use a feature; of one that most sentences use, none: it finds nothing."""
    postings: dict[str, list[tuple[int, float]]] = {}
    for i, vector in enumerate(vectors):
        for feature, weight in vector.items():
            uses = postings.setdefault(feature, [])
            if len(uses) <= COMMON:
                uses.append((i, weight))
    return {feature: uses for feature, uses in postings.items() if len(uses) <= COMMON}


def _around(index: Index, document: int, start: int, end: int) -> tuple[Vector, Vector]:
    """The sentence before and the sentence after a passage."""
    ranges, vectors = index.documents[document].sentences, index.vectors[document]
    before = bisect_right(ranges, start, key=lambda r: r[1]) - 1
    after = bisect_left(ranges, end, key=lambda r: r[0])
    return vectors[before] if before >= 0 else {}, vectors[after] if after < len(vectors) else {}


def _similarities(index: Index, query: Vector, other: int) -> dict[int, float]:
    found: defaultdict[int, float] = defaultdict(float)
    postings = index.postings[other]
    for feature, weight in query.items():
        for i, there in postings.get(feature, ()):
            found[i] += weight * there
    return found


def _cosine(one: Vector, two: Vector) -> float:
    if len(two) < len(one):
        one, two = two, one
    return sum(weight * two[feature] for feature, weight in one.items() if feature in two)

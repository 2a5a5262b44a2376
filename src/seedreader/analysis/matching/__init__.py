"""How well passages of different articles say the same thing.

A passage is the set of its stems and of the senses that they belong to ("murder" and "slain" share one; see
`thesaurus`), weighted by how rare they are in these articles; names and numbers weigh more. A
sentence matches a passage as far as it covers it: the share of the passage's weight that the sentence has
too, the sentences beside the passage adding a little. How alike the two articles are then tells whether the
best match is one. The place of a sentence in its article is never used.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt

from seedreader.analysis import word_tokens
from seedreader.analysis.matching import same_event
from seedreader.analysis.matching.thesaurus import senses
from seedreader.analysis.word_tokens import WordToken
from seedreader.article import Range

Vector = Mapping[str, float]
"""Feature -> weight: of an article, of length one; of a passage, of sum one; or empty."""

NAME_WEIGHT = 1.6
NUMBER_WEIGHT = 1.6
"""What a name and a number weigh in an article, a common word being 1."""

PREFIX_WEIGHT = 0.6
PREFIX_LETTERS = 4
"""What the front letters of a stem weigh in an article, of what the stem does, and how many they are."""

QUERY_NAME_WEIGHT = 1.2
"""What a name, a number and a sense weigh in a passage, a common word being 1."""

RARITY_EXPONENT = 0.7
"""Power of a feature's rarity in a passage: what every account says tells less, but it tells."""

NEIGHBOUR_BONUS = 0.1
"""What a sentence adds to its share of the passage for covering a sentence beside it wholly: a tenth."""

MIN_SIMILARITY = 0.1
"""Cosine similarity, in 0…1, taken for two articles that share no word; their own is added to it."""

MAX_POSTINGS = 1_000
"""Sentences of one document that use a feature, above which no sentence is found by it."""

SCORE_MIDPOINT = 0.053
"""Evidence that makes a score of a half: about where links on development topics of ECB+ are best by F1."""


@dataclass(frozen=True)
class Document:
    """What matching sees of an article: text, sentences, and ranges that are not the article itself."""

    text: str
    sentences: tuple[Range, ...]
    skip: tuple[Range, ...] = ()


@dataclass(frozen=True, eq=False)
class PassageIndex:
    """Documents made ready to be searched for passages. ``weights`` has each feature's in a passage.

    ``kinds`` numbers the different documents: those that are the same have one number, and everything of
    them once.
    """

    documents: tuple[Document, ...]
    kinds: tuple[int, ...]
    weights: Mapping[str, float]
    passages: tuple[tuple[Vector, ...], ...]
    whole: tuple[Vector, ...]
    postings: tuple[Mapping[str, Sequence[int]], ...]

    def alike(self, one: int, two: int) -> float:
        """How alike two documents are, 0…1."""
        return self._alike[self.kinds[one]][self.kinds[two]]

    def sameness(self, one: int, two: int) -> float:
        """How surely two documents tell of one event: see `same_event.sameness`."""
        return self._sameness[self.kinds[one]][self.kinds[two]]

    @cached_property
    def _alike(self) -> list[list[float]]:
        return _cosines(list(dict(zip(self.kinds, self.whole, strict=True)).values()))

    @cached_property
    def _sameness(self) -> list[list[float]]:
        return same_event.sameness(self._alike)

    @cached_property
    def unseen(self) -> float:
        """What a feature weighs that no sentence of the documents has."""
        return max(self.weights.values(), default=1.0)


@dataclass(frozen=True, slots=True)
class PassageQuery:
    """A passage ready to be looked up: its document, its words, and the numbers of the sentences beside it.

    ``whole`` is the number of the sentence that it is; None where it is a part of one, or more.
    """

    document: int
    said: Vector
    beside: tuple[int, int]
    whole: int | None


def build(documents: Sequence[Document]) -> PassageIndex:
    """Weigh the words of ``documents`` and note which sentence uses which."""
    numbers: dict[Document, int] = {}
    kinds = tuple(numbers.setdefault(document, len(numbers)) for document in documents)
    used = [_used(document) for document in numbers]
    rarity, named = _counted([features for kind in kinds for features in used[kind]])
    articles = {f: _kind(f, named, NAME_WEIGHT, NUMBER_WEIGHT) * _part(f) * r for f, r in rarity.items()}
    weights = {
        f: _kind(f, named, QUERY_NAME_WEIGHT, QUERY_NAME_WEIGHT) * r**RARITY_EXPONENT
        for f, r in rarity.items()
        if f[-1] != "*"
    }
    passages = [tuple(_passage(features, weights, 1.0) for features in document) for document in used]
    whole = [_article(document, articles) for document in used]
    postings = [_postings(document) for document in passages]
    return PassageIndex(
        documents=tuple(documents),
        kinds=kinds,
        weights=weights,
        passages=tuple(passages[kind] for kind in kinds),
        whole=tuple(whole[kind] for kind in kinds),
        postings=tuple(postings[kind] for kind in kinds),
    )


def scores(index: PassageIndex, document: int, start: int, end: int, other: int) -> list[float]:
    """Tell, for each sentence of document ``other``, how well it matches ``[start, end)`` of ``document``.

    Each score lies in 0…1; about 0.5 and more means that both say the same thing. Sentences that lie mostly
    in their document's ``skip`` get 0.
    """
    result = [0.0] * len(index.passages[other])
    for i, score in found(index, asked(index, document, start, end), other).items():
        result[i] = score
    return result


def asked(
    index: PassageIndex, document: int, start: int, end: int, said: Vector | None = None
) -> PassageQuery:
    """Make the passage ``[start, end)`` of ``document`` ready to be looked up in other documents.

    ``said`` is what `weighed` gave for it, where that is known.
    """
    ranges = index.documents[document].sentences
    before = bisect_right(ranges, start, key=lambda r: r[1]) - 1
    after = bisect_left(ranges, end, key=lambda r: r[0])
    inside = before + 1
    whole = inside if ranges[inside:after] == ((start, end),) and index.passages[document][inside] else None
    if whole is not None:
        said = index.passages[document][whole]
    elif said is None:
        said = weighed(index, list(word_tokens.words(index.documents[document].text, start, end)))
    return PassageQuery(document, said, (before, after), whole)


def weighed(index: PassageIndex, said: Sequence[WordToken]) -> Vector:
    """The stems and senses of a passage, each with the share of it that it is."""
    return _passage(_features(said), index.weights, index.unseen)


def found(index: PassageIndex, passage: PassageQuery, other: int) -> Mapping[int, float]:
    """The score of each sentence of document ``other`` that shares a word with the passage, by its number."""
    return found_by_each(index, [passage], other)[0]


def found_by_each(
    index: PassageIndex, passages: Sequence[PassageQuery], other: int
) -> list[Mapping[int, float]]:
    """The same for several passages of one document; what a sentence of it covers is looked up once."""
    if not passages:
        return []
    document = passages[0].document
    sentences, known = index.passages[document], dict[int, Mapping[int, float]]()

    def covered(number: int) -> Mapping[int, float]:
        if number not in known:
            said = sentences[number] if 0 <= number < len(sentences) else {}
            known[number] = _covered(index, said, other)
        return known[number]

    weight = _likeness(index, document, other)
    result: list[Mapping[int, float]] = []
    for passage in passages:
        shares = covered(passage.whole) if passage.whole is not None else _covered(index, passage.said, other)
        before, after = map(covered, passage.beside) if shares else ({}, {})
        evidence = (
            (i, weight * (share + NEIGHBOUR_BONUS * max(before.get(i, 0.0), after.get(i, 0.0))))
            for i, share in shares.items()
        )
        result.append({i: told / (told + SCORE_MIDPOINT) for i, told in evidence})
    return result


def score(index: PassageIndex, passage: PassageQuery, other: int, number: int) -> float:
    """The score of one sentence of document ``other``; what `found` has for it, without the others."""
    documents, known = index.passages[passage.document], index.postings[other]
    own = index.passages[other][number] if number < len(index.passages[other]) else {}

    def share(said: Vector) -> float:
        return sum([weight for feature, weight in said.items() if feature in own and feature in known])

    covered = share(passage.said)
    if not covered:
        return 0.0
    beside = max((share(documents[i]) for i in passage.beside if 0 <= i < len(documents)), default=0.0)
    evidence = _likeness(index, passage.document, other) * (covered + NEIGHBOUR_BONUS * beside)
    return evidence / (evidence + SCORE_MIDPOINT)


def highest(index: PassageIndex, one: int, two: int) -> float:
    """The score that no sentence of either document can exceed for a passage of the other."""
    evidence = _likeness(index, one, two) * (1 + NEIGHBOUR_BONUS)
    return evidence / (evidence + SCORE_MIDPOINT)


def _likeness(index: PassageIndex, one: int, two: int) -> float:
    """What it counts for the scores of two documents how alike they are, and how surely of one event."""
    return (MIN_SIMILARITY + index.alike(one, two)) * min(index.sameness(one, two), 1.0) ** 2


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


def _used(document: Document) -> list[dict[str, bool]]:
    """The features of each sentence; of one that is no part of the article none."""
    return [
        _features(word_tokens.words(document.text, *sentence)) if ok else {}
        for sentence, ok in zip(document.sentences, kept(document), strict=True)
    ]


def _features(said: Iterable[WordToken]) -> dict[str, bool]:
    """The stems of a passage, their front letters and senses; true for one that is written as a name."""
    features: dict[str, bool] = {}
    kinds = senses()
    for word in said:
        features[word.stem] = features.get(word.stem, False) or word.name
        if len(word.stem) >= PREFIX_LETTERS and not word.number:
            front = word.stem[:PREFIX_LETTERS] + "*"
            features[front] = features.get(front, False) or word.name
        for sense in kinds.get(word.stem, ()):
            features[sense] = False
    return features


def _counted(passages: Sequence[Mapping[str, bool]]) -> tuple[dict[str, float], set[str]]:
    """How rare each feature is, and which of them are mostly written as names."""
    used = Counter(feature for features in passages for feature in features)
    named = Counter(feature for features in passages for feature, name in features.items() if name)
    rarity = {feature: log(1 + len(passages) / n) for feature, n in used.items()}
    return rarity, {feature for feature, n in named.items() if 2 * n > used[feature]}


def _kind(feature: str, named: set[str], name: float, number: float) -> float:
    return number if feature[0].isdigit() else name if feature in named else 1.0


def _part(feature: str) -> float:
    """What a feature counts in an article, where senses say too little."""
    return 0.0 if feature[0] == "=" else PREFIX_WEIGHT if feature[-1] == "*" else 1.0


def _passage(features: Mapping[str, bool], weights: Mapping[str, float], unseen: float) -> dict[str, float]:
    weighted = {f: weights.get(f, unseen) for f in features if f[-1] != "*"}
    whole = sum(weighted.values())
    return {f: w / whole for f, w in weighted.items()} if whole else {}


def _article(passages: Iterable[Mapping[str, bool]], weights: Mapping[str, float]) -> dict[str, float]:
    """The features of an article by how often they are used, dampened; those of no weight left out."""
    used = Counter(feature for features in passages for feature in features)
    weighted = {f: (1 + log(n)) * weights[f] for f, n in used.items() if weights[f]}
    length = sqrt(sum(w * w for w in weighted.values()))
    return {f: w / length for f, w in weighted.items()}


def _postings(passages: Sequence[Vector]) -> dict[str, list[int]]:
    """Which sentences use a feature; of one that most sentences use, none: it finds nothing."""
    postings: dict[str, list[int]] = {}
    for i, passage in enumerate(passages):
        for feature in passage:
            uses = postings.setdefault(feature, [])
            if len(uses) <= MAX_POSTINGS:
                uses.append(i)
    return {feature: uses for feature, uses in postings.items() if len(uses) <= MAX_POSTINGS}


def _covered(index: PassageIndex, passage: Vector, other: int) -> dict[int, float]:
    """How much of a passage each sentence of ``other`` has too, for those that have any."""
    found: defaultdict[int, float] = defaultdict(float)
    postings = index.postings[other]
    for feature in filter(postings.__contains__, passage):
        weight = passage[feature]
        for i in postings[feature]:
            found[i] += weight
    return found


def _cosines(vectors: Sequence[Vector]) -> list[list[float]]:
    """How alike each two of some articles are, an article and itself wholly."""
    uses: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    rows: list[list[float]] = []
    for i, vector in enumerate(vectors):
        row = [0.0] * i
        for feature, weight in vector.items():
            earlier = uses[feature]
            for j, other in earlier:
                row[j] += weight * other
            earlier.append((i, weight))
        rows.append(row)
    return [[*row, 1.0, *(later[i] for later in rows[i + 1 :])] for i, row in enumerate(rows)]

"""What tells one event from another in an article: a sparse vector of its names, figures and words.

A feature weighs by how often the article uses it (dampened), how few articles use it, and what it is: a
name tells more of an event than a common word, and a figure more than a name. The first words, which tell
the event in short, count twice. Of a long article the front is read. Left out are sentences that unlike
articles share (an appeal, a footer), what the format says is beside the article, and stop words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import log, sqrt

from seedreader.analysis import word_tokens
from seedreader.article import Article
from seedreader.corpus import stock_sentences
from seedreader.text import language

Vector = Mapping[str, float]
"""Feature -> weight, of length one; or empty."""

LOOKED_AT = 3_000
"""Characters of an article that are read: its event stands at its front."""

LEAD_WORDS = 60
"""Words at the front of an article, stop words left out, that count twice."""

NAME_WEIGHT = 1.6
"""What a name weighs, a common word being 1."""

FIGURE_WEIGHT = 2.5
"""What a figure weighs."""

FEW_DIGITS = 2
"""Characters of a number up to which it weighs as a common word: everything has a 3 or a 10 in it."""

ELSEWHERE = 300
"""Articles that are thought to exist beside those given, so that a rare word is rare among few, too."""

ELSEWHERE_CARRIERS = 2
"""How many of those are thought to use each word."""

SHORTEST = 4
"""Letters from which an uncapitalised word counts where not all stop words are known: but in English."""

KNOWN = 100_000
"""Written words whose stems are kept ready."""

_BESIDE = frozenset(("navigation", "comment", "hidden", "deleted", "header", "footer"))
"""Structure that is not the article itself."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")

Word = tuple[str, bool]
"""A stem, and whether it is written as a name."""


def vectors(articles: Sequence[Article]) -> list[Vector]:
    """The vector of each article, in the order given."""
    stems: dict[str | None, _Stems] = {}
    sentences = [list(_sentences(article, stems)) for article in articles]
    stock = stock_sentences.find(sentences)
    counted = [Counter[str]() for _ in articles]
    named: Counter[str] = Counter()
    for uses, own in zip(counted, sentences, strict=True):
        words = [word for sentence, said in own if sentence not in stock for word in said]
        uses.update([word for word, _ in words])
        uses.update([word for word, _ in words[:LEAD_WORDS]])
        named.update({word for word, name in words if name})
    used = Counter(chain.from_iterable(counted))
    thought = len(articles) + ELSEWHERE
    weights = {
        word: _kind(word, 2 * named[word] > n) * log(1 + thought / (n + ELSEWHERE_CARRIERS))
        for word, n in used.items()
    }
    return [direction({word: (1 + log(n)) * weights[word] for word, n in uses.items()}) for uses in counted]


def direction(weighted: Mapping[str, float]) -> Vector:
    """A vector drawn to the length of one; an empty one stays empty."""
    length = sqrt(sum(weight * weight for weight in weighted.values()))
    return {feature: weight / length for feature, weight in weighted.items()} if length else {}


def _kind(word: str, name: bool) -> float:
    """What a word weighs for what it is."""
    if word[0].isdigit():
        return FIGURE_WEIGHT if len(word) > FEW_DIGITS else 1.0
    return NAME_WEIGHT if name else 1.0


def _sentences(article: Article, stems: dict[str | None, _Stems]) -> Iterator[tuple[int, list[Word]]]:
    """The sentences of an article's front, by their numbers, each with its words."""
    code = article.language or language.detect(article.text)
    known = stems.setdefault(code, _Stems(code))
    left = LOOKED_AT
    for text in _parts(article):
        for sentence in stock_sentences.split(text[:left]):
            yield stock_sentences.number(sentence), _words(sentence, known)
        left -= len(text)
        if left <= 0:
            return


def _parts(article: Article) -> Iterator[str]:
    """The parts of the text that the format does not put beside the article."""
    beside = [s for s in article.structure if s.kind in _BESIDE]
    if not beside:
        yield article.text
        return
    at = 0
    for start, end, _ in sorted(beside):
        if start > at:
            yield article.text[at:start]
        at = max(at, end)
    yield article.text[at:]


def _words(sentence: str, known: _Stems) -> list[Word]:
    said = list(map(known.__getitem__, _WORD.findall(sentence)))
    if said and said[0]:
        said[0] = (said[0][0], False)  # the first word has a capital anyway
    return list(filter(None, said))


class _Stems(dict[str, Word | None]):
    """A word of one language as written -> its stem, and whether it may be a name; None for a stop word."""

    def __init__(self, code: str | None) -> None:
        self._code = code

    def __missing__(self, written: str) -> Word | None:
        if len(self) == KNOWN:
            self.clear()
        stem = _stem(written, self._code)
        self[written] = word = (stem, written[0].isupper()) if stem else None
        return word


def _stem(written: str, code: str | None) -> str:
    """The stem of a word, empty for a stop word."""
    if code != "en" and (
        (len(written) < SHORTEST and written.islower()) or written.lower() in language.small_words(code)
    ):
        return ""
    return word_tokens.stemmed(written)

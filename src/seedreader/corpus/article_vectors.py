"""What tells one event from another in an article: a sparse vector of its names, figures and words.

A feature weighs by how often the article uses it (dampened), how few articles use it, and what it is: a
name tells more of an event than a common word, and a figure more than a name. The first words, which tell
the event in short, count twice. Of a long article the front is read. Left out are sentences that unlike
articles share (an appeal, a footer), what the format says is beside the article, and stop words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log, sqrt

from seedreader.analysis import word_tokens
from seedreader.article import Article
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

ELSEWHERE = 1_000
"""Articles that are thought to exist beside those given, so that a rare word is rare among few, too."""

ELSEWHERE_CARRIERS = 2
"""How many of those are thought to use each word."""

SHORTEST = 4
"""Letters from which an uncapitalised word counts in other languages than English, whose stop words are known."""

SHORTEST_STOCK = 25
"""Characters of a sentence from which it can be a stock sentence."""

STOCK_SHARE = 0.2
"""Share of their other words that articles with one sentence have in common, below which it is a stock one."""

FEWEST_OTHERS = 20
"""Other words that an article has at least for that to be told: a reprint has none of its own."""

COMPARED = 8
"""Articles with one sentence that are compared, each with the next."""

_BESIDE = frozenset(("navigation", "comment", "hidden", "deleted", "header", "footer"))
"""Structure that is not the article itself."""

_SENTENCE_END = re.compile(r"(?<=[.!?…。！？])\s+|\n+")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")

Word = tuple[str, bool]
"""A stem, and whether it is written as a name."""


def vectors(articles: Sequence[Article]) -> list[Vector]:
    """The vector of each article, in the order given."""
    sentences = [list(_sentences(article)) for article in articles]
    stock = _stock(sentences)
    counted = [Counter[str]() for _ in articles]
    named: Counter[str] = Counter()
    for uses, own in zip(counted, sentences, strict=True):
        words = [word for sentence, said in own if hash(sentence) not in stock for word in said]
        uses.update(word for word, _ in words)
        uses.update(word for word, _ in words[:LEAD_WORDS])
        named.update({word for word, name in words if name})
    used = Counter(word for uses in counted for word in uses)
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


def _sentences(article: Article) -> Iterator[tuple[str, list[Word]]]:
    """The sentences of an article's front, each with its words."""
    code = article.language or language.detect(article.text)
    left = LOOKED_AT
    for text in _parts(article):
        for sentence in _SENTENCE_END.split(text[:left]):
            yield sentence, list(_words(sentence, code))
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


def _words(sentence: str, code: str | None) -> Iterator[Word]:
    for place, match in enumerate(_WORD.finditer(sentence)):
        if stem := _stem(match[0], code):
            yield stem, place > 0 and match[0][0].isupper()


@lru_cache(maxsize=100_000)
def _stem(written: str, code: str | None) -> str:
    """The stem of a word, empty for a stop word."""
    if code != "en" and (
        (len(written) < SHORTEST and written.islower()) or written.lower() in language.small_words(code)
    ):
        return ""
    return word_tokens.stemmed(written)


def _stock(articles: Sequence[Sequence[tuple[str, list[Word]]]]) -> set[int]:
    """The hashes of sentences that articles share which have little else in common."""
    carriers: defaultdict[int, list[int]] = defaultdict(list)
    for number, sentences in enumerate(articles):
        for sentence in {hash(sentence) for sentence, _ in sentences if len(sentence) >= SHORTEST_STOCK}:
            carriers[sentence].append(number)
    shared = {sentence: numbers for sentence, numbers in carriers.items() if len(numbers) > 1}
    asked = {number for numbers in shared.values() for number in numbers[:COMPARED]}
    others = {
        number: {
            word for sentence, said in articles[number] if hash(sentence) not in shared for word, _ in said
        }
        for number in asked
    }
    return {
        sentence for sentence, numbers in shared.items() if _unlike(others[n] for n in numbers[:COMPARED])
    }


def _unlike(words: Iterable[set[str]]) -> bool:
    """Whether articles have little in common, each with the next, by their words."""
    pairs = [(one, two) for one, two in pairwise(words) if min(len(one), len(two)) >= FEWEST_OTHERS]
    shares = [len(one & two) / min(len(one), len(two)) for one, two in pairs]
    return bool(shares) and sum(shares) < STOCK_SHARE * len(shares)

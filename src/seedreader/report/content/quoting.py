"""Passages as quotes: their words in one line, what differs in them, who says them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.analysis.differences.passage_diff import compare_passages
from seedreader.article import Link, Passage, Range
from seedreader.report.values import Quote, Words

LONGEST = 500
"""Characters of a quote, unless all words are asked for."""

NEAR = 200
"""Characters beside a passage in which what was compared is quoted with it."""

_SPACE = re.compile(r"\s+")


class Quoting:
    """Makes quotes of the passages of these articles; with ``full``, however long they are."""

    def __init__(self, articles: Sequence[AnalysedArticle], full: bool = False) -> None:
        self._articles, self._full = articles, full

    def quote(self, source: int, start: int, end: int, differing: Iterable[Range] = ()) -> Quote:
        """The words ``[start, end)`` of article ``source``, from 0; those ``differing`` are marked."""
        article = self._articles[source]
        last = end if self._full or end - start <= LONGEST else _shorter(article.text, start)
        begun, ended = _edges(article, start, last)
        words = tuple(_marked(article.text, start, last, differing))
        return Quote(source + 1, start, end, words, self._speaker(article, start, end), begun, ended)

    def _speaker(self, article: AnalysedArticle, start: int, end: int) -> str | None:
        """Whom the article names as saying a passage, or a part of it."""
        claims = article.claims
        first = max(0, bisect_right(claims, start, key=lambda claim: claim.start) - 1)
        last = bisect_left(claims, end, key=lambda claim: claim.start)
        inside = (claim for claim in claims[first:last] if claim.end > start)
        named = (" ".join(claim.speaker.text.split()) for claim in inside if claim.speaker)
        return next(named, None)


def gone(words: str, source: int = 0) -> Quote:
    """Words that stand in no article at hand; ``source`` is the number of the one in which they stood."""
    return Quote(source, 0, 0, (Words(" ".join(words.split())),))


def differing(link: Link) -> tuple[list[Range], list[Range]]:
    """What of either passage differs from the other: the words that were compared, or else those of its
    reason, or else all that differ where most are alike.
    """
    reason = link.reason
    diff = compare_passages(link.a.text, link.b.text)
    found = []
    for passage, words, mention, only in (
        (link.a, diff.one, reason and reason.a, reason.only_a if reason else ()),
        (link.b, diff.two, reason and reason.b, reason.only_b if reason else ()),
    ):
        told = [(mention.start, mention.end)] if mention else []
        if not told and reason is not None and reason.kind in ("opposite", "denial"):
            told = _said(passage, only)
        found.append(told or [(passage.start + start, passage.start + end) for start, end in words])
    return found[0], found[1]


def with_compared(link: Link, first: bool) -> Range:
    """The first or second passage of a link, as far as to the words in its sentence that were compared."""
    passage, reason = link.a if first else link.b, link.reason
    mention = reason and (reason.a if first else reason.b)
    if not mention or min(abs(mention.start - passage.end), abs(passage.start - mention.end)) > NEAR:
        return passage.start, passage.end
    return min(passage.start, mention.start), max(passage.end, mention.end)


def _said(passage: Passage, words: Iterable[str]) -> list[Range]:
    """Where a passage says these words."""
    found = []
    for word in words:
        match = re.search(rf"\b{re.escape(word)}\b", passage.text, re.IGNORECASE)
        found += [(passage.start + match.start(), passage.start + match.end())] if match else []
    return found


def _shorter(text: str, start: int) -> int:
    """Where a quote of at most `LONGEST` characters ends, between two words if it can."""
    cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
    return cut if cut > 0 else start + LONGEST


def _edges(article: AnalysedArticle, start: int, end: int) -> tuple[bool, bool]:
    """Whether no word of the article's own sentences is left out before a quote, and after it."""
    sentences, text = article.sentences, article.text
    first = bisect_right(sentences, start, key=lambda each: each[0]) - 1
    last = bisect_left(sentences, end, key=lambda each: each[0]) - 1
    before = text[sentences[first][0] : start] if first >= 0 and sentences[first][1] > start else ""
    after = text[end : sentences[last][1]] if last >= 0 else ""
    return not any(map(str.isalnum, before)), not any(map(str.isalnum, after))


def _marked(text: str, start: int, end: int, differing: Iterable[Range]) -> Iterator[Words]:
    """The words of a passage in one line, in stretches that differ and that do not."""
    parts = [(_SPACE.sub(" ", text[a:b]), differs) for a, b, differs in _stretches(start, end, differing)]
    line = "".join(words for words, _ in parts)
    left, right = len(line) - len(line.lstrip()), len(line.rstrip())
    at, ended = 0, True
    for words, differs in parts:
        kept = words[max(0, left - at) : max(0, right - at)]
        at += len(words)
        kept = kept.removeprefix(" ") if ended else kept
        if kept:
            ended = kept.endswith(" ")
            yield Words(kept, differs)


def _stretches(start: int, end: int, differing: Iterable[Range]) -> Iterator[tuple[int, int, bool]]:
    at = start
    for first, last in _joined(differing):
        first, last = max(at, first), min(end, last)
        if first < last:
            if at < first:
                yield at, first, False
            yield first, last, True
            at = last
    if at < end:
        yield at, end, False


def _joined(ranges: Iterable[Range]) -> list[Range]:
    """Ranges in order, those that touch or overlap as one."""
    found: list[Range] = []
    for first, last in sorted(ranges):
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], last)
        else:
            found.append((first, last))
    return found

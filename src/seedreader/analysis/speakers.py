"""Who is named as saying what: attributions of clauses and quotations to the speakers that a text names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seedreader.analysis import speakers_clauses as clauses
from seedreader.analysis import speakers_names as names
from seedreader.analysis.speakers_clauses import Attribution
from seedreader.article import Range

__all__ = ["Attribution", "find"]


def find(text: str, sentences: Sequence[Range]) -> tuple[Attribution, ...]:
    """Every attribution in ``sentences`` of ``text``, in the order of their first contents.

    A pronoun or "the official" is its own place, and its ``text`` the name that it stands for where an
    earlier speaker fits. Contents never cross a sentence boundary.
    """
    found: list[Attribution] = []
    long_quotes = tuple(_long_quotes(text))
    opened = [q[0] for q in long_quotes]
    for number, (start, end) in enumerate(sentences):
        first = max(0, bisect_right(opened, start) - 1)
        quotes = [q for q in long_quotes[first : bisect_right(opened, end)] if q[1] > start]
        previous = sentences[number - 1] if number else None
        for attribution in clauses.find(text, start, end, quotes, previous):
            found.append(_resolved(attribution, found))
    found.extend(_carried(text, sentences, found, long_quotes))
    return tuple(sorted(found, key=lambda a: (a.contents[0], a.verb or (0, 0))))


def _resolved(attribution: Attribution, earlier: Sequence[Attribution]) -> Attribution:
    speaker = attribution.speaker
    if speaker is None:
        return attribution
    word = speaker.text.lower()
    for past in reversed(earlier):
        if past.speaker is None or past.speaker.end > speaker.start:
            continue
        name = past.speaker.text
        fits = (
            word in ("he", "she")
            and re.match(r"(?!The )[A-Z]\S*(?:\s\S*)*?[A-Z]|[A-Z]", name)
            and not name.isupper()
        )
        if word.startswith("the ") and len(word.split()) == 2:
            fits = fits or (word.split()[1] in name.lower().split() and len(name.split()) > 2)
        if fits and name.lower() not in names.PRONOUNS:
            return replace(attribution, speaker=replace(speaker, text=name))
    return attribution


def _carried(
    text: str, sentences: Sequence[Range], found: Sequence[Attribution], quotes: Sequence[Range]
) -> Iterator[Attribution]:
    """Sentences that lie inside a quotation whose speaker another sentence of it names."""
    starts = [s for s, _ in sentences]
    spoken = {bisect_right(starts, r[0]) - 1 for a in found for r in a.contents}
    by_sentence: dict[int, Attribution] = {}
    for a in found:
        for r in a.contents:
            by_sentence[bisect_right(starts, r[0]) - 1] = a
    for quote_start, quote_end in quotes:
        first = bisect_right(starts, quote_start) - 1
        last = bisect_right(starts, quote_end - 1) - 1
        if first < 0:
            first = 0
        inside = range(first, last + 1)
        owner = next((by_sentence[i] for i in inside if i in by_sentence), None)
        if (
            owner is None
            and first
            and first - 1 in by_sentence
            and text[sentences[first - 1][1] : quote_start].strip() == ""
        ):
            owner = by_sentence[first - 1]
        if owner is None:
            continue
        for i in inside:
            start, end = max(sentences[i][0], quote_start), min(sentences[i][1], quote_end)
            content = clauses.trim(text, start, end) if start < end else None
            if i not in spoken and content is not None:
                spoken.add(i)
                yield Attribution((content,), owner.speaker, None, "quote")


def _long_quotes(text: str) -> Iterator[Range]:
    for line in re.finditer(r"[^\n]+", text):
        opened: int | None = None
        for mark in re.finditer(r"[“”\"]|''", line[0]):
            at = line.start() + mark.start()
            if opened is None:
                opened = at
            elif mark[0] != "“":
                yield opened, at + len(mark[0])
                opened = None
        if opened is not None and text[opened] in '“"' and not line[0][: opened - line.start()].strip():
            yield opened, line.end()

"""Checkable statements: which clauses of an article can be held against the world, and who says them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from seedreader.analysis import speakers
from seedreader.analysis.claims import check_worthiness, split_clauses
from seedreader.analysis.speakers import Attribution
from seedreader.article import Claim, DateMention, Quantity, Range, Span

_SAID_WHEN = re.compile(
    r"\s+(?:(?:on|late|early)\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)\b"
)
_ASIDE = re.compile(r",\s(?!who\s|which\s)[^\n]{1,160},\s(?:\w+\s){0,2}$")
_FIRM = ("say", "quote", "according", "report")
_MILD = ("object", "show")

T = TypeVar("T", Quantity, DateMention)

THRESHOLD = 0.21
"""Clauses that score less are not claims; chosen by reading news articles, not fitted."""

_PRIORITY = ("say", "quote", "according", "report", "hedge", "show", "object")


def find_claims(
    text: str,
    sentences: Sequence[Range],
    boilerplate: Sequence[Span],
    amounts: Sequence[Quantity],
    days: Sequence[DateMention],
) -> tuple[Claim, ...]:
    """Claims of an article in reading order, not overlapping each other or ``boilerplate``.

    Each lies within one sentence; the speaker and the verb of saying stand outside it. ``amounts`` and
    ``days`` are the quantities and dates of the text.
    """
    named = [a for a in speakers.find_attributions(text, sentences) if not _is_share(a, amounts)]
    said = _by_sentence(named, sentences)
    skip = sorted((s.start, s.end) for s in boilerplate)
    verbs = sorted(a.verb[0] for a in named if a.verb)
    spoken = _wordings(text, named, verbs, sentences)
    out: list[Claim] = []
    for i, sentence in enumerate(sentences):
        if not speakers.SHORTEST <= sentence[1] - sentence[0] <= speakers.LONGEST:
            continue
        holes = _touching(skip, sentence)
        for start, end, attribution in _pieces(
            text, sentence, said.get(i, []), verbs, spoken.get(i, []), holes
        ):
            claim = _claim(text, start, end, attribution, amounts, days)
            if claim.score >= THRESHOLD:
                out.append(claim)
    return tuple(sorted(out, key=lambda c: c.start))


def _is_share(attribution: Attribution, amounts: Sequence[Quantity]) -> bool:
    """Whether a share of people only reports what befell them: "Pain was reported by one in ten"."""
    speaker, verb = attribution.speaker, attribution.verb
    if speaker is None or verb is None or speaker.start < verb[1]:
        return False
    return any(q.unit == "percent" for q in _inside(amounts, speaker.start, speaker.end))


def _by_sentence(
    found: Sequence[Attribution], sentences: Sequence[Range]
) -> dict[int, list[tuple[Range, Attribution]]]:
    ends = [e for _, e in sentences]
    out: dict[int, list[tuple[Range, Attribution]]] = {}
    for attribution in found:
        for content in attribution.contents:
            out.setdefault(bisect_left(ends, content[1]), []).append((content, attribution))
    return out


def _pieces(
    text: str,
    sentence: Range,
    said: Sequence[tuple[Range, Attribution]],
    verbs: Sequence[int],
    spoken: Sequence[Range],
    skip: Sequence[Range],
) -> Iterator[tuple[int, int, Attribution | None]]:
    """Clauses of one sentence: what is attributed first, then what is left over.

    ``verbs`` are where verbs of saying begin, ``spoken`` the words that say that someone speaks.
    """
    taken: list[Range] = []
    for content, attribution in sorted(said, key=lambda x: (_PRIORITY.index(x[1].manner), -x[0][0])):
        inner = [
            r
            for _, a in said
            if a is not attribution and not _is_part(a, attribution, content)
            for r in _wording(text, a, verbs)
        ]
        for free in split_clauses.without(content, split_clauses.merged([*taken, *skip, *inner])):
            for part in split_clauses.predicates(text, *free):
                piece = split_clauses.trimmed(text, *part)
                if piece and not (len(attribution.contents) > 1 and split_clauses.is_scrap(text, *piece)):
                    taken.append(piece)
                    yield (*piece, attribution)
    for free in split_clauses.without(sentence, split_clauses.merged([*taken, *skip, *_joined(spoken)])):
        for clause in split_clauses.split_clauses(text, *free):
            for part in split_clauses.predicates(text, *clause):
                piece = split_clauses.trimmed(text, *part)
                if (
                    piece
                    and not split_clauses.only_says(text, *piece)
                    and not split_clauses.is_remnant(text, *piece)
                ):
                    yield (*piece, None)


def _is_part(inner: Attribution, outer: Attribution, content: Range) -> bool:
    """Whether a mild or inner attribution belongs to what is said: "the clerk recognized the man"."""
    if inner.manner in _MILD:
        return True
    nested = inner.verb is not None and content[0] <= inner.verb[0] < content[1]
    return nested and inner.manner == "hedge" and outer.manner in _FIRM


def _wordings(
    text: str, found: Sequence[Attribution], verbs: Sequence[int], sentences: Sequence[Range]
) -> dict[int, list[Range]]:
    """By sentence, the words that name a speaker and say that they speak."""
    ends = [e for _, e in sentences]
    out: dict[int, list[Range]] = {}
    for attribution in found:
        for wording in _wording(text, attribution, verbs):
            out.setdefault(bisect_left(ends, wording[1]), []).append(wording)
    return out


def _wording(text: str, attribution: Attribution, verbs: Sequence[int]) -> Iterator[Range]:
    """The words that name a speaker and say that they speak, with the day on which they do.

    What stands between them is an aside only where no other of ``verbs`` does: "Ray said A, and told B".
    """
    verb, speaker = attribution.verb, attribution.speaker
    if verb is not None:
        day = _SAID_WHEN.match(text, verb[1])
        yield verb[0], day.end() if day else verb[1]
    if speaker and (verb is None or not text[slice(*verb)].endswith("ing")):
        yield speaker.start, speaker.end
        between = verb is not None and bisect_left(verbs, speaker.end) == bisect_left(verbs, verb[0])
        if verb and between and _ASIDE.match(text[speaker.end : verb[0]]):
            yield speaker.end, verb[0]


def _joined(ranges: Sequence[Range]) -> Sequence[Range]:
    """Ranges and the short gaps between them."""
    ordered = sorted(ranges)
    gaps = [(a[1], b[0]) for a, b in pairwise(ordered) if 0 < b[0] - a[1] < 20]
    return [*ordered, *gaps]


def _claim(
    text: str,
    start: int,
    end: int,
    said: Attribution | None,
    amounts: Sequence[Quantity],
    days: Sequence[DateMention],
) -> Claim:
    mine, when = _inside(amounts, start, end), _inside(days, start, end)
    speaker = said.speaker if said else None
    kinds = check_worthiness.kinds(text, start, end, bool(mine), bool(when), speaker is not None)
    score = check_worthiness.score(text, start, end, len(mine), len(when), said.manner if said else None)
    return Claim(start, end, kinds, score, speaker, mine, when)


def _touching(ranges: Sequence[Range], sentence: Range) -> Sequence[Range]:
    first = bisect_right(ranges, sentence[0], key=lambda r: r[1])
    return ranges[first : bisect_left(ranges, sentence[1], key=lambda r: r[0])]


def _inside(found: Sequence[T], start: int, end: int) -> tuple[T, ...]:
    at = bisect_left(found, start, key=lambda x: x.start)
    stop = bisect_left(found, end, key=lambda x: x.start)
    return tuple(x for x in found[at:stop] if x.end <= end)

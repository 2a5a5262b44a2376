"""What the reader says a passage is, put in place of what was computed.

Corrections apply in their order, so that a later one wins where two overlap. Their ranges are clamped to the
text; what is then empty or white space only, and a kind that is not one of `CORRECTIONS`, is ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seedreader.analysis.claims import check_worthiness, split_clauses
from seedreader.analysis.speakers import LONGEST
from seedreader.article import CORRECTIONS, Claim, Correction, DateMention, Quantity, Range, Span, Speaker

MARKED = "marked"
"""The kind of boilerplate that the reader marked."""

SURE = 1.0
"""Score of what the reader says."""

SAME = 0.5
"""Share of what two ranges cover together that both cover, from which they are taken for one."""


def clamped(text: str, start: int, end: int) -> Range | None:
    """The part of ``[start, end)`` that lies in ``text``; None where nothing is to be read there."""
    start, end = max(0, start), max(0, min(len(text), end))
    return (start, end) if text[start:end].strip() else None


def overlap(one: Range, other: Range) -> int:
    """How many characters two ranges share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def alike(one: Range, other: Range) -> bool:
    """Whether two ranges share enough to be taken for one."""
    shared = overlap(one, other)
    return shared > 0 and shared >= SAME * (max(one[1], other[1]) - min(one[0], other[0]))


def correct_boilerplate(
    text: str, found: Sequence[Span], corrections: Sequence[Correction]
) -> tuple[Span, ...]:
    """The boilerplate of a text, ``found`` in it and corrected; in reading order, never overlapping.

    What is marked as boilerplate is one span of kind `MARKED`; what is marked as article or as a claim is
    cut out of the spans that it touches.
    """
    spans = list(found)
    for start, end, kind, _ in _valid(text, corrections):
        if kind in ("boilerplate", "article", "claim"):
            spans = [part for span in spans for part in _without(text, span, start, end)]
        if kind == "boilerplate":
            spans.append(Span(start, end, MARKED, SURE))
    return tuple(sorted(spans, key=lambda span: span.start))


def correct_claims(
    text: str,
    found: Sequence[Claim],
    spans: Sequence[Span],
    corrections: Sequence[Correction],
    amounts: Sequence[Quantity],
    days: Sequence[DateMention],
) -> tuple[Claim, ...]:
    """The claims of a text, ``found`` in it outside the boilerplate ``spans`` and corrected; by their start.

    A marked claim stands for every claim that is `alike` and may overlap others; of two with one start it
    comes first. Where boilerplate was marked in it later, its longest part that is left is the claim if that
    is half of it. A claim of which half lies in what is marked as no claim is none. A speaker is that of each
    claim that is `alike`, or of which half or more lies there. ``amounts`` and ``days`` are the quantities
    and dates of the text.
    """
    kept = list(found)
    for start, end, kind, value in _valid(text, corrections):
        if kind == "claim" and (left := _left(text, (start, end), spans)):
            kept = [claim for claim in kept if not alike((claim.start, claim.end), left)]
            kept.insert(0, _marked(text, left, found, amounts, days))
        if kind == "no claim":
            kept = [c for c in kept if 2 * overlap((c.start, c.end), (start, end)) < c.end - c.start]
        if kind == "speaker":
            kept = [_said_by(text, c, value) if is_said_of(c, (start, end)) else c for c in kept]
    return tuple(sorted(kept, key=lambda claim: claim.start))


def is_said_of(claim: Claim, place: Range) -> bool:
    """Whether what the reader says of who says ``place`` is about a claim."""
    own = (claim.start, claim.end)
    return alike(own, place) or 2 * overlap(own, place) >= own[1] - own[0]


def _said_by(text: str, claim: Claim, name: str) -> Claim:
    """The claim with the speaker that the reader names; with none where that is empty."""
    speaker = _named(text, (claim.start, claim.end), name) if name.strip() else None
    read = min(claim.end, claim.start + LONGEST)
    counted, dated = bool(claim.quantities), bool(claim.dates)
    kinds = check_worthiness.kinds(text, claim.start, read, counted, dated, speaker is not None)
    return claim._replace(speaker=speaker, kinds=kinds)


def _named(text: str, place: Range, name: str) -> Speaker:
    """A speaker where the text names it nearest to a passage, case aside; an empty range if it doesn't."""
    words = name.split()
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)
    found = (match.span() for match in pattern.finditer(text))
    nearest = min(found, key=lambda at: max(place[0] - at[1], at[0] - place[1], 0), default=(place[0],) * 2)
    return Speaker(*nearest, " ".join(words))


def _valid(text: str, corrections: Sequence[Correction]) -> Iterator[tuple[int, int, str, str]]:
    for correction in corrections:
        place = clamped(text, correction.start, correction.end)
        if place and correction.kind in CORRECTIONS:
            yield *place, correction.kind, correction.value


def _without(text: str, span: Span, start: int, end: int) -> Iterator[Span]:
    """What ``[start, end)`` leaves of a span, without the white space around it."""
    if not overlap((span.start, span.end), (start, end)):
        yield span
        return
    for part in split_clauses.without((span.start, span.end), [(start, end)]):
        if place := _stripped(text, *part):
            yield Span(*place, span.kind, span.score)


def _left(text: str, place: Range, spans: Sequence[Span]) -> Range | None:
    """The longest part of a range that is clear of boilerplate; None where that is less than half of it."""
    parts = list(split_clauses.without(place, [(span.start, span.end) for span in spans]))
    if parts == [place]:
        return place
    longest = max(parts, key=lambda part: part[1] - part[0], default=(0, 0))
    left = _stripped(text, *longest)
    return left if left and 2 * (left[1] - left[0]) >= place[1] - place[0] else None


def _stripped(text: str, start: int, end: int) -> Range | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return (start, start + len(words.strip())) if words.strip() else None


def _marked(
    text: str,
    place: Range,
    found: Sequence[Claim],
    amounts: Sequence[Quantity],
    days: Sequence[DateMention],
) -> Claim:
    """The claim on exactly this range, said by the speaker of what was found there.

    Its kinds are told by its first `LONGEST` characters.
    """
    start, end = place
    counted = tuple(q for q in amounts if start <= q.start and q.end <= end)
    dated = tuple(d for d in days if start <= d.start and d.end <= end)
    speaker = _speaker(place, found)
    read = min(end, start + LONGEST)
    kinds = check_worthiness.kinds(text, start, read, bool(counted), bool(dated), speaker is not None)
    return Claim(start, end, kinds, SURE, speaker, counted, dated)


def _speaker(place: Range, found: Sequence[Claim]) -> Speaker | None:
    """Who says the claim that shares most with a range, where that is half of one of them."""
    most = max(found, key=lambda claim: overlap((claim.start, claim.end), place), default=None)
    if most is None:
        return None
    shorter = min(most.end - most.start, place[1] - place[0])
    return most.speaker if 2 * overlap((most.start, most.end), place) >= shorter else None

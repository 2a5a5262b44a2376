"""The two figures of a vote: "420-0", "by 134 to 63", "412 votes to 390", "134-to-63".

They are two quantities, "votes for" and "votes against", so that two sources can be held against each other
figure by figure. The larger figure of a vote that rejects something is the one against it, however it is
told: "rejected by 9 to 4", "voted 9-4 against it". Scores of games are no tallies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedreader.analysis.numbers import Number
from seedreader.analysis.quantities import counted_nouns

FOR, AGAINST = "votes for", "votes against"

_TO = re.compile(r"(?P<votes>\svotes?)?(?:\s?[-–—]\s?|-to-|\sto\s|\s(?P<against>against)\s)", re.I)
_VOTES = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballots?|motion|resolution|amendment|bill|ratif\w+|impeach\w*|lawmakers?|senators?"
    r"|deputies|legislators?|MPs|parliament|assembly|referr?ed|acquit\w*|confirm\w*|threw out)\b",
    re.I,
)
_DECIDED = re.compile(
    r"\b(?:rul(?:ed|es|ing)|decision|decided|panel|justices|judges|court|Senate|House|council|committee|board"
    r"|pass(?:ed|es|age)|approv\w+|adopt\w+|reject\w*|back(?:ed|s)|split|dissent\w*)\b",
    re.I,
)
_GAME = re.compile(
    r"\b(?:beat|win|wins|won|lose|loses|lost|drew|draw|match|game|goals?|season|league|cup|victory|defeat|side|team|fans"
    r"|innings|quarter|half-time|overtime|series|tie|set|sets|seed|round|hosts|visitors|score[ds]?|coach)\b",
    re.I,
)
_REJECTED = re.compile(
    r"\b(?:reject\w*|voted? down|threw out|thrown out|(?:was|were|been|be) defeated|turned? down|oppos\w+"
    r"|block(?:ed|s)?|fail(?:ed|s|ing)|fell|lost|loses)\b",
    re.I,
)
_AGAINST = re.compile(
    r"\s(?:votes?\s)?(?:against\b|to (?:reject|block|oppose|scrap|kill|defeat|deny)\b)", re.I
)
_RIGHT_BEFORE = re.compile(r"(?:\b(?:vot(?:ed?|es)|by|was|an?|lost|failed|split|ruled)\s|[,(]\s?)$", re.I)
_NO_TALLY_BEFORE = re.compile(r"(?:\b(?:from|between|aged?|ages|article|section|pages?)\s|\d[-–])$", re.I)
_TALLIED = frozenset(["vote", "margin", "decision", "ruling", "majority", "split", "tally", "verdict"])
_STOP = re.compile(r"[.!?]\s|\n")
_BEFORE, _AFTER = 120, 60
"""Characters before and after two figures in which a word tells that they are votes."""
_YEAR = range(1500, 2101)


def tally(text: str, found: Sequence[Number], i: int, start: int, stop: int) -> tuple[str, str, int] | None:
    """What the figures ``found[i]`` and ``found[i + 1]`` count where they are a vote.

    Gives both units, and where the wording of the first ends. None where they are no vote.
    """
    if i + 1 >= len(found):
        return None
    a, b = found[i], found[i + 1]
    one, two = a.figure, b.figure
    join = _TO.fullmatch(text, a.end, b.start)
    if join is None or one is None or two is None or a.unit or b.unit or one != int(one) or two != int(two):
        return None
    if (one in _YEAR and two in _YEAR) or one < 0 or two < 0:
        return None
    before = _STOP.split(text[max(start, a.start - _BEFORE) : a.start])[-1]
    after = _STOP.split(text[b.end : min(stop, b.end + _AFTER)])[0]
    if _NO_TALLY_BEFORE.search(before) or not _is_vote(join, before, after):
        return None
    label, _ = counted_nouns.unit(text, b.end, stop)
    if label is not None and counted_nouns.singular(label) not in _TALLIED:
        return None
    rejected = _AGAINST.match(after) or _REJECTED.search(before)
    if one < two and not (rejected or join["votes"]) and not _RIGHT_BEFORE.search(before):
        return None
    units = (AGAINST, FOR) if rejected and one > two else (FOR, AGAINST)
    return (*units, join.end("votes") if join["votes"] else a.end)


def _is_vote(join: re.Match[str], before: str, after: str) -> bool:
    if join["votes"] or _VOTES.search(before) or _VOTES.search(after):
        return True
    around = f"{before} | {after}"
    return _DECIDED.search(around) is not None and _GAME.search(around) is None

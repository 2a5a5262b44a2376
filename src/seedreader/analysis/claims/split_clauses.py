"""Cutting sentences into the clauses that can be true or false by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from seedreader.analysis.speakers.irregular_verbs import PAST, SHORT_ED
from seedreader.analysis.speakers.saying_verbs import LEXICON
from seedreader.article import Range

FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|said|says|made|took|went"
    r"|came|got|gave|left|won|lost|held|kept|began|became|led|met|told|sent|fell|rose|grew|spent|paid|bought|sold|built"
    r"|cut|hit|set|put|killed|shot|died|broke|drove|flew|ran|fought|found|knew|thought|saw|brought|caught|wrote|spoke"
    r"|spread|shut|hurt|burst|chose|beat|stood|sank|struck|threw|withdrew|swept|sought|fled|felt|showed|get|gets"
    rf"|{'|'.join(sorted(PAST | SHORT_ED))}"
    r"|go|come|take|make|give|want|need|live|work|face|own|pay|cost|use|(?!need|indeed)[a-z]{2,}ed"
    r"|[a-z]{3,}s(?=\s(?:the|an?|to|that|its|his|her|their|no|not|only|more|about|it|him|them|us|[A-Z\d“\"])))\b"
    r"|[a-z][’'](?:re|ve|ll|d|m)\b|\b(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hat|[Tt]here|[Ww]ho|[Ww]hat)[’']s\b"
)
_JOINT = re.compile(
    r"(?P<cut>;\s+|,?(?<!\ba)(?<!\bas)(?<!\beven)\s+(?:while|whereas|although|though|even though)\s+"
    r"|,\s+(?:but|and|yet|so)\s+"
    r"|\s+(?:but)\s+|:\s+|\s[—–]\s)"
)
_JOINTS = (";", ":", "—", "–", "while", "whereas", "though", "but", ", and", ", yet", ", so")
"""What `_JOINT` needs in a sentence to match at all."""

_AGAIN = re.compile(
    r",?\s+(?:and|but)\s+(?=that\s|(?:(?:also|then|later|now|has|have|had|was|were|is|are|will|would|did)\s+)+\w"
    r"|(?:[a-z]{2,}ed|sent|met|made|took|held|led|left|won|lost|gave|told|began|became|built|spent|cut|fought|found"
    r"|paid|bought|sold|got|put|set|said|went|came|fell|rose)\s(?:the|an?|its|his|her|their|to|in|on|at|with|from|for"
    r"|that|more|about|up|out|off|down|back|[A-Z\d$€£“\"])"
    r"|(?:continues|plans|wants|hopes|expects|aims|needs|remains)\s)"
    r"|;\s+(?=(?:has|have|had|was|were|is|are|will|would)\s)"
)
_WHICH = re.compile(r",\s+(?=which\s)")
_SAYING = "|".join(sorted(w for w, v in LEXICON.items() if v.group == "say" and v.tense in ("past", "s")))
_SAYS = re.compile(
    r"(?:this|that|it)\s+(?:was|is|has been)\s+\w+\s+by\s.{0,160}"
    r"|(?P<who>\S+(?:\s\S+){0,8}?)\s(?:said|says|told|added)(?P<what>(?:\s\S+){0,4})"
    rf"|(?P<namer>\S+(?:\s\S+){{0,6}}?)\s(?:{_SAYING})(?:\s(?:in|during|at|on|after|from|via|to|early|late|earlier"
    r"|later|yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b(?:\s\S+){0,8})?",
    re.I | re.S,
)
_SAYS_FIGURE = re.compile(
    r"(?:said|says|told\s\w+)\s(?:[a-z]+\s){0,3}(?!(?:1[5-9]|20)\d\d$)\d[\d,.]*(?:\s(?:[mb]illion|thousand|per\s?cent))?$"
)
_OPENS = re.compile(r"[\s“\"]*(?:while|although|though|whereas|even though)\s", re.I)
_MAIN = re.compile(r",\s+(?=(?:the|an?|he|she|it|they|we|his|her|its|their|[A-Z][\w’'.-]*)\s)")
_PARTICIPLE = re.compile(
    r",\s+(?=(?!including|excluding|according|saying|adding|during|following|regarding|being|having|counting)"
    r"[a-z]{3,12}ing\s\w)"
)
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)\b", re.I
)
_EDGE = " \t\n\r\f\v\0,;:.-–—•*|>"
_DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z.’' -]{2,30}(?:,\s[A-Z][\w.’' ,]{1,40})?\s*(?:\([^()\n]{2,30}\)"
    r"(?:,\s[\w ,.]{3,24})?\s*)?"
    r"|[A-Z][\w’' -]{2,30}(?:,\s[A-Z][\w.’' -]{2,30}){0,2}\s\([A-Z][^()\n]{1,30}\))\s[—–-]{1,2}\s"
)
_LEAD = re.compile(
    r"(?:and|but|or|while|although|though|whereas|so(?! (?:far|much|many))|yet(?! to)"
    r"|as(?! an? | many | much | few )|however"
    r"|meanwhile|also"
    r"|that(?! (?:is|was|has|had|will|would|day|week|month|year|time|night|same|number|one)\b))\b[\s,]*",
    re.I,
)
_TRAIL = re.compile(
    r"[\s,;]+(?:(?:as|while|because|when)(?: (?:he|she|it|they|through))?|and|but|or|although|that|the"
    r"|(?:(?:in|of|to|for|with|on) )?(?:whom|which|whose))$",
    re.I,
)
_MARK = re.compile(r"[“”\"]")
_WHEN = re.compile(r"(?:in|on|at|by|after|before|during|for|since|until|within) ", re.I)
_HEADLESS = re.compile(
    r"(?:is|are|was|were|has|have|had|been|being|will|would|did|does|do|(?:cited|quoted|reported) by)\b"
)
SCRAP = 4
"""Words up to which a part of a sentence says nothing without the rest of it."""

REACH = 300
"""Characters on either side of a joint in which a clause must show its verb."""

MOST = 40
"""Joints that are looked at in one sentence; more are no prose."""

FEWEST = 2
"""Words in a clause that states something."""

SHORT = 60
"""Characters at the end of a clause in which a figure is what is said."""


def without(whole: Range, holes: Sequence[Range]) -> Iterator[Range]:
    """The parts of ``whole`` that no hole covers; ``holes`` are sorted."""
    at, end = whole
    for start, stop in holes:
        if stop <= at:
            continue
        if start >= end:
            break
        if start > at:
            yield at, start
        at = max(at, stop)
    if at < end:
        yield at, end


def merged(ranges: Iterable[Range]) -> list[Range]:
    """The ranges in order, those that touch or overlap made one."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def split_clauses(text: str, start: int, end: int) -> Iterator[Range]:
    """Clauses of ``text[start:end]`` that stand alone: a joint cuts only between verbs.

    "While the dam held, the road was lost" are two, and so are "The fire spread to 40 homes, killing at
    least six people": each has its figure.
    """
    joined = any(joint in text[start:end] for joint in _JOINTS)
    for part in _split_at_joints(_JOINT, text, start, end) if joined else [(start, end)]:
        for clause in _opening(text, *part):
            yield from _consequences(text, *clause)


def _opening(text: str, start: int, end: int) -> Iterator[Range]:
    """An opening "while" or "although" clause and what follows it."""
    if _OPENS.match(text, start, end):
        for comma in _MAIN.finditer(text, start, end):
            if _whole(text[start : comma.start()]) and _whole(text[comma.end() : end]):
                yield start, comma.start()
                start = comma.end()
                break
    yield start, end


def _consequences(text: str, start: int, end: int) -> Iterator[Range]:
    """Participles that state a figure of their own beside the one before them."""
    for m in _PARTICIPLE.finditer(text, start, end):
        left, right = text[start : m.start()], text[m.end() : end]
        if _FIGURE.search(left) and _FIGURE.search(right) and _whole(left) and not _open_quote(left):
            yield start, m.start()
            start = m.end()
    yield start, end


def predicates(text: str, start: int, end: int) -> Iterator[Range]:
    """Parts of a clause with a verb each: "sent A and built B", "that A and that B", "..., which is C"."""
    for part in (
        _split_at_joints(_WHICH, text, start, end) if ", which" in text[start:end] else [(start, end)]
    ):
        joined = any(joint in text[slice(*part)] for joint in (" and ", " but ", ";"))
        yield from _split_at_joints(_AGAIN, text, *part) if joined else [part]


def only_says(text: str, start: int, end: int) -> bool:
    """Whether a clause says only that someone spoke: "This was told by Ann Ray", "He told the paper".

    "The police told us 18,000" says more.
    """
    told = _SAYS.fullmatch(text, start, end)
    if told is None or FINITE.search(told["what"] or ""):
        return False
    if FINITE.search((told["who"] or told["namer"] or "").rpartition(",")[0]):
        return False
    return _SAYS_FIGURE.search(text, max(start, end - SHORT), end) is None


def is_scrap(text: str, start: int, end: int) -> bool:
    """Whether part of a statement says nothing by itself: "At the same time", she said, "it fell"."""
    clause = text[start:end]
    short = len(clause.split()) <= SCRAP and _MARK.search(text[max(0, start - 1) : end + 1]) is None
    told = FINITE.search(clause) is not None
    return short and not told and (_WHEN.match(clause) is not None or _FIGURE.search(clause) is None)


def is_remnant(text: str, start: int, end: int) -> bool:
    """Whether a clause is what was left when its subject was taken for a speaker: "were treating"."""
    return len(text[start:end].split()) <= SCRAP and _HEADLESS.match(text, start, end) is not None


def _split_at_joints(joint: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Range]:
    at = start
    for m in islice(joint.finditer(text, start, end), MOST):
        if m.start() <= at:
            continue
        left, right = text[max(at, m.start() - REACH) : m.start()], text[m.end() : min(end, m.end() + REACH)]
        if _whole(left) and _whole(right) and _begins_clause(m[0], right) and not _open_quote(left):
            yield at, m.start()
            at = m.end()
    yield at, end


def trimmed(text: str, start: int, end: int) -> Range | None:
    """The range without dateline, joints and loose punctuation at its edges; None when too short."""
    if dateline := _DATELINE.match(text, start, end):
        start = dateline.end()
    while True:
        while start < end and (text[start] in _EDGE or text[start].isspace()):
            start += 1
        while end > start and (text[end - 1] in _EDGE or text[end - 1].isspace()):
            end -= 1
        lead, tail = _LEAD.match(text, start, end), _TRAIL.search(text, max(start, end - 24), end)
        if lead is None and tail is None:
            break
        start, end = lead.end() if lead else start, tail.start() if tail else end
    return (start, end) if len(text[start:end].split()) >= FEWEST else None


def _whole(clause: str) -> bool:
    words = clause.split()
    return len(words) >= 4 and FINITE.search(clause) is not None


def _begins_clause(joint: str, right: str) -> bool:
    """Whether a verb comes soon after ", and": "Ann, Bo and Kim, who ..." goes on with a list."""
    if joint.startswith(":"):
        return not _titled(right)
    if not joint.strip(" ").startswith(", "):
        return True
    head, _, rest = right.partition(",")
    return (
        FINITE.search(head if len(head.split()) > 3 else rest) is not None or FINITE.search(head) is not None
    )


def _titled(clause: str) -> bool:
    """Whether a text begins like a title: "Desk: Eight Senators Who Changed It"."""
    words = clause.split()[:5]
    return sum(w[0].isupper() for w in words) >= max(3, len(words) - 1)


def _open_quote(clause: str) -> bool:
    return clause.count("“") > clause.count("”") or clause.count('"') % 2 == 1

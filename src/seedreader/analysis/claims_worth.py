"""How check-worthy a clause is, and of which kinds. Hand-set weights; nothing is trained."""

from __future__ import annotations

import re

from seedreader.analysis.claims_clauses import FINITE

_PAST = re.compile(
    r"\b(?:was|were|had|did|[a-z]{3,}ed|sent|met|made|took|held|led|left|won|lost|hit|killed|shot|died|fell|rose|fled|went"
    r"|came|gave|told|began|became|built|spent|cut|fought|broke|found|struck|said|brought|caught|paid|bought|sold|drove"
    r"|flew|ran|grew|sank|threw|signed|has|have)\b"
)
_NAME = re.compile(r"(?<!^)(?<![.!?]\s)\b[A-Z][a-z]+|\b[A-Z]{2,}\b|\b(?:U\.S\.|U\.N\.)")
_DIGIT = re.compile(r"\d")
_QUOTED = re.compile(r"[“”\"]\s*\S+(?:\s+[^\s“”\"]+){2,}|''\S+(?:\s\S+){2,}")
_MODAL = re.compile(
    r"\b(?:would|could|should|might|may|ought|if|unless|perhaps|maybe|possibly|whether|must)\b", re.I
)
_FUTURE = re.compile(r"\b(?:will|'ll|’ll|going to|shall|let's|let’s)\b", re.I)
_OPINION = re.compile(
    r"\b(?:I think|I believe|I feel|I hope|in my view|wonderful|terrible|great|best|worst|important"
    r"|beautiful|should|need to"
    r"|must|believe in|I want|I would|I'd|I’d|we need|we must|we should|let me|thank you|you know"
    r"|love|hope)\b",
    re.I,
)
_FIRST = re.compile(r"\b(?:I|me|my|you|your|let)\b", re.I)
_COMPARED = re.compile(
    r"\b(?:more|less|fewer|most|least|highest|lowest|largest|biggest|first|only|never|every|increase[ds]?|decrease[ds]?"
    r"|doubled|tripled|record|percent|million|billion|tax(?:es)?|jobs?|deficit|budget|voted?|spending|rate|average|half"
    r"|than|since|years?|law|signed|bill)\b",
    re.I,
)
_ROLE = re.compile(
    r"(?:\b(?:[Pp]resident|[Mm]inister|[Ss]ecretary|[Gg]overnor|[Ss]enator|[Cc]hief|[Dd]irector|[Ss]pokes(?:man|woman|person)|[Cc]hairman"
    r"|[Cc]hair|[Cc]ommander|[Gg]eneral|[Ll]eader|[Mm]ayor|[Jj]udge|[Aa]mbassador|CEO|[Pp]rofessor|[Aa]ttorney)\s+[A-Z][a-z]+)"
    r"|[A-Z][a-z]+,\s(?:an?|the|who is)\s[\w\s’'-]{0,40}?(?:president|minister|secretary|governor"
    r"|chief|director|spokes\w+|chairman|leader|mayor|judge|professor|attorney|analyst|officer)\b"
)
_CERTAIN = {
    "say": 0.34,
    "according": 0.36,
    "report": 0.3,
    "quote": 0.24,
    "hedge": 0.2,
    "show": 0.18,
    "object": 0.12,
}


def kinds(text: str, start: int, end: int, counted: bool, dated: bool, attributed: bool) -> tuple[str, ...]:
    """Which of quantity, date, quote, attribution, event, role a clause is; "event" if no other."""
    clause = text[start:end]
    around = text[max(0, start - 1) : end + 1]
    found = [
        ("quantity", counted),
        ("date", dated),
        ("quote", _QUOTED.search(around) is not None),
        ("attribution", attributed),
        ("event", _PAST.search(clause) is not None and _NAME.search(clause) is not None),
        ("role", _ROLE.search(clause) is not None),
    ]
    return tuple(kind for kind, yes in found if yes) or ("event",)


def score(text: str, start: int, end: int, counted: int, dated: int, manner: str | None) -> float:
    """Check-worthiness in 0…1 of ``text[start:end]``; ``manner`` is how it is attributed, None if not."""
    clause = text[start:end]
    words = len(clause.split())
    names = len(_NAME.findall(clause))
    value = 0.14
    value += 0.22 * min(counted, 2) ** 0.5 + 0.08 * min(dated, 2) ** 0.5
    value += 0.05 * (_DIGIT.search(clause) is not None)
    value += 0.13 * (_PAST.search(clause) is not None) + 0.05 * min(names, 3)
    value += 0.05 * min(len(_COMPARED.findall(clause)), 3)
    value += 0.004 * min(words, 25)
    value += _CERTAIN.get(manner or "", 0.0)
    if not manner and not FINITE.search(clause):
        value -= 0.3
    value -= 0.08 * (_MODAL.search(clause) is not None) + 0.06 * (_FUTURE.search(clause) is not None)
    value -= 0.07 * min(len(_OPINION.findall(clause)), 2) + 0.05 * (_FIRST.search(clause) is not None)
    if clause.endswith("?") or text[end : end + 1] == "?":
        value -= 0.35
    if words < 5:
        value -= 0.12
    if manner:
        value = max(value, 0.3)
    return float(round(min(1.0, max(0.0, value)), 3))

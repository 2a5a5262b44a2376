"""How check-worthy a clause is, and of which kinds. Hand-set weights; nothing is trained."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from seedreader.analysis.claims.split_clauses import FINITE
from seedreader.analysis.speakers.irregular_verbs import PAST, SHORT_ED

_ACTS_WORDS = """
    was were had did sent met made took held led left won lost hit killed shot died fell rose fled went
    came gave told began became built spent cut fought broke found struck said brought caught paid
    bought sold drove flew ran grew sank threw signed has have"""
_PAST = PAST | SHORT_ED | frozenset(_ACTS_WORDS.split())
_ED = re.compile(r"(?!need|indeed)[a-z]{2,}ed")
_COMING = re.compile(r"\b(?:will|would|is to|are to|is being|are being)\b")
_NAME = re.compile(r"(?<!^)(?<![.!?]\s)\b[A-Z][a-z]+|\b[A-Z]{2,}\b|\b(?:U\.S\.|U\.N\.)")
_DIGIT = re.compile(r"\d")
_QUOTED = re.compile(r"[“”\"]\s*\S+(?:\s+[^\s“”\"]+){2,}|''\S+(?:\s\S+){2,}")
_PARTICIPLE = re.compile(r"[a-z]{3,12}ing\b")
_WORD = re.compile(r"\w+")
_MODAL_WORDS = "would could should might may ought if unless perhaps maybe possibly must"
_MODAL = frozenset(_MODAL_WORDS.split())
_FUTURE = frozenset(["will", "going to", "shall", "ll", "let s"])
_OPINION_WORDS = """
    wonderful terrible great best worst important beautiful should must love hope good bad nice amazing
    awesome impressive ideal ideally hopefully fortunately unfortunately perfect fun easy"""
_OPINION = frozenset(_OPINION_WORDS.split()) | {
    *("i think", "i believe", "i feel", "i want", "i would", "i d", "in my", "need to", "believe in"),
    *("we need", "let me", "thank you", "you know"),
}
_OPENING = frozenset(phrase.split()[0] for phrase in _FUTURE | _OPINION if " " in phrase)
"""The first words of those that are phrases."""

_FIRST = frozenset(["i", "me", "my", "you", "your", "let"])
_COMPARED_WORDS = """
    more less fewer most least highest lowest largest biggest first only never every increase increases
    increased decrease decreases decreased doubled tripled record percent million billion tax taxes job
    jobs deficit budget vote voted spending rate average half than since year years law signed bill"""
_COMPARED = frozenset(_COMPARED_WORDS.split())
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


@lru_cache(maxsize=8)  # a clause's kinds and its score both ask for it
def tells_of_an_act(clause: str) -> bool:
    """Whether a clause has a word that tells what was done or has been."""
    words = _WORD.findall(clause)
    return not _PAST.isdisjoint(words) or any(word[-2:] == "ed" and _ED.fullmatch(word) for word in words)


def kinds(text: str, start: int, end: int, counted: bool, dated: bool, attributed: bool) -> tuple[str, ...]:
    """Which of quantity, date, quote, attribution, event, role a clause is; "event" if no other."""
    clause = text[start:end]
    around = text[max(0, start - 1) : end + 1]
    found = [
        ("quantity", counted),
        ("date", dated),
        ("quote", _QUOTED.search(around) is not None),
        ("attribution", attributed),
        ("event", tells_of_an_act(clause) or _COMING.search(clause) is not None),
        ("role", _ROLE.search(clause) is not None),
    ]
    return tuple(kind for kind, yes in found if yes) or ("event",)


def score(text: str, start: int, end: int, counted: int, dated: int, manner: str | None) -> float:
    """Check-worthiness in 0…1 of ``text[start:end]``; ``manner`` is how it is attributed, None if not."""
    clause = text[start:end]
    words = len(clause.split())
    said = [word.lower() for word in _WORD.findall(clause)]
    told = [*said, *(f"{one} {two}" for one, two in pairwise(said) if one in _OPENING)]
    names = len(_NAME.findall(clause))
    value = 0.14
    value += 0.22 * min(counted, 2) ** 0.5 + 0.08 * min(dated, 2) ** 0.5
    value += 0.05 * (_DIGIT.search(clause) is not None)
    value += 0.13 * tells_of_an_act(clause) + 0.05 * min(names, 3)
    value += 0.05 * min(sum(word in _COMPARED for word in said), 3)
    value += 0.004 * min(words, 15)
    value += _CERTAIN.get(manner or "", 0.0)
    if not manner and not FINITE.search(clause) and not (counted and _PARTICIPLE.match(clause)):
        value -= 0.3
    value -= 0.08 * (not _MODAL.isdisjoint(told)) + 0.06 * (not _FUTURE.isdisjoint(told))
    value -= 0.07 * min(sum(word in _OPINION for word in told), 2) + 0.1 * (not _FIRST.isdisjoint(told))
    if clause.endswith("?") or text[end : end + 1] == "?":
        value -= 0.35
    if words < 5:
        value -= 0.12
    if manner:
        value = max(value, 0.3)
    return float(round(min(1.0, max(0.0, value)), 3))

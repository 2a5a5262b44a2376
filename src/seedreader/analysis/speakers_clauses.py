"""Attributions within one sentence: which clause a verb of saying gives to which name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from seedreader.analysis import speakers_names as names
from seedreader.analysis import speakers_verbs as verbs
from seedreader.article import Range, Speaker


@dataclass(frozen=True, slots=True)
class Attribution:
    """``contents`` are what is said, in reading order; ``verb`` is where it says that someone says it.

    ``manner`` is "say", "report", "hedge", "show", "object", "according" or "quote" (a quotation without
    a verb of its own, carried on from the one before it).
    """

    contents: tuple[Range, ...]
    speaker: Speaker | None
    verb: Range | None
    manner: str


_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TAIL = re.compile(
    rf"(?:\s+(?:(?:on|late|early|late on|last|this)\s+)?{_DAY}(?:\s(?:morning|afternoon|evening|night))?"
    r"|\s+(?:today|yesterday|earlier|later|recently|again|repeatedly|simply|[a-z]{3,12}ly|so|publicly)\b"
    r"|\s+(?:in|at|during|on|after|before|through|via|from|of|to|with)\s(?!that\b)[\w’'“”.\-\s]{1,70}?(?=,|:|\sthat\s|\s[“\"]))*"
)
_HEARER = re.compile(
    r"\s+(?!that\b|of\b)(?:[A-Z][\w’'.&-]*|[a-z][\w’'-]*)(?:\s+[\w’'.&-]+){0,7}?"
    r"(?=\s+that\s|,?\s*[“\"]|:|\s+(?:he|she|they|it|the|we|there|his|her|its|their|in|on|to|about)\s|,|[.]?$)"
)
_HEARD = frozenset(["told", "tell", "tells", "telling", "asked", "warned", "reminded", "informed"])
_ASIDE = re.compile(
    r"\s+[–—-]\s+(?:according to|as|in)\b[^–—\n]{1,60}?\s[–—-]\s+|,\s+according to [^,\n]{1,60},\s+"
)
_THAT = re.compile(r"[\s,:]*(?:that\b|as saying\b|saying\b|as\b|how\b|whether\b|if\b)?[\s,:]*", re.I)
_BY = re.compile(r"\s+by\s+", re.I)
_POINTING = re.compile(r"(?:this|that|it|these|the \w+)\s+(?:was|is|were|has been|have been|had been)", re.I)
_QUOTED_AS = re.compile(r"\s+(?P<name>[^,.;:“”\"\n]{2,80}?)\s+as\s+saying\b[\s:,]*(?:that\s+)?", re.I)
_NOT_A_VERB = re.compile(r"(?:\b(?:the|an?|his|her|its|their|of|this|no|any|and a)|[’']s|\bto)\s+$", re.I)
_TO_BE = re.compile(r"\b(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+)?$", re.I)
_DENIED = re.compile(r"\b(?:not|n['’]t|neither|nor|never)\b", re.I)
_CLEAR = re.compile(
    r"\s+that\s|\s+to\s[a-z]|\s*[:,]?\s*[“”\"]|\s+(?:he|she|they|it|there|the|an?|his|her|its|their|we|I|some|no|all|most|\d)\b|\s+[A-Z]"
)
_ONLY_QUOTE = re.compile(r"\s+that\s|[^.;“”\"]{0,40}?[:,]?\s*[“”\"]|\s*:")
_ADVERBIAL = re.compile(
    r"(?:on|in|at|during|after|before|by|since|when|as|while|if|although|though|but|and|for|with|from|asked|speaking|despite"
    r"|according|following|until|because|given|under|an? \w+ (?:before|after|later))\b",
    re.I,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|[a-z]{3,}ed|[a-z]{3,}s"
    r"|went|came|took|made|got|gave|left|won|lost|held|kept|began|became|led|met|sent|fell|rose|hit|set|put|cut|shot|fled)\b"
)
_CLAUSE_END = re.compile(
    r",?\s+according to\b|;\s|,\s(?:while|although|though|but|whereas)\s|,\s(?:adding|saying|noting"
    r"|citing|insisting|warning)\b"
)
_NEW_CLAUSE = re.compile(rf",\s(?=(?:the|an?|he|she|it|they|[A-Z])[^,.;]{{0,60}}?\s{_FINITE.pattern})")
_EDGE = " \t\n\r,;:.-–—"
_ENOUGH = 2
MOST = 24
"""Words of saying that are looked at in one sentence; more are no prose."""


def find(
    text: str, start: int, end: int, quotes: Sequence[Range], previous: Range | None
) -> Iterator[Attribution]:
    """Attributions in the sentence ``[start, end)``.

    ``quotes`` are the quotations that touch it; what stands inside one attributes nothing. ``previous`` is
    the sentence before, of which "This was stated by ..." speaks.
    """
    found: list[Attribution] = []
    taken = start
    for cue in islice(verbs.cues(text, start, end), MOST):
        if cue.start() < taken or any(s < cue.start() < e for s, e in quotes):
            continue
        attribution = _attribution(text, start, end, cue, quotes, previous, found)
        if attribution is None:
            continue
        found.append(attribution)
        if cue[0].lower() == "quoted" and attribution.speaker:
            taken = attribution.contents[0][0]
        yield attribution


def trim(text: str, start: int, end: int) -> Range | None:
    """The range without white space and loose punctuation at its edges; None when too little is left."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return (start, end) if len(text[start:end].split()) >= _ENOUGH else None


def _attribution(
    text: str,
    start: int,
    end: int,
    cue: re.Match[str],
    quotes: Sequence[Range],
    previous: Range | None,
    found: Sequence[Attribution],
) -> Attribution | None:
    manner, word = verbs.manner(cue[0]), cue[0].lower()
    head = text[start : cue.start()]
    if manner == "according":
        return _according(text, start, end, cue, found)
    if by := _BY.match(text, cue.end(), end):
        return _passive(text, end, cue, by.end(), head, previous, manner)
    if word == "quoted" and (quoted := _QUOTED_AS.match(text, cue.end(), end)):
        content = trim(text, quoted.end(), end)
        return _given(text, (content,), quoted.span("name"), cue, "say") if content else None
    if _NOT_A_VERB.search(head[-12:]) or (_TO_BE.search(head[-24:]) and not word.endswith("ing")):
        return None
    if word in verbs.NOUNS and not _CLEAR.match(text, cue.end(), end):
        return None
    if _closes_statement(head) and manner in ("say", "report") and not word.endswith("ing"):
        inverted = _inverted(text, start, end, cue, manner)
        if inverted is not None:
            return inverted
    if word.endswith("ing"):
        return _participle(text, start, end, cue, manner, quotes)
    return _with_subject(text, start, end, cue, manner, quotes)


def _with_subject(
    text: str, start: int, end: int, cue: re.Match[str], manner: str, quotes: Sequence[Range]
) -> Attribution | None:
    subject = names.before(text, start, cue.start())
    if subject is None:
        return None
    word = cue[0].lower()
    lead = text[start : subject[0]].rstrip()
    trailing = manner in ("say", "report", "hedge") and _closes_statement(lead) and _is_statement(lead)
    before = trim(text, start, subject[0]) if trailing else None
    if before is None and word in verbs.QUOTING and not _ONLY_QUOTE.match(text, cue.end(), end):
        return None
    denied = _DENIED.search(text[subject[0] : cue.start()]) is not None
    if denied and not re.match(r"\s+(?:that|if|whether|how)\b", text[cue.end() : end]):
        return None
    after = _complement(text, cue, end, manner, quotes, before is not None)
    if (
        after
        and (text[start : subject[0]].strip() == "" or _ADVERBIAL.match(lead))
        and _SUBORDINATE.match(text, start, end)
    ):
        new = _NEW_CLAUSE.search(text, after[0], after[1])
        after = trim(text, after[0], new.start()) if new else after
    contents = tuple(r for r in (before, after) if r is not None)
    return _given(text, contents, subject, cue, manner) if contents else None


_SUBORDINATE = re.compile(r"(?:while|although|though|when|as|if|because|since)\b", re.I)


def _given(
    text: str, contents: tuple[Range, ...], name: Range, cue: re.Match[str], manner: str
) -> Attribution:
    return Attribution(contents, Speaker(*name, text[slice(*name)]), cue.span(), manner)


def _closes_statement(lead: str) -> bool:
    return re.search(r"(?:,|[”\"]|''|—|–|-)\s*$", lead) is not None and len(lead.split()) >= _ENOUGH


def _is_statement(lead: str) -> bool:
    """Whether what precedes the subject is a clause and not an adverbial: "On Friday, ", "However, "."""
    if re.search(r"[”\"]$|''$", lead):
        return True
    if _ADVERBIAL.match(lead):
        return lead.count(",") > 1 and _NEW_CLAUSE.search(lead) is not None
    return len(lead.split()) >= 3 and _FINITE.search(lead) is not None


def _complement(
    text: str, cue: re.Match[str], end: int, manner: str, quotes: Sequence[Range], trailing: bool
) -> Range | None:
    """What stands after the verb, without hearer, time and place."""
    at = cue.end()
    if cue[0].lower() in _HEARD and (hearer := _HEARER.match(text, at, end)):
        at = hearer.end()
    if aside := _ASIDE.match(text, at, end):
        at = aside.end()
    tail = _TAIL.match(text, at, end)
    at = tail.end() if tail and manner != "object" else at
    if not text[at:end].strip(_EDGE + "”\"'"):
        return None
    that = _THAT.match(text, at, end)
    begin = that.end() if that else at
    explicit = that is not None and bool(that[0].strip(" ,"))
    quoted = any(abs(s - begin) <= 1 for s, _ in quotes)
    if trailing and not quoted:
        return None
    if not (explicit or quoted):
        if (
            manner in ("say", "report")
            and re.match(r"[a-z]{3,}ing\b|and\b|as\b|to\b|on\b|with\b|when\b", text[begin:end])
            and tail
            and tail[0]
        ):
            return None
        if (
            manner in ("hedge", "show")
            and not _CLEAR.match(" " + text[begin : begin + 20])
            and not re.match(r"to\b", text[begin:end])
        ):
            return None
    return trim(text, begin, _clause_end(text, begin, end))


def _clause_end(text: str, begin: int, end: int) -> int:
    """Where a reported clause ends inside its sentence: at the next speaker's clause or an attribution."""
    for m in _CLAUSE_END.finditer(text, begin, end):
        clause = text[begin : m.start()]
        if clause.count("“") > clause.count("”") or clause.count('"') % 2 or ":" in clause:
            continue
        if len(clause.split()) >= 3:
            return m.start()
    return end


def _inverted(text: str, start: int, end: int, cue: re.Match[str], manner: str) -> Attribution | None:
    """ "...", said Ann Ray, who ..."."""
    name = names.after(text, cue.end(), end)
    if name is None or not re.match(
        r"(?:the |an? )?[A-Z]|(?:the|an?|one|he|she|officials|police|another)\b", text[slice(*name)]
    ):
        return None
    content = trim(text, start, cue.start())
    if content is None or re.fullmatch(r"(?:[A-Z][\w.’'-]*\s?){1,4}", text[slice(*content)]):
        return None
    lead = text[slice(*content)]
    if not _is_statement(text[start : cue.start()].rstrip()) and not _FINITE.search(lead):
        return None
    return _given(text, (content,), name, cue, manner)


def _participle(
    text: str, start: int, end: int, cue: re.Match[str], manner: str, quotes: Sequence[Range]
) -> Attribution | None:
    """ "..., adding that ...": its subject is the one of the clause before it."""
    head = text[start : cue.start()].rstrip()
    if _TO_BE.search(text[max(start, cue.start() - 24) : cue.start()]):
        return _with_subject(text, start, end, cue, manner, quotes)
    if not head.endswith(",") or manner == "object":
        return None
    first = MAIN.search(head)
    if first is None:
        return None
    subject = names.before(text, start, start + first.start() + 1)
    content = _complement(text, cue, end, manner, quotes, False)
    return _given(text, (content,), subject, cue, manner) if subject and content else None


MAIN = re.compile(r"\s(?:[a-z]+ed|said|told|wrote|has|have|had|was|were|is|are|met|took|made|spoke|gave)\s")


def _according(
    text: str, start: int, end: int, cue: re.Match[str], found: Sequence[Attribution]
) -> Attribution | None:
    name = names.source(text, cue.end(), end)
    if name is None or any(a.speaker and a.speaker.end > start for a in found):
        return None
    head = text[start : cue.start()].strip(_EDGE + "(")
    whole = (start, cue.start()) if len(head.split()) >= _ENOUGH else (name[1], end)
    content = trim(text, *whole)
    return _given(text, (content,), name, cue, "according") if content else None


def _passive(
    text: str, end: int, cue: re.Match[str], at: int, head: str, previous: Range | None, manner: str
) -> Attribution | None:
    """ "This was stated by Ann Ray." speaks of the sentence before it."""
    if manner not in ("say", "report") or previous is None or not _POINTING.fullmatch(head.strip()):
        return None
    name = names.source(text, at, end)
    content = trim(text, *previous)
    return _given(text, (content,), name, cue, manner) if name and content else None

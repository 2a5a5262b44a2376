"""Where the naming of a speaker begins and ends, beside the verb of saying."""

from __future__ import annotations

import re

from seedreader.article import Range

_PRONOUNS_WORDS = """
    he she they it we i you who which that this these those one some others many"""
PRONOUNS = frozenset(_PRONOUNS_WORDS.split())

_AUX = re.compile(
    r"(?:[\s,]+(?:also|later|then|has|have|had|is|are|was|were|been|being|would|will|could|may|might|can|did|does|do|not"
    r"|never|further|again|first|once|since|just|even|still|only|now|both|all|already|often|earlier|repeatedly|n['’]t"
    r"|to|[a-z]{2,15}ly))+[\s,]*$"
)
_LEAD = re.compile(
    r"(?:(?:but|and|yet|so|or|however|meanwhile|still|then|now|also|while|although|though|as|when|because|since|if|that"
    r"|where|after|before|what|instead|moreover|furthermore|nonetheless|nevertheless|indeed|separately|earlier|later)\b,?\s+)+",
    re.I,
)
_TIME_LEAD = re.compile(
    r"(?:(?:on|in|at|during|after|before|by|since|for|with|from)\s[^,]{2,40},\s+)"
    r"|(?:(?:on|last|late|early)\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s\w+)?\s+",
    re.I,
)
_BREAK = re.compile(
    r"[;:—–“”\"()\[\]]|''|,['’”]|--|\s(?:that|which|because|although|though|while|when|where|if|whether|as|after|before|but|or|than|so|what|how|why)\s"
    r"|,\s(?:and|but|or|while|which|yet|so)\s|\s-\s",
    re.I,
)
_VERBISH = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|[a-z]{3,}ed|went|came|took"
    r"|made|got|gave|left|won|lost|held|kept|began|became|led|met|told|said|says|sent)\b"
)
_NOUNISH = re.compile(r"[A-Z]|\b(?:he|she|they|it|we|i|you|who|which)\b|[a-z]{3,}", re.I)
_STOP_AFTER = re.compile(
    r"[,;:.!?—–“”\"()\[\]]|''|--|\s(?:that|which|who|on|in|at|during|after|before|as|when|while|because|to|by|for|with|from|and|but|if|via"
    r"|saying|adding|told|said|late|early|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_APPOSITION = re.compile(r"\s*(?:an?|the|one|[a-z]|who\b|former\b|[A-Z][\w’'.]*\s)")
_CLAUSAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|said|says|told|went|came|took"
    r"|made|got|gave|began|became|led)\b"
)
_OBJECTIVE = re.compile(r"\b(?:them|him|me|us)$")
_EMPTY = re.compile(
    r"(?:and|but|or|however|to|not|also|then|who|which|that|the|a|an|there|it|this|these|those|meanwhile|of|in|on|as|for|with|x+|\s)+",
    re.I,
)
_NAMES = re.compile(r"[A-Z][\w’'.]*(?:,\s(?:the\s)?[A-Z][\w’'. ]{0,40}){1,8},?\sand\s(?:the\s)?[A-Z]")
LONGEST = 220
"""Characters that the naming of a speaker may take."""


def before(text: str, start: int, verb: int) -> Range | None:
    """The subject whose verb begins at ``verb``, looked for from ``start`` on; None without one."""
    start = max(start, verb - LONGEST)
    segment = _masked(text[start:verb])
    if aux := _AUX.search(segment):
        segment = segment[: aux.start()]
    segment = segment.rstrip()
    if not segment:
        return None
    relative = re.search(r",?\s(?:who|which)$", segment)
    if relative:
        segment = segment[: relative.start()].rstrip()
    begin = 0
    for m in _BREAK.finditer(segment):
        begin = m.end()
    if segment.endswith(","):
        opening = _appositive(segment[begin:].rstrip(","))
        if opening is None:
            return None
        begin, segment = begin + opening, segment.rstrip(",")
    else:
        begin = _comma(segment, begin)
    begin = _conjunction(segment, begin)
    begin = _unled(segment, begin)
    if relative and (cut := segment.rfind(", ", begin)) > 0 and not _is_list(segment[begin:]):
        begin = cut + 2
    lead = len(segment[begin:]) - len(segment[begin:].lstrip(" ,'’‘"))
    begin += lead
    name = segment[begin:]
    if not name or not _NOUNISH.search(name) or len(name.split()) > 28 or _EMPTY.fullmatch(name):
        return None
    if _CLAUSAL.search(name) or _OBJECTIVE.search(name):
        return None
    return start + begin, start + len(segment)


def after(text: str, at: int, end: int) -> Range | None:
    """The name that follows an inverted verb ("..., said Ann Ray") or a preposition; None without one."""
    at += len(text[at:end]) - len(text[at:end].lstrip())
    stop = min(end, at + LONGEST)
    m = _STOP_AFTER.search(text, at, stop)
    finish = m.start() if m else stop
    while (
        m
        and m[0] == "."
        and m.end() < stop
        and re.search(r"(?:^|[\s.])[A-Z][a-z]{0,3}$", text[at : m.start()])
    ):
        m = _STOP_AFTER.search(text, m.end(), stop)
        finish = m.start() if m else stop
    name = text[at:finish].rstrip()
    if not name or not _NOUNISH.search(name):
        return None
    return at, at + len(name)


def source(text: str, at: int, end: int) -> Range | None:
    """The name after "according to" or "by": prepositions may belong to it, clauses may not."""
    at += len(text[at:end]) - len(text[at:end].lstrip())
    stop = min(end, at + LONGEST)
    finish = stop
    for m in re.finditer(
        r"[;:—–“”\"(]|''|,|[.!?](?=\s|$)|\s(?:who|which|that|when|while|as|after|but)\b", text[at:stop]
    ):
        place = at + m.start()
        if m[0] == "," and _list_goes_on(text[at:place], text[place + 1 : stop]):
            continue
        if m[0] == "." and re.search(r"(?:^|[\s.])[A-Z][a-z]{0,3}$", text[at:place]) and place + 1 < end:
            continue
        finish = place
        break
    name = text[at:finish].rstrip(" .,")
    return (at, at + len(name)) if name else None


def _masked(segment: str) -> str:
    """Parentheses hidden behind letters, so that they do not part a name from its verb."""
    return re.sub(r"(?<=\w )\([^()\n]{1,40}\)", lambda m: "x" * len(m[0]), segment)


def _list_goes_on(so_far: str, rest: str) -> bool:
    """ "officials from France, Spain and Italy": the comma belongs to a list of names."""
    m = re.match(
        r"\s(?:the\s)?[A-Z][\w’'.]*(?:\s[A-Z][\w’'.]*){0,3}(?:,?\sand\s(?:the\s)?[A-Z]|,\s[A-Z])", rest
    )
    return m is not None and re.search(r"[A-Z][\w.]*$", so_far) is not None


def _is_list(words: str) -> bool:
    return re.search(
        r",\s(?:the\s)?[A-Z][^,]*\sand\s(?:the\s)?[A-Z]", words
    ) is not None and not _VERBISH.search(words)


def _appositive(segment: str) -> int | None:
    """Where the subject begins when an apposition stands between it and its verb."""
    parts = segment.split(",")
    if len(parts) < 2:
        return None
    taken = 1
    while taken < len(parts) - 1 and not re.search(r"[A-Z]", parts[-1 - taken]):
        taken += 1
    return len(",".join(parts[: -1 - taken])) + (1 if len(parts) > taken + 1 else 0)


def _comma(segment: str, begin: int) -> int:
    """A comma begins the subject, unless it parts the names of a list."""
    names = _NAMES.search(segment, begin)
    cut = segment.rfind(", ", begin, names.start() if names else len(segment))
    return cut + 2 if cut >= 0 else begin


def _conjunction(segment: str, begin: int) -> int:
    """ "and" begins a new clause only where a verb stands before it."""
    cut = segment.rfind(" and ", begin)
    if cut > 0 and _VERBISH.search(segment[begin:cut]):
        return cut + 5
    return begin


def _unled(segment: str, begin: int) -> int:
    moved = True
    while moved:
        moved = False
        for lead in (_LEAD, _TIME_LEAD):
            m = lead.match(segment, begin)
            if m and m.end() < len(segment):
                begin, moved = m.end(), True
    return begin

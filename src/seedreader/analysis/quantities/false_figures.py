"""Whether a figure is a quantity rather than a name, a date, a label or a pronoun."""

from __future__ import annotations

import re

from seedreader.analysis.numbers import Number
from seedreader.analysis.quantities import counted_nouns
from seedreader.text.months import ANY_SHORT_MONTH

_LABELS = re.compile(
    r"(?:\bno\.|\bnumber|\barticle|\bchapter|\bpage|\bsection|\bitem|\bpart|\bphase|\blevel|\broom|\bgate|\bflight"
    r"|\bverse|\bvolume|\bround|\bday|\bweek|\bepisode|\bseason|\bresolution|\bgroup|\btype|\bclass|\bgrade|\bage"
    r"|\broute|\bhighway|\binterstate|\bchannel|\bfloor|\brunway|\bterminal|\bplatform|\bapartment|\bsuite|\bmodel"
    r"|\bpsalm|\bwindows|\bmark|\bversion|\bgame|\bstage|\bheat|\btable|\bfigure|\bward|\bdistrict|\bzone|\bunit"
    r"|\bpier|\bexit|\bjunction|\bbus|[#§@])\s?$",
    re.I,
)
_LABELS_TWO = re.compile(
    r"\b(?:numbers|articles|chapters|pages|sections|items|parts|rooms|gates|flights|rounds|days|weeks|grades|ages"
    r"|routes|highways|floors|runways|terminals|platforms|games|stages|wards|districts|zones|units|exits|junctions)"
    r"\s(?:\d+\s?(?:,|and|to|or|-|–)\s?){0,3}$",
    re.I,
)
_LENGTH_OF = re.compile(
    r"\b(?:for|in|only|just|after|within|than|least|about|of|to|is|was|and|or|by|last(?:s|ed|ing)?|took|takes?|the|every"
    r"|exactly|nearly|almost|under|over|up to|spent|a record|-)\s?$",
    re.I,
)
"""What stands before "one day" where it is a length of time, and not some day."""

_EMERGENCY = ("911", "999", "112", "000")
_CALLED = re.compile(
    r"\b(?:call(?:s|ed|ing)?|dial(?:s|led|ed|ling|ing)?|phon(?:es?|ed|ing)|rang|ring)\s\|"
    r"|\|\s(?:call|dispatch|operator|emergency|line|system)"
)
"""Numbers for help, and the words that tell that they are meant."""

_SEASON = re.compile(r"\b(?:1[5-9]|20)\d\d[-–—/]$")
_THEIRS = re.compile(r"\b(?:its|their|his|her)\s+$", re.I)
_KIN = frozenset(
    ["children", "sons", "daughters", "kids", "brothers", "sisters", "passengers", "babies", "dogs"]
)
_CHANGED = re.compile(r"\bfrom\s\S{1,12}\sto\s$")
_MONTH = rf"(?:{ANY_SHORT_MONTH})[a-z]{{0,6}}\.?"
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\s+$", re.I)
_MONTH_AFTER = re.compile(rf"\s+(?:of\s+)?{_MONTH}(?!\w)", re.I)
_NAME_BEFORE = re.compile(r"(?P<before>\S*\s+)?(?P<name>[a-z]?[A-Z][\w&'’.-]*)\s+$")
_SCORE = re.compile(r"\b(?:won|lost|beat|drew|win|victory|defeat|by)\s(?:\w+\s){0,3}\d{1,3}\sto\s\d{1,3}\b")
_ADDRESS = re.compile(
    r"\sblock\sof\b|\s(?:[A-Z][\w’'.]{0,15}\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd|Place|Way)\b"
)
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d\W+(?:\w+\W+)?(?:1[5-9]|20)\d\d")
_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|GMT\b|UTC\b|hrs\b)", re.I)
_ORDERLY = re.compile(r"(?:^|\n)[ \t]*$")


def counts(
    text: str, start: int, first: Number, last: Number, label: str | None, *, hedged: bool, ranged: bool
) -> bool:
    """Whether a figure is a quantity rather than a name, a date, a label or a pronoun."""
    before, after = text[max(0, first.start - 40) : first.start], text[last.end : last.end + 40]
    if first.worded:
        return _worded(before, after, first, label, hedged)
    if (re.search(r"\d-$", before) and not ranged) or _SEASON.search(before):
        return False
    if first.unit or label == "percent":
        return True
    if re.match(r"(?:st|nd|rd|th)\b|[:/]\d|-\d|(?:[.,]\d)", after) or _CLOCK.match(after):
        return False
    if label in ("metres", "meters") and not hedged and before.endswith(("the ", "The ")):
        return False  # a race: "the 100 metres"
    if (_LABELS.search(before[-16:]) or _LABELS_TWO.search(before) or _ADDRESS.match(after)) and not hedged:
        return False
    if (_MONTH_BEFORE.search(before) and (first.figure or 0) <= 31) or (
        _MONTH_AFTER.match(after) and (first.figure or 0) <= 31
    ):
        return False
    if counted_nouns.is_calibre(text, last.end):
        return False
    bare = text[first.start : first.end]
    if bare in _EMERGENCY and not hedged and _CALLED.search(before + "|" + after):
        return False
    around = before + text[first.start : last.end] + after[:5]
    if " to " in around and _SCORE.search(around):
        return False
    if ranged and _YEARS.fullmatch(text, first.start, last.end):
        return False
    if bare.isdigit() and len(bare) == 4 and 1500 <= int(bare) <= 2100 and (not hedged or label is None):
        return False
    if _ORDERLY.search(text[max(0, first.start - 8) : first.start]) and re.match(r"[.)]\s", after):
        return False
    if re.match(r"0\d", bare) or (ranged and text[first.end] == "-" and not (hedged or label)):
        return False
    if hedged or ranged or "," in bare or (first.figure or 0) < 0:
        return True
    named = None if _MONTH_BEFORE.search(before) else _NAME_BEFORE.search(before)
    if named and not re.search(r"\b(?:in|at|near|from|and|of)\s+$", named["before"] or "", re.I):
        at = first.start - len(before) + named.start("name")
        if (
            named["before"] is not None
            and "\n" not in named["before"]
            and not re.search(r"[.!?:]['\"”’]?\s+$", named["before"])
            and at > start
        ):
            return False
    risen = re.search(r"\b(?:from|to|by)\s+$", before) and re.match(r"\s+to\s+(?:[$£€]|\d)", after)
    return label is not None or bool(risen) or _CHANGED.search(before) is not None or _predicated(after)


def _worded(before: str, after: str, first: Number, label: str | None, hedged: bool) -> bool:
    if first.unit == "percent":
        return True
    small = first.figure is not None and first.figure <= 12
    if first.figure == 1 and label in ("day", "night", "morning") and not _LENGTH_OF.search(before):
        return False
    theirs = label in _KIN and _THEIRS.search(before)
    if (
        small
        and not theirs
        and not hedged
        and re.search(
            r"\b(?:the|these|those|its|their|his|her|our|my|your|other|both|all|no|any)\s+$", before, re.I
        )
    ):
        return False
    if first.figure == 1 and re.search(
        r"(?:\b(?:this|that|each|every|which|number|another|not|just|only)|-)\s*$", before, re.I
    ):
        return label is not None and before.rstrip().lower().endswith(("just", "only"))
    if first.figure == 0 or (first.figure == 1 and _ONE_OF_MANY.match(after)):
        return False
    vague = first.figure is None
    return label is not None or vague or (_predicated(after) if hedged or not small else False)


_ONE_OF_MANY = re.compile(
    r"\sof\s(?:the|its|his|her|their|our|my|(?:[A-Z]\w+\s){0,2}[A-Z]\w+['’]s?)\s(?:\w+\s)?(?:most|best|all-time|few|only|many|top|main|key|[a-z]{3,}est)\b"
)


def _predicated(after: str) -> bool:
    return (
        re.match(
            r"\s+(?:were|was|are|is|have|had|has|died|remain|more)\b|\s*[.,;!?)]?\s*$|[.,;]\s", after, re.I
        )
        is not None
    )

"""Stated figures with the interval that their wording allows, and what they count.

Hedges follow ordinary newspaper English. "About", "some", "roughly" and their like allow 10 % either
way (`TOLERANCE`); "nearly" and "almost" 10 % below; "just over" 10 % above. Vague plurals are
intervals: "dozens" is 24 to 120, "hundreds" 200 to 1,000, "thousands" 2,000 to 100,000.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedreader.analysis import numbers
from seedreader.analysis.numbers import Number
from seedreader.analysis.quantities import context, durations, nouns
from seedreader.article import Quantity

TOLERANCE = 0.1

_MOST = (
    r"up to|(?<!twice )(?<!times )(?<!half )as (?:many|much) as|at most|no more than|not more than"
    r"|a maximum of|fewer than|less than|under|below"
)
_LEAST = (
    r"at least|no fewer than|no less than|not less than|a minimum of|more than|over|above|upwards of"
    r"|in excess of"
)
_ABOUT = (
    r"about|around|some|roughly|approximately|approx\.|an estimated|estimated|circa|in the region of"
    r"|close to"
)
_NEARLY = r"nearly|almost|just under|just short of|not quite"
_OVER = r"just over|slightly more than|a little over|slightly over"
_HEDGE = re.compile(
    rf"(?<!\w)(?:(?P<over>{_OVER})|(?P<nearly>{_NEARLY})|(?P<most>{_MOST})|(?P<least>{_LEAST})"
    rf"|(?P<about>{_ABOUT})|(?P<between>between)|(?P<exact>exactly|precisely|a total of|a record))\s+"
    r"(?:(?:another|an additional|an extra|a further|the initial|a total of|the)\s+)?$",
    re.I,
)
_MODIFIER = re.compile(r"(?<!\w)(?:another|an additional|an extra|a further|(?:the|an) initial)\s+$", re.I)
_AFTER = re.compile(
    r"\s?(?:(?P<plus>\+|-plus\b|or more\b|and counting\b)|(?P<minus>or (?:less|fewer)\b)|(?P<so>or so\b))",
    re.I,
)
_JOIN = re.compile(r"\s?[-–—]\s?|\s(?:to|or)\s|\s(?P<and>and)\s", re.I)
_OF = re.compile(r"\s(?:out )?of\s(?:(?:the|its|their|all)\s)?", re.I)
_REACH = 40
CLOSE, MOST = 12, 10
"""Characters between the numbers of a table at most, and how many numbers in a row still are prose."""


def find(text: str, start: int = 0, end: int | None = None) -> tuple[Quantity, ...]:
    """Quantities in ``text[start:end]`` in reading order, not overlapping.

    A span covers hedge, figure and unit: "up to 12,000 troops". Calibres, model names, years, dates,
    clock times, ordinals, list numbers and scores of games are not quantities.
    """
    stop = len(text) if end is None else end
    out: list[Quantity] = []
    found = _outside_tables(numbers.find(text, start, stop))
    i = 0
    while i < len(found):
        first, last, used = found[i], found[i], 1
        low, high, figure = first.low, first.high, first.figure
        hedge = _HEDGE.search(text, max(start, first.start - _REACH), first.start)
        pair = _range(text, found, i, hedge is not None and hedge["between"] is not None)
        if pair is not None:
            last, used = found[i + 1], 2
            low, high = pair
            figure = None
        i += used
        if hedge is not None and hedge["between"] and pair is None:
            hedge = None
        begin = _begin(text, start, first, hedge)
        if out and begin < out[-1].end:
            begin = first.start
            if begin < out[-1].end:
                continue
        after = _AFTER.match(text, last.end, stop)
        unit_from = after.end() if after else last.end
        label, unit_end = nouns.unit(text, unit_from, stop)
        if label is None and i < len(found) and _OF.fullmatch(text, unit_from, found[i].start):
            label = nouns.unit(text, found[i].end, stop)[0]
        if first.unit or last.unit:
            of_what = (
                last.unit == "percent"
                and label
                and (_OF.match(text, unit_from, stop) or " in " in text[last.start : last.end])
            )
            label, unit_end = last.unit or first.unit, unit_end if of_what else unit_from
        if label is None and context.is_age(text, begin, unit_from):
            label = "years old"
        hedged = hedge is not None or after is not None
        told = context.counted(text, out, start, begin, unit_from) if label is None else label
        if not _counts(text, start, first, last, told, hedged=hedged, ranged=pair is not None):
            continue
        if label is None:
            label = told
        elif (
            pair is None
            and figure is not None
            and (
                longer := durations.joined(text, label, unit_end, found[i] if i < len(found) else None, stop)
            )
        ):
            more, unit_end, numbers_used = longer
            low = high = figure = figure + more
            i += numbers_used
        low, high = _interval(hedge, after, figure, low, high)
        out.append(Quantity(begin, unit_end if label and unit_end else unit_from, figure, low, high, label))
    return tuple(out)


def _outside_tables(found: Sequence[Number]) -> Sequence[Number]:
    """The numbers that stand in prose: a long row of them with little between is a table, or noise."""
    out: list[Number] = []
    row: list[Number] = []
    for number in found:
        if row and number.start - row[-1].end > CLOSE:
            out.extend(row if len(row) <= MOST else ())
            row = []
        row.append(number)
    return [*out, *(row if len(row) <= MOST else ())]


def _begin(text: str, start: int, first: Number, hedge: re.Match[str] | None) -> int:
    if hedge:
        return hedge.start()
    modifier = _MODIFIER.search(text, max(start, first.start - _REACH), first.start)
    return modifier.start() if modifier else first.start


def _interval(
    hedge: re.Match[str] | None,
    after: re.Match[str] | None,
    figure: float | None,
    low: float | None,
    high: float | None,
) -> tuple[float | None, float | None]:
    kind = hedge.lastgroup if hedge else None
    if after:
        kind = {"plus": "least", "minus": "most", "so": "about"}[after.lastgroup or "so"]
    if kind == "most":
        return None, high
    if kind == "least":
        return low, None
    if figure is None or low is None or high is None:
        return low, high
    slack = abs(figure) * TOLERANCE
    if kind == "about":
        return figure - slack, figure + slack
    if kind == "nearly":
        return figure - slack, figure
    if kind == "over":
        return figure, figure + slack
    return low, high


def _range(text: str, found: Sequence[Number], i: int, between: bool) -> tuple[float, float] | None:
    if i + 1 >= len(found):
        return None
    a, b = found[i], found[i + 1]
    join = _JOIN.fullmatch(text, a.end, b.start)
    if a.unit == "percent" and b.unit is None:
        return None
    if join is None or (join["and"] and not between) or a.figure is None or b.figure is None:
        return None
    if re.search(r"\d-$", text[max(0, a.start - 2) : a.start]):
        return None
    if re.search(r"\bfrom\s+$", text[max(0, a.start - 6) : a.start], re.I):
        return None
    low, high = a.figure, b.figure
    scale = re.search(r"(?:thousand|million|billion|trillion)$|(?:m|bn|k)$", text[b.start : b.end], re.I)
    if scale and low < 1000 <= high and not re.search(r"[a-z]$", text[a.start : a.end], re.I):
        low *= numbers.SCALES[scale[0].lower()]
    return (low, high) if low < high else None


_LABELS = re.compile(
    r"(?:\bno\.|\bnumber|\barticle|\bchapter|\bpage|\bsection|\bitem|\bpart|\bphase|\blevel|\broom|\bgate|\bflight"
    r"|\bverse|\bvolume|\bround|\bday|\bweek|\bepisode|\bseason|\bresolution|\bgroup|\btype|\bclass|\bgrade|\bage"
    r"|\broute|\bhighway|\binterstate|\bchannel|\bfloor|\brunway|\bterminal|\bplatform|\bapartment|\bsuite|\bmodel"
    r"|\bpsalm|\bwindows|\bmark|\bversion|\bgame|\bstage|\bheat|\btable|\bfigure|\bward|\bdistrict|\bzone|\bunit"
    r"|\bpier|\bexit|\bjunction|[#§@])\s?$",
    re.I,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\.?"
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\s+$", re.I)
_MONTH_AFTER = re.compile(rf"\s+(?:of\s+)?{_MONTH}(?!\w)", re.I)
_NAME_BEFORE = re.compile(r"(?P<before>\S*\s+)?(?P<name>[A-Z][\w&'’.-]*)\s+$")
_SCORE = re.compile(r"\b(?:won|lost|beat|drew|win|victory|defeat|by)\s(?:\w+\s){0,3}\d{1,3}\sto\s\d{1,3}\b")
_ADDRESS = re.compile(
    r"\sblock\sof\b|\s(?:[A-Z][\w’'.]{0,15}\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd|Place|Way)\b"
)
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d\W+(?:\w+\W+)?(?:1[5-9]|20)\d\d")
_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|GMT\b|UTC\b|hrs\b)", re.I)
_ORDERLY = re.compile(r"(?:^|\n)[ \t]*$")


def _counts(
    text: str, start: int, first: Number, last: Number, label: str | None, *, hedged: bool, ranged: bool
) -> bool:
    """Whether a figure is a quantity rather than a name, a date, a label or a pronoun."""
    before, after = text[max(0, first.start - 40) : first.start], text[last.end : last.end + 40]
    if first.worded:
        return _worded(before, after, first, label, hedged)
    if re.search(r"\d-$", before) and not ranged:
        return False
    if first.unit or label == "percent":
        return True
    if re.match(r"(?:st|nd|rd|th)\b|[:/]\d|-\d|(?:[.,]\d)", after) or _CLOCK.match(after):
        return False
    if (_LABELS.search(before[-16:]) or _ADDRESS.match(after)) and not hedged:
        return False
    if _MONTH_BEFORE.search(before) or (_MONTH_AFTER.match(after) and (first.figure or 0) <= 31):
        return False
    if nouns.is_calibre(text, last.end):
        return False
    bare = text[first.start : first.end]
    around = before + text[first.start : last.end] + after[:5]
    if " to " in around and _SCORE.search(around):
        return False
    if ranged and _YEARS.fullmatch(text, first.start, last.end):
        return False
    if bare.isdigit() and len(bare) == 4 and 1500 <= int(bare) <= 2100 and not hedged:
        return False
    if _ORDERLY.search(text[max(0, first.start - 8) : first.start]) and re.match(r"[.)]\s", after):
        return False
    if re.match(r"0\d", bare) or (ranged and text[first.end] == "-" and not (hedged or label)):
        return False
    if hedged or ranged or "," in bare:
        return True
    named = _NAME_BEFORE.search(before)
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
    return label is not None or bool(risen) or _predicated(after)


def _worded(before: str, after: str, first: Number, label: str | None, hedged: bool) -> bool:
    if first.unit == "percent":
        return True
    small = first.figure is not None and first.figure <= 12
    if (
        small
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
    return label is not None or (hedged and _predicated(after)) or (not small and _predicated(after))


_ONE_OF_MANY = re.compile(
    r"\sof\s(?:the|its|his|her|their|our|my)\s(?:\w+\s)?(?:most|best|all-time|few|only|many|top|main|key|[a-z]{3,}est)\b"
)


def _predicated(after: str) -> bool:
    return (
        re.match(
            r"\s+(?:were|was|are|is|have|had|has|died|remain|more)\b|\s*[.,;!?)]?\s*$|[.,;]\s", after, re.I
        )
        is not None
    )

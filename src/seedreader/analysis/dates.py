"""Dates as intervals of days, absolute ones and those told relative to the article's own date."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from seedreader.analysis.numbers import UNITS
from seedreader.article import DateMention

Days = tuple[date | None, date | None]

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}

_M = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_W = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_Y = r"(?:1[5-9]|20)\d\d"
_D = r"(?:3[01]|[12]\d|0?[1-9])"
_SEASON = r"(?:spring|summer|autumn|fall)"
_N = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"

_DATE = re.compile(
    rf"""(?:(?<![\w/.-])(?=\w)|(?=['’]s[ ]{_Y}))(?:
      (?P<since>(?i:since|from))[ ](?=(?:the[ ])?(?:{_M}|{_W}|{_Y}|{_D}[ ]{_M}|yesterday|last[ ]
         |early[ ]|late[ ]|mid-))
    )?(?:
      (?P<iso>{_Y}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))
     |(?P<span>(?i:between)[ ](?P<m1>{_M})[ ]and[ ](?P<m2>{_M})(?:[ ,]+(?P<spanyear>{_Y}))?)
     |(?:(?P<dow>{_W}),?[ ](?:the[ ])?)?(?:
         (?P<md_m>{_M})[ ](?:the[ ])?(?P<md_d>{_D})(?:st|nd|rd|th)?(?:(?:,?[ ](?P<md_y>{_Y}))|(?![\d,]\d))
        |(?P<dm_d>{_D})(?:st|nd|rd|th)?[ ](?:of[ ])?(?P<dm_m>{_M})(?:,?[ ](?P<dm_y>{_Y}))?)
     |(?P<third>(?i:early|mid|late|the[ ](?:beginning|middle
        |end)[ ]of))[ -](?:(?P<third_m>{_M})(?:,?[ ](?P<third_y>{_Y}))?|(?P<third_year>{_Y}))
     |(?P<my_m>{_M})(?:[ ]of)?,?[ ](?P<my_y>{_Y})
     |(?P<week>(?i:next|coming|this|last|past|previous))[ ](?P<week_d>{_W})
     |(?P<weekday>{_W})
     |(?P<rel>(?i:today|tonight|yesterday|tomorrow))
     |(?i:(?:the[ ])?(?P<which>last|this|next|past|previous|current|earlier[ ]this
        |later[ ]this)[ ](?P<period>week|month|year|weekend|{_SEASON}))
     |(?P<rel_m>(?i:last|this|next|in|during|since|until|by|of))[ ](?P<month>{_M})(?!,?[ ]\d)
     |(?P<ago>(?i:{_N}[ ](?:days?|weeks?|months?|years?)[ ](?:ago|earlier)))
     |(?P<years>(?P<y1>{_Y})[-–](?P<y2>{_Y}|\d\d))(?!\d|-\d)
     |(?:(?i:in|since|by|of|during|until|before|after|from|late|early|year|back[ ]in|for|and|to)
        |['’]s)[ ](?:the[ ])?(?P<year>{_Y})(?![\d,.]\d|-\d)
     |(?P<decade>(?i:the)[ ](?P<decade_y>(?:1[5-9]|20)\d0)s)
    )(?!\w)(?:[ ](?i:morning|afternoon|evening|night)\b)?""",
    re.X,
)
_ZONED = re.compile(r"(?i:troops|people|soldiers|men|women|percent|per cent|members|dollars|euros)")


def find(
    text: str, published: date | None, start: int = 0, end: int | None = None
) -> tuple[DateMention, ...]:
    """Dates in ``text[start:end]``, in reading order, resolved against ``published``.

    Relative dates have neither ``first`` nor ``last`` when ``published`` is None. A weekday is the most
    recent one on or before ``published`` unless the wording looks forward.
    """
    stop = len(text) if end is None else end
    out: list[DateMention] = []
    for m in _DATE.finditer(text, start, stop):
        begin = _begin(m)
        if m["year"] and _ZONED.match(text, m.end() + 1):
            continue
        if (
            m["month"]
            and m["month"] in ("May", "March")
            and re.match(r"\s+(?:\w+ly\s)?[a-z]", text[m.end() : m.end() + 12])
            and m["rel_m"].lower() not in ("in", "last", "since", "by")
        ):
            continue
        first, last = _resolve(m, published)
        if m["since"] or _open_since(m):
            last = None
        out.append(DateMention(begin, m.end(), first, last))
    return tuple(out)


def _begin(m: re.Match[str]) -> int:
    if m["since"]:
        return m.start()
    if m["year"]:
        return m.start() if _open_since(m) else m.start("year")
    if m["month"] and m["rel_m"].lower() not in ("last", "this", "next", "since"):
        return m.start("month")
    return m.start()


def _open_since(m: re.Match[str]) -> bool:
    return bool((m["year"] or m["month"]) and m[0].lower().startswith("since"))


def _resolve(m: re.Match[str], published: date | None) -> Days:
    if m["iso"]:
        y, mo, d = (int(x) for x in m["iso"].split("-"))
        return _day(y, mo, d)
    if m["md_m"] or m["dm_m"]:
        month, d = _month(m["md_m"] or m["dm_m"]), int(m["md_d"] or m["dm_d"])
        year = m["md_y"] or m["dm_y"]
        return _day(int(year), month, d) if year else _nearest_day(month, d, published)
    if m["span"]:
        return _month_span(m, published)
    if m["third"]:
        return _third(m, published)
    if m["my_m"]:
        return _whole_month(int(m["my_y"]), _month(m["my_m"]))
    if m["years"]:
        y1, y2 = int(m["y1"]), int(m["y2"])
        return _years(y1, y2 if y2 > 99 else 100 * (y1 // 100) + y2)
    if m["year"]:
        return _years(int(m["year"]), int(m["year"]))
    if m["decade"]:
        return _years(int(m["decade_y"]), int(m["decade_y"]) + 9)
    return _relative(m, published) if published else (None, None)


def _relative(m: re.Match[str], today: date) -> Days:
    try:
        if m["week"]:
            return _weekday(m["week_d"], today, m["week"].lower())
        if m["weekday"]:
            return _weekday(m["weekday"], today, "")
        if m["rel"]:
            shift = {"yesterday": -1, "tomorrow": 1}.get(m["rel"].lower(), 0)
            day = today + timedelta(days=shift)
            return day, day
        if m["which"]:
            return _period(m["which"].lower(), m["period"].lower(), today)
        if m["month"]:
            return _relative_month(m["rel_m"].lower(), _month(m["month"]), today)
        if m["ago"]:
            return _ago(m["ago"].lower(), today)
    except (OverflowError, ValueError):
        pass
    return None, None


def _day(year: int, month: int, day: int) -> Days:
    try:
        found = date(year, month, day)
    except ValueError:
        return None, None
    return found, found


def _years(first: int, last: int) -> Days:
    return (date(first, 1, 1), date(last, 12, 31)) if first <= last else (None, None)


def _month(word: str) -> int:
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def _whole_month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _nearest_day(month: int, day: int, published: date | None) -> Days:
    """The year that puts the day nearest to ``published``: news speaks of the months around it."""
    if published is None:
        return None, None
    days = [
        d
        for y in (-1, 0, 1)
        if 1 <= published.year + y <= 9999 and (d := _day(published.year + y, month, day)[0])
    ]
    if not days:
        return None, None
    found = min(days, key=lambda d: abs((d - published).days))
    return found, found


def _month_year(month: int, published: date) -> int:
    return published.year if month <= published.month else max(1, published.year - 1)


def _month_span(m: re.Match[str], published: date | None) -> Days:
    m1, m2 = _month(m["m1"]), _month(m["m2"])
    if m["spanyear"]:
        year = int(m["spanyear"])
    elif published:
        year = _month_year(m2, published)
    else:
        return None, None
    first_year = year if m1 <= m2 else year - 1
    return _whole_month(max(1, first_year), m1)[0], _whole_month(year, m2)[1]


def _third(m: re.Match[str], published: date | None) -> Days:
    part = {"early": 0, "beginning": 0, "mid": 1, "middle": 1}.get(
        m["third"].lower().removeprefix("the ").split()[0], 2
    )
    if m["third_year"]:
        year = int(m["third_year"])
        first = 1 + 4 * part
        return date(year, first, 1), _whole_month(year, first + 3)[1]
    month = _month(m["third_m"])
    if not (m["third_y"] or published):
        return None, None
    year = int(m["third_y"]) if m["third_y"] else _month_year(month, published or date.max)
    end = monthrange(year, month)[1]
    first_day, last_day = ((1, 10), (11, 20), (21, end))[part]
    return date(year, month, first_day), date(year, month, last_day)


def _weekday(name: str, today: date, wording: str) -> Days:
    back = (today.weekday() - WEEKDAYS.index(name.lower())) % 7
    if wording in ("next", "coming"):
        day = today + timedelta(days=(7 - back) if back else 7)
    elif wording == "this":
        day = today - timedelta(days=back)
        return day, day + timedelta(days=7 if back else 0)
    elif wording in ("last", "past", "previous"):
        day = today - timedelta(days=back or 7)
    else:
        day = today - timedelta(days=back)
    return day, day


def _period(which: str, period: str, today: date) -> Days:
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1}.get(which, 0)
    if period in ("week", "weekend"):
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return (monday if period == "week" else monday + timedelta(days=5)), monday + timedelta(days=6)
    if period == "month":
        index = 12 * today.year + today.month - 1 + shift
        return _whole_month(index // 12, index % 12 + 1)
    if period == "year":
        return _years(today.year + shift, today.year + shift)
    first, last = SEASONS[period]
    year = today.year + shift
    if shift < 0 and last < today.month:
        year = today.year
    return date(year, first, 1), _whole_month(year, last)[1]


def _relative_month(wording: str, month: int, today: date) -> Days:
    if wording == "next":
        return _whole_month(today.year + (month <= today.month), month)
    if wording == "last":
        return _whole_month(today.year - (month >= today.month), month)
    if wording in ("until", "by"):
        return _whole_month(today.year + (month < today.month), month)
    return _whole_month(_month_year(month, today), month)


def _ago(words: str, today: date) -> Days:
    count, unit = words.split()[:2]
    n = 1 if count in ("a", "an") else int(count) if count.isdigit() else UNITS[count]
    unit = unit.rstrip("s")
    if unit == "day":
        day = today - timedelta(days=n)
        return day, day
    if unit == "week":
        return _period("this", "week", today - timedelta(weeks=n))
    if unit == "month":
        index = 12 * today.year + today.month - 1 - n
        return _whole_month(index // 12, index % 12 + 1)
    return _years(today.year - n, today.year - n)

"""Which days a date that was found in a text means."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from seedreader.analysis.numbers import TENS, UNITS
from seedreader.text.months import SHORT_MONTHS

Days = tuple[date | None, date | None]

MONTHS = tuple(map(str.lower, SHORT_MONTHS))
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
FEASTS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "halloween": (10, 31),
}
_SHIFT = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}
_FROM_TODAY = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
_UNKNOWN: Days = (None, None)
_TURN = 30
"""Short years up to this one may belong to the next century: "1998-04"."""


def resolve(m: re.Match[str], published: date | None, *, ahead: bool | None) -> Days:
    """The first and last day that a match of `dates.find_dates` means, None where open or unknown.

    ``ahead`` tells that its sentence speaks of what is to come, None that it does not tell.
    """
    try:
        found = _absolute(m, published, ahead)
        if found is not None:
            return found
        return _relative(m, published, ahead) if published else _UNKNOWN
    except (OverflowError, ValueError):
        return _UNKNOWN


def _absolute(m: re.Match[str], published: date | None, ahead: bool | None) -> Days | None:
    """What needs no day of publication, or only its year."""
    if m["iso"]:
        y, mo, d = (int(x) for x in m["iso"].split("-"))
        return _day(y, mo, d)
    if m["ny"]:
        return _numeric(int(m["n1"]), int(m["n2"]), int(m["ny"]), dots=m["sep"] == ".")
    if m["md_m"] or m["dm_m"]:
        return _month_day(m, published, ahead)
    if m["m1"]:
        return _month_span(m, published)
    if m["third_m"] or m["third_year"] or m["third_decade"]:
        return _third(m, published)
    if m["my_m"]:
        year = int(m["my_y"]) if m["my_y"] else _year(published, m["my_rel"])
        return _whole_month(year, _month(m["my_m"])) if year else _UNKNOWN
    if m["quarter"]:
        return _quarter(m, published)
    if m["season_y"]:
        return _season(m["season"].lower(), int(m["season_y"]))
    if m["years"]:
        y1, y2 = int(m["y1"]), int(m["y2"])
        if y2 < 100:
            y2 += 100 * (y1 // 100) + (100 if y2 < y1 % 100 and y2 <= _TURN else 0)
        return _years(y1, y2)
    if m["yy1"]:
        return _years(int(m["yy1"]), int(m["yy2"]))
    if written := m["year"] or m["owned"] or m["named"]:
        return _years(int(written), int(written))
    if m["decade_y"]:
        return _years(int(m["decade_y"]), int(m["decade_y"]) + 9)
    if m["century"]:
        return _years(100 * int(m["century"]) - 99, 100 * int(m["century"]))
    return None


def _relative(m: re.Match[str], today: date, ahead: bool | None) -> Days:
    if m["week"]:
        return _weekday(m["week_d"], today, m["week"].lower(), ahead)
    if m["weekday"]:
        if m["weekday_rel"]:
            monday = _period(m["weekday_rel"].lower(), "week", today)[0] or today
            day = monday + timedelta(days=WEEKDAYS.index(m["weekday"].lower()[:3]))
            return day, day
        return _weekday(m["weekday"], today, "", ahead)
    if m["rel"]:
        words = m["rel"].lower()
        shift = _FROM_TODAY.get(words, 0)
        return today + timedelta(days=shift), today + timedelta(days=shift)
    if m["period"]:
        first, last = _period(m["which"].lower(), m["period"].lower(), today)
        holds = first is not None and last is not None and first <= today <= last
        edge = (m["edge"] or "").lower() if holds else ""
        return (first if edge != "later" else today), (last if edge != "earlier" else today)
    if m["weekend"]:
        saturday = today - timedelta(days=(today.weekday() - 5) % 7)
        return saturday, saturday + timedelta(days=1)
    if m["open"]:
        return today, None
    if m["run_unit"] or m["within"]:
        return _running(m, today)
    if m["month"]:
        return _relative_month(m["rel_m"].lower(), _month(m["month"]), today, ahead)
    if m["ago"]:
        return _ago(m["ago"].lower(), today)
    if m["third_period"]:
        return _part(
            _period((m["third_which"] or "this").lower(), m["third_period"], today), m["third"].lower()
        )
    if m["feast"]:
        return _nearest_day(*FEASTS[m["feast"].lower().replace("’", "'")], today)
    return _UNKNOWN


def _day(year: int, month: int, day: int) -> Days:
    try:
        found = date(year, month, day)
    except ValueError:
        return _UNKNOWN
    return found, found


def _numeric(a: int, b: int, year: int, *, dots: bool) -> Days:
    """Day and month by figures: the day comes first with dots, and where only one of them can be a month."""
    if dots or a > 12 or a == b:
        return _day(year, b, a)
    return _day(year, a, b) if b > 12 else _UNKNOWN


def _month_day(m: re.Match[str], published: date | None, ahead: bool | None) -> Days:
    month, d = _month(m["md_m"] or m["dm_m"]), int(m["md_d"] or m["dm_d"])
    written, rel = m["md_y"] or m["dm_y"], m["md_rel"] or m["dm_rel"]
    to = m["md_to"] or m["md_to2"] or m["dm_to"]
    year = int(written) if written else _year(published, rel) if rel else None
    first, last = _day(year, month, d) if year else _told_day(month, d, published, ahead)
    if to and first is not None and int(to) > d:
        last = _day(first.year, month, int(to))[1] or last
    return first, last


def _years(first: int, last: int) -> Days:
    return (date(first, 1, 1), date(last, 12, 31)) if first <= last else _UNKNOWN


def _year(published: date | None, rel: str | None) -> int | None:
    return published.year + _SHIFT.get((rel or "this").lower(), 0) if published else None


def _month(word: str) -> int:
    return MONTHS.index(word.lower()[:3]) + 1


def _whole_month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _nearest_day(month: int, day: int, published: date | None) -> Days:
    """The year that puts the day nearest to ``published``: news speaks of the months around it."""
    if published is None:
        return _UNKNOWN
    years = (published.year + y for y in (-1, 0, 1) if 1 <= published.year + y <= 9999)
    known = [d for year in years if (d := _day(year, month, day)[0])]
    if not known:
        return _UNKNOWN
    found = min(known, key=lambda d: abs((d - published).days))
    return found, found


def _told_day(month: int, day: int, published: date | None, ahead: bool | None) -> Days:
    """The next such day where its sentence looks ahead, else the latest one.

    Where no word tells and the next one is nearer, it stays open: news seldom names a day a year back so.
    """
    if published is None:
        return _UNKNOWN
    years = (published.year + y for y in (-4, -3, -2, -1, 0, 1, 2, 3, 4) if 1 <= published.year + y <= 9999)
    known = [d for year in years if (d := _day(year, month, day)[0])]
    past = max((d for d in known if d <= published), default=None)
    to_come = min((d for d in known if d >= published), default=None)
    if past is None or to_come is None:
        return _UNKNOWN
    if ahead is None and (to_come - published) < (published - past):
        return _UNKNOWN
    return (to_come, to_come) if ahead else (past, past)


def _month_year(month: int, published: date) -> int:
    return published.year if month <= published.month else max(1, published.year - 1)


def _month_span(m: re.Match[str], published: date | None) -> Days:
    m1, m2 = _month(m["m1"]), _month(m["m2"])
    if m["spanyear"]:
        year = int(m["spanyear"]) - (m1 > m2)
    elif published:
        year = _month_year(m1, published)
    else:
        return _UNKNOWN
    return _whole_month(max(1, year), m1)[0], _whole_month(year + (m1 > m2), m2)[1]


def _third(m: re.Match[str], published: date | None) -> Days:
    part = m["third"].lower()
    if m["third_decade"]:
        year = int(m["third_decade"])
        first = {0: 0, 1: 4, 2: 7}[_which_third(part)]
        return _years(year + first, year + min(first + 3, 9))
    if m["third_year"]:
        return _part(_years(int(m["third_year"]), int(m["third_year"])), part)
    if not (m["third_y"] or published):
        return _UNKNOWN
    month = _month(m["third_m"])
    year = int(m["third_y"]) if m["third_y"] else _month_year(month, published or date.max)
    return _part(_whole_month(year, month), part)


def _which_third(part: str) -> int:
    return {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1}.get(
        part.removeprefix("the ").split()[0], 2
    )


def _part(period: Days, part: str) -> Days:
    """The early, middle or late third of a week, month or year."""
    first, last = period
    if first is None or last is None:
        return _UNKNOWN
    third = _which_third(part)
    if first.month != last.month and (last - first).days > 31:
        return _whole_month(first.year, 1 + 4 * third)[0], _whole_month(first.year, 4 + 4 * third)[1]
    step = 2 if (last - first).days < 7 else 10
    begin = first + timedelta(days=step * third)
    return begin, last if third == 2 else begin + timedelta(days=step - 1)


def _quarter(m: re.Match[str], published: date | None) -> Days:
    words = m["quarter"].lower().removeprefix("the ")
    year = int(m["quarter_y"]) if m["quarter_y"] else _year(published, m["quarter_rel"])
    if year is None:
        return _UNKNOWN
    months = 6 if words.endswith("half") else 3
    names = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 12 // months, "final": 12 // months}
    number = int(words[1]) if words[0] == "q" else names[words.split()[0]]
    last = number * months
    if last > 12:
        return _UNKNOWN
    return _whole_month(year, last - months + 1)[0], _whole_month(year, last)[1]


def _season(name: str, year: int) -> Days:
    first, last = SEASONS[name]
    return date(year, first, 1), _whole_month(year + (last < first), last)[1]


def _weekday(name: str, today: date, wording: str, ahead: bool | None) -> Days:
    back = (today.weekday() - WEEKDAYS.index(name.lower()[:3])) % 7
    if wording in ("next", "coming"):
        day = today + timedelta(days=(7 - back) if back else 7)
    elif wording == "this":
        day = today - timedelta(days=back)
        return day, day + timedelta(days=7 if back else 0)
    elif wording in ("last", "past", "previous"):
        day = today - timedelta(days=back or 7)
    else:
        day = today + timedelta(days=7 - back if ahead and back else -back)
    return day, day


def _period(which: str, period: str, today: date) -> Days:
    shift = _SHIFT.get(which, 0)
    if period in ("week", "weekend"):
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return (monday if period == "week" else monday + timedelta(days=5)), monday + timedelta(days=6)
    if period == "month":
        index = 12 * today.year + today.month - 1 + shift
        return _whole_month(index // 12, index % 12 + 1)
    if period == "year":
        return _years(today.year + shift, today.year + shift)
    last = SEASONS[period][1]
    gone = shift < 0 and last < today.month
    return _season(period, today.year + (0 if gone and period != "winter" else shift))


def _relative_month(wording: str, month: int, today: date, ahead: bool | None) -> Days:
    if wording == "next":
        return _whole_month(today.year + (month <= today.month), month)
    if wording == "last":
        return _whole_month(today.year - (month >= today.month), month)
    if wording == "this":
        return _whole_month(today.year, month)
    if (wording in ("until", "by", "before") and ahead is not False) or (ahead and wording != "since"):
        return _whole_month(today.year + (month < today.month), month)
    return _whole_month(_month_year(month, today), month)


def _running(m: re.Match[str], today: date) -> Days:
    """ "the past two years", "within 60 days": a stretch that ends or begins today."""
    words, unit = m["run_n"] or m["run2_n"] or m["within_n"], m["run_unit"] or m["within_unit"]
    if words and "few" in words.lower():
        return _UNKNOWN
    wording = (m["run"] or m["run2"] or "next").lower()
    if not words and unit.lower().endswith("s"):
        return (today, None) if wording == "coming" else (None, today)
    n = _count(words.strip().lower()) if words else 1
    away = timedelta(days=n * _DAYS_OF[unit.lower().rstrip("s")]) if "hour" not in unit else timedelta(days=1)
    ahead = wording in ("next", "coming")
    return (today, today + away) if ahead else (today - away, today)


_DAYS_OF = {"hour": 1, "day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}


def _count(words: str) -> int:
    if words.isdigit():
        return int(words)
    return 1 if words in ("a", "an") else 2 if "couple" in words else UNITS.get(words) or TENS.get(words, 1)


def _ago(words: str, today: date) -> Days:
    *count, unit, when = words.split()
    n = _count(" ".join(count))
    if when == "earlier" and n > 1:
        return _UNKNOWN  # mostly earlier than something else that the article tells
    unit = unit.rstrip("s")
    if unit == "day":
        day = today - timedelta(days=n)
        return day, day
    if unit == "week":
        return _period("this", "week", today - timedelta(weeks=n))
    if unit == "month":
        index = 12 * today.year + today.month - 1 - n
        return _whole_month(index // 12, index % 12 + 1)
    n *= 10 if unit == "decade" else 1
    return _years(today.year - n, today.year - n)

"""Dates as intervals of days, absolute ones and those told relative to the article's own date."""

from __future__ import annotations

import re
from datetime import date

from seedreader.analysis.dates import false_dates, intervals, quotation_days, resolve_days, tense
from seedreader.analysis.dates.intervals import ResolvedDate
from seedreader.article import DateMention
from seedreader.text.months import ANY_ABBREVIATED_MONTH, ANY_MONTH

_M = (
    rf"(?:{ANY_MONTH}|{ANY_MONTH.upper()}"
    rf"|(?:{ANY_ABBREVIATED_MONTH})\b\.?)"
)
_W = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)"
_Y = r"(?:1[5-9]|20)\d\d"
_D = r"(?:3[01]|[12]\d|0?[1-9])"
_TH = r"(?:st|nd|rd|th)?"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_UNIT = r"(?:hour|day|week|month|year|decade)s?"
_N = (
    r"(?:\d{1,3}|an?|a[ ]couple[ ]of|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|twenty|thirty)"
)
_WHEN = r"last|this|next|past|previous|current|coming"

_FIRST = (
    rf"(?:[A-Z\d]|(?:in|during|since|until|by|of|before|after|from|for|and|to|between|year|back[ ]in|fiscal"
    rf"|through|as[ ]far[ ]back[ ]as|back[ ]as[ ]far[ ]as|dating[ ]to|around|an?)"
    rf"[ ](?:the[ ])?(?:[A-Z\d]|early|late|mid|last|yesterday|{_SEASON})"
    rf"|the[ ](?:[A-Z\d]|{_WHEN}|earlier|later|start|beginning|middle|end|day[ ]|first|second|third|fourth"
    rf"|final|{_SEASON})|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)"
    rf"[ ](?:couple|day|week|month|year|decade)|early|late|mid[ -]|{_WHEN}|earlier[ ]|later[ ]"
    rf"|to(?:day|night|morrow)|yesterday|within[ ]|at[ ]the[ ]w|over[ ]the[ ]w|{_SEASON}"
    rf"|(?:first|second|third|fourth|final)[ ])"
)
"""How any date may begin: what the long pattern is tried on."""

_DATE = re.compile(
    rf"""(?:(?<![\w/.-])(?={_FIRST})|(?=['’]s[ ]{_Y}))(?:
      (?P<since>(?i:since|from))[ ](?=(?:the[ ])?(?:{_M}|{_W}|{_Y}|{_D}[ ]{_M}
         |(?i:yesterday|last[ ]|early[ ]|late[ ]|mid-)))
    )?(?:
      (?P<iso>{_Y}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))
     |(?P<n1>\d\d?)(?P<sep>[./])(?P<n2>\d\d?)(?P=sep)(?P<ny>{_Y})
     |(?i:between|from)[ ](?P<m1>{_M})[ ](?i:and|to|until|through)[ ](?P<m2>{_M})
         (?:[ ,]+(?P<spanyear>{_Y}))?(?![ ]\d)
     |(?:(?P<dow>{_W}),?[ ](?:the[ ])?)?(?:
         (?P<md_m>{_M})[ ](?:the[ ])?(?P<md_d>{_D}){_TH}
            (?:[ ]?[-–][ ]?(?P<md_to>{_D})(?!\d)
              |[ ](?:to|and)[ ](?P<md_to2>{_D}){_TH}(?![\w:]|[ ][a-z]+s\b|,\d))?
            (?:,?[ ](?P<md_y>{_Y})(?!\d)|[ ](?:of[ ])?(?P<md_rel>(?i:last|this|next))[ ]year|(?![\d,]\d))
        |(?P<dm_d>{_D}){_TH}
            (?:(?P<dm_join>[ ]?[-–][ ]?|[ ](?:and|to|until|through|or)[ ])(?P<dm_to>{_D}){_TH})?
            [ ](?:of[ ])?(?P<dm_m>{_M})
            (?:,?[ ](?P<dm_y>{_Y})(?!\d)|[ ](?:of[ ])?(?P<dm_rel>(?i:last|this|next))[ ]year)?)
     |(?P<third>(?i:early|mid|late|the[ ](?:start|beginning|middle|end)[ ]of))[ -](?:in[ ]|the[ ])?
         (?:(?P<third_m>{_M})(?:,?[ ](?:of[ ])?(?P<third_y>{_Y}))?|(?P<third_decade>{_Y})s
           |(?P<third_year>{_Y})
           |(?:(?P<third_which>(?i:last|this|next))[ ])?(?P<third_period>week|month|year))
     |(?P<my_m>{_M})(?:[ ]of)?,?[ ](?:(?P<my_y>{_Y})(?!\d)|(?P<my_rel>(?i:last|this|next))[ ]year)
     |(?P<quarter>(?i:Q[1-4]|(?:the[ ])?(?:(?:first|second|third|fourth|last|final)[ ]quarter
         |(?:first|second|last)[ ]half(?=[ ](?:of[ ])?(?:the[ ]year|(?:last|this|next)[ ]year|{_Y})))))
         (?:[ ](?:of[ ])?(?:(?P<quarter_y>{_Y})|(?P<quarter_rel>(?i:last|this|next))[ ]year))?
     |(?P<week>(?i:next|coming|this|last|past|previous))[ ](?P<week_d>{_W})
     |(?P<weekday>{_W})(?:[ ](?P<weekday_rel>(?i:last|this|next))[ ]week)?
     |(?P<rel>(?i:today|tonight|this[ ](?:morning|afternoon|evening)|last[ ]night
         |the[ ]day[ ]before[ ]yesterday|yesterday
         |the[ ]day[ ]after[ ]tomorrow|tomorrow))
     |(?i:(?P<open>coming)[ ](?P<open_unit>days|weeks|months|years))
     |(?i:the[ ](?:(?P<run>past|coming)[ ](?P<run_n>few[ ]|{_N}[ ])?
         |(?P<run2>last|next)[ ](?P<run2_n>few[ ]|{_N}[ ]))
         (?P<run_unit>{_UNIT}))
     |(?i:(?:the[ ])?(?:(?P<edge>earlier|later)[ ])?(?P<which>{_WHEN})[ ]
         (?P<period>week|month|year|weekend|{_SEASON}))(?![ ]\d)
     |(?i:(?:at|over)[ ]the[ ](?P<weekend>weekend))
     |(?P<within>(?i:within))[ ](?P<within_n>(?i:{_N}|\d{{1,3}}))[ ](?P<within_unit>{_UNIT})
     |(?P<rel_m>(?i:last|this|next|in|during|since|until|by|of|before|after))[ ](?P<month>{_M})
         (?!\.?,?[ ](?:\d|(?:last|this|next)[ ]year))
     |(?P<ago>(?i:{_N}[ ](?:days?|weeks?|months?|years?|decades?)[ ](?:ago|earlier)))
     |(?i:in[ ]|the[ ])?(?:the[ ])?(?P<season>(?i:{_SEASON}))[ ](?:of[ ])?(?P<season_y>{_Y})
     |(?P<years>(?P<y1>{_Y})[-–](?P<y2>{_Y}|\d\d))(?!\d|-\d)
     |(?i:between|from)[ ](?P<yy1>{_Y})[ ](?i:and|to|until|through)[ ](?P<yy2>{_Y})(?!\d)
     |(?:(?i:in|since|by|of|during|until|before|after|from|late|early|year|back[ ]in|for|and|to|fiscal
          |through|as[ ]far[ ]back[ ]as|back[ ]as[ ]far[ ]as|dating[ ]to|[Aa]round)
        |['’]s)[ ](?:the[ ])?(?P<year>{_Y})(?![\d,.]\d|[-–]\d|s|[ ]?[x×][ ]?\d)
     |(?P<owned>(?:19|20)\d\d)(?=['’]s[ ])
     |(?i:the|an?)[ ](?P<named>(?:19|20)\d\d)(?=[ ][a-zA-Z]{{3,}})
     |(?i:the[ ])?(?P<decade_y>(?:1[5-9]|20)\d0)s
     |(?i:the)[ ](?P<century>\d\d)th[ -]century
     |(?P<feast>Christmas[ ](?:Eve|Day)|New[ ]Year['’]s[ ](?:Eve|Day)|Boxing[ ]Day|Halloween)
    )(?!\w)(?:[ ](?i:morning|afternoon|evening|night)\b)?""",
    re.X,
)
_COUNTED = re.compile(
    r"\s(?:troops|people|soldiers|men|women|percent|per cent|members|dollars|euros|[a-z]+ers"
    r"|jobs|cases|deaths)\b"
)
_ANY_PLURAL = re.compile(r"\s[a-z]{3,}s\b(?<!ss)")
_FROM_IT = re.compile(
    r"\b(?:up|down|dat(?:e|es|ed|ing)|postponed|moved|delayed|rescheduled|brought forward|video|footage"
    r"|photo(?:s|graphs?)?|pictures?|images?|letters?|reports?|data|figures|messages?|emails?|documents?|recordings?|change[ds]?"
    r"|unchanged|r[io]ses?|f[ae]ll|increase[ds]?|decrease[ds]?|drop(?:ped)?|percent|per cent|%|back|different"
    r"|far|ones?"
    r"|those|that)\s$",
    re.I,
)
"""What stands before "from" where nothing goes on from then: "a letter from May", "moved from Friday"."""

_GOES_ON = re.compile(r"\s(?:to|until|through)\s")
_RECURS = re.compile(r"\b(?:every|each|any|most|some|alternate)\s(?:other\s|second\s|single\s)?$", re.I)
_VERBS_TOO = ("May", "March")


def find_dates(
    text: str, published: date | None, start: int = 0, end: int | None = None
) -> tuple[DateMention, ...]:
    """Dates in ``text[start:end]``, in reading order, resolved against ``published``.

    Relative dates have neither ``first`` nor ``last`` when ``published`` is None, and so has 2/3/2024, which
    may be two days. A weekday, a month or a day of a month is the latest one up to ``published``, or the next
    one where its sentence looks ahead ("will meet on Thursday"). What a quotation of another day calls
    "today" is seen from that day. "Between" and "from … to" join two dates to one interval.
    """
    stop = len(text) if end is None else end
    found: list[ResolvedDate] = []
    for m in _DATE.finditer(text, start, stop):
        if _is_other(text, m, start):
            continue
        ahead = tense.ahead(text, m.start(), m.end(), start, stop) if _hangs_on_tense(m) else None
        first, last = resolve_days.resolve(m, published, ahead=ahead)
        if _is_open(text, m):
            last = None
        begin = _begin(m)
        if m["dm_to"] and _two_days(text, m):
            # "on 3 and 9 May": only the later one has its month
            begin, first = m.start("dm_to"), last
        found.append(ResolvedDate(DateMention(begin, m.end(), first, last), m, ahead))
    return quotation_days.seen_from_their_day(text, intervals.joined(text, found), published, start, stop)


def _hangs_on_tense(m: re.Match[str]) -> bool:
    return bool(m["weekday"] or m["month"] or ((m["md_m"] or m["dm_m"]) and not (m["md_y"] or m["dm_y"])))


def _is_other(text: str, m: re.Match[str], start: int) -> bool:
    """Whether a match is no date: a number of something, a verb, a name."""
    written = m["year"] or m["named"]
    if written and (
        _COUNTED.match(text, m.end()) or (written.endswith("00") and _ANY_PLURAL.match(text, m.end()))
    ):
        return True
    if m["month"] in _VERBS_TOO and _is_verb(text, m):
        return True
    if m["weekday"] and _RECURS.search(text, max(start, m.start() - 20), m.start()):
        return True
    return false_dates.is_name(text, m)


def _is_open(text: str, m: re.Match[str]) -> bool:
    """Whether a date is only the beginning of what goes on: "since March", "from Monday"."""
    if m["years"] or m["yy1"] or m["m1"] or m["dm_to"] or m["md_to"] or m["md_to2"]:
        return False
    if m["since"] and m["since"].lower() == "from":
        return not (_GOES_ON.match(text, m.end()) or _FROM_IT.search(text, max(0, m.start() - 20), m.start()))
    return bool(m["since"] or ((m["year"] or m["month"]) and m[0][:5].lower() == "since"))


def _two_days(text: str, m: re.Match[str]) -> bool:
    """Whether "3 and 9 May" are two days rather than the time between them."""
    if m["dm_join"].strip() not in ("and", "or") or int(m["dm_to"]) == int(m["dm_d"]) + 1:
        return False
    return re.search(r"\b(?:between|from)\s$", text[max(0, m.start() - 8) : m.start("dm_d")], re.I) is None


def _is_verb(text: str, m: re.Match[str]) -> bool:
    follows = re.match(r"\s+(?:\w+ly\s)?[a-z]", text[m.end() : m.end() + 12])
    return follows is not None and m["rel_m"].lower() not in ("in", "last", "since", "by")


def _begin(m: re.Match[str]) -> int:
    if m["since"]:
        return m.start()
    if m["year"]:
        return m.start() if m[0][:5].lower() == "since" else m.start("year")
    if m["named"]:
        return m.start("named")
    if m["month"] and m["rel_m"].lower() not in ("last", "this", "next", "since"):
        return m.start("month")
    return m.start()

"""Days as newspapers and archives of many languages write them: "Mittwoch 31. August 2011", "le 17 mai 2003".

A day that has its month in figures is taken only where it can be read in one way.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

_MONTHS = (
    "january jan januar januari jänner jaenner janvier janv enero ene gennaio gen janeiro tammikuuta"
    " tammikuu stycznia styczeń января январь січня янв ledna leden január januára ianuarie јануара"
    " януари студзеня ocak ιανουαρίου ιανουάριος يناير janúar gener ינואר בינואר",
    "february feb februar februari feber févr fév février fevrier febrero febbraio fevereiro fev"
    " helmikuuta helmikuu lutego luty февраля февраль лютого фев февр února únor február februára"
    " februarie фебруара февруари лютага şubat φεβρουαρίου φεβρουάριος فبراير شباط febrúar febrer פברואר"
    " בפברואר",
    "march mar märz maerz mrz mär marts maart mrt mars marzo março marco maaliskuuta maaliskuu marca"
    " marzec марта март березня мар března březen március martie сакавіка mart μαρτίου μάρτιος مارس آذار"
    " març maret מרץ במרץ",
    "april apr avril avr abril abr aprile huhtikuuta huhtikuu kwietnia kwiecień апреля апрель квітня апр"
    " dubna duben apríla április aprilie априла красавіка nisan απριλίου απρίλιος أبريل ابريل إبريل"
    " نيسان apríl אפריל באפריל",
    "may mai mei maj mayo maggio mag maio toukokuuta toukokuu maja мая май травня května květen mája"
    " május маја mayıs μαΐου μαϊου μάιος مايو أيار מאי במאי",
    "june jun juni juin junio giugno giu junho kesäkuuta kesäkuu czerwca czerwiec июня июнь червня июн"
    " června červen júna június iunie јуна юни чэрвеня haziran ιουνίου ιούνιος يونيو حزيران juny יוני"
    " ביוני",
    "july jul juli juillet juil julio luglio lug julho heinäkuuta heinäkuu lipca lipiec июля июль липня"
    " июл července červenec júla július iulie јула юли ліпеня temmuz ιουλίου ιούλιος يوليو تموز juliol"
    " יולי ביולי",
    "august aug augustus augusti août aout agosto ago elokuuta elokuu sierpnia sierpień августа август"
    " серпня авг srpna srpen augusta augusztus жніўня ağustos αυγούστου αύγουστος أغسطس اغسطس آب ágúst"
    " agost agustus אוגוסט באוגוסט",
    "september sep sept septembre septiembre setiembre settembre set setembro syyskuuta syyskuu września"
    " wrzesień сентября сентябрь вересня сен сент září septembra szeptember septembrie септембра"
    " септември верасня eylül σεπτεμβρίου σεπτέμβριος سبتمبر أيلول setembre ספטמבר בספטמבר",
    "october oct oktober okt octobre octubre ottobre ott outubro out lokakuuta lokakuu października"
    " październik октября октябрь жовтня окт října říjen októbra október octombrie октобра октомври"
    " кастрычніка ekim οκτωβρίου οκτώβριος أكتوبر اكتوبر אוקטובר באוקטובר",
    "november nov novembre noviembre novembro marraskuuta marraskuu listopada listopad ноября ноябрь"
    " листопада ноя нояб listopadu novembra noiembrie новембра ноември лістапада kasım νοεμβρίου"
    " νοέμβριος نوفمبر nóvember נובמבר בנובמבר",
    "december dec dezember dez desember des décembre decembre déc diciembre dic dicembre dezembro"
    " joulukuuta joulukuu grudnia grudzień декабря декабрь грудня дек prosince prosinec decembra"
    " decembrie децембра декември снежня aralık δεκεμβρίου δεκέμβριος ديسمبر desembre דצמבר בדצמבר",
)
_WEEKDAYS = (
    "monday mon montag mo lundi lun maandag ma mandag lunes lunedì lunedi segunda måndag maanantai"
    " poniedziałek понедельник понеділок",
    "tuesday tue tues dienstag di mardi dinsdag tirsdag martes martedì martedi terça terca tisdag tiistai"
    " wtorek вторник вівторок",
    "wednesday wed mittwoch mi mercredi woensdag wo onsdag miércoles miercoles mercoledì mercoledi quarta"
    " keskiviikko środa среда середа",
    "thursday thu thur thurs donnerstag do jeudi jeu donderdag torsdag jueves giovedì giovedi quinta"
    " torstai"
    " czwartek четверг четвер",
    "friday fri freitag fr vendredi ven vrijdag vr fredag viernes venerdì venerdi sexta perjantai piątek"
    " пятница пʼятниця",
    "saturday sat samstag sonnabend sa samedi sam zaterdag za lørdag lördag sábado sabado sabato lauantai"
    " sobota суббота субота",
    "sunday sun sonntag so dimanche dim zondag zo søndag söndag domingo domenica sunnuntai niedziela"
    " воскресенье неділя",
)
_MONTH_OF = {name.casefold(): month for month, names in enumerate(_MONTHS, 1) for name in names.split()}
_NAME = r"[^\W\d_]{2,15}"
_YEAR = r"(?:1[6-9]|20)\d\d"
_ORDINAL = r"(?:st|nd|rd|th|er|º|°|ª|:e)?"
_DAY = re.compile(
    rf"(?<![\w.,-])(?:(?P<y1>{_YEAR})-(?P<m1>\d\d)-(?P<d1>\d\d)(?!\d)"
    rf"|(?P<y2>{_YEAR})\s?[年년]\s?(?P<m2>\d{{1,2}})\s?[月월]\s?(?P<d2>\d{{1,2}})\s?[日号號일]"
    rf"|(?P<d3>\d{{1,2}}){_ORDINAL}[.,]?(?:\s+|-)(?:de\s+|d')?(?P<m3>{_NAME})[.,]?(?:\s+|-)"
    rf"(?:de\s+|del\s+)?(?P<y3>{_YEAR})(?!\d)"
    rf"|(?P<m4>{_NAME})\.?(?:\s+"
    rf"|-)(?P<d4>\d{{1,2}}){_ORDINAL}\.?,?(?:\s+[^\W\d_]{{2,10}},)?\s*(?P<y4>{_YEAR})(?!\d)"
    rf"|(?P<y5>{_YEAR})\.?,?\s+(?P<m5>{_NAME})\.?\s+(?P<d5>\d{{1,2}})\.?(?!\d)"
    rf"|(?P<a>\d{{1,2}})(?P<mark>[./-])(?P<b>\d{{1,2}})(?P=mark)(?P<y6>{_YEAR})(?!\d)"
    rf"|(?P<y7>{_YEAR})(?P<mark2>[./])(?P<m7>\d{{1,2}})(?P=mark2)(?P<d7>\d{{1,2}})(?!\d))"
)
_FORMS = ("1", "2", "3", "4", "5", "7")
_BESIDE = (
    "feira on at am um uhr klo kl le el il den der dem op vom the à a as às h u pm gmt utc bst cet cest"
    " est edt et"
    " pst pdt cst cdt mst mdt ist jst aest msk mesz mez time eastern 曜日 星期 週 月 火 水 木 金 土 日"
)
_SMALL = frozenset(" ".join((*_WEEKDAYS, _BESIDE)).split())
"""Weekdays and what else stands with a day and a time."""

_WORD = re.compile(r"[^\W\d_]+")
_TIME = re.compile(
    r"\b\d{1,2}\s?(?:[:.h]\s?\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s?(?:[ap]\.?m\b\.?)?|[ap]\.?m\b\.?)(?:Z\b)?"
    r"|T\d{2}:\d{2}\S*|(?:GMT|UTC)?[+-]\d{1,2}:?\d{2}\b",
    re.IGNORECASE,
)


class Written(NamedTuple):
    """A day and where in a text it stands."""

    day: date
    start: int
    end: int


def find(text: str, start: int = 0) -> Written | None:
    """The first day with its year that stands in a text, from ``start`` on."""
    for match in _DAY.finditer(text, start):
        if (day := _day(match)) is not None:
            return Written(day, match.start(), match.end())
    return None


def whole(line: str) -> date | None:
    """The day of a line that holds nothing else but a weekday, a time and a zone; two days must be one."""
    found = [match for match in _DAY.finditer(line) if _day(match)]
    if not found or len({_day(match) for match in found}) > 1:
        return None
    rest = line
    for match in reversed(found):
        rest = rest[: match.start()] + " " + rest[match.end() :]
    rest = _TIME.sub(" ", rest)
    if re.search(r"\d", rest) or not all(word.casefold() in _SMALL for word in _WORD.findall(rest)):
        return None
    return _day(found[0])


def begins(line: str) -> Written | None:
    """The day with which a line begins, whatever stands after it; a weekday may stand before it."""
    found = find(line)
    if found is None:
        return None
    before = _TIME.sub(" ", line[: found.start])
    if re.search(r"\d", before) or not all(word.casefold() in _SMALL for word in _WORD.findall(before)):
        return None
    return found


def month_of(name: str) -> int | None:
    """The number of a month by its name in any of these languages, shortened or not."""
    return _MONTH_OF.get(name.casefold().rstrip("."))


def _day(match: re.Match[str]) -> date | None:
    try:
        if match["mark"]:
            return _numbered(int(match["a"]), int(match["b"]), int(match["y6"]), match["mark"])
        form = next(form for form in _FORMS if match[f"y{form}"])
        named = match[f"m{form}"]
        month = int(named) if named.isdigit() else month_of(named)
        return date(int(match[f"y{form}"]), month, int(match[f"d{form}"])) if month else None
    except ValueError:
        return None


def _numbered(first: int, second: int, year: int, mark: str) -> date | None:
    """Day before month with full stops, and wherever the other way can't be."""
    if mark == "." or first > 12:
        return date(year, second, first)
    return date(year, first, second) if second > 12 or first == second else None

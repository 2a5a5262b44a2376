"""Where a sentence ends and where it goes on: what sentencex gets wrong, mended in one place.

A full stop belongs to a short form ("Ms.", "D-N.Y.", "M. Orval"), to an ordinal ("der 2. Weltkrieg") or to
an hour ("5 p.m. Thursday") as often as it ends a sentence. `goes_on` tells the cuts to take back, `missed`
the ones to add. In doubt sentencex has its way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seedreader.text.months import ANY_SHORT_MONTH

_TITLES = frozenset((
    "Ms", "Mrs", "Mr", "Mses", "Messrs", "Mx", "Mme", "Mmes", "Mlle", "Mlles", "Mgr", "Msgr", "Mons",
    "Gens", "Govs", "Reps", "Sens", "Drs", "Profs", "Revs", "Capts", "Lts", "Sgts", "Atty", "Attys",
    "Asst", "Amb", "Ald", "Supv", "Assemb", "Spc", "Spec", "Pfc", "Const", "Cmdr", "Supt", "Insp", "Secy",
    "Treas", "Dep", "Ste", "vs", "Gral", "Cnel", "Tte", "Sgto", "Profa", "Mtra", "Mtro", "Pdte", "Pdta",
    "Dña", "Dhr", "Mevr", "Mw", "Sig", "Dott", "Avv", "Geom", "Exmo", "Exma",
))  # fmt: skip
"""Short forms that stand before a name and are no word of their own in any language."""

_TITLES_OF = {
    "fr": frozenset(("M", "MM", "Me", "Dr", "Pr", "St", "Ste", "av", "bd", "bld", "boul", "chap", "art")),
    "de": frozenset(("geb", "Ing", "Dipl", "Frhr", "Hl", "St")),
    "es": frozenset(("D", "Dª", "Da", "Fr", "Sto", "Sta", "Ing", "Lic", "Arq")),
    "it": frozenset((
        "on", "ing", "dott", "avv", "geom", "rag", "mons", "sen", "cav", "gen", "col", "cap", "prof", "sig",
        "dr",
    )),
    "nl": frozenset(("dhr", "mevr", "mw", "bijv", "prof", "dr", "ir", "mr", "drs")),
    "pt": frozenset(("Des", "Min", "Dep", "Dom", "Eng", "Av", "Exmo", "R", "Pe", "Sto", "Sta")),
    "ru": frozenset(("им", "Им", "тов", "акад")),
}  # fmt: skip
"""... that are one in the language with this code."""

_BEFORE_NUMBERS = frozenset((
    "approx", "vol", "vols", "ch", "chap", "para", "nos", "tel", "rte", "nº", "núm", "pág", "págs", "ca",
    "circa",
))  # fmt: skip
_BEFORE_NUMBERS_OF = {
    "en": frozenset(("est", "max")),
    "fr": frozenset(("art", "no")),
    "it": frozenset(("n", "art")),
}
"""Short forms in small letters that stand before a number, in all languages and in one."""

_UNITS = frozenset((
    "deg", "mi", "oz", "in", "cu", "sq", "yd", "gal", "hr", "min", "approx", "bijv", "incl", "excl",
    "resp", "etc", "ca", "est", "av", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun",
    "calif", "conn", "wash", "ariz", "okla", "ala", "mass", "penn", "ill", "ind", "del", "ore",
))  # fmt: skip
"""Short forms with a vowel in them: before a small letter they end no sentence."""

_VOWEL = re.compile(r"[aeiouyаеёиоуыэюяäöüáéíóú]", re.IGNORECASE)
_LAST = re.compile(r"[^\s“\"‘’'«„(\[]+\.\Z")
_LETTERS = re.compile(r"(?<![^\W_])[^\W\d_]\.\Z")
"""The end of letters with full stops: "N.", "U.S."."""

_LETTER = re.compile(r"[^\W\d_]\.")
_HYPHENATED = re.compile(r"(?<!av\. )(?<!apr\. )\b[A-ZÉ]\.-[A-ZÉ]\.\Z")
_ALONE = re.compile(r"[\W_]*(?:\d{1,3}|[^\W\d_])\.")
"""A number or letter of a list, or an initial, that stands by itself."""

_HOUR = re.compile(r"\d ?[ap]\. ?m\.\Z", re.IGNORECASE)
_DAY = re.compile(
    r"(?:ET|EST|EDT|CT|CST|CDT|MT|MST|MDT|PT|PST|PDT|GMT|BST|IST|JST|CET|CEST|AEST|UTC)\b"
    r"|(?:Eastern|Pacific|Central|Mountain|Greenwich) (?:[Ss]tandard |[Dd]aylight )?[Tt]ime\b"
    r"|(?:Eastern|Pacific)\b"
    rf"|(?:{ANY_SHORT_MONTH})[a-z]{{0,6}}\.? \d"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
    r"(?! (?:was|were|is|are|had|has|will|would|saw|brought|began|marks?|marked|came|looks?)\b)"
)
"""What follows an hour and tells its zone or its day; "Sunday was quiet" is a sentence."""

_FORM = re.compile(r"(?:Inc|Corp|Ltd|LLC|Co|plc|Group|Brands)\b")

_ORDINAL = re.compile(
    r"(?<!\S)(?P<before>[^\W\d_]+\.?) (?:\d{1,4}\.?(?:,| und| oder| bis|–|-|/) ?)*\d{1,4}\.\Z"
)
_BEFORE_ORDINAL = re.compile(
    r"(?:der|die|das|de[mns]|im|am|vom|zum|zur|beim|ins|ans|aufs|seit|ab|bis|jede[rmns]?"
    r"|diese[rmns]?|(?:k?ein|mein|dein|sein|ihr|unser|euer|eur)(?:e[rmns]?)?)",
    re.IGNORECASE,
)
_NOT_COUNTED = frozenset((
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "eines", "einem", "einen", "er",
    "sie", "es", "wir", "ich", "ihr", "man", "wer", "was", "wo", "wie", "wann", "warum", "sein", "seine",
    "seiner", "ihre", "ihrer", "ihrem", "ihren", "kein", "keine", "in", "im", "am", "an", "auf", "aus",
    "bei", "beim", "mit", "nach", "von", "vom", "vor", "zu", "zum", "zur", "um", "und", "aber", "doch",
    "denn", "oder", "danach", "dann", "da", "dort", "hier", "heute", "gestern", "morgen", "auch", "so",
    "als", "wenn", "weil", "ob", "dies", "diese", "dieser", "dieses", "diesem", "diesen", "jetzt", "nun",
    "noch", "nur", "schon", "seit", "trotz", "während", "für", "gegen", "ohne", "unter", "über",
    "zwischen", "alle", "viele", "einige", "beide", "mehr", "etwa", "rund", "insgesamt", "allerdings",
    "dabei", "daher", "damit", "deshalb", "zuvor", "später", "zunächst", "außerdem", "derzeit", "bisher",
    "anschließend", "inzwischen", "jedoch", "ebenso", "laut", "bis", "durch", "wegen", "nachdem",
    "obwohl", "sobald", "dass", "sogar", "immer", "nie", "niemand", "jemand", "jeder", "jede", "jedes",
    "andere", "zwei", "drei", "vier", "fünf", "davon", "dazu", "darauf", "darum", "damals",
    "mittlerweile", "schließlich", "ins", "ab",
))  # fmt: skip
"""Words that no ordinal counts: with a capital they begin a sentence."""

_WORD = re.compile(r"[^\W\d_]+")

_STATES = re.compile(r"\b(?:U\.S\.|U\.K\.|U\.N\.|E\.U\.|D\.C\.)\s+")
_PLACED = re.compile(r"(?:[a-z] the|\bin|Washington,) \Z")
_BEGINS = re.compile(
    r"(?:Officials|Authorities|Police|Investigators|Prosecutors|Critics|Experts|Analysts|Supporters|Opponents"
    r"|Lawmakers|Members|Scientists|Researchers|Doctors|Witnesses|Residents|Relatives|Friends|Workers|Shares"
    r"|Prices|Sales|Exports|Imports|Talks|Nearly|About|Almost|Earlier|Later|Meanwhile|Still|Also|Yet|Last|Next"
    r"|Many|Several|Most|Some|Other|Others|Another|Both|Neither|Its|Her|His|Their|Our|My|Your|Even|Once|Now"
    r"|Then|There|These|Those|Since|Because|Although|While|Until|Before|After|During|Under|Through|With|Without"
    r"|According|Asked|Instead|However|Today|Yesterday|People|Nobody|No|Not|Only|Such|Perhaps) [a-z]"
)
_NO = re.compile(r"\bno\.\s+(?=[¿¡«“\"]?[A-ZÁÉÍÓÚÑ][a-záéíóúñ]*\b(?!\d))")
_WIDE = re.compile(r"(?P<opens>[“「『（(《])|(?P<closes>[”」』）)》])|[。！？｡]+[”」』）)》]*")


def goes_on(text: str, start: int, end: int, after: int, code: str) -> bool:
    """Whether the sentence ``[start, end)`` goes on with what begins at ``after``, in the same line.

    ``code`` is the language's; the cut at ``end`` was made by something that did not know better.
    """
    if text.startswith(("と", "って"), after) and text[end - 1] in "」』":
        return True
    if text[end - 1] == "!":
        return _FORM.match(text, after) is not None
    if text[end - 1] != "." or text.endswith("..", start, end):
        return False
    if _ALONE.fullmatch(text, start, end):
        return True
    front = max(start, end - 24)
    if end == after:
        glued = _LETTERS.search(text, front, end) and _LETTER.match(text, after)
        return bool(glued) or (text[after] == "-" and text[after + 1 : after + 2].isalpha())
    last = _LAST.search(text, front, end)
    word = last[0][:-1] if last else ""
    title = word.rpartition("-")[2]
    if title in _TITLES or title in _TITLES_OF.get(code, ()):
        return True
    following = text[after]
    if following.isdigit():
        small = word.lower()
        return small in ("a", "the") or small in _BEFORE_NUMBERS or small in _BEFORE_NUMBERS_OF.get(code, ())
    if text[after : after + 2].islower() or (following.islower() and text[after + 1 : after + 2].isspace()):
        return _is_short(text, front, end, word)
    if _HOUR.search(text, front, end):
        return _DAY.match(text, after) is not None
    if _HYPHENATED.search(text, front, end):
        return True
    return code == "de" and word.isdecimal() and _is_counted(text, start, end, after)


def missed(text: str, start: int, end: int, code: str) -> Iterator[int]:
    """Places inside the sentence ``[start, end)`` where another one begins, in order."""
    return iter(sorted(_missed(text, start, end, code)))


def _missed(text: str, start: int, end: int, code: str) -> Iterator[int]:
    if text.find(". ", start, end - 2) >= 0:
        for match in _NO.finditer(text, start, end):
            yield match.end()
        for match in _STATES.finditer(text, start, end) if code == "en" else ():
            placed = _PLACED.search(text, max(start, match.start() - 16), match.start())
            if placed and _BEGINS.match(text, match.end(), end):
                yield match.end()
    yield from _after_wide_marks(text, start, end)


def _after_wide_marks(text: str, start: int, end: int) -> Iterator[int]:
    """After each full stop of Chinese and Japanese that stands in no quotation and no brackets."""
    if not any(text.find(mark, start, end) >= 0 for mark in "。！？｡"):
        return
    depth = 0
    for match in _WIDE.finditer(text, start, end):
        if match["opens"]:
            depth += 1
        elif match["closes"]:
            depth = max(0, depth - 1)
        elif match[0][-1] in "”」』）)》":
            depth = max(0, depth - 1)  # the quotation's own end: what follows may still be its "he said"
        elif depth == 0 and match.end() < end:
            yield match.end()


def _is_short(text: str, front: int, end: int, word: str) -> bool:
    """Whether the full stop at ``end`` before a small letter is that of a short form or of a number."""
    if _LETTERS.search(text, front, end):
        return word != "i"
    if word[-1:].isdigit():
        return True
    before, _, bare = word.lower().rpartition("-")
    if 0 < len(before) <= len("dfl"):  # a party before its state: "R-Fla."
        return True
    return bare in _UNITS or (1 < len(bare) < 6 and bare.isalpha() and not _VOWEL.search(bare))


def _is_counted(text: str, start: int, end: int, after: int) -> bool:
    """Whether a German noun behind a number is what it counts: "im 21. Jahrhundert"."""
    ordinal = _ORDINAL.search(text, max(start, end - 48), end)
    noun = _WORD.match(text, after)
    if not ordinal or not noun or noun[0].lower() in _NOT_COUNTED:
        return False
    return _BEFORE_ORDINAL.fullmatch(ordinal["before"]) is not None

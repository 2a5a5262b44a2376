"""Which language a text is in, by its letters and its smallest words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

LOOKED_AT = 6_000
"""Characters of a text that are looked at."""

LEAST = 3
"""Small words of a language that a text must hold, and hold more of than of any other."""

_SCRIPTS = (
    ("ja", r"[\u3040-\u30ff]"), ("ko", r"[\uac00-\ud7a3]"), ("zh", r"[\u4e00-\u9fff]"), ("el",
    r"[\u0370-\u03ff]"),
    ("he", r"[\u0590-\u05ff]"), ("ar", r"[\u0600-\u06ff]"), ("hi", r"[\u0900-\u097f]"), ("bn",
    r"[\u0980-\u09ff]"),
    ("ta", r"[\u0b80-\u0bff]"), ("th", r"[\u0e00-\u0e7f]"), ("my", r"[\u1000-\u109f]"), ("ka",
    r"[\u10a0-\u10ff]"),
    ("hy", r"[\u0530-\u058f]"), ("ru", r"[\u0400-\u04ff]"),
)  # fmt: skip
_NOT_LATIN = re.compile(r"[^\x00-\u036f]+")
"""Characters that no Latin alphabet has."""

_OTHER = 0.2
"""Share of its letters that tells a text's script; Japanese has fewer of its own between Chinese ones."""

_WORDS = {
    "en": "the of and to in that is was for with his her they from this which have has had been were said",
    "de": "der die das und ist nicht von mit den dem ein eine zu auf für sich auch im wird werden hat"
    " sie aus bei",
    "fr": "le la les des et est dans une du que qui pour pas sur avec au aux ce cette sont par été plus"
    " ont",
    "nl": "de het een van en dat niet zijn voor met op te aan er werd wordt naar ook bij uit heeft door"
    " maar",
    "es": "el la los las de que y en un una por con para se del al es su no más como pero han fue está",
    "it": "il di che la e è per un una in del della non con sono alla da dei le gli nel anche ha più si",
    "pt": "o a os as de que e do da em um uma para com não por se no na dos das ao mais foi são à como",
    "da": "og det er en at den til af på for med ikke der de som har var et fra han ud efter også blev",
    "no": "og det er en på til av for med ikke som har de den at fra han etter også var ble et vi seg",
    "sv": "och att det är en på som för av med inte den till har de om ett han var från så men sig efter",
    "fi": "ja on ei että se oli hän ovat mutta myös kun mukaan joka sen niin ole kuin tai jos ne",
    "pl": "i w na z się nie do że jest to o jak po od za przez są dla tym ale był oraz który przy",
    "cs": "a se v na je že s z do to i o k ale jsou byl za pro by jako podle který po od však",
    "hu": "a az és hogy nem is egy van meg volt ez csak már azt el még szerint mint ha ki",
    "ro": "și de în la a cu că pe nu din care o un este pentru au mai fost sunt se ca al",
    "tr": "ve bir bu için de da ile olarak çok daha olan gibi ne sonra kadar ise olduğu en var",
    "id": "yang dan di dengan untuk dari ini itu pada tidak dalam akan oleh juga ke adalah telah",
    "ca": "el la els les de que i en un una per amb és del al no més com han dels ha seva",
    "sk": "a sa v na je že s z do to o ako ale aj bol za pre by po sú ktorý od však podľa",
    "hr": "i u je se na da za su od s o kao nije bi koji te iz će što ili",
}  # fmt: skip
"""Code (ISO 639-1) -> the most usual small words of a language in Latin letters."""
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str | None:
    """The code of a text's language (ISO 639-1); None where its words do not tell."""
    return _detect(text[:LOOKED_AT])


@lru_cache(maxsize=64)  # sentences are found in a text's parts, one after another
def _detect(sample: str) -> str | None:
    words = _WORD.findall(sample.lower())
    if not words:
        return None
    others = "".join(_NOT_LATIN.findall(sample))
    if others and len(others) > _OTHER * (letters := len(_LETTER.findall(sample))):
        for code, script in _SCRIPTS:
            if len(re.findall(script, others)) > _OTHER * letters:
                return _of_script(code, sample)
    codes = _codes()
    votes: Counter[str] = Counter()
    for word, times in Counter(words).items():
        for code in codes.get(word, ()):
            votes[code] += times
    (first, most), (_, next_most) = (*votes.most_common(2), (None, 0), (None, 0))[:2]
    return first if most >= LEAST and most > next_most else None


@cache
def small_words(code: str | None) -> frozenset[str]:
    """The most usual small words of a language, in lower case; none of one that is not known."""
    return frozenset(_WORDS.get(code or "", "").split())


@cache
def _codes() -> dict[str, list[str]]:
    """Which languages each small word is of."""
    found: dict[str, list[str]] = {}
    for code, words in _WORDS.items():
        for word in words.split():
            found.setdefault(word, []).append(code)
    return found


def _of_script(code: str, sample: str) -> str:
    """The language among those that share letters."""
    if code == "ru":
        if re.search(r"[іїєґ]", sample, re.IGNORECASE):
            return "uk" if not re.search(r"[ўэ]", sample, re.IGNORECASE) else "be"
        if re.search(r"[ђћџјљњ]", sample, re.IGNORECASE):
            return "mk" if re.search(r"[ѓќѕ]", sample, re.IGNORECASE) else "sr"
        return "ru" if re.search(r"[ыэё]", sample, re.IGNORECASE) else "bg"
    if code == "ar":
        if re.search(r"[ٹڈڑے]", sample):
            return "ur"
        return "fa" if re.search(r"[پچژگ]", sample) else "ar"
    return code

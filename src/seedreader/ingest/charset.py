"""Which encoding a text that is not UTF-8 is in: the one in which it looks most like a text of a language.

A vote, not a proof. Each candidate's text is looked at letter by letter: a language has few letters beyond
ASCII, they stand beside letters of their own script, and capitals stand where words begin.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable
from functools import cache

SAMPLE = 8_192
"""Bytes, of lines that hold any beyond ASCII, that are looked at."""

NEAR = 200
"""Bytes of a long line before its first that is not ASCII."""

WINDOWS = "windows-1252"

ENOUGH = 0.3
"""Share of signs that are common ones, from which on a text may be Chinese, Japanese or Korean."""

NO_TEXT = -10.0
"""How little a text with signs of boxes inside its words looks like one."""

DECLARED = 0.5
"""What part of the best score a declared encoding needs."""

_LATIN = {
    "de": "äöüß", "fr": "àâçéèêëîïôùûüœ", "es": "áéíóúüñ", "pt": "áâãàçéêíóôõú", "it": "àèéìòùî",
    "nl": "éëïèüö",
    "sv": "åäöé", "da": "æøåé", "is": "áðéíóúýþæö", "et": "äöõüšž", "ca": "àçèéíïòóúü", "fi": "äöå",
}  # fmt: skip
_CENTRAL = {
    "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű", "sl": "čšž",
    "hr": "čćđšž", "ro": "ăâîşţșț", "de": "äöüß",
}  # fmt: skip
_BALTIC = {"lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "et": "äöõüšž"}
_TURKISH = {"tr": "çğıöşüâîû"}
_CYRILLIC = {
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя", "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя", "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
}  # fmt: skip
_GREEK = {"el": "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ"}
_HEBREW = {"he": "אבגדהוזחטיךכלםמןנסעףפץצקרשת"}
_ARABIC = {"ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيًٌٍَُِّْ", "fa": "اآبپتثجچحخدذرزژسشصضطظعغفقکكگلمنوهیيئء"}
_THAI = {"th": "".join(chr(c) for c in range(0x0E01, 0x0E5C))}

_COMMON = {
    "ru": "оеаинтсрвл", "uk": "оаинівтеср", "bg": "аоиентрсвл", "sr": "аоиенрстјк", "be": "аоніеыртсл",
    "mk": "аоиентрсвк", "el": "αοιετσνηυρ", "he": "יוהלאתרבמש", "ar": "اليمونتربة", "fa": "اینردهومتب",
    "th": "านรอกเงมยล",
}  # fmt: skip

SINGLE: tuple[tuple[str, dict[str, str]], ...] = (
    (WINDOWS, _LATIN), ("cp1250", _CENTRAL), ("cp1251", _CYRILLIC), ("koi8_u", _CYRILLIC),
    ("iso8859_2", _CENTRAL), ("cp1254", _TURKISH), ("cp1257", _BALTIC), ("cp1253", _GREEK),
    ("iso8859_7", _GREEK), ("cp1255", _HEBREW), ("cp1256", _ARABIC), ("iso8859_6", _ARABIC),
    ("iso8859_5", _CYRILLIC), ("cp866", _CYRILLIC), ("mac_cyrillic", _CYRILLIC), ("cp874", _THAI),
    ("iso8859_15", _LATIN), ("mac_roman", _LATIN), ("cp850", _LATIN), ("cp852", _CENTRAL),
    ("iso8859_4", _BALTIC), ("iso8859_16", {"ro": "ăâîșț"}),
)  # fmt: skip
"""Encodings of one byte a letter, the more usual first: they win where two fit alike."""

_HANZI = (
    "的一是不了在人有我他中上大和地到以要就出可也你生能而子那得下自之年作里用道行所然家事成方多去法如都同面起看定天分"
    "好小部其些主理心她本前但因只想日者意力它把十民第公此已工使情明性知全三又正外高由很最重物手向文政美相被利什二等或新己"
    "制身果加西斯月回特代内信表化老位次度任常先海通教原提立及比解水名真走各入口平更打女四神何安少才反受目太量再感建必件"
    "管期市直德命山金指克至形社便空治司五基眼非白光放即且思王完式色路南品住求程北死交取拉格望共清今切候"
)
_SIMPLE = (
    "这个们来为国说时会对过发后经么学现当没动还进样开从实军无与长机将两间问应战体见产关点业种话给门儿东声论处义几认条"
    "系气题报结数总万变电务场计资书则听却达强难权象设记边张该规觉术领确传师观识带导争运"
)
_FULL = (
    "這個們來為國說時會對過發後裡經麼學現當沒動還進樣開從實軍無與長機將兩間問應戰體見產關點業種話給門兒東聲論處義幾認條"
    "係氣題報結數總萬變電務場計資書則聽卻達強難權象設記邊張該規覺術領確傳師觀識帶導爭運"
)
_KANA = "".join(chr(c) for c in (*range(0x3041, 0x3097), *range(0x30A1, 0x30FD)))
_KANJI = (
    "日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書"
    "先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨会同事自社発者地業方新場員立開手力"
    "問代明動京目通言理体田主題意不作用度強公持野以思家世多正安院心界教文元重近考画海売知道集別物使品"
    "計死特私始朝運終台広住真有口少町料工建空急止送切転研足究楽起着店病質待試族銀早映親験英医仕去味写"
    "字答夜音注帰古歌買悪図週室歩風紙黒花春赤青館屋色走秋夏習駅洋旅服夕借曜飲肉貸堂鳥飯勉冬昼茶弟牛魚"
    "兄犬妹姉漢政府"
)
_HANGUL = (
    "이다는의에을가고하지은한로를도사기으어리서인자대나라시과부수정일보전해스있것들그아여만제게국장원주관도와상공경조구무"
    "성동비미전용오화안신우년면니했었습위모유중세선산회연계물방진실발적요개남내재소역개했겠까습"
)
_SIGNS = "，。、；：？！“”‘’（）《》「」『』·…—　【】〈〉〔〕％～・ー〜"
MULTIPLE: tuple[tuple[str, str], ...] = (
    ("gb18030", _HANZI + _SIMPLE + _SIGNS), ("big5hkscs", _HANZI + _FULL + _SIGNS),
    ("cp932", _KANA + _KANJI + _SIGNS), ("euc_jp", _KANA + _KANJI + _SIGNS), ("cp949", _HANGUL + _SIGNS),
)  # fmt: skip
"""Encodings of several bytes a sign, and the signs that are common in their languages."""

_BEYOND = re.compile(rb"[\x80-\xff]")
_SIGN = re.compile(r"[^\x00-\x7f]")
_ALONE = "авикосуяжіїєйўыэюηοήώו"
"""Letters beyond Latin that are words."""
_QUOTES = "“”‘’„‚–—…•€«»‹›\u00a0\u00ad"
_TYPOGRAPHY = "§°©®™£¥½¼¾¿¡№·†‡′″×÷±²³µ"
_JOINS = "’‘'-–—·\u00ad"


def vote(data: bytes, declared: str | None = None) -> str:
    """The encoding, by Python's name, that a text is likely in; ``declared`` is what it says itself."""
    sample = _sample(data)
    scores = dict(_scores(sample))
    best = max(scores, key=lambda encoding: scores[encoding], default=WINDOWS)
    if declared and declared != WINDOWS:
        name = declared.replace("-", "_")
        if name not in scores:
            text = _decoded(sample, declared)
            return best if text is None else declared
        if scores[name] >= DECLARED * scores[best]:
            return declared
    return best


def _scores(sample: bytes) -> Iterable[tuple[str, float]]:
    """How well each encoding fits; those in which the bytes are no text are left out."""
    for encoding, common in MULTIPLE:
        text = _decoded(sample, encoding)
        signs = _SIGN.findall(text) if text else ()
        if signs:
            share = len([sign for sign in signs if sign in _set(common)]) / len(signs)
            if share >= ENOUGH:
                yield encoding, 0.7 + share / 2
    for place, (encoding, languages) in enumerate(SINGLE):
        text = _decoded(sample, encoding)
        if text is not None:
            yield encoding, _likeness(text, languages) - place / 1000


@cache
def _set(signs: str) -> frozenset[str]:
    return frozenset(signs)


def _sample(data: bytes) -> bytes:
    """The first `SAMPLE` bytes of lines that hold any beyond ASCII; of a long line what is near these."""
    found = bytearray()
    at = 0
    while len(found) < SAMPLE and (beyond := _BEYOND.search(data, at)):
        start = max(data.rfind(b"\n", at, beyond.start()) + 1, at, beyond.start() - NEAR)
        end = data.find(b"\n", beyond.start(), beyond.start() + SAMPLE)
        at = end + 1 if end >= 0 else min(len(data), beyond.start() + SAMPLE)
        found += data[start:at]
    return bytes(found)


def _decoded(sample: bytes, encoding: str) -> str | None:
    """The sample in an encoding, its last sign left out where it is cut; None where it can't be in it."""
    if encoding == WINDOWS:
        return sample.decode("latin-1").translate(_windows())
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        return decoder.decode(sample)
    except (UnicodeDecodeError, ValueError) as error:
        strays = sample.decode(encoding, "replace").count("\ufffd") if error else 0
        return sample.decode(encoding, "ignore") if strays * 200 < len(sample) else None


@cache
def _windows() -> dict[int, str]:
    return {b: bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0xA0)}


def _likeness(text: str, languages: dict[str, str]) -> float:
    """How much a text looks like one of these languages: up to 1, below 0 where little fits."""
    good: dict[str, float] = dict.fromkeys(languages, 0.0)
    even = 0.0
    signs = 0
    capitals = 0
    letters = 0
    for found in _SIGN.finditer(text):
        sign = found[0]
        at = found.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        signs += 1
        if "\u2500" <= sign <= "\u259f" and sign not in "│║" and before.isalpha() and not after.isspace():
            return NO_TEXT
        if sign in _QUOTES or sign in _TYPOGRAPHY:
            even += _typography(sign, before, after)
        elif sign.isalpha() or unicodedata.category(sign)[0] == "M":
            lowered = sign.lower()
            letters += 1
            upper = sign.isupper()
            capitals += upper
            if upper and before.islower():
                even -= 2
                continue
            if after.isupper() and not upper and sign.islower() and sign != "ß":
                even -= 2
                continue
            if before.isdigit() or after.isdigit():
                even -= 0.5
                continue
            alone = not (before.isalpha() or after.isalpha())
            foreign = ord(sign) > 0x36F and (_is_ascii_letter(before) or _is_ascii_letter(after))
            for language, alphabet in languages.items():
                if foreign:
                    good[language] -= 1.5
                elif lowered not in alphabet:
                    good[language] -= 1
                else:
                    common = _COMMON.get(language)
                    gain = 1.0 if common is None else 1.15 if lowered in common else 0.75
                    good[language] += gain if not alone else 0.4 if not common or lowered in _ALONE else 0.0
        elif sign.isprintable():
            even -= 1 if before.isalpha() and after.isalpha() else 0.2
        else:
            even -= 1
    if not signs:
        return 0.0
    if letters > 20 and capitals > 0.6 * letters:
        even -= 0.4 * signs
    return (max(good.values()) + even) / signs


def _typography(sign: str, before: str, after: str) -> float:
    """How well a sign that is no letter stands where it does: quotation marks open and close, dashes join."""
    if before.isalpha() and after.isalpha() and sign not in _JOINS:
        return -2
    if sign in "“‘„‚" and before.isalpha() and not after.isalpha():
        return -1
    if sign in "”’" and after.isalpha() and not before.isalnum():
        return 0
    if sign in "–—" and (before.isalpha(), after.isalpha()) in ((True, False), (False, True)):
        return 0.3
    return 1 if sign in _QUOTES else 0.8


def _is_ascii_letter(sign: str) -> bool:
    return sign.isascii() and sign.isalpha()


def is_far_east(text: str) -> bool:
    """Whether a text is Chinese, Japanese or Korean by the signs that are common in these."""
    signs = _SIGN.findall(text[:SAMPLE])
    every = _set("".join(common for _, common in MULTIPLE))
    return len(signs) > 4 and sum(sign in every for sign in signs) >= ENOUGH * len(signs)

"""What languages are called in the languages of press archives, as codes of ISO 639-1."""

from __future__ import annotations

import re

_NAMES = {
    "en": "english englisch anglais engels engelsk engelska inglés ingles inglese inglês eng 英语 英文",
    "de": "german deutsch allemand duits tysk tyska alemán aleman tedesco alemão ger deu 德语 德文",
    "fr": "french französisch franzosisch français francais frans fransk franska francés frances francese"
    " francês fre fra 法语",
    "nl": "dutch niederländisch niederlandisch néerlandais neerlandais nederlands hollandsk nederlandsk holländska"
    " neerlandés neerlandes holandés olandese holandês neerlandês dut nld",
    "es": "spanish spanisch espagnol spaans spansk spanska español espanol castellano spagnolo espanhol spa",
    "it": "italian italienisch italien italiaans italiensk italienska italiano ita",
    "pt": "portuguese portugiesisch portugais portugees portugisisk portugisiska portugués portugues portoghese"
    " português por",
    "da": "danish dänisch danisch danois deens dansk danska danés danes danese dinamarquês dan",
    "sv": "swedish schwedisch suédois suedois zweeds svensk svenska sueco svedese swe",
    "no": "norwegian norwegisch norvégien norvegien noors norsk norska noruego norvegese norueguês nor",
    "fi": "finnish finnisch finnois fins finsk finska suomi finlandés finlandese finlandês fin",
    "pl": "polish polnisch polonais pools polsk polska polski polaco polacco pol",
    "ru": "russian russisch russe russisk ryska ruso russo русский rus",
    "uk": "ukrainian ukrainisch ukrainien oekraïens український українська ukr",
    "cs": "czech tschechisch tchèque tsjechisch tjekkisk čeština checo ceco cze",
    "sk": "slovak slowakisch slovaque slovenčina slk",
    "hu": "hungarian ungarisch hongrois hongaars magyar húngaro ungherese hun",
    "ro": "romanian rumänisch roumain roemeens română rumano rumeno rum",
    "bg": "bulgarian bulgarisch bulgare bulgaars български bul",
    "el": "greek griechisch grec grieks græsk griego greco ελληνικά gre",
    "tr": "turkish türkisch turkisch turc turks tyrkisk türkçe turco tur",
    "ar": "arabic arabisch arabe arabisk árabe arabo العربية ara",
    "he": "hebrew hebräisch hébreu hebreeuws hebreo ebraico heb",
    "zh": "chinese chinesisch chinois chinees kinesisk chino cinese chinês 中文 chi",
    "ja": "japanese japanisch japonais japans japansk japonés giapponese japonês 日本語 jpn",
    "ko": "korean koreanisch coréen koreaans coreano 한국어 kor",
    "ca": "catalan katalanisch català catalán catalano cat",
    "id": "indonesian indonesisch indonésien indonesio bahasa ind",
    "ms": "malay malaiisch malais malayo may",
    "hr": "croatian kroatisch croate kroatisch hrvatski hrv",
    "sr": "serbian serbisch serbe servisch srpski srp",
    "sl": "slovenian slowenisch slovène slovenščina slv",
    "et": "estonian estnisch estonien eesti est",
    "lv": "latvian lettisch letton latviešu lav",
    "lt": "lithuanian litauisch lituanien lietuvių lit",
}
_CODE_OF = {name: code for code, names in _NAMES.items() for name in names.split()}


def code_of(name: str) -> str | None:
    """The code of a language by its name in any of these languages, or by a code; of several the first."""
    for word in re.findall(r"[^\W\d_]+", name.casefold()):
        if found := _CODE_OF.get(word) or (word if word in _NAMES else None):
            return found
    return None

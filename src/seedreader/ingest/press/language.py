"""What archives call a language, in the languages of their screens."""

from __future__ import annotations

import re

_NAMES = {
    "en": "english englisch anglais inglés ingles inglese engels engelsk engelska английский angielski"
    " 英文 英语 英語 영어 anglicky inglês",
    "de": "german deutsch allemand alemán aleman tedesco duits tysk tyska немецкий niemiecki 德文 德语 德語"
    " ドイツ語 독일어 alemão",
    "fr": "french französisch franzoesisch français francais francés frances francese frans fransk franska"
    " французский francuski 法文 法语 法語 フランス語 프랑스어 francês",
    "es": "spanish spanisch espagnol español espanol castellano spagnolo spaans spansk spanska испанский"
    " hiszpański 西班牙文 西班牙语 スペイン語 스페인어 espanhol",
    "it": "italian italienisch italien italiano italiaans italiensk итальянский włoski 意大利文 意大利语"
    " イタリア語 이탈리아어",
    "nl": "dutch niederländisch niederlaendisch néerlandais neerlandais neerlandés neerlandes holandés olandese"
    " nederlands hollandsk nederländska голландский нидерландский niderlandzki 荷兰文 荷兰语 オランダ語",
    "pt": "portuguese portugiesisch portugais portugués portugues portoghese portugees portugisisk"
    " португальский portugalski português 葡萄牙文 葡萄牙语 ポルトガル語",
    "ru": "russian russisch russe ruso russo russisch русский rosyjski 俄文 俄语 ロシア語 러시아어 ryska",
    "uk": "ukrainian ukrainisch ukrainien ucraniano украинский українська",
    "zh": "chinese chinesisch chinois chino cinese chinees 中文 汉语 中国語 중국어 китайский traditional-chinese",
    "ja": "japanese japanisch japonais japonés japones giapponese japans 日文 日语 日本語 일본어 японский",
    "ko": "korean koreanisch coréen coreano koreaans 韩文 韓文 韩语 韓国語 한국어 корейский",
    "ar": "arabic arabisch arabe árabe arabo 阿拉伯文 العربية арабский アラビア語",
    "sv": "swedish schwedisch suédois sueco svedese zweeds svensk svenska шведский szwedzki 瑞典文",
    "da": "danish dänisch daenisch danois danés danes danese deens dansk danska датский duński 丹麦文",
    "no": "norwegian norwegisch norvégien noruego norvegese noors norsk норвежский 挪威文 bokmål",
    "fi": "finnish finnisch finnois finlandés finlandese fins suomi 芬兰文 финский",
    "pl": "polish polnisch polonais polaco polacco pools polsk polska polski 波兰文 польский",
    "cs": "czech tschechisch tchèque checo ceco tsjechisch čeština 捷克文 чешский",
    "sk": "slovak slowakisch slovaque eslovaco slovenčina",
    "hu": "hungarian ungarisch hongrois húngaro ungherese hongaars magyar 匈牙利文 венгерский",
    "tr": "turkish türkisch tuerkisch turc turco turks türkçe 土耳其文 турецкий",
    "el": "greek griechisch grec griego greco grieks ελληνικά",
    "he": "hebrew hebräisch hébreu hebreo ebraico עברית",
    "ro": "romanian rumänisch roumain rumano rumeno română",
    "bg": "bulgarian bulgarisch bulgare búlgaro български",
    "ca": "catalan katalanisch catalán català",
    "id": "indonesian indonesisch indonésien indonesio indonesia 印尼文 bahasa",
    "ms": "malay malaiisch malais malayo",
    "th": "thai thailändisch thaï tailandés ไทย",
    "vi": "vietnamese vietnamesisch vietnamien vietnamita",
    "fa": "persian persisch persan farsi فارسی",
    "hi": "hindi",
}
_CODES = {name: code for code, names in _NAMES.items() for name in names.split()}


def code(name: str) -> str | None:
    """The code of ISO 639-1 for a language's name, or for a code that is one; None for anything else."""
    name = re.sub(r"\s*[(（-].*", "", name.strip().casefold())
    if name in _NAMES:
        return name
    return _CODES.get(name) or _CODES.get(name.rpartition(" ")[2])

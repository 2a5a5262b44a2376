from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.ingest.charset import vote
from seedreader.ingest.decode import canonical, decode
from seedreader.ingest.errors import IngestError

PRINTABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


@given(PRINTABLE)
def test_utf8_comes_back_as_it_went_in(text: str) -> None:
    text = text.removeprefix("\ufeff")
    assert decode(text.encode()) == (text, "utf-8")


@given(st.text(st.sampled_from("a\r\n\ufeffé"), max_size=30))
def test_canonical_text_has_no_carriage_return_and_is_settled(text: str) -> None:
    once = canonical(text)
    assert "\r" not in once
    assert once.replace("\n", "") == text.removeprefix("\ufeff").replace("\r", "").replace("\n", "")
    assert canonical("x" + once) == "x" + once


def test_line_ends_become_one_line_feed_each() -> None:
    assert canonical("a\r\nb\rc\nd\r\r\ne") == "a\nb\nc\nd\n\ne"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_dropped(encoding: str) -> None:
    assert decode("Größe 12\r\n".encode(encoding))[0] == "Größe 12\n"


def test_bytes_that_are_not_utf8_are_windows_1252() -> None:
    assert decode("café – “naïve”".encode("cp1252")) == ("café – “naïve”", "windows-1252")


def test_bytes_that_windows_1252_leaves_undefined_still_have_a_character() -> None:
    text, _ = decode(b"caf\xe9 \x81 \x9d and more words to read here")
    assert text == "café \x81 \x9d and more words to read here"


def test_a_text_with_some_control_characters_is_still_a_text() -> None:
    text = "A line with \x00 a NUL and \x1b[31m an escape in a long enough sentence."
    assert decode(text.encode())[0] == text


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x7fELF\x02\x01\x01" + bytes(200),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(IngestError, match="binary"):
        decode(data)


def test_a_false_byte_order_mark_is_told() -> None:
    with pytest.raises(IngestError, match="utf-16"):
        decode(b"\xff\xfe\x00")


NEWS = {
    "ru": (
        "Министерство обороны сообщило в четверг, что в Курской области находятся около 11 тысяч военных."
    ),
    "uk": (
        "Міністерство оборони повідомило у четвер, що в області перебувають близько 11 тисяч її військових."
    ),
    "pl": (
        "Ministerstwo obrony poinformowało w czwartek, że w obwodzie znajduje się około 11 tysięcy żołnierzy."
    ),
    "cs": "Ministerstvo obrany ve čtvrtek sdělilo, že se v oblasti nachází přibližně 11 tisíc vojáků.",
    "hu": (
        "A védelmi minisztérium csütörtökön közölte, hogy körülbelül 11 ezer katona tartózkodik "
        "ott, fűtés nélkül."
    ),
    "tr": "Savunma Bakanlığı perşembe günü bölgede yaklaşık 11 bin askerin bulunduğunu açıkladı.",
    "el": (
        "Το υπουργείο Άμυνας ανακοίνωσε την Πέμπτη ότι στην περιοχή βρίσκονται περίπου 11 χιλιάδες "
        "στρατιώτες."
    ),
    "he": "משרד הביטחון הודיע ביום חמישי כי באזור נמצאים כ-11 אלף חיילים.",
    "ar": "أعلنت وزارة الدفاع يوم الخميس أن نحو 11 ألف جندي موجودون في المنطقة.",
    "de": "Das Ministerium teilte am Donnerstag mit, dass sich rund 11.000 Soldaten dort befänden.",
    "fr": "Le ministère de la Défense a annoncé jeudi qu’environ 11 000 soldats se trouvaient là, à l’été.",
    "en": "The ministry said “about 11,000” troops — it didn’t say where — cost £200 million.",
    "zh": "国防部星期四表示，该地区约有一万一千名士兵。发言人说，这个数字还在变化。",
    "zt": "國防部星期四表示，該地區約有一萬一千名士兵。發言人說，這個數字還在變化。",
    "ja": "防衛省は木曜日、同地域に約1万1000人の兵士がいると発表した。詳細は明らかにしていない。",
    "ko": "국방부는 목요일 이 지역에 약 1만 1천 명의 병사가 있다고 발표했다.",
}
OLD = (
    ("ru", "cp1251"), ("ru", "koi8-r"), ("ru", "cp866"), ("ru", "iso8859-5"), ("uk", "cp1251"),
    ("uk", "koi8-u"),
    ("pl", "cp1250"), ("pl", "iso8859-2"), ("cs", "cp1250"), ("hu", "cp1250"), ("tr", "cp1254"),
    ("el", "cp1253"),
    ("he", "cp1255"), ("ar", "cp1256"), ("de", "cp1252"), ("de", "mac-roman"), ("fr", "cp1252"),
    ("en", "cp1252"),
    ("zh", "gb18030"), ("zh", "hz"), ("zt", "big5"), ("ja", "cp932"), ("ja", "euc-jp"), ("ja", "iso-2022-jp"),
    ("ko", "euc-kr"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "encoding"), OLD)
def test_a_text_in_the_encoding_of_its_language_is_no_mojibake(language: str, encoding: str) -> None:
    text = NEWS[language]
    assert decode(text.encode(encoding))[0] == text
    assert decode(f"ASCII first.\n{text}\n".encode(encoding) * 400)[0] == f"ASCII first.\n{text}\n" * 400


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
@pytest.mark.parametrize("language", ["en", "ru", "zh", "ko"])
def test_utf16_and_utf32_show_without_a_mark(language: str, encoding: str) -> None:
    assert decode(NEWS[language].encode(encoding)) == (NEWS[language], encoding)


def test_utf8_beats_what_is_declared_and_a_declaration_beats_the_vote() -> None:
    assert decode("Décès".encode(), "iso-8859-1") == ("Décès", "utf-8")
    assert decode("Дума".encode("koi8-r"), "koi8-r")[0] == "Дума"
    assert decode("Größe".encode("latin-1"), "no such encoding")[0] == "Größe"
    assert decode("“Größe”".encode("cp1252"), "iso-8859-1")[0] == "“Größe”"


def test_a_few_damaged_bytes_leave_a_text_utf8() -> None:
    whole = "Die Größe über alles, für die Bürger. " * 20
    assert decode(whole.encode() + b"caf\xe9 x") == (whole + "café x", "utf-8")
    assert decode(whole.encode()[:-3] + "ü".encode()[:1])[0] == whole[:-3]


def test_a_mark_with_a_cut_character_still_reads() -> None:
    assert decode("Größe 12".encode("utf-16") + b"x")[0] == "Größe 12"


@given(
    st.binary(max_size=300), st.sampled_from([None, "utf-8", "koi8-r", "shift_jis", "utf-7", "base64", "x"])
)
def test_any_bytes_are_read_or_refused_and_never_give_half_characters(
    data: bytes, declared: str | None
) -> None:
    try:
        text, _ = decode(data, declared)
    except IngestError:
        return
    assert "\r" not in text
    text.encode()


def test_a_line_of_four_million_letters_is_read_whole() -> None:
    text, encoding = decode(b"a" * 4_000_000 + "é".encode("latin-1"))
    assert (len(text), text[-1], encoding) == (4_000_001, "é", "windows-1252")


@pytest.mark.parametrize("language", ["fr", "de", "pl", "ru", "zh"])
def test_one_stray_byte_leaves_a_short_text_utf8(language: str) -> None:
    text = {
        "fr": "Un café et un thé naïf. ", "de": "Für Größe. ", "pl": "Łódź żąda. ",
        "ru": "Новости. ", "zh": "新闻。",
    }[language] * 3  # fmt: skip
    assert decode(text.encode() + b"Caf\xe9 ferme.") == (text + "Café ferme.", "utf-8")


def test_signs_of_boxes_inside_words_rule_an_encoding_out() -> None:
    data = ("Un café et un thé naïf. " * 3).encode() + b"Caf\xe9 ferme."
    assert not set(data.decode(vote(data))) & set("├┬┤┴┼─")

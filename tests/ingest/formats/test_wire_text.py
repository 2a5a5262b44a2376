from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.formats.reading import format_of, is_sound, notices, read, value


def iptc(
    headline: str = "Crates arrive in Harbourton", number: str = "eca0001", day: str = "021530 GMT Mar 26"
) -> str:
    return (
        f"\x01{number} 4 i 211 ccccb   dpa 061\r\n\r\nCity-crates/\r\n\x02{headline} =\r\n\r\n"
        "   Harbourton (dpa) - The mayor of the town said on Friday that twelve\r\nthousand crates had"
        " arrived, and that"
        " he was glad of it.\r\n\r\n   Nobody was hurt, a spokesman said.\r\n\r\n# dpa NOTEBOOK\r\n\r\n* *"
        " * *\r\n"
        "The following information is not for publication\r\n\r\n- Reporting by: Ann Lee\r\n\r\ndpa al"
        " br\r\n\r\n"
        f"\x03{day} \r\n\x7f\r\n\x7f\x04"
    )


ANPA = (
    "\x16\x16\x01W2870^_asian\nf l\x13\x11 BC-XX--Crates     3-02 1049\n\x02\x02BC-XX--Crates, 1st"
    " Ld-Writethru,466<\n"
    "^For Harbourton, crates can hurt <\n^AP Photo XNP101<\n^Eds: With AP Photos.<\n^By ANN LEE and BO"
    " RAY=\n^Associated Press=\n"
    "\t   HARBOURTON (AP) _ The mayor said that 12,000 crates had arrived. \n \n\t   ``Glad,'' he said. \n\n"
    "\t   \x03AP-WF-03-02-26 1509GMT<\n\n\x0c\n\x04"
)


def test_iptc_7901_without_notes_signs_and_marks() -> None:
    (article,), problems = read(iptc())
    assert article.text.split("\n\n") == [
        "Crates arrive in Harbourton",
        "Harbourton (dpa) - The mayor of the town said on Friday that twelve thousand crates had arrived,"
        " and that he was glad of it.",
        "Nobody was hurt, a spokesman said.",
    ]
    assert (value(article, "outlet"), value(article, "published"), problems) == ("dpa", "2026-03-02", ())


def test_a_time_without_a_year_tells_no_day() -> None:
    assert value(read(iptc(day="021530 GMT Mar")).documents[0], "published") is None


def test_a_word_over_the_headline_is_a_mark() -> None:
    (article,), _ = read(iptc("EXTRA\nCrates arrive"))
    assert (value(article, "title"), notices(article)) == ("Crates arrive", ["EXTRA"])


def test_latin_letters_above_ascii() -> None:
    (article,), _ = read(iptc("Kisten für Köln").encode("latin-1"))
    assert value(article, "title") == "Kisten für Köln"


def test_several_messages_are_several_articles_and_services_are_none() -> None:
    service = (
        "\x01eca9 4 rs 4 dpa 2\r\n\r\nImpressum/\r\n\x02Impressum =\r\n\r\ncopyright by dpa"
        " copyright by dpa\r\n\x03021530 GMT\r\n\x04"
    )
    found = read(iptc() + iptc("Second", "eca0002") + service)
    assert [(value(each, "title"), each.member) for each in found.documents] == [
        ("Crates arrive in Harbourton", "eca0001"), ("Second", "eca0002"),
    ]  # fmt: skip
    assert found.problems[0].detail == "1 message of the service"


def test_anpa_1312() -> None:
    (article,), _ = read(ANPA)
    assert article.text.split("\n\n") == [
        "For Harbourton, crates can hurt", "By ANN LEE and BO RAY", "Associated Press",
        "HARBOURTON (AP) _ The mayor said that 12,000 crates had arrived.", "``Glad,'' he said.",
    ]  # fmt: skip
    assert (value(article, "author"), value(article, "outlet"), value(article, "published")) == (
        "ANN LEE and BO RAY", "AP", "2026-03-02",
    )  # fmt: skip
    assert notices(article) == ["1st Ld-Writethru", "Eds: With AP Photos."]


def test_a_message_that_is_cut_off_is_told() -> None:
    found = read(iptc()[:260])
    assert [each.kind for each in found.problems] == ["truncated"]
    assert "twelve" in found.documents[0].text


@given(st.sampled_from([iptc(), ANPA]), st.integers(0, 900), st.binary(max_size=6))
def test_damaged_messages(message: str, at: int, put: bytes) -> None:
    data = message.encode("latin-1")
    is_sound(data[:at] + put + data[at:])
    is_sound(data[:at])


def test_it_is_known_by_its_content() -> None:
    assert {format_of(iptc()), format_of(ANPA)} == {"wire_text"}


def test_a_byline_a_second_headline_and_a_note_to_editors() -> None:
    message = iptc().replace(
        "   Harbourton (dpa)", "By Ann Lee, dpa =\r\n\r\n(Eds: adds quotes)\r\n\r\n   Harbourton (dpa)"
    )
    (article,), _ = read(message)
    assert article.text.split("\n\n")[1] == "By Ann Lee, dpa"
    assert (value(article, "author"), notices(article)) == ("Ann Lee, dpa", ["(Eds: adds quotes)"])


def test_a_headline_without_its_sign() -> None:
    (article,), _ = read(iptc().replace(" =\r\n", "\r\n"))
    assert value(article, "title") == "Crates arrive in Harbourton"


def test_lines_of_a_table_in_anpa_lose_their_marks() -> None:
    table = "\t   ``Glad,'' he said. \n\nTeam A      3   1   9<\nTeam B      2   2   8<\n\n"
    (article,), _ = read(ANPA.replace("\t   ``Glad,'' he said. \n\n", table))
    assert article.text.endswith("Team A      3   1   9\nTeam B      2   2   8")

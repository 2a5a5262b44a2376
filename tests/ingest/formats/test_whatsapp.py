from __future__ import annotations

from datetime import date

import pytest

from seedreader.article import SourceId, Structure
from seedreader.ingest import registry
from seedreader.ingest.raw_document import Documents

SOURCE = SourceId("file:///x/WhatsApp%20Chat%20with%20Mill%20News.txt")
HEADS = (
    "12/31/20, 9:45 PM - ", "31/12/2020, 21:45 - ", "31.12.20, 21:45 - ", "2020-12-31, 9:45 p.m. - ",
    "2020/12/31 21:45 - ", "31/12/20 à 21:45 - ", "31/12/2020, 9:45 p.\u00a0m. - ", "[31.12.20, 21:45:12] ",
    "[31/12/20, 9:45:12\u202fPM] ", "\u200e[31/12/20, 21:45:12] ", "2020年12月31日 下午9:45 - ", "31.12.20 "
    "21.45 - ",
    "2020. 12. 31. 오후 9:45 - ", "٣١\u200f/١٢\u200f/٢٠٢٠، ٩:٤٥ م - ", "31.12.2020 klo 21.45 - ",
    "31/12/2563 21:45 - ",
    "31.12.2020 г., 21:45 - ",
)  # fmt: skip


def read(text: str, source: SourceId = SOURCE) -> Documents:
    return registry.read(text.encode(), source)


@pytest.mark.parametrize("head", HEADS)
def test_a_message_of_any_phone_has_day_time_and_sender(head: str) -> None:
    (document,), _ = read(
        f"{head}Ana Ruiz: The mill closed.\nIt was old.\n{head}Bo: When: now?\n{head}Bo left\n"
    )
    assert document.text == (
        "31 December 2020\n\nAna Ruiz, 21:45\n\nThe mill closed.\nIt was old.\n\nBo, 21:45\n\nWhen: "
        "now?\n\nBo left"
    )
    assert document.declared["published"].value == date(2020, 12, 31)
    assert document.declared["title"].value == "Mill News"


def test_heads_and_lines_of_the_program_are_marked() -> None:
    (document,), _ = read("31.12.20, 21:45 - Ana: Hello\n31.12.20, 21:46 - Ana: <Media omitted>\n")
    assert [(document.text[s.start : s.end], s.kind) for s in document.structure] == [
        ("31 December 2020", "header"), ("Ana, 21:45", "header"), ("Hello", "paragraph"),
        ("Ana: <Media omitted>", "comment"),
    ]  # fmt: skip
    assert isinstance(document.structure[0], Structure)


def test_an_edit_is_told() -> None:
    said = "31.12.20, 21:45 - Ana: It closed \u200e<This message was edited>\n31.12.20, 21:46 - Bo: ok\n"
    assert "Ana, 21:45 (edited)\n\nIt closed\n" in read(said).documents[0].text


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        (("03/04/21", "03/13/21"), date(2021, 3, 4), date(2021, 3, 13)),
        (("03/04/21", "13/04/21"), date(2021, 4, 3), date(2021, 4, 13)),
        (("01/02/21", "02/02/21", "03/02/21"), date(2021, 2, 1), date(2021, 2, 3)),
        (("02/01/21", "02/02/21", "02/03/21"), date(2021, 2, 1), date(2021, 2, 3)),
    ],
)
def test_the_order_of_day_and_month_is_found_in_the_days(
    days: tuple[str, ...], first: date, last: date
) -> None:
    declared = read("".join(f"{day}, 10:00 - Ana: Hello\n" for day in days)).documents[0].declared
    assert (declared["published"].value, declared["updated"].value) == (first, last)


def test_days_that_can_be_read_in_two_ways_are_a_doubt() -> None:
    (problem,) = read("03/04/21, 10:00 - Ana: Hello\n03/04/21, 10:01 - Bo: Hello\n").problems
    assert (problem.kind, problem.detail.endswith("day/month/year")) == ("unsure", True)


def test_a_text_with_one_such_line_inside_is_no_chat() -> None:
    (document,), _ = read("Notes of the week\n\n31.12.20, 21:45 - Ana: Hello\nAnd more.\n")
    assert document.text.startswith("Notes of the week\n\n31.12.20")

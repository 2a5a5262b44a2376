from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.article import SourceId
from seedreader.ingest.errors import IngestError
from seedreader.ingest.formats.rtf import read
from seedreader.ingest.raw_document import RawDocument
from tests.ingest.formats.office_builder import rtf

SOURCE = SourceId("file:///a.rtf")


def one(data: bytes) -> RawDocument:
    (document,), _ = read(data, SOURCE)
    return document


def said(document: RawDocument, kind: str) -> list[str]:
    return [document.text[each.start : each.end] for each in document.structure if each.kind == kind]


def test_paragraphs_breaks_and_signs() -> None:
    assert (
        one(rtf(r"One\line two\par\par Three\emdash\tab 12\~000 \{x\}\par")).text
        == "One\ntwo\n\nThree—\t12\u00a0000 {x}"
    )


def test_bytes_in_the_code_page_of_the_document_and_of_the_font() -> None:
    head = (
        r"\ansi\ansicpg1250\deff0{\fonttbl{\f0\fcharset238 Arial;}{\f1\fcharset204 Arial Cyr;}"
        r"{\f2\fcharset128 MS Mincho;}}"
    )
    assert one(rtf(r"\'b3\'f3d\'9f {\f1 \'cc\'e8\'f0} {\f2 \'93\'fa\'96\'7b}", head)).text == "łódź Мир 日本"


def test_bytes_that_are_utf8_where_no_code_page_is_named() -> None:
    assert one(b"{\\rtf\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 Gr\xc3\xbc\xc3\x9fe\\par}").text == "Grüße"


def test_characters_by_number_and_what_stands_in_for_them() -> None:
    assert one(rtf(r"\uc1 a\u8364?b {\uc2\u26085\'93\'fa}c \u-10179?\u-8704?!")).text == "a€b 日c 😀!"


def test_words_that_are_no_text_are_out() -> None:
    body = (
        r"{\info{\author Secret Person}}{\*\generator Secret;}{\pict\pngblip 89504e47}{\*\unknown secret}"
        r"{\field{\*\fldinst HYPERLINK \"http://secret\"}{\fldrslt the link}} seen{\v hidden} {\deleted"
        r" gone}{\revised new}"
    )
    document = one(rtf(body))
    assert document.text == "the link seenhidden new"
    assert (said(document, "hidden"), said(document, "inserted")) == (["hidden"], ["new"])


def test_notes_boxes_and_margins() -> None:
    body = (
        r"Said so{\super\chftn}{\footnote\pard{\super\chftn} A note.}.{\header The Post\par}"
        r"{\shp{\*\shpinst{\sp{\sn name}{\sv secret}}{\shptxt In the box\par}}{\shprslt{\*\do"
        r" secret}}}\par After\par"
    )
    document = one(rtf(body))
    assert document.text == "Said so[1].\n\nIn the box\n\nAfter\n\n[1] A note.\n\nThe Post"
    assert said(document, "header") == ["The Post"]
    assert "secret" not in document.text


def test_tables_are_lines() -> None:
    row = r"\trowd\cellx1\cellx2\intbl {0}\cell {1}\cell\row"
    body = r"Before\par " + row.format("Port", "Tons") + row.format("Oslo", "12,000") + r"\pard After\par"
    assert one(rtf(body)).text == "Before\n\nPort\tTons\nOslo\t12,000\n\nAfter"


def test_a_bold_first_line_is_the_title() -> None:
    assert (
        one(rtf(r"{\b Oil in the harbour}\par The harbour was closed.\par")).declared["title"].value
        == "Oil in the harbour"
    )
    assert "title" not in one(rtf(r"Oil in the harbour\par It was closed.\par")).declared


def test_binary_data_is_passed_over_and_a_cut_end_is_told() -> None:
    assert one(rtf("a{\\pict\\bin5 {{{}}}b")).text == "ab"
    (document,), problems = read(rtf(r"{\b All that is there")[:-1], SOURCE)
    assert document.text == "All that is there"
    assert [problem.kind for problem in problems] == ["truncated"]
    with pytest.raises(IngestError, match="empty"):
        read(rtf(""), SOURCE)


def test_groups_inside_one_another_do_no_harm() -> None:
    assert one(b"{\\rtf1 " + b"{" * 200_000 + b"deep" + b"}" * 200_000 + b"}").text == "deep"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1))
def test_any_words_come_back(words: str) -> None:
    units = words.encode("utf-16-le")
    numbers = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
    if words.strip():
        assert one(rtf("".join(f"\\u{number}?" for number in numbers))).text == words.strip()

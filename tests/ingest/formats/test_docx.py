from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.article import SourceId, Structure
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError
from seedreader.ingest.formats.docx import read
from seedreader.ingest.raw_document import RawDocument
from tests.ingest.formats.office_builder import docx, p, r, rtf, zipped

SOURCE = SourceId("file:///a.docx")


def one(body: str, **parts: str) -> RawDocument:
    (document,), _ = read(docx(body, **parts), SOURCE)
    return document


def said(document: RawDocument, kind: str) -> list[str]:
    return [document.text[each.start : each.end] for each in document.structure if each.kind == kind]


def test_paragraphs_breaks_tabs_and_hyphens() -> None:
    runs = (
        "<w:r><w:t>North</w:t><w:noBreakHyphen/><w:t>East</w:t><w:softHyphen/><w:tab/><w:t>12</w:t>"
        "<w:cr/></w:r>"
    )
    assert one(p("One\ntwo") + p() + p(runs, "end")).text == "One\ntwo\n\nNorth-East\t12\nend"


def test_words_in_content_controls_smart_tags_links_and_fields() -> None:
    body = (
        "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>"
        + p(
            "<w:smartTag>" + r("Oslo") + "</w:smartTag>",
            " and ",
            "<w:hyperlink>" + r("Bergen") + "</w:hyperlink>",
        )
        + "</w:sdtContent></w:sdt>"
        + p(
            "<w:r><w:instrText>HYPERLINK secret</w:instrText></w:r>",
            "<w:fldSimple>" + r("7") + "</w:fldSimple>",
        )
    )
    assert one(body).text == "Oslo and Bergen\n\n7"


def test_of_tracked_changes_the_new_words_are_read() -> None:
    body = p(
        "Up to ",
        "<w:del><w:r><w:delText>12,000</w:delText></w:r></w:del>",
        "<w:ins>" + r("11,000") + "</w:ins>",
        " men",
        "<w:moveFrom>" + r(" yesterday") + "</w:moveFrom>",
    ) + p("<w:moveTo>" + r("yesterday") + "</w:moveTo>")
    document = one(body)
    assert document.text == "Up to 11,000 men\n\nyesterday"
    assert said(document, "inserted") == ["11,000", "yesterday"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p('In the box')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback>"
        f"<v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent>"
    )
    assert (
        one(p("Before", f"<w:r>{both}</w:r>", " it") + p("After")).text == "Before it\n\nIn the box\n\nAfter"
    )


def test_notes_are_kept_at_the_end() -> None:
    note = (
        '<w:footnote w:type="separator" w:id="-1">'
        + p("---")
        + '</w:footnote><w:footnote w:id="2">'
        + p("A note.")
        + "</w:footnote>"
    )
    body = p("Said so", '<w:r><w:footnoteReference w:id="2"/></w:r>', ".")
    assert one(body, footnotes=note).text == "Said so[2].\n\n[2] A note."


def test_hidden_and_struck_words_are_marked() -> None:
    document = one(
        p(
            "Shown ",
            r("secret", "<w:vanish/>"),
            " ",
            r("old", "<w:strike/>"),
            r("new", '<w:vanish w:val="0"/>'),
        )
    )
    assert document.text == "Shown secret oldnew"
    assert (said(document, "hidden"), said(document, "deleted")) == (["secret"], ["old"])


def test_powers_keep_their_sign() -> None:
    assert (
        one(
            p(
                "10",
                r("6", '<w:vertAlign w:val="superscript"/>'),
                " and 2",
                r("nd", '<w:vertAlign w:val="superscript"/>'),
            )
        ).text
        == "10^6 and 2nd"
    )


def test_tables_are_lines_and_columns_of_a_page_are_not() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        return (
            "<w:tbl>"
            + "".join(
                "<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows
            )
            + "</w:tbl>"
        )

    document = one(table(("Port", "Tons"), ("Oslo", "12,000")))
    assert document.text == "Port\tTons\nOslo\t12,000"
    assert document.structure == (Structure(0, len(document.text), "table"),)
    long = "Words of a column. " * 40
    assert one(table((long, "Aside"))).text == f"{long.strip()}\n\nAside"


def test_headings_lists_and_the_title_by_their_styles() -> None:
    styles = (
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="My"><w:name w:val="Mine"/><w:basedOn w:val="H"/></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl><w:numFmt w:val="lowerRoman"/><w:lvlText'
        ' w:val="%1)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    entry = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = (
        p("Oil in the harbour", properties='<w:pStyle w:val="T"/>')
        + p("Part", properties='<w:pStyle w:val="My"/>')
        + p("one", properties=entry)
        + p("two", properties=entry)
    )
    document = one(body, styles=styles, numbering=numbering)
    assert document.text == "Oil in the harbour\n\nPart\n\ni) one\n\nii) two"
    assert document.declared["title"].value == "Oil in the harbour"
    assert said(document, "heading") == ["Oil in the harbour", "Part"]
    assert said(document, "list") == ["i) one", "ii) two"]


def test_page_headers_and_footers_are_said_to_be_so() -> None:
    document = one(p("Text."), header1=p("The Post"), header2=p("The Post"), footer1=p("Page 1"))
    assert (said(document, "header"), said(document, "footer")) == (["The Post"], ["Page 1"])


def test_signs_of_picture_fonts_become_characters() -> None:
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    assert one(p("a ", sign, " b")).text == "a ≥ b"


def test_what_is_wrong_is_told_in_one_sentence() -> None:
    whole = docx(p("Text that goes on. " * 50))
    with pytest.raises(IngestError, match="damaged"):
        read(b"PK\x03\x04 nothing", SOURCE)
    with pytest.raises(IngestError, match="empty"):
        read(docx(p(" ")), SOURCE)
    (document,), problems = read(whole[: len(whole) - 40], SOURCE)
    assert document.text.startswith("Text that goes on.")
    assert [problem.kind for problem in problems] == ["truncated"]


def test_a_file_named_docx_is_read_as_what_it_is() -> None:
    assert registry.format_of(rtf("x"), "a.docx").name == "rtf"
    (document,), _ = registry.read(b"Plain words.", SourceId("file:///a.DOCX"))
    assert document.text == "Plain words."


def test_documents_that_are_not_read_say_what_to_do() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    for data, words in (
        (ole + "WordDocument".encode("utf-16-le"), "old Word document.*save it as .docx"),
        (ole + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (zipped({"xl/workbook.xml": "<x/>"}), "Excel table.*CSV"),
    ):
        with pytest.raises(IngestError, match=words):
            registry.read(data, SOURCE)


def test_a_bomb_is_refused() -> None:
    body = (
        "<w:document><w:body><w:p><w:r><w:t>" + " " * 9_000_000 + "</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(IngestError, match="unpacks"):
        read(zipped({"word/document.xml": body}), SOURCE)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1))
def test_any_words_come_back(words: str) -> None:
    if words.strip():
        assert one(p(r(words))).text == words.strip()


def test_a_document_in_one_file_of_xml() -> None:
    data = (
        '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">'
        "<w:body><w:sect><w:p><w:r><w:t>Words.</w:t></w:r></w:p></w:sect></w:body></w:wordDocument>"
    )
    (document,), _ = registry.read(data.encode(), SourceId("file:///a.xml"))
    assert document.text == "Words."

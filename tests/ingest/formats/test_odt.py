from __future__ import annotations

import pytest

from seedreader.article import SourceId
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError
from seedreader.ingest.formats.odt import read
from seedreader.ingest.raw_document import RawDocument
from tests.ingest.formats.office_builder import odt, zipped

SOURCE = SourceId("file:///a.odt")


def one(body: str, styles: str = "") -> RawDocument:
    (document,), _ = read(odt(body, styles), SOURCE)
    return document


def said(document: RawDocument, kind: str) -> list[str]:
    return [document.text[each.start : each.end] for each in document.structure if each.kind == kind]


def test_blanks_tabs_breaks_and_spans() -> None:
    body = (
        '<text:p>One<text:s text:c="2"/>two\n   three<text:tab/><text:span>four</text:span>'
        "<text:line-break/>five</text:p>"
    )
    assert one(body).text == "One  two three\tfour\nfive"


def test_headings_lists_tables_and_boxes() -> None:
    body = (
        "<text:h>Oil in the harbour</text:h><text:list><text:list-item><text:p>first</text:p>"
        "</text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Oslo</text:p></table:table-cell>"
        "<table:table-cell>"
        "<text:p>12,000</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>Before<draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box>"
        "</draw:frame> it</text:p>"
    )
    document = one(body)
    assert document.text == "Oil in the harbour\n\n• first\n\nOslo\t12,000\n\nBefore it\n\nIn the box"
    assert said(document, "heading") == ["Oil in the harbour"]
    assert said(document, "table") == ["Oslo\t12,000"]
    assert document.declared["title"].value == "Oil in the harbour"


def test_deleted_words_and_comments_are_out_notes_are_kept() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>12,000</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>Up to 11,000<office:annotation><text:p>Check!</text:p></office:annotation> men"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>"
        "</text:note-body>"
        "</text:note>.</text:p>"
    )
    assert one(body).text == "Up to 11,000 men[1].\n\n[1] A note."


def test_hidden_and_struck_words_are_marked() -> None:
    styles = (
        '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="T2"><style:text-properties style:text-line-through-style="solid"/>'
        "</style:style>"
    )
    document = one(
        '<text:p>a <text:span text:style-name="T1">b</text:span> <text:span text:style-name="T2">c'
        "</text:span></text:p>",
        styles,
    )
    assert (said(document, "hidden"), said(document, "deleted")) == (["b"], ["c"])


def test_one_file_of_xml_is_read_too() -> None:
    flat = (
        '<?xml version="1.0"?><office:document'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:t"><office:body><office:text><text:p>Words.</text:p></office:text>'
        "</office:body></office:document>"
    )
    (document,), _ = registry.read(flat.encode(), SourceId("file:///a.fodt"))
    assert document.text == "Words."


def test_a_locked_document_says_so() -> None:
    locked = zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<m:encryption-data/>",
        },
        first="mimetype",
    )
    assert registry.format_of(locked).name == "odt"
    with pytest.raises(IngestError, match="password"):
        read(locked, SOURCE)

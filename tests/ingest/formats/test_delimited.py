from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.ingest.errors import IngestError
from tests.ingest.formats.reading import format_of, is_sound, notices, read, value

NAMES = ["id", "title", "text", "source", "date", "url"]
ROWS = [
    ["7", "Crates; arrive", 'He said: "twelve, or more".\n\nNobody was hurt.', "Harbour News", "2026-03-02", "https://h.example/1"],
    ["8", "Second", "Other words of it.", "Other News", "02/28/2026", "https://h.example/2"],
]  # fmt: skip


def table(delimiter: str = ",", rows: list[list[str]] | None = None, names: list[str] = NAMES) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([names, *(ROWS if rows is None else rows)])
    return out.getvalue()


@pytest.mark.parametrize("delimiter", list(",;\t|"))
def test_rows_are_articles_whatever_stands_between_columns(delimiter: str) -> None:
    found = read(table(delimiter))
    assert [(each.member, each.text) for each in found.documents] == [
        ("7", 'Crates; arrive\n\nHe said: "twelve, or more".\n\nNobody was hurt.'), ("8",
        "Second\n\nOther words of it."),
    ]  # fmt: skip
    assert [value(each, "published") for each in found.documents] == ["2026-03-02", "2026-02-28"]
    assert value(found.documents[0], "outlet") == "Harbour News"
    assert format_of(table(delimiter)) == "delimited"


def test_huge_fields_and_other_encodings() -> None:
    long = "A sentence of the text. " * 20_000
    (article,), _ = read(table(rows=[["1", "T", long, "S", "2026-03-02", ""]]))
    assert len(article.text) > 400_000
    assert csv.field_size_limit() == 131_072
    marked = read(("\ufeff" + table()).encode("utf-16")).documents
    assert len(marked) == 2
    excel = read(("sep=;\n" + table(";")).encode()).documents
    assert len(excel) == 2


@pytest.mark.parametrize(
    "names",
    [
        ["title", "url", "time_added", "tags", "status"],
        ["Title", "URL", "Selection", "Folder", "Timestamp"],
        ["title", "url", "excerpt", "folder", "tags", "cover", "created"],
        ["Title", "URL", "ID", "Document tags", "Saved date", "Reading progress"],
        ["id", "url", "title", "language", "media_name", "publish_date"],
    ],
)
def test_exports_of_addresses_hold_no_article(names: list[str]) -> None:
    row = ["https://h.example/1" if name.lower() == "url" else "word" for name in names]
    found = read(table(rows=[row, row], names=names))
    assert (found.documents, found.problems[0].detail, found.problems[0].addresses) == (
        (), "1 address and no text", ("https://h.example/1",),
    )  # fmt: skip


def test_a_row_without_text_is_told() -> None:
    found = read(table(rows=[ROWS[0], ["9", "Third", "", "S", "2026-03-02", "https://h.example/3"]]))
    assert [(each.kind, each.detail) for each in found.problems] == [("besides", "1 address")]
    assert notices(found.documents[0]) == []


@given(st.integers(0, 300), st.binary(max_size=8))
def test_damaged_tables(at: int, put: bytes) -> None:
    data = table().encode()
    is_sound(data[:at] + put + data[at:])


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><DL><p><DT><A"
        ' HREF="https://h.example/?a=1&amp;b=2" ADD_DATE="1">T</A></DL>',
        "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><ul><li><a"
        ' href="https://h.example/?a=1&amp;b=2" time_added="1" tags="">T</a></li></ul></body></html>',
        '<!DOCTYPE html><html><head><title>Instapaper: Export</title></head><body><h1>Unread</h1><ol><li><a href="https://h.example/?a=1&amp;b=2">T</a></li></ol></body></html>',
    ],
)
def test_bookmarks_as_html_hold_addresses(page: str) -> None:
    found = read(page)
    assert (found.documents, found.problems[0].addresses) == ((), ("https://h.example/?a=1&b=2",))


def test_a_table_without_a_line_of_names_is_told_to_need_one() -> None:
    with pytest.raises(IngestError, match="no names of columns"):
        read('"Sold","2025-02-19","The union called it wrong."\n' * 2, "table.csv")

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.notebook import Code, NotebookContents, NotebookError, exchange
from seedreader.notebook.exchange import codebook
from seedreader.notebook.exchange.csv_export import guarded, unguarded
from seedreader.notebook.exchange.export_text import shown
from tests.notebook.exchange.made import ADDRESS, FORTY, NOW, SMALL, annotation, any_text, notebooks


def rows(contents: NotebookContents) -> list[dict[str, str]]:
    text = exchange.export(contents, "csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@settings(max_examples=40)
@given(notebooks())
def test_a_row_for_each_annotation_that_is_not_deleted(contents: NotebookContents) -> None:
    living = {a.id: a for a in contents.annotations if not a.deleted}
    found = rows(contents)
    assert sorted(unguarded(row["id"]) for row in found) == sorted(shown(name) for name in living)
    for row in found:
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
    bodies = sorted(shown(a.body) for a in living.values() if a.kind in ("note", "tag"))
    assert sorted(unguarded(r["body"]) for r in found if r["kind"] in ("note", "tag")) == bodies


@given(st.text() | any_text | st.text(alphabet="'=+-@\t\r\nx"))
def test_the_guard_can_be_taken_back(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert guarded(cell)[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_spreadsheet_runs_a_cell(sign: str) -> None:
    assert guarded(f"{sign}1+1") == f"'{sign}1+1"
    note = annotation(1, "note", f"{sign}cmd()", FORTY)
    (row,) = rows(replace(SMALL, annotations=(note,)))
    assert row["body"] == f"'{shown(note.body)}"


def test_lines_end_as_the_standard_says_and_a_byte_order_mark_comes_first() -> None:
    data = exchange.export(SMALL, "csv")
    assert data.startswith(b"\xef\xbb\xbfsource,title,")
    assert data.endswith(b"\r\n")
    assert "Who counted?\r\n=1+1" in {row["body"] for row in rows(SMALL)}


def test_a_verdict_has_both_passages_and_a_relation_in_words() -> None:
    (row,) = [row for row in rows(SMALL) if row["kind"] == "verdict"]
    assert (row["quote"], row["body"], row["other quote"]) == (
        "Forty people lost work.", "contradicts", "About 60 people lost work",
    )  # fmt: skip
    assert (row["source"], row["published"], row["address"], row["other source"]) == (
        "Harbour Gazette", "2025-03-21", ADDRESS, "paper",
    )  # fmt: skip
    assert (row["start"], row["end"], row["tags"]) == ("26", "49", "jobs")


def test_several_ranges_are_in_one_row() -> None:
    (row,) = [row for row in rows(SMALL) if row["kind"] == "highlight"]
    assert (row["quote"], row["ranges"]) == ("mill … council", "4..8 54..61")


def test_the_codebook_goes_out_and_in() -> None:
    data = codebook.write(SMALL)
    codes = exchange.read_codebook(data, "tags.csv")
    assert codes == (Code("=cmd()"), Code("jobs", "Work lost or won", "red"))
    assert codebook.coming(codes, SMALL, NOW) == NotebookContents()


def test_a_changed_entry_is_later_than_the_one_it_changes() -> None:
    codes = exchange.read_codebook(
        b"name,description\nnew,what is new\njobs,work\nold,back again\n", "tags.csv"
    )
    coming = codebook.coming(codes, SMALL, "2000-01-01T00:00:00.000000+00:00").codes
    assert [code.name for code in coming] == ["new", "jobs", "old"]
    assert all(code.written > NOW for code in coming[1:])


@given(
    st.lists(
        st.builds(Code, any_text.filter(str.strip), any_text), max_size=4, unique_by=lambda c: shown(c.name)
    )
)
def test_any_codebook_goes_out_and_in(codes: list[Code]) -> None:
    data = codebook.write(NotebookContents(codes=tuple(codes)))
    if codes:
        again = exchange.read_codebook(data, "tags.csv")
        assert {(c.name, c.description) for c in again} == {
            (shown(c.name), shown(c.description)) for c in codes
        }


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is not a codebook"),
        (b"label,meaning\na,b\n", "is not a codebook"),
        (b"tag,name\na,b\n", "is not a codebook"),
        (b"name\n\n", "has no tag in it"),
        (b"\xff\xfe", "is not UTF-8 text"),
        (b'name\n"open', "is not whole CSV"),
        (b"name\n\n ,\n", "no tag's name in row"),
        (b"name\na\na\n", "twice"),
        (b"name,colour\na,mauve\n", "which is none of yellow"),
        (b"name\n" + b"x" * 200_000, "is not whole CSV"),
    ],
)
def test_a_bad_codebook_gets_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(NotebookError, match=said):
        exchange.read_codebook(data, "tags.csv")


def test_taguettes_codebook_is_taken() -> None:
    data = b"tag,description,number of highlights\r\njobs,Work,3\r\n\r\n'-2+3+cmd\\|' /C calc'!A0,'%x,1\r\n"
    assert exchange.read_codebook(data, "codebook.csv") == (
        Code("jobs", "Work"),
        Code("-2+3+cmd|' /C calc'!A0", "%x"),
    )
    assert exchange.read_codebook(b"Tag,Description\n'tis,x\n", "codebook.csv") == (Code("'tis", "x"),)


@pytest.mark.parametrize("name", ["-2+3+cmd", "=1", "'-1", "@x"])
def test_the_name_of_a_tag_comes_back_without_its_guard(name: str) -> None:
    data = codebook.write(NotebookContents(codes=(Code(name),)))
    assert exchange.read_codebook(data, "tags.csv") == (Code(name),)


def test_a_tag_that_is_in_use_without_an_entry_comes_to_another_notebook() -> None:
    codes = exchange.read_codebook(codebook.write(SMALL), "tags.csv")
    there = codebook.coming(codes, NotebookContents(), NOW).codes
    assert [code.name for code in there] == ["=cmd()", "jobs"]
    assert codebook.coming(codes, NotebookContents(codes=there), NOW) == NotebookContents()

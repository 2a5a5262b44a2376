from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from seedreader.article import Article
from seedreader.session.find import Finder, FindResults, query
from seedreader.ui.parts import search_summary
from seedreader.ui.screens.hits import hit_rows
from seedreader.ui.themes.marks import DARK
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Row
from tests.session.find.test_folded_text import unusual

STYLES = Styles(DARK)


def finds(typed: str, *texts: str) -> FindResults:
    result = Finder(texts).find(query(typed), [[(0, len(text))] for text in texts])
    assert result is not None
    return result


def text_of(row: Row) -> str:
    return "".join(part for part, _ in row)


def marked(row: Row) -> str:
    """What of a row is marked as found."""
    return "|".join(part for part, style in row if style.underline)


def before_the_hit(row: Row) -> int:
    """How many cells stand before what is marked."""
    first = next(number for number, (_, style) in enumerate(row) if style.underline)
    return cell_len(text_of(row[:first]))


@pytest.mark.parametrize("width", [40, 80, 200])
def test_hits_stand_under_each_other_with_their_words_around(width: int) -> None:
    text = "The pier. " + "Much was said of the harbour and of the new pier in the town. " * 3
    article = Article(text, "a", outlet="Harbour News")
    listed = hit_rows.listed(finds("pier", text), [article], [])
    rows = [hit_rows.row(hit, [article], STYLES, width, chosen=False) for hit in listed]
    assert len(rows) == 4
    assert {marked(row) for row in rows} == {"pier"}
    assert len({before_the_hit(row) for row in rows}) == 1
    assert {cell_len(text_of(row)) for row in rows} == {width}
    assert (
        text_of(rows[0]).split("The")[0].strip() == "1 Harbour News"[: width // 4 - 1].strip() or width < 60
    )


def test_words_apart_are_marked_each_and_the_nearest_hits_come_first() -> None:
    text = "The harbor of old. The harbour of old."
    article = Article(text, "a")
    listed = hit_rows.listed(finds("~harbour old", text), [article], [])
    assert [hit.typos for hit in listed] == [0, 1]
    row = hit_rows.row(listed[0], [article], STYLES, 80, chosen=False)
    assert marked(row) == "harbour|old"
    listed = hit_rows.listed(finds("~harbour", text), [article], [])
    assert [hit.typos for hit in listed] == [0, 1]
    row = hit_rows.row(listed[1], [article], STYLES, 60, chosen=True)
    assert marked(row) == "harbor"
    assert "≈" in text_of(row)


@given(unusual, unusual, st.integers(20, 120))
def test_rows_keep_their_width(text: str, typed: str, width: int) -> None:
    article = Article(text, "a", outlet="北朝鮮 News")
    for hit in hit_rows.listed(finds(typed[:2], text), [article], [])[:5]:
        row = hit_rows.row(hit, [article], STYLES, width, chosen=True)
        assert cell_len(text_of(row)) == width
        assert not any(bad in text_of(row) for bad in "\n\x00\x1b\u200d\t")
        whole = hit_rows.detail(hit, [article], (0, len(text)), STYLES, width, 6)
        assert len(whole) <= 6
        assert all(cell_len(text_of(line)) <= width for line in whole)


def test_how_much_was_found_is_told_in_the_room_there_is() -> None:
    many = finds("pier", *["The pier, a pier."] * 30)
    assert search_summary.tally(many, None, range(30), 20) == "60"
    assert search_summary.tally(many, None, range(30), 300).startswith("60 · 1:2 2:2 3:2")
    assert search_summary.tally(finds("pier", "A pier."), None, [0], 80) == "1"
    assert search_summary.tally(finds("pire", "None.", "A pier, a pier."), None, [0, 1], 80) == "0"
    assert search_summary.tally(finds("harbuor", "A harbour."), None, [0], 80) == "≈1"
    assert search_summary.searched(finds('"zebra"', "a", "b")) == "in 2 sources"
    assert search_summary.searched(finds("zebra", "a")) == "in 1 source, nor with typos"

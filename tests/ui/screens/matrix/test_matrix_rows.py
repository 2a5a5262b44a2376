from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from seedreader.story.matrix import FormattedValue, Matrix
from seedreader.text.fold_case import fold
from seedreader.ui.screens.matrix import matrix_entries, matrix_filter, matrix_rows
from seedreader.ui.screens.matrix.matrix_detail import detail
from seedreader.ui.screens.matrix.matrix_entries import MatrixEntry
from seedreader.ui.screens.matrix.matrix_grid import grid
from seedreader.ui.screens.matrix.matrix_rows import MatrixLook
from seedreader.ui.themes.marks import DARK
from seedreader.ui.themes.styles import Styles
from tests.story.matrix.test_matrix import BELL, POST, SUN, story

NAMES = ["bell", "the post", "sun"]


@pytest.fixture(scope="module")
def entries() -> list[MatrixEntry]:
    return matrix_entries.entries(Matrix(story(BELL, POST, SUN)), {})


def kept(entries: list[MatrixEntry], text: str) -> list[int]:
    """Which entries a filter lets through."""
    shown = matrix_filter.selected(entries, text, NAMES).entries
    return [i for i, entry in enumerate(entries) if entry in shown]


def test_the_rows_stand_in_reading_order(entries: list[MatrixEntry]) -> None:
    assert [entry.fact.relation for entry in entries] == ["conflict", None]
    assert entries[1].words == "a football club in malta bought players"
    assert "the mayor" in entries[0].speakers


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", [0, 1]),
        ("football", [1]),
        ("FOOTBALL malta", [1]),
        ('"malta football"', []),
        ("-football", [0]),
        ("kind:quantity", [0]),
        ("kind:quant,event", [0, 1]),
        ("-kind:quantity", [1]),
        ("relation:conflict", [0]),
        ("relation:agree", [0]),
        ("relation:none", [1]),
        ("relation:verdict", []),
        ("attribution:dropped", []),
        ("-attribution:dropped", [0, 1]),
        ("origins>=2", [0]),
        ("origins<2", [1]),
        ("origins=2", [0]),
        ("against>0", [0]),
        ("sources:3", [0]),
        ("source:3", [0]),
        ("-source:3", [1]),
        ("source:post", [0]),
        ("by:police", [0]),
        ("relation:conflict football", []),
        ("kind:", [0, 1]),
        ("-", [0, 1]),
        ('"', [0, 1]),
        ("origins>=", [0, 1]),
        ("colour:red", []),
    ],
)
def test_filters(entries: list[MatrixEntry], text: str, rows: list[int]) -> None:
    assert kept(entries, text) == rows


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("origins:many", "origins takes a number."),
        ("kind:colour", "kind: takes quantity, date, quote, attribution, role, event."),
        ("relation>conflict", "relation takes a colon."),
        ("relation:same", "relation: takes conflict, refine, agree, copy, related, none, verdict."),
        ("attribution:kept", "attribution: takes dropped."),
        ("kind:date relation:none by:x source:1", ""),
    ],
)
def test_what_makes_no_sense_is_told_and_lets_all_through(
    entries: list[MatrixEntry], text: str, problem: str
) -> None:
    shown, told = matrix_filter.selected(entries, text, NAMES)
    assert told == problem
    assert not problem or len(shown) == len(entries)


@given(st.text(max_size=40))
def test_any_filter_can_be_typed(entries: list[MatrixEntry], text: str) -> None:
    shown = matrix_filter.selected(entries, text, NAMES).entries
    assert [entry for entry in entries if entry in shown] == shown
    again = matrix_filter.with_token(text, "kind", None)
    assert not [token for token in matrix_filter.tokens(again) if token.name == "kind"]


def test_cycling_offers_what_there_is(entries: list[MatrixEntry]) -> None:
    text, seen = "club -source:3", []
    for _ in range(3):
        value = matrix_filter.following(entries, text, "relation")
        text = matrix_filter.with_token(text, "relation", value)
        seen.append(value)
    assert seen == ["conflict", "agree", "none"]
    assert matrix_filter.following(entries, text, "relation") is None
    assert matrix_filter.with_token(text, "relation", None) == "club -source:3"


@pytest.mark.parametrize("order", matrix_entries.ORDERS)
def test_orders_keep_every_entry(entries: list[MatrixEntry], order: str) -> None:
    assert set(matrix_entries.ordered(entries[::-1], order)) == set(entries)


def test_what_a_row_is_held_against_stays(entries: list[MatrixEntry]) -> None:
    (held, _) = matrix_entries.entries(entries[0].matrix, {entries[0].key: 0})
    assert (held.fact.reference, held.key) == (0, entries[0].key)


@given(st.integers(0, 320), st.integers(1, 120), st.integers(0, 119), st.integers(0, 119))
def test_the_chosen_column_is_in_sight_and_the_width_is_used(
    width: int, columns: int, chosen: int, first: int
) -> None:
    chosen = min(chosen, columns - 1)
    shared = grid(width, columns, chosen, first)
    assert shared.frozen + shared.cell * shared.shown == width
    assert 0 <= shared.first <= columns - shared.shown
    if width >= 40:
        assert shared.first <= chosen < shared.first + shared.shown
        assert shared.at(shared.frozen) == shared.first
        assert shared.at(width - 1) == shared.first + shared.shown - 1
    assert shared.at(width) is None and shared.at(0) is None


@given(
    st.integers(40, 300),
    st.lists(st.text(max_size=30), min_size=3, max_size=3),
    st.text(max_size=30),
    st.booleans(),
    st.integers(0, 2),
)
def test_rows_fill_the_width_whatever_is_written_in_them(
    entries: list[MatrixEntry], width: int, values: list[str], unit: str, chosen: bool, column: int
) -> None:
    columns = entries[0].matrix.columns
    look = MatrixLook(Styles(DARK), grid(width, 3, column, 0), columns, columns[column], 7)
    told = [FormattedValue(value, unit) for value in values][: look.grid.shown]
    for entry in entries:
        parts = matrix_rows.row(entry.fact, values[0], told, look, chosen)
        assert cell_len("".join(text for text, _ in parts)) == width
    head = matrix_rows.sources_row(values, values[::-1], "origins, claim", look)
    bracket = matrix_rows.origins_row(((0, 1), (2,)), look)
    legend = matrix_rows.legend({None: 3, "conflict": 12345}, look.styles, width)
    for parts in (head, bracket, legend):
        assert cell_len("".join(text for text, _ in parts)) == width


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("height", [0, 1, 5, 40])
def test_the_detail_fits(entries: list[MatrixEntry], width: int, height: int) -> None:
    for entry in entries:
        for source in range(3):
            found = detail(entry.matrix, entry.fact, source, Styles(DARK), width, height, "v")
            assert len(found) <= height
            assert all(cell_len("".join(text for text, _ in row)) <= width for row in found)


def test_names_are_folded_as_they_are_searched() -> None:
    assert fold("Thé Post") == NAMES[1]

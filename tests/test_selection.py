"""A selection is never empty, stays in the text, and never cuts a character that people see as one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seedreader import selection
from seedreader.analysis import sentences
from seedreader.selection import Selection

TEXT = "Some 11,000 people—“really”—left 👨‍👩‍👧 the café. 東京都 grew."

MOVES = st.lists(
    st.sampled_from(["on", "back", "next", "previous", "sentence", "sentence back", "flip", "unit"]),
    max_size=30,
)


def moved(text: str, now: Selection, move: str) -> Selection:
    if move in ("on", "back"):
        return selection.step(text, now, 1 if move == "on" else -1)
    if move in ("next", "previous"):
        return selection.slide(text, now, 1 if move == "next" else -1)
    if move.startswith("sentence"):
        return selection.to_sentence(now, sentences.split(text), -1 if "back" in move else 1)
    return selection.flip(now) if move == "flip" else selection.other_unit(now)


@given(st.one_of(st.just(TEXT), st.text(max_size=60)), MOVES)
def test_any_moves_leave_a_passage_of_the_text(text: str, moves: list[str]) -> None:
    now = selection.begin(text, 0, len(text))
    if now is None:
        return
    for move in moves:
        now = moved(text, now, move)
        assert 0 <= now.start < now.end <= len(text)


@given(MOVES)
def test_no_move_cuts_an_emoji_or_an_accented_letter(moves: list[str]) -> None:
    text = "A \U0001f468\u200d\U0001f469\u200d\U0001f467 and cafe\u0301 \U0001f44d\U0001f3fd end."
    whole = [
        (2, 7),
        (text.index("e\u0301"), text.index("e\u0301") + 2),
        (text.index("👍"), text.index("👍") + 2),
    ]
    now = Selection(0, 1)
    for move in moves:
        now = moved(text, now, move)
        for start, end in whole:
            assert not start < now.start < end
            assert not start < now.end < end


def steps(start: str, *moves: str) -> str:
    at = TEXT.index(start)
    now = selection.begin(TEXT, at, len(TEXT))
    assert now is not None
    for move in moves:
        now = moved(TEXT, now, move)
    return TEXT[now.start : now.end]


def test_figures_and_hyphens_are_one_word_and_punctuation_its_own() -> None:
    assert steps("11") == "11,000"
    assert steps("11", "on") == "11,000 people"
    assert steps("11", "on", "on") == "11,000 people—"
    assert steps("really", "on") == "really”"


def test_scripts_without_spaces_are_selected_by_character() -> None:
    assert steps("東") == "東"
    assert steps("東", "on", "on") == "東京都"


def test_the_other_edge_and_the_other_unit() -> None:
    assert steps("people", "flip", "back") == "11,000 people"
    assert steps("people", "unit", "back") == "peopl"
    assert steps("people", "flip", "unit", "on") == "eople"
    assert steps("people", "flip", "on") == "people"


def test_sliding_selects_another_word() -> None:
    assert steps("Some", "next") == "11,000"
    assert steps("people", "previous") == "11,000"


def test_an_edge_goes_to_the_end_of_the_sentence() -> None:
    assert steps("the café", "sentence") == "the café."
    assert steps("grew", "flip", "sentence back") == "東京都 grew"


def test_where_there_is_no_word_nothing_is_selected() -> None:
    assert selection.begin(" \n\t ", 0, 4) is None

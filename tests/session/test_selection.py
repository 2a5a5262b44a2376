"""A selection is never empty, stays in the text, and never cuts a character that people see as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import split_graphemes

from seedreader.analysis import sentences
from seedreader.session import selection
from seedreader.session.selection import Selection

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
        return selection.to_sentence(now, sentences.split_sentences(text), -1 if "back" in move else 1)
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


FLAGS = "\U0001f1eb\U0001f1f7\U0001f1e9\U0001f1ea"
SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
WHOLE = [
    "e\u0301",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\U0001f44d\U0001f3fd",
    "\u2764\ufe0f",
    "\u0031\ufe0f\u20e3",
    FLAGS[:2],
    SCOTLAND,
    "\u1112\u1161\u11ab",
    "\u1112\uac00\u11ab",
    "\u0915\u094d\u0937\u093f",
    "\u0e01\u0e33",
    "\u0e17\u0e35\u0e48",
    "\u05e9\u05c1",
    "\r\n",
    "\u0600\u0661",
]
SHOWN = st.characters(exclude_categories=["Cc", "Cf", "Cn", "Cs", "Zl", "Zp"])
PARTS = st.lists(
    st.one_of(
        SHOWN,
        st.sampled_from([*WHOLE, FLAGS, *FLAGS, "\u200d", "\u200c", "\ufe0f", "\u0301", " ", "a,", "ab"]),
    ),
    max_size=25,
).map("".join)
UNIT_MOVES = st.lists(st.sampled_from(["on", "back", "next", "previous", "flip", "unit"]), max_size=30)


def edges_shown(text: str) -> set[int]:
    """Where rich's characters begin and end, line by line: a mark does not stand on a line's end."""
    edges, at = {len(text)}, 0
    for line in text.splitlines(keepends=True):
        shown = line.rstrip("\r\n")
        edges.update((at, at + len(shown)), (at + start for start, _, _ in split_graphemes(shown)[0]))
        at += len(line)
    return edges


@given(PARTS, UNIT_MOVES)
def test_no_edge_is_ever_inside_a_character(text: str, moves: list[str]) -> None:
    now = selection.begin(text, 0, len(text))
    if now is None:
        return
    edges = edges_shown(text)
    for move in ["", *moves]:
        now = moved(text, now, move) if move else now
        assert now.start < now.end
        assert {now.start, now.end} <= edges


@given(st.one_of(st.text(max_size=40), PARTS), st.sampled_from(selection.UNITS), st.integers(0, 8))
def test_on_and_back_again_is_where_one_was(text: str, unit: str, steps: int) -> None:
    now = selection.begin(text, 0, len(text))
    if now is None:
        return
    now = Selection(now.start, now.end, unit="characters")
    if unit == "words":
        now = selection.step(text, selection.other_unit(now), 1)
    for _ in range(steps):
        on = selection.step(text, now, 1)
        if on != now:
            assert selection.step(text, on, -1) == now
        now = on


@pytest.mark.parametrize("character", WHOLE)
def test_what_is_shown_as_one_is_stepped_over_as_one(character: str) -> None:
    text = f"ab{character}{character}cd"
    now, ends = Selection(0, 1, unit="characters"), []
    for _ in range(6):
        ends.append(now.end)
        now = selection.step(text, now, 1)
    size = len(character)
    assert ends == [1, 2, 2 + size, 2 + 2 * size, 3 + 2 * size, 4 + 2 * size]


@pytest.mark.parametrize("text", ["\u0301abc", "\nab\n\u0301c"])
def test_a_mark_on_nothing_is_reached_both_ways(text: str) -> None:
    mark = text.index("\u0301")
    end = Selection(0, len(text), unit="characters")
    while end.end > mark + 1:
        end = selection.step(text, end, -1)
    assert end.end == mark + 1
    start = selection.flip(Selection(0, len(text), unit="characters"))
    while start.start < mark:
        start = selection.step(text, start, 1)
    assert start.start == mark
    start = selection.step(text, start, 1)
    assert (start.start, selection.step(text, start, -1).start) == (mark + 1, mark)


@pytest.mark.parametrize(
    "word",
    [
        "re\u0301sume\u0301",
        "हिन्दी",
        "संयुक्त",
        "தமிழ்",
        "বাংলা",
        "שָׁלוֹם",
        "مُدَرِّس",
        "می\u200cخواهم",
        "Viê\u0323t",
        "Donau\u00addampf",
        "l\u2019e\u0301te\u0301",
        "11,000",
    ],
)
def test_a_word_is_one_in_every_script(word: str) -> None:
    text = f"{word} {word}, {word}"
    now = selection.begin(text, 0, len(text))
    assert now == Selection(0, len(word))
    following = selection.slide(text, now, 1)
    assert (following.start, following.end) == (len(word) + 1, 2 * len(word) + 1)
    assert selection.slide(text, following, -1) == now
    assert selection.step(text, now, 1).end == 2 * len(word) + 1


@pytest.mark.parametrize("piece", ["a", "e\u0301", "\u0301", " ", "東", FLAGS[0], "1,", "\u200d", "-"])
def test_a_huge_line_is_moved_in(piece: str) -> None:
    text = f"none one {piece * 200_000} two"
    now = Selection(0, len(text))
    back = selection.step(text, now, -1)
    assert selection.step(text, back, 1) == now
    far = selection.step(text, back, -1)
    assert far.end < back.end
    assert selection.step(text, far, 1) == back


@pytest.mark.parametrize("at", range(14))
def test_the_word_at_an_offset(at: int) -> None:
    text = "one two-ten  3"
    words = {0: "one", 4: "two-ten", 13: "3"}
    start = max(start for start in words if start <= at)
    found = selection.word_at(text, at)
    word = words[start]
    assert found == (Selection(start, start + len(word)) if at < start + len(word) else None)


def test_the_word_before_a_sentence_is_a_word_and_no_full_stop() -> None:
    text = "He left. “No,” she said."
    now = selection.begin(text, text.index("No"), len(text))
    assert now
    before = selection.slide(text, now, -1)
    assert text[before.start : before.end] == "left"
    after = selection.slide(text, now, 1)
    assert text[after.start : after.end] == "she"
    assert selection.slide("“A.”", Selection(1, 2), 1) == Selection(1, 2)
    assert selection.slide("A 🙂 B", Selection(0, 1), 1)[:2] == (2, 3)

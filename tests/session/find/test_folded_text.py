from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.session.find.folded_text import fold

unusual = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "aeiSs \n\t\u0301\u0308\u00ad\u200b\u200dßẞﬁﬃİıŁøæ½…’“”«—é한글が\ufe0f\u00a0`´¨\x00\x1c"
        ),
    )
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Café", "cafe"),
        ("Cafe\u0301 au lait", "cafe au lait"),
        ("Straße", "strasse"),
        ("ﬁnd the eﬃgy", "find the effigy"),
        ("İstanbul and ılık", "istanbul and ilik"),
        ("Łódź, Malmö, Tromsø", "lodz, malmo, tromso"),
        ("“It’s” — he said – ‘no’", "\"it's\" - he said - 'no'"),
        ("two\n\n  lines\u00a0here", "two lines here"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("ΣΑΣ σας", "σασ σασ"),
        ("한글 テスト", "한글 テスト"),
        ("", ""),
    ],
)
def test_what_a_text_is_folded_to(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_case_stays_where_it_counts() -> None:
    assert fold("Éire  ẞ", cased=True).text == "Eire SS"


@given(unusual, st.booleans())
def test_every_part_of_a_folded_text_comes_from_a_part_that_folds_to_it(text: str, cased: bool) -> None:
    folded = fold(text, cased)
    for start in range(len(folded.text)):
        for end in range(start + 1, min(len(folded.text), start + 6) + 1):
            if (place := folded.range(start, end)) is None:
                continue
            first, last = place
            assert 0 <= first < last <= len(text)
            assert fold(text[first:last], cased).text == folded.text[start:end]


@given(unusual)
def test_characters_that_keep_their_length_are_found_one_by_one(text: str) -> None:
    folded = fold(text)
    whole = [folded.range(at, at + 1) for at in range(len(folded.text))]
    known = [place for place in whole if place]
    assert known == sorted(known)
    assert all(end <= start for (_, end), (start, _) in pairwise(known))


@given(unusual)
def test_an_offset_and_its_folded_one_belong_together(text: str) -> None:
    folded = fold(text)
    offsets = [folded.offset(at) for at in range(len(text) + 1)]
    assert offsets == sorted(offsets)
    assert all(0 <= at <= len(folded.text) for at in offsets)


def test_a_character_that_becomes_two_is_never_cut() -> None:
    folded = fold("Fuß")
    assert folded.range(0, 4) == (0, 3)
    assert folded.range(0, 3) is None
    assert folded.range(3, 4) is None


def test_a_hit_ends_after_the_marks_of_its_last_letter() -> None:
    assert fold("cafe\u0301s").range(0, 4) == (0, 5)


def test_a_huge_run_of_spaces_takes_no_quadratic_time() -> None:
    assert fold(" " * 1_000_000 + "x" + "\u200b" * 1_000_000).text == " x"

from array import array

import hypothesis.strategies as st
import pytest
from hypothesis import given

from seedreader.analysis.alignment.chance_filter import ChanceFilter, pieces, sentence_ends
from seedreader.analysis.alignment.word_sequence import split_words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rained. The dog ran! Did it? Yes.", 4),
        ("The U.S. Senate met Mr. Hale at 5 p.m. on Monday.", 1),
        ("Heading\nIt rained", 2),
        ("It cost 3.5 million. and more", 1),
        ("下雨了。狗跑了。", 2),
        ("", 1),
    ],
)
def test_where_sentences_end(text: str, count: int) -> None:
    words = split_words(text, {})
    assert sum(sentence_ends(words, k) for k in range(1, len(words.ids) + 1)) == count or not words.ids


def test_little_of_a_sentence_is_weak_and_much_of_it_is_firm() -> None:
    ids: dict[str, int] = {}
    old = split_words("The old harbour master retired on Friday.", ids)
    new = split_words("The new harbour bridge opened to cars.", ids)
    little = array("l", [0, -1, 2, -1, -1, -1, -1, 7])
    much = array("l", [0, -1, 2, 3, 4, 5, -1, 7])
    evidence = ChanceFilter(old, new)
    assert list(evidence.weak(little, bytes(8))) == [[0, 2, 7]]
    assert not any(evidence.firm(little))
    assert not list(evidence.weak(much, bytes(8)))
    assert list(evidence.firm(much)) == [1, 0, 1, 1, 1, 1, 0, 1]


@given(st.lists(st.integers(-1, 60), max_size=40))
def test_pieces_are_all_that_is_matched(new_of: list[int]) -> None:
    found = pieces(new_of, 0, len(new_of))
    assert [i for piece in found for i in piece] == [i for i, j in enumerate(new_of) if j >= 0]

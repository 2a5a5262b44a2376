from array import array

import hypothesis.strategies as st
from hypothesis import given

from seedreader.analysis.alignment.edit_boundaries import slide
from seedreader.analysis.alignment.word_sequence import split_words


def test_a_deletion_begins_where_a_sentence_begins() -> None:
    words = split_words("It rained. The dog ran. The cat sat.", {})
    matches = array("l", [0, 1, 2, 3, -1, -1, -1, -1, 4, 5, 6])  # "dog ran. The" is gone
    slide(words, matches)
    assert list(matches) == [0, 1, 2, -1, -1, -1, -1, 3, 4, 5, 6]  # "The dog ran." is


def test_a_deletion_with_no_better_place_stays() -> None:
    words = split_words("x a b a b a c", {})
    matches = array("l", [0, 1, -1, -1, 2, 3, 4])
    slide(words, matches)
    assert list(matches) == [0, 1, -1, -1, 2, 3, 4]


@given(st.lists(st.sampled_from(["a", "b", ".", "\n"]), max_size=20).map(" ".join), st.data())
def test_any_matches_keep_their_order_and_their_words(text: str, data: st.DataObject) -> None:
    words = split_words(text, {})
    kept = data.draw(st.lists(st.booleans(), min_size=len(words.ids), max_size=len(words.ids)))
    other = [number for number, keep in zip(words.ids, kept, strict=True) if keep]
    places = iter(range(len(other)))
    matches = array("l", [next(places) if keep else -1 for keep in kept])
    slide(words, matches)
    found = [(i, j) for i, j in enumerate(matches) if j >= 0]
    assert [j for _, j in found] == list(range(len(other)))
    assert [words.ids[i] for i, _ in found] == other

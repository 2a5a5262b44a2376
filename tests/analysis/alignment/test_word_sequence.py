import hypothesis.strategies as st
from hypothesis import given

from seedreader.analysis.alignment.word_sequence import split_words


@given(st.text())
def test_words_and_white_space_are_the_whole_text(text: str) -> None:
    words = split_words(text, {})
    spelt = [words.spelt(i) for i in range(len(words.ids))]
    assert "".join(spelt) == "".join(text.split())
    assert list(words.starts) == sorted(words.starts)
    assert all(start < end for start, end in zip(words.starts, words.ends, strict=True))


def test_spellings_of_one_word_share_an_id() -> None:
    ids: dict[str, int] = {}
    assert split_words("Don’t “GO” — now", ids).ids == split_words('don\'t "go" - Now', ids).ids


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_the_words_that_a_range_touches(text: str, start: int, length: int) -> None:
    words = split_words(text, {})
    touched = [i for i in range(len(words.ids)) if words.starts[i] < start + length and words.ends[i] > start]
    first, last = words.at(start, start + length)
    if length:
        assert list(range(first, last)) == touched


def test_accents_and_vowel_signs_belong_to_their_word() -> None:
    for text in ("nai\u0308ve cafe\u0301", "हिन्दी समाचार", "כׇּל הָאָרֶץ"):
        words = split_words(text, {})
        assert [words.spelt(i) for i in range(len(words.ids))] == text.split()
    ids: dict[str, int] = {}
    assert split_words("nai\u0308ve", ids).ids == split_words("naïve", ids).ids


def test_a_letter_under_many_accents_takes_no_time() -> None:
    assert len(split_words("a" + "\u0301\u0327" * 200_000, {}).ids) == 1

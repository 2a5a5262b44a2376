from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import words


def test_forms_of_a_word_share_a_stem() -> None:
    for forms in (
        "attack attacks attacked attacking attacker",
        "stop stopped stopping",
        "city cities",
        "élite elites",
        "murder murdered murders",
        "order ordered orders",
        "defence defense",
        "harbour harbor harbors",
        "centre center centers",
    ):
        assert len(set(words.tokens(forms))) == 1, forms


def test_stop_words_and_possessives_are_dropped() -> None:
    assert words.tokens("It was the minister’s and the farmer's") == words.tokens("minister farmer")


def test_numbers_keep_their_digits() -> None:
    assert words.tokens("about 12,000 of 3.5") == ["12000", "3.5"]


def test_initials_are_one_word() -> None:
    assert words.tokens("U.N. aid") == words.tokens("UN aid")


def test_names_are_told_inside_a_sentence_only() -> None:
    marked = {word.stem: (word.name, word.number) for word in words.words("Farmers met Odile in 1999.")}
    assert marked["farm"] == (False, False)
    assert marked[words.tokens("Odile")[0]] == (True, False)
    assert marked["1999"] == (False, True)


def test_a_part_of_the_text_is_read() -> None:
    assert words.tokens("red green blue", 4, 9) == ["green"]


@given(st.text(max_size=200))
def test_any_text_gives_stems(text: str) -> None:
    assert all(words.tokens(text))
    assert all(words.written(text))

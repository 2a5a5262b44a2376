from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import word_tokens


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
        assert len(set(word_tokens.tokens(forms))) == 1, forms


def test_stop_words_and_possessives_are_dropped() -> None:
    assert word_tokens.tokens("It was the minister’s and the farmer's") == word_tokens.tokens(
        "minister farmer"
    )


def test_numbers_keep_their_digits() -> None:
    assert word_tokens.tokens("about 12,000 of 3.5") == ["12000", "3.5"]


def test_initials_are_one_word() -> None:
    assert word_tokens.tokens("U.N. aid") == word_tokens.tokens("UN aid")


def test_names_are_told_inside_a_sentence_only() -> None:
    marked = {word.stem: (word.name, word.number) for word in word_tokens.words("Farmers met Odile in 1999.")}
    assert marked["farm"] == (False, False)
    assert marked[word_tokens.tokens("Odile")[0]] == (True, False)
    assert marked["1999"] == (False, True)


def test_a_part_of_the_text_is_read() -> None:
    assert word_tokens.tokens("red green blue", 4, 9) == ["green"]


@given(st.text(max_size=200))
def test_any_text_gives_stems(text: str) -> None:
    assert all(word_tokens.tokens(text))
    assert all(word_tokens.written(text))

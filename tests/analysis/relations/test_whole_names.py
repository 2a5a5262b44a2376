from __future__ import annotations

import pytest

import seedreader
from seedreader.analysis.relations.whole_names import joined, name_parts


def shared(one: str, two: str) -> list[str]:
    story = seedreader.Story([seedreader.read_text(one, name="a"), seedreader.read_text(two, name="b")])
    return [word for link in story.links for word in (link.reason.shared if link.reason else ())]


def together(words: str, one: str, two: str) -> tuple[str, ...]:
    return joined(words.split(), name_parts(one), name_parts(two))


@pytest.mark.parametrize(
    ("one", "two", "name", "parts"),
    [
        (
            "The mayor of Opa-locka quit.",
            "In Opa-locka the mayor has quit.",
            "Opa-locka",
            {"Opa", "locka"},
        ),
        (
            "Fires burn in Los Angeles.",
            "Los Angeles burns: fires in the hills.",
            "Los Angeles",
            {"Los", "Angeles"},
        ),
        (
            "The commission under Ursula von der Leyen fined the steelmaker.",
            "Ursula von der Leyen and the commission fined the steelmaker.",
            "Ursula von der Leyen",
            {"Ursula", "Leyen"},
        ),
    ],
)
def test_a_reason_tells_a_name_of_several_words_as_one(
    one: str, two: str, name: str, parts: set[str]
) -> None:
    told = shared(one, two)
    assert name in told
    assert not parts & set(told)
    assert len({word.casefold() for word in told}) == len(told)


@pytest.mark.parametrize(
    ("words", "one", "two", "told"),
    [
        ("Opa locka Brien", "Opa-locka and O’Brien", "O’Brien of Opa-Locka", ("Opa-locka", "O’Brien")),
        ("Opa locka", "Opa-locka", "Opa, locka", ("Opa", "locka")),
        ("Postal postal", "Postal postal", "postal", ("Postal",)),
        ("Leyen said", "Mrs von der Leyen said", "Ursula von der Leyen", ("von der Leyen", "said")),
        ("Kim Jong Un", "Kim Jong Un left", "KIM JONG-UN LEAVES", ("Kim Jong Un",)),
        ("Kim Jong Un", "Kim Jong Un left", "Mr Kim left; Jong, Un", ("Kim", "Jong", "Un")),
        ("England bank", "Bank of England", "the Bank of England", ("Bank of England",)),
        ("Hague court", "In The Hague the court", "The Hague court", ("Hague", "court")),
        ("Korea North", "North\nKorea fired", "in North Korea", ("North Korea",)),
        ("रध नम सरक", "प्रधानमंत्री ने सरकार", "सरकार के प्रधानमंत्री।", ("प्रधानमंत्री", "सरकार")),
        ("re election", "his re-election", "re-election", ("re-election",)),
        ("мира война", "война и мира", "война и мира", ("мира", "война")),
    ],
)
def test_a_name_is_told_as_long_as_both_texts_have_it(
    words: str, one: str, two: str, told: tuple[str, ...]
) -> None:
    assert together(words, one, two) == told


def test_opposites_are_told_with_the_names_they_are_part_of() -> None:
    one = "The army of South Korea fired on the border post."
    two = "The army of North Korea fired on the border post."
    story = seedreader.Story([seedreader.read_text(one, name="a"), seedreader.read_text(two, name="b")])
    assert "South Korea ≠ North Korea" in [link.why for link in story.links]

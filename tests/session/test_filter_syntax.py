from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.session.filter_syntax import COMPARISONS, following, syntax, tokens, with_token

NAMED = syntax(("source", "sources", "on"))
EVERYTHING = syntax(("kind", "origins"), COMPARISONS, tag="#", turn="-")


def test_a_filter_has_words_and_values_behind_names() -> None:
    found = tokens('Ärger source:2 SOURCES:3 "two words" on:"one day at:3 -x', NAMED)
    assert [(token.name, token.value) for token in found] == [
        ("", "arger"),
        ("source", "2"),
        ("sources", "3"),
        ("", "two words"),
        ("on", "one day at:3 -x"),
    ]
    assert [token.value for token in tokens("at:3 -x #y z>1", NAMED)] == ["at:3", "-x", "#y", "z>1"]


def test_a_value_may_be_compared_and_a_part_be_turned_round() -> None:
    found = tokens('origins>=2 -kind=quote #cost -#"a b" -word', EVERYTHING)
    assert [(token.name, token.compare, token.value, token.turned) for token in found] == [
        ("origins", ">=", "2", False),
        ("kind", "=", "quote", True),
        ("#", "", "cost", False),
        ("#", "", "a b", True),
        ("", "", "word", True),
    ]


@pytest.mark.parametrize("text", ["kind:", "-kind:", "-", "#", '"', '""', "origins>", "kind: #"])
def test_a_part_without_a_value_yet_is_left_out(text: str) -> None:
    assert not tokens(text, EVERYTHING)


def test_a_part_takes_the_place_of_those_of_its_name() -> None:
    found = tokens('a source:1 "b c" source:3', NAMED)
    assert with_token(found, "source", "source:2") == 'a "b c" source:2'
    assert with_token(found, "source", "") == 'a "b c"'


def test_values_are_gone_through_and_then_none() -> None:
    assert following(tokens("a", NAMED), "on", ["x", "y"]) == "x"
    assert following(tokens("on:x", NAMED), "on", ["x", "y"]) == "y"
    assert following(tokens("on:y", NAMED), "on", ["x", "y"]) is None
    assert following(tokens("on:z", NAMED), "on", ["x", "y"]) == "x"


@given(st.text(max_size=60) | st.text('-#":>= aſKkinds', max_size=20))
def test_any_text_is_a_filter_and_what_is_left_of_it_means_the_same(text: str) -> None:
    found = tokens(text, EVERYTHING)
    assert all(token.value and token.name in ("", "#", "kind", "origins") for token in found)
    kept = with_token(found, "kind", "")
    assert tokens(kept, EVERYTHING) == [token for token in found if token.name != "kind"]

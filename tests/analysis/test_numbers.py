from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import numbers


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("12,000", 12_000),
        ("1.5 million", 1_500_000),
        ("twenty-five thousand", 25_000),
        ("one hundred and five", 105),
        ("a hundred", 100),
        ("half a million", 500_000),
        ("two dozen", 24),
        ("$80M", 80_000_000),
        ("£3bn", 3_000_000_000),
    ],
)
def test_a_figure_has_its_value(text: str, figure: float) -> None:
    (found,) = numbers.find_numbers(text)
    assert found.figure == figure
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("dozens of", 24, 120), ("hundreds of", 200, 1_000), ("tens of thousands of", 20_000, 100_000)],
)
def test_a_vague_plural_is_an_interval(text: str, low: float, high: float) -> None:
    (found,) = numbers.find_numbers(text)
    assert (found.figure, found.low, found.high) == (None, low, high)


def test_a_currency_sign_is_a_unit_and_part_of_the_span() -> None:
    (found,) = numbers.find_numbers("about €40 in cash")
    assert (found.unit, found.start, found.end) == ("EUR", 6, 9)


@pytest.mark.parametrize("text", ["70th", "F-16", "A4", "covid-19", "3d"])
def test_digits_inside_words_are_no_figures(text: str) -> None:
    assert numbers.find_numbers(text) == ()


@given(st.text(alphabet="0123456789,.$%- aeinortwhudsmlf\n", max_size=60))
def test_figures_lie_in_the_text_in_order(text: str) -> None:
    found = numbers.find_numbers(text)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))

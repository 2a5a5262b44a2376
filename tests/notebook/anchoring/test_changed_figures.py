import hypothesis.strategies as st
import pytest
from hypothesis import given

from seedreader.notebook.anchoring.changed_figures import changed_figures


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("up to 12,000 troops", "up to 11,000 troops", (("12,000", "11,000"),)),
        ("12,000 troops", "12.000 troops", (("12,000", "12.000"),)),
        ("rose by 3.5 percent in 2024", "rose by 3.6 percent in 2024", (("3.5", "3.6"),)),
        ("12 of 40 seats", "12 seats", (("40", ""),)),
        ("they left", "the 300 left", (("", "300"),)),
        ("two cafés and three bars", "two cafés and four bars", (("three", "four"),)),
        ("twenty-five boats", "twenty-six boats", (("twenty-five", "twenty-six"),)),
        ("two hundred and six boats", "two hundred boats", (("two hundred and six", "two hundred"),)),
        ("1.2 million people", "1.3 million people", (("1.2 million", "1.3 million"),)),
        ("3 million people", "3 billion people", (("3 million", "3 billion"),)),
        ("£2m and £3m", "£2m and £4bn", (("3m", "4bn"),)),
        ("hundreds of people", "thousands of people", (("hundreds", "thousands"),)),
        ("one of the boats", "two of the boats", (("one", "two"),)),
        ("at 2:09 a.m. on May 12", "at 2:11 a.m. on May 12", (("09", "11"),)),
        ("a １２ mile walk", "a １３ mile walk", (("１２", "１３"),)),
        ("between two and three metres", "between two and five metres", (("three", "five"),)),
    ],
)
def test_a_changed_number_is_told(old: str, new: str, changed: tuple[tuple[str, str], ...]) -> None:
    assert changed_figures(old, new) == changed
    assert changed_figures(new, old) == tuple((b, a) for a, b in changed)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12,000 troops", "12000 soldiers"),
        ("twelve boats left", "12 boats have left"),
        ("2 million people", "two million people, or 2m people".removesuffix(", or 2m people")),
        ("$5bn", "5 billion dollars"),
        ("twenty five", "Twenty-Five"),
        ("nobody knows", "no one knows one another"),
        ("a hundred and twenty boats", "120 boats"),
        ("someone weighted the tone", "they often wait"),
    ],
)
def test_another_way_to_write_it_is_no_change(old: str, new: str) -> None:
    assert changed_figures(old, new) == changed_figures(new, old) == ()


@given(st.text() | st.text("0123456789., twohundredmk-"), st.text() | st.text("0123456789., twohundredmk-"))
def test_any_texts(old: str, new: str) -> None:
    assert changed_figures(old, old) == ()
    for was, now in changed_figures(old, new):
        assert was in old
        assert now in new
        assert was or now


def test_long_texts() -> None:
    old = " ".join(map(str, range(20_000)))
    assert changed_figures(old, old.replace(" 777 ", " 778 ")) == (("777", ""), ("", "778"))
    assert len(changed_figures("9" * 100_000, "9" * 100_001)) == 1
    assert changed_figures("one hundred " * 5_000, "two hundred") != ()

"""Facts are found by rules of English: what is a number, a date, a name, and when two of them are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis.differences import facts
from seedreader.analysis.differences.diff_values import DiffFact


def told(text: str, known: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(fact.kind, text[fact.start : fact.end]) for fact in facts.find_facts(text, known)]


def one(text: str) -> DiffFact:
    (fact,) = facts.find_facts(text)
    return fact


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("about 12,000 people", "12,000"),
        ("a rise of 3.5 per cent", "3.5 per cent"),
        ("it fell by 7% again", "7%"),
        ("worth $4 million today", "$4 million"),
        ("some twenty-five of them", "twenty-five"),
        ("two hundred and six guests", "two hundred and six"),
        ("they lost the game 3-1 again", "3-1"),
        ("between 2-3 million people", "2-3 million"),
        ("the bus leaves at 10:30 as usual", "10:30"),
    ],
)
def test_numbers_are_whole(text: str, found: str) -> None:
    assert told(text) == [("number", found)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on March 25 they met", "March 25"),
        ("on 25 March 2024 they met", "25 March 2024"),
        ("it opened in May, they say", "May"),
        ("they came on Thursday night", "Thursday"),
        ("it was closed in 1998 already", "1998"),
        ("updated 2024-02-03 at noon", "2024-02-03"),
    ],
)
def test_dates_are_whole(text: str, found: str) -> None:
    assert told(text) == [("date", found)]


@pytest.mark.parametrize("text", ["they may rest", "May they rest", "they march on", "one of them said so"])
def test_common_words_are_no_facts(text: str) -> None:
    assert told(text) == []


def test_names_are_whole_without_titles_and_articles() -> None:
    text = "The mayor met President Maria Lund and the Chamber of Commerce in Oslo."
    assert told(text) == [("name", "Maria Lund"), ("name", "Chamber of Commerce"), ("name", "Oslo")]


def test_the_capital_of_a_sentence_makes_no_name_unless_it_is_known() -> None:
    assert told("Ferries were late. Harbours closed.") == []
    assert told("Lund was late.", known=("lund",)) == [("name", "Lund")]


def test_the_capitals_of_a_headline_make_no_names() -> None:
    assert told("Ferries Late As Storm Closes Harbours") == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("some 25 people", "some twenty-five people"),
        ("it cost $4 million", "it cost $4m"),
        ("they paid 1,500 euros", "they paid 1500 euros"),
        ("when Maria Lund spoke", "when Lund spoke"),
        ("since May 2024 there", "since May there"),
        ("the Korean side", "in Korea they"),
        ("said Mr Lund", "said Lund’s"),
    ],
)
def test_one_fact_in_two_forms(a: str, b: str) -> None:
    assert facts.same(one(a), one(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("some 25 people", "some 26 people"),
        ("a rise of 5%", "a rise of 5"),
        ("it cost $4 million", "it cost €4 million"),
        ("when Maria Lund spoke", "when Maria Holm spoke"),
        ("on March 25 there", "on March 27 there"),
    ],
)
def test_two_facts(a: str, b: str) -> None:
    assert not facts.same(one(a), one(b))


def test_a_name_in_two_forms_is_not_compared_as_a_whole() -> None:
    mine, theirs = facts.both("they met Maria Lund in Oslo", "they met Lund in Bergen")
    here, there = facts.wholes(mine, theirs)
    assert [fact.key for fact in here] == ["oslo"]
    assert [fact.key for fact in there] == ["bergen"]
    assert [fact.key for fact in facts.missing(mine, theirs)] == ["oslo"]


@given(st.text(max_size=200), st.sets(st.text(min_size=1, max_size=5), max_size=3))
def test_facts_are_in_order_and_apart(text: str, known: set[str]) -> None:
    found = facts.find_facts(text, known)
    edges = [edge for fact in found for edge in (fact.start, fact.end)]
    assert edges == sorted(edges)
    assert all(0 <= fact.start < fact.end <= len(text) for fact in found)


@given(st.text(alphabet="0123456789.,:’ aA$%-", max_size=300))
def test_figures_of_any_kind_are_read(text: str) -> None:
    for fact in facts.find_facts(text):
        assert fact.key


@pytest.mark.parametrize(
    "piece", ["1", "1,", "A", "a", "’", "A ", "one ", "May ", "$", "\x00", "ü", "of the "]
)
def test_long_lines_take_no_time(piece: str) -> None:
    facts.find_facts(piece * (40_000 // len(piece)))

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis.differences import passage_diff
from seedreader.analysis.differences.passage_diff import compare_passages


def words(text: str, ranges: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in ranges]


def test_reworded_passages_have_their_words_marked() -> None:
    one = "The council approved the new pier on Monday."
    two = "The council rejected the new pier on Tuesday."
    found = compare_passages(one, two)
    assert words(one, found.one) == ["approved", "Monday"]
    assert words(two, found.two) == ["rejected", "Tuesday"]
    assert words(one, found.one_facts) == ["Monday"]
    assert words(two, found.two_facts) == ["Tuesday"]


def test_a_number_differs_as_a_whole() -> None:
    one, two = "They sent 11,000 blankets north.", "They sent 12,000 blankets north."
    found = compare_passages(one, two)
    assert words(one, found.one) == words(one, found.one_facts) == ["11,000"]
    assert words(two, found.two) == words(two, found.two_facts) == ["12,000"]


def test_a_number_in_words_is_the_number_in_figures() -> None:
    assert (
        compare_passages("Some 25 people came.", "Some twenty-five people came.")
        == passage_diff.PassageDiff()
    )


def test_case_and_punctuation_do_not_count() -> None:
    assert (
        compare_passages("“The Pier” is open, they said.", "'the pier' is open they said")
        == passage_diff.PassageDiff()
    )


def test_passages_in_other_words_show_their_facts_only() -> None:
    one = "As many as 12,000 soldiers were sent abroad, officials of the alliance believe."
    two = "Roughly 11,000 troops have gone to the front since autumn."
    found = compare_passages(one, two)
    assert not found.one and not found.two
    assert words(one, found.one_facts) == ["12,000"]
    assert words(two, found.two_facts) == ["11,000"]


def test_names_differ_as_wholes_and_short_forms_do_not() -> None:
    one, two = "It was Maria Lund who paid.", "It was Maria Holm who paid."
    assert words(one, compare_passages(one, two).one) == ["Maria Lund"]
    one, two = "It was Maria Lund who paid.", "It was Lund who paid."
    found = compare_passages(one, two)
    assert words(one, found.one) == ["Maria"]
    assert not found.one_facts and not found.two_facts


def test_small_words_between_changes_are_a_part_of_them() -> None:
    one = "The old bridge over the river was closed by storms of winter seas yesterday."
    two = "The old bridge over the river was opened with speeches of mayors and guests yesterday."
    assert words(one, compare_passages(one, two).one) == ["closed by storms of winter seas"]


@given(st.text(max_size=300), st.text(max_size=300))
def test_ranges_are_in_order_and_inside(one: str, two: str) -> None:
    found = compare_passages(one, two)
    for text, ranges in ((one, found.one), (two, found.two), (one, found.one_facts), (two, found.two_facts)):
        edges = [edge for span in ranges for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= start < end <= len(text) for start, end in ranges)


@given(st.text(max_size=300))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert compare_passages(text, text) == passage_diff.PassageDiff()


def test_passages_of_any_length_are_compared() -> None:
    found = compare_passages("word " * 100_000, "other " * 100_000 + "\x00")
    assert all(end <= passage_diff.LONGEST for _, end in found.one)

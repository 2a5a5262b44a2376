"""Denials, opposites and hedges: which words count, and what they bear on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import word_tokens
from seedreader.analysis.relations import denials, one_sided_hedges, opposites
from seedreader.analysis.relations.passage_features import PassageFeatures


def opposed(text: str) -> opposites.Opposed:
    return opposites.find_opposites(text, word_tokens.tokens(text))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("the council approved the plan", "the council rejected the plan"),
        ("the council approved the plan", "the council threw out the plan"),
        ("flights were suspended", "flights resumed"),
        ("the ship sank", "the ship stayed afloat"),
        ("the economy shrank", "growth of the economy went on"),
    ],
)
def test_opposites_are_found_whatever_their_form(one: str, two: str) -> None:
    assert opposites.between(opposed(one), opposed(two))
    assert not opposites.between(opposed(one), opposed(one))


def test_a_passage_that_says_both_sides_opposes_nothing() -> None:
    both = "the court approved the first plan and rejected the second"
    assert not opposites.between(opposed(both), opposed("the court rejected the plan"))


@given(st.text(max_size=80), st.text(max_size=80))
def test_opposites_are_found_both_ways(one: str, two: str) -> None:
    found, turned = (
        opposites.between(opposed(one), opposed(two)),
        opposites.between(opposed(two), opposed(one)),
    )
    assert found == (turned and turned[::-1])


@pytest.mark.parametrize(
    ("text", "wording", "stem"),
    [
        ("The firm did not recall the cars", "not", "recall"),
        ("He denied meeting the broker", "denied", "meet"),
        ("The army has yet to reach the river", "yet to", "reach"),
        ("The captain was not on the bridge when it struck", "not", "bridg"),
        ("The pilot wasn’t at the controls", "wasn’t", "control"),
        ("He is no longer in hospital", "no longer", "hospit"),
    ],
)
def test_a_denial_bears_on_the_act_after_it(text: str, wording: str, stem: str) -> None:
    (denial,) = denials.find_denials(text)
    assert (denial.wording, denial.stems) == (wording, (stem,))


@pytest.mark.parametrize(
    "text", ["Not only the mayor came", "No fewer than 40 people came", "The worst storm, if not ever, came"]
)
def test_words_that_only_look_like_a_denial_deny_nothing(text: str) -> None:
    assert not list(denials.find_denials(text))


@pytest.mark.parametrize(
    ("lead", "word"),
    [
        ("The ministry denied reports that ", "denied"),
        ("Ruiz dismissed claims ", "dismissed"),
        ("Ruiz said ", None),
    ],
)
def test_what_is_said_before_a_passage_may_deny_it(lead: str, word: str | None) -> None:
    assert denials.leading(lead, "14 people died") == word


def test_a_hedge_counts_where_it_bears_on_what_both_say() -> None:
    plain = PassageFeatures("The fire destroyed the archive in Porto")
    hedged = PassageFeatures("The fire may have destroyed the archive in Porto")
    beside = PassageFeatures("The fire destroyed the archive in Porto, and the owner may sue")
    reason = one_sided_hedges.one_sided(plain, hedged)
    assert reason and (reason.kind, reason.only_a, reason.only_b) == ("hedge", (), ("may",))
    assert one_sided_hedges.one_sided(hedged, plain) == reason.turned()
    assert one_sided_hedges.one_sided(plain, beside) is None
    assert one_sided_hedges.one_sided(hedged, hedged) is None


@pytest.mark.parametrize(
    "other",
    [
        "The owner, who has plants in Ostrand and Skarne, is expected to make a profit",
        "Pumps come from Ostrand and Skarne, and rivals may make better ones",
        "Its plants stand in Ostrand and Skarne; the mayor reportedly makes wine",
    ],
)
def test_a_hedge_of_another_clause_with_one_such_word_does_not_count(other: str) -> None:
    plain = PassageFeatures("The firm makes pumps at plants in Ostrand and Skarne")
    assert one_sided_hedges.one_sided(plain, PassageFeatures(other)) is None


def test_no_denies_a_thing_with_what_tells_its_kind() -> None:
    (denial,) = denials.find_denials("The firm has no nuclear reactors in Marl")
    assert denial.stems == tuple(word_tokens.tokens("nuclear reactors"))


def test_a_denial_reaches_no_further_than_its_clause() -> None:
    (denial,) = denials.find_denials("It did not close the bridge, and flights resumed")
    assert denial.reach == tuple(word_tokens.tokens("close the bridge"))

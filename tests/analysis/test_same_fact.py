"""How likely two passages state one fact: what raises it, what lowers it, and what it must hold to."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import seedreader.analysis.same_fact as package
from seedreader.analysis import same_fact, word_tokens
from seedreader.analysis.relations.passage_features import PassageFeatures
from seedreader.analysis.relations.passage_pair import PassagePair
from seedreader.analysis.same_fact import Likelihood, PairMatch, features

ALIKE = PairMatch(0.5, 0.5, 0.5, False)


def side(text: str) -> PassageFeatures:
    return PassageFeatures(text, words=list(word_tokens.words(text)))


def likely(one: str, two: str, matched: PairMatch = ALIKE) -> Likelihood:
    return same_fact.likely(PassagePair(side(one), side(two)).wording, matched)


def test_the_table_weighs_each_feature_and_no_other() -> None:
    table = json.loads(Path(package.__file__).with_name("weights.json").read_text(encoding="utf-8"))
    assert list(table["weights"]) == list(features.NAMES)


def test_the_same_said_in_other_words_is_likelier_than_something_else_on_the_subject() -> None:
    told = "The harbour council approved the new pier on Monday"
    same = likely(told, "On Monday councillors of the harbour approved a new pier")
    other = likely(told, "Traders at the harbour fear years of noise and dust")
    assert same.fact > 2 * other.fact


def test_what_matches_better_is_likelier() -> None:
    pair = "The ferry left Skarne with 212 people", "It sailed from Skarne at noon"
    assert (
        likely(*pair, PairMatch(0.9, 0.9, 0.5, False)).fact
        > likely(*pair, PairMatch(0.1, 0.1, 0.5, False)).fact
    )


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_are_as_likely_both_ways(one: str, two: str) -> None:
    found, turned = likely(one, two), likely(two, one)
    assert abs(found.fact - turned.fact) < 1e-9 and abs(found.subject - turned.subject) < 1e-9
    assert 0 <= found.fact <= 1 and 0 <= found.counted <= 1

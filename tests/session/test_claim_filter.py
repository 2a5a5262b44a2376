from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.article import Claim, Speaker
from seedreader.session.claim_filter import EVERY, parse_claim_filter
from seedreader.story.support import Support

TEXT = "The Café\nBridge cost 5 million euros, Ana Ruiz said."
CLAIM = Claim(0, 36, ("quantity", "attribution"), 0.8, Speaker(38, 46, "Ana Ruiz"))


@pytest.mark.parametrize(
    "wanted",
    [
        "", "bridge", "cafe bridge", '"cafe bridge"', "kind:quantity", "kind:quant", "KIND:quantity",
        "score>0.7", "score>=.8", "score<1", "score:0.8", "origins:2", "origins>=2", "origins<3", "by:ruiz",
        'by:"ana ruiz"', "relation:agree", "kind:quantity bridge by:ana origins>1",
    ],
)  # fmt: skip
def test_what_is_let_through(wanted: str) -> None:
    assert parse_claim_filter(wanted).allows(CLAIM, Support("agree", 2), TEXT)
    assert not parse_claim_filter(wanted).problem


@pytest.mark.parametrize(
    "wanted",
    ["tunnel", "bridge tunnel", "kind:quote", "score>0.8", "origins>2", "by:smith", "relation:conflict"],
)
def test_what_is_not(wanted: str) -> None:
    assert not parse_claim_filter(wanted).allows(CLAIM, Support("agree", 2), TEXT)


def test_none_is_a_relation_to_ask_for() -> None:
    assert parse_claim_filter("relation:none").allows(CLAIM, Support(None, 1), TEXT)
    assert not parse_claim_filter("relation:none").allows(CLAIM, Support("copy", 2), TEXT)


@pytest.mark.parametrize(("wanted", "told"), [("score>much", "score"), ("relation:friendly", "relation")])
def test_what_makes_no_sense_is_told_and_lets_everything_through(wanted: str, told: str) -> None:
    made = parse_claim_filter(wanted)
    assert told in made.problem
    assert made.allows(CLAIM, Support(None, 1), TEXT)


def test_what_drops_an_attribution_is_a_thing_to_ask_for() -> None:
    for wanted in ("attribution:dropped", "attribution:drop", "attribution:dropped kind:quantity bridge"):
        assert parse_claim_filter(wanted).allows(CLAIM, Support("agree", 2, dropped=True), TEXT)
        assert not parse_claim_filter(wanted).allows(CLAIM, Support("agree", 2), TEXT)
    assert parse_claim_filter("attribution:kept").problem == "attribution: takes dropped."


@given(st.text())
def test_any_text_is_a_filter(text: str) -> None:
    parse_claim_filter(text).allows(CLAIM, Support(None, 1), TEXT)


def test_an_empty_filter_lets_every_claim_through() -> None:
    assert EVERY.allows(CLAIM, Support(None, 1), TEXT)

"""A rule is tried only where one of its cues is, so whatever a rule matches must hold one."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seedreader.analysis.boilerplate import phrases, rule_cues, rules, words
from seedreader.analysis.boilerplate.rules import Rule

UNMADE = "trail from home before the text"
"""A rule whose finds go on behind what it matches, of which examples are hardly found by chance."""

RULES = [rule for rule in (*rules.LINE, *rules.FRONT, *rules.END, *phrases.SENTENCE) if rule.name != UNMADE]
SINGLE = (
    (rules.GALLERY, rules.PICTURE_CUES),
    (rules.PICTURE_CREDIT, rules.PICTURE_CUES),
    (phrases.APPEAL, phrases.APPEAL_CUES),
    (phrases.PERSONAL, phrases.PERSONAL_CUES),
)
LETTERS = st.characters(codec="latin-1", exclude_categories=["Cc"])
MANY = settings(max_examples=20, suppress_health_check=list(HealthCheck), deadline=None)


def holds_a_cue(pattern: re.Pattern[str], cues: frozenset[str], data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern, alphabet=LETTERS))
    match = pattern.search(text)
    assert match is not None
    assert cues & words.cues(words.tokens(words.folded(match[0])))


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.name) for rule in RULES])
@MANY
@given(st.data())
def test_what_a_rule_matches_holds_one_of_its_cues(rule: Rule, data: st.DataObject) -> None:
    holds_a_cue(rule.pattern, rule.cues, data)
    assert rule.cues <= rule_cues.EVERY


@pytest.mark.parametrize("single", SINGLE, ids=["GALLERY", "PICTURE_CREDIT", "APPEAL", "PERSONAL"])
@MANY
@given(st.data())
def test_what_a_single_pattern_matches_holds_one_of_its_cues(
    single: tuple[re.Pattern[str], frozenset[str]], data: st.DataObject
) -> None:
    holds_a_cue(*single, data)

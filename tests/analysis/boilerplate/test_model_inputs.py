"""The weights of the boilerplate model fit the rules and the numbers that they are used with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from seedreader.analysis import boilerplate
from seedreader.analysis.boilerplate import features, model, model_inputs, phrases, rules

TEXT = "Home\nOld bridge\n\nThe council closed the bridge on Tuesday. Read more\n\nShare"


@pytest.fixture(scope="module")
def shipped() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(Path(model.__file__).with_suffix(".json").read_text("utf-8"))
    return data


def test_the_weights_are_those_of_the_rules(shipped: dict[str, Any]) -> None:
    problem = model_inputs.changed_rules(shipped["rules"])
    if problem:
        pytest.fail(problem, pytrace=False)


def test_the_weights_are_those_of_the_numbers_asked_with(shipped: dict[str, Any]) -> None:
    problem = model_inputs.changed_features(shipped["features"])
    if problem:
        pytest.fail(problem, pytrace=False)


def test_every_number_of_a_row_has_a_name() -> None:
    _, units, tokens = boilerplate.apply_rules(boilerplate.read(TEXT))
    words = model.words_of(tokens)
    lexical, by_line = model.verdicts(units, tokens, model.weights().words)
    seen = features.Features(TEXT, units, tokens, words, lexical, by_line)
    lengths = {len(seen.row(i)) for i in range(len(units))}
    assert lengths == {len(features.NAMES)}, "features.NAMES and the rows differ"
    assert len(set(features.NAMES)) == len(features.NAMES)


def test_a_rule_without_training_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    trained = model_inputs.checksums()
    more = rules.rule("ferry times", "metadata", 0.9, "ferr", "ferry times.{0,40}")
    monkeypatch.setattr(rules, "LINE", (*rules.LINE, more))
    assert model_inputs.changed_rules(trained) == (
        "Boilerplate rules are not those of the weights (new: ferry times): "
        "train the model anew as analysis/boilerplate/rules.py says (make model)."
    )


def test_a_rule_taken_away_and_one_changed_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    trained = model_inputs.checksums()
    first, second, *others = phrases.SENTENCE
    monkeypatch.setattr(phrases, "SENTENCE", (second._replace(score=0.5), *others))
    assert f"(gone: {first.name}; changed: {second.name})" in model_inputs.changed_rules(trained)


def test_rules_in_another_order_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    trained = model_inputs.checksums()
    monkeypatch.setattr(rules, "FRONT", rules.FRONT[::-1])
    assert "(in another order)" in model_inputs.changed_rules(trained)
    assert model_inputs.changed_rules(model_inputs.checksums()) == ""


def test_weights_of_other_numbers_are_refused(shipped: dict[str, Any]) -> None:
    *others, last = features.NAMES
    counts = f"{len(others) + 1} numbers, those of the weights {len(others)}"
    with pytest.raises(ValueError, match=rf"{counts} \({last}\): train the model anew"):
        model.weights_of({**shipped, "features": others})
    with pytest.raises(ValueError, match="in another order"):
        model.weights_of({**shipped, "features": [last, *others]})

"""Pairs of passages, from two texts to the link between them, against answers by reading.

Cases that it is known to miss are marked ``missed`` in ``cases.json``: one that comes right fails here until
its mark is taken away.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import seedreader
from seedreader.article import Link

DAY = "2024-05-17"
"""When the articles of a case are published that gives no day."""

HELD_RIGHT = 110
"""Of the held cases, which are counted and not looked at."""

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))[
    "cases"
]


def links(case: dict[str, Any]) -> list[Link]:
    """The links between the two passages that a case means."""
    published = case.get("published") or {}
    articles = [
        seedreader.read_text(case[side], name=side, published=published.get(side, DAY)) for side in "ab"
    ]
    starts = [case[side].index(case[f"quote_{side}"]) for side in "ab"]
    ends = [start + len(case[f"quote_{side}"]) for start, side in zip(starts, "ab", strict=True)]
    return [
        link
        for link in seedreader.Story(articles).links
        if link.a.start < ends[0] and starts[0] < link.a.end
        if link.b.start < ends[1] and starts[1] < link.b.end
    ]


def right(case: dict[str, Any]) -> bool:
    """Whether every relation found is one that the case may have; what is only related says nothing."""
    found = {link.relation for link in links(case)}
    told = found - {"related"}
    if told:
        return told <= set(case["may"])
    return not {"related", "none"}.isdisjoint(case["may"])


DEV = [
    pytest.param(
        case,
        id=case["id"],
        marks=[pytest.mark.xfail(strict=True, reason="not known yet")] if case.get("missed") else [],
    )
    for case in CASES
    if case["group"] == "dev"
]


@pytest.mark.parametrize("case", DEV)
def test_a_pair_has_a_relation_that_a_reader_gives(case: dict[str, Any]) -> None:
    assert right(case)


def test_as_many_held_pairs_have_one_as_had_before() -> None:
    assert sum(right(case) for case in CASES if case["group"] == "held") >= HELD_RIGHT

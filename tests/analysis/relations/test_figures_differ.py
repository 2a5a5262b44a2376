"""Figures that differ are never told as the same: general pairs of statements."""

from __future__ import annotations

import pytest

from seedreader.article import Article
from seedreader.story import Story


def relations(one: str, two: str) -> set[str]:
    return {link.relation for link in Story([Article(one + "\n", "one"), Article(two + "\n", "two")]).links}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Rovers beat United 3-2 on Saturday in the final.",
            "Rovers beat United 3-1 on Saturday in the final.",
        ),
        (
            "The fire broke out at 3 a.m. in a flat on the second floor.",
            "The fire broke out at 5 a.m. in a flat on the ninth floor.",
        ),
        ("The bridge over the Marl was built in 1931.", "The bridge over the Marl was built in 1951."),
        ("Painter Ida Rusk died on Sunday aged 93.", "Painter Ida Rusk died on Sunday aged 92."),
    ],
)
def test_other_figures_in_like_words_neither_agree_nor_are_a_copy(one: str, two: str) -> None:
    assert not relations(one, two) & {"agree", "copy"}


def test_counts_of_two_companies_are_no_conflict() -> None:
    one, two = "Helmag cut 2,400 jobs on Thursday, it said.", "Nordex cut 1,900 jobs on Thursday, it said."
    assert "conflict" not in relations(one, two)

"""Figures that differ are never told as the same: general pairs of statements."""

from __future__ import annotations

from datetime import date

import pytest

from seedreader.article import Article
from seedreader.story import Story

FLOOD = "The old ferry dock at Marl was flooded after a week of rain, and residents were moved to a school.\n"
RAIN = "After a week of rain the dock at Marl stood under water. Residents were brought to a school nearby.\n"


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


def test_another_day_for_what_happens_once_is_a_conflict() -> None:
    articles = [
        Article(FLOOD + "The council closed the bridge on Monday.\n", "one", published=date(2024, 6, 6)),
        Article(
            RAIN + "The bridge was closed by the council on Tuesday.\n", "two", published=date(2024, 6, 6)
        ),
    ]
    found = [(link.relation, link.why) for link in Story(articles).links]
    assert ("conflict", "Monday (2024-06-03) ≠ Tuesday (2024-06-04)") in found


def test_another_day_for_what_goes_on_is_none() -> None:
    articles = [
        Article("The search for the ferry continued on Monday.\n", "one", published=date(2024, 6, 6)),
        Article("The search for the ferry continued on Tuesday.\n", "two", published=date(2024, 6, 6)),
    ]
    assert not {link.relation for link in Story(articles).links} & {"conflict", "agree"}

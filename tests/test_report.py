"""The report as plain text: what a line holds."""

from __future__ import annotations

from seedreader.report.text_report import WIDTH, report

from seedreader.article import Article
from seedreader.story import Story
from tests.stories import HARBOUR

ADDRESS = f"https://example.org/{'porto-sul-harbour-council-' * 4}pier"


def test_an_address_stays_whole_so_that_it_can_be_opened() -> None:
    article = Article(f"{HARBOUR}The plan of 3 March 2024 is at {ADDRESS} now.\n", "one", ADDRESS)
    lines = report([Story([article])]).splitlines()
    assert [line.strip() for line in lines if ADDRESS in line].count(ADDRESS) == 2
    assert max(len(line) for line in lines if ADDRESS not in line) <= WIDTH


def test_a_word_with_hyphens_stays_whole() -> None:
    word = "state-of-the-art-pier-and-harbour-front"
    text = f"The council paid 4 million euros on Monday for the new and much discussed {word}.\n"
    assert word in report([Story([Article(text, "one")])])

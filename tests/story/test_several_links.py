"""A claim with several links, some to one source: which are given, how ordered, what they count for."""

from __future__ import annotations

import pytest

from seedreader.article import RELATIONS, Article, Claim, Link, Passage, Verdict
from seedreader.story import Story
from seedreader.story.support import Support

SUNK = (
    "The Orrin sank off Skarne on Tuesday with 212 people, the coast guard said. Nets were torn in the bay.\n"
)
LEDGER = "Ana Ruiz opened a bakery with 3 ovens in spring. A museum in Lima bought 40 paintings.\n"
GAZETTE = "The chess cup drew 240 players to Oslo. Rain fell over the northern hills for 9 days.\n"
ARTICLES = [Article(text, name) for text, name in ((SUNK, "Sun"), (LEDGER, "Ledger"), (GAZETTE, "Gazette"))]
COMPUTED = Story(ARTICLES)


def passage(words: str) -> Passage:
    article = next(article for article in ARTICLES if words in article.text)
    start = article.text.index(words)
    return Passage(article, start, start + len(words))


def claim() -> Claim:
    return COMPUTED.articles[0].claims[0]


def linked(**relations: str | None) -> Story:
    """The story in which the reader linked the first claim with the sentences with these words."""
    mine = Passage(ARTICLES[0], claim().start, claim().end)
    return COMPUTED.with_verdicts([Verdict(mine, passage(word), how) for word, how in relations.items()])


def evidence(story: Story) -> list[Link]:
    return list(story.evidence(ARTICLES[0], claim().start, claim().end))


def test_nothing_links_them_but_the_reader() -> None:
    assert COMPUTED.links == () and evidence(COMPUTED) == []


def test_each_passage_of_a_source_that_the_claim_is_linked_with_is_given() -> None:
    found = evidence(linked(ovens="agree", paintings="conflict", chess="refine"))
    assert [link.b.text for link in found if link.b.article.name == "Ledger"] in (
        ["ovens", "paintings"], ["paintings", "ovens"],
    )  # fmt: skip
    assert {(link.b.text, link.relation) for link in found} == {
        ("ovens", "agree"), ("paintings", "conflict"), ("chess", "refine"),
    }  # fmt: skip
    sources = [link.b.article.name for link in found]
    assert sources in (["Ledger", "Ledger", "Gazette"], ["Gazette", "Ledger", "Ledger"])


@pytest.mark.parametrize("relation", RELATIONS)
def test_only_agree_refine_and_copy_corroborate(relation: str) -> None:
    bears_out = relation in ("agree", "refine", "copy")
    assert linked(ovens=relation).support(ARTICLES[0], claim()) == Support(relation, 2 if bears_out else 1)
    both = linked(ovens=relation, chess="agree").support(ARTICLES[0], claim())
    assert both.origins == (3 if bears_out else 2)


def test_a_source_that_also_contradicts_the_claim_does_not_corroborate_it() -> None:
    found = linked(ovens="agree", paintings="conflict").support(ARTICLES[0], claim())
    assert found == Support("conflict", 1)
    assert linked(ovens="agree", paintings="related").support(ARTICLES[0], claim()) == Support("agree", 2)


TOLD = "The council of Porto Sul approved the new pier, mayor Ana Ruiz said.\n"
FACT = "The council of Porto Sul approved the new pier.\n"
OTHER = "The council of Porto Sul approved the new pier, the mayor Ana Ruiz told reporters.\n"


@pytest.mark.parametrize(("other", "dropped"), [(FACT, True), (OTHER, False)])
def test_an_attribution_that_one_source_drops_is_known_of_both_claims(other: str, dropped: bool) -> None:
    story = Story([Article(TOLD, "told"), Article(other, "other")])
    for article in story.articles:
        (only,) = article.claims
        found = story.support(article, only)
        assert found.relation in ("agree", "copy", "refine")
        assert found.dropped is dropped

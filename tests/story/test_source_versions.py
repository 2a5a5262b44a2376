from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from seedreader.article import Article, Mark, SourceId
from seedreader.story import Story
from seedreader.story.matrix import Matrix
from seedreader.story.origin_evidence import by_origin, unmatched
from seedreader.story.source_versions import address, group

TOLD = "The council of Tarn approved the new pier on Monday. It will cost 4 million euros, the mayor said.\n"
ALSO = (
    "Tarn's new pier will cost 4 million euros, mayor Ana Ruiz told reporters after the vote in the hall.\n"
)
OTHER = (
    "A storm closed the schools of Ulm on Friday. Trains to the coast stood still, the police said there.\n"
)
URL = "https://tarn.example/pier"
FIRST, SECOND = datetime(2025, 3, 1, tzinfo=UTC), datetime(2025, 3, 2, tzinfo=UTC)


def article(
    text: str, file: str, url: str | None = None, member: str | None = None, **known: object
) -> Article:
    return Article(text, file, file, url=url, source=SourceId(f"file:///{file}", member), **known)  # type: ignore[arg-type]


def claim_of(story: Story, number: int, words: str):  # type: ignore[no-untyped-def]
    claimed = story.articles[number]
    return claimed, next(c for c in claimed.claims if words in claimed.text[c.start : c.end])


def test_the_readers_word_makes_and_parts_versions() -> None:
    one, two = article("a", "a", URL), article("b", "b", URL)
    three = article("c", "c")
    assert one.source and two.source and three.source
    assert group([one, two, three]) == ((0, 1),)
    assert group([replace(one, no_readings=(two.source,)), two, three]) == ()
    assert group([one, two, replace(three, readings=(two.source,))]) == ((0, 1, 2),)
    parted = replace(one, no_readings=(two.source,))
    assert group([parted, two, article("d", "d", URL)]) in (((0, 2),), ((1, 2),))


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (article("a", "a", URL), article("b", "b", "http://www.tarn.example/pier/?utm_source=x#top"), True),
        (article("a", "a", URL), article("b", "b", f"{URL}?page=2"), False),
        (article("a", "a", "https://tarn.example/"), article("b", "b", "https://tarn.example"), False),
        (article("a", "a.warc", None, URL), article("b", "b.warc", None, URL), True),
        (
            article("a", "a.xml", None, "urn:newsml:tarn:7"),
            article("b", "b.xml", None, "urn:newsml:tarn:7"),
            True,
        ),
        (article("a", "a.mbox", None, "1"), article("b", "b.mbox", None, "1"), False),
        (article("a", "letter", URL, "1"), article("b", "letter", URL, "2"), False),
        (
            article("a", "crawl", URL, "1", retrieved=FIRST),
            article("b", "crawl", URL, "2", retrieved=SECOND),
            True,
        ),
        (article("a", "a"), article("b", "b"), False),
        (Article("a", "a"), Article("a", "a"), False),
    ],
)
def test_what_is_one_source(one: Article, two: Article, same: bool) -> None:
    assert (group([one, two]) == ((0, 1),)) == same


@pytest.mark.parametrize("url", ["https://[::1/x", "ftp://a.example/x", "", "/x", "https://a.example/"])
def test_what_is_no_page_s_address(url: str) -> None:
    assert address(url) is None


def test_a_version_is_never_another_source() -> None:
    apart = Story([article(TOLD, "a"), article(ALSO, "b")])
    told, claim = claim_of(apart, 0, "4 million")
    assert apart.support(told, claim).origins == 2
    story = Story([article(TOLD, "a", URL), article(ALSO, "b", URL)])
    told, claim = claim_of(story, 0, "4 million")
    assert (len(story.origins), story.source_count) == (1, 1)
    assert story.support(told, claim).origins == 1
    assert story.versions_of(told) == (story.articles[1],)
    assert {fact.origins for fact in Matrix(story).facts} == {1}


def test_a_version_without_a_match_is_not_counted_as_silent() -> None:
    story = Story([article(TOLD, "a", URL), article(OTHER, "b", URL), article(OTHER, "c")])
    told, claim = claim_of(story, 0, "4 million")
    found = unmatched(story, 0, by_origin(story, story.evidence(told, claim.start, claim.end)))
    assert found.sources == (2,)


@pytest.mark.parametrize("kind", ["excerpt", "cut"])
def test_an_excerpt_is_never_compared_as_a_full_text(kind: str) -> None:
    marked = replace(article(OTHER, "b"), marks=(Mark(kind),))
    story = Story([article(TOLD, "a"), marked, article(OTHER, "c")])
    told, claim = claim_of(story, 0, "4 million")
    found = unmatched(story, 0, by_origin(story, story.evidence(told, claim.start, claim.end)))
    assert (found.sources, found.partial) == ((2,), (1,))


def test_what_an_excerpt_says_is_linked_but_adds_no_origin() -> None:
    story = Story([article(TOLD, "a"), replace(article(ALSO, "b"), marks=(Mark("excerpt"),))])
    for number in (0, 1):
        told, claim = claim_of(story, number, "4 million")
        support = story.support(told, claim)
        assert support.relation in ("agree", "refine")
        assert support.origins == 1
    assert {fact.origins for fact in Matrix(story).facts} == {1}

"""A story from the cache is the story that was worked out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from seedreader import read_text
from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.analysis.source_corrections import correct
from seedreader.article import ANOTHER_READING, YES, Article, Correction, SourceCorrection
from seedreader.cache import cached_story
from seedreader.cache.analysis_cache import AnalysisCache
from seedreader.cache.cached_story import know_articles, know_links
from seedreader.story import Story

ONE = (
    "Twelve people died when a ferry sank off Port Alma on Monday, the coast guard said.\n\n"
    "The ferry carried 140 passengers, the operator Blue Line told reporters. “We are in shock,” said "
    "Ines Roca, its head.\n"
)
TWO = (
    "A ferry sank off Port Alma, and fourteen people died, according to the coast guard.\n\n"
    "About 140 passengers were aboard. An inquiry begins on Thursday.\n"
)


@pytest.fixture
def cache(tmp_path: Path) -> AnalysisCache:
    return AnalysisCache(tmp_path / "analysis.sqlite")


def pair(day: str = "2025-03-18") -> list[AnalysedArticle]:
    return [read_text(text, name, published=day) for text, name in ((ONE, "one"), (TWO, "two"))]


def known(story: Story, cache: AnalysisCache | None = None) -> Story:
    know_articles(story, cache)
    know_links(story, cache)
    return story


def shape(story: Story) -> object:
    """All that is computed, without identities."""
    number = {id(article): i for i, article in enumerate(story.articles)}
    return (
        [(a.sentences, a.boilerplate, a.claims, a.quantities, a.dates) for a in story.articles],
        [
            (number[id(link.a.article)], link.a[1:], number[id(link.b.article)], link.b[1:], link[2:])
            for link in story.links
        ],
        [[number[id(article)] for article in group] for group in story.origins],
        [
            [
                (number[id(link.b.article)], link.b[1:], link[2:])
                for link in story.evidence(article, *sentence)
            ]
            for article in story.articles
            for sentence in article.sentences
        ],
        [story.support(article, claim) for article in story.articles for claim in article.claims],
    )


def unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on, nothing may be worked out."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("worked out again")

    monkeypatch.setattr("seedreader.analysis.claims.find_claims", refuse)
    monkeypatch.setattr("seedreader.analysis.relations.relate.relate", refuse, raising=False)
    monkeypatch.setattr("seedreader.story.link_finder.LinkFinder.between", refuse)


def test_what_is_recalled_is_what_was_worked_out(
    cache: AnalysisCache, monkeypatch: pytest.MonkeyPatch, seeds: list[Path]
) -> None:
    from seedreader.ingest.load_files import load

    articles = load(seeds).articles
    plain = shape(Story(articles))
    assert shape(known(Story(articles), cache)) == plain
    again = Story(articles)
    with monkeypatch.context() as patched:
        unasked(patched)
        known(again, cache)
        _ = again.links, again.origins
    assert shape(again) == plain


def test_reasons_dates_and_speakers_come_back_as_they_were(cache: AnalysisCache) -> None:
    known(Story(pair()), cache)
    recalled = known(Story(pair()), cache)
    assert any(link.relation == "conflict" and link.why for link in recalled.links)
    assert [link.why for link in recalled.links] == [link.why for link in Story(pair()).links]
    assert any(claim.speaker for article in recalled.articles for claim in article.claims)
    assert any(claim.dates for article in recalled.articles for claim in article.claims)


def test_a_moved_or_renamed_article_is_known_again(
    cache: AnalysisCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = (ONE, TWO)
    known(Story([Article(text, "one", path=f"/a/{i}.txt") for i, text in enumerate(texts)]), cache)
    unasked(monkeypatch)
    moved = Story([Article(text, "two", path=f"/b/{i}.txt") for i, text in enumerate(texts)])
    assert known(moved, cache).links


def test_another_day_or_correction_is_worked_out_anew(cache: AnalysisCache) -> None:
    known(Story(pair()), cache)
    later = pair("2025-03-26")
    assert shape(known(Story(later), cache)) == shape(Story(later))
    articles = pair()
    start = ONE.index("The ferry carried")
    said: dict[Article, list[Correction]] = {articles[0]: [Correction(start, start + 40, "boilerplate")]}
    corrected = known(Story(articles, said), cache)
    assert any(span.start == start for span in corrected.articles[0].boilerplate)


def test_each_word_of_the_readers_is_worked_out_anew_and_no_other(cache: AnalysisCache) -> None:
    one, two = (
        Article(text, name, f"/{name}.txt", published=date(2025, 3, 18))
        for text, name in ((ONE, "one"), (TWO, "two"))
    )
    assert one.source is not None
    said = Correction(0, ONE.index(" on Monday"), "speaker", "Blue Line")
    words = {
        "as read": (one, two, {}),
        "a speaker": (one, two, {one: [said]}),
        "another speaker": (one, two, {one: [said._replace(value="Ines Roca")]}),
        "a date": (correct(one, [SourceCorrection(one.source, "published", "2025-04-01")]), two, {}),
        "a version": (
            correct(one, [SourceCorrection(one.source, ANOTHER_READING, YES, two.source)]),
            two,
            {},
        ),
    }
    found = {}
    for name, (first, second, corrections) in words.items():
        fresh = known(Story([first, second], corrections))
        found[name] = shape(known(Story([first, second], corrections), cache))
        assert found[name] == shape(fresh), name
    for name, (first, second, corrections) in words.items():
        assert shape(known(Story([first, second], corrections), cache)) == found[name], name
    assert len(set(map(repr, found.values()))) == len(words)


def test_another_engine_starts_anew(cache: AnalysisCache, monkeypatch: pytest.MonkeyPatch) -> None:
    known(Story(pair()), cache)
    monkeypatch.setattr(cached_story, "engine_version", lambda: "another")
    monkeypatch.setattr("seedreader.story.link_finder.LinkFinder.between", lambda *_: [])
    assert known(Story(pair()), cache).links == ()


def test_an_entry_that_says_nonsense_is_worked_out_anew(
    cache: AnalysisCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(Story(pair()), cache)
    for nonsense in (b"{}", b"[[1], []]", b"[]", b"null", b'[[["a"]], 5]', b"\xff"):
        spoilt = AnalysisCache(Path("unused"))
        monkeypatch.setattr(spoilt, "get", lambda keys, data=nonsense: dict.fromkeys(keys, data))
        monkeypatch.setattr(spoilt, "put", lambda _: None)
        assert shape(known(Story(pair()), spoilt)) == shape(Story(pair()))

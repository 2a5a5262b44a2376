"""The passages that are offered where no match was found."""

from __future__ import annotations

import pytest

from seedreader.article import Article, Correction, Passage, Verdict
from seedreader.story import Story
from seedreader.story.nearest_passages import MOST, nearest
from tests.stories import WEATHER

BUS = (
    "The bus from Tarn to Oke ran late for a week. "
    "Tarn has had a bus since 1950. "
    "Nobody was on the bus when a wheel came off near Tarn. "
    "A wheel was sold at the fair. "
    "Cats sleep by day.\n"
)
ASKED = "Ten children saw the wheel of a Tarn cart roll into a garden."
OTHER = "In the garden of a school, children grow beans.\n"


def story(*texts: str) -> Story:
    return Story([Article(text, f"source {number}") for number, text in enumerate(texts, 1)])


def found(of: Story, words: str, most: int = MOST) -> list[tuple[str, str]]:
    """The name and words of what is nearest to a passage of the first source."""
    article = of.articles[0]
    start = article.text.index(words)
    near = nearest(of, article, start, start + len(words), most)
    return [(passage.article.name, passage.text) for passage in near]


def test_the_best_sentences_of_each_source_come_best_first() -> None:
    asked = story(ASKED, BUS, OTHER)
    near = found(asked, ASKED)
    ledger = [words for name, words in near if name == "source 2"]
    assert ledger[0] == "Nobody was on the bus when a wheel came off near Tarn." and len(ledger) == 3
    assert ("source 3", OTHER.strip()) in near
    article = asked.articles[0]
    scored: dict[str, float] = {}
    for other in asked.articles[1:]:
        scores = asked.scores(article, 0, len(ASKED), other)
        scored |= {other.text[a:b]: score for (a, b), score in zip(other.sentences, scores, strict=True)}
    assert [scored[words] for _, words in near] == sorted((scored[w] for _, w in near), reverse=True)
    assert len(found(asked, ASKED, most=1)) == 2


def test_what_shares_nothing_is_not_near() -> None:
    assert found(story("Cats sleep.", WEATHER), "Cats sleep.") == []
    assert "Cats sleep by day." not in [words for _, words in found(story(ASKED, BUS), ASKED, most=9)]
    assert found(story(ASKED), ASKED) == []
    assert found(story(ASKED, ""), ASKED) == []


def test_boilerplate_is_never_near() -> None:
    articles = story(ASKED, BUS).articles
    line = BUS.index("Nobody"), BUS.index("A wheel")
    dimmed = Story(articles, {articles[1]: [Correction(*line, "boilerplate")]})
    near = found(dimmed, ASKED)
    assert near and all("Nobody" not in words for _, words in near)


def test_a_sentence_with_boilerplate_in_it_is_not_near() -> None:
    articles = story(ASKED, BUS).articles
    part = BUS.index("Nobody"), BUS.index("when a wheel")
    near = found(Story(articles, {articles[1]: [Correction(*part, "boilerplate")]}), ASKED)
    assert near and all("wheel came off" not in words for _, words in near)


def test_a_source_that_is_linked_is_left_out_until_each_is() -> None:
    plain = story(ASKED, BUS, OTHER)
    mine = Passage(plain.articles[0], 0, len(ASKED))
    bus = Passage(plain.articles[1], *plain.articles[1].sentences[2])
    beans = Passage(plain.articles[2], *plain.articles[2].sentences[0])
    linked = plain.with_verdicts([Verdict(mine, bus, "agree")])
    assert {name for name, _ in found(linked, ASKED)} == {"source 3"}
    every = plain.with_verdicts([Verdict(mine, bus, "agree"), Verdict(mine, beans, "related")])
    near = found(every, ASKED)
    assert near and {name for name, _ in near} == {"source 2"}
    assert bus.text not in {words for _, words in near}


@pytest.mark.parametrize("words", ["Ten children saw the wheel", "wheel", "a Tarn cart"])
def test_any_words_can_be_asked_for(words: str) -> None:
    near = found(story(ASKED, BUS), words)
    assert near and all("wheel" in said or "bus" in said or "Tarn" in said for _, said in near)

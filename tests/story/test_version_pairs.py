from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from seedreader.article import Article, SourceId
from seedreader.story import Story
from seedreader.story.origin_evidence import by_origin, speaker, unmatched
from seedreader.story.version_pairs import is_earlier, nearest, text_of
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles

WIRE = (
    "The council of Porto Sul approved the new pier in the old harbour on Monday evening after two hours. "
    "It will cost about 4 million euros, mayor Ana Ruiz told the newspaper of the town on Tuesday. "
    "More than 300 residents came to the meeting, and most of them were against the plan of the council.\n"
)


def test_a_reprint_is_nearer_than_what_only_tells_the_same() -> None:
    story = Story(articles(WIRE, GAZETTE, WEATHER, WIRE.replace("4 million", "6 million")))
    assert nearest(story, 0)[0] == 3
    assert nearest(story, 3)[0] == 0
    assert sorted(nearest(story, 1)) == [0, 2, 3]


def test_the_same_source_read_at_another_time_is_nearest_and_one_is_the_earlier() -> None:
    source = SourceId("https://gazette.example/pier")
    then, now = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2)
    old, new = (
        Article(text, "pier", source=source, retrieved=at) for text, at in ((HARBOUR, then), (WEATHER, now))
    )
    story = Story([Article(WIRE, "wire"), old, Article(HARBOUR, "copy"), new])
    assert nearest(story, 1)[0] == 3
    assert nearest(story, 3)[0] == 1
    assert is_earlier(old, new)
    assert not is_earlier(new, old)
    assert not is_earlier(story.articles[0], new)


def test_a_source_alone_has_no_other() -> None:
    assert nearest(Story(articles(HARBOUR)), 0) == ()


def test_the_text_comes_with_its_sentences_and_boilerplate() -> None:
    story = Story(articles(HARBOUR, GAZETTE))
    text = text_of(story, 0)
    assert text.text == HARBOUR and text.sentences == story.articles[0].sentences


def test_sources_of_one_origin_speak_with_one_voice() -> None:
    given = articles(WIRE, WIRE.replace("4 million", "6 million"), HARBOUR, WEATHER)
    story = Story([*given, replace(given[0], name="reprint")])
    sentence = story.articles[2].sentences[1]
    links = story.evidence(story.articles[2], *sentence)
    heard = by_origin(story, links)
    assert sorted(source for voice in heard for source in voice.sources) == [0, 1, 4]
    assert len(heard) == 1 and len(by_origin(story, links, apart=True)) == 3
    left = unmatched(story, 2, heard)
    assert left.sources == (3,) and left.one_origin
    assert all(voice.link is voice.links[0] for voice in heard)


def test_a_voice_has_its_speaker() -> None:
    story = Story([Article(HARBOUR, "a"), Article(GAZETTE, "b")])
    start = HARBOUR.index("It will cost")
    (link,) = story.evidence(story.articles[0], start, HARBOUR.index(" mayor"))
    assert speaker(link) == "mayor Ana Ruiz"

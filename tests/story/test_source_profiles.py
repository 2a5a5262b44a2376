from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.article import Article, Claim, Speaker
from seedreader.ingest.load_files import load
from seedreader.story import Story
from seedreader.story.source_profiles import cited_speakers, profiles
from tests.stories import GAZETTE, HARBOUR


def said(*names: str | None) -> list[Claim]:
    return [Claim(0, 1, (), 1.0, Speaker(0, 1, name) if name is not None else None) for name in names]


def told(*names: str | None) -> list[tuple[str, int, bool]]:
    return [(voice.name, voice.claims, voice.named) for voice in cited_speakers(said(*names))]


def test_names_come_first_and_the_most_quoted_of_them() -> None:
    assert told("officials", "officials", "officials", "Ana Ruiz", "Orla Gazette", "Orla Gazette", None) == [
        ("Orla Gazette", 2, True),
        ("Ana Ruiz", 1, True),
        ("officials", 3, False),
    ]


def test_a_surname_counts_for_the_one_full_name_that_it_ends() -> None:
    assert told("mayor Ana Ruiz", "Ruiz", "Ana Ruiz", "Ms Ruiz") == [("mayor Ana Ruiz", 4, True)]
    assert told("Ana Ruiz", "Pedro Ruiz", "Ruiz") == [
        ("Ana Ruiz", 1, True),
        ("Pedro Ruiz", 1, True),
        ("Ruiz", 1, True),
    ]


def test_what_is_said_of_a_speaker_makes_no_other_one() -> None:
    assert told("Lee Orr, a spokesman for the port", "Lee Orr", "Lee Orr") == [("Lee Orr", 3, True)]


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("Ruiz", True), ("Mr Ruiz", True), ("the Ministry of Defence", True), ("Orla’s military", True),
        ("the Orlan government", True), ("a spokesman for the mayor", False), ("Orlan officials", False),
        ("US and Orlan officials", False), ("Photos from the show", False), ("State media photos", False),
        ("some experts", False), ("he", False), ("two people", False), ("Analysts", False),
    ],
)  # fmt: skip
def test_who_has_a_name(name: str, named: bool) -> None:
    assert told(name) == [(name, 1, named)]


def test_a_profile_counts_words_claims_speakers_and_conflicts() -> None:
    one, two = profiles(Story([Article(HARBOUR, "Harbour"), Article(GAZETTE, "Gazette")]))
    assert one.words == len(HARBOUR.split())
    assert (one.boilerplate, one.share) == ((), 0)
    assert one.claims == len(one.article.claims)
    assert one.own + one.named + one.unnamed == one.claims
    assert any(voice.name == "mayor Ana Ruiz" or voice.name == "Ana Ruiz" for voice in one.cited_speakers)
    assert (one.conflicts, two.conflicts) == (1, 1)
    assert (one.shared, two.shared) == ((), ())


def test_boilerplate_is_no_part_of_the_length() -> None:
    text = HARBOUR + "\nAll rights reserved.\nSign up for our newsletter\n"
    (profile,) = profiles(Story([Article(text, "Harbour", published=date(2024, 1, 3))]))
    assert profile.words == len(HARBOUR.split())
    assert sum(characters for _, characters in profile.boilerplate) == round(profile.share * len(text))


@settings(max_examples=40)
@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_names_are_counted_once_each(names: list[str]) -> None:
    spoken = [name for name in names if name.split()]
    assert sum(voice.claims for voice in cited_speakers(said(*names))) == len(spoken)


def test_the_samples_add_up(seeds: list[Path]) -> None:
    story = Story(load(seeds).articles)
    for profile in profiles(story):
        assert profile.own + profile.named + profile.unnamed == profile.claims
        assert 0 <= profile.share < 1
        for other in profile.shared:
            assert profiles(story)[other].origin == profile.origin


def test_no_text_is_a_profile_of_nothing() -> None:
    (profile,) = profiles(Story([Article("", "empty")]))
    assert (profile.words, profile.share, profile.claims, profile.cited_speakers) == (0, 0, 0, ())

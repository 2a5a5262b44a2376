from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis.analysed_article import analysed
from seedreader.analysis.source_corrections import correct, said_of
from seedreader.article import (
    ANOTHER_READING,
    BY_READER,
    SOURCE_FACTS,
    Article,
    Provenance,
    SourceCorrection,
    SourceId,
)

HERE, THERE = SourceId("file:///a.txt"), SourceId("file:///b.mbox", "2")
READ = Article(
    "The pier of Tarn opened on Monday.",
    "a",
    "a.txt",
    title="Pier",
    outlet="Bell",
    published=date(2025, 3, 21),
    source=HERE,
    provenance=Provenance(title="text", outlet="html", published="html"),
)


def says(fact: str, value: str, source: SourceId = HERE, other: SourceId | None = None) -> SourceCorrection:
    return SourceCorrection(source, fact, value, other)


def test_what_is_said_stands_in_place_of_what_was_read_and_says_by_whom() -> None:
    found = correct(
        READ, [says("outlet", "Gazette"), says("published", "2025-03-28"), says("language", "en")]
    )
    assert (found.outlet, found.published, found.language, found.title) == (
        "Gazette",
        date(2025, 3, 28),
        "en",
        "Pier",
    )
    assert found.provenance == Provenance(
        title="text", outlet=BY_READER, published=BY_READER, language=BY_READER
    )


def test_the_last_word_counts_and_an_empty_one_is_not_known() -> None:
    found = correct(READ, [says("title", "Dock"), says("title", ""), says("published", "")])
    assert (found.title, found.published) == (None, None)


def test_relative_dates_are_told_from_the_readers_day() -> None:
    (monday,) = analysed(correct(READ, [says("published", "2025-03-28")])).dates
    assert monday.first == date(2025, 3, 24)
    (before,) = analysed(READ).dates
    assert before.first == date(2025, 3, 17)


def test_a_source_of_which_nothing_is_said_stays_the_article_that_it_is() -> None:
    assert correct(READ, [says("title", "Dock", THERE)]) is READ
    assert correct(Article("No file.", "none"), [says("title", "Dock")]).title is None


def test_taking_a_word_back_gives_the_article_as_it_was_read() -> None:
    once = correct(READ, [says("outlet", "Gazette")])
    assert correct(once, []) is READ
    assert correct(once, [says("title", "Dock")]).outlet == "Bell"


def test_of_another_reading_both_sources_are_spoken_of() -> None:
    word = says(ANOTHER_READING, "yes", HERE, THERE)
    there = Article("The pier.", "b", source=THERE)
    assert correct(READ, [word]).readings == (THERE,)
    assert correct(there, [word]).readings == (HERE,)
    assert correct(there, [word, word._replace(value="no")]).no_readings == (HERE,)
    assert said_of(THERE, [word]) == (says(ANOTHER_READING, "yes", THERE, HERE),)


@pytest.mark.parametrize(
    "unfit", [says("published", "soon"), says("author", "Ann"), says(ANOTHER_READING, "yes")]
)
def test_what_makes_no_sense_is_ignored(unfit: SourceCorrection) -> None:
    assert correct(READ, [unfit]) is READ


sayings = st.lists(
    st.builds(
        says,
        st.sampled_from((*SOURCE_FACTS, ANOTHER_READING, "author")),
        st.sampled_from(("", "en", "2025-03-28", "yes", "no")) | st.text(max_size=5),
        st.sampled_from((HERE, THERE)),
        st.none() | st.sampled_from((HERE, THERE)),
    ),
    max_size=6,
)


@given(sayings, sayings)
def test_correcting_again_is_as_correcting_once(
    first: list[SourceCorrection], last: list[SourceCorrection]
) -> None:
    once, twice = correct(READ, last), correct(correct(READ, first), last)
    for fact in (*SOURCE_FACTS, "readings", "no_readings", "provenance", "text", "source"):
        assert getattr(once, fact) == getattr(twice, fact)
    corrected = {fact for fact in SOURCE_FACTS if getattr(once.provenance, fact) == BY_READER}
    assert all(getattr(once, fact) == getattr(READ, fact) for fact in {*SOURCE_FACTS} - corrected)

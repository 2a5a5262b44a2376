"""What a source is, corrected from the keyboard, and the correction seen wherever the source is named."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from textual.pilot import Pilot

from seedreader.article import ANOTHER_READING, BY_READER, YES, Article, SourceCorrection
from seedreader.notebook import Notebook
from seedreader.ui.app import SeedreaderApp
from seedreader.ui.parts.part import Mode
from seedreader.ui.screens.facts.facts_screen import FactsScreen
from seedreader.ui.screens.stories.stories_screen import StoriesScreen
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles
from tests.ui.driving import app_of, notebook_file, paste, reading, rows, shows, until
from tests.ui.screens.stories.two_events import read_in_a_thread

__all__ = ["read_in_a_thread"]

NAMES = ("harbour", "gazette", "weather")
STORY = [
    Article(text, name, f"/news/{name}.txt", published=date(2025, 3, 21))
    for text, name in zip((HARBOUR, GAZETTE, WEATHER), NAMES, strict=True)
]


@asynccontextmanager
async def facts(
    story: list[Article] = STORY, size: tuple[int, int] = (100, 30)
) -> AsyncIterator[Pilot[None]]:
    async with reading(story, size) as pilot:
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, FactsScreen) and screen_of(pilot).shown)
        yield pilot


def screen_of(pilot: Pilot[None]) -> FactsScreen:
    assert isinstance(pilot.app.screen, FactsScreen)
    return pilot.app.screen


def first(pilot: Pilot[None]) -> Article:
    return app_of(pilot).articles[0]


async def correct(pilot: Pilot[None], key: str, value: str) -> None:
    """Press the key of a fact and write a value in place of the one that stands there."""
    await pilot.press(key)
    await until(pilot, lambda: screen_of(pilot).mode is Mode.EDITING)
    await pilot.press("ctrl+u")
    await paste(pilot, value)
    await pilot.press("enter")


async def corrected(pilot: Pilot[None], key: str, value: str) -> None:
    await correct(pilot, key, value)
    await until(pilot, lambda: shows(pilot, "by you; u takes it back."))


def kept() -> list[SourceCorrection]:
    return [each.said for each in Notebook(notebook_file()).source_corrections()]


async def test_the_outlet_is_corrected_everywhere_undone_and_redone() -> None:
    async with facts() as pilot:
        await corrected(pilot, "o", "Harbour Bell")
        assert any("outlet" in row and "Harbour Bell" in row and "by you" in row for row in rows(pilot))
        await pilot.press("q")
        assert "1 Harbour Bell" in rows(pilot)[1]
        await until(pilot, lambda: app_of(pilot).session.story.given == app_of(pilot).articles)  # type: ignore[union-attr]
        await pilot.press("s")
        await until(pilot, lambda: shows(pilot, "Harbour Bell (by you)"))
        await pilot.press("E")
        await until(pilot, lambda: shows(pilot, "Source 1 Harbour Bell"))
        await pilot.press("u")
        await until(pilot, lambda: shows(pilot, "Undid: the source’s outlet “Harbour Bell”."))
        assert first(pilot) is STORY[0]
        await pilot.press("U")
        await until(pilot, lambda: first(pilot).outlet == "Harbour Bell")


async def test_a_correction_is_there_after_a_restart() -> None:
    async with facts() as pilot:
        await corrected(pilot, "t", "A pier for Porto Sul")
    async with reading(STORY) as pilot:
        await until(pilot, lambda: first(pilot).title == "A pier for Porto Sul")
        assert "· A pie" in rows(pilot)[1]


async def test_relative_days_follow_the_corrected_date() -> None:
    def monday(pilot: Pilot[None]) -> set[date | None]:
        story = app_of(pilot).session.story
        assert story is not None
        return {mention.first for mention in story.articles[0].dates}

    async with facts() as pilot:
        assert date(2025, 3, 17) in monday(pilot)
        await corrected(pilot, "d", "28 March 2025")
        await until(pilot, lambda: date(2025, 3, 24) in monday(pilot))
        assert kept() == [SourceCorrection(STORY[0].source, "published", "2025-03-28")]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("d", "soon", "“soon” is no day: write it as 2025-03-21 or as 21 March 2025."),
        ("l", "Klingon", "“Klingon” is no language known here: write English or en."),
    ],
)
async def test_what_makes_no_sense_is_said_and_can_be_mended(key: str, value: str, told: str) -> None:
    async with facts() as pilot:
        await correct(pilot, key, value)
        await until(pilot, lambda: shows(pilot, told))
        assert screen_of(pilot).mode is Mode.EDITING
        await pilot.press("escape")
        assert kept() == []


async def test_a_language_is_written_in_words_and_nothing_means_not_known() -> None:
    async with facts() as pilot:
        await corrected(pilot, "l", "german")
        await until(pilot, lambda: first(pilot).language == "de")
        assert any("language" in row and "German" in row and "by you" in row for row in rows(pilot))
        await pilot.press("d")
        await until(pilot, lambda: screen_of(pilot).mode is Mode.EDITING)
        await pilot.press("ctrl+u", "enter")
        await until(pilot, lambda: shows(pilot, "Its date is not known, by you"))
        assert first(pilot).published is None


async def test_what_was_read_holds_again_where_the_word_is_withdrawn() -> None:
    async with facts() as pilot:
        await pilot.press("x")
        assert shows(pilot, "You said nothing of this fact: it is as it was read.")
        await corrected(pilot, "o", "Bell")
        await pilot.press("x")
        await until(pilot, lambda: shows(pilot, "Its outlet is as it was read; u takes that back."))
        assert (kept(), first(pilot).outlet) == ([], None)
        await pilot.press("u")
        await until(pilot, lambda: first(pilot).outlet == "Bell")


async def test_two_sources_become_versions_of_one_and_part_again() -> None:
    def sources(pilot: Pilot[None]) -> int:
        story = app_of(pilot).session.story
        return story.source_count if story is not None and story.given == app_of(pilot).articles else 0

    async with facts() as pilot:
        await pilot.press("r")
        assert shows(pilot, "again turns it round")
        await pilot.press("r")
        await until(pilot, lambda: shows(pilot, "It is a version of 2 gazette, by you; u takes it back."))
        await until(pilot, lambda: sources(pilot) == 2)
        (said,) = kept()
        assert (said.fact, said.value) == (ANOTHER_READING, YES)
        assert {said.source, said.other} == {STORY[0].source, STORY[1].source}
        await pilot.press("r")
        await until(pilot, lambda: shows(pilot, "It is not a version of 2 gazette, by you"))
        await until(pilot, lambda: sources(pilot) == 3)


async def test_enter_corrects_the_chosen_fact() -> None:
    async with facts() as pilot:
        await pilot.press("j", "enter")
        await until(pilot, lambda: shows(pilot, "outlet of 1 harbour (empty: not known)"))
        await pilot.press("escape", "G", "enter")
        await until(pilot, lambda: shows(pilot, "It is a version of 3 weather"))


async def test_the_keys_go_from_source_to_source() -> None:
    async with facts() as pilot:
        for keys, number in (("n", 2), ("tab", 3), ("right", 1), ("N", 3), ("2", 2)):
            await pilot.press(keys)
            await until(pilot, partial(shows, pilot, f"Source {number} "))
        await pilot.press("7")
        assert shows(pilot, "There is no source 7.")


async def test_the_filter_finds_what_is_corrected() -> None:
    async with facts() as pilot:
        await corrected(pilot, "o", "Bell")
        await pilot.press("slash", *"by you", "enter")
        assert [fact.fact for fact in screen_of(pilot).shown] == ["outlet"]


async def test_a_source_of_another_event_becomes_a_story_of_its_own_and_that_is_taken_back() -> None:
    async with facts() as pilot:
        await pilot.press("3", "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, StoriesScreen))
        await until(pilot, lambda: shows(pilot, "A story of its own now; u takes it back."))
        assert shows(pilot, "2 stories · 3 articles")
        notebook = Notebook(notebook_file())
        await until(pilot, lambda: len(notebook.event_decisions()) == 2)
        await pilot.press("u")
        await until(pilot, lambda: notebook.event_decisions() == ())
        assert shows(pilot, "1 story · 3 articles")


async def test_without_a_file_or_an_address_nothing_can_be_kept() -> None:
    async with facts(articles(HARBOUR, GAZETTE)) as pilot:
        for key in ("t", "e"):
            await pilot.press(key)
            assert shows(pilot, "It has no file or address by which what you say of it could be kept.")


async def test_one_source_alone_has_no_event_and_no_version() -> None:
    async with facts(STORY[:1]) as pilot:
        assert [fact.fact for fact in screen_of(pilot).shown] == ["title", "outlet", "published", "language"]
        await pilot.press("e")
        assert shows(pilot, "It is the only source here.")
        await pilot.press("r")
        assert shows(pilot, "There is no other source here")


async def test_the_sources_screen_leads_there_and_back() -> None:
    async with reading(STORY, (100, 30)) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: shows(pilot, "2 gazette"))
        await pilot.press("2", "E")
        await until(pilot, lambda: shows(pilot, "Source 2 gazette"))
        await corrected(pilot, "o", "The Gazette")
        await pilot.press("q")
        await until(pilot, lambda: shows(pilot, "2 The Gazette"))


async def test_what_another_file_of_the_same_text_is_called_stays() -> None:
    twin = replace(STORY[0], name="twin", path="/news/twin.txt", source=None)
    async with facts([STORY[0], twin]) as pilot:
        await corrected(pilot, "o", "Bell")
        assert [article.outlet for article in app_of(pilot).articles] == ["Bell", None]
        assert first(pilot).provenance.outlet == BY_READER


async def test_several_stories_are_listed_by_what_the_reader_says() -> None:
    source = STORY[0].source
    assert source is not None
    Notebook(notebook_file()).correct_source(SourceCorrection(source, "outlet", "Harbour Bell"))
    apart = [STORY[0], STORY[2]]
    async with SeedreaderApp(apart, "news", notebook_file).run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, StoriesScreen))
        await until(pilot, lambda: shows(pilot, "Harbour Bell"))

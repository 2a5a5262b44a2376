from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot

from seedreader.article import Article
from seedreader.notebook import Code, Notebook, NotebookError
from seedreader.ui import commands
from seedreader.ui.parts.part import Mode
from seedreader.ui.screens.notes.notes_screen import NotesScreen
from seedreader.ui.screens.tags.tags_screen import TagsScreen
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles
from tests.ui.driving import app_of, notebook_file, reading, rows, shows, until
from tests.ui.filled import Put, fill


def story() -> list[Article]:
    return [
        Article(HARBOUR, "Harbour", "/texts/harbour.txt"),
        Article(GAZETTE, "Gazette", "/texts/gazette.txt"),
    ]


def some() -> list[Put]:
    """“cost” on two passages, “costs” on one of them and another, “rain” in another story, and a note."""
    harbour, gazette = story()
    elsewhere = Article(WEATHER, "Weather", "/texts/weather.txt")
    return [
        Put(harbour, "4 million euros", "tag", "cost"),
        Put(harbour, "4 million euros", "tag", "costs"),
        Put(gazette, "6 million euros", "tag", "cost"),
        Put(harbour, "About 300 people", "tag", "costs"),
        Put(elsewhere, "Rain fell", "tag", "rain"),
        Put(harbour, "4 million euros", "note", "Who counted?"),
    ]


def screen_of(pilot: Pilot[None]) -> TagsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, TagsScreen)
    return screen


async def listing(pilot: Pilot[None], count: int) -> None:
    await until(pilot, lambda: app_of(pilot).session.placed or not notebook_file().exists())
    await pilot.press("T")
    await until(
        pilot, lambda: isinstance(pilot.app.screen, TagsScreen) and len(screen_of(pilot).items) == count
    )
    await until(pilot, lambda: shows(pilot, f"Tags · {count}"))


def uses(notebook: Notebook) -> dict[str, int]:
    return {tag.code.name: tag.uses for tag in notebook.tags()}


def row_of(pilot: Pilot[None], text: str) -> str:
    return next(row for row in rows(pilot) if text in row)


async def test_every_tag_is_listed_with_its_uses_and_meaning() -> None:
    notebook = fill(some())
    notebook.describe_tag(Code("cost", "What the pier costs.", "green"))
    async with reading(story()) as pilot:
        await listing(pilot, 3)
        first = row_of(pilot, "#  cost ")
        assert "2" in first
        assert "2 here" in first
        assert "20 Mar 2025" in first
        assert "green" in first
        assert "What the pier costs." in first
        assert "0 here" in row_of(pilot, "#  rain ")
        assert shows(pilot, "cost · 2 passages, 2 in this story")


async def test_keys_typed_ahead_wait_for_the_list() -> None:
    notebook = fill(some())
    async with reading(story()) as pilot:
        await until(pilot, lambda: app_of(pilot).session.placed)
        for key in ("T", "j", "x"):
            pilot.app.post_message(events.Key(key, key))
        await until(pilot, lambda: shows(pilot, "#costs deleted from 2 passages"))
        assert uses(notebook) == {"cost": 2, "rain": 1}


async def test_a_tag_is_renamed_everywhere_and_stays_chosen() -> None:
    notebook = fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 3)
        await pilot.press("r", *"z", "enter")
        await until(pilot, lambda: shows(pilot, "#cost renamed to #costz in 2 places; u takes that back."))
        assert screen_of(pilot).chosen is not None
        assert uses(notebook) == {"costs": 2, "costz": 2, "rain": 1}
        assert [use.name for use in screen_of(pilot).shown if use == screen_of(pilot).chosen] == ["costz"]
        await pilot.press("u")
        await until(pilot, lambda: shows(pilot, "Undid"))
        assert uses(notebook) == {"cost": 2, "costs": 2, "rain": 1}
        await pilot.press("U")
        await until(pilot, lambda: uses(notebook) == {"costs": 2, "costz": 2, "rain": 1})


async def test_a_name_that_is_taken_is_asked_about_before_both_become_one() -> None:
    notebook = fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 3)
        await pilot.press("r", "s", "enter")
        await until(
            pilot, lambda: shows(pilot, "#costs is on 2 passages already: Enter again makes both one.")
        )
        assert uses(notebook) == {"cost": 2, "costs": 2, "rain": 1}
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "#cost joined with #costs in 2 places"))
        assert uses(notebook) == {"costs": 3, "rain": 1}


async def test_keeping_the_name_changes_nothing() -> None:
    notebook = fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 3)
        await pilot.press("r", "enter")
        await until(pilot, lambda: shows(pilot, "It keeps its name."))
        assert uses(notebook) == {"cost": 2, "costs": 2, "rain": 1}


async def test_merging_takes_a_tag_that_there_is() -> None:
    notebook = fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 3)
        await pilot.press("m", *"no", "enter")
        await until(pilot, lambda: shows(pilot, "There is no other tag #no"))
        await pilot.press(*["backspace"] * 2, *"co", "tab", "enter")
        await until(pilot, lambda: shows(pilot, "#cost joined with #costs in 2 places"))
        assert uses(notebook) == {"costs": 3, "rain": 1}
        assert [a.body for a in notebook.annotations() if a.kind == "note"] == ["Who counted?"]


async def test_a_tag_is_described_and_the_description_taken_away() -> None:
    notebook = fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 3)
        await pilot.press("d", *"M.", "enter")
        await until(pilot, lambda: shows(pilot, "#cost is described."))
        assert notebook.tags()[0].code.description == "M."
        await pilot.press("d", *["backspace"] * 2, "enter")
        await until(pilot, lambda: shows(pilot, "#cost is without a description now."))
        assert notebook.tags()[0].code.description == ""


async def test_a_description_left_unsaved_is_there_again_and_is_no_note() -> None:
    fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 3)
        await pilot.press("d", *"Mo", "escape")
        await until(pilot, lambda: screen_of(pilot).mode is not Mode.EDITING)
        await pilot.press("d")
        await until(pilot, lambda: shows(pilot, "A draft of yours stood here."))
        await pilot.press("escape", "q", "o")
        await until(pilot, lambda: shows(pilot, "Notes and tags · 5"))


async def test_colours_go_round_and_end_with_none() -> None:
    notebook = fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 3)
        seen = []
        for _ in range(6):
            await pilot.press("c")
            seen.append(notebook.tags()[0].code.colour)
        assert seen == ["yellow", "green", "blue", "red", "violet", ""]


async def test_deleting_a_tag_leaves_the_notes_and_comes_back() -> None:
    notebook = fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 3)
        await pilot.press("x")
        await until(
            pilot, lambda: shows(pilot, "#cost deleted from 2 passages; notes stay; u brings it back.")
        )
        assert uses(notebook) == {"costs": 2, "rain": 1}
        assert [a.body for a in notebook.annotations() if a.kind == "note"] == ["Who counted?"]
        await pilot.press("u")
        await until(pilot, lambda: len(screen_of(pilot).items) == 3)


async def test_filtering_and_going_to_the_notes_of_a_tag() -> None:
    fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 3)
        await pilot.press("slash", *"cos", "enter")
        assert shows(pilot, "Tags · 2 of 3 · cos")
        await pilot.press("escape", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, NotesScreen))
        await until(pilot, lambda: shows(pilot, "4 of 5 · #cost") or shows(pilot, "3 of 5 · #cost"))


async def test_tags_are_sorted_by_name_use_and_last_use() -> None:
    fill([*some(), Put(story()[1], "a new pier", "tag", "zeal")])
    async with reading(story()) as pilot:
        await listing(pilot, 4)
        seen = []
        for _ in range(3):
            seen.append([use.name for use in screen_of(pilot).shown])
            await pilot.press("S")
        assert seen == [
            ["cost", "costs", "rain", "zeal"],
            ["cost", "costs", "rain", "zeal"],
            ["zeal", "rain", "costs", "cost"],
        ]


async def test_a_tag_of_other_stories_shows_all_stories() -> None:
    fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 3)
        await pilot.press("G", "enter")
        await until(pilot, lambda: shows(pilot, "1 of 6 · all stories · #rain"))


async def test_without_tags_it_says_how_to_begin_and_takes_every_key() -> None:
    async with reading(articles(HARBOUR), (40, 12)) as pilot:
        await listing(pilot, 0)
        assert shows(pilot, "No tags yet.")
        for command in commands.TABLE.on_screen("tags"):
            if command.id not in ("filter", "help", "close", "step_back"):
                await screen_of(pilot).run_command(command.id)
        await pilot.press("slash", "a", "escape", "escape")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)
        assert not notebook_file().exists()


async def test_a_change_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = fill(some())

    def full(*_: object) -> int:
        raise NotebookError("The disk is full.")

    monkeypatch.setattr(Notebook, "delete_tag", full)
    monkeypatch.setattr(Notebook, "rename_tag", full)
    async with reading(story()) as pilot:
        await listing(pilot, 3)
        await pilot.press("x")
        await until(pilot, lambda: shows(pilot, "The disk is full."))
        await pilot.press("r", "z", "enter")
        await until(pilot, lambda: shows(pilot, "The disk is full."))
        assert uses(notebook) == {"cost": 2, "costs": 2, "rain": 1}

"""What holds of every screen, whatever it shows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.pilot import Pilot

from seedreader.ui import commands
from seedreader.ui.commands.command_table import EVERYWHERE
from seedreader.ui.parts.part import Handler, Mode, handlers
from seedreader.ui.screens.part_screen import PartScreen
from seedreader.ui.work_messages import ProblemFound
from tests.stories import GAZETTE, HARBOUR, articles
from tests.ui.driving import app_of, reading, rows, shows, until
from tests.ui.screens.stories import two_events
from tests.ui.screens.stories.two_events import FERRY, PIER, listed, read_in_a_thread, screen_of

__all__ = ["read_in_a_thread"]

OPENED_BY: Mapping[str, tuple[str, ...]] = {
    "reader": (),
    "notes": ("o",),
    "tags": ("T",),
    "matrix": ("m",),
    "timeline": ("D",),
    "sources": ("s",),
    "facts": ("E",),
    "versions": ("V",),
    "jumps": ("enter", "J"),
    "problems": ("exclamation_mark",),
    "stories": (),
    "kept": ("O",),
    "hits": ("slash", *"council", "tab"),
    "help": ("question_mark",),
}
"""The keys that lead from the reader to each screen."""


@asynccontextmanager
async def opened(name: str) -> AsyncIterator[tuple[Pilot[None], PartScreen[Any]]]:
    if name == "stories":
        async with listed(two_events.articles(FERRY, PIER)) as pilot:
            yield pilot, screen_of(pilot)
        return
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        if name == "jumps":
            await pilot.press("n")
        await pilot.press(*OPENED_BY[name])
        await until(pilot, lambda: len(app_of(pilot).screen_stack) == 1 + bool(OPENED_BY[name]))
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, PartScreen)
        assert screen.command_set == name
        yield pilot, screen


@pytest.mark.parametrize("name", OPENED_BY)
async def test_each_command_has_one_handler_and_each_handler_a_command(name: str) -> None:
    async with opened(name) as (_, screen):
        ids = [id for part in (*screen.parts, screen) for id in part.commands()]
        assert len(ids) == len(set(ids))
        assert set(ids) == {c.id for mode in screen.command_sets() for c in screen.table.on_screen(mode)}


def test_every_screen_of_the_table_is_tried_here() -> None:
    readers = {"select", "verdict"}
    typed = {"editor", "tag_editor", "speaker_editor", "filter", "find", EVERYWHERE}
    assert {command.screen for command in commands.TABLE.commands} == {*OPENED_BY, *readers, *typed}


@pytest.mark.parametrize("name", OPENED_BY)
async def test_ctrl_c_says_how_to_quit(name: str) -> None:
    async with opened(name) as (pilot, _):
        await pilot.press("ctrl+c")
        assert shows(pilot, "q quits; everything that was saved stays saved.")


@pytest.mark.parametrize("name", OPENED_BY)
async def test_another_theme_is_confirmed(name: str) -> None:
    async with opened(name) as (pilot, _):
        app_of(pilot).choose_theme("light")
        await pilot.pause()
        assert shows(pilot, "Theme: light.")


@pytest.mark.parametrize("name", OPENED_BY)
async def test_what_went_wrong_beside_the_keys_is_told(name: str) -> None:
    async with opened(name) as (pilot, _):
        pilot.app.post_message(ProblemFound("The notebook is damaged."))
        await pilot.pause()
        assert shows(pilot, "The notebook is damaged.")


@pytest.mark.parametrize("name", OPENED_BY)
async def test_notes_are_exported_only_where_notes_are_shown(name: str) -> None:
    async with opened(name) as (pilot, screen):
        titles = [command.title for command in pilot.app.get_system_commands(screen)]
        assert any(title.startswith("Export notes") for title in titles) == (
            name in ("reader", "notes", "tags")
        )
        assert any(title.startswith("Theme: ") for title in titles)


@pytest.mark.parametrize("name", ["notes", "matrix", "help"])
async def test_while_a_filter_is_typed_letters_give_no_command(name: str) -> None:
    async with opened(name) as (pilot, screen):
        await pilot.press("slash", "q")
        assert (screen.mode, screen.command_set) == (Mode.TYPING, "filter")
        assert not screen.can("close")
        assert pilot.app.screen is screen
        await pilot.press("escape")
        assert (screen.mode, screen.command_set) == (Mode.READING, name)
        await pilot.press("q")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)


def test_two_parts_with_one_command_are_refused() -> None:
    class Undoing:
        def commands(self) -> dict[str, Handler]:
            return {"undo": lambda: None}

    with pytest.raises(ValueError, match="undo"):
        handlers([Undoing(), Undoing()])


@pytest.mark.parametrize(("opened", "key"), [("o", "e"), ("T", "r")])
async def test_the_footer_has_the_keys_of_the_editor_only_while_it_is_open(opened: str, key: str) -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("t", *"costs", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        await pilot.press(opened)
        await until(pilot, lambda: shows(pilot, "costs"))
        await pilot.press("j")
        keys = rows(pilot)[-1]
        await pilot.press(key)
        await until(pilot, lambda: pilot.app.screen.query("Editor:focus"))
        await pilot.pause()
        assert "save" in rows(pilot)[-1] and rows(pilot)[-1] != keys
        await pilot.press("escape")
        await until(pilot, lambda: not pilot.app.screen.query("Editor"))
        await until(pilot, lambda: rows(pilot)[-1] == keys)

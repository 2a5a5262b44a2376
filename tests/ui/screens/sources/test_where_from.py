from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.pilot import Pilot

from seedreader.ui.parts import browser, clipboard
from seedreader.ui.screens.sources.sources_screen import SourcesScreen
from tests.ui.driving import app_of, reading, rows, send, shows, until
from tests.ui.provenance import ADDRESS, sources

NARROW = (80, 24)


async def opened(pilot: Pilot[None], number: str) -> SourcesScreen:
    await pilot.press("s")
    screen = pilot.app.screen
    assert isinstance(screen, SourcesScreen)
    await until(pilot, lambda: screen.shown)
    await pilot.press(number)
    return screen


async def test_the_chosen_source_tells_where_it_came_from_and_how_that_is_known() -> None:
    async with reading(sources(), size=NARROW) as pilot:
        await opened(pilot, "1")
        shown = " ".join(row.strip() for row in rows(pilot))
        assert "HTML · captured 24 Mar 2025 10:11 · story/harbour.warc.gz" in shown
        assert f"{ADDRESS} (web archive) · u opens it" in shown
        for value in ("Harbour News (opengraph)", "by Ana Lind (json-ld)", "English (html)"):
            assert value in shown


async def test_what_has_to_be_said_of_a_text_is_said_first_in_words() -> None:
    async with reading(sources(), size=NARROW) as pilot:
        await opened(pilot, "4")
        assert shows(pilot, "marked    kill; embargo until 2025-03-25T06:00; version 3")
        assert shows(pilot, " kill embarg…")
        await pilot.press("5")
        assert shows(pilot, "marked    cut off at the end: 1203 characters")
        assert shows(pilot, "cut JSON")


async def test_it_stands_over_the_column_too() -> None:
    async with reading(sources(), size=(200, 50)) as pilot:
        header = rows(pilot)[1]
        assert "3 excerpt Coast Daily" in header
        assert "4 kill embargo AP" in header
        assert "5 cut Example API" in header


async def test_two_readings_of_one_source_count_once() -> None:
    async with reading(sources(), size=(200, 50)) as pilot:
        assert "5 texts, 4 sources · 4 origins" in rows(pilot)[0]
        await opened(pilot, "2")
        assert shows(pilot, "the same source as 1, read at another time: they count once")


async def test_the_partial_ones_are_filtered() -> None:
    async with reading(sources()) as pilot:
        screen = await opened(pilot, "1")
        await pilot.press("slash")
        await send(pilot, *"is:partial")
        assert [row.profile.number for row in screen.shown] == [2, 4]


async def test_an_address_is_opened_only_by_its_key(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def open_address(url: str, _: object) -> str:
        asked.append(url)
        return f"Opened: {url}"

    monkeypatch.setattr(browser, "open_address", open_address)
    async with reading(sources()) as pilot:
        await opened(pilot, "1")
        await pilot.press("j", "enter", "s", "1")
        assert asked == []
        await pilot.press("u")
        await until(pilot, lambda: shows(pilot, f"Opened: {ADDRESS}"))
        assert asked == [ADDRESS]
        await pilot.press("4", "u")
        await until(pilot, lambda: shows(pilot, "This source has no address."))


async def test_address_and_citation_are_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []

    def copy(text: str, *_: object) -> clipboard.CopyOutcome:
        copied.append(text)
        return clipboard.CopyOutcome("Copied.")

    monkeypatch.setattr(clipboard, "copy", copy)
    async with reading(sources()) as pilot:
        await opened(pilot, "1")
        await pilot.press("w")
        await until(pilot, lambda: len(copied) == 1)
        await pilot.press("W")
        await until(pilot, lambda: len(copied) == 2)
    assert copied == [
        ADDRESS,
        "Harbour News, 24 March 2025, by Ana Lind, “Council approves a new pier”, "
        f"{ADDRESS}, accessed 24 March 2025, story/harbour.warc.gz",
    ]


async def test_where_there_is_no_clipboard_only_a_key_of_this_screen_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clipboard, "programs", lambda _: [])
    monkeypatch.setenv("TERM", "dumb")
    async with reading(sources()) as pilot:
        await pilot.press("w")
        await until(pilot, lambda: shows(pilot, "has no clipboard; A writes a citation to a file."))
        await opened(pilot, "1")
        await pilot.press("w")
        await until(pilot, lambda: shows(pilot, "Not copied: this terminal has no clipboard."))


async def test_the_palette_writes_a_bibliography(tmp_path: Path) -> None:
    async with reading(sources()) as pilot:
        screen = await opened(pilot, "1")
        questions = {title: act for title, _, act in screen.palette_questions()}
        assert set(questions) == {
            f"Export sources as {form}" for form in ("plain text", "BibTeX", "CSL-JSON")
        }
        questions["Export sources as CSL-JSON"]()
        await until(pilot, lambda: screen.writing.is_open)
        await pilot.pause()
        await pilot.press("ctrl+u", "ctrl+k")
        await send(pilot, *str(tmp_path / "s.json"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "5 sources written to"))
    assert [each["container-title"] for each in json.loads((tmp_path / "s.json").read_text())][
        2
    ] == "Coast Daily"
    assert app_of(pilot)

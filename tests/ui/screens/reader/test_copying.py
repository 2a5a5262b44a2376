from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest

from seedreader.article import Article
from seedreader.ui.parts import clipboard
from seedreader.ui.parts.clipboard import CopyOutcome
from tests.stories import GAZETTE, HARBOUR
from tests.ui.driving import app_of, notebook_file, paste, reading, rows, send, shows, until

STORY = [
    Article(HARBOUR, "harbour", "story/harbour.txt", "New pier", "Harbour News", date(2024, 1, 2)),
    Article(GAZETTE, "gazette"),
]


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was put on the clipboard."""
    texts: list[str] = []

    def copy(text: str, *_: object) -> CopyOutcome:
        texts.append(text)
        return CopyOutcome("Copied with a program.", "\x1b]52;c;\x07")

    monkeypatch.setattr(clipboard, "copy", copy)
    return texts


async def test_the_passage_as_text_and_as_a_citation(copied: list[str]) -> None:
    async with reading(STORY) as pilot:
        await pilot.press("w")
        await until(pilot, lambda: shows(pilot, "Copied with a program."))
        await pilot.press("j", "W")
        await until(pilot, lambda: len(copied) == 2)
    assert copied == [
        "The harbour council approved the new pier on Monday.",
        "“It will cost 4 million euros, mayor Ana Ruiz said.” — Harbour News, 2 January 2024",
    ]


async def test_a_selection_is_copied_and_has_served_its_purpose(copied: list[str]) -> None:
    async with reading(STORY) as pilot:
        await pilot.press("v", "w", "l", "y")
        await until(pilot, lambda: len(copied) == 1)
        assert app_of(pilot).session.selection is None
        await pilot.press("v", "w", "l", "W")
        await until(pilot, lambda: len(copied) == 2)
    assert copied == ["harbour council", "“… harbour council …” — Harbour News, 2 January 2024"]


async def test_there_may_be_nothing_to_copy(copied: list[str]) -> None:
    async with reading([Article("", "empty")]) as pilot:
        for key in ("w", "W"):
            await pilot.press(key)
            await until(pilot, lambda: shows(pilot, "There is nothing here to copy."))
            await pilot.press("j")
        await pilot.press("A")
        assert shows(pilot, "There is no passage here to cite.")
    assert copied == []


async def test_citations_are_added_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "for the editor.txt"
    async with reading(STORY) as pilot:
        for key in ("j", "l"):
            await pilot.press(key, "A")
            await until(pilot, lambda: shows(pilot, "add the citation to which file?"))
            if key == "j":
                await pilot.press("ctrl+u")
                await paste(pilot, str(file))
            await pilot.press("enter")
            await until(pilot, lambda: shows(pilot, "Citation written to"))
        assert shows(pilot, str(file)[:40])
    first, second = file.read_text().splitlines()
    cited = "“It will cost 4 million euros, mayor Ana Ruiz said.” — Harbour News, 2 January 2024"
    assert first == f"{cited}, “New pier”, story/harbour.txt"
    assert second.endswith(" — gazette")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not notebook_file().exists()


async def test_a_file_that_can_not_be_written_is_told_and_can_be_named_anew(tmp_path: Path) -> None:
    async with reading(STORY) as pilot:
        await pilot.press("A")
        await until(pilot, lambda: shows(pilot, "add the citation to which file?"))
        await pilot.press("ctrl+u")
        await paste(pilot, str(tmp_path))
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "can't be written"))
        await pilot.press(*"/a.txt", "enter")
        await until(pilot, lambda: shows(pilot, "Citation written to"))
    assert (tmp_path / "a.txt").exists()


async def test_a_note_is_copied_with_its_quote(copied: list[str]) -> None:
    async with reading(STORY) as pilot:
        await pilot.press("j", "a")
        await send(pilot, *"who says?", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        await pilot.press("o")
        await until(pilot, lambda: shows(pilot, "Notes and tags · 1"))
        await pilot.press("w")
        await until(pilot, lambda: shows(pilot, "Copied with a program."))
        await pilot.press("W")
        await until(pilot, lambda: len(copied) == 2)
        assert any("who says?" in row for row in rows(pilot))
    cited = "“It will cost 4 million euros, mayor Ana Ruiz said.” — Harbour News, 2 January 2024"
    assert copied == [f"who says?\n{cited}", cited]

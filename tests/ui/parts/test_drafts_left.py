"""Drafts that another program left: offered, taken up by one key, and never glued to what is written next."""

from __future__ import annotations

import json
import os
from dataclasses import asdict

import pytest

from seedreader.notebook import Notebook, version_of
from seedreader.notebook.drafts import Draft, Drafts
from seedreader.ui.parts.part import Mode
from seedreader.ui.widgets.editor import Editor
from tests.stories import GAZETTE, HARBOUR, articles
from tests.ui.driving import app_of, notebook_file, reading, send, shows, until

FIRST = "The harbour council approved the new pier on Monday."
ENDED = "99999999.1"
"""A process that there is not."""


def leave(body: str, kind: str = "note", at: str = FIRST, when: int = 1, **more: str) -> Draft:
    """Have a draft of a program that ended on these words of the first source."""
    start = HARBOUR.index(at)
    draft = Draft(kind, version_of(HARBOUR), start, start + len(at), at, "Harbour", body=body, **more)
    folder = notebook_file().parent / "drafts"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{draft.key}.{ENDED}.draft.json"
    path.write_text(json.dumps(asdict(draft)))
    os.utime(path, (when, when))
    return draft


def left() -> list[str]:
    return [draft.body for draft in Drafts(notebook_file().parent / "drafts").every()]


async def test_it_is_offered_when_the_story_opens_and_taken_up_by_one_key() -> None:
    leave("Who counted", at="About 300 people came to the meeting in Porto Sul.")
    async with reading(articles(GAZETTE, HARBOUR)) as pilot:
        await until(pilot, lambda: shows(pilot, "A note on 2 “About 300 people"))
        assert shows(pilot, "was not saved: Z goes on with it.")
        await pilot.press("Z")
        await until(pilot, lambda: app_of(pilot).reader.mode is Mode.EDITING)
        assert shows(pilot, "Who counted")
        await send(pilot, *" them?", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        assert left() == []
        await pilot.press("Z")
        await until(pilot, lambda: shows(pilot, "No draft was left in this story."))
    (note,) = Notebook(notebook_file()).annotations()
    assert (note.body, note.target.quote[:9]) == ("Who counted them?", "About 300")


async def test_the_one_left_last_comes_first_and_the_others_are_counted() -> None:
    leave("old", when=1)
    leave("new", at="It will cost", when=2)
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await until(pilot, lambda: shows(pilot, "A note on 1 “It will cost”"))
        assert shows(pilot, "was not saved, nor 1 other (o lists them): Z goes on with it.")


async def test_a_draft_of_another_story_is_not_offered() -> None:
    leave("elsewhere")
    async with reading(articles(GAZETTE)) as pilot:
        await pilot.press("Z")
        await until(pilot, lambda: shows(pilot, "No draft was left in this story."))
    assert left() == ["elsewhere"]


@pytest.mark.parametrize("kind", ["note", "tag"])
async def test_what_is_written_next_there_is_not_glued_to_it(kind: str) -> None:
    leave("half a word", kind)
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("g", kind[0] if kind == "tag" else "a")
        assert shows(pilot, "A draft was left here; Tab takes it up: “half a word”")
        await send(pilot, *"another", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
    (made,) = Notebook(notebook_file()).annotations()
    assert made.body == "another"
    assert left() == ["half a word"]


async def test_tab_takes_it_up_as_long_as_nothing_was_typed() -> None:
    leave("half a word")
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("g", "a", "x", "tab")
        field = pilot.app.screen.query_one(Editor)
        assert field.body == "x"
        await pilot.press("backspace", "tab")
        assert field.body == "half a word"
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
    (made,) = Notebook(notebook_file()).annotations()
    assert made.body == "half a word"
    assert left() == []


async def test_a_draft_of_a_change_keeps_what_was_changed_elsewhere_meanwhile() -> None:
    notebook = Notebook(notebook_file())
    note = notebook.add(articles(HARBOUR)[0], [(0, len(FIRST))], "note", "shared")
    leave("shared!", annotation=note.id, opened="shared")
    notebook.edit(note, "shared, theirs")
    async with reading(articles(HARBOUR)) as pilot:
        await until(pilot, lambda: shows(pilot, "✎ 1"))
        await pilot.press("g", "e")
        await until(pilot, lambda: shows(pilot, "Tab takes it up"))
        await pilot.press("tab", "enter")
        await until(pilot, lambda: shows(pilot, "both are kept."))
    assert sorted(each.body for each in notebook.annotations()) == ["shared!", "shared, theirs"]

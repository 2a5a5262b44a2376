"""What is being written, and where the reader is, when the program is stopped from outside."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from seedreader.notebook import Notebook
from tests.programs import Terminal
from tests.stories import GAZETTE, HARBOUR

SIZE = (100, 30)


@pytest.fixture
def story(tmp_path: Path) -> list[str]:
    for name, text in (("one", HARBOUR), ("two", GAZETTE)):
        (tmp_path / f"{name}.txt").write_text(text)
    return [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]


def data() -> Path:
    return Path(os.environ["SEEDREADER_DATA"])


def bodies() -> list[str]:
    """What every draft file says, also those that the running program holds."""
    return [json.loads(file.read_bytes())["body"] for file in (data() / "drafts").glob("*.draft.json")]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_what_is_being_written_outlives_the_program(story: list[str], number: int) -> None:
    with Terminal(story, SIZE) as terminal:
        terminal.until_written("claim")
        terminal.type("jaWho counted them")
        terminal.until(lambda: bodies() == ["Who counted them"])
        terminal.send(number)
        terminal.end()
    with Terminal(story, SIZE) as terminal:
        terminal.until_written("claim")
        terminal.type("gja" if number == signal.SIGKILL else "a")
        terminal.until_written("A draft was left here")
        terminal.type("\t")
        terminal.until_written("Who counted them")
        terminal.type("?\r")
        terminal.until_written("Saved.")
        terminal.type("q")
        assert terminal.end() == 0
    assert [a.body for a in Notebook(data() / "notebook.sqlite").annotations()] == ["Who counted them?"]
    assert bodies() == []


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_where_the_reader_was_outlives_a_hang_up(story: list[str], number: int) -> None:
    with Terminal(story, SIZE) as terminal:
        terminal.until_written("claim")
        terminal.type("2jF")
        terminal.until_written("Follow mode off")
        terminal.send(number)
        assert terminal.end() == 128 + number
    assert len(list((data() / "places").iterdir())) == 1
    with Terminal(story, SIZE) as terminal:
        terminal.until_written("free")


def test_a_note_is_written_in_the_readers_own_editor(
    story: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "my editor"
    editor.write_text('#!/bin/sh\nprintf "and by whom?\\n" >> "$1"\n')
    editor.chmod(0o700)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{editor}'")
    with Terminal(story, SIZE) as terminal:
        terminal.until_written("claim")
        terminal.type("aCounted when ")
        terminal.until(lambda: bodies() == ["Counted when "])
        terminal.type("\x0f")
        terminal.until(lambda: bodies() == ["Counted when and by whom?"])
        terminal.type("\r")
        terminal.until_written("Saved.")
    (note,) = Notebook(data() / "notebook.sqlite").annotations()
    assert note.body == "Counted when and by whom?"


def test_an_editor_that_is_not_there_is_told_and_the_draft_stays(
    story: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "/nowhere/editor")
    with Terminal(story, SIZE) as terminal:
        terminal.until_written("claim")
        terminal.type("aCounted?\x0f")
        terminal.until_written("could not be used")
        terminal.type("\r")
        terminal.until_written("Saved.")

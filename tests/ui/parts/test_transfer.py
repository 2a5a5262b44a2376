"""Notes out and in as the palette offers it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from seedreader.article import Article
from seedreader.notebook import Notebook, version_of
from seedreader.ui.parts import transfer
from tests.stories import GAZETTE, HARBOUR


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    """A note and a tag on one text, a note on another."""
    notebook = Notebook(tmp_path / "data" / "notebook.sqlite")
    notebook.add(Article(HARBOUR, "harbour"), [(0, 11)], "note", "who?")
    notebook.add(Article(HARBOUR, "harbour"), [(0, 11)], "tag", "pier")
    notebook.add(Article(GAZETTE, "gazette"), [(0, 5)], "note", "Another story")
    return notebook


def test_only_what_is_on_the_storys_texts_goes_out(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    said = transfer.export(notebook, [version_of(HARBOUR)], (), "json", "~/notes.json")
    assert said == "2 annotations exported as json to ~/notes.json."
    bodies = {each["body"] for each in json.loads((tmp_path / "notes.json").read_bytes())["annotations"]}
    assert bodies == {"who?", "pier"}


def test_what_came_in_is_counted_and_what_is_here_already_is_told(notebook: Notebook, tmp_path: Path) -> None:
    file = tmp_path / "notes.json"
    transfer.export(notebook, [version_of(HARBOUR), version_of(GAZETTE)], (), "json", str(file))
    other = Notebook(tmp_path / "other" / "notebook.sqlite")
    assert transfer.bring(other, str(file), ()).startswith("3 added, 0 updated from notes.json; u takes")
    assert transfer.bring(other, str(file), ()) == "Nothing new: all that notes.json brings is here already."
    note = next(a for a in notebook.annotations() if a.body == "who?")
    notebook.edit(note, "who says so?")
    assert transfer.bring(other, str(notebook.path), ()).startswith("0 added, 1 updated from notebook.sqlite")


def test_a_codebook_is_known_however_its_suffix_is_written(notebook: Notebook, tmp_path: Path) -> None:
    file = tmp_path / "codes.CSV"
    file.write_text("name,description,colour\npier,where ships land,\n")
    assert transfer.bring(notebook, str(file), ()).startswith("1 added")
    assert [code.description for code in notebook.contents().codes] == ["where ships land"]


@pytest.mark.parametrize(
    ("story", "name"), [("North – South", "North-South-notes.json"), ("…", "story-notes.json")]
)
def test_a_file_is_suggested_by_the_storys_name(
    story: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert transfer.suggested(story, "json") == str(tmp_path / name)

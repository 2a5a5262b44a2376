from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.notebook import NotebookError
from seedreader.notebook.drafts import Draft, Drafts

NOTE = Draft("note", "abc", 4, 9, "words", "Gazette", body="who?")


def test_a_draft_is_found_again_by_what_it_is_for(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.keep(NOTE)
    drafts.keep(replace(NOTE, body="who said?"))
    assert drafts.find(replace(NOTE, body="")) == replace(NOTE, body="who said?")
    assert drafts.find(replace(NOTE, kind="tag")) is None
    assert drafts.find(replace(NOTE, annotation="other")) is None
    assert [draft.body for draft in drafts.every()] == ["who said?"]
    drafts.drop(NOTE)
    drafts.drop(NOTE)
    assert drafts.every() == ()


def test_looking_creates_nothing(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "data" / "drafts")
    assert drafts.every() == ()
    assert drafts.find(NOTE) is None
    assert list(tmp_path.iterdir()) == []


def test_only_the_owner_may_read(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.keep(NOTE)
    (file,) = drafts.folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(drafts.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(drafts.file(NOTE).stat().st_mode) == 0o600


def test_what_another_editor_wrote_is_taken_in_even_after_a_kill(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.file(NOTE).write_text("written elsewhere")
    assert drafts.find(NOTE) == replace(NOTE, body="written elsewhere")
    assert [path.suffix for path in drafts.folder.iterdir()] == [".json"]


def test_a_torn_draft_is_none_and_harms_no_other(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.keep(NOTE)
    (drafts.folder / "f00.draft.json").write_text('{"kind": "no')
    assert drafts.every() == (NOTE,)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotebookError, match="can't be kept"):
        Drafts(tmp_path / "file" / "drafts").keep(NOTE)


@settings(max_examples=50)
@given(st.text(), st.text())
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, body: str, quote: str) -> None:
    drafts = Drafts(tmp_path_factory.mktemp("d"))
    draft = replace(NOTE, body=body, quote=quote)
    drafts.keep(draft)
    assert drafts.find(draft) == draft

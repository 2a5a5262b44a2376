from __future__ import annotations

from pathlib import Path

import pytest

from seedreader.article import Article
from seedreader.notebook import Code, Notebook, version_of
from tests.stories import GAZETTE, HARBOUR

HERE, THERE = Article(HARBOUR, "harbour", None), Article(GAZETTE, "gazette", None)


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    notebook = Notebook(tmp_path / "notebook.sqlite")
    notebook.add(HERE, [(0, 11)], "tag", "pier")
    notebook.add(THERE, [(0, 9)], "tag", "pier")
    notebook.add(HERE, [(0, 11)], "tag", "jobs")
    notebook.add(HERE, [(0, 11)], "note", "pier")
    return notebook


def uses(notebook: Notebook) -> dict[str, int]:
    return {tag.code.name: tag.uses for tag in notebook.tags()}


def test_renaming_reaches_every_passage_and_no_note(notebook: Notebook) -> None:
    assert notebook.rename_tag("pier", "quay") == 2
    assert uses(notebook) == {"jobs": 1, "quay": 2}
    assert [a.body for a in notebook.annotations() if a.kind == "note"] == ["pier"]
    assert notebook.undo(None) == "new name of 2 tags"
    assert uses(notebook) == {"jobs": 1, "pier": 2}


def test_merging_leaves_one_tag_on_a_passage_that_had_both(notebook: Notebook) -> None:
    notebook.rename_tag("pier", "jobs")
    assert uses(notebook) == {"jobs": 2}
    notebook.undo([version_of(HARBOUR)])
    assert uses(notebook) == {"jobs": 1, "pier": 2}


def test_deleting_a_tag_deletes_no_note_and_can_be_undone(notebook: Notebook) -> None:
    notebook.describe_tag(Code("pier", "the new one", "blue"))
    assert notebook.delete_tag("pier") == 3
    assert uses(notebook) == {"jobs": 1}
    assert [a.body for a in notebook.annotations() if a.kind == "note"] == ["pier"]
    notebook.undo(None)
    assert {tag.code for tag in notebook.tags()} == {Code("jobs"), Code("pier", "the new one", "blue")}


def test_a_description_goes_along_when_the_tag_is_renamed(notebook: Notebook) -> None:
    notebook.describe_tag(Code("pier", "the new one", "blue"))
    notebook.rename_tag("pier", "quay")
    assert Code("quay", "the new one", "blue") in {tag.code for tag in notebook.tags()}
    notebook.describe_tag(Code("jobs", "work", ""))
    notebook.rename_tag("quay", "jobs")
    assert [tag.code for tag in notebook.tags()] == [Code("jobs", "work", "")]


def test_a_description_goes_to_a_name_whose_own_was_deleted_and_not_to_one_that_has_its_own(
    notebook: Notebook,
) -> None:
    notebook.describe_tag(Code("quay", "Old words"))
    notebook.delete_tag("quay")
    notebook.describe_tag(Code("pier", "Where ships lie"))
    notebook.rename_tag("pier", "quay")
    assert [tag.code for tag in notebook.tags() if tag.code.description] == [Code("quay", "Where ships lie")]
    notebook.describe_tag(Code("jobs", "Work lost or won"))
    notebook.rename_tag("quay", "jobs")
    assert [tag.code for tag in notebook.tags()] == [Code("jobs", "Work lost or won")]


def test_tags_come_by_name_whatever_their_case(notebook: Notebook) -> None:
    for name in ("Zoo", "apple", "Kite"):
        notebook.describe_tag(Code(name))
    assert [tag.code.name for tag in notebook.tags()] == ["apple", "jobs", "Kite", "pier", "Zoo"]


def test_a_tag_put_twice_on_one_passage_is_one_after_a_new_name(notebook: Notebook) -> None:
    notebook.add(HERE, [(0, 11)], "tag", "pier")
    assert uses(notebook) == {"jobs": 1, "pier": 3}
    notebook.rename_tag("pier", "quay")
    assert uses(notebook) == {"jobs": 1, "quay": 2}


def test_describing_alike_is_no_change(notebook: Notebook) -> None:
    assert notebook.describe_tag(Code("pier", "x")) == 1
    assert notebook.describe_tag(Code("pier", "x")) == 0
    with pytest.raises(ValueError, match="colour"):
        notebook.describe_tag(Code("pier", "x", "mauve"))


def test_what_two_wrote_of_one_tag_is_kept(notebook: Notebook) -> None:
    opened = Code("pier", "the new one")
    notebook.describe_tag(opened)
    notebook.describe_tag(Code("pier", "the one of 2024"), opened)
    notebook.describe_tag(Code("pier", "the new one", "blue"), opened)
    assert notebook.tags()[1].code == Code("pier", "the one of 2024", "blue")
    notebook.describe_tag(Code("pier", "where ships lie"), opened)
    assert notebook.tags()[1].code == Code("pier", "the one of 2024\n\nwhere ships lie", "blue")


def test_many_passages_are_tagged_in_one_change(notebook: Notebook) -> None:
    assert notebook.tag_all(notebook.annotations(), "jobs") == 1
    assert uses(notebook) == {"jobs": 2, "pier": 2}
    assert notebook.tag_all(notebook.annotations(), "jobs") == 0
    assert notebook.undo(None) == "tag “jobs”"
    assert uses(notebook) == {"jobs": 1, "pier": 2}


def test_a_change_of_many_stories_is_undone_whole_from_any_of_them(notebook: Notebook) -> None:
    notebook.rename_tag("pier", "quay")
    notebook.undo([version_of(GAZETTE)])
    assert uses(notebook) == {"jobs": 1, "pier": 2}
    notebook.redo([version_of(HARBOUR)])
    assert uses(notebook) == {"jobs": 1, "quay": 2}


def test_undo_leaves_what_was_changed_since(notebook: Notebook) -> None:
    notebook.rename_tag("pier", "quay")
    (there,) = (a for a in notebook.annotations([version_of(GAZETTE)]))
    notebook.edit(there, "wharf")
    assert notebook.undo([version_of(HARBOUR)]) == "new name of 2 tags; 1 changed since stays as now"
    assert uses(notebook) == {"jobs": 1, "pier": 1, "wharf": 1}


def test_renaming_to_its_own_name_changes_nothing(notebook: Notebook) -> None:
    assert notebook.rename_tag("pier", "pier") == 0
    assert uses(notebook) == {"jobs": 1, "pier": 2}

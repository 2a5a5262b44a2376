from __future__ import annotations

from pathlib import Path

import pytest

from seedreader.ingest.errors import sentences
from seedreader.ingest.load_files import load
from seedreader.notebook import Notebook
from seedreader.notebook.story_model import KeptStory
from seedreader.session.source_filter import source_filter
from seedreader.shelf import keeping
from seedreader.shelf.opening import OpenedStory, opened
from seedreader.shelf.state import files_state

PIER = "The harbour council approved the new pier on Monday. It will cost 4 million euros, Ana Ruiz said.\n"
MILL = "The mill closed in May after ninety years. Forty people lost their work, the union said on Tuesday.\n"
TRAM = (
    "A tram to the new pier is planned for 2027. The region pays half of it, the minister told reporters.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in (("pier", PIER), ("mill", MILL), ("tram", TRAM)):
        (folder / f"{name}.txt").write_text(text)
    return folder


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "notebook.sqlite", lambda _: None)


@pytest.fixture
def story(folder: Path, notebook: Notebook) -> KeptStory:
    keeping.keep(notebook, "Harbour", load([folder]).articles, [str(folder)])
    return notebook.shelf.stories()[0]


def texts(found: OpenedStory) -> list[str]:
    return [article.text for article in found.articles]


def told(found: OpenedStory) -> list[str]:
    return [sentence.partition(": ")[2] for sentence in sentences(found.problems)]


def test_files_at_their_place_are_opened_in_the_story_s_order_and_nothing_is_said(
    story: KeptStory, notebook: Notebook
) -> None:
    found = opened(story, notebook)
    assert texts(found) == [MILL, PIER, TRAM]
    assert (found.problems, found.seen, found.changed, found.missing) == ((), [], (), ())


def test_a_renamed_file_is_found_by_its_content_and_that_is_said_and_noted(
    story: KeptStory, notebook: Notebook, folder: Path
) -> None:
    (folder / "pier.txt").rename(folder / "harbour pier.txt")
    found = opened(story, notebook)
    assert texts(found) == [MILL, PIER, TRAM]
    assert told(found) == [f"was not at its place any more; the file is {folder / 'harbour pier.txt'} now."]
    notebook.shelf.see(story, found.seen)
    again = opened(notebook.shelf.stories()[0], notebook)
    assert (texts(again), again.problems) == ([MILL, PIER, TRAM], ())


def test_a_file_moved_into_the_folder_of_another_source_is_found(
    story: KeptStory, notebook: Notebook, folder: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "quay.txt").write_text("The old quay is to be repaired next year, engineers said.")
    keeping.add(notebook, story, load([elsewhere]).articles)
    (folder / "mill.txt").rename(elsewhere / "m.txt")
    found = opened(notebook.shelf.stories()[0], notebook)
    assert texts(found)[0] == MILL
    assert told(found) == [f"was not at its place any more; the file is {elsewhere / 'm.txt'} now."]


def test_a_file_that_went_and_changed_is_only_said_to_seem_it(
    story: KeptStory, notebook: Notebook, folder: Path
) -> None:
    (folder / "mill.txt").unlink()
    longer = MILL.replace("Forty", "Fifty")
    (folder / "works.txt").write_text(longer)
    found = opened(story, notebook)
    assert texts(found)[0] == longer
    (said,) = told(found)
    assert said.endswith("works.txt seems to be it, with other words; look whether it is.")


def test_a_file_that_is_gone_opens_as_it_is_kept(story: KeptStory, notebook: Notebook, folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    found = opened(story, notebook)
    assert texts(found) == [MILL, PIER, TRAM]
    assert [article.source for article in found.articles] == [source.source for source in story.sources]
    assert len(found.missing) == 3
    assert all(
        "nor in the folders of the story's other sources; the text kept on" in said for said in told(found)
    )
    assert found.seen == []


def test_other_words_are_said_and_the_earlier_text_comes_as_a_version(
    story: KeptStory, notebook: Notebook, folder: Path
) -> None:
    (folder / "pier.txt").write_text(PIER.replace("4 million", "6 million"))
    found = opened(story, notebook, versions=True)
    assert texts(found) == [MILL, PIER.replace("4 million", "6 million"), TRAM, PIER]
    assert found.articles[1].source == found.articles[3].source
    assert [source is None for source in found.sources] == [False, False, False, True]
    assert told(found) == [
        "has other words than when it was seen last; the earlier text is opened with it, as a version."
    ]
    assert texts(opened(story, notebook)) == [MILL, PIER.replace("4 million", "6 million"), TRAM]


def test_members_of_a_container_are_found_where_it_went(notebook: Notebook, tmp_path: Path) -> None:
    lines = '{"id": "a", "title": "Pier", "text": "%s"}\n{"id": "b", "title": "Mill", "text": "%s"}\n'
    file = tmp_path / "feed" / "items.jsonl"
    file.parent.mkdir()
    file.write_text(lines % (PIER.strip(), MILL.strip()))
    articles = load([file]).articles
    assert len(articles) == 2
    keeping.keep(notebook, "Feed", articles[1:])
    file.rename(file.with_name("renamed.jsonl"))
    found = opened(notebook.shelf.stories()[0], notebook)
    assert texts(found) == [articles[1].text]
    assert "renamed.jsonl now" in told(found)[0]


def test_what_became_of_the_files_is_told_without_reading_the_story(
    story: KeptStory, notebook: Notebook, folder: Path
) -> None:
    (folder / "pier.txt").write_text(PIER)  # the same words at another time
    assert files_state(story, notebook) == ((), ())
    (folder / "pier.txt").write_text(PIER + "More.\n")
    (folder / "mill.txt").unlink()
    state = files_state(story, notebook)
    assert [Path(source.path).name for source in state.changed] == ["pier.txt"]
    assert [Path(source.path).name for source in state.missing] == ["mill.txt"]


def test_a_source_added_again_from_where_it_went_is_the_same_source(
    story: KeptStory, notebook: Notebook, folder: Path, tmp_path: Path
) -> None:
    (folder / "pier.txt").rename(tmp_path / "p.txt")
    added = keeping.add(notebook, story, load([tmp_path / "p.txt"]).articles)
    assert added == (0, 0, 1)
    assert added.sentence("Harbour") == (
        "0 sources added to “Harbour”; 1 source whose file had gone and is there again."
    )
    now = notebook.shelf.stories()[0]
    assert [Path(source.path).name for source in now.sources] == ["mill.txt", "p.txt", "tram.txt"]


def test_only_chosen_sources_and_their_versions_are_read(
    story: KeptStory, notebook: Notebook, folder: Path
) -> None:
    (folder / "pier.txt").write_text(PIER.replace("4 million", "6 million"))
    found = opened(story, notebook, versions=True).only(source_filter(words=["harbour"]))
    assert texts(found) == [PIER.replace("4 million", "6 million"), PIER]
    assert found.name == "Harbour · harbour"

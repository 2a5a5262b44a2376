from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from seedreader.article import Article, SourceId
from seedreader.notebook import Notebook, NotebookError, exchange, version_of
from seedreader.notebook.exchange.write_export import write_export
from seedreader.notebook.safety import backups
from seedreader.notebook.storage import schema
from seedreader.notebook.story_model import KeptStory, SightedArticle, Sighting

MILL = Article("The mill closed in May.", "mill", "/news/mill.txt", outlet="Gazette", title="Mill closes")
PIER = Article("The pier opens in June.", "pier", "/news/pier.txt")
FEED = Article("A tram is planned.", "tram", source=SourceId("file:///news/feed.xml", "item 4"))


def sighted(*articles: Article) -> list[SightedArticle]:
    return [SightedArticle(article, Sighting(len(article.text), 7, "ab" * 32)) for article in articles]


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "data" / "notebook.sqlite", lambda _: None)


@pytest.fixture
def story(notebook: Notebook) -> KeptStory:
    notebook.shelf.keep("The mill", sighted(MILL, FEED), ["/news"])
    (story,) = notebook.shelf.stories()
    return story


def names(notebook: Notebook) -> list[str]:
    return [story.name for story in notebook.shelf.stories()]


def sources(notebook: Notebook) -> list[tuple[str, str]]:
    return [(source.uri, source.member) for story in notebook.shelf.stories() for source in story.sources]


def test_a_story_is_there_after_a_restart_with_the_texts_of_its_sources(
    story: KeptStory, notebook: Notebook
) -> None:
    (again,) = Notebook(notebook.path).shelf.stories()
    assert again == story
    assert (again.name, again.folders, again.reading, again.is_archived) == (
        "The mill",
        ("/news",),
        None,
        False,
    )
    assert [(each.path, each.member) for each in again.sources] == [
        ("/news/mill.txt", ""),
        ("/news/feed.xml", "item 4"),
    ]
    assert again.sources[0].sighting == Sighting(len(MILL.text), 7, "ab" * 32)
    text, seen = notebook.shelf.text(version_of(MILL.text)) or ("", None)
    assert text == MILL.text
    assert seen is not None
    assert (seen.outlet, seen.title) == ("Gazette", "Mill closes")


def test_looking_for_stories_creates_nothing(notebook: Notebook) -> None:
    assert (notebook.shelf.stories(), notebook.shelf.read(), notebook.shelf.undo()) == ((), frozenset(), None)
    assert not notebook.path.exists()


def test_a_name_that_is_taken_is_refused_however_it_is_spelt(story: KeptStory, notebook: Notebook) -> None:
    with pytest.raises(NotebookError, match="“The mill” is kept already: choose another name"):
        notebook.shelf.keep("  the MILL ", sighted(PIER))
    notebook.shelf.archive(story)
    with pytest.raises(NotebookError, match=r"already \(it is archived\)"):
        notebook.shelf.keep("Thé mill", sighted(PIER))
    notebook.shelf.rename(story, "THE MILL")
    assert names(notebook) == ["THE MILL"]


def test_sources_come_behind_those_that_are_there_and_only_once(story: KeptStory, notebook: Notebook) -> None:
    assert notebook.shelf.add(story, sighted(PIER, MILL)) == (1, 0)
    assert [uri for uri, _ in sources(notebook)][-1] == "file:///news/pier.txt"
    other = Article("The mill closed in June.", "mill", "/news/mill.txt")
    assert notebook.shelf.add(story, sighted(other)) == (0, 1)
    assert len(sources(notebook)) == 3
    assert notebook.shelf.text(version_of(MILL.text)) is not None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda shelf, story: shelf.remove(story, [story.sources[0].source]), "removal of 1 source"),
        (lambda shelf, story: shelf.add(story, sighted(PIER)), "adding of 1 source"),
        (lambda shelf, story: shelf.rename(story, "Works"), "new name of story “Works”"),
        (lambda shelf, story: shelf.archive(story), "archiving of story “The mill”"),
    ],
)
def test_each_change_is_undone_and_redone(
    story: KeptStory, notebook: Notebook, change: Callable[[object, KeptStory], object], told: str
) -> None:
    change(notebook.shelf, story)
    changed = notebook.shelf.stories()
    assert [(s.name, s.is_archived, len(s.sources)) for s in changed] != [("The mill", False, 2)]
    assert notebook.shelf.undo() == told
    assert [(s.name, s.is_archived, len(s.sources)) for s in notebook.shelf.stories()] == [
        ("The mill", False, 2)
    ]
    assert notebook.shelf.redo() == told
    assert [(s.name, s.sources) for s in notebook.shelf.stories()] == [(s.name, s.sources) for s in changed]


def test_keeping_is_undone_and_leaves_the_notes_alone(notebook: Notebook) -> None:
    notebook.add(MILL, [(4, 8)], "note", "why?")
    notebook.shelf.keep("The mill", sighted(MILL))
    assert notebook.undo([version_of(MILL.text)]) == "note “why?”"
    assert names(notebook) == ["The mill"]
    assert notebook.shelf.undo() == "story “The mill”"
    assert names(notebook) == []
    assert notebook.redo([version_of(MILL.text)]) == "note “why?”"


def test_a_file_that_moved_or_has_other_words_is_the_same_source(
    story: KeptStory, notebook: Notebook
) -> None:
    moved = Article("The mill closed in July.", "mill", "/archive/m.txt")
    notebook.shelf.see(story, [(story.sources[0].source, sighted(moved)[0])])
    assert sources(notebook) == [("file:///archive/m.txt", ""), ("file:///news/feed.xml", "item 4")]
    (now,) = notebook.shelf.stories()
    assert now.sources[0].version == version_of(moved.text)
    assert [each.path for each in now.removed] == ["/news/mill.txt"]


@pytest.mark.usefixtures("story")
def test_a_source_is_unread_until_its_text_is_read_and_again_when_that_changes(notebook: Notebook) -> None:
    notebook.shelf.mark_read({version_of(MILL.text)})
    (now,) = notebook.shelf.stories()
    assert [source.member for source in now.unread] == ["item 4"]
    other = Article("The mill closed in June.", "mill", "/news/mill.txt")
    notebook.shelf.see(now, [(now.sources[0].source, sighted(other)[0])])
    assert len(notebook.shelf.stories()[0].unread) == 2
    notebook.shelf.mark_read({version_of(MILL.text)}, read=False)
    assert notebook.shelf.read() == frozenset()


def test_what_a_story_came_to_is_kept(story: KeptStory, notebook: Notebook) -> None:
    notebook.shelf.keep_reading(story, 3, 5)
    notebook.shelf.keep_reading(story, 4, 2)
    reading = notebook.shelf.stories()[0].reading
    assert reading is not None
    assert (reading.origins, reading.conflicts) == (4, 2)


# -- two notebooks -------------------------------------------------------------------------------------


def merged(into: Notebook, other: Notebook) -> None:
    into.merge(other.contents())


def test_merging_either_way_gives_the_same_stories_and_twice_nothing_new(tmp_path: Path) -> None:
    a, b = (Notebook(tmp_path / name / "notebook.sqlite", lambda _: None) for name in "ab")
    a.shelf.keep("The mill", sighted(MILL))
    merged(b, a)
    (story,) = b.shelf.stories()
    b.shelf.add(story, sighted(PIER))
    b.shelf.keep_reading(story, 2, 1)
    a.shelf.rename(a.shelf.stories()[0], "Works")
    a.shelf.mark_read({version_of(MILL.text)})
    merged(a, b)
    merged(b, a)
    assert a.shelf.stories() == b.shelf.stories()
    (story,) = a.shelf.stories()
    assert (story.name, len(story.sources), len(story.unread)) == ("Works", 2, 1)
    assert a.merge(b.contents()) == (0, 0, 0)


def test_two_stories_of_one_name_are_told_apart(tmp_path: Path) -> None:
    a, b = (Notebook(tmp_path / name / "notebook.sqlite", lambda _: None) for name in "ab")
    a.shelf.keep("The mill", sighted(MILL))
    b.shelf.keep("the mill", sighted(PIER))
    assert a.merge(b.contents()).stories == 1
    assert names(a) == ["The mill", "the mill (2)"]
    a.shelf.rename(a.shelf.stories()[1], "Pier")
    assert names(a) == ["Pier", "The mill"]


def test_the_native_form_holds_stories_and_an_older_file_none(
    story: KeptStory, notebook: Notebook, tmp_path: Path
) -> None:
    notebook.shelf.mark_read({version_of(FEED.text)})
    notebook.shelf.keep_reading(story, 2, 0)
    written = write_export(notebook.contents(), "json", ()).data
    other = Notebook(tmp_path / "other.sqlite", lambda _: None)
    arrived = exchange.read(written, "x.json", other.contents(), (), "2026-01-01T00:00:00+00:00")
    other.merge(arrived.contents)
    assert other.shelf.stories() == notebook.shelf.stories()
    assert write_export(other.contents(), "json", ()).data == written


@pytest.mark.usefixtures("story")
def test_a_source_whose_text_is_missing_is_left_out_and_told(notebook: Notebook) -> None:
    contents = notebook.contents()
    contents.texts.pop(version_of(FEED.text))
    told = exchange.import_result.complete(contents, {}).told
    assert told == ("1 source of kept stories left out: the article text is missing.",)


# -- damage --------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("story")
def test_a_damaged_row_is_told_and_put_right_from_the_log(notebook: Notebook) -> None:
    with closing(sqlite3.connect(notebook.path)) as connection, connection:
        connection.execute("update stories set name = 'Another'")
    told: list[str] = []
    again = Notebook(notebook.path, told.append)
    assert [each.name for each in again.shelf.stories()] == ["The mill"]
    assert any("is damaged" in sentence for sentence in told)
    again.shelf.mark_read({version_of(MILL.text)})
    assert names(Notebook(notebook.path)) == ["The mill"]
    assert Notebook(notebook.path).damaged() == ()


def test_a_backup_brings_stories_back(story: KeptStory, notebook: Notebook) -> None:
    made = backups.make(notebook.path)
    notebook.shelf.remove(story, [source.source for source in story.sources])
    backups.restore(notebook.path, made)
    assert Notebook(notebook.path).shelf.stories() == (story,)


def test_a_notebook_of_version_5_gets_the_tables_and_keeps_its_notes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notebook.sqlite"
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:5])
        Notebook(path).add(MILL, [(4, 8)], "note", "kept")
    assert Notebook(path).shelf.stories() == ()
    Notebook(path).shelf.keep("The mill", sighted(MILL))
    assert names(Notebook(path)) == ["The mill"]
    assert [each.body for each in Notebook(path).annotations()] == ["kept"]

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from seedreader.article import ANOTHER_READING, Article, SourceCorrection, SourceId
from seedreader.notebook import Notebook
from seedreader.session.story_notebook import StoryNotebook

HERE, THERE = SourceId("file:///a.txt"), SourceId("file:///b.mbox", "2")
OUTLET = SourceCorrection(HERE, "outlet", "Gazette")
ARTICLES = [Article("The pier opened.", "a", source=HERE), Article("The pier.", "b", source=THERE)]


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "notebook.sqlite")


def said(notebook: Notebook) -> list[SourceCorrection]:
    return [kept.said for kept in notebook.source_corrections()]


def scope(notebook: Notebook) -> tuple[str, ...]:
    return StoryNotebook(lambda: notebook.path, ARTICLES, print).scope


def test_the_last_word_on_a_fact_is_kept_and_each_word_is_undone(notebook: Notebook) -> None:
    notebook.correct_source(OUTLET)
    notebook.correct_source(OUTLET._replace(value="Bell"))
    assert said(notebook) == [OUTLET._replace(value="Bell")]
    assert notebook.undo(scope(notebook)) == "the source’s outlet “Bell”"
    assert said(notebook) == [OUTLET]
    notebook.undo(scope(notebook))
    assert said(notebook) == []
    assert notebook.redo(scope(notebook)) == "the source’s outlet “Gazette”"
    assert said(notebook) == [OUTLET]


def test_the_same_word_again_is_no_change(notebook: Notebook) -> None:
    notebook.correct_source(OUTLET)
    notebook.correct_source(OUTLET)
    notebook.undo(None)
    assert said(notebook) == []


def test_a_word_withdrawn_is_gone_until_that_is_undone(notebook: Notebook) -> None:
    notebook.correct_source(OUTLET)
    assert notebook.withdraw_correction(OUTLET._replace(fact="title")) == 0
    assert notebook.withdraw_correction(OUTLET._replace(value="")) == 1
    assert said(notebook) == []
    assert notebook.undo(None) == "withdrawal of the source’s outlet “Gazette”"
    assert said(notebook) == [OUTLET]


def test_a_word_has_its_day_and_survives_a_restart(notebook: Notebook) -> None:
    notebook.correct_source(OUTLET)
    (kept,) = Notebook(notebook.path).source_corrections()
    assert kept.created == kept.changed == kept.written
    assert kept.author == ""


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_sources_reading_there_is_one_word(notebook: Notebook, turned: bool) -> None:
    notebook.correct_source(SourceCorrection(HERE, ANOTHER_READING, "yes", THERE))
    ends = (THERE, HERE) if turned else (HERE, THERE)
    notebook.correct_source(SourceCorrection(ends[0], ANOTHER_READING, "no", ends[1]))
    assert said(notebook) == [SourceCorrection(HERE, ANOTHER_READING, "no", THERE)]


def test_undo_in_another_story_leaves_it(notebook: Notebook) -> None:
    notebook.correct_source(OUTLET)
    elsewhere = StoryNotebook(lambda: notebook.path, [Article("Else.", "c", "c.txt")], print)
    assert notebook.undo(elsewhere.scope) is None
    assert said(notebook) == [OUTLET]


def test_what_is_noted_on_a_corrected_article_is_not_kept_as_the_articles_own(notebook: Notebook) -> None:
    story = StoryNotebook(lambda: notebook.path, ARTICLES, print)
    notebook.correct_source(OUTLET)
    notebook.correct_source(OUTLET._replace(fact="published", value="2025-05-11"))
    article = story.corrected()[0]
    notebook.add(article, [(0, 8)], "note", "Which pier?")
    (seen,) = notebook.seen()
    assert (article.outlet, seen.outlet, seen.published) == ("Gazette", "", "")


def test_a_row_that_a_disk_changed_is_found_and_not_believed(notebook: Notebook) -> None:
    notebook.correct_source(OUTLET)
    with closing(sqlite3.connect(notebook.path)) as connection, connection:
        connection.execute("update corrections set value = 'Bell'")
    assert notebook.damaged() == ("corrections file:///a.txt  outlet  ",)
    assert said(notebook) == []


def test_the_articles_stay_the_same_ones_until_something_else_is_said(notebook: Notebook) -> None:
    story = StoryNotebook(lambda: notebook.path, ARTICLES, print)
    notebook.correct_source(OUTLET)
    first = story.corrected()
    assert [article.outlet for article in first] == ["Gazette", None]
    assert first[1] is ARTICLES[1]
    assert story.corrected() == first
    notebook.undo(None)
    assert story.corrected() == tuple(ARTICLES)


STEPS = st.lists(
    st.tuples(st.sampled_from(("title", "outlet")), st.sampled_from(("", "A", "B")))
    | st.sampled_from(("undo", "redo")),
    max_size=12,
)


@settings(max_examples=25)
@given(STEPS)
def test_words_undo_and_redo_as_a_list_of_states_would(steps: list[tuple[str, str] | str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        notebook = Notebook(Path(folder) / "notebook.sqlite")
        states: list[dict[str, str]] = [{}]
        now = 0
        for step in steps:
            if isinstance(step, tuple):
                fact, value = step
                notebook.correct_source(SourceCorrection(HERE, fact, value))
                if states[now].get(fact) != value:
                    states[now + 1 :] = [{**states[now], fact: value}]
                    now += 1
            elif step == "undo":
                notebook.undo(None)
                now = max(0, now - 1)
            else:
                notebook.redo(None)
                now = min(len(states) - 1, now + 1)
            assert {each.fact: each.value for each in said(notebook)} == states[now]
            assert notebook.damaged() == ()

"""Where annotations stand in the texts of a story that is open now."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from seedreader.article import Article, SourceId
from seedreader.notebook import Notebook, version_of
from seedreader.notebook.resolver import AnnotationResolver, ResolvedAnnotation
from tests.stories import GAZETTE, HARBOUR, WEATHER

NOTED = "About 300 people came to the meeting in Porto Sul."
SPAN = (HARBOUR.index(NOTED), HARBOUR.index(NOTED) + len(NOTED))


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "notebook.sqlite")


def article(text: str, path: str | None = "harbour.txt") -> Article:
    return Article(text, "harbour", path)


def noted(notebook: Notebook) -> None:
    notebook.add(article(HARBOUR), [SPAN], "note", "how many?")


def only(notebook: Notebook, *articles: Article) -> ResolvedAnnotation:
    (placed,) = AnnotationResolver(notebook, articles).read()
    return placed


def test_on_the_same_text_it_is_exact_wherever_the_file_is(notebook: Notebook) -> None:
    noted(notebook)
    placed = only(notebook, article(HARBOUR, "elsewhere/renamed.txt"))
    assert (placed.state, placed.here.source, placed.here.ranges) == ("exact", 0, (SPAN,))


def test_text_before_it_shifts_it(notebook: Notebook) -> None:
    noted(notebook)
    text = "Updated at noon.\n\n" + HARBOUR
    placed = only(notebook, article(text))
    assert placed.state == "exact"
    assert text[placed.here.start : placed.here.end] == NOTED


def test_a_changed_number_is_flagged(notebook: Notebook) -> None:
    noted(notebook)
    placed = only(notebook, article(HARBOUR.replace("300", "450")))
    assert placed.state == "edited"
    assert placed.here.figures == (("300", "450"),)
    assert placed.annotation.target.quote == NOTED


def test_what_is_gone_is_an_orphan_and_keeps_its_quote(notebook: Notebook) -> None:
    noted(notebook)
    placed = only(notebook, article(HARBOUR.replace(NOTED + "\n", "")))
    assert (placed.state, placed.here.ranges) == ("orphan", ())
    assert placed.annotation.target.quote == NOTED


def test_a_renamed_and_edited_file_is_recognised_by_its_content(notebook: Notebook) -> None:
    noted(notebook)
    text = HARBOUR.replace("mayor Ana Ruiz", "the mayor, Ana Ruiz,")
    assert only(notebook, article(text, "new-name.txt")).state == "exact"


def test_an_open_text_is_not_taken_for_an_earlier_one_of_another_source(notebook: Notebook) -> None:
    noted(notebook)
    edited = HARBOUR.replace("300", "450")
    placed = only(notebook, article(edited, "harbour.txt"), article(HARBOUR, "old.txt"))
    assert (placed.here.source, placed.state) == (1, "exact")


def test_what_was_confirmed_stays_confirmed_in_the_next_edition(notebook: Notebook) -> None:
    noted(notebook)
    second = article(HARBOUR.replace("300", "450"))
    placed = only(notebook, second)
    notebook.confirm(placed.annotation, second, placed.here.ranges)
    placed = only(notebook, second)
    assert (placed.state, placed.here.figures) == ("confirmed", (("300", "450"),))
    third = article(second.text + "More follows.\n")
    assert only(notebook, third).here.ranges == placed.here.ranges


def member(text: str, name: str) -> Article:
    return Article(text, name, "all.mbox", source=SourceId.of_path("all.mbox", name))


def test_a_note_on_one_member_of_a_file_is_none_of_another(notebook: Notebook) -> None:
    notebook.add(member(HARBOUR, "1"), [SPAN], "note", "how many?")
    notebook.add(member(GAZETTE, "2"), [(0, 10)], "note", "where?")
    one, two = AnnotationResolver(notebook, [member(HARBOUR, "1"), member(GAZETTE, "2")]).read()
    stands = {each.body: (each.here.source, each.state) for each in (one, two)}
    assert stands == {"how many?": (0, "exact"), "where?": (1, "exact")}
    assert AnnotationResolver(notebook, [member(WEATHER, "3")]).read() == ()


def test_a_changed_member_keeps_its_notes_though_another_one_is_like_it(notebook: Notebook) -> None:
    notebook.add(member(HARBOUR, "1"), [SPAN], "note", "how many?")
    like, changed = HARBOUR.replace("Monday", "Friday"), HARBOUR.replace("300", "450")
    placed = only(notebook, member(like, "2"), member(changed, "1"))
    assert (placed.here.source, placed.here.figures) == (1, (("300", "450"),))


def test_a_file_that_was_one_article_and_is_a_member_now_keeps_its_notes(notebook: Notebook) -> None:
    notebook.add(article(HARBOUR, "all.mbox"), [SPAN], "note", "how many?")
    placed = only(notebook, member(WEATHER, "1"), member(HARBOUR, "2"))
    assert (placed.here.source, placed.state) == (1, "exact")


def test_a_verdict_is_carried_at_both_ends(notebook: Notebook) -> None:
    other = Article(GAZETTE, "gazette", "gazette.txt")
    notebook.add(article(HARBOUR), [(0, 52)], "verdict", "conflict", other=(other, [(0, 30)]))
    placed = only(notebook, article("New.\n" + HARBOUR), Article("Newer.\n" + GAZETTE, "g", "gazette.txt"))
    assert placed.there is not None
    assert (placed.here.source, placed.here.ranges) == (0, ((5, 57),))
    assert (placed.there.source, placed.there.ranges) == (1, ((7, 37),))


def test_a_verdict_whose_other_article_is_not_open_is_kept(notebook: Notebook) -> None:
    other = Article(GAZETTE, "gazette", "gazette.txt")
    notebook.add(article(HARBOUR), [(0, 52)], "verdict", "conflict", other=(other, [(0, 30)]))
    placed = only(notebook, article(HARBOUR))
    assert placed.there is not None
    assert (placed.here.source, placed.there.source) == (0, None)


def test_what_stands_elsewhere_has_no_source_here(notebook: Notebook) -> None:
    noted(notebook)
    resolver = AnnotationResolver(notebook, [Article(WEATHER, "weather", None)])
    assert resolver.read() == ()
    (placed,) = resolver.place(notebook.annotations())
    assert placed.here.source is None


def test_several_ranges_are_one_annotation(notebook: Notebook) -> None:
    spans = [(0, 11), SPAN]
    notebook.add(article(HARBOUR), spans, "note", "both")
    assert only(notebook, article(HARBOUR)).here.ranges == ((0, 11), SPAN)
    half = only(notebook, article(HARBOUR.replace(NOTED + "\n", "")))
    assert half.state == "uncertain"
    assert half.here.ranges == ((0, 11),)


def test_where_the_earlier_text_is_damaged_the_quote_is_looked_for(notebook: Notebook) -> None:
    noted(notebook)
    with closing(sqlite3.connect(notebook.path, isolation_level=None)) as connection:
        connection.execute("update versions set text = 'something else'")
    text = "New.\n" + HARBOUR
    placed = only(notebook, article(text))
    assert placed.state == "uncertain"
    assert text[placed.here.start : placed.here.end] == NOTED


def test_the_versions_of_a_story_are_its_texts_and_earlier_ones(notebook: Notebook) -> None:
    noted(notebook)
    now = article(HARBOUR + "More.\n")
    assert set(AnnotationResolver(notebook, [now]).versions) == {version_of(HARBOUR), version_of(now.text)}

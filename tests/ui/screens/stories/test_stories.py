"""Several stories in what was opened: listed, read one at a time, merged and separated."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from seedreader.corpus.collection import StorySummarised
from seedreader.corpus.summaries import StorySummary
from seedreader.notebook import Notebook
from seedreader.ui.app import SeedreaderApp
from seedreader.ui.screens.reader.reader_screen import ReaderScreen
from tests.stories import GAZETTE, HARBOUR
from tests.stories import articles as plain
from tests.ui.driving import app_of, notebook_file, reading, ready, rows, send, shows, until
from tests.ui.screens.stories.two_events import (
    FERRY,
    PIER,
    articles,
    finished,
    listed,
    outlets,
    read_in_a_thread,
    screen_of,
)

__all__ = ["read_in_a_thread"]

TWO = [["Bell", "Courier"], ["Gazette", "Herald", "Post"]]


async def test_what_tells_of_two_events_opens_on_a_list_of_them() -> None:
    async with listed(articles(FERRY, PIER)) as pilot:
        assert outlets(pilot) == TWO
        assert shows(pilot, "news · 2 stories · 5 articles")
        ferry, pier = (
            next(row for row in rows(pilot) if name in row) for name in ("Bell, Cou", "Gazette, H")
        )
        assert "2025" in ferry
        assert ferry.split()[1:3] == ["1", "2"]
        assert pier.split()[:2] == ["2", "3"]
        assert "Porto Sul" in pier


async def test_a_story_is_read_alone_and_kept_as_it_was_left() -> None:
    async with listed(articles(FERRY, PIER)) as pilot:
        await pilot.press("j", "enter")
        await ready(pilot)
        app = app_of(pilot)
        assert shows(pilot, "S leads back to the list of stories.")
        assert [article.name for article in app.articles] == TWO[1]
        assert app.session.story is not None
        assert any(link.relation == "conflict" for link in app.session.story.links)
        await pilot.press("j", "l")
        place = app.session.place
        await pilot.press("S")
        assert shows(pilot, "news · 2 stories")
        await pilot.press("escape")
        assert isinstance(app.screen, ReaderScreen)
        assert app.session.place == place
        await pilot.press("S", "k", "enter")
        await ready(pilot)
        assert [article.name for article in app.articles] == TWO[0]
        await pilot.press("S", "j", "enter")
        await ready(pilot)
        assert app.session.place == place


async def test_notes_are_those_of_the_story_that_is_read() -> None:
    async with listed(articles(FERRY, PIER)) as pilot:
        await pilot.press("enter")
        await ready(pilot)
        await pilot.press("a")
        await send(pilot, *"Who counted?", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        assert len(app_of(pilot).session.placed) == 1
        await pilot.press("S", "j", "enter")
        await ready(pilot)
        assert app_of(pilot).session.placed == ()
        await pilot.press("S", "k", "enter")
        await ready(pilot)
        await until(pilot, lambda: len(app_of(pilot).session.placed) == 1)


async def test_one_story_is_read_at_once_and_says_that_it_is_one() -> None:
    async with reading(plain(HARBOUR, GAZETTE)) as pilot:
        assert app_of(pilot).collection is None
        await pilot.press("S")
        assert shows(pilot, "All that was opened is one story.")


async def test_who_has_begun_to_read_is_told_and_not_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[Callable[[], object]] = []
    monkeypatch.setattr(SeedreaderApp, "beside", lambda _, work, __: held.append(work))
    app = SeedreaderApp(articles(FERRY, PIER), "news", notebook_file)
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: held)
        await pilot.press("j")
        held.pop(0)()
        await until(pilot, lambda: shows(pilot, "These are 2 stories: S lists them"))
        assert isinstance(app.screen, ReaderScreen)
        held.pop(0)()
        await pilot.press("S")
        await finished(pilot)
        assert outlets(pilot) == TWO


async def test_sources_unfold_below_their_story() -> None:
    async with listed(articles(FERRY, PIER)) as pilot:
        await pilot.press("j", "l")
        assert next(row.strip() for row in rows(pilot) if "Herald · 21 Mar 2025" in row).startswith("Herald")
        await pilot.press("j", "j", "h")
        assert not shows(pilot, "                  Herald · 21 Mar 2025 — Porto Sul gets its pier")
        assert screen_of(pilot).at == 1


async def test_a_source_is_separated_and_taken_back() -> None:
    async with listed(articles(FERRY, PIER)) as pilot:
        await pilot.press("j", "l", "j", "j", "j", "x")
        assert outlets(pilot) == [["Bell", "Courier"], ["Gazette", "Herald"], ["Post"]]
        assert shows(pilot, "A story of its own now; u takes it back.")
        screen = screen_of(pilot)
        assert screen.chosen is not None
        assert [article.name for article in screen.chosen.story.articles] == ["Post"]
        await pilot.press("u")
        assert outlets(pilot) == TWO
        await until(pilot, lambda: Notebook(notebook_file()).event_decisions() == ())


async def test_stories_are_merged_and_sources_moved_and_it_is_remembered() -> None:
    async with listed(articles(FERRY, PIER)) as pilot:
        await pilot.press("j", "l", "j", "t", "g", "m")
        assert outlets(pilot) == [["Bell", "Courier", "Gazette"], ["Herald", "Post"]]
        await until(pilot, lambda: len(Notebook(notebook_file()).event_decisions()) == 2)
        collection = app_of(pilot).collection
        assert collection is not None
        await until(pilot, lambda: all(map(collection.stories.summary, collection.stories.stories)))
    async with listed(articles(FERRY, PIER)) as pilot:
        assert outlets(pilot) == [["Bell", "Courier", "Gazette"], ["Herald", "Post"]]


async def test_what_the_reader_merged_into_one_story_opens_as_one() -> None:
    async with listed(articles(FERRY, PIER)) as pilot:
        await pilot.press("t", "m")
        assert outlets(pilot) == [["Bell", "Courier", "Gazette", "Herald", "Post"]]
        await until(pilot, lambda: len(Notebook(notebook_file()).event_decisions()) == 1)
    async with reading(articles(FERRY, PIER)) as pilot:
        assert app_of(pilot).collection is None


async def test_keys_that_need_marks_say_so() -> None:
    async with listed(articles(FERRY, PIER)) as pilot:
        await pilot.press("m")
        assert shows(pilot, "Nothing is marked: t marks a story or a source.")
        await pilot.press("x")
        assert shows(pilot, "l shows the sources, t marks several.")
        await pilot.press("u")
        assert shows(pilot, "Nothing was merged or separated.")
        await pilot.press("t")
        assert shows(pilot, "2 marked")
        await pilot.press("escape")
        assert not shows(pilot, "2 marked")


async def test_the_list_is_filtered_and_sorted() -> None:
    async with listed(articles(FERRY, PIER)) as pilot:
        await pilot.press("slash")
        await send(pilot, *"herald", "enter")
        assert shows(pilot, "1 of 2")
        assert not shows(pilot, "Bell, Courier")
        await pilot.press("escape", "S", "S")
        assert shows(pilot, "by size")
        assert [row.number for row in screen_of(pilot).shown] == [2, 1]


async def test_many_files_are_read_under_the_list(tmp_path: Path) -> None:
    for article in articles(FERRY, PIER):
        (tmp_path / f"{article.name}.txt").write_text(article.text)
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 and no more")
    async with listed(unread=[tmp_path]) as pilot:
        assert outlets(pilot) == TWO
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: shows(pilot, "bad.pdf"))
        await pilot.press("q", "enter")
        await ready(pilot)
        assert [article.name for article in app_of(pilot).articles] == TWO[0]


async def test_what_many_stories_come_to_is_listed_together(monkeypatch: pytest.MonkeyPatch) -> None:
    async with listed(articles(FERRY, PIER)) as pilot:
        collection, screen = app_of(pilot).collection, screen_of(pilot)
        assert collection is not None
        lists: list[None] = []
        whole = screen.list_again

        def counted() -> None:
            lists.append(None)
            whole()

        monkeypatch.setattr(screen, "list_again", counted)
        for conflicts in range(100):
            collection.take(StorySummarised(0, StorySummary(2, 2, 5, {"conflict": conflicts})))
        assert not lists
        await until(pilot, lambda: shows(pilot, "≠ 99"))
        assert len(lists) == 1


async def test_where_nothing_could_be_read_the_list_says_so(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 and no more")
    async with listed(unread=[tmp_path]) as pilot:
        assert shows(pilot, "Nothing could be read.")
        assert shows(pilot, "! tells why.")


async def test_a_story_that_could_not_be_compared_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(*_: object, **__: object) -> None:
        raise ZeroDivisionError("no such luck")

    monkeypatch.setattr("seedreader.corpus.summaries.know_links", breaking)
    async with listed(articles(FERRY, PIER)) as pilot:
        assert shows(pilot, "could not be compared: ZeroDivisionError: no such luck.")
        await pilot.press("j", "k")
        assert shows(pilot, "problem   ZeroDivisionError")

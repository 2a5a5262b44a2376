"""A corpus in the reader: its stories are listed, and each is read as one of a folder is."""

from __future__ import annotations

from pathlib import Path

import pytest

from seedreader.cli import main
from seedreader.corpus.file.build import build
from seedreader.ui.app import SeedreaderApp
from tests.corpus.file.corpora import as_files, records
from tests.programs import in_terminal
from tests.ui.driving import app_of, notebook_file, ready, rows, shows, until
from tests.ui.screens.stories.two_events import finished, listed, read_in_a_thread

__all__ = ["read_in_a_thread"]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("corpus")
    build(place / "news.corpus", [str(as_files(place / "news", records()))])
    return place / "news.corpus"


async def test_its_stories_are_listed_and_one_is_read(corpus: Path) -> None:
    async with listed(unread=[corpus]) as pilot:
        assert shows(pilot, "3 stories · 7 articles")
        assert any("Ferry sinks 0" in row and "2025" in row for row in rows(pilot))
        assert shows(pilot, "4 sources · 3 origins")
        await pilot.press("enter")
        await ready(pilot)
        app = app_of(pilot)
        assert [article.outlet for article in app.articles] == [f"Ferry sinks Post {n}" for n in (0, 3, 1, 2)]
        assert all("Santa Clara" in article.text for article in app.articles)
        assert app.session.story is not None
        assert any(link.relation == "conflict" for link in app.session.story.links)
        await pilot.press("j", "l")
        place = app.session.place
        await pilot.press("S", "enter")
        await ready(pilot)
        assert app.session.place == place


async def test_what_the_reader_merges_is_compared_and_stays_so(corpus: Path) -> None:
    async with listed(unread=[corpus]) as pilot:
        await pilot.press("t", "m")
        await until(pilot, lambda: shows(pilot, "2 stories · 7 articles"))
        await until(pilot, lambda: shows(pilot, "6 sources · 5 origins"))
    async with listed(unread=[corpus]) as pilot:
        assert shows(pilot, "2 stories · 7 articles")


async def test_a_corpus_that_is_gone_meanwhile_is_said_to_be(corpus: Path, tmp_path: Path) -> None:
    copied = tmp_path / "copied.corpus"
    copied.write_bytes(corpus.read_bytes())
    app = SeedreaderApp((), "news", notebook_file, unread=[str(copied)])
    async with app.run_test(size=(120, 36)) as pilot:
        await finished(pilot)
        copied.unlink()
        await pilot.press("enter")
        await pilot.pause()
        assert shows(pilot, "does not exist")


def test_one_command_opens_the_list_or_a_story(corpus: Path) -> None:
    status, written = in_terminal([str(corpus)], (100, 30), "3 stories", "q")
    assert status == 0
    assert "Pier 0" in written
    status, written = in_terminal([str(corpus), "--story", "1"], (100, 30), "Santa Clara", "q")
    assert status == 0
    assert "4 sources" in written


def test_what_is_no_corpus_or_story_is_said(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "b.corpus").write_bytes(b"SQLite format 3\0 and no more")
    for arguments, told in (
        ([str(tmp_path / "b.corpus")], "is no corpus"),
        ([str(corpus), "--story", "99"], "There is no story 99"),
        ([str(corpus), str(corpus), "--story", "1"], "name its file alone"),
    ):
        status, written = in_terminal(arguments, (100, 30))
        assert status == 2
        assert told in written
    assert main([str(corpus)]) == 2  # no terminal

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

import pytest

from seedreader.article import Article
from seedreader.ingest.load_files import load
from seedreader.shelf import disk_watch
from seedreader.shelf.disk_watch import DiskChanges, DiskWatch, taken_in

PIER = "The harbour council approved the new pier on Monday.\n"
MILL = "The mill closed in May after ninety years.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pier.txt").write_text(PIER)
    (tmp_path / "mill.txt").write_text(MILL)
    return tmp_path


def read(folder: Path) -> tuple[Article, ...]:
    return load([folder]).articles


def write(path: Path, text: str, later: int = 1) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    time = path.stat().st_mtime_ns + later * 10**9
    os.utime(path, ns=(time, time))


def test_a_file_with_other_words_is_offered_once_it_stays_as_it_is(folder: Path) -> None:
    watch = DiskWatch(read(folder))
    write(folder / "pier.txt", PIER + "It costs")
    assert not watch.look()
    write(folder / "pier.txt", PIER + "It costs 4 million euros.\n", later=2)
    assert not watch.look()
    assert watch.look() == DiskChanges((str(folder / "pier.txt"),))
    assert watch.look() == DiskChanges((str(folder / "pier.txt"),))


def test_a_file_that_was_only_written_again_is_not_offered(folder: Path) -> None:
    watch = DiskWatch(read(folder))
    write(folder / "pier.txt", PIER)
    assert not any(watch.look() for _ in range(3))


def test_a_file_that_is_again_as_it_was_is_offered_no_more(folder: Path) -> None:
    watch = DiskWatch(read(folder))
    write(folder / "pier.txt", PIER + "It costs 4 million euros.\n")
    assert [bool(watch.look()) for _ in range(2)] == [False, True]
    write(folder / "pier.txt", PIER, later=2)
    assert [bool(watch.look()) for _ in range(2)] == [True, False]


def test_a_new_file_of_the_folder_is_offered_in_a_folder_below_too(folder: Path) -> None:
    watch = DiskWatch(read(folder), [str(folder)])
    assert not watch.look()
    write(folder / "tram.txt", "A tram is planned for 2027.\n")
    write(folder / "more" / "quay.txt", "The old quay is to be repaired.\n")
    assert [len(watch.look().new) for _ in range(3)] == [0, 2, 2]
    write(folder / "more" / "ferry.txt", "The ferry stops in winter.\n")
    assert [len(watch.look().new) for _ in range(2)] == [2, 3]


def test_what_holds_no_article_and_what_is_only_renamed_is_not_new(folder: Path) -> None:
    watch = DiskWatch(read(folder), [str(folder)])
    (folder / "pier.txt").rename(folder / "p.txt")
    write(folder / "empty.txt", "")
    assert not any(watch.look() for _ in range(3))


def test_of_a_kept_story_files_that_came_while_it_was_closed_are_offered(folder: Path) -> None:
    articles = load([folder / "pier.txt"]).articles
    watch = DiskWatch(articles, [str(folder)], known=[str(folder / "pier.txt")])
    assert [watch.look().new for _ in range(2)] == [(), (str(folder / "mill.txt"),)]


def test_nothing_is_watched_where_there_are_no_files() -> None:
    assert not DiskWatch([Article("A text.", "x")]).is_needed
    assert not DiskWatch([Article("A text.", "x", "/nowhere/x.txt")]).is_needed


def test_an_address_that_was_fetched_again_is_offered() -> None:
    page = Article("Old words.", "page", "https://example.org/a")
    answers = [None, ("later", [Article("New words.", "page", "https://example.org/a")]), None]
    watch = DiskWatch([page], newest=lambda _: answers.pop(0))
    assert [watch.look().changed for _ in range(3)] == [
        (),
        ("https://example.org/a",),
        ("https://example.org/a",),
    ]


def test_the_same_offer_is_made_once(folder: Path) -> None:
    watch, stop = DiskWatch(read(folder)), Event()
    offers: list[DiskChanges] = []
    write(folder / "pier.txt", PIER + "It costs 4 million euros.\n")
    looks = iter(range(6))

    class Counting(Event):
        def wait(self, timeout: float | None = None) -> bool:
            return next(looks, None) is None

    assert not stop.is_set()
    watch.run(offers.append, Counting(), 0)
    assert offers == [DiskChanges((str(folder / "pier.txt"),))]


def test_many_new_files_are_read_little_by_little(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk_watch, "MOST_NEW", 2)
    watch = DiskWatch(read(folder), [str(folder)])
    for number in range(5):
        write(folder / f"new {number}.txt", f"Text number {number} tells of the pier.\n")
    found = [len(watch.look().new) for _ in range(9)]
    assert found[-1] == 5
    assert sorted(found) == found


# -- taking in -------------------------------------------------------------------------------------------


def test_what_is_open_keeps_its_number_and_the_earlier_text_stands_behind(folder: Path) -> None:
    articles = read(folder)
    write(folder / "mill.txt", MILL.replace("May", "June"))
    write(folder / "tram.txt", "A tram is planned for 2027.\n")
    paths = [str(folder / name) for name in ("mill.txt", "tram.txt")]
    taken = taken_in(articles, (), {path: load([path]) for path in paths})
    assert [article.text for article in taken.articles] == [
        MILL.replace("May", "June"),
        PIER,
        "A tram is planned for 2027.\n",
        MILL,
    ]
    assert taken.articles[1] is articles[1]
    assert taken.earlier == {3}
    write(folder / "mill.txt", MILL.replace("May", "July"))
    again = taken_in(taken.articles, taken.earlier, {paths[0]: load([paths[0]])})
    assert again.articles[0].text == MILL.replace("May", "July")
    assert again.earlier == {3, 4}
    back = taken_in(again.articles, again.earlier, {paths[0]: load([paths[0]])})
    assert back.articles == again.articles

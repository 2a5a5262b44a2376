"""A corpus built: what is in it, what goes wrong with inputs, and that it goes on after anything."""

from __future__ import annotations

import itertools
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.corpus.file.corpora import ALONE, as_files, as_lines, contents, records

from seedreader.corpus import worker_pool
from seedreader.corpus.file import compare_step, opening, reading, story_findings, story_step
from seedreader.corpus.file.build import build
from seedreader.corpus.file.opening import CorpusError
from seedreader.corpus.file.progress import Step
from seedreader.ingest import pieces

FERRIES = ["Ferry sinks 0/0", "Ferry sinks 1/0", "Ferry sinks 2/0", "Ferry sinks 3/0"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return as_files(tmp_path / "news", records())


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a corpus holds that nothing interrupted."""
    place = tmp_path_factory.mktemp("expected")
    build(place / "a.corpus", [str(as_files(place / "news", records()))])
    return contents(place / "a.corpus")


def test_stories_copies_claims_and_conflicts_are_found(folder: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "a.corpus"
    found = build(corpus, [str(folder)])
    assert (found.articles, found.stories, found.alone, found.families, found.copies) == (7, 2, 1, 2, 6)
    assert found.finished
    held = contents(corpus)
    assert held["story"] == [FERRIES, ["Hay 0/0"], ["Pier 0/0", "Pier 1/0"]]
    assert held["family"] == [FERRIES, ["Pier 0/0", "Pier 1/0"]]
    assert ["Ferry sinks 0/0", "Ferry sinks 3/0"] in held["origin"]
    assert any("140 passengers" in said and origins == 3 for said, origins, _ in held["claims"])
    # the reprint says it again, and is not told again
    assert [why for *_, why in held["conflicts"]] == ["Twelve people ≠ fourteen people"]
    assert held["whole"] == ("ok",)


def test_it_opens_without_its_files_and_is_one_file(folder: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "a.corpus"
    build(corpus, [str(folder)])
    for file in folder.iterdir():
        file.unlink()
    assert [each.name for each in tmp_path.glob("a.corpus*")] == ["a.corpus"]
    with opening.to_read(corpus) as database:
        rows = database.execute("SELECT data FROM articles WHERE title = 'Hay 0'").fetchall()
    from seedreader.corpus.file.article_values import to_article

    assert to_article(rows[0][0]).text.strip().endswith(ALONE)


@pytest.mark.parametrize(
    "make", [partial(ThreadPoolExecutor, 2), partial(worker_pool.processes, 2), worker_pool.no_processes]
)
def test_any_executor_finds_the_same(
    make: Any, folder: Path, tmp_path: Path, expected: dict[str, Any]
) -> None:
    build(tmp_path / "a.corpus", [str(folder)], make_executor=make)
    assert contents(tmp_path / "a.corpus") == expected


# -- cut short -------------------------------------------------------------------------------------------


class _StoppedError(Exception):
    pass


def stopping_at(statement: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the build end at a statement as if there were an error in it."""
    connect = sqlite3.connect
    left = itertools.count(statement, -1)

    class Counting(sqlite3.Connection):
        def execute(self, *args: Any) -> sqlite3.Cursor:
            if next(left) == 0:
                raise _StoppedError
            return super().execute(*args)

    monkeypatch.setattr(
        sqlite3,
        "connect",
        lambda name, **k: connect(name, factory=Counting if str(name) else sqlite3.Connection, **k),
    )


def test_whatever_it_is_stopped_at_nothing_is_lost_and_nothing_twice(
    folder: Path, tmp_path: Path, expected: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "KEPT_EVERY", 0)
    monkeypatch.setattr(compare_step, "KEPT_EVERY", 0)
    corpus = tmp_path / "a.corpus"
    stops = 0
    for statement in range(3, 330, 13):
        with monkeypatch.context() as patched:
            stopping_at(statement, patched)
            try:
                build(corpus, [str(folder)])
            except _StoppedError:
                stops += 1
    assert stops > 5
    build(corpus, [str(folder)])
    assert contents(corpus) == expected


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
def test_killed_it_goes_on(folder: Path, tmp_path: Path, expected: dict[str, Any]) -> None:
    corpus = tmp_path / "a.corpus"
    command = [sys.executable, "-m", "tests.corpus.file.corpora", str(corpus), str(folder)]
    ends = [subprocess.run([*command, str(at)], check=False).returncode for at in (2, 60, 130, 160)]
    assert ends[:3] == [-signal.SIGKILL] * 3
    assert corpus.exists()
    build(corpus, [str(folder)])
    assert contents(corpus) == expected


def test_done_it_does_nothing_again_and_takes_what_is_new(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = tmp_path / "a.corpus"
    build(corpus, [str(folder)])
    with monkeypatch.context() as patched:
        for module, name in (
            (reading, "read_item"),
            (story_findings, "compare"),
            (story_step, "find_stories"),
        ):
            patched.setattr(module, name, None)
        build(corpus, [str(folder)])
    more = {
        "title": "Pier 2",
        "text": "Residents of Porto Sul protest against the new pier for 6 million euros"
        " that the harbour council approved on Tuesday, they told mayor Ana Ruiz.",
        "published": "2025-03-10",
    }
    as_files(tmp_path / "more", [more])
    compared: list[int] = []
    compare = story_findings.compare

    def noting(articles: Any) -> Any:
        compared.append(len(articles))
        return compare(articles)

    monkeypatch.setattr(story_findings, "compare", noting)
    found = build(corpus, [str(folder), str(tmp_path / "more")])
    assert (found.articles, found.stories) == (8, 2)
    assert contents(corpus)["story"][-1] == ["Pier 0/0", "Pier 1/0", "Pier 2/0"]
    assert compared == [3]


# -- what goes wrong -------------------------------------------------------------------------------------


def test_an_article_that_cannot_be_read_is_told_by_name(folder: Path, tmp_path: Path) -> None:
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 and no more")
    found = build(tmp_path / "a.corpus", [str(folder), str(tmp_path / "none.txt")])
    assert (found.articles, found.problems) == (7, 2)
    assert [Path(name).name for name, _ in contents(tmp_path / "a.corpus")["problems"]] == [
        "bad.pdf",
        "none.txt",
    ]


def test_what_breaks_the_reading_or_a_comparison_costs_only_itself(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, compare = reading.read_item, story_findings.compare

    def breaking_read(item: reading.Item) -> reading.ReadItem:
        if item.files[0][1].endswith("006.json"):
            raise MemoryError("too much")
        return read(item)

    def breaking(articles: Any) -> Any:
        if len(articles) == 4:
            raise ZeroDivisionError("no such luck")
        return compare(articles)

    monkeypatch.setattr(reading, "read_item", breaking_read)
    monkeypatch.setattr(story_findings, "compare", breaking)
    found = build(tmp_path / "a.corpus", [str(folder)])
    assert (found.articles, found.problems, found.failed, found.compared) == (6, 1, 1, 1)
    assert found.finished
    with opening.to_read(tmp_path / "a.corpus") as database:
        assert database.execute("SELECT name, failure FROM stories WHERE failure IS NOT NULL").fetchall() == [
            ("Ferry sinks 0", "ZeroDivisionError: no such luck")
        ]
        ((source, detail),) = database.execute("SELECT source, detail FROM problems")
    assert source.endswith("006.json")
    assert "MemoryError: too much" in detail


def test_a_record_that_breaks_what_reads_it_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "SMALLEST", dict.fromkeys(pieces.SMALLEST, 1))
    read = reading.read_item

    def breaking(item: reading.Item) -> reading.ReadItem:
        if item.piece is not None and b"Unheard of" in item.piece.data:
            raise MemoryError("too much")
        return read(item)

    monkeypatch.setattr(reading, "read_item", breaking)
    lines = as_lines(tmp_path / "news.jsonl", [*records(), {"title": "Bad", "text": f"Unheard of: {ALONE}"}])
    found = build(tmp_path / "a.corpus", [str(lines)])
    assert (found.articles, found.problems) == (7, 1)
    ((source, _),) = contents(tmp_path / "a.corpus")["problems"]
    assert source == f"{lines} › record 8"


def test_a_full_disk_is_said_and_the_file_stays_whole(
    folder: Path, tmp_path: Path, expected: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = tmp_path / "a.corpus"
    build(corpus, [])
    connect = sqlite3.connect

    def small(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        database: sqlite3.Connection = connect(*args, **kwargs)
        (pages,) = database.execute("PRAGMA page_count").fetchone()
        database.execute(f"PRAGMA max_page_count = {pages + 1}")
        return database

    with monkeypatch.context() as patched:
        patched.setattr(sqlite3, "connect", small)
        with pytest.raises(CorpusError, match="The disk is full"):
            build(corpus, [str(folder)])
    build(corpus, [str(folder)])
    assert contents(corpus) == expected


def test_progress_says_what_is_done(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "KEPT_EVERY", 0)
    monkeypatch.setattr(compare_step, "KEPT_EVERY", 0)
    steps: list[Step] = []
    build(tmp_path / "a.corpus", [str(folder)], steps.append)
    assert list(dict.fromkeys(step.what for step in steps)) == [
        "Listing files", "Reading", "Looking for near-copies", "Finding stories", "Comparing",
    ]  # fmt: skip
    read = [step.done for step in steps if step.what == "Reading"]
    assert read == sorted(read, key=lambda done: done or 0)
    assert read[-1] == 1


# -- many ------------------------------------------------------------------------------------------------


def test_windows_find_the_stories_that_one_look_finds(
    folder: Path, tmp_path: Path, expected: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story_step, "EXACT", 0)
    monkeypatch.setattr(story_step, "WINDOW", 2)
    build(tmp_path / "a.corpus", [str(folder)])
    assert contents(tmp_path / "a.corpus")["story"] == expected["story"]


def test_windows_find_what_tells_of_one_event_wherever_it_stands(
    tmp_path: Path, expected: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without days, and in an order that says nothing: what is beside a window is found by its words."""
    monkeypatch.setattr(story_step, "EXACT", 0)
    monkeypatch.setattr(story_step, "WINDOW", 2)
    undated = [{**record, "published": ""} for record in records()]
    mixed = [undated[n] for n in (0, 4, 6, 5, 1, 2, 3)]
    build(tmp_path / "a.corpus", [str(as_files(tmp_path / "mixed", mixed))])
    assert contents(tmp_path / "a.corpus")["story"] == expected["story"]


def test_of_a_large_story_one_of_each_family_is_compared(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compare_step, "MOST_COMPARED", 3)
    build(tmp_path / "a.corpus", [str(folder)])
    with opening.to_read(tmp_path / "a.corpus") as database:
        assert database.execute(
            "SELECT articles, compared, sources, origins FROM stories WHERE articles = 4"
        ).fetchone() == (4, 3, 4, 2)


def test_lines_in_pieces_are_read_once_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = as_lines(tmp_path / "news.jsonl", records())
    build(tmp_path / "whole.corpus", [str(lines)])
    monkeypatch.setattr(pieces, "SMALLEST", dict.fromkeys(pieces.SMALLEST, 1))
    monkeypatch.setattr(pieces, "PIECE", dict.fromkeys(pieces.PIECE, 400))
    monkeypatch.setattr(reading, "KEPT_EVERY", 0)
    for statement in (40, 90):
        with monkeypatch.context() as patched:
            stopping_at(statement, patched)
            with pytest.raises(_StoppedError):
                build(tmp_path / "cut.corpus", [str(lines)])
    build(tmp_path / "cut.corpus", [str(lines)])
    asked = "SELECT title, uri, member, published FROM articles ORDER BY title"
    rows = []
    for name in ("whole", "cut"):
        with opening.to_read(tmp_path / f"{name}.corpus") as database:
            rows.append(database.execute(asked).fetchall())
            assert database.execute("SELECT count(*) FROM pieces").fetchone() == (0,)
            assert database.execute("SELECT count(*), sum(done) FROM inputs").fetchone() == (1, 1)
            cuts = database.execute("SELECT max(piece) FROM articles").fetchone()[0]
    assert cuts > 1
    assert rows[0] == rows[1]
    assert len(rows[0]) == 7

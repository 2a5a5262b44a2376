"""The cache's file: what is kept, what is dropped, and what happens where it can't be used."""

from __future__ import annotations

import random
import sqlite3
import stat
import sys
from pathlib import Path
from threading import Thread

import pytest

from seedreader.cache.analysis_cache import FRESH, AnalysisCache


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "analysis.sqlite"


def noise(number: int, size: int = 10_000) -> bytes:
    """Bytes that can't be compressed."""
    return random.Random(number).randbytes(size)


def test_what_was_put_is_there_for_another_program(file: Path) -> None:
    AnalysisCache(file).put({"a": b"one", "b": b"two" * 1000})
    assert AnalysisCache(file).get(["a", "b", "c"]) == {"a": b"one", "b": b"two" * 1000}


def test_asking_makes_no_file(file: Path) -> None:
    assert AnalysisCache(file).get(["a"]) == {}
    assert not file.parent.exists()


def test_a_cache_of_no_size_keeps_nothing(file: Path) -> None:
    cache = AnalysisCache(file, most_bytes=0)
    cache.put({"a": b"one"})
    assert cache.get(["a"]) == {}
    assert not file.exists()


def test_more_keys_than_one_statement_takes(file: Path) -> None:
    entries = {f"key {i}": str(i).encode() for i in range(2_000)}
    cache = AnalysisCache(file)
    cache.put(entries)
    assert cache.get(entries) == entries


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_only_the_reader_may_look(file: Path) -> None:
    AnalysisCache(file).put({"a": b"one"})
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_what_was_used_longest_ago_goes_first(file: Path) -> None:
    day = [0.0]
    cache = AnalysisCache(file, most_bytes=100_000, now=lambda: day[0] * 2 * FRESH)
    for number in range(20):
        day[0] += 1
        cache.put({str(number): noise(number)})
        cache.get(["0"])  # always in use
        cache._unchecked = 1 << 30
    kept = cache.get(map(str, range(20)))
    assert "0" in kept
    assert "19" in kept
    assert "1" not in kept
    assert sum(map(len, kept.values())) <= 100_000
    cache.close()
    assert file.stat().st_size < 300_000


@pytest.mark.parametrize("where", [0, 30, 5_000])
def test_a_damaged_file_is_thrown_away_and_said_so(file: Path, where: int) -> None:
    first = AnalysisCache(file)
    first.put({str(i): noise(i) for i in range(10)})
    first.close()
    data = bytearray(file.read_bytes())
    data[where : where + 3_000] = b"\xff" * 3_000
    file.write_bytes(bytes(data))
    told: list[str] = []
    cache = AnalysisCache(file, tell=told.append)
    found = cache.get(map(str, range(10)))
    assert all(found[key] == noise(int(key)) for key in found)
    cache.put({"new": b"after"})
    assert AnalysisCache(file).get(["new"]) == {"new": b"after"}
    if found.keys() != set(map(str, range(10))) and told:
        assert len(told) == 1
        assert "thrown away" in told[0]


def test_a_file_that_is_no_database_is_thrown_away(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"not a database at all, but quite long enough to look like something" * 50)
    told: list[str] = []
    cache = AnalysisCache(file, tell=told.append)
    assert cache.get(["a"]) == {}
    cache.put({"a": b"one"})
    assert cache.get(["a"]) == {"a": b"one"}
    assert len(told) == 1
    assert "damaged" in told[0]


def test_an_entry_damaged_where_the_database_does_not_look_is_not_there(file: Path) -> None:
    cache = AnalysisCache(file)
    cache.put({"a": noise(1)})
    cache.close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE entries SET data = X'00112233'")
    connection.close()
    assert AnalysisCache(file).get(["a"]) == {}


def test_a_file_of_another_layout_is_begun_anew(file: Path) -> None:
    file.parent.mkdir()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE entries (name)")
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    cache = AnalysisCache(file)
    cache.put({"a": b"one"})
    assert cache.get(["a"]) == {"a": b"one"}


def test_a_place_that_cannot_be_written_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    told: list[str] = []
    cache = AnalysisCache(tmp_path / "file" / "analysis.sqlite", tell=told.append)
    cache.put({"a": b"one"})
    cache.put({"b": b"two"})
    assert cache.get(["a"]) == {}
    assert len(told) == 1
    assert "can't be used" in told[0]


def test_a_full_disk_costs_only_the_cache(file: Path) -> None:
    told: list[str] = []
    cache = AnalysisCache(file, tell=told.append)
    cache.put({"a": b"one"})
    with sqlite3.connect(file) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.close()
    cache._opened().execute(f"PRAGMA max_page_count = {pages}")
    cache.put({"b": noise(1, 1_000_000)})
    assert len(told) == 1
    assert "disk is full" in told[0]
    assert AnalysisCache(file).get(["a", "b"]) == {"a": b"one"}


def test_while_another_program_writes_nothing_waits_for_long_or_is_told(file: Path) -> None:
    told: list[str] = []
    cache = AnalysisCache(file, tell=told.append)
    cache.put({"a": b"one"})
    cache._opened().execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    cache.put({"b": b"two"})
    assert cache.get(["a", "b"]) == {"a": b"one"}
    other.execute("ROLLBACK")
    other.close()
    cache.put({"b": b"two"})
    assert cache.get(["b"]) == {"b": b"two"}
    assert told == []


def test_threads_share_one(file: Path) -> None:
    cache = AnalysisCache(file)

    def work(number: int) -> None:
        for i in range(20):
            cache.put({f"{number} {i}": noise(number * 100 + i, 500)})

    threads = [Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(cache.get(f"{n} {i}" for n in range(4) for i in range(20))) == 80

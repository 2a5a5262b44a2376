"""The words and sentences of many texts as numbers, in memory, or in a temporary file where they are many."""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import chain, pairwise
from typing import Protocol

from seedreader.analysis import word_tokens
from seedreader.analysis.families import Postings

LOOKED_AT = 40_000
"""Characters of a text that are read."""

SHORTEST = 4
"""Letters of a content word; a shorter one is a figure, or tells little in any language."""

KNOWN = 200_000
"""Written words whose numbers are kept ready."""

LONGEST_KNOWN = 40
"""Characters of a written word whose numbers are kept; what is longer has no spaces between its words."""

CACHE = 64_000
"""Kilobytes of the temporary file that are kept in memory."""

ASKED_AT_ONCE = 500
"""Shingles in one question to the temporary file."""

END = 0
"""The number that ends a sentence."""

NAME = 1
"""The bit that is set in the number of a name or a figure."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\W_]")
_MARK_AT_END = re.compile(r"[.!?…。！？]\Z")

Words = Sequence[int]
"""The content words of a text in order, each a number of its own but for the bit `NAME`; every sentence is
followed by `END`."""


class Numbering:
    """Texts as numbers, the same in every process."""

    def __init__(self) -> None:
        self._known = _Known()

    def of(self, text: str) -> list[int]:
        """The words of the beginning of a text."""
        written = text[:LOOKED_AT].replace("\n", " . ").split()
        words = list(chain.from_iterable(map(self._known.__getitem__, written)))
        words.append(END)
        return words


class _Known(dict[str, tuple[int, ...]]):
    """What stands between two spaces -> the numbers of its content words, and `END` after a full stop."""

    def __missing__(self, written: str) -> tuple[int, ...]:
        found = [_number(word) for word in _WORD.findall(written) if _is_content(word)]
        if _MARK_AT_END.search(written):
            found.append(END)
        numbers = tuple(found)
        if len(self) == KNOWN:
            self.clear()
        if len(written) <= LONGEST_KNOWN:
            self[written] = numbers
        return numbers


def _is_content(word: str) -> bool:
    folded = word_tokens.folded(word)
    return word[0].isdigit() or (len(folded) >= SHORTEST and folded not in word_tokens.STOP)


def _number(word: str) -> int:
    number = int.from_bytes(blake2b(word_tokens.folded(word).encode(), digest_size=7).digest())
    return (number or 1) << 1 | (word[0].isdigit() or word[0].isupper())


def sentences(words: Words) -> Iterator[Words]:
    """The sentences of a text, without the number that ends each; not those without a word."""
    at = 0
    while at < len(words):
        end = words.index(END, at)
        if end > at:
            yield words[at:end]
        at = end + 1


def content(words: Iterable[int]) -> array[int]:
    """The words of a text, the same however they are written."""
    return array("q", [word | NAME for word in words if word])


def telling(words: Words) -> set[int]:
    """The names and figures of a text; what begins a sentence is none, since it has a capital anyway."""
    return {word for before, word in pairwise(words) if word & NAME and before}


class Texts(Protocol):
    """Texts by their places."""

    def append(self, words: Words, /) -> None: ...
    def __iter__(self) -> Iterator[Words]: ...
    def __len__(self) -> int: ...
    def __getitem__(self, place: int, /) -> Words: ...


def temporary() -> sqlite3.Connection:
    """A database in a file without a name, gone when it is closed."""
    database = sqlite3.connect("")
    database.execute("pragma journal_mode = off")
    database.execute(f"pragma cache_size = -{CACHE}")
    database.execute("create table texts (place integer primary key, words blob)")
    database.execute(
        "create table postings (shingle integer, document integer, primary key (shingle, document))"
        " without rowid"
    )
    return database


class TextsOnDisk(Texts):
    """Texts in a `temporary` database."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._count = 0

    def append(self, words: Words, /) -> None:
        row = (self._count, array("q", words).tobytes())
        self._database.execute("insert into texts values (?, ?)", row)
        self._count += 1

    def __iter__(self) -> Iterator[Words]:
        return (self[place] for place in range(len(self)))

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: int, /) -> Words:
        if not 0 <= place < self._count:
            raise IndexError(place)
        row = self._database.execute("select words from texts where place = ?", (place,)).fetchone()
        return array("q", row[0])


class PostingsOnDisk(Postings[int]):
    """Postings in a `temporary` database."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def of(self, shingles: Iterable[int]) -> Mapping[int, Sequence[int]]:
        asked, found = list(shingles), dict[int, list[int]]()
        for start in range(0, len(asked), ASKED_AT_ONCE):
            some = ",".join(map(str, asked[start : start + ASKED_AT_ONCE]))
            query = f"select shingle, document from postings where shingle in ({some})"  # noqa: S608  # numbers
            for shingle, document in self._database.execute(query):
                found.setdefault(shingle, []).append(document)
        return found

    def add(self, shingles: Iterable[int], document: int) -> None:
        rows = ((each, document) for each in shingles)
        self._database.executemany("insert into postings values (?, ?)", rows)

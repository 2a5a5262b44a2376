"""The words and sentences of many texts as numbers, in memory, or in a temporary file where they are many."""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple, Protocol

from seedreader.analysis import word_tokens
from seedreader.analysis.families import Postings
from seedreader.corpus import stock_sentences

LOOKED_AT = 40_000
"""Characters of a text that are read."""

SHORTEST = 4
"""Letters of a content word; a shorter one is a figure, or tells little in any language."""

CACHE = 64_000
"""Kilobytes of the temporary file that are kept in memory."""

ASKED_AT_ONCE = 500
"""Shingles in one question to the temporary file."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\W_]")


class NumberedText(NamedTuple):
    """A text's words in order, an odd number for a content word; its sentences, as the number of each (see
    `stock_sentences`) followed by how many words it has; and the places of its names and figures.
    """

    words: array[int]
    sentences: array[int]
    telling: array[int]


class Texts(Protocol):
    """Texts by their places."""

    def append(self, text: NumberedText, /) -> None: ...
    def __len__(self) -> int: ...
    def __getitem__(self, place: int, /) -> NumberedText: ...


def numbered(text: str) -> NumberedText:
    """The beginning of a text as numbers."""
    words, sentences, telling = array("q"), array("q"), array("q")
    for sentence in stock_sentences.split(text[:LOOKED_AT]):
        said = _WORD.findall(sentence)
        if said:
            telling.extend(
                place
                for place, word in enumerate(said, len(words))
                if word[0].isdigit() or (word[0].isupper() and place > len(words))
            )
            words.extend(map(_number, said))
            sentences.extend((stock_sentences.number(sentence), len(said)))
    return NumberedText(words, sentences, telling)


@lru_cache(maxsize=200_000)
def _number(written: str) -> int:
    """A word's number, the same in every process."""
    word = word_tokens.folded(written)
    content = word[0].isdigit() or (len(word) >= SHORTEST and word not in word_tokens.STOP)
    return int.from_bytes(blake2b(word.encode(), digest_size=7).digest()) << 1 | content


def temporary() -> sqlite3.Connection:
    """A database in a file without a name, gone when it is closed."""
    database = sqlite3.connect("")
    database.execute("pragma journal_mode = off")
    database.execute(f"pragma cache_size = -{CACHE}")
    database.execute(
        "create table texts (place integer primary key, words blob, sentences blob, telling blob)"
    )
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

    def append(self, text: NumberedText, /) -> None:
        row = (self._count, *(numbers.tobytes() for numbers in text))
        self._database.execute("insert into texts values (?, ?, ?, ?)", row)
        self._count += 1

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: int, /) -> NumberedText:
        if not 0 <= place < self._count:
            raise IndexError(place)
        asked = "select words, sentences, telling from texts where place = ?"
        row = self._database.execute(asked, (place,)).fetchone()
        return NumberedText(*(array("q", numbers) for numbers in row))


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

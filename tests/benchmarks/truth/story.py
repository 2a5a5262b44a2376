"""Stories with their truth, read from ``truth.json``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from seedreader.ingest.decode import decode
from tests.benchmarks.truth.passages import Range, locate, meet, trimmed

Ends = tuple[tuple[str, tuple[Range, ...]], tuple[str, tuple[Range, ...]]]
"""Two articles, each with the passages in it that say one thing."""


@dataclass(frozen=True)
class Stated:
    """A claim: its tight range, kinds, acceptable speakers, and ranges that are equally right."""

    at: Range
    kinds: frozenset[str]
    speakers: tuple[str | None, ...]
    others: tuple[Range, ...] = ()


@dataclass(frozen=True)
class Page:
    """An article's truth. ``either`` may be called boilerplate or not, ``may`` claims or not."""

    path: Path
    text: str
    noise: tuple[Range, ...]
    either: tuple[Range, ...]
    must: tuple[Stated, ...]
    may: tuple[Range, ...]

    def quote(self, at: Range, longest: int = 90) -> str:
        """A passage in one line."""
        line = " ".join(self.text[at[0] : at[1]].split())
        return f"“{line}”" if len(line) <= longest else f"“{line[: longest // 2]} … {line[-longest // 2 :]}”"

    def characters(self, ranges: Iterable[Range]) -> set[int]:
        """The offsets of letters and digits in any of the ranges."""
        return {i for start, end in ranges for i in range(start, end) if self.text[i].isalnum()}

    def runs(self, offsets: set[int]) -> Iterator[Range]:
        """The offsets as ranges, joined over what is no letter or digit."""
        last: Range | None = None
        for i in sorted(offsets):
            if last and not any(map(str.isalnum, self.text[last[1] : i])):
                last = last[0], i + 1
                continue
            if last:
                yield last
            last = i, i + 1
        if last:
            yield last


@dataclass(frozen=True)
class Pair:
    """Passages of two articles and the relations that a link between them may have."""

    ends: Ends
    relations: tuple[str, ...]
    may: bool = False


@dataclass(frozen=True)
class Truth:
    """What a person found in a story; articles go by short names, ``subjects`` are passages on one."""

    pages: dict[str, Page]
    events: tuple[frozenset[str], ...]
    origins: frozenset[frozenset[str]]
    pairs: tuple[Pair, ...]
    forbidden: tuple[Pair, ...]
    subjects: tuple[dict[str, tuple[Range, ...]], ...]


def read(folder: Path) -> Truth:
    """The truth of a story; ValueError names the article and the quote that is not in it."""
    told = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    pages = {name: _page(name, folder / told["folder"], entry) for name, entry in told["articles"].items()}
    origins = frozenset(frozenset(group) for group in told["origins"])
    listed = [pair for fact in told["facts"] for pair in _fact(pages, fact)]
    return Truth(
        pages,
        tuple(frozenset(group) for group in told["events"]),
        origins,
        tuple(_distinct([*listed, *_copies(pages, origins)])),
        tuple(
            Pair(((x, _ranges(pages, x, a)), (y, _ranges(pages, y, b))), tuple(relations.split("|")))
            for x, a, y, b, relations in told["not"]
        ),
        tuple({n: _ranges(pages, n, q) for n, q in subject["at"].items()} for subject in told["subjects"]),
    )


def _page(name: str, folder: Path, entry: dict[str, Any]) -> Page:
    path = folder / entry["file"]
    text, _ = decode(path.read_bytes())

    def at(quote: str) -> Range:
        return _locate(name, text, quote)

    noise = [(kind, at(quote)) for kind, quote in entry["boilerplate"]]
    return Page(
        path,
        text,
        tuple(r for kind, r in noise if kind != "either"),
        tuple(r for kind, r in noise if kind == "either"),
        tuple(
            Stated(at(quote), frozenset(kinds.split()), _speakers(speaker), tuple(map(at, others)))
            for quote, kinds, speaker, *others in entry["must"]
        ),
        tuple(map(at, entry["may"])),
    )


def _locate(name: str, text: str, quote: str) -> Range:
    try:
        return trimmed(text, locate(text, quote))
    except ValueError as error:
        raise ValueError(f"article {name}: {error}") from None


def _speakers(text: str | None) -> tuple[str | None, ...]:
    return tuple(None if s == "null" else s for s in text.split("|")) if text else (None,)


def _ranges(pages: dict[str, Page], name: str, quotes: str | list[str]) -> tuple[Range, ...]:
    given = [quotes] if isinstance(quotes, str) else quotes
    return tuple(_locate(name, pages[name].text, quote) for quote in given)


def _fact(pages: dict[str, Page], fact: dict[str, Any]) -> Iterator[Pair]:
    """Each two articles that state a fact, as a pair."""
    for x, y in combinations(fact["at"], 2):
        relations = fact.get("but", {}).get(f"{x}-{y}", fact["is"]).split("|")
        ends = (x, _ranges(pages, x, fact["at"][x])), (y, _ranges(pages, y, fact["at"][y]))
        yield Pair(ends, tuple(relations), fact.get("may", False))


def _copies(pages: dict[str, Page], origins: Iterable[frozenset[str]]) -> Iterator[Pair]:
    """Claims that stand in the same words in two articles of one origin."""
    for group in origins:
        for x, y in combinations(sorted(group), 2):
            for mine in pages[x].must:
                for theirs in pages[y].must:
                    if pages[x].text[slice(*mine.at)] == pages[y].text[slice(*theirs.at)]:
                        yield Pair(((x, (mine.at,)), (y, (theirs.at,))), ("copy", "agree"))


def _distinct(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs, those left out that must be linked and lie on the same passages as one before."""
    kept: list[Pair] = []
    for pair in pairs:
        if pair.may or not any(_same(pair, other) for other in kept):
            yield pair
        if not pair.may:
            kept.append(pair)


def _same(a: Pair, b: Pair) -> bool:
    return set(a.relations) == set(b.relations) and all(
        x == y and any(meet(r, s) for r in mine for s in theirs)
        for (x, mine), (y, theirs) in zip(a.ends, b.ends, strict=True)
    )

"""Press reviews: many articles in one document, under an index of their titles.

The index may have dotted leaders and page numbers ("Harbour closed (Herald) ..... 3"), numbers in front, or
titles alone. That a list of titles is such an index, and not a report's table of contents, is shown by the
lines of sources beside the titles in the text: "Herald 20-06-2013 (p. 4)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, zip_longest
from statistics import median
from typing import NamedTuple

from seedreader.article import Structure
from seedreader.ingest import source_line
from seedreader.ingest.errors import Problem
from seedreader.ingest.raw_document import Declared, Documents, RawDocument
from seedreader.ingest.text_builder import APART, Block, TextBuilder, stripped

INDEX = "index"
"""What tells a value: the index, or the line of the source."""

_LEAST = 2
"""The least titles that make an index, and the least articles that are told apart by one."""

_MANY, _DATED = 4, 0.8
"""The least articles that show a review by themselves, and the share of them that have a paper and a day."""

_ENTRIES = 600
_SOURCED = 0.5
"""The share of articles beside whose titles a source must stand."""

_TITLE_WORDS, _TEXT_WORDS, _LONGEST = 45, 100, 600
_LEADER = re.compile(
    r"^(?P<title>.*?\w.*?)\s*(?:(?:\.\s?){4,}|…[…. ]*|_{4,}|·{4,}|\t+)\s*"
    r"(?:p(?:ag|\.)?\s*\.?\s*)?(?P<page>\d{1,4})?\W*$"
)
_DOTS = re.compile(r"(?:\.\s?){4}|…|_{4}|·{4}|\t")
"""What every leader holds: asked first, since nearly no line has one and `_LEADER` is slow to say so."""

_NUMBERED = re.compile(r"^(?:[\[(]?\d{1,3}[.)\]:]|[•*–-])\s*(?P<title>\S.*)$")
_WITH_SOURCE = re.compile(r"^(?P<title>.*\S)\s*[(\[](?P<source>[^()\[\]]{2,60})[)\]]\W*$")
_BESIDE = re.compile(r"\s+[|–—/-]\s+|,\s+")
"""What may stand between a title and its source in an index."""

_CELL = " | "
_COPY = re.compile(r"\s*\(\d{1,2}\)\s*$")
_FURNITURE = ("header", "footer")
_NAMED_WITHIN = 6
_NAMED = re.compile(
    r"\b(?:presse(?:spiegel|schau)|medienspiegel|knipselkrant|persoverzicht|revue de (?:la )?presse"
    r"|panorama de presse|rassegna stampa|press (?:review|clippings|digest)|media review"
    r"|re(?:vista|sumen) de prensa|clipping de|przegląd prasy|pressklipp|presseklipp|обзор прессы)\b",
    re.IGNORECASE,
)
"""What press reviews call themselves."""

_BY = re.compile(
    r"(?:by|von|par|por|di|door|av|af)\s+(?P<name>[^\W\d_]['’\w.-]*(?:\s+[^\W\d_]['’\w.-]*){1,6})",
    re.IGNORECASE,
)


class _Entry(NamedTuple):
    """A title of the index; ``sure`` says that its form shows that it is one."""

    title: str
    source: str | None
    sure: bool


class _Found(NamedTuple):
    """An article: the number of its entry, where its title (``parts`` blocks) and its source stand."""

    number: int
    entry: _Entry
    start: int
    parts: int
    source_at: int | None


class _Split(NamedTuple):
    """The articles of a review in their order, the block behind the last of each, and what was not found."""

    found: list[_Found]
    ends: list[int]
    problems: tuple[Problem, ...]
    day_first: bool


def of_blocks(blocks: Sequence[Block], media_type: str) -> Documents | None:
    """The articles of a press review, and those of its index that were not found; None for no review."""
    blocks = _unfolded(blocks)
    split = _split(blocks)
    if split is None:
        return None
    documents = [
        _document(each, blocks, end, media_type, split.day_first)
        for each, end in zip(split.found, split.ends, strict=True)
    ]
    return Documents(tuple(documents), split.problems)


def _unfolded(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with the rows of a table at the front, which may be the index, as blocks of their own."""
    front = [
        Block(line, block.kind)
        for block in blocks[:_BEFORE]
        for line in (block.text.split("\n") if block.kind == "table" else [block.text])
    ]
    is_index = sum(_CELL in block.text and _entry(block.text) is not None for block in front) >= _LEAST
    return [*front, *blocks[_BEFORE:]] if is_index else list(blocks)


def of_page(page: RawDocument) -> Documents | None:
    """The articles of a press review that is a page, with the structure that is told of them; else None."""
    blocks = [Block(line) for line in page.text.split("\n")]
    split = _split(blocks)
    if split is None:
        return None
    starts = list(accumulate((len(block.text) + 1 for block in blocks), initial=0))
    documents = []
    for each, end in zip(split.found, split.ends, strict=True):
        cut = each.start if each.source_at is None else max(each.source_at, each.start)
        ranges = [(each.start, each.start + each.parts), (each.start + each.parts, end)]
        if cut > each.start:
            ranges = [(each.start, cut), (cut + 1, end)]
        text, structure = _sliced(page, [(starts[a], starts[b]) for a, b in ranges])
        declared = {name: page.declared[name] for name in ("language",) if name in page.declared}
        declared |= _declared(each, blocks, end, split.day_first)
        documents.append(RawDocument(text, page.media_type, str(each.number), declared, structure))
    return Documents(tuple(documents), split.problems)


def _are_whole(split: _Split, blocks: Sequence[Block]) -> bool:
    """Whether most of the articles are more than a teaser."""
    words = [
        sum(len(block.text.split()) for block in blocks[each.start : end])
        for each, end in zip(split.found, split.ends, strict=True)
    ]
    return median(words) >= _TEXT_WORDS


def _sliced(page: RawDocument, ranges: Sequence[tuple[int, int]]) -> tuple[str, tuple[Structure, ...]]:
    """Ranges of a page put together, a blank line between them."""
    parts: list[str] = []
    structure: list[Structure] = []
    at = 0
    for start, end in ranges:
        whole = page.text[start:end]
        text = whole.strip()
        if not text:
            continue
        start += len(whole) - len(whole.lstrip())
        at += len(APART) if parts else 0
        inside = (each for each in page.structure if each.start < start + len(text) and each.end > start)
        structure += (
            each._replace(start=max(each.start - start, 0) + at, end=min(each.end - start, len(text)) + at)
            for each in inside
        )
        parts.append(text)
        at += len(text)
    return APART.join(parts), tuple(structure)


def _split(blocks: Sequence[Block]) -> _Split | None:
    """Where the articles of a review stand; None for what is none.

    Many a page lists headlines above teasers with sources: without leaders and page numbers, a review calls
    itself one, or its articles are many, whole, and each of a paper and a day.
    """
    if sum(_entry(block.text) is not None for block in blocks[:_ENTRIES]) < _LEAST:
        return None  # before every block of what may be a text of 10 MB is looked at
    keys = [_key(block.text) for block in blocks]
    index = _index(blocks, keys)
    if index is None:
        return None
    entries, end = index
    found = list(_found(entries, blocks, keys, end))
    if _are_above(found, blocks):
        found = [
            each._replace(source_at=_source_at(blocks, each.start, each.parts, above=True)) for each in found
        ]
    lines = [blocks[each.source_at].text for each in found if each.source_at is not None]
    sourced = [each for each in found if each.source_at is not None or each.entry.source]
    if len(found) < _LEAST or len(sourced) < _SOURCED * len(found) or not lines:
        return None
    found.sort(key=lambda each: each.start)
    seen = {each.number for each in found}
    problems = tuple(
        Problem(
            "",
            "lost",
            f"holds article {number} of its index, “{entry.title}”, that was not told apart",
            lost=1,
        )
        for number, entry in enumerate(entries, 1)
        if entry.sure and number not in seen
    )
    ends = [_begin(each) for each in found[1:]] + [len(blocks)]
    split = _Split(found, ends, problems, source_line.is_day_first(lines))
    if all(each.entry.sure for each in found):
        return split
    dated = [line for line in map(source_line.read, lines) if line and line.day and line.outlet]
    is_shown = len(found) >= _MANY and len(dated) >= _DATED * len(found) and _are_whole(split, blocks)
    return split if is_shown or is_review(stripped(blocks)) else None


def is_review(blocks: Sequence[Block]) -> bool:
    """Whether a document calls itself a press review."""
    front = (block.text for block in blocks[:_NAMED_WITHIN] if len(block.text.split()) <= _TITLE_WORDS)
    return any(map(_NAMED.search, front))


def unsplit(blocks: Sequence[Block]) -> tuple[Problem, ...]:
    """What is to be told of a document that is one article, for no articles were told apart in it."""
    return (
        (Problem("", "lost", "is a press review whose articles could not be told apart"),)
        if is_review(blocks)
        else ()
    )


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def _index(blocks: Sequence[Block], keys: Sequence[str]) -> tuple[list[_Entry], int] | None:
    """The entries of the index at the front, and the block behind it."""
    last_place = {key: i for i, key in enumerate(keys)}
    entries: list[_Entry] = []
    known: set[str] = set()
    end = misses = 0
    for i, block in enumerate(blocks[:_ENTRIES]):
        if block.kind in _FURNITURE or not keys[i]:
            continue
        if keys[i] in known:
            break  # the first article
        entry = _entry(block.text)
        if entry is not None and entry.sure and i and not _stands_again(entry, last_place, i):
            wrapped = _entry(f"{blocks[i - 1].text.strip()} {block.text.strip()}")
            if wrapped is not None and _stands_again(wrapped, last_place, i):
                entry = wrapped
        if entry is not None and _CELL in entry.title:
            entry = _of_cells(entry.title.split(_CELL), last_place, i)
        if entry is not None and (entry.sure or _stands_again(entry, last_place, i)):
            entries.append(entry)
            known.update(map(_key, _titles(entry)))
            end, misses = i + 1, 0
        elif entries:
            misses += 1
            if misses > _MISSES:
                break
        elif i > _BEFORE:
            return None
    return (entries, end) if len(entries) >= _LEAST else None


def _of_cells(cells: Sequence[str], last_place: Mapping[str, int], i: int) -> _Entry | None:
    """The entry that a table's row is: the cell that stands below as well, another for the source."""
    title = next((cell for cell in cells if last_place.get(_key(cell), -1) > i), None)
    if title is None:
        return None
    others = [cell for cell in cells if cell != title and re.search(r"[^\W\d_]", cell)]
    return _Entry(title, others[0] if len(others) == 1 else None, len(others) < len(cells) - 1)


def _stands_again(entry: _Entry, last_place: Mapping[str, int], i: int) -> bool:
    """Whether a title without page or leader stands below as well; lines of sources are no titles."""
    if source_line.read(entry.title) is not None:
        return False
    return any(last_place.get(_key(title), -1) > i for title in _titles(entry))


_MISSES, _BEFORE = 3, 30
"""How many other blocks may stand between entries (names of sections), and before the first one."""


def _entry(text: str) -> _Entry | None:
    line = " ".join(text.split(" ")).strip()
    if len(line) > _LONGEST or len(line.split()) > _TITLE_WORDS or "\n" in line:
        return None
    sure = False
    if _DOTS.search(line) and (leader := _LEADER.match(line)):
        line, sure = leader["title"], leader["page"] is not None
    if numbered := _NUMBERED.match(line):
        line = numbered["title"]
    source = None
    if (with_source := _WITH_SOURCE.match(line)) and re.search(r"[^\W\d_]", with_source["source"]):
        line, source = with_source["title"], with_source["source"].strip()
    return _Entry(line.strip(), source, sure) if _key(line) else None


def _titles(entry: _Entry) -> Iterator[str]:
    """What the title may be in the text: as it stands, with its source, without the number of a copy."""
    yield entry.title
    if entry.source:
        yield f"{entry.title} ({entry.source})"
    if _COPY.search(entry.title):
        yield _COPY.sub("", entry.title)
    yield from (entry.title[: mark.start()] for mark in _BESIDE.finditer(entry.title))


def _found(
    entries: Sequence[_Entry], blocks: Sequence[Block], keys: Sequence[str], end: int
) -> Iterator[_Found]:
    """Where the titles stand behind the index."""
    places: dict[str, list[tuple[int, int]]] = {}
    shown = [i for i in range(end, len(blocks)) if _is_shown(blocks[i])]
    for i, after in zip_longest(shown, shown[1:]):
        places.setdefault(keys[i], []).append((i, 1))
        if after is not None and _is_headline(blocks[i]) and _is_headline(blocks[after]):
            places.setdefault(f"{keys[i]} {keys[after]}", []).append((i, after - i + 1))
    begins: dict[str, list[int]] = {}
    for i in shown:
        if len(keys[i]) >= _LONG_KEY and _is_headline(blocks[i]):
            begins.setdefault(keys[i][:_LONG_KEY], []).append(i)
    taken: set[int] = set()
    for number, entry in enumerate(entries, 1):
        known = [each for title in _titles(entry) for each in places.get(_key(title), ())]
        if not (known := [each for each in known if each[0] not in taken]):
            key = _key(_COPY.sub("", entry.title))
            alike = begins.get(key[:_LONG_KEY], ()) if len(key) >= _LONG_KEY else ()
            known = [
                (i, 1)
                for i in alike
                if i not in taken and (keys[i].startswith(key) or key.startswith(keys[i]))
            ]
        if known:
            sources = [_source_at(blocks, start, parts) for start, parts in known]
            best = next((i for i, place in enumerate(sources) if place is not None), 0)
            start, parts = known[best]
            taken.update(range(start, start + parts))
            yield _Found(number, entry, start, parts, sources[best])


_LONG_KEY = 20
"""Letters of a title from which on it may be cut short in the index, or run on into its source."""


def _is_headline(block: Block) -> bool:
    return len(block.text.split()) <= _TITLE_WORDS


def _source_at(blocks: Sequence[Block], title: int, parts: int, above: bool = False) -> int | None:
    """The place of the line of the source: under the title, else over it; over it first if ``above``."""
    below = title + parts
    under = [i for i in range(below, min(below + 6, len(blocks))) if _is_shown(blocks[i])][:2]
    over = [i for i in range(title - 1, max(title - 4, -1), -1) if _is_shown(blocks[i])][:1]
    places = [*over, *under] if above else [*under, *over]
    return next((i for i in places if source_line.read(blocks[i].text)), None)


def _are_above(found: Sequence[_Found], blocks: Sequence[Block]) -> bool:
    """Whether the sources stand over the titles; the next one may stand under a short article as well."""
    over = under = 0
    for each in found:
        below = each.start + each.parts
        over += each.start > 0 and source_line.read(blocks[each.start - 1].text) is not None
        under += below < len(blocks) and source_line.read(blocks[below].text) is not None
    return over > under


def _is_shown(block: Block) -> bool:
    return block.kind not in _FURNITURE and bool(block.text.strip())


def _begin(found: _Found) -> int:
    return found.start if found.source_at is None else min(found.start, found.source_at)


def _paragraphs(own: Sequence[Block]) -> Iterator[Block]:
    """The blocks of an article; where empty ones part them, those between are the lines of one paragraph."""
    title, *rest = own
    yield title
    if all(block.text.strip() for block in rest[:-1]):
        yield from rest
        return
    lines: list[str] = []
    for block in [*rest, Block("")]:
        if block.text.strip():
            lines.append(block.text.rstrip())
        elif lines:
            yield Block("\n".join(lines))
            lines = []


def _document(
    found: _Found, blocks: Sequence[Block], end: int, media_type: str, day_first: bool
) -> RawDocument:
    declared = _declared(found, blocks, end, day_first)
    rest = (i for i in range(found.start + found.parts, end) if i != found.source_at)
    title = Block(str(declared["title"].value), "heading")
    text, structure = TextBuilder(_paragraphs([title, *(blocks[i] for i in rest)])).result()
    return RawDocument(text, media_type, str(found.number), declared, structure)


def _declared(found: _Found, blocks: Sequence[Block], end: int, day_first: bool) -> dict[str, Declared]:
    """What the index, the line of the source and a by-line tell of an article."""
    below = found.start + found.parts
    title = " ".join(each.text.strip() for each in blocks[found.start : below] if _is_shown(each))
    declared = {"title": Declared(title, INDEX)}
    source = None if found.source_at is None else source_line.read(blocks[found.source_at].text, day_first)
    if outlet := (source and source.outlet) or found.entry.source:
        declared["outlet"] = Declared(outlet, INDEX)
    if source and source.day:
        declared["published"] = Declared(source.day, INDEX)
    first = next((i for i in range(below, end) if i != found.source_at and _is_shown(blocks[i])), None)
    if first is not None and (by := _BY.fullmatch(blocks[first].text.strip())):
        declared["author"] = Declared(by["name"], "by-line")
    return declared

"""Notebooks to write and read: one made by hand, and any that can be."""

from __future__ import annotations

import uuid
from dataclasses import astuple, replace

from hypothesis import strategies as st

from seedreader.article import ANOTHER_READING, NO, REJECTED, RELATIONS, SOURCE_FACTS, YES
from seedreader.notebook import (
    COLOURS,
    KINDS,
    Annotation,
    Code,
    NotebookContents,
    SeenSource,
    Target,
    version_of,
)
from seedreader.notebook.annotation_model import KeptCorrection

MILL = "The mill closed in May 🙂. Forty people lost work. The council met twice."
PAPER = "About 60 people lost work when the mill closed, the union said."
MILL_VERSION, PAPER_VERSION = version_of(MILL), version_of(PAPER)
ADDRESS = "https://example.org/mill?a=1"
NOW = "2025-04-01T12:00:00.000000+00:00"


def target(text: str, *words: str) -> Target:
    """A target on these words of a text."""
    ranges = tuple((text.index(w), text.index(w) + len(w)) for w in words)
    return Target(version_of(text), ranges, " … ".join(words))


def annotation(number: int, kind: str, body: str, on: Target, other: Target | None = None) -> Annotation:
    """An annotation made in the minute ``number``."""
    at = f"2025-03-27T09:{number:02}:00.000000+00:00"
    name = str(uuid.UUID(int=number))
    return Annotation(name, kind, body, on, created=at, changed=at, other=other, written=at)


FORTY = target(MILL, "Forty people lost work.")
SIXTY = target(PAPER, "About 60 people lost work")

SMALL = NotebookContents(
    annotations=(
        annotation(1, "note", "Who counted?\r\n=1+1", FORTY),
        annotation(2, "tag", "jobs", FORTY),
        annotation(3, "verdict", "conflict", FORTY, SIXTY),
        annotation(4, "highlight", "green", target(MILL, "mill", "council")),
        annotation(5, "no claim", "", target(MILL, "The council met twice.")),
        replace(annotation(6, "note", "secret", FORTY), deleted=NOW, written=NOW),
        annotation(7, "tag", "=cmd()", SIXTY),
    ),
    codes=(Code("jobs", "Work lost or won", "red", written=NOW), Code("old", deleted=NOW, written=NOW)),
    seen=(
        SeenSource(
            MILL_VERSION, "mill", ADDRESS, "", "Harbour Gazette", "The mill closes", "2025-03-21", NOW
        ),
        SeenSource(PAPER_VERSION, "paper", "file:///home/someone/paper.txt", seen=NOW),
    ),
    texts={MILL_VERSION: MILL, PAPER_VERSION: PAPER},
)

FEED = NotebookContents(
    annotations=(
        annotation(1, "note", "Who counted?", FORTY),
        annotation(2, "note", "Who said so?", SIXTY),
        annotation(3, "verdict", "conflict", FORTY, SIXTY),
    ),
    seen=(
        SeenSource(MILL_VERSION, "mill", "https://example.org/feed", "item 1", "Gazette", seen=NOW),
        SeenSource(PAPER_VERSION, "paper", "https://example.org/feed", "item 2", "Gazette", seen=NOW),
    ),
    texts={MILL_VERSION: MILL, PAPER_VERSION: PAPER},
)
"""Notes on two articles of one feed."""

_PIECES = st.sampled_from(
    [
        "🙂",
        "👩‍👧",
        "\r\n",
        "\r",
        "\n",
        "שלום",
        "مرحبا",
        "e\u0301",
        "\0",
        "\u2028",
        "\x1b[31m",
        "\u202e",
        "'=1",
        "\ufeff",
        "…",
    ]
)
any_text = st.lists(_PIECES | st.text(max_size=8), max_size=6).map("".join)
_articles = any_text.map(lambda text: f"x{text}")
times = st.datetimes().map(
    lambda at: f"{at.replace(year=2000 + at.year % 100).isoformat(timespec='microseconds')}+00:00"
)


@st.composite
def targets(draw: st.DrawFn, texts: tuple[str, ...]) -> Target:
    """A target in one of these texts; its quote is now and then another one, as of a place confirmed."""
    text = draw(st.sampled_from(texts))
    ranges = set()
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text) - 1))
        ranges.add((start, draw(st.integers(start + 1, len(text)))))
    ordered = tuple(sorted(ranges))
    quote = " … ".join(text[start:end] for start, end in ordered)
    return Target(version_of(text), ordered, draw(st.just(quote) | any_text))


@st.composite
def notebooks(draw: st.DrawFn) -> NotebookContents:
    """Any contents that a notebook can have."""
    texts = tuple(draw(st.lists(_articles, min_size=1, max_size=3, unique=True)))
    annotations = []
    for number in range(draw(st.integers(0, 5))):
        changed = draw(times)
        kind = draw(st.sampled_from(KINDS))
        bodies = {"highlight": st.sampled_from(COLOURS), "verdict": st.sampled_from((*RELATIONS, REJECTED))}
        annotations.append(
            Annotation(
                id=draw(st.uuids().map(str) | st.text(min_size=1, max_size=5)) + str(number),
                kind=kind,
                body=draw(bodies.get(kind, any_text)),
                target=draw(targets(texts)),
                created=draw(times),
                changed=changed,
                other=draw(targets(texts)) if kind == "verdict" else None,
                author=draw(st.just("") | any_text),
                deleted=draw(st.none() | times),
                written=max(changed, draw(times)),
            )
        )
    names = draw(st.lists(any_text, max_size=3, unique=True))
    codes = [
        Code(
            name, draw(any_text), draw(st.sampled_from(("", *COLOURS))), draw(st.none() | times), draw(times)
        )
        for name in names
    ]
    seen = [
        SeenSource(
            version_of(draw(st.sampled_from(texts))),
            draw(any_text),
            draw(any_text),
            draw(any_text),
            draw(any_text),
            draw(any_text),
            draw(any_text),
            draw(times),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    return NotebookContents(
        tuple(annotations),
        tuple(codes),
        tuple(dict.fromkeys(seen)),
        {version_of(text): text for text in texts},
        corrections=tuple(draw(st.lists(corrections(), max_size=3, unique_by=lambda c: astuple(c)[:5]))),
    )


@st.composite
def corrections(draw: st.DrawFn) -> KeptCorrection:
    """Any word on a source."""
    fact = draw(st.sampled_from((*SOURCE_FACTS, ANOTHER_READING)))
    values = {"published": st.dates().map(str), ANOTHER_READING: st.sampled_from((YES, NO))}
    reading = fact == ANOTHER_READING
    return KeptCorrection(
        uri="file:///" + draw(any_text),
        member=draw(any_text),
        fact=fact,
        other_uri="file:///" + draw(any_text) if reading else "",
        other_member=draw(any_text) if reading else "",
        value=draw(values.get(fact, any_text)),
        created=draw(times),
        changed=draw(times),
        author=draw(st.just("") | any_text),
        deleted=draw(st.none() | times),
        written=draw(times),
    )

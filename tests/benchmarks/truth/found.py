"""What the program finds in a story, as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.ingest.load_files import load
from seedreader.story import Story
from tests.benchmarks.truth.passages import Range, trimmed
from tests.benchmarks.truth.story import Truth


@dataclass(frozen=True)
class FoundClaim:
    """A claim: its range, kinds and speaker."""

    at: Range
    kinds: frozenset[str]
    speaker: str | None


@dataclass(frozen=True)
class FoundLink:
    """A link between passages of two articles."""

    ends: tuple[tuple[str, Range], tuple[str, Range]]
    relation: str
    why: str = ""


@dataclass(frozen=True)
class Found:
    """All that the program says of a story; articles go by the truth's short names."""

    claims: dict[str, Sequence[FoundClaim]]
    boilerplate: dict[str, Sequence[Range]]
    links: Sequence[FoundLink]
    origins: frozenset[frozenset[str]]


def look(truth: Truth) -> Found:
    """Run the program on a story's files."""
    loaded = load([page.path for page in truth.pages.values()])
    story = Story(loaded.articles)
    names = {id(article): name for article, name in zip(story.articles, truth.pages, strict=True)}
    return Found(
        {
            names[id(a)]: [
                FoundClaim(
                    trimmed(a.text, (c.start, c.end)),
                    frozenset(c.kinds),
                    c.speaker.text if c.speaker else None,
                )
                for c in a.claims
            ]
            for a in story.articles
        },
        {names[id(a)]: [(s.start, s.end) for s in a.boilerplate] for a in story.articles},
        [
            FoundLink(
                (
                    (names[id(link.a.article)], trimmed(link.a.article.text, (link.a.start, link.a.end))),
                    (names[id(link.b.article)], trimmed(link.b.article.text, (link.b.start, link.b.end))),
                ),
                link.relation,
                link.why,
            )
            for link in story.links
        ],
        frozenset(frozenset(names[id(a)] for a in group) for group in story.origins),
    )

"""A notebook that holds something already, filled in one save."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import NamedTuple

from seedreader.article import Article
from seedreader.notebook import Annotation, Notebook, NotebookContents, SeenSource, Target, version_of
from tests.ui.driving import notebook_file


class Put(NamedTuple):
    """An annotation to be made on words of an article; ``other`` is a verdict's second passage."""

    article: Article
    words: str
    kind: str = "note"
    body: str = ""
    other: tuple[Article, str] | None = None


def target(article: Article, words: str) -> Target:
    """These words where they first stand in an article."""
    start = article.text.index(words)
    return Target(version_of(article.text), ((start, start + len(words)),), words)


def annotation(put: Put, number: int = 0) -> Annotation:
    """The annotation, made in this minute of a day."""
    at = f"2025-03-20T{number // 60 % 24:02}:{number % 60:02}:00.{number:06}+00:00"
    other = target(*put.other) if put.other else None
    key = str(uuid.UUID(int=number))
    return Annotation(key, put.kind, put.body, target(put.article, put.words), at, at, other, written=at)


def fill(puts: Sequence[Put]) -> Notebook:
    """The test's own notebook with these in it, the oldest first."""
    every = [article for put in puts for article in (put.article, put.other[0] if put.other else put.article)]
    notebook = Notebook(notebook_file())
    notebook.merge(
        NotebookContents(
            tuple(annotation(put, number) for number, put in enumerate(puts, 1)),
            seen=tuple(
                SeenSource(
                    version_of(a.text),
                    a.name,
                    a.source.uri if a.source else "",
                    outlet=a.outlet or "",
                    seen="2025-03-20T00:00:00+00:00",
                )
                for a in dict.fromkeys(every)
            ),
            texts={version_of(article.text): article.text for article in every},
        )
    )
    return notebook

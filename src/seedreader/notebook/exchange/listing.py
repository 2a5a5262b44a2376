"""Annotations as lines of plain text, to be read aloud or searched."""

from __future__ import annotations

from collections.abc import Iterator

from seedreader.notebook.exchange.passages import Source, living, passages, place, sources
from seedreader.notebook.exchange.plain import IN_WORDS, day, one_line
from seedreader.notebook.values import Annotation, Contents, Target


def lines(contents: Contents) -> Iterator[str]:
    """A line for each annotation that is not deleted, by source and place."""
    contents = living(contents)
    known = sources(contents)
    for passage in passages(contents, known):
        for annotation in passage.annotations:
            if place(annotation.target) == place(passage.target):
                yield _line(annotation, known)


def _line(annotation: Annotation, known: dict[str, Source]) -> str:
    here = _words(annotation.target, known)
    if annotation.other:
        said = IN_WORDS.get(annotation.body, annotation.body)
        return f"verdict: {here} {said} {_words(annotation.other, known)}"
    if annotation.body:
        return f"{annotation.kind}: {one_line(annotation.body)} — on {here}"
    return f"marked as {annotation.kind}: {here}"


def _words(target: Target, known: dict[str, Source]) -> str:
    source = known[target.version]
    where = ", ".join(filter(None, (one_line(source.label), day(source.published))))
    return f"“{one_line(target.quote)}” ({where})"

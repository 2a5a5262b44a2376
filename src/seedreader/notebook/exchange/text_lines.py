"""Annotations as lines of plain text, to be read aloud or searched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from seedreader.article import ANOTHER_READING, YES
from seedreader.notebook.annotation_model import Annotation, KeptCorrection, NotebookContents, Target
from seedreader.notebook.exchange.annotated_passages import (
    AnnotatedSource,
    PassageKey,
    living,
    passages,
    place,
    sources,
)
from seedreader.notebook.exchange.editions import LaterEdition, later_editions
from seedreader.notebook.exchange.export_text import IN_WORDS, day, one_line, quoted
from seedreader.notebook.exchange.quoted_wording import wording
from seedreader.text import uris


def lines(contents: NotebookContents) -> Iterator[str]:
    """A line for each annotation that is not deleted, by source and place; then what was said of sources."""
    contents = living(contents)
    known = sources(contents)
    found = passages(contents, known)
    after = later_editions(found, known, contents.texts)

    def words(target: Target) -> str:
        return _words(target, known, contents.texts, after)

    for passage in found:
        for annotation in passage.annotations:
            if place(annotation.target) == place(passage.target):
                yield _line(annotation, words)
    for said in contents.corrections:
        yield _on_source(said)


def _on_source(said: KeptCorrection) -> str:
    """What the reader said of a source."""
    source = _called(said.uri, said.member)
    if said.fact == ANOTHER_READING:
        of = _called(said.other_uri, said.other_member)
        return f"source: {source} is {'' if said.value == YES else 'not '}a version of {of}"
    fact = "date" if said.fact == "published" else said.fact
    return f"source: {fact} of {source} is {one_line(said.value) or 'not known'}"


def _called(uri: str, member: str) -> str:
    return one_line(", ".join(filter(None, (uris.to_path(uri), member))))


def _line(annotation: Annotation, words: Callable[[Target], str]) -> str:
    here = words(annotation.target)
    if annotation.other:
        said = IN_WORDS.get(annotation.body, annotation.body)
        return f"verdict: {here} {said} {words(annotation.other)}"
    if annotation.kind == "speaker":
        return f"said by {one_line(annotation.body) or 'nobody that is named'}: {here}"
    if annotation.body:
        return f"{annotation.kind}: {one_line(annotation.body)} — on {here}"
    return f"marked as {annotation.kind}: {here}"


def _words(
    target: Target,
    known: Mapping[str, AnnotatedSource],
    texts: Mapping[str, str],
    after: Mapping[PassageKey, LaterEdition],
) -> str:
    source, said, later = known[target.version], wording(target, texts), after.get(place(target))
    where = ", ".join(filter(None, (one_line(source.label), day(source.published), source.edition)))
    return f"{quoted(said.now)} ({'; '.join(filter(None, (where, said.told, later.told if later else '')))})"

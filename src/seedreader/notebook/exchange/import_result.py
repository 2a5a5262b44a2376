"""What a file brings into a notebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from seedreader.notebook.annotation_model import NotebookContents
from seedreader.notebook.exchange.annotated_passages import targets
from seedreader.text.plurals import count


class ImportResult(NamedTuple):
    """What can be merged, and a sentence for each thing that can't or that needs a look."""

    contents: NotebookContents
    told: tuple[str, ...] = ()


def complete(contents: NotebookContents, known: Mapping[str, str]) -> ImportResult:
    """``contents`` without what stands on a text that is neither in it nor ``known``."""
    versions = {*contents.texts, *known}
    kept = tuple(a for a in contents.annotations if all(t.version in versions for t in targets(a)))
    told = []
    if lost := len(contents.annotations) - len(kept):
        told.append(f"{count(lost, 'annotation')} left out: the article text is missing.")
    seen = tuple(each for each in contents.seen if each.version in versions)
    sources = tuple(each for each in contents.stories.sources if each.version in versions)
    if lost := len(contents.stories.sources) - len(sources):
        told.append(f"{count(lost, 'source')} of kept stories left out: the article text is missing.")
    stories = replace(contents.stories, sources=sources)
    return ImportResult(replace(contents, annotations=kept, seen=seen, stories=stories), tuple(told))

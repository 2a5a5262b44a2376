"""Keeping articles as a story, and putting more into one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from seedreader.article import Article, SourceId
from seedreader.notebook.annotation_model import version_of
from seedreader.notebook.story_model import KeptStory, SightedArticle
from seedreader.shelf import names, sightings
from seedreader.text.plurals import count
from seedreader.text.web_address import is_address

if TYPE_CHECKING:
    from seedreader.notebook import Notebook


class Added(NamedTuple):
    """How many sources are new in a story, have other words, and are there again after they had gone."""

    new: int
    changed: int
    found_again: int

    def sentence(self, name: str) -> str:
        """That for people, of the story of this name."""
        more = (f"{count(self.changed, 'source')} with other words than before",) * bool(self.changed)
        more += (f"{count(self.found_again, 'source')} whose file had gone and is there again",) * bool(
            self.found_again
        )
        said = "".join(f"; {each}" for each in more)
        return f"{count(self.new, 'source')} added to “{name}”{said}."


def keep(notebook: Notebook, name: str, articles: Sequence[Article], folders: Iterable[str] = ()) -> str:
    """Keep articles as a story of this name; returns its id. Raises NotebookError for a name that is none."""
    return notebook.shelf.keep(names.checked(name), sightings.sight(articles, notebook), folders)


def add(
    notebook: Notebook, story: KeptStory, articles: Sequence[Article], folders: Iterable[str] = ()
) -> Added:
    """Put articles into a story; one that is the text of a source whose file is gone is that source."""
    sighted = sightings.sight(articles, notebook)
    back = _found_again(story, sighted)
    notebook.shelf.see(story, back)
    return Added(*notebook.shelf.add(story, sighted, folders), len(back))


def folders_of(given: Iterable[str]) -> list[str]:
    """The folders among what was given, as they are named from anywhere."""
    return [os.path.realpath(each) for each in given if not is_address(each) and Path(each).is_dir()]


def _found_again(
    story: KeptStory, sighted: Sequence[SightedArticle]
) -> list[tuple[SourceId, SightedArticle]]:
    """Which of these are sources of the story that are not at their place any more, by their text."""
    gone = {
        source.version: source
        for source in story.sources
        if source.uri.startswith(sightings.FILE) and not Path(source.path).exists()
    }
    known = {source.source for source in story.sources}
    found = []
    for each in sighted:
        source = gone.pop(version_of(each.article.text), None)
        if source is not None and each.article.source not in known:
            found.append((source.source, each))
    return found

"""seedreader: read several articles about the same story side by side.

The front door for programs; nothing heavy is imported before it is used, and never a screen::

    article = seedreader.read_text(text, name="a")
    article.sentences, article.boilerplate, article.claims
    article.title, .outlet, .author, .published, .updated, .language, .url, .source  # None where unknown
    story = seedreader.Story([article, other])
    story.links, story.origins, story.scores(article, start, end, other)
    seedreader.read(path), seedreader.read_all(folder).articles
    seedreader.find_stories(articles)  # which of them tell of one event
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from seedreader.text.version import VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from seedreader.analysis.analysed_article import AnalysedArticle
    from seedreader.article import Range
    from seedreader.corpus import Constraints
    from seedreader.ingest.errors import IngestError, Problem
    from seedreader.notebook.anchoring.reanchor import Anchor
    from seedreader.story import Story

__all__ = [
    "IngestError",
    "Reading",
    "Story",
    "__version__",
    "find_stories",
    "read",
    "read_all",
    "read_text",
    "reanchor",
]
__version__ = VERSION


class Reading(NamedTuple):
    """What a file or a folder holds: its articles, and what was wrong with it or with a part of it.

    A problem has a ``.source`` (what could not be read, or only with a doubt), a ``.kind`` and a ``.detail``.
    """

    articles: tuple[AnalysedArticle, ...]
    problems: tuple[Problem, ...]


def read_text(
    text: str,
    name: str = "article",
    published: date | str | None = None,
    sentences: Sequence[Range] | None = None,
) -> AnalysedArticle:
    """Make an article of a text; its analysis is worked out when it is first asked for.

    ``published`` (a date, or a day such as "2025-03-21" or "March 21, 2025") overrides what the text shows.
    ``sentences`` are ``[start, end)`` ranges to use in place of our own splitting. Raises ValueError for a
    date that can't be read or a range outside the canonical text (line breaks as LF, no byte-order mark).
    """
    from dataclasses import replace

    from seedreader.analysis.analysed_article import analysed
    from seedreader.ingest import published_date
    from seedreader.ingest.canonical import article
    from seedreader.ingest.decode import canonical
    from seedreader.ingest.raw_document import Declared, RawDocument

    declared = {}
    if published is not None:
        day = (
            published_date.parse(published)
            if isinstance(published, str)
            else date(*published.timetuple()[:3])
        )
        if day is None:
            raise ValueError(f"published: {published!r} is not a day; write it as 2025-03-21")
        declared["published"] = Declared(day, "given")
    found = article(RawDocument(canonical(text), "text/plain", declared=declared), Declared(name, "given"))
    if sentences is not None:
        ranges = tuple((start, end) for start, end in sentences)
        if any(not 0 <= start <= end <= len(found.text) for start, end in ranges):
            raise ValueError("sentences: every range must lie inside the text")
        found = replace(found, sentences_given=ranges)
    return analysed(found)


def read(source: str | Path, allow_private: bool = False) -> AnalysedArticle:
    """Read the one article of a file or at an address (see `read_all`).

    Raises `IngestError`, one sentence, for what can't be read or holds several (`read_all` gives these). Of a
    file whose end is missing it is what is there.
    """
    from seedreader.ingest.errors import IngestError, is_loss

    found = read_all(source, allow_private)
    lost = next((each for each in found.problems if is_loss(each) and each.kind != "truncated"), None)
    if lost or (found.problems and not found.articles):
        problem = lost or found.problems[0]
        raise IngestError(problem.kind, problem.detail, problem.source)
    if len(found.articles) != 1:
        raise IngestError("several", str(len(found.articles)), str(source))
    return found.articles[0]


def read_all(source: str | Path, allow_private: bool = False) -> Reading:
    """Read all articles of a file, of a folder or at an address; what is wrong with one stops no other.

    An address (https://…) is fetched once and kept in the notebook, whose copy opens from then on; only with
    ``allow_private`` can it be one of this machine or of a private network.
    """
    from seedreader.analysis.analysed_article import analysed
    from seedreader.web.loading import Web, load

    articles, problems = load([source], web=Web(allow_private))
    return Reading(tuple(map(analysed, articles)), problems)


def find_stories(
    articles: Sequence[AnalysedArticle], constraints: Constraints | None = None
) -> tuple[tuple[AnalysedArticle, ...], ...]:
    """The articles by the event that they tell of: each in exactly one story, in the order given.

    Stories are in the order of their first articles. ``constraints`` (see `seedreader.corpus`) say which
    sources belong together and which apart; they win over what is computed.
    """
    from seedreader.corpus.constraints import NONE
    from seedreader.corpus.stories import find_stories

    return find_stories(articles, constraints or NONE)


def reanchor(old_text: str, new_text: str, spans: Sequence[Range]) -> list[Anchor]:
    """Carry ranges of an old text over to a new version of it: one ``.state`` and ``.ranges`` for each.

    ``state``: exact, moved, edited, uncertain or orphan. Raises ValueError for a range outside the old text.
    """
    from seedreader.notebook.anchoring.reanchor import reanchor

    return reanchor(old_text, new_text, spans)


def __getattr__(name: str) -> Any:
    if name == "Story":
        from seedreader.story import Story

        return Story
    if name == "IngestError":
        from seedreader.ingest.errors import IngestError

        return IngestError
    raise AttributeError(f"module 'seedreader' has no attribute {name!r}")

"""seedreader: read several articles about the same story side by side.

The front door for programs; nothing heavy is imported before it is used, and never a screen::

    article = seedreader.read_text(text, name="a")
    article.sentences, article.boilerplate, article.claims
    story = seedreader.Story([article, other])
    story.links, story.origins, story.scores(article, start, end, other)
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from seedreader.analysis.analysed_article import AnalysedArticle
    from seedreader.article import Range
    from seedreader.ingest.errors import IngestError
    from seedreader.notebook.anchoring.reanchor import Anchor
    from seedreader.story import Story

__all__ = ["IngestError", "Story", "__version__", "read", "read_text", "reanchor"]
__version__ = "0.1.0"


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
    from seedreader.ingest.decode import canonical
    from seedreader.ingest.files import article

    found = article(canonical(text), name=name)
    if published is not None:
        day = (
            published_date.parse(published)
            if isinstance(published, str)
            else date(*published.timetuple()[:3])
        )
        if day is None:
            raise ValueError(f"published: {published!r} is not a day; write it as 2025-03-21")
        found = replace(found, published=day)
    if sentences is not None:
        ranges = tuple((start, end) for start, end in sentences)
        if any(not 0 <= start <= end <= len(found.text) for start, end in ranges):
            raise ValueError("sentences: every range must lie inside the text")
        found = replace(found, sentences_given=ranges)
    return analysed(found)


def read(source: str | Path) -> AnalysedArticle:
    """Read one file into an article. Raises `IngestError` for what can't be read, one sentence."""
    from seedreader.analysis.analysed_article import analysed
    from seedreader.ingest.files import load

    loaded = load([source])
    if loaded.errors:
        raise _ingest_error(loaded.errors[0])
    if len(loaded.articles) != 1:
        raise _ingest_error(f"{source}: is a folder; read its files one by one.")
    return analysed(loaded.articles[0])


def reanchor(old_text: str, new_text: str, spans: Sequence[Range]) -> list[Anchor]:
    """Carry ranges of an old text over to a new version of it: one ``.state`` and ``.ranges`` for each.

    ``state``: exact, moved, edited, uncertain or orphan. Raises ValueError for a range outside the old text.
    """
    from seedreader.notebook.anchoring.reanchor import reanchor

    return reanchor(old_text, new_text, spans)


def _ingest_error(message: str) -> IngestError:
    from seedreader.ingest.errors import IngestError

    return IngestError(message)


def __getattr__(name: str) -> Any:
    if name == "Story":
        from seedreader.story import Story

        return Story
    if name == "IngestError":
        from seedreader.ingest.errors import IngestError

        return IngestError
    raise AttributeError(f"module 'seedreader' has no attribute {name!r}")

"""Words that an annotation is put on."""

from __future__ import annotations

from collections.abc import Sequence

from seedreader.article import Article, Range
from seedreader.notebook.annotation_model import NotebookError, Target, version_of


def target_of(article: Article, ranges: Sequence[Range]) -> Target:
    """These ranges of an article, with their words. Raises ValueError where one is no part of the text."""
    text = article.text
    merged = tuple(sorted((start, end) for start, end in ranges))
    if not merged or any(not 0 <= start < end <= len(text) for start, end in merged):
        raise ValueError(f"no passage {list(ranges)} in a text of {len(text)} characters")
    check_storable(text)
    return Target(version_of(text), merged, " … ".join(text[start:end] for start, end in merged))


def check_storable(text: str) -> None:
    """Raises NotebookError for a text that is no text."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise NotebookError(
            "The text has half a character in it (a lone surrogate), which can't be saved."
        ) from error

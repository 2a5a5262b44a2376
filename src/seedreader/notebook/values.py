"""What the notebook holds and says."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

KINDS = ("note", "tag")
"""What an annotation can be."""


class NotebookError(Exception):
    """Something that the notebook can't do, as a sentence for the reader: what, where and what helps."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note or a tag on the passage ``[start, end)`` of one version of an article's canonical text.

    ``version`` is `version_of` that text, ``quote`` the passage's exact words, ``body`` the note's text or
    the tag's name. ``created`` and ``changed`` are UTC times in ISO 8601.
    """

    id: str
    version: str
    start: int
    end: int
    quote: str
    kind: str
    body: str
    created: str
    changed: str


def version_of(text: str) -> str:
    """The SHA-256 of a canonical text in UTF-8, in hexadecimal: the name of this version of the article."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

"""What the notebook holds and says."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import NamedTuple

from seedreader.article import CORRECTIONS, Range, SourceCorrection, SourceId
from seedreader.notebook.story_model import StoryRows
from seedreader.text import uris

KINDS = ("note", "tag", "highlight", "verdict", *CORRECTIONS)
"""What an annotation can be; the corrections are what the reader says that a passage is, or who says it."""

KINDS_IN_WORDS = KINDS[:4]
"""Those that export formats for people have words for: all but the corrections."""

COLOURS = ("yellow", "green", "blue", "red", "violet")
"""What the body of a highlight can be, and the colour of a tag."""


class NotebookError(Exception):
    """Something that the notebook can't do, as a sentence for the reader: what, where and what helps."""


@dataclass(frozen=True, slots=True)
class Target:
    """Words that an annotation is on: ``ranges`` (sorted ``[start, end)``, at least one) in one version of an
    article's canonical text, and their ``quote``.

    ``version`` is `version_of` that text. The quote is what stood there when the annotation was made; where
    the reader confirmed another place for it later, the text at ``ranges`` may differ.
    """

    version: str
    ranges: tuple[Range, ...]
    quote: str

    @property
    def start(self) -> int:
        """Where its first range begins."""
        return self.ranges[0][0]

    @property
    def end(self) -> int:
        """Where its last range ends."""
        return self.ranges[-1][1]


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something the reader put on a passage.

    ``body``: a note's text, a tag's name, a highlight's colour (`COLOURS`), a verdict's relation or
    `REJECTED`, a speaker's name (empty: nobody's); empty for another correction. ``other`` is a verdict's
    second passage. ``author`` is empty for the reader's own. ``created``, ``changed`` and ``deleted`` are UTC
    times in ISO 8601; ``written`` is when the row was last written, for whatever reason: of two copies of a
    notebook the later row wins.
    """

    id: str
    kind: str
    body: str
    target: Target
    created: str
    changed: str
    other: Target | None = None
    author: str = ""
    deleted: str | None = None
    written: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Code:
    """An entry of the codebook: what a tag means, and its colour (one of `COLOURS`, or empty)."""

    name: str
    description: str = ""
    colour: str = ""
    deleted: str | None = None
    written: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class SeenSource:
    """Where a version of an article was seen. Unknown values are empty; ``published`` is a day (ISO 8601).

    ``uri`` and ``member`` are those of its `SourceId`.
    """

    version: str
    name: str
    uri: str = ""
    member: str = ""
    outlet: str = ""
    title: str = ""
    published: str = ""
    seen: str = field(default="", compare=False)

    @property
    def source(self) -> SourceId | None:
        """What was seen; None for a text from nowhere."""
        return SourceId(self.uri, self.member or None) if self.uri else None

    @property
    def path(self) -> str:
        """What opens it: a path or an address; empty where there is none."""
        return uris.to_path(self.uri)


@dataclass(frozen=True, slots=True)
class KeptCorrection:
    """What the reader said of a source, as kept: the fields of a `SourceCorrection` and those of a row.

    ``member``, ``other_uri`` and ``other_member`` are empty where there is none; ``author`` is empty for the
    reader's own, and times are as in an `Annotation`. One source has one of each fact, and of each reading.
    """

    uri: str
    member: str
    fact: str
    other_uri: str
    other_member: str
    value: str
    created: str
    changed: str
    author: str = ""
    deleted: str | None = None
    written: str = field(default="", compare=False)

    @property
    def said(self) -> SourceCorrection:
        """What it says."""
        other = SourceId(self.other_uri, self.other_member or None) if self.other_uri else None
        return SourceCorrection(SourceId(self.uri, self.member or None), self.fact, self.value, other)


class EarlierText(NamedTuple):
    """Another text of an article: one of its own source, or else of one that is like it."""

    version: str
    same_source: bool


@dataclass(frozen=True, slots=True)
class NotebookContents:
    """All that a notebook holds, or what a file brings into one: deleted annotations too.

    ``texts`` are the canonical texts of all versions that the others name, by `version_of` them. ``newest``
    are versions without annotations that are editions of annotated articles as they are now: reports tell
    what became of passages in them. ``stories`` are the stories that are kept, and which texts were read;
    ``corrections`` are what the reader said of sources.
    """

    annotations: tuple[Annotation, ...] = ()
    codes: tuple[Code, ...] = ()
    seen: tuple[SeenSource, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)
    newest: tuple[str, ...] = ()
    stories: StoryRows = field(default_factory=StoryRows)
    corrections: tuple[KeptCorrection, ...] = ()


def version_of(text: str) -> str:
    """The SHA-256 of a canonical text in UTF-8, in hexadecimal: the name of this version of the article."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

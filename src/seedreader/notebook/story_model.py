"""What the notebook holds of the stories that the reader keeps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from seedreader.article import Article, SourceId
from seedreader.text import uris


class Sighting(NamedTuple):
    """What a source's file was when it was read: its bytes, its time (ns since 1970), and their SHA-256.

    Of an address the SHA-256 of what it gave. Unknown values are 0 and empty.
    """

    size: int = 0
    modified: int = 0
    sha256: str = ""


class SightedArticle(NamedTuple):
    """An article that was read, and what its file was then."""

    article: Article
    sighting: Sighting


@dataclass(frozen=True, slots=True)
class KeptSource:
    """A source of a kept story: ``version`` is that of the text which was seen last; ``number`` its place.

    ``story`` is the id of its story. Times are in UTC, ISO 8601; ``deleted`` is when it was removed.
    """

    story: str
    uri: str
    member: str
    version: str
    number: int
    size: int
    modified: int
    sha256: str
    added: str
    deleted: str | None = None
    written: str = field(default="", compare=False)

    @property
    def source(self) -> SourceId:
        """What it is."""
        return SourceId(self.uri, self.member or None)

    @property
    def path(self) -> str:
        """What opens it: a path or an address."""
        return uris.to_path(self.uri)

    @property
    def sighting(self) -> Sighting:
        """What its file was when it was read last."""
        return Sighting(self.size, self.modified, self.sha256)


@dataclass(frozen=True, slots=True)
class StoryRecord:
    """A kept story by itself: ``folders`` are the URIs of folders whose new files are offered."""

    id: str
    name: str
    folders: tuple[str, ...]
    created: str
    archived: str | None = None
    deleted: str | None = None
    written: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a story came to when it was read last, ``at`` a time; ``conflicts`` are those not judged yet."""

    story: str
    at: str
    origins: int
    conflicts: int
    written: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class ReadMark:
    """When a text, by its `version_of`, was read to its end, or said to be; None: it is unread again."""

    version: str
    read: str | None
    written: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class StoryRows:
    """All that a notebook holds of kept stories, deleted ones too."""

    stories: tuple[StoryRecord, ...] = ()
    sources: tuple[KeptSource, ...] = ()
    readings: tuple[Reading, ...] = ()
    marks: tuple[ReadMark, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptStory:
    """A story that the reader keeps under a name.

    ``name`` is unlike that of any other: where two notebooks each brought one, the younger says "(2)".
    ``read`` are the versions of its sources that were read; ``reading`` is None before it was first opened.
    ``removed`` are sources that the reader took out of it.
    """

    record: StoryRecord
    name: str
    sources: tuple[KeptSource, ...]
    read: frozenset[str]
    reading: Reading | None
    removed: tuple[KeptSource, ...] = ()

    @property
    def id(self) -> str:
        """What stays the same when it is renamed."""
        return self.record.id

    @property
    def is_archived(self) -> bool:
        """Whether it is put away."""
        return self.record.archived is not None

    @property
    def unread(self) -> tuple[KeptSource, ...]:
        """The sources whose text, as it was seen last, was not read."""
        return tuple(each for each in self.sources if each.version not in self.read)

    @property
    def folders(self) -> tuple[str, ...]:
        """The paths of the folders whose new files are offered."""
        return tuple(map(uris.to_path, self.record.folders))

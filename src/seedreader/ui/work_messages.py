"""What threads and the notebook tell the program: each is taken in by a handler of `SeedreaderApp`.

What is told of a story says ``of`` which open one, since another may be open when the message arrives.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from seedreader.article import Range
from seedreader.session.progress import Progress
from seedreader.session.user_overrides import Corrections

if TYPE_CHECKING:
    from seedreader.corpus.collection import Event as CollectionEvent
    from seedreader.corpus.found_story import FoundStory
    from seedreader.corpus.summaries import StorySummary
    from seedreader.notebook.drafts import Draft
    from seedreader.session import StoryPassage
    from seedreader.session.story_notebook import NotebookSnapshot
    from seedreader.shelf.disk_watch import DiskChanges
    from seedreader.story import Story


class SentencesFound(Message, namespace="seedreader_app"):
    """All sentences of long texts are found."""

    def __init__(self, of: object, sentences: Sequence[Sequence[Range]]) -> None:
        super().__init__()
        self.of, self.sentences = of, sentences


class StoryAnalysed(Message, namespace="seedreader_app"):
    """The story is worked out, with these corrections of the reader's."""

    def __init__(self, of: object, story: Story, corrections: Corrections) -> None:
        super().__init__()
        self.of, self.story, self.corrections = of, story, corrections


class DraftsFound(Message, namespace="seedreader_app"):
    """Drafts were left in the story, each with its place; the one left last first."""

    def __init__(self, of: object, left: Sequence[tuple[Draft, StoryPassage]]) -> None:
        super().__init__()
        self.of, self.left = of, left


class WorkProgressed(Message, namespace="seedreader_app"):
    """The story is worked out so far."""

    def __init__(self, of: object, progress: Progress) -> None:
        super().__init__()
        self.of, self.progress = of, progress


class ProblemFound(Message, namespace="seedreader_app"):
    """Something beside the keys went wrong; ``reason`` is a sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class AnalysisFailed(Message, namespace="seedreader_app"):
    """The sources could not be read together, or the reader ``stopped`` that; ``reason`` is a sentence."""

    def __init__(self, of: object, reason: str, stopped: bool = False) -> None:
        super().__init__()
        self.of, self.reason, self.stopped = of, reason, stopped


class SeveralStories(Message, namespace="seedreader_app"):
    """What was opened tells of several events: it is so many ``stories``, and is not compared as one."""

    def __init__(self, of: object, stories: int) -> None:
        super().__init__()
        self.of, self.stories = of, stories


class NotebookRead(Message, namespace="seedreader_app"):
    """The notebook was read."""

    def __init__(self, of: object, held: NotebookSnapshot) -> None:
        super().__init__()
        self.of, self.held = of, held


class DiskChanged(Message, namespace="seedreader_app"):
    """Files that are open changed on disk, or new ones came into their folders."""

    def __init__(self, of: object, changes: DiskChanges) -> None:
        super().__init__()
        self.of, self.changes = of, changes


class CollectionTold(Message, namespace="seedreader_app"):
    """The background told something of the collection that is open, or a story of it is known."""

    def __init__(self, event: CollectionEvent | StoryKnown) -> None:
        super().__init__()
        self.event = event


class StoryKnown(NamedTuple):
    """What a story comes to that the reader made."""

    story: FoundStory
    summary: StorySummary

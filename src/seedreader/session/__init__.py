"""Reading state without a screen: which source, which passage, where from, and what is noted there."""

from seedreader.session.positions import JudgedPair, SourceAnnotation, StoryPassage
from seedreader.session.session import Session, open_session
from seedreader.session.source_state import SourceState

__all__ = ["JudgedPair", "Session", "SourceAnnotation", "SourceState", "StoryPassage", "open_session"]

"""Reading state without a screen: which source, which passage, where from, and what is noted there."""

from seedreader.session.positions import Pair, Place, SourceAnnotation
from seedreader.session.session import Session, open_session
from seedreader.session.source import Source

__all__ = ["Pair", "Place", "Session", "Source", "SourceAnnotation", "open_session"]

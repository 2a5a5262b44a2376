"""Reading state without a screen: which source, which passage, where from, and what is noted there."""

from seedreader.session.session import Session, open_session
from seedreader.session.source import Source
from seedreader.session.values import Pair, Place, Standing

__all__ = ["Pair", "Place", "Session", "Source", "Standing", "open_session"]

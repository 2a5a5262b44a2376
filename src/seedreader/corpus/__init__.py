"""Many articles: which tell of one event, and which are near-copies. See README.md."""

from seedreader.corpus.constraints import Constraints, merge, move, not_this_event, split
from seedreader.corpus.found_story import FoundStory, found_stories
from seedreader.corpus.stories import find_stories

__all__ = [
    "Constraints",
    "FoundStory",
    "find_stories",
    "found_stories",
    "merge",
    "move",
    "not_this_event",
    "split",
]

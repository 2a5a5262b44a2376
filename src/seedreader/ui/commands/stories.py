"""What keys do in the list of stories."""

from __future__ import annotations

from seedreader.ui.commands.command import Command
from seedreader.ui.commands.paging import paging

COMMANDS = (
    Command("next_row", ("j", "down"), "Next story or source", "Stories", "j/k story", "stories"),
    Command("previous_row", ("k", "up"), "Previous story or source", "Stories", None, "stories"),
    Command("open", ("enter",), "Read the story", "Stories", "read", "stories"),
    Command(
        "unfold",
        ("l", "right"),
        "Show the story's sources, or fold them again",
        "Stories",
        "sources",
        "stories",
    ),
    Command("fold", ("h", "left"), "Fold the story's sources", "Stories", None, "stories"),
    Command(
        "filter",
        ("slash",),
        "Filter: words, year:2024, is:conflicting, single, reprinted",
        "Stories",
        "filter",
        "stories",
    ),
    Command("sort", ("S",), "By order, date, size, conflicts", "Stories", "sort", "stories"),
    Command(
        "mark",
        ("t",),
        "Mark the story or source for merging and separating; again: not",
        "Stories",
        "mark",
        "stories",
    ),
    Command(
        "merge",
        ("m",),
        "Put what is marked into this story: it tells of the same event",
        "Stories",
        "merge",
        "stories",
    ),
    Command(
        "separate",
        ("x",),
        "Make what is marked, or this source, a story of its own: not this event",
        "Stories",
        "separate",
        "stories",
    ),
    Command("keep", ("K",), "Keep this story under a name", "Stories", None, "stories"),
    Command("kept", ("O",), "Kept stories: open, rename, archive, add to them", "Stories", None, "stories"),
    Command("undo", ("u",), "Take the last merging or separating back", "Stories", None, "stories"),
    Command(
        "problems",
        ("exclamation_mark",),
        "Problems: what could not be read, and what to do",
        "Stories",
        None,
        "stories",
    ),
    Command("whole", ("v",), "Show the chosen one on most of the screen", "Stories", None, "stories"),
    *paging("Stories", "stories"),
    Command("help", ("question_mark",), "All keys", "Stories", "help", "stories"),
    Command("palette", ("ctrl+p",), "Find a command by its name", "Stories", None, "stories"),
    Command(
        "step_back",
        ("escape",),
        "Drop the filter or the marks, then back to the reader",
        "Stories",
        None,
        "stories",
    ),
    Command("close", ("q",), "Quit; everything is saved already", "Stories", "quit", "stories"),
)

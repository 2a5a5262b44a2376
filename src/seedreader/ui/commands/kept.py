"""What keys do in the list of kept stories."""

from __future__ import annotations

from seedreader.ui.commands.command import Command
from seedreader.ui.commands.paging import paging

_GROUP = "Kept stories"

COMMANDS = (
    Command("next_row", ("j", "down"), "Next story or source", _GROUP, "j/k story", "kept"),
    Command("previous_row", ("k", "up"), "Previous story or source", _GROUP, None, "kept"),
    Command("open", ("enter",), "Read the story, where it was left", _GROUP, "read", "kept"),
    Command(
        "unfold", ("l", "right"), "Show the story's sources, or fold them again", _GROUP, "sources", "kept"
    ),
    Command("fold", ("h", "left"), "Fold the story's sources", _GROUP, None, "kept"),
    Command(
        "filter",
        ("slash",),
        "Filter: words, is:unread, changed, missing, conflicting, archived",
        _GROUP,
        "filter",
        "kept",
    ),
    Command("sort", ("S",), "By name, last read, unread, conflicts, size", _GROUP, "sort", "kept"),
    Command("keep", ("K",), "Keep the story that is open, under a name", _GROUP, None, "kept"),
    Command("add", ("a",), "Add a file, a folder or an address to the story", _GROUP, "add", "kept"),
    Command("rename", ("r",), "Give the story another name", _GROUP, "rename", "kept"),
    Command("archive", ("A",), "Put the story away, or bring it back", _GROUP, "archive", "kept"),
    Command("remove", ("x",), "Take the chosen source out of its story", _GROUP, None, "kept"),
    Command(
        "mark_read",
        ("asterisk",),
        "Mark the source, or all of the story, as read; again: unread",
        _GROUP,
        None,
        "kept",
    ),
    Command("show_archived", ("z",), "Show archived stories too; again: not", _GROUP, None, "kept"),
    Command("undo", ("u",), "Undo the last change to kept stories", _GROUP, None, "kept"),
    Command("redo", ("U",), "Redo what was undone", _GROUP, None, "kept"),
    Command("whole", ("v",), "Show the chosen one on most of the screen", _GROUP, None, "kept"),
    *paging(_GROUP, "kept"),
    Command("help", ("question_mark",), "All keys", _GROUP, "help", "kept"),
    Command("palette", ("ctrl+p",), "Find a command by its name", _GROUP, None, "kept"),
    Command("step_back", ("escape",), "Drop the filter, then back to the reader", _GROUP, None, "kept"),
    Command("close", ("q", "O"), "Back to the reader; quit where nothing is open", _GROUP, "back", "kept"),
)

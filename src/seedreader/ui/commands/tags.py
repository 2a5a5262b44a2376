"""What keys do in the list of tags."""

from __future__ import annotations

from seedreader.ui.commands.command import Command
from seedreader.ui.commands.paging import paging

COMMANDS = (
    Command("next_row", ("j", "down"), "Next tag", "Tags", "j/k tag", "tags"),
    Command("previous_row", ("k", "up"), "Previous tag", "Tags", None, "tags"),
    Command("open", ("enter",), "Show what has the tag", "Tags", "show notes", "tags"),
    Command("filter", ("slash",), "Filter by words of name and description", "Tags", "filter", "tags"),
    Command("rename", ("r",), "Rename the tag everywhere", "Tags", "rename", "tags"),
    Command("merge", ("m",), "Merge it into another tag", "Tags", "merge", "tags"),
    Command("describe", ("d",), "Say what the tag means", "Tags", "describe", "tags"),
    Command("colour", ("c",), "Give it the next colour", "Tags", "colour", "tags"),
    Command("delete", ("x",), "Take the tag off all passages; notes stay", "Tags", "delete", "tags"),
    Command("undo", ("u",), "Undo the last change to the notebook", "Tags", "undo", "tags"),
    Command("redo", ("U",), "Redo what was undone", "Tags", None, "tags"),
    Command("sort", ("S",), "By name, most used or last used first", "Tags", "sort", "tags"),
    Command("whole", ("v",), "Show the chosen one on most of the screen", "Tags", None, "tags"),
    *paging("Tags", "tags"),
    Command("help", ("question_mark",), "All keys", "Tags", "help", "tags"),
    Command("palette", ("ctrl+p",), "Find a command by its name; export and import", "Tags", None, "tags"),
    Command("close", ("q", "T"), "Back", "Tags", None, "tags"),
    Command("step_back", ("escape",), "Drop the filter, then back", "Tags", "back", "tags"),
)

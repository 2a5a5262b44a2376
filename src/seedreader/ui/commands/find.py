"""What keys do while something to find is typed, and in the list of what was found."""

from __future__ import annotations

from seedreader.ui.commands.command import Command
from seedreader.ui.commands.paging import paging

COMMANDS = (
    Command("keep_find", ("enter",), "Go to the hit and keep the find", "Find", "go", "find"),
    Command("list_finds", ("tab",), "All hits in a list, notes and tags among them", "Find", "list", "find"),
    Command("next_hit", ("down",), "Next hit; in an empty line: a later find", "Find", None, "find"),
    Command("previous_hit", ("up",), "Previous hit; in an empty line: an earlier find", "Find", None, "find"),
    Command("drop_find", ("escape",), "Back to where you were", "Find", "back", "find"),
    Command("next_row", ("j", "down"), "Next hit", "Hits", "j/k hit", "hits"),
    Command("previous_row", ("k", "up"), "Previous hit", "Hits", None, "hits"),
    Command("open", ("enter",), "Go to the hit", "Hits", "go there", "hits"),
    Command("filter", ("slash",), "Find something else, or more closely", "Hits", "find", "hits"),
    Command("whole", ("v",), "Show the chosen one on most of the screen", "Hits", "whole", "hits"),
    *paging("Hits", "hits"),
    Command("help", ("question_mark",), "All keys", "Hits", "help", "hits"),
    Command("palette", ("ctrl+p",), "Find a command by its name", "Hits", None, "hits"),
    Command("close", ("q", "tab"), "Back to the text; the find is kept", "Hits", None, "hits"),
    Command("step_back", ("escape",), "Back to the text; the find is kept", "Hits", "back", "hits"),
)

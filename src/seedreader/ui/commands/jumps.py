"""What keys do in the list of jumps."""

from __future__ import annotations

from seedreader.ui.commands.command import Command
from seedreader.ui.commands.paging import paging

COMMANDS = (
    Command("next_row", ("j", "down"), "Next place", "Jumps", "j/k place", "jumps"),
    Command("previous_row", ("k", "up"), "Previous place", "Jumps", None, "jumps"),
    Command("open", ("enter",), "Go there; later places stay in the list", "Jumps", "go there", "jumps"),
    Command("forget_mark", ("x",), "Forget the chosen mark", "Jumps", None, "jumps"),
    Command("filter", ("slash",), "Filter by words", "Jumps", "filter", "jumps"),
    Command("whole", ("v",), "Show the chosen one on most of the screen", "Jumps", None, "jumps"),
    *paging("Jumps", "jumps"),
    Command("help", ("question_mark",), "All keys", "Jumps", "help", "jumps"),
    Command("palette", ("ctrl+p",), "Find a command by its name", "Jumps", None, "jumps"),
    Command("close", ("q", "J"), "Back to the reader", "Jumps", None, "jumps"),
    Command("step_back", ("escape",), "Drop the filter, then back", "Jumps", "back", "jumps"),
)

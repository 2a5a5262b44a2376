"""What keys do in the list of problems."""

from __future__ import annotations

from seedreader.ui.commands.command import Command
from seedreader.ui.commands.paging import paging

COMMANDS = (
    Command("next_row", ("j", "down"), "Next problem", "Problems", "j/k problem", "problems"),
    Command("previous_row", ("k", "up"), "Previous problem", "Problems", None, "problems"),
    Command("filter", ("slash",), "Filter by words", "Problems", "filter", "problems"),
    Command("open", ("enter",), "Show the chosen one on most of the screen", "Problems", "whole", "problems"),
    Command("whole", ("v",), "Show the chosen one on most of the screen", "Problems", None, "problems"),
    *paging("Problems", "problems"),
    Command("help", ("question_mark",), "All keys", "Problems", "help", "problems"),
    Command("palette", ("ctrl+p",), "Find a command by its name", "Problems", None, "problems"),
    Command("close", ("q", "exclamation_mark"), "Back to the reader", "Problems", None, "problems"),
    Command("step_back", ("escape",), "Drop the filter, then back", "Problems", "back", "problems"),
)

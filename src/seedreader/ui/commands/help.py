"""What keys do in the help."""

from __future__ import annotations

from seedreader.ui.commands.values import Command

COMMANDS = (
    Command("scroll_down", ("j", "down", "space", "pagedown"), "Scroll down", "Help", None, "help"),
    Command("scroll_up", ("k", "up", "b", "pageup"), "Scroll up", "Help", None, "help"),
    Command("close", ("escape", "q", "question_mark"), "Back to the reader", "Help", "back", "help"),
)

"""What keys do in the help."""

from __future__ import annotations

from seedreader.ui.commands.command import Command

COMMANDS = (
    Command("next_row", ("j", "down"), "A line down", "Help", "j/k scroll", "help"),
    Command("previous_row", ("k", "up"), "A line up", "Help", None, "help"),
    Command("count", ("number_sign",), "A number, for the next key so many times", "Help", None, "help"),
    Command("page_down", ("space", "pagedown"), "A page down", "Help", None, "help"),
    Command("page_up", ("b", "pageup"), "A page up", "Help", None, "help"),
    Command("first_row", ("g", "home"), "The beginning", "Help", None, "help"),
    Command("last_row", ("G", "end"), "The end", "Help", None, "help"),
    Command("filter", ("slash",), "Find a key, a command or a mark by its words", "Help", "find", "help"),
    Command(
        "everything",
        ("tab",),
        "The keys of all screens, or of the one you came from",
        "Help",
        "all keys",
        "help",
    ),
    Command("palette", ("ctrl+p",), "Find a command by its name", "Help", None, "help"),
    Command("close", ("q", "question_mark"), "Back", "Help", None, "help"),
    Command("step_back", ("escape",), "Drop the search, then back", "Help", "back", "help"),
)

"""What keys do where the facts of a source are corrected."""

from __future__ import annotations

from seedreader.ui.commands.command import Command
from seedreader.ui.commands.paging import paging

GROUP = "What a source is"

COMMANDS = (
    Command("next_row", ("j", "down"), "Next fact", GROUP, "j/k fact", "facts"),
    Command("previous_row", ("k", "up"), "Previous fact", GROUP, None, "facts"),
    Command("open", ("enter",), "Correct the chosen fact", GROUP, "correct", "facts"),
    Command("correct_title", ("t",), "Correct its title", GROUP, "title", "facts"),
    Command("correct_outlet", ("o",), "Correct its outlet", GROUP, "outlet", "facts"),
    Command("correct_published", ("d",), "Correct its date", GROUP, "date", "facts"),
    Command("correct_language", ("l",), "Correct its language", GROUP, "language", "facts"),
    Command(
        "correct_reading",
        ("r",),
        "Say that it is a version of the chosen source (the same, read at another time), or that it is none",
        GROUP,
        "version",
        "facts",
    ),
    Command(
        "separate", ("e",), "It tells of another event: make it a story of its own", GROUP, "event", "facts"
    ),
    Command("withdraw", ("x",), "Let what was read hold again, in place of your word", GROUP, None, "facts"),
    Command("undo", ("u",), "Undo the last change to the notebook", GROUP, "undo", "facts"),
    Command("redo", ("U",), "Redo what was undone", GROUP, None, "facts"),
    Command("next_source", ("n", "right", "tab"), "The next source", GROUP, None, "facts"),
    Command("previous_source", ("N", "left", "shift+tab"), "The previous source", GROUP, None, "facts"),
    Command("source", tuple("123456789"), "The source with this number", GROUP, None, "facts"),
    Command("filter", ("slash",), "Filter by words", GROUP, None, "facts"),
    Command("whole", ("v",), "Show the chosen one on most of the screen", GROUP, None, "facts"),
    *paging(GROUP, "facts"),
    Command("help", ("question_mark",), "All keys", GROUP, "help", "facts"),
    Command("palette", ("ctrl+p",), "Find a command by its name", GROUP, None, "facts"),
    Command("close", ("q", "E"), "Back", GROUP, None, "facts"),
    Command("step_back", ("escape",), "Drop the filter, then back", GROUP, "back", "facts"),
)

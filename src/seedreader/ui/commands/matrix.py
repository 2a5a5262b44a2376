"""What keys do in the matrix."""

from __future__ import annotations

from seedreader.ui.commands.command import Command

COMMANDS = (
    Command("next_row", ("j", "down"), "Next row", "Matrix", "j/k row", "matrix"),
    Command("previous_row", ("k", "up"), "Previous row", "Matrix", None, "matrix"),
    Command("next_column", ("l", "right", "tab"), "Next source", "Matrix", "h/l source", "matrix"),
    Command("previous_column", ("h", "left", "shift+tab"), "Previous source", "Matrix", None, "matrix"),
    Command("open", ("enter",), "Go to the passage of the cell", "Matrix", "go there", "matrix"),
    Command(
        "sort",
        ("S", "s"),
        "Conflicts, most origins, reading order or kinds first",
        "Matrix",
        "sort",
        "matrix",
    ),
    Command(
        "filter",
        ("slash",),
        "Filter: words kind:quantity relation:conflict attribution:dropped origins>=2 -source:3 by:name",
        "Matrix",
        "filter",
        "matrix",
    ),
    Command("help", ("question_mark",), "All keys", "Matrix", "help", "matrix"),
    Command(
        "only_relation",
        ("c",),
        "Only conflicts, only what is refined, …; again: the next",
        "Matrix",
        "only ≠",
        "matrix",
    ),
    Command(
        "only_kind", ("f",), "Only figures, only dates, …; again: the next kind", "Matrix", "kind", "matrix"
    ),
    Command(
        "hold", ("r",), "Compare the row's other cells with this one", "Matrix", "compare with", "matrix"
    ),
    Command("copy", ("w",), "Copy the row: what each source says, as citations", "Matrix", "copy", "matrix"),
    Command("copy_citation", ("W",), "Copy the cell's passage as a citation", "Matrix", None, "matrix"),
    Command("whole", ("v",), "Show the chosen cell on most of the screen", "Matrix", "whole", "matrix"),
    Command("column", tuple("0123456789"), "The source with this number", "Matrix", None, "matrix"),
    Command("first_column", ("home",), "The first column", "Matrix", None, "matrix"),
    Command("last_column", ("end",), "The last column", "Matrix", None, "matrix"),
    Command("next_conflict", ("right_curly_bracket",), "Next row with a conflict", "Matrix", None, "matrix"),
    Command(
        "previous_conflict", ("left_curly_bracket",), "Previous row with a conflict", "Matrix", None, "matrix"
    ),
    Command("count", ("number_sign",), "A number, for the next key so many times", "Matrix", None, "matrix"),
    Command("page_down", ("space", "pagedown"), "A page down", "Matrix", None, "matrix"),
    Command("page_up", ("b", "pageup"), "A page up", "Matrix", None, "matrix"),
    Command("first_row", ("g",), "The first row", "Matrix", None, "matrix"),
    Command("last_row", ("G",), "The last row", "Matrix", None, "matrix"),
    Command("palette", ("ctrl+p",), "Find a command by its name", "Matrix", None, "matrix"),
    Command("close", ("q", "m"), "Back to the reader", "Matrix", None, "matrix"),
    Command("step_back", ("escape",), "Drop the filter, then back", "Matrix", "back", "matrix"),
)

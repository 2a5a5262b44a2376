"""What keys do where two versions of a text are compared."""

from __future__ import annotations

from seedreader.ui.commands.command import Command

COMMANDS = (
    Command("next_change", ("n",), "Next change", "Versions", "n/N change", "versions"),
    Command("previous_change", ("N",), "Previous change", "Versions", None, "versions"),
    Command("next_row", ("j", "down"), "Next sentence", "Versions", "j/k sentence", "versions"),
    Command("previous_row", ("k", "up"), "Previous sentence", "Versions", None, "versions"),
    Command("open", ("enter",), "To the passage in the reader", "Versions", "go there", "versions"),
    Command(
        "next_version", ("l", "right"), "The next source on the right", "Versions", "h/l other", "versions"
    ),
    Command(
        "previous_version", ("h", "left"), "The previous source on the right", "Versions", None, "versions"
    ),
    Command(
        "version",
        tuple("123456789"),
        "The source of this number on the right",
        "Versions",
        "1/9 source",
        "versions",
    ),
    Command("swap", ("s",), "Swap the two", "Versions", "swap", "versions"),
    Command("other_side", ("tab",), "Enter goes to the other side's passage", "Versions", "side", "versions"),
    Command("whole", ("e",), "Unfold what is the same; again: fold it", "Versions", "unfold", "versions"),
    Command("layout", ("u",), "Side by side, or in one column", "Versions", "one column", "versions"),
    Command(
        "count", ("number_sign",), "A number, for the next key so many times", "Versions", None, "versions"
    ),
    Command("page_down", ("space", "f", "pagedown"), "A page down", "Versions", None, "versions"),
    Command("page_up", ("b", "pageup"), "A page up", "Versions", None, "versions"),
    Command("first_row", ("g", "home"), "The beginning", "Versions", None, "versions"),
    Command("last_row", ("G", "end"), "The end", "Versions", None, "versions"),
    Command("help", ("question_mark",), "All keys", "Versions", "help", "versions"),
    Command("palette", ("ctrl+p",), "Find a command by its name", "Versions", None, "versions"),
    Command("close", ("escape", "q", "V"), "Back to the reader", "Versions", "back", "versions"),
)

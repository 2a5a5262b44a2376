"""What keys do while words are selected."""

from __future__ import annotations

from seedreader.ui.commands.command import Command

COMMANDS = (
    Command(
        "edge_on", ("l", "right"), "Move the edge a word (or character) on", "Select", "h/l edge", "select"
    ),
    Command("edge_back", ("h", "left"), "Move the edge a word (or character) back", "Select", None, "select"),
    Command(
        "sentence_on",
        ("j", "down"),
        "Move the edge to the next sentence's",
        "Select",
        "j/k sentence",
        "select",
    ),
    Command(
        "sentence_back", ("k", "up"), "Move the edge to the previous sentence's", "Select", None, "select"
    ),
    Command("word_on", ("w",), "Select the next word instead", "Select", "w/b word", "select"),
    Command("word_back", ("b",), "Select the previous word instead", "Select", None, "select"),
    Command("other_edge", ("tab", "o"), "Move the other edge", "Select", "other edge", "select"),
    Command("other_unit", ("v",), "By characters; again: by words", "Select", "characters", "select"),
    Command("note", ("a",), "Write a note on the selection", "Select", "note", "select"),
    Command("tag", ("t",), "Tag the selection", "Select", "tag", "select"),
    Command("highlight", ("c",), "Highlight the selection", "Select", "colour", "select"),
    Command("link", ("L",), "Hold the selection, to link it by hand", "Select", None, "select"),
    Command("find", ("slash",), "Find where else the selected words stand", "Select", "find", "select"),
    Command("copy", ("y",), "Copy the selection", "Select", "copy", "select"),
    Command("copy_citation", ("W",), "Copy the selection as a citation", "Select", None, "select"),
    Command("write_citation", ("A",), "Add the selection as a citation to a file", "Select", None, "select"),
    Command(
        "mark_boilerplate", ("B",), "Say that the selection is boilerplate, or not", "Select", None, "select"
    ),
    Command("mark_claim", ("C",), "Say that the selection is a claim", "Select", None, "select"),
    Command("repeat", ("ampersand",), "Put here what you put on a passage last", "Select", None, "select"),
    Command("speaker", ("i",), "Say who says the selected claim", "Select", None, "select"),
    Command(
        "take_selection", ("enter",), "Put the annotation there, or write a note", "Select", "take", "select"
    ),
    Command("leave_selection", ("escape", "q"), "Leave the selection", "Select", "leave", "select"),
)

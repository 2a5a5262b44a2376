"""What keys do in the list of notes."""

from __future__ import annotations

from seedreader.ui.commands.command import Command
from seedreader.ui.commands.paging import paging

COMMANDS = (
    Command("next_row", ("j", "down"), "Next note", "Notes", "j/k note", "notes"),
    Command("previous_row", ("k", "up"), "Previous note", "Notes", None, "notes"),
    Command("open", ("enter",), "Go to the passage, or on with the draft", "Notes", "go there", "notes"),
    Command(
        "filter",
        ("slash",),
        "Filter: words, kind:note #tag source:2 state:orphan",
        "Notes",
        "filter",
        "notes",
    ),
    Command("edit", ("e",), "Edit the note or tag, or go on with the draft", "Notes", "edit", "notes"),
    Command("tag", ("t",), "Tag the marked passages, or this one", "Notes", "tag", "notes"),
    Command("help", ("question_mark",), "All keys", "Notes", "help", "notes"),
    Command("mark", ("m",), "Mark it, to tag or delete several at once", "Notes", "mark", "notes"),
    Command("delete", ("x",), "Delete the marked ones, or this one", "Notes", "delete", "notes"),
    Command("only_kind", ("f",), "Only notes, only tags, …; again: the next kind", "Notes", "kind", "notes"),
    Command(
        "only_state", ("s",), "Only uncertain, only orphans, …; again: the next", "Notes", "state", "notes"
    ),
    Command(
        "only_source", tuple("0123456789"), "Only this source's; 0: all sources'", "Notes", None, "notes"
    ),
    Command(
        "all_stories", ("A",), "The notes of all stories, or of this one", "Notes", "all stories", "notes"
    ),
    Command("copy", ("w",), "Copy what it says, and its quote", "Notes", "copy", "notes"),
    Command("copy_citation", ("W",), "Copy its quote as a citation", "Notes", None, "notes"),
    Command("tags", ("T",), "All tags", "Notes", "tags", "notes"),
    Command("undo", ("u",), "Undo the last change", "Notes", "undo", "notes"),
    Command("redo", ("U",), "Redo what was undone", "Notes", None, "notes"),
    Command("confirm", ("Y",), "Confirm that it stands where it is shown", "Notes", "confirm", "notes"),
    Command("sort", ("S",), "Newest first, or by place", "Notes", "sort", "notes"),
    Command("whole", ("v",), "Show the chosen one on most of the screen", "Notes", "whole", "notes"),
    Command("mark_all", ("M",), "Mark all that are shown, or none", "Notes", None, "notes"),
    Command("place_again", ("r",), "Put one that lost its words on others", "Notes", None, "notes"),
    *paging("Notes", "notes"),
    Command("palette", ("ctrl+p",), "Find a command by its name; export and import", "Notes", None, "notes"),
    Command("close", ("q", "o"), "Back to the reader", "Notes", None, "notes"),
    Command("step_back", ("escape",), "Drop the marks, then the filter, then back", "Notes", "back", "notes"),
)

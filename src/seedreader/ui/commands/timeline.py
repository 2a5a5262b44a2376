"""What keys do on the timeline."""

from __future__ import annotations

from seedreader.ui.commands.command import Command
from seedreader.ui.commands.paging import paging

COMMANDS = (
    Command("next_row", ("j", "down"), "Next moment", "Timeline", "j/k moment", "timeline"),
    Command("previous_row", ("k", "up"), "Previous moment", "Timeline", None, "timeline"),
    Command(
        "next_group", ("l", "right"), "To what comes next on the timeline", "Timeline", "h/l day", "timeline"
    ),
    Command(
        "previous_group", ("h", "left"), "To what comes before on the timeline", "Timeline", None, "timeline"
    ),
    Command("open", ("enter",), "Go to the passage", "Timeline", "go there", "timeline"),
    Command(
        "filter",
        ("slash",),
        "Filter: words, source:2 year:2024 after:2025-01-31 before:2024 on:2025-03 kind:page",
        "Timeline",
        "filter",
        "timeline",
    ),
    Command(
        "zoom",
        ("z",),
        "The timeline by years, months, days, or as there is room",
        "Timeline",
        "zoom",
        "timeline",
    ),
    Command("next_stretch", ("n",), "To what comes after the next gap", "Timeline", "n/N gap", "timeline"),
    Command("previous_stretch", ("N",), "To what comes before the gap", "Timeline", None, "timeline"),
    Command(
        "only_source",
        tuple("0123456789"),
        "Only this source; 0: all sources",
        "Timeline",
        "0/9 source",
        "timeline",
    ),
    Command("help", ("question_mark",), "All keys", "Timeline", "help", "timeline"),
    Command("whole", ("v",), "Show the passage on most of the screen", "Timeline", "whole", "timeline"),
    *paging("Timeline", "timeline"),
    Command("palette", ("ctrl+p",), "Find a command by its name", "Timeline", None, "timeline"),
    Command("close", ("q", "D"), "Back to the reader", "Timeline", None, "timeline"),
    Command("step_back", ("escape",), "Drop the filter, then back", "Timeline", "back", "timeline"),
)

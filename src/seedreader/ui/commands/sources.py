"""What keys do in the list of sources."""

from __future__ import annotations

from seedreader.ui.commands.command import Command
from seedreader.ui.commands.paging import paging

COMMANDS = (
    Command("next_row", ("j", "down"), "Next source", "Sources at a glance", "j/k source", "sources"),
    Command("previous_row", ("k", "up"), "Previous source", "Sources at a glance", None, "sources"),
    Command(
        "open",
        ("enter",),
        "Go to the source, where it was left",
        "Sources at a glance",
        "go there",
        "sources",
    ),
    Command(
        "filter",
        ("slash",),
        "Filter: words, source:2 year:2024 since:2024-03 until:2024-05 outlet:times word:tram is:doubted, "
        "undated, shared, conflicting, partial, marked, read, unread",
        "Sources at a glance",
        "filter",
        "sources",
    ),
    Command(
        "sort",
        ("S",),
        "By order, date, length, boilerplate, claims, conflicts, origin",
        "Sources at a glance",
        "sort",
        "sources",
    ),
    Command(
        "only_these",
        ("z",),
        "Show only those listed side by side; the reader's 0 shows all again",
        "Sources at a glance",
        None,
        "sources",
    ),
    Command(
        "mark_read", ("asterisk",), "Mark it as read; again: unread", "Sources at a glance", None, "sources"
    ),
    Command(
        "source_facts",
        ("E",),
        "Correct what it is: title, outlet, date, language, version, event",
        "Sources at a glance",
        "correct",
        "sources",
    ),
    Command("open_address", ("u",), "Open its address in a browser", "Sources at a glance", None, "sources"),
    Command("copy", ("w",), "Copy its address", "Sources at a glance", None, "sources"),
    Command(
        "copy_citation",
        ("W",),
        "Copy it as a citation, as known",
        "Sources at a glance",
        None,
        "sources",
    ),
    Command("timeline", ("D",), "Its days on the timeline", "Sources at a glance", "timeline", "sources"),
    Command(
        "source", tuple("123456789"), "The source with this number", "Sources at a glance", None, "sources"
    ),
    Command("help", ("question_mark",), "All keys", "Sources at a glance", "help", "sources"),
    Command(
        "whole",
        ("v",),
        "Show the chosen one on most of the screen",
        "Sources at a glance",
        "whole",
        "sources",
    ),
    *paging("Sources at a glance", "sources"),
    Command("palette", ("ctrl+p",), "Find a command by its name", "Sources at a glance", None, "sources"),
    Command("close", ("q", "s"), "Back to the reader", "Sources at a glance", None, "sources"),
    Command("step_back", ("escape",), "Drop the filter, then back", "Sources at a glance", "back", "sources"),
)

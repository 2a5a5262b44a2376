"""The commands of all screens, one file for each screen or mode."""

from __future__ import annotations

from seedreader.ui.commands import (
    everywhere,
    facts,
    filter,
    find,
    help,
    jumps,
    kept,
    matrix,
    notes,
    problems,
    reader,
    select,
    sources,
    stories,
    tags,
    timeline,
    verdict,
    versions,
    writing,
)
from seedreader.ui.commands.command import Command
from seedreader.ui.commands.command_table import CommandTable, example, keys_text, listing
from seedreader.ui.commands.key_names import key_name

__all__ = ["TABLE", "Command", "CommandTable", "example", "key_name", "keys_text", "listing"]

TABLE = CommandTable(
    (
        *reader.COMMANDS,
        *everywhere.COMMANDS,
        *select.COMMANDS,
        *verdict.COMMANDS,
        *writing.COMMANDS,
        *notes.COMMANDS,
        *tags.COMMANDS,
        *matrix.COMMANDS,
        *timeline.COMMANDS,
        *sources.COMMANDS,
        *facts.COMMANDS,
        *stories.COMMANDS,
        *kept.COMMANDS,
        *versions.COMMANDS,
        *jumps.COMMANDS,
        *problems.COMMANDS,
        *filter.COMMANDS,
        *find.COMMANDS,
        *help.COMMANDS,
    )
)
"""Every command with the keys that it has unless the settings say otherwise."""

"""What keys do while a filter is typed."""

from __future__ import annotations

from seedreader.ui.commands.command import Command

COMMANDS = (
    Command("keep_filter", ("enter",), "Keep the filter", "Filter", "keep", "filter"),
    Command("drop_filter", ("escape",), "The filter as it was before", "Filter", "back", "filter"),
)

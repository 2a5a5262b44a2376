"""What keys do on every screen."""

from __future__ import annotations

from seedreader.ui.commands.command import Command

COMMANDS = (
    Command("suspend_process", ("ctrl+z",), "Back to the shell; fg returns", "Program", None, "everywhere"),
    Command("say_how_to_quit", ("ctrl+c",), "Says how to quit", "Program", None, "everywhere"),
)

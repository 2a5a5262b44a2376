"""The one table of commands: key bindings, footer, help, palette and `seedreader keys` are made from it.

Plain data, importing nothing of Textual, so that the command line can print it.
"""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """Something a key does on one screen.

    ``id`` is its name for remapping and the action's; ``keys`` are Textual key names, the first one shown.
    ``label`` is for the footer (None: not there), ``help`` the line in the help screen and the palette.
    """

    id: str
    keys: tuple[str, ...]
    help: str
    group: str
    label: str | None = None
    screen: str = "reader"


COMMANDS: tuple[Command, ...] = (
    Command("next_sentence", ("j", "down"), "Next sentence", "Read", "j/k sentence"),
    Command("previous_sentence", ("k", "up"), "Previous sentence", "Read"),
    Command("next_claim", ("n",), "Next claim", "Read", "n/N claim"),
    Command("previous_claim", ("N",), "Previous claim", "Read"),
    Command("page_down", ("space", "f", "pagedown"), "A page down", "Read"),
    Command("page_up", ("b", "pageup"), "A page up", "Read"),
    Command("first", ("g", "home"), "Beginning of the source", "Read"),
    Command("last", ("G", "end"), "End of the source", "Read"),
    Command("next_source", ("l", "right", "tab"), "Next source", "Sources", "h/l source"),
    Command("previous_source", ("h", "left", "shift+tab"), "Previous source", "Sources"),
    Command(
        "source", ("1", "2", "3", "4", "5", "6", "7", "8", "9"), "The source with this number", "Sources"
    ),
    Command(
        "jump", ("enter",), "To the best match in another source; again: the next one", "Compare", "jump"
    ),
    Command(
        "back", ("backspace", "left_square_bracket"), "Back to where the jump came from", "Compare", "back"
    ),
    Command("forward", ("right_square_bracket",), "Forward again", "Compare"),
    Command("follow", ("F",), "Follow mode: the other sources keep level with the passage", "Compare"),
    Command("panel", ("p",), "Show or hide the evidence panel", "Compare"),
    Command("dim", ("d",), "Boilerplate dimmed or plain", "Compare"),
    Command("note", ("a",), "Write a note on the passage under the cursor", "Annotate", "note"),
    Command("tag", ("t",), "Tag the passage under the cursor", "Annotate", "tag"),
    Command("edit", ("e",), "Edit the newest note or tag on the passage", "Annotate"),
    Command("delete", ("x",), "Delete the newest note or tag on the passage", "Annotate"),
    Command("undo", ("u",), "Undo the last change to the notes", "Annotate"),
    Command("redo", ("U",), "Redo what was undone", "Annotate"),
    Command("notes", ("o",), "All notes and tags of this story", "Annotate", "notes"),
    Command("help", ("question_mark",), "This help", "Program", "help"),
    Command("palette", ("ctrl+p",), "Find a command by its name", "Program"),
    Command("quit", ("q",), "Quit; everything is saved already", "Program", "quit"),
    Command("suspend_process", ("ctrl+z",), "Back to the shell; fg returns", "Program", None, "everywhere"),
    Command("say_how_to_quit", ("ctrl+c",), "Says how to quit", "Program", None, "everywhere"),
    Command("save", ("enter",), "Save the note or tag", "Write", "save", "editor"),
    Command("new_line", ("ctrl+j",), "A new line in the note", "Write", "new line", "editor"),
    Command("leave", ("escape",), "Leave it as a draft", "Write", "leave", "editor"),
    Command("next_note", ("j", "down"), "Next note", "Notes", "j/k note", "notes"),
    Command("previous_note", ("k", "up"), "Previous note", "Notes", None, "notes"),
    Command("open_note", ("enter",), "Go to the passage of the note", "Notes", "go there", "notes"),
    Command("edit_note", ("e",), "Edit the note", "Notes", "edit", "notes"),
    Command("delete_note", ("x",), "Delete the note", "Notes", "delete", "notes"),
    Command("undo_note", ("u",), "Undo the last change", "Notes", "undo", "notes"),
    Command("redo_note", ("U",), "Redo what was undone", "Notes", None, "notes"),
    Command("close", ("escape", "q", "o"), "Back to the reader", "Notes", "back", "notes"),
    Command("scroll_down", ("j", "down", "space", "pagedown"), "Scroll down", "Help", None, "help"),
    Command("scroll_up", ("k", "up", "b", "pageup"), "Scroll up", "Help", None, "help"),
    Command("close", ("escape", "q", "question_mark"), "Back to the reader", "Help", "back", "help"),
)

_KEY_NAMES = {
    "space": "Space", "enter": "Enter", "backspace": "Backspace", "escape": "Esc", "tab": "Tab",
    "shift+tab": "Shift-Tab", "up": "↑", "down": "↓", "left": "←", "right": "→",
    "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End",
    "question_mark": "?", "left_square_bracket": "[", "right_square_bracket": "]",
    "ctrl+p": "Ctrl-P", "ctrl+j": "Ctrl-J", "ctrl+z": "Ctrl-Z", "ctrl+c": "Ctrl-C",
}  # fmt: skip


def on_screen(screen: str) -> tuple[Command, ...]:
    """The commands of one screen, in the order of the table."""
    return tuple(c for c in COMMANDS if c.screen == screen)


def key_name(key: str) -> str:
    """A key as people write it."""
    return _KEY_NAMES.get(key, key)


def keys_text(command: Command) -> str:
    """All keys of a command, as people write them."""
    if command.keys == tuple("123456789"):
        return "1 … 9"
    return " ".join(key_name(key) for key in command.keys)


def listing() -> str:
    """Every command with its keys and name, as plain text."""
    lines: list[str] = []
    group = None
    for command in COMMANDS:
        if command.group != group:
            group = command.group
            lines += ["", group] if lines else [group]
        lines.append(f"  {keys_text(command):<18} {command.help}  ({command.screen}.{command.id})")
    return "\n".join(lines)

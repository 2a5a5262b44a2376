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
    Command(
        "note",
        ("a",),
        "Write a note on the passage under the cursor, or on the selection",
        "Annotate",
        "note",
    ),
    Command("tag", ("t",), "Tag it; a digit takes a recent tag", "Annotate", "tag"),
    Command(
        "verdict", ("y",), "Give a verdict on a link: confirm, reject or relabel it", "Annotate", "verdict"
    ),
    Command("select", ("v",), "Select exact words to annotate", "Annotate", "select"),
    Command("highlight", ("c",), "Highlight it; again: the next colour", "Annotate", "colour"),
    Command("link", ("L",), "Hold the passage; on another source's: link the two by hand", "Annotate"),
    Command("let_go", ("escape",), "Let go of a held passage or a waiting orphan", "Annotate"),
    Command("mark_boilerplate", ("B",), "Say that it is boilerplate, or that it is not", "Annotate"),
    Command("mark_claim", ("C",), "Say that it is a claim, or that it is none", "Annotate"),
    Command("edit", ("e",), "Edit the newest note or tag on the passage", "Annotate"),
    Command(
        "move_annotation", ("r",), "Put the newest annotation on other words: move its edges", "Annotate"
    ),
    Command("delete", ("x",), "Delete what you put on the passage last", "Annotate"),
    Command("confirm", ("Y",), "Confirm that an uncertain or changed note stands here", "Annotate"),
    Command("undo", ("u",), "Undo the last change to the notebook", "Annotate"),
    Command("redo", ("U",), "Redo what was undone", "Annotate"),
    Command("notes", ("o",), "All notes, tags, verdicts and orphans", "Annotate", "notes"),
    Command("tags", ("T",), "All tags: rename, merge, describe", "Annotate"),
    Command("help", ("question_mark",), "This help", "Program", "help"),
    Command("palette", ("ctrl+p",), "Find a command by its name; export and import notes", "Program"),
    Command("quit", ("q",), "Quit; everything is saved already", "Program", "quit"),
    Command("suspend_process", ("ctrl+z",), "Back to the shell; fg returns", "Program", None, "everywhere"),
    Command("say_how_to_quit", ("ctrl+c",), "Says how to quit", "Program", None, "everywhere"),
    Command("edge_on", ("l", "right"), "Edge a word (character) on", "Select", "h/l edge", "select"),
    Command("edge_back", ("h", "left"), "Edge a word (character) back", "Select", None, "select"),
    Command("sentence_on", ("j", "down"), "Edge to the next sentence's", "Select", "j/k sentence", "select"),
    Command("sentence_back", ("k", "up"), "Edge to the previous sentence's", "Select", None, "select"),
    Command("word_on", ("w",), "Select the next word instead", "Select", "w/b word", "select"),
    Command("word_back", ("b",), "Select the previous word instead", "Select", None, "select"),
    Command("other_edge", ("tab", "o"), "Move the other edge", "Select", "other edge", "select"),
    Command("other_unit", ("v",), "By characters; again: by words", "Select", "characters", "select"),
    Command("note", ("a",), "Write a note on the selection", "Select", "note", "select"),
    Command("tag", ("t",), "Tag the selection", "Select", "tag", "select"),
    Command("highlight", ("c",), "Highlight the selection", "Select", "colour", "select"),
    Command("link", ("L",), "Hold the selection, to link it by hand", "Select", None, "select"),
    Command(
        "mark_boilerplate", ("B",), "Say that the selection is boilerplate, or not", "Select", None, "select"
    ),
    Command("mark_claim", ("C",), "Say that the selection is a claim", "Select", None, "select"),
    Command(
        "take_selection", ("enter",), "Put the annotation there, or write a note", "Select", "take", "select"
    ),
    Command("leave_selection", ("escape", "q"), "Leave the selection", "Select", "leave", "select"),
    Command("judge_confirmed", ("y",), "Confirm the link as it is", "Verdict", "yes", "verdict"),
    Command("judge_rejected", ("x",), "Reject it: the two are not linked", "Verdict", "no", "verdict"),
    Command("judge_agree", ("a",), "They agree", "Verdict", "agree", "verdict"),
    Command(
        "judge_refine", ("r",), "One says it more narrowly, widely or hedged", "Verdict", "refine", "verdict"
    ),
    Command("judge_conflict", ("c",), "They conflict", "Verdict", "conflict", "verdict"),
    Command("judge_copy", ("p",), "One is a copy of the other", "Verdict", "copy", "verdict"),
    Command("judge_related", ("s",), "The same subject only", "Verdict", "subject", "verdict"),
    Command("next_pair", ("j", "down"), "The next source's link", "Verdict", "j/k next", "verdict"),
    Command("previous_pair", ("k", "up"), "The previous source's link", "Verdict", None, "verdict"),
    Command(
        "pair_of",
        ("1", "2", "3", "4", "5", "6", "7", "8", "9"),
        "The link to this source",
        "Verdict",
        None,
        "verdict",
    ),
    Command("leave_verdict", ("escape", "q"), "No verdict", "Verdict", "leave", "verdict"),
    Command("save", ("enter",), "Save the note or tag", "Write", "save", "editor"),
    Command("new_line", ("ctrl+j",), "A new line in the note", "Write", "new line", "editor"),
    Command("own_editor", ("ctrl+o",), "Write on in your own editor ($EDITOR)", "Write", "$EDITOR", "editor"),
    Command("leave", ("escape",), "Leave it as a draft", "Write", "leave", "editor"),
    Command("save", ("enter",), "Save the tag", "Write a tag", "save", "tag_editor"),
    Command("recent", tuple("123456789"), "Save this recent tag", "Write a tag", "1/9 recent", "tag_editor"),
    Command("complete", ("tab",), "Complete the tag", "Write a tag", "complete", "tag_editor"),
    Command("leave", ("escape",), "Leave it as a draft", "Write a tag", "leave", "tag_editor"),
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
    Command("tags", ("T",), "All tags", "Notes", "tags", "notes"),
    Command("undo", ("u",), "Undo the last change", "Notes", "undo", "notes"),
    Command("redo", ("U",), "Redo what was undone", "Notes", None, "notes"),
    Command("confirm", ("Y",), "Confirm that it stands where it is shown", "Notes", "confirm", "notes"),
    Command("sort", ("S",), "Newest first, or by place", "Notes", "sort", "notes"),
    Command("whole", ("v",), "Show the chosen one on most of the screen", "Notes", "whole", "notes"),
    Command("mark_all", ("M",), "Mark all that are shown, or none", "Notes", None, "notes"),
    Command("place_again", ("r",), "Put one that lost its words on others", "Notes", None, "notes"),
    Command("page_down", ("space", "pagedown"), "A page down", "Notes", None, "notes"),
    Command("page_up", ("b", "pageup"), "A page up", "Notes", None, "notes"),
    Command("first_row", ("g", "home"), "The first one", "Notes", None, "notes"),
    Command("last_row", ("G", "end"), "The last one", "Notes", None, "notes"),
    Command("palette", ("ctrl+p",), "Find a command by its name; export and import", "Notes", None, "notes"),
    Command("close", ("q", "o"), "Back to the reader", "Notes", None, "notes"),
    Command("step_back", ("escape",), "Drop the marks, then the filter, then back", "Notes", "back", "notes"),
    Command("next_row", ("j", "down"), "Next tag", "Tags", "j/k tag", "tags"),
    Command("previous_row", ("k", "up"), "Previous tag", "Tags", None, "tags"),
    Command("open", ("enter",), "Show what has the tag", "Tags", "show notes", "tags"),
    Command("filter", ("slash",), "Filter by words of name and description", "Tags", "filter", "tags"),
    Command("rename", ("r",), "Rename the tag everywhere", "Tags", "rename", "tags"),
    Command("merge", ("m",), "Merge it into another tag", "Tags", "merge", "tags"),
    Command("describe", ("d",), "Say what the tag means", "Tags", "describe", "tags"),
    Command("colour", ("c",), "Give it the next colour", "Tags", "colour", "tags"),
    Command("delete", ("x",), "Take the tag off all passages; notes stay", "Tags", "delete", "tags"),
    Command("undo", ("u",), "Undo the last change to the notebook", "Tags", "undo", "tags"),
    Command("redo", ("U",), "Redo what was undone", "Tags", None, "tags"),
    Command("sort", ("S",), "By name, most used or last used first", "Tags", "sort", "tags"),
    Command("whole", ("v",), "Show the chosen one on most of the screen", "Tags", None, "tags"),
    Command("page_down", ("space", "pagedown"), "A page down", "Tags", None, "tags"),
    Command("page_up", ("b", "pageup"), "A page up", "Tags", None, "tags"),
    Command("first_row", ("g", "home"), "The first one", "Tags", None, "tags"),
    Command("last_row", ("G", "end"), "The last one", "Tags", None, "tags"),
    Command("help", ("question_mark",), "All keys", "Tags", "help", "tags"),
    Command("palette", ("ctrl+p",), "Find a command by its name; export and import", "Tags", None, "tags"),
    Command("close", ("q", "T"), "Back", "Tags", None, "tags"),
    Command("step_back", ("escape",), "Drop the filter, then back", "Tags", "back", "tags"),
    Command("keep_filter", ("enter",), "Keep the filter", "Filter", "keep", "filter"),
    Command("drop_filter", ("escape",), "The filter as it was before", "Filter", "back", "filter"),
    Command("scroll_down", ("j", "down", "space", "pagedown"), "Scroll down", "Help", None, "help"),
    Command("scroll_up", ("k", "up", "b", "pageup"), "Scroll up", "Help", None, "help"),
    Command("close", ("escape", "q", "question_mark"), "Back to the reader", "Help", "back", "help"),
)

_KEY_NAMES = {
    "space": "Space", "enter": "Enter", "backspace": "Backspace", "escape": "Esc", "tab": "Tab",
    "shift+tab": "Shift-Tab", "up": "↑", "down": "↓", "left": "←", "right": "→",
    "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End",
    "question_mark": "?", "slash": "/", "left_square_bracket": "[", "right_square_bracket": "]",
    "ctrl+p": "Ctrl-P", "ctrl+j": "Ctrl-J", "ctrl+o": "Ctrl-O", "ctrl+z": "Ctrl-Z", "ctrl+c": "Ctrl-C",
}  # fmt: skip


def on_screen(screen: str) -> tuple[Command, ...]:
    """The commands of one screen, in the order of the table."""
    return tuple(c for c in COMMANDS if c.screen == screen)


def names(screen: str) -> frozenset[str]:
    """The names of one screen's commands, and of those that work everywhere."""
    return frozenset(c.id for c in COMMANDS if c.screen in (screen, "everywhere"))


def key_name(key: str) -> str:
    """A key as people write it."""
    return _KEY_NAMES.get(key, key)


def keys_text(command: Command) -> str:
    """All keys of a command, as people write them."""
    if len(command.keys) > 2 and all(key.isdigit() for key in command.keys):
        return f"{command.keys[0]} … {command.keys[-1]}"
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

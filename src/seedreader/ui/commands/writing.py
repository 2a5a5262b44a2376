"""What keys do while something is written."""

from __future__ import annotations

from seedreader.ui.commands.command import Command

COMMANDS = (
    Command("save", ("enter",), "Save the note or tag", "Write", "save", "editor"),
    Command("new_line", ("ctrl+j",), "A new line in the note", "Write", "new line", "editor"),
    Command("take_draft", ("tab",), "Take up the draft that was left there", "Write", None, "editor"),
    Command("own_editor", ("ctrl+o",), "Write on in your own editor ($EDITOR)", "Write", "$EDITOR", "editor"),
    Command("leave", ("escape",), "Leave it as a draft", "Write", "leave", "editor"),
    Command("save", ("enter",), "Save the tag", "Write a tag", "save", "tag_editor"),
    Command("recent", tuple("123456789"), "Save this recent tag", "Write a tag", "1/9 recent", "tag_editor"),
    Command("complete", ("tab",), "Complete the tag", "Write a tag", "complete", "tag_editor"),
    Command("leave", ("escape",), "Leave it as a draft", "Write a tag", "leave", "tag_editor"),
    Command("save", ("enter",), "Save who says it; nothing: nobody", "Who says it", "save", "speaker_editor"),
    Command("recent", tuple("123456789"), "Save this name", "Who says it", "1/9 choose", "speaker_editor"),
    Command("complete", ("tab",), "Complete the name", "Who says it", "complete", "speaker_editor"),
    Command("leave", ("escape",), "Leave it as it was", "Who says it", "leave", "speaker_editor"),
)

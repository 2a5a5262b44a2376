"""What keys do in the reader."""

from __future__ import annotations

from seedreader.ui.commands.command import Command

COMMANDS = (
    Command("next_sentence", ("j", "down"), "Next sentence", "Read", "j/k sentence"),
    Command("previous_sentence", ("k", "up"), "Previous sentence", "Read"),
    Command("next_claim", ("n",), "Next claim", "Read", "n/N claim"),
    Command("previous_claim", ("N",), "Previous claim", "Read"),
    Command("next_conflict", ("right_curly_bracket",), "Next conflict", "Read"),
    Command("previous_conflict", ("left_curly_bracket",), "Previous conflict", "Read"),
    Command(
        "next_uncorroborated",
        ("right_parenthesis",),
        "Next claim with no match in another origin that states it",
        "Read",
    ),
    Command(
        "previous_uncorroborated",
        ("left_parenthesis",),
        "Previous claim with no match in another origin that states it",
        "Read",
    ),
    Command("next_quantity", ("plus",), "Next claim with a figure", "Read"),
    Command("previous_quantity", ("minus",), "Previous claim with a figure", "Read"),
    Command("next_quote", ("quotation_mark",), "Next quote", "Read"),
    Command("previous_quote", ("apostrophe",), "Previous quote", "Read"),
    Command(
        "choose_claims",
        ("K",),
        "Show only claims of a kind, relation, speaker, … (attribution:dropped, origins>=2)",
        "Read",
    ),
    Command("page_down", ("space", "f", "pagedown"), "A page down", "Read"),
    Command("page_up", ("b", "pageup"), "A page up", "Read"),
    Command("count", ("number_sign",), "A number, for the next key so many times: #5j", "Read"),
    Command("first", ("g", "home"), "Beginning of the source", "Read"),
    Command("last", ("G", "end"), "End of the source", "Read"),
    Command("find", ("slash",), "Find in all sources, notes and tags", "Find", "find"),
    Command("next_find", ("full_stop",), "Next hit, on into the next source", "Find"),
    Command("previous_find", ("comma",), "Previous hit", "Find"),
    Command("next_source", ("l", "right", "tab"), "Next source", "Sources"),
    Command("previous_source", ("h", "left", "shift+tab"), "Previous source", "Sources"),
    Command("source", tuple("123456789"), "The source with this number", "Sources"),
    Command("maximise", ("z",), "This source alone; again: side by side", "Sources"),
    Command("hide", ("H",), "Hide this source; its number shows it again", "Sources"),
    Command("show_all", ("0",), "Show all sources again", "Sources"),
    Command("move_left", ("less_than_sign",), "Move this column to the left", "Sources"),
    Command("move_right", ("greater_than_sign",), "Move this column to the right", "Sources"),
    Command("pin", ("P",), "Pin this source where it is, or let it follow again", "Sources"),
    Command(
        "jump", ("enter",), "To the best match in another source; again: the next one", "Compare", "jump"
    ),
    Command(
        "back", ("left_square_bracket", "backspace"), "Back to where the jump came from", "Compare", "back"
    ),
    Command("forward", ("right_square_bracket",), "Forward again", "Compare"),
    Command("jumps", ("J",), "All places you jumped from or marked, to go back to any of them", "Compare"),
    Command("set_mark", ("semicolon",), "Mark this place with a letter: ;a", "Compare"),
    Command("go_to_mark", ("colon",), "To a marked place: :a; says which there are", "Compare"),
    Command("versions", ("V",), "This source against its nearest copy, word by word", "Compare"),
    Command("follow", ("F",), "Follow mode: the other sources keep level with the passage", "Compare"),
    Command("matrix", ("m",), "The matrix: which source says what of each fact", "Compare", "matrix"),
    Command(
        "nearest", ("M",), "The nearest passages where no match was found, to judge", "Compare", "nearest"
    ),
    Command("panel", ("p",), "Show or hide the evidence panel", "Compare"),
    Command("cycle_boilerplate_display", ("d",), "Boilerplate dimmed, folded to a line, plain", "Compare"),
    Command(
        "analyse", ("R",), "Analyse a long text that waits to be asked for, or stop an analysis", "Compare"
    ),
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
    Command("clear_pending", ("escape",), "Cancel: a held passage, a waiting orphan or a find", "Annotate"),
    Command("mark_boilerplate", ("B",), "Say that it is boilerplate, or that it is not", "Annotate"),
    Command("mark_claim", ("C",), "Say that it is a claim, or that it is none", "Annotate"),
    Command(
        "repeat",
        ("ampersand",),
        "Put here again what you put on a passage last: its tag, colour, mark, note",
        "Annotate",
    ),
    Command("speaker", ("i",), "Say who says the claim, or that nobody does", "Annotate"),
    Command(
        "source_facts",
        ("E",),
        "Correct what the source is: title, outlet, date, language, version, event",
        "Annotate",
    ),
    Command("edit", ("e",), "Edit the newest note or tag on the passage", "Annotate"),
    Command(
        "resume_draft", ("Z",), "Go on with the note or tag that was begun last and not saved", "Annotate"
    ),
    Command(
        "move_annotation", ("r",), "Put the newest annotation on other words: move its edges", "Annotate"
    ),
    Command("delete", ("x",), "Delete what you put on the passage last", "Annotate"),
    Command("confirm", ("Y",), "Confirm that an uncertain or changed note stands here", "Annotate"),
    Command("undo", ("u",), "Undo the last change to the notebook", "Annotate"),
    Command("redo", ("U",), "Redo what was undone", "Annotate"),
    Command("notes", ("o",), "All notes, tags, verdicts and orphans", "Annotate", "notes"),
    Command("tags", ("T",), "All tags: rename, merge, describe", "Annotate"),
    Command("copy", ("w",), "Copy the passage", "Copy"),
    Command("copy_citation", ("W",), "Copy it as a citation: “quote” — outlet, date", "Copy"),
    Command("write_citation", ("A",), "Add the citation to a file", "Copy"),
    Command(
        "timeline", ("D",), "Timeline: the days that the sources name, and each page's own date", "Overview"
    ),
    Command(
        "sources",
        ("s",),
        "Sources: where from, dates, length, boilerplate, claims, origin, speakers",
        "Overview",
    ),
    Command("kept", ("O",), "Kept stories: open, rename, archive, add to them", "Overview"),
    Command("keep_story", (), "Keep this story under a name", "Overview"),
    Command("take_in", ("equals_sign",), "Take in what changed on disk, or was fetched again", "Overview"),
    Command("mark_read", ("asterisk",), "Mark this source as read; again: unread", "Overview"),
    Command("stories", ("S",), "Stories: all that were found in what was opened", "Overview"),
    Command("problems", ("exclamation_mark",), "Problems: what could not be read, and what to do", "Program"),
    Command("next_theme", ("I",), "The next theme: dark, light, high contrast, …", "Program"),
    Command("help", ("question_mark",), "This help", "Program", "help"),
    Command("palette", ("ctrl+p",), "Find a command by its name; export and import notes", "Program"),
    Command("quit", ("q",), "Quit; everything is saved already", "Program", "quit"),
)

"""What stands in the help: sections of keys and marks, as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from seedreader.text.fold_case import fold
from seedreader.ui.commands import CommandTable, keys_text
from seedreader.ui.commands.command_table import EVERYWHERE
from seedreader.ui.commands.remapping import typed_in
from seedreader.ui.themes import marks

MARKS = (
    (marks.MARKS["conflict"], "another source gives another figure, date or answer"),
    (marks.MARKS["refine"], "another source says it more narrowly, more widely or with another hedge"),
    (marks.MARKS["agree"], "another source says the same"),
    (marks.MARKS["copy"], "another source has it in nearly the same words"),
    (marks.MARKS["related"], "another source has the same subject, with nothing to compare"),
    (marks.MARKS[None], "a claim: no match found elsewhere"),
    (marks.UNCOMPARED, "a claim: no other whole text is here to compare it with"),
    ("bold, italic", "bold: the figures and dates of a claim; italic: who says it, and where a quotation is"),
    (marks.BOILERPLATE, "boilerplate, dimmed: the evidence panel says of what kind"),
    ("▸", "boilerplate folded to one line: a click opens it, sentences pass over it"),
    ("┃ ◄ ◆ *", "at the right, of the whole text: what is shown, cursor or match, this hit, other hits"),
    ("≠ ✎ ·", "there too: conflicts, notes and claims; a click leads to what is marked"),
    (marks.CURSOR, "the passage under the cursor"),
    (marks.MATCH, "the passage of another source that matches it"),
    (marks.NOTE, "a note begins here"),
    (marks.TAG, "a tag begins here"),
    (marks.HIGHLIGHT, "a highlight begins here"),
    (marks.VERDICT, "a verdict of yours: on a passage, and in the panel"),
    (marks.CORRECTION, "you said what the passage is"),
    (marks.UNSURE, "a note begins here that may belong elsewhere: Y confirms it"),
    ("→ ~ ≈ ? ✗ *", "in the list of notes: moved, words changed, confirmed, uncertain, orphan, draft"),
    ("! •", "in the list of notes: a figure changed, marked"),
    ("~ + − ⇄", "among the versions: reworded, added, dropped, moved"),
    ("[−…−] {+…+}", "there, in one column: words that were dropped and words that were added"),
    ("● —", "in the matrix: what the row's other cells are compared with; no match found in a source"),
    ("2≠1", "in the matrix: how many origins state what ● does, and how many contradict it"),
    ("@", "in the matrix: states as fact what another source attributes to a speaker"),
    ("◆ ◇ !", "in the timeline: a page's own date, the day that its words tell, an uncertain date"),
)


FIRST_KEYS = ("next_claim", "jump", "source", "find", "note")
"""The commands of the reader that come first: enough to begin with."""
IN_THE_MARGIN = 7
"""How many of `MARKS` stand in the margin beside a claim; boilerplate has one there, too."""


class HelpLine(NamedTuple):
    """A command's keys or a mark, what it does or means, and the command's name in the settings."""

    key: str
    text: str
    name: str = ""


class Section(NamedTuple):
    """Entries under one title."""

    title: str
    entries: tuple[HelpLine, ...]


def first_page(table: CommandTable) -> list[Section]:
    """What a beginner needs to read: five keys, and the marks that stand beside the text."""
    by_id = {command.id: command for command in table.on_screen("reader")}
    keys = tuple(
        HelpLine(keys_text(by_id[id]), by_id[id].help, by_id[id].name) for id in FIRST_KEYS if by_id[id].keys
    )
    beside = [*MARKS[:IN_THE_MARGIN], *(each for each in MARKS if each[0] in _ALSO_BESIDE)]
    return [Section("Five keys to begin with", keys), Section("Beside the text", tuple(map(_mark, beside)))]


IN_A_BROWSER = (
    ("Ctrl-W -N -T", "the browser's own; what you were writing is kept as a draft"),
    ("Shift-Enter", "a new line in a note, as Ctrl-J"),
    ("Ctrl-Backspace", "deletes the word before the cursor, in place of Ctrl-W"),
    ("Ctrl-V", "pastes"),
    ("F5", "loads the page again: place, notes and drafts are as they were"),
    ("Ctrl-+ Ctrl--", "larger and smaller letters"),
    ("Shift, mouse", "selects on the page as in a terminal"),
)
"""What is other in a browser than in a terminal."""


def sections(
    table: CommandTable, modes: Sequence[str], everything: bool, on_page: bool = False
) -> list[Section]:
    """The keys of these modes first, then those of writing and of every screen, then the marks.

    ``everything`` adds the keys of all other screens before the marks, ``on_page`` what is other in a
    browser.
    """
    all_modes = list(dict.fromkeys(command.screen for command in table.commands))
    writing = [mode for mode in all_modes if mode != EVERYWHERE and typed_in(table, mode)]
    others = [mode for mode in all_modes if everything or mode in writing]
    shown = dict.fromkeys([*modes, *others, EVERYWHERE])
    of_browser = [_BROWSER] if on_page else []
    return [*(section for mode in shown for section in _of(table, mode)), *of_browser, _MARKS]


def holding(found: Sequence[Section], words: str) -> list[Section]:
    """The sections with only those entries that have every word somewhere; a key is looked for as it is."""
    wanted = words.split()
    if not wanted:
        return list(found)
    kept = (
        Section(title, tuple(entry for entry in entries if all(_has(title, entry, word) for word in wanted)))
        for title, entries in found
    )
    return [section for section in kept if section.entries]


def _has(title: str, entry: HelpLine, word: str) -> bool:
    return word in entry.key.split() or fold(word) in fold(f"{title} {entry.key} {entry.text} {entry.name}")


def _of(table: CommandTable, mode: str) -> list[Section]:
    groups: dict[str, list[HelpLine]] = {}
    for command in table.on_screen(mode):
        keys = keys_text(command) or "(no key)"
        groups.setdefault(command.group, []).append(HelpLine(keys, command.help, command.name))
    return [Section(title, tuple(entries)) for title, entries in groups.items()]


_ALSO_BESIDE = (marks.BOILERPLATE, marks.CURSOR, marks.MATCH, marks.NOTE, marks.TAG, marks.VERDICT)


def _mark(mark: tuple[str, str]) -> HelpLine:
    return HelpLine(*mark)


_BROWSER = Section("In a browser", tuple(HelpLine(key, text) for key, text in IN_A_BROWSER))
_MARKS = Section("Marks", tuple(map(_mark, MARKS)))

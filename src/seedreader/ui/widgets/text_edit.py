"""A text that is being edited, as a value: every change makes another one."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from seedreader.article import Range
from seedreader.ui.terminal_text import graphemes

NEAR = 64
"""Characters around a place in which one grapheme is looked for."""


class TextEdit(NamedTuple):
    """A text with the cursor before the character at ``cursor``, and the other end of what is selected."""

    text: str = ""
    cursor: int = 0
    anchor: int = 0

    @property
    def selected(self) -> Range:
        """What is selected: empty where nothing is."""
        return min(self.cursor, self.anchor), max(self.cursor, self.anchor)

    def move(self, to: int, select: bool = False) -> TextEdit:
        """With the cursor elsewhere; ``select`` all between there and where the selection began."""
        return TextEdit(self.text, to, self.anchor if select else to)

    def insert(self, more: str) -> TextEdit:
        """With a text in place of what is selected, or at the cursor."""
        start, end = self.selected
        return _at(self.text[:start] + more + self.text[end:], start + len(more))

    def delete(self, to: int) -> TextEdit:
        """Without what is selected, or else without what is between the cursor and ``to``."""
        start, end = self.selected
        if start == end:
            start, end = min(self.cursor, to), max(self.cursor, to)
        return _at(self.text[:start] + self.text[end:], start)


def _at(text: str, cursor: int) -> TextEdit:
    return TextEdit(text, cursor, cursor)


def following(text: str, at: int) -> int:
    """Where the character at ``at`` ends, marks on it included."""
    if text[at : at + 1] in ("", "\n"):
        return min(len(text), at + 1)
    line, _, _ = text[at : at + NEAR].partition("\n")
    return at + graphemes(line)[0][1]


def preceding(text: str, at: int) -> int:
    """Where the character that ends at ``at`` begins."""
    begin = max(text.rfind("\n", 0, at) + 1, at - NEAR, 0)
    return begin + graphemes(text[begin:at])[-1][0] if begin < at else max(0, at - 1)


def word_end(text: str, at: int) -> int:
    """Where the word at ``at`` or after it ends; signs between words are words too."""
    while at < len(text) and text[at].isspace():
        at += 1
    begin = at
    while at < len(text) and not text[at].isspace() and _letter(text[at]) == _letter(text[begin]):
        at += 1
    return at


def word_start(text: str, at: int) -> int:
    """Where the word before ``at`` begins."""
    while at > 0 and text[at - 1].isspace():
        at -= 1
    end = at
    while at > 0 and not text[at - 1].isspace() and _letter(text[at - 1]) == _letter(text[end - 1]):
        at -= 1
    return at


def _letter(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")

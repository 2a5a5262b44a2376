"""Marks: places under a letter, to come back to, also the next time that the story is opened."""

from __future__ import annotations

from collections.abc import Mapping

from seedreader.session import StoryPassage
from seedreader.ui.parts.moving import Moving
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.terminal_text import fit

WORDS = 24
"""Cells of a passage's words that tell marks from each other."""


class Marking:
    """Sets marks in the session and goes to them."""

    def __init__(self, context: PartContext, moving: Moving) -> None:
        self._context, self._session, self._moving = context, context.session, moving

    def commands(self) -> Mapping[str, Handler]:
        return {"set_mark": self._ask_where_to_keep, "go_to_mark": self._ask_which}

    def _ask_where_to_keep(self) -> None:
        used = " ".join(sorted(self._session.marks))
        self._context.say(
            f"Mark this place with which letter?{f' In use: {used}.' if used else ''} Esc: none."
        )
        self._context.take_key(self._set)

    def _set(self, key: str, character: str | None) -> bool:
        letter = _letter(character)
        if letter:
            self._session.mark(letter)
            back = self._context.table.key("reader", "go_to_mark")
            self._context.say(f"Marked as {letter}; {back}{letter} comes back here.")
        else:
            self._context.say("No mark was set.")
        return True

    def _ask_which(self) -> None:
        marks = self._session.marks
        if not marks:
            key = self._context.table.key("reader", "set_mark")
            self._context.say(f"No mark is set: {key} and a letter set one.")
            return
        told = "  ".join(f"{letter} {self._words(marks[letter])}" for letter in sorted(marks))
        self._context.say(f"To which mark? {told}")
        self._context.take_key(self._go)

    def _go(self, key: str, character: str | None) -> bool:
        letter = _letter(character)
        place = self._session.marks.get(letter)
        if place is not None:
            self._moving.go_to(place)
        else:
            self._context.say(f"There is no mark {letter}." if letter else "")
        return True

    def _words(self, place: StoryPassage) -> str:
        end = place.end if place.end > place.start else place.start + 4 * WORDS  # its words are gone
        text = self._session.sources[place.source].article.text[place.start : end]
        return f"{place.source + 1} “{fit(text[: 4 * WORDS], WORDS)}”"


def _letter(character: str | None) -> str:
    """What a mark can be called: any single character that can be typed and seen; else empty."""
    return character if character and character.isprintable() and not character.isspace() else ""

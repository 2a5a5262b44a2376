"""Why two passages stand as they do, in one line made of a `Reason`. Nothing reads the line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the values know how they are worded
    from seedreader.article import Mention, Reason, Speaker


def sentence(reason: Reason, text_a: str, text_b: str) -> str:
    """The reason in one line, given the texts of the articles that its mentions stand in."""
    said = _compared(reason, text_a, text_b)
    return f"{said}; {_said_by(reason.speakers)}" if reason.speakers else said


def _compared(reason: Reason, text_a: str, text_b: str) -> str:
    one, two = mention_in_words(reason.a, text_a), mention_in_words(reason.b, text_b)
    if reason.kind == "copy":
        return _copied(reason)
    if reason.kind == "events":
        return "in articles on different events"
    if one and two:
        said = f"{one} {reason.sign} {two}" if reason.sign else f"{one} and {two}"
        return " ".join((*reason.shared, said)) if reason.kind == "date" else said
    if reason.kind == "opposite":
        return f"{_listed(reason.only_a)} ≠ {_listed(reason.only_b)}"
    if reason.kind in ("denial", "hedge", "quotation") and (reason.only_a or reason.only_b):
        return f"only one says “{_listed(reason.only_a or reason.only_b)}”"
    return f"both say {_listed(reason.shared)}" if reason.shared else "about the same subject"


def _copied(reason: Reason) -> str:
    if reason.likeness is None:
        return "one contains the other word for word"
    return "word for word" if reason.likeness == 100 else f"{reason.likeness} % of the words are the same"


def _said_by(speakers: tuple[Speaker | None, Speaker | None]) -> str:
    one, two = (voice and " ".join(voice.text.split()) for voice in speakers)
    if one and two:
        return f"said by {one} and by {two}"
    return f"attributed in one source only: {one or two}"


def mention_in_words(mention: Mention | None, text: str) -> str:
    """The wording of what was compared, with the days where it does not tell them itself; empty for none."""
    if mention is None:
        return ""
    wording = " ".join(text[mention.start : mention.end].split())
    if mention.first is None or mention.last is None or re.search(r"\d{4}", wording):
        return wording
    return f"{wording} ({_days(mention.first, mention.last)})"


def _days(first: date, last: date) -> str:
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04d}"
    return f"{first.isoformat()} to {last.isoformat()}"


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words)

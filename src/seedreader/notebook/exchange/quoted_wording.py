"""The words at an annotation's place, and those that stood there when it was made where they were others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from seedreader.notebook.anchoring.changed_figures import changed_figures
from seedreader.notebook.annotation_model import Annotation, Target
from seedreader.notebook.exchange.annotated_passages import AnnotatedPassage, standing, targets
from seedreader.notebook.exchange.annotated_passages import place as place_of
from seedreader.notebook.exchange.export_text import quoted


class QuotedWording(NamedTuple):
    """What stands at a place ``now``, and what stood there ``then``: empty where that is the same.

    ``numbers`` are those that differ, as "14 → 19"; a dash is for one that was added or dropped.
    """

    now: str
    then: str = ""
    numbers: str = ""

    @property
    def told(self) -> str:
        """What stood there when it was annotated, in words; empty where that is what stands there."""
        if not self.then:
            return ""
        return f"when annotated: {quoted(self.then)}" + (f", {self.numbers}" if self.numbers else "")


def wording(target: Target, texts: Mapping[str, str]) -> QuotedWording:
    """The words at a target's place, and its quote where that differs in more than white space."""
    now = standing(target, texts)
    if now.split() == target.quote.split():
        return QuotedWording(now)
    return QuotedWording(now, target.quote, numbers(target.quote, now))


def numbers(was: str, now: str) -> str:
    """The numbers that differ between two wordings."""
    return ", ".join(f"{a or '—'} → {b or '—'}" for a, b in changed_figures(was, now))


def reworded(passage: AnnotatedPassage, texts: Mapping[str, str]) -> dict[QuotedWording, list[Annotation]]:
    """The annotations of a passage that were made on other words than stand there, by these words."""
    found: dict[QuotedWording, list[Annotation]] = {}
    for annotation in passage.annotations:
        for target in targets(annotation):
            if place_of(target) == place_of(passage.target) and (said := wording(target, texts)).then:
                found.setdefault(said, []).append(annotation)
    return found

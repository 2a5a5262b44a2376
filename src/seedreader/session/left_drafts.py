"""Drafts that were left in a story: where they are, to be offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seedreader.session.positions import StoryPassage

if TYPE_CHECKING:
    from seedreader.notebook import Annotation
    from seedreader.notebook.drafts import Draft
    from seedreader.session.story_notebook import StoryNotebook

KINDS = ("note", "tag")
"""What a draft on a passage can be of."""


def left_drafts(notebook: StoryNotebook) -> tuple[tuple[Draft, StoryPassage], ...]:
    """The drafts on passages of a story and where these stand, the one left last first.

    Raises NotebookError.
    """
    left = [draft for draft in notebook.drafts.every() if draft.kind in KINDS]
    if not left:
        return ()
    placed = notebook.resolver.place(map(draft_as_annotation, left))
    return tuple(
        (draft, StoryPassage(each.here.source, each.here.start, each.here.end))
        for draft, each in zip(left, placed, strict=True)
        if each.here.source is not None and each.here.ranges
    )


def draft_as_annotation(draft: Draft) -> Annotation:
    """What a draft would be if it was saved, so that it can be carried into the texts like one."""
    # the store is not imported before the first frame
    from seedreader.notebook.annotation_model import Annotation, Target

    target = Target(draft.version, ((draft.start, draft.end),), draft.quote)
    return Annotation(f"draft {draft.key}", draft.kind, draft.body, target, created="", changed="")

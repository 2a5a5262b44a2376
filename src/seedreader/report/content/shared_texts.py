"""Sources that carry one text, and what one of them says otherwise."""

from __future__ import annotations

from datetime import date

from seedreader.analysis.differences.diff_values import ADDED, DROPPED
from seedreader.analysis.differences.text_diff import compare_texts
from seedreader.article import Range
from seedreader.report.values import SharedText, TextChange
from seedreader.story import Story
from seedreader.story.version_pairs import is_version, text_of

FACTS = 8
"""Changed numbers, dates and names that are given of two texts."""
COMPARED = 12
"""Sources of one origin that are compared with its first."""


def find(story: Story) -> tuple[SharedText, ...]:
    """The origins of several sources, the largest first."""
    groups = [sorted(map(story.index_of, group), key=lambda i: _when(story, i)) for group in story.origins]
    shared = sorted((group for group in groups if len(group) > 1), key=lambda group: -len(group))
    return tuple(
        SharedText(
            tuple(source + 1 for source in group),
            all(is_version(story.articles[group[0]], story.articles[other]) for other in group[1:]),
            tuple(_change(story, group[0], other) for other in group[1 : 1 + COMPARED]),
        )
        for group in shared
    )


def _when(story: Story, source: int) -> tuple[date, str, int]:
    article = story.articles[source]
    read = article.retrieved.isoformat() if article.retrieved else ""
    return article.day or date.max, read, source


def _change(story: Story, one: int, other: int) -> TextChange:
    old, new = text_of(story, one), text_of(story, other)
    diff = compare_texts(old, new)
    # what only one of both has is counted with its passage, or else is no more than a name within one
    facts = [(_words(old.text, each.old), _words(new.text, each.new)) for each in diff.changed]
    told = list(dict.fromkeys(pair for pair in facts if all(pair) and pair[0] != pair[1]))
    return TextChange(
        one + 1,
        other + 1,
        diff.alike,
        tuple(told[:FACTS]),
        max(0, len(told) - FACTS),
        diff.count(DROPPED),
        diff.count(ADDED),
    )


def _words(text: str, place: Range | None) -> str:
    return " ".join(text[slice(*place)].split()) if place else ""

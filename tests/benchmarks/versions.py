"""Carrying notes over to a new version of a long text."""

from __future__ import annotations

from itertools import accumulate

import seedreader
from tests.benchmarks import texts
from tests.benchmarks.figures import Figure, milliseconds, timed

TITLE = "Re-anchoring: two versions of a text of 500 KB"
ROUNDS, NOTES = 3, 200


def measure() -> list[Figure]:
    """A tenth of the sentences is gone and every fifth reworded; 200 notes are carried over."""
    story = texts.sentences(5_000, seed=4)
    old, new = texts.article(story), texts.article(texts.retold(story, seed=4))
    ends = list(accumulate(len(sentence) + 1 for sentence in story))
    every = len(ends) // NOTES
    spans = [(end - len(sentence) - 1, end - 1) for sentence, end in zip(story, ends, strict=True)][::every]
    found = seedreader.reanchor(old, new, spans)
    times = [timed(lambda: seedreader.reanchor(old, new, spans)) for _ in range(ROUNDS)]
    placed = sum(anchor.state != "orphan" for anchor in found)
    return [
        milliseconds(f"{len(old) // 1000} KB and {len(new) // 1000} KB, {len(spans)} notes", times),
        Figure("notes found again, where a tenth of the text is gone", (placed,), ""),
    ]

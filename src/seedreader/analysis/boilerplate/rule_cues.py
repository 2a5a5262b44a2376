"""The cues of all rules of a table: a line or piece without any of them is not looked at."""

from __future__ import annotations

from collections.abc import Iterable

from seedreader.analysis.boilerplate import phrases, rules


def _of(table: Iterable[rules.Rule]) -> frozenset[str]:
    return frozenset().union(*(each.cues for each in table))


LINE, FRONT, END, SENTENCE = map(_of, (rules.LINE, rules.FRONT, rules.END, phrases.SENTENCE))
EVERY = LINE | FRONT | END | SENTENCE | rules.PICTURE_CUES | phrases.APPEAL_CUES | phrases.PERSONAL_CUES

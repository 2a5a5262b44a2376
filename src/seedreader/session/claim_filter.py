"""Which claims are shown and visited: a filter of words and tokens, and the choices that have keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from seedreader.article import KINDS, RELATIONS, Claim
from seedreader.session import filter_syntax
from seedreader.text.fold_case import fold

if TYPE_CHECKING:
    from seedreader.story.support import Support

TAKES = "words  kind:quantity  relation:conflict  attribution:dropped  score>0.7  origins>=2  by:name"
"""What a filter takes, for the line in which it is typed."""

ATTRIBUTIONS = ("dropped",)
"""What ``attribution:`` takes: one source states as fact what another attributes to a speaker."""

_SYNTAX = filter_syntax.syntax(
    ("kind", "relation", "attribution", "score", "origins", "by"), filter_syntax.COMPARISONS
)

Test = Callable[[Claim, "Support", str], bool]


class ClaimFilter(NamedTuple):
    """A filter of claims: what was typed, and a test for each part, all of which a claim must pass.

    ``problem`` is a sentence for the reader on the parts that could not be understood. They test nothing.
    """

    text: str
    tests: tuple[Test, ...] = ()
    problem: str = ""

    def allows(self, claim: Claim, support: Support, text: str) -> bool:
        """Whether a claim of an article's ``text`` is let through."""
        return all(test(claim, support, text) for test in self.tests)


EVERY = ClaimFilter("")
"""Lets every claim through."""


def parse_claim_filter(text: str) -> ClaimFilter:
    """A filter from its text; an empty one lets every claim through."""
    tests: list[Test] = []
    problems: list[str] = []
    for token in filter_syntax.tokens(text, _SYNTAX):
        made = _test(token.name, token.compare, token.value)
        if isinstance(made, str):
            problems.append(made)
        else:
            tests.append(made)
    return ClaimFilter(text.strip(), tuple(tests), " ".join(problems))


def _test(name: str, compare: str, value: str) -> Test | str:
    if name == "kind":
        if not any(kind.startswith(value) for kind in KINDS):
            return f"kind: takes {', '.join(KINDS)}."
        return lambda claim, _support, _text: any(kind.startswith(value) for kind in claim.kinds)
    if name == "relation":
        if not any(relation.startswith(value) for relation in (*RELATIONS, "none")):
            return f"relation: takes {', '.join(RELATIONS)} or none."
        return lambda _claim, support, _text: (support.relation or "none").startswith(value)
    if name == "attribution":
        if not any(each.startswith(value) for each in ATTRIBUTIONS):
            return f"attribution: takes {', '.join(ATTRIBUTIONS)}."
        return lambda _claim, support, _text: support.dropped
    if name == "by":
        return lambda claim, _support, _text: claim.speaker is not None and value in fold(claim.speaker.text)
    if name in ("score", "origins"):
        try:
            number = float(value)
        except ValueError:
            return f"{name} takes a number."
        than = filter_syntax.COMPARE[compare]
        if name == "score":
            return lambda claim, _support, _text: than(claim.score, number)
        return lambda _claim, support, _text: than(support.origins, number)
    return lambda claim, _support, text: value in fold(" ".join(text[claim.start : claim.end].split()))

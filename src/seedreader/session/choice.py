"""Which claims are shown and visited: a filter of words and tokens, and the choices that have keys."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from seedreader.article import RELATIONS, Claim
from seedreader.fold import fold

if TYPE_CHECKING:
    from seedreader.story.support import Support

TAKES = "words  kind:quantity  relation:conflict  score>0.7  origins>=2  by:name"
"""What a filter takes, for the line in which it is typed."""

_COMPARE: dict[str, Callable[[float, float], bool]] = {
    ":": operator.eq, "=": operator.eq, ">": operator.gt, ">=": operator.ge, "<": operator.lt,
    "<=": operator.le,
}  # fmt: skip
_TOKEN = re.compile(r'(?:(kind|relation|score|origins|by)(>=|<=|[:=<>]))?(?:"([^"]*)"?|(\S+))', re.IGNORECASE)

Test = Callable[[Claim, "Support", str], bool]


class Choice(NamedTuple):
    """A filter of claims; ``problem`` tells what of it makes no sense: that part lets every claim through."""

    text: str
    tests: tuple[Test, ...] = ()
    problem: str = ""

    def allows(self, claim: Claim, support: Support, text: str) -> bool:
        """Whether a claim of an article's ``text`` is let through."""
        return all(test(claim, support, text) for test in self.tests)


EVERY = Choice("")
"""Lets every claim through."""


def choice(text: str) -> Choice:
    """A filter from its text; an empty one lets every claim through."""
    tests: list[Test] = []
    problems: list[str] = []
    for match in _TOKEN.finditer(text):
        name, compare, quoted, plain = match.groups()
        value = fold(plain if quoted is None else quoted)
        if not value:
            continue
        made = _test((name or "").lower(), compare or ":", value)
        if isinstance(made, str):
            problems.append(made)
        else:
            tests.append(made)
    return Choice(text.strip(), tuple(tests), " ".join(problems))


def _test(name: str, compare: str, value: str) -> Test | str:
    if name == "kind":
        return lambda claim, _support, _text: any(kind.startswith(value) for kind in claim.kinds)
    if name == "relation":
        if not any(relation.startswith(value) for relation in (*RELATIONS, "none")):
            return f"relation: takes {', '.join(RELATIONS)} or none."
        return lambda _claim, support, _text: (support.relation or "none").startswith(value)
    if name == "by":
        return lambda claim, _support, _text: claim.speaker is not None and value in fold(claim.speaker.text)
    if name in ("score", "origins"):
        try:
            number = float(value)
        except ValueError:
            return f"{name} takes a number."
        than = _COMPARE[compare]
        if name == "score":
            return lambda claim, _support, _text: than(claim.score, number)
        return lambda _claim, support, _text: than(support.origins, number)
    return lambda claim, _support, text: value in fold(" ".join(text[claim.start : claim.end].split()))

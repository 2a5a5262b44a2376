"""The filter of the Matrix screen: one line of words and tokens, all of which must hold.

Tokens: ``kind:quantity``, ``relation:conflict`` (any two in the row; ``none``: no match found elsewhere;
``verdict``: the reader judged it), ``attribution:dropped`` (one source states as fact what another attributes
to a speaker), ``origins>=2``, ``against>0``, ``source:2`` or ``source:gazette`` (a match was found in it),
``by:name`` (the speaker). Several values stand with commas between, a name with spaces in double quotes; a
minus before a token turns it round: ``-source:2`` are the rows for which no match was found in source 2.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from seedreader.article import KINDS, RELATIONS
from seedreader.session import filter_syntax
from seedreader.session.claim_filter import ATTRIBUTIONS
from seedreader.session.filter_syntax import FilterToken
from seedreader.ui.screens.matrix.matrix_entries import MatrixEntry
from seedreader.ui.screens.story_filter import is_source

HINT = "words  kind:quantity  relation:conflict  attribution:dropped  origins>=2  -source:3  by:name"
"""What a filter takes."""

STATES = (*RELATIONS, "none", "verdict")
"""What ``relation:`` takes."""

NUMBERS: dict[str, Callable[[MatrixEntry], int]] = {
    "origins": lambda entry: entry.fact.origins,
    "against": lambda entry: entry.fact.against,
    "sources": lambda entry: len(entry.fact.cells),
}
"""What is counted."""

_NAMES = ("kind", "relation", "attribution", *NUMBERS, "source", "by")
_SYNTAX = filter_syntax.syntax(_NAMES, filter_syntax.COMPARISONS, turn="-")


class FilteredMatrix(NamedTuple):
    """What a filter lets through, and what of the filter makes no sense: that part lets all through."""

    entries: list[MatrixEntry]
    problem: str


def tokens(text: str) -> list[FilterToken]:
    """The parts of a filter, in order."""
    return filter_syntax.tokens(text, _SYNTAX)


def selected(listed: Sequence[MatrixEntry], text: str, names: Sequence[str]) -> FilteredMatrix:
    """The entries that a filter lets through, in their order; ``names`` are those of the sources, folded."""
    tests, problems = [], []
    for token in tokens(text):
        problem = _problem(token)
        if problem:
            problems.append(problem)
        else:
            tests.append((_test(token, names), token.turned))
    entries = [entry for entry in listed if all(test(entry) != turned for test, turned in tests)]
    return FilteredMatrix(entries, " ".join(dict.fromkeys(problems)))


def with_token(text: str, name: str, value: str | None) -> str:
    """The filter with this token in place of all of its name; None: with none."""
    return filter_syntax.with_token(tokens(text), name, f"{name}:{value}" if value is not None else "")


def following(listed: Iterable[MatrixEntry], text: str, name: str) -> str | None:
    """The kind or relation that comes after the one that the filter has; None after the last.

    Only what some of the entries have is offered.
    """
    test_of = {"kind": _has_kind, "relation": _has_relation}[name]
    listed = list(listed)
    every = KINDS if name == "kind" else STATES
    there = [value for value in every if any(test_of(entry, value) for entry in listed)]
    return filter_syntax.following(tokens(text), name, there)


def _values(token: FilterToken) -> list[str]:
    """What may be there; within quotation marks a comma is a part of it."""
    apart = token.name and '"' not in token.text
    return [each for each in token.value.split(",") if each] if apart else [token.value]


def _problem(token: FilterToken) -> str:
    if token.name in NUMBERS:
        return "" if all(_number(v) is not None for v in _values(token)) else f"{token.name} takes a number."
    if token.name and token.compare not in (":", "="):
        return f"{token.name} takes a colon."
    every = {"kind": KINDS, "relation": STATES, "attribution": ATTRIBUTIONS}.get(token.name, ())
    unknown = every and [v for v in _values(token) if not any(each.startswith(v) for each in every)]
    return f"{token.name}: takes {', '.join(every)}." if unknown else ""


def _test(token: FilterToken, names: Sequence[str]) -> Callable[[MatrixEntry], bool]:
    values = _values(token)
    test = {"kind": _has_kind, "relation": _has_relation, "by": _has_speaker, "": _has_words}.get(token.name)
    if test is not None:
        return lambda entry: any(test(entry, value) for value in values)
    if token.name == "attribution":
        return lambda entry: bool(entry.fact.dropping)
    if token.name == "source":
        wanted = {s for s, name in enumerate(names) for value in values if is_source(value, s + 1, name)}
        return lambda entry: not wanted.isdisjoint(entry.fact.cells)
    counted, than = NUMBERS[token.name], filter_syntax.COMPARE[token.compare]
    return lambda entry: any(than(counted(entry), _number(value) or 0) for value in values)


def _has_kind(entry: MatrixEntry, value: str) -> bool:
    return any(kind.startswith(value) for kind in entry.fact.kinds)


def _has_relation(entry: MatrixEntry, value: str) -> bool:
    relations = entry.fact.relations or {"none"}
    return any(each.startswith(value) for each in (*relations, "verdict" if entry.fact.verdict else ""))


def _has_speaker(entry: MatrixEntry, value: str) -> bool:
    return any(value in speaker for speaker in entry.speakers)


def _has_words(entry: MatrixEntry, value: str) -> bool:
    return value in entry.words


def _number(value: str) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None

"""The filter of the Notes screen: one line of words and tokens.

Words must all occur. Tokens: ``kind:note``, ``#tag`` or ``tag:tag``, ``source:2`` or ``source:gazette``,
``state:orphan``; a name with spaces stands in double quotes. Of several kinds, sources or states any will do;
of several tags all must be there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seedreader.article import CORRECTIONS
from seedreader.session import filter_syntax
from seedreader.session.filter_syntax import FilterToken
from seedreader.text.fold_case import fold
from seedreader.ui.screens.notes.note_entries import NoteEntry, folded_tag

KINDS = ("note", "tag", "highlight", "verdict", "correction", "draft")
"""What ``kind:`` takes, beside each of `CORRECTIONS` by its own name."""
STATES = ("uncertain", "orphan", "edited", "confirmed", "figures", "moved", "exact", "closed")
"""What ``state:`` takes; "figures": a number changed, "closed": the article is not open."""

_NAMES = {
    "kind": "kind", "k": "kind", "tag": "tag", "t": "tag", "source": "source", "src": "source",
    "state": "state", "is": "state", "#": "tag",
}  # fmt: skip
_SYNTAX = filter_syntax.syntax((name for name in _NAMES if name != "#"), tag="#")


def tokens(text: str) -> list[FilterToken]:
    """The parts of a filter, in order: on a kind, tag, source or state, or words."""
    return [_meant(token) for token in filter_syntax.tokens(text, _SYNTAX)]


def _meant(token: FilterToken) -> FilterToken:
    name = _NAMES.get(token.name, "")
    return token._replace(name=name, value=folded_tag(token.value) if name == "tag" else token.value)


def selected(entries: Sequence[NoteEntry], text: str) -> list[NoteEntry]:
    """The entries that a filter lets through, in their order."""
    wanted = tokens(text)
    if not wanted:
        return list(entries)
    words, tags, kinds, sources, states = (
        [token.value for token in wanted if token.name == name]
        for name in ("", "tag", "kind", "source", "state")
    )
    used = frozenset().union(*(entry.folded_tags for entry in entries)) if tags else frozenset()
    return [
        entry
        for entry in entries
        if (not kinds or any(_is_kind(entry, kind) for kind in kinds))
        and (not states or any(_is_state(entry, state) for state in states))
        and (not sources or any(_is_source(entry, source) for source in sources))
        and all(_has_tag(entry, tag, tag in used) for tag in tags)
        and all(word in entry.words for word in words)
    ]


def with_token(text: str, name: str, value: str | None) -> str:
    """The filter with this token in place of all of its name; None: with none."""
    written = ""
    if value is not None:
        value = value.replace('"', "")
        quoted = value if value.split() == [value] else f'"{value}"'
        written = f"#{quoted}" if name == "tag" else f"{name}:{quoted}"
    return filter_syntax.with_token(tokens(text), name, written)


def following(text: str, name: str, values: Iterable[str]) -> str | None:
    """The value after the one that the filter has for ``name``; None after the last."""
    return filter_syntax.following(tokens(text), name, values)


def present(entries: Iterable[NoteEntry], name: str) -> list[str]:
    """The kinds or states that some of the entries have, in the order of cycling through them."""
    if name == "kind":
        kinds = {entry.kind for entry in entries}
        return [kind for kind in KINDS if kind in kinds or (kind == "correction" and kinds & {*CORRECTIONS})]
    states = {state for entry in entries for state in (entry.state, "figures" if entry.figures else "")}
    return [state for state in STATES if state in states]


def _is_kind(entry: NoteEntry, value: str) -> bool:
    kind = entry.kind
    return kind.startswith(value) or (kind in CORRECTIONS and "correction".startswith(value))


def _is_state(entry: NoteEntry, value: str) -> bool:
    return entry.state.startswith(value) or (bool(entry.figures) and "figures".startswith(value))


def _is_source(entry: NoteEntry, value: str) -> bool:
    if value.isdecimal():
        return any(str(end.number) == value for end in entry.ends)
    return any(value in fold(end.name) for end in entry.ends)


def _has_tag(entry: NoteEntry, value: str, exact: bool) -> bool:
    return value in entry.folded_tags if exact else any(tag.startswith(value) for tag in entry.folded_tags)

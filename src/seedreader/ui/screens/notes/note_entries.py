"""What the Notes screen lists: annotations and drafts, where they are, and their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from seedreader.article import Article, Range
from seedreader.text.fold_case import fold
from seedreader.ui.widgets import annotation_row

if TYPE_CHECKING:
    from seedreader.notebook.annotation_model import Annotation, SeenSource, Target
    from seedreader.notebook.drafts import Draft
    from seedreader.notebook.resolver import ResolvedAnnotation, ResolvedTarget

Passage = tuple[int | str, tuple[Range, ...]]
"""A source's index, or the version of a text that is not open, and ranges in it."""


class AnnotationEnd(NamedTuple):
    """One passage of an annotation: its quote, and the source that it is in.

    ``number`` counts the open sources from 1; None: the article is not open. ``path`` is empty if unknown.
    """

    number: int | None
    name: str
    path: str
    quote: str
    ranges: tuple[Range, ...]

    @property
    def label(self) -> str:
        """Number and name: "2 Gazette", "– Gazette" for one that is not open."""
        return f"{self.number or '–'} {self.name}"


@dataclass(frozen=True)
class NoteEntry:
    """An annotation, or a draft of one, in the list; ``tags`` are the names of the tags on its passage.

    ``colour`` is a highlight's, or a tag's own in the codebook.
    """

    placed: ResolvedAnnotation
    ends: tuple[AnnotationEnd, ...]
    tags: tuple[str, ...] = ()
    draft: Draft | None = None
    colour: str = ""

    @property
    def annotation(self) -> Annotation:
        """The annotation; for a draft, what it would be."""
        return self.placed.annotation

    @cached_property
    def key(self) -> str:
        """What stays the same when the list is made anew."""
        return self.annotation.id

    @cached_property
    def kind(self) -> str:
        """The annotation's kind, or "draft"."""
        return "draft" if self.draft else self.placed.kind

    @cached_property
    def state(self) -> str:
        """How it stands in the text; "closed" where no article of it is open."""
        return self.placed.state if any(end.number for end in self.ends) else "closed"

    @cached_property
    def body(self) -> str:
        """What it says."""
        return annotation_row.body(self.placed)

    @cached_property
    def figures(self) -> tuple[tuple[str, str], ...]:
        """The numbers that changed, as (was, is)."""
        return tuple(pair for spot in self.placed.spots for pair in spot.figures)

    @cached_property
    def words(self) -> str:
        """All that a word is looked for in, folded."""
        texts = [self.body, *(text for end in self.ends for text in (end.quote, end.name)), *self.tags]
        return "\n".join(map(fold, texts))

    @cached_property
    def folded_tags(self) -> frozenset[str]:
        """The tags on its passage, as a filter names them."""
        return frozenset(map(folded_tag, self.tags))


def folded_tag(tag: str) -> str:
    """A tag's name as a filter has it, in which double quotes stand around names."""
    return fold(tag).replace('"', "")


def entries(
    placed: Iterable[ResolvedAnnotation],
    drafts: Iterable[tuple[Draft, ResolvedAnnotation]],
    articles: Sequence[Article],
    seen: Iterable[SeenSource] = (),
    colours: Mapping[str, str] | None = None,
) -> list[NoteEntry]:
    """An entry for each annotation and draft; ``seen`` names the articles that are not open.

    ``colours`` are those of tags in the codebook, by name.
    """
    names = {one.version: one for one in reversed(list(seen))}
    placed, drafts = tuple(placed), tuple(drafts)
    tags: dict[Passage, list[str]] = {}
    for each in placed:
        if each.kind == "tag":
            tags.setdefault(_passage(each.here, each.annotation.target), []).append(each.body)

    def made(each: ResolvedAnnotation, draft: Draft | None = None) -> NoteEntry:
        on = [t for s, target in _spots(each) for t in tags.get(_passage(s, target), ())] if tags else []
        ends = tuple(_end(s, target, articles, names, draft) for s, target in _spots(each))
        colour = each.body if each.kind == "highlight" else ""
        if each.kind == "tag" and colours:
            colour = colours.get(each.body, "")
        return NoteEntry(each, ends, tuple(dict.fromkeys(on)), draft, colour)

    return [*(made(each) for each in placed), *(made(each, draft) for draft, each in drafts)]


def by_place(entry: NoteEntry) -> tuple[float, str, float, float, str]:
    """Order in the texts: open sources first; in each, what lost its words last."""
    end = entry.ends[0]
    number = end.number or float("inf")
    start, last = (end.ranges[0][0], end.ranges[-1][1]) if end.ranges else (float("inf"), 0)
    return number, end.name if end.number is None else "", start, last, entry.annotation.created


def newest_first(entries: Iterable[NoteEntry]) -> list[NoteEntry]:
    """In the order of change, drafts before all as they are not finished."""
    ordered = sorted(entries, key=lambda entry: entry.annotation.changed, reverse=True)
    return [entry for entry in ordered if entry.draft] + [entry for entry in ordered if not entry.draft]


def _spots(placed: ResolvedAnnotation) -> list[tuple[ResolvedTarget, Target]]:
    there, other = placed.there, placed.annotation.other
    first = (placed.here, placed.annotation.target)
    return [first, (there, other)] if there and other else [first]


def _passage(spot: ResolvedTarget, target: Target) -> Passage:
    if spot.source is None or not spot.ranges:
        return target.version, target.ranges
    return spot.source, spot.ranges


def _end(
    spot: ResolvedTarget,
    target: Target,
    articles: Sequence[Article],
    names: dict[str, SeenSource],
    draft: Draft | None,
) -> AnnotationEnd:
    if spot.source is not None:
        article = articles[spot.source]
        name = article.outlet or article.name
        return AnnotationEnd(spot.source + 1, name, article.path or "", target.quote, spot.ranges)
    known = names.get(target.version)
    if known is None:
        return AnnotationEnd(
            None, draft.name if draft and draft.name else "not open", "", target.quote, spot.ranges
        )
    name = known.outlet or (not known.member and PurePath(known.path).name) or known.name
    return AnnotationEnd(None, name, known.path, target.quote, spot.ranges)

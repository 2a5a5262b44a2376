"""The annotations of a story as they stand in its texts now, carried over from earlier versions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from seedreader.article import Article, Range
from seedreader.notebook.anchoring.changed_figures import changed_figures
from seedreader.notebook.anchoring.find_quote import find_quote
from seedreader.notebook.anchoring.reanchor import Anchor, reanchor
from seedreader.notebook.annotation_model import Annotation, Target, version_of
from seedreader.notebook.store import Notebook


@dataclass(frozen=True, slots=True)
class ResolvedTarget:
    """Where a target stands in the story: ``source`` is the article's index, None where it is not open.

    ``state`` is one of `reanchor.STATES`, or ``confirmed``: the reader said that it belongs on these words,
    which are others than its quote. ``ranges`` are empty for an orphan. ``figures`` are the numbers
    that differ between the quote and the words that stand there now, as (was, is).
    """

    source: int | None
    state: str
    ranges: tuple[Range, ...]
    figures: tuple[tuple[str, str], ...] = ()

    @property
    def start(self) -> int:
        """Where the first range begins."""
        return self.ranges[0][0]

    @property
    def end(self) -> int:
        """Where the last range ends."""
        return self.ranges[-1][1]


@dataclass(frozen=True)
class ResolvedAnnotation:
    """An annotation and where it stands; ``there`` is a verdict's second passage."""

    annotation: Annotation
    here: ResolvedTarget
    there: ResolvedTarget | None = None

    @cached_property
    def spots(self) -> tuple[ResolvedTarget, ...]:
        """Both passages of a verdict, the one of anything else."""
        return (self.here, self.there) if self.there else (self.here,)

    @property
    def kind(self) -> str:
        """The annotation's kind."""
        return self.annotation.kind

    @property
    def body(self) -> str:
        """The annotation's body."""
        return self.annotation.body

    @cached_property
    def state(self) -> str:
        """The least sure of its spots' states."""
        return max((spot.state for spot in self.spots), key=_SURE_FIRST.index)


_SURE_FIRST = ("exact", "confirmed", "moved", "edited", "uncertain", "orphan")


class AnnotationResolver:
    """Carries the annotations of a notebook into the texts of ``articles``; asks the notebook on each call.

    ``earlier`` are the indices of articles that are open as earlier versions of others: what stands on one of
    them is carried into its newer text, and stands in it only where that has nothing of it.

    What it has found out of earlier texts it keeps, since that takes long; `renew` finds it out again.
    """

    def __init__(
        self, notebook: Notebook, articles: Sequence[Article], earlier: Collection[int] = ()
    ) -> None:
        self.notebook, self.articles = notebook, tuple(articles)
        now = [version_of(article.text) for article in articles]
        places = reversed(list(enumerate(now)))
        self._now = {version: i for i, version in places if i not in earlier}
        self._earlier = {now[i]: i for i in earlier}
        self._known: _Known | None = None

    def renew(self) -> None:
        """Look for earlier texts again: others came into the notebook."""
        self._known = None

    @property
    def versions(self) -> tuple[str, ...]:
        """The versions whose annotations belong to this story: the texts as they are, and earlier ones."""
        return tuple(self._sources.sources)

    def read(self) -> tuple[ResolvedAnnotation, ...]:
        """The story's annotations and where they stand."""
        return self.place(self.notebook.annotations(self.versions))

    def place(self, annotations: Iterable[Annotation]) -> tuple[ResolvedAnnotation, ...]:
        """Where annotations of any story stand in this one."""
        annotations = tuple(annotations)
        known = self._sources
        unknown: dict[str, list[Target]] = {}
        for target in dict.fromkeys(t for a in annotations for t in (a.target, a.other) if t):
            if target not in known.spots:
                unknown.setdefault(target.version, []).append(target)
        for version, targets in unknown.items():
            known.spots.update(zip(targets, self._carried(known, version, targets), strict=True))
        return tuple(
            ResolvedAnnotation(a, known.spots[a.target], known.spots[a.other] if a.other else None)
            for a in annotations
        )

    @property
    def _sources(self) -> _Known:
        """Which article each version is a text of; one that is open is never another's earlier text.

        An article of the version's own source comes before one that is only like it.
        """
        if self._known is None:
            sources, texts = dict(self._now), dict[str, str | None]()
            found = [(i, each) for i, a in enumerate(self.articles) for each in self.notebook.earlier(a)]
            for i, (version, _) in sorted(found, key=lambda pair: not pair[1].same_source):
                if version not in sources:
                    sources[version], texts[version] = i, self.notebook.version_text(version)
            self._known = _Known(sources, texts, {})
        return self._known

    def _carried(self, known: _Known, version: str, targets: Sequence[Target]) -> list[ResolvedTarget]:
        source = known.sources.get(version)
        if source is None:
            return [ResolvedTarget(None, "exact", target.ranges) for target in targets]
        text = self.articles[source].text
        old = known.texts.get(version)
        if version not in known.texts:
            anchors = [_anchor_here(target, text) for target in targets]
        elif old is None:
            anchors = [_searched(target, text) for target in targets]
        else:
            found = iter(reanchor(old, text, [span for target in targets for span in target.ranges]))
            anchors = [_joined([next(found) for _ in target.ranges]) for target in targets]
        open_at = self._earlier.get(version) if version not in self._now else None
        return [
            ResolvedTarget(open_at, "exact", target.ranges)
            if open_at is not None and anchor.state == "orphan"
            else ResolvedTarget(source, anchor.state, anchor.ranges, _figures(target, text, anchor))
            for target, anchor in zip(targets, anchors, strict=True)
        ]


class _Known(NamedTuple):
    """Versions and the articles they are texts of, the texts that are not open, and targets found already."""

    sources: dict[str, int]
    texts: dict[str, str | None]
    spots: dict[Target, ResolvedTarget]


def _anchor_here(target: Target, text: str) -> Anchor:
    """How a target on this very text stands: confirmed, where other words than its quote were confirmed."""
    now = " … ".join(text[start:end] for start, end in target.ranges)
    return Anchor("exact" if now.split() == target.quote.split() else "confirmed", target.ranges)


def _searched(target: Target, text: str) -> Anchor:
    """Where a quote is whose own text is lost: uncertain at best, for the reader to confirm."""
    found = find_quote(text, target.quote, start=target.start)
    return Anchor("uncertain", found.ranges) if found.ranges else found


def _joined(anchors: Sequence[Anchor]) -> Anchor:
    """One anchor for a target of several ranges: as sure as the least sure of those found."""
    found = [anchor for anchor in anchors if anchor.ranges]
    if not found:
        return Anchor("orphan", ())
    ranges = tuple(sorted({span for anchor in found for span in anchor.ranges}))
    if len(found) < len(anchors):
        return Anchor("uncertain", ranges)
    return Anchor(max((anchor.state for anchor in found), key=_SURE_FIRST.index), ranges)


def _figures(target: Target, text: str, anchor: Anchor) -> tuple[tuple[str, str], ...]:
    if anchor.state in ("exact", "moved", "orphan"):
        return ()
    return changed_figures(target.quote, " ".join(text[start:end] for start, end in anchor.ranges))

"""What became of passages in a later edition of their article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from seedreader.article import Article, Range
from seedreader.notebook.anchoring.reanchor import STATES, Anchor, reanchor
from seedreader.notebook.annotation_model import NotebookContents, Target, version_of
from seedreader.notebook.exchange.annotated_passages import (
    AnnotatedPassage,
    AnnotatedSource,
    PassageKey,
    place,
    source_key,
    standing,
    targets,
)
from seedreader.notebook.exchange.export_text import quoted
from seedreader.notebook.exchange.quoted_wording import QuotedWording, numbers
from seedreader.notebook.storage.article_texts import seen_as

_BECAME = {"exact": "the same words", "moved": "the same words, elsewhere", "orphan": "not found"}


class LaterEdition(NamedTuple):
    """The newest edition, how a passage stands in it (one of `STATES`), and its words there."""

    source: AnnotatedSource
    state: str
    words: QuotedWording

    @property
    def became(self) -> str:
        """What became of it, in words; those that are only alike are quoted."""
        perhaps = "perhaps " if self.state == "uncertain" else ""
        return _BECAME.get(self.state) or perhaps + quoted(self.words.now)

    @property
    def told(self) -> str:
        """What became of it, with the numbers that differ."""
        return f"in the later edition: {self.became}" + (
            f", {self.words.numbers}" if self.words.numbers else ""
        )


def with_newest(contents: NotebookContents, articles: Iterable[Article], now: str) -> NotebookContents:
    """``contents`` with the texts of ``articles`` that are newer editions of what is annotated, seen now."""
    annotated = {target.version for a in contents.annotations for target in targets(a)}
    known = {source_key(each.uri, each.member) for each in contents.seen if each.version in annotated}
    new = {
        version: article
        for article in articles
        if (version := version_of(article.text)) not in annotated
        and article.source
        and source_key(article.source.uri, article.source.member or "") in known
    }
    return replace(
        contents,
        seen=(*contents.seen, *(seen_as(article, now) for article in new.values())),
        texts={**contents.texts, **{version: article.text for version, article in new.items()}},
        newest=tuple(new),
    )


def later_editions(
    found: Iterable[AnnotatedPassage], known: Mapping[str, AnnotatedSource], texts: Mapping[str, str]
) -> dict[PassageKey, LaterEdition]:
    """How those passages stand in the newest edition of their article that are on an earlier one."""
    newest = {source.article: source for source in known.values()}
    of_version: dict[str, list[AnnotatedPassage]] = {}
    for passage in found:
        if newest[passage.source.article].version != passage.source.version:
            of_version.setdefault(passage.source.version, []).append(passage)
    told: dict[PassageKey, LaterEdition] = {}
    for version, those in of_version.items():
        source = newest[known[version].article]
        if version not in texts or source.version not in texts:
            continue
        spans = [span for passage in those for span in passage.target.ranges]
        anchors = iter(reanchor(texts[version], texts[source.version], spans))
        for passage in those:
            state, ranges = _joined([next(anchors) for _ in passage.target.ranges])
            words = standing(Target(source.version, ranges, ""), texts)
            changed = numbers(standing(passage.target, texts), words) if ranges else ""
            told[place(passage.target)] = LaterEdition(source, state, QuotedWording(words, numbers=changed))
    return told


def _joined(anchors: list[Anchor]) -> tuple[str, tuple[Range, ...]]:
    """State and ranges of a passage of several ranges: as sure as the least sure of them."""
    ranges = tuple(sorted({span for anchor in anchors for span in anchor.ranges}))
    state = max((anchor.state for anchor in anchors), key=STATES.index)
    return ("uncertain" if ranges and state == "orphan" else state), ranges

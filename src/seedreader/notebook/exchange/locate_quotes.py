"""Where the passages of other programs' annotations are in the article texts at hand.

A passage that is found in none gets a text of its own, made of its quote and the words around it, and that
is said: opened at the same address later, the article is taken for another version of that text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from seedreader.article import Article, Range
from seedreader.notebook.anchoring.find_quote import find_quote
from seedreader.notebook.anchoring.reanchor import Anchor
from seedreader.notebook.annotation_model import NotebookContents, SeenSource, Target, version_of
from seedreader.notebook.exchange.annotated_passages import EXCERPT, source_key
from seedreader.notebook.exchange.selectors import QuotedPassage
from seedreader.notebook.exchange.utf16 import from_utf16
from seedreader.notebook.storage.article_texts import seen_as

HASHED = "urn:sha256:"
"""Begins the name of a text that has no address."""

_TELLING = 5
"""Words of a quote and its context that are enough to know the place by where they stand just so."""


@dataclass(frozen=True, slots=True)
class LocatedQuote:
    """A target for a passage, the text that it is in, and where that is seen, unless it is known.

    ``sure`` is whether its words stand there, edited at most.
    """

    target: Target
    sure: bool
    text: str
    seen: SeenSource | None


class QuoteLocator:
    """The texts of a notebook, and those of articles given besides."""

    def __init__(self, known: NotebookContents, articles: Sequence[Article], now: str) -> None:
        self.known, self.now = known, now
        self._given = {version_of(article.text): article for article in articles}
        self._seen_before = set(known.seen)
        excerpts = {seen.version for seen in known.seen if seen.name.startswith(EXCERPT)}
        self._at_hand = {v: text for v, text in known.texts.items() if v not in excerpts}
        self._at_hand.update({v: article.text for v, article in self._given.items()})
        self._at: dict[tuple[str, str], list[str]] = {}
        for each in sorted(known.seen, key=lambda seen: seen.seen, reverse=True):
            if each.version in self._at_hand:
                self._at.setdefault(source_key(each.uri, each.member), []).append(each.version)
        for version, article in self._given.items():
            if article.source:
                key = source_key(article.source.uri, article.source.member or "")
                self._at.setdefault(key, []).insert(0, version)

    def find(self, quoted: QuotedPassage, title: str = "") -> LocatedQuote | None:
        """The place of a passage; None where nothing tells its words."""
        named = self._versions(quoted)
        for version in named:
            if at := self._told(version, quoted):
                return self._place(version, (at,), quoted)
        if not quoted.exact:
            return None
        others = [v for v, a in self._given.items() if v not in named and not _is_another_member(a, quoted)]
        agreeing = [(version, at) for version in others if (at := self._told(version, quoted))]
        if len(agreeing) == 1:
            return self._place(agreeing[0][0], (agreeing[0][1],), quoted)
        perhaps: list[str] = []
        for among in (named, others):
            found = [(version, self._search(version, quoted)) for version in among]
            for state in ("exact", "edited"):
                sure = [hit for hit in found if hit[1].state == state]
                if len(sure) == 1 or (sure and among is named):
                    return self._place(sure[0][0], sure[0][1].ranges, quoted)
                if sure:
                    break
            perhaps += [version for version, anchor in found if anchor.ranges]
        if not perhaps:
            known = [v for v in sorted(self._at_hand) if v not in named and self._has_surely(v, quoted)]
            if len(known) == 1:
                return self._place(known[0], self._search(known[0], quoted).ranges, quoted)
        return self._apart(quoted, title, perhaps)

    def _versions(self, quoted: QuotedPassage) -> list[str]:
        """The texts that are known to be from this source, the newest first."""
        named = quoted.source.removeprefix(HASHED)
        own = [named] if named != quoted.source and named in self._at_hand else []
        return list(dict.fromkeys([*own, *self._at.get(source_key(quoted.source, quoted.member), [])]))

    def _told(self, version: str, quoted: QuotedPassage) -> Range | None:
        """The place that a passage names, where its words stand there."""
        return next((at for at in self._counted(version, quoted) if self._agrees(version, quoted, at)), None)

    def _counted(self, version: str, quoted: QuotedPassage) -> list[Range]:
        """Its place in characters; UTF-16 units may be characters: older exports of this program are."""
        if quoted.at is None or not quoted.utf16:
            return [quoted.at] if quoted.at else []
        found = from_utf16(self._at_hand[version], quoted.at)
        return [found, quoted.at] if found else [quoted.at]

    def _agrees(self, version: str, quoted: QuotedPassage, at: Range) -> bool:
        """Whether its words stand at its place; a place without words holds for the very text alone."""
        text = self._at_hand[version]
        if not quoted.exact:
            return at[1] <= len(text) and quoted.source == HASHED + version
        return text[slice(*at)] == quoted.exact

    def _search(self, version: str, quoted: QuotedPassage) -> Anchor:
        text = self._at_hand[version]
        around = quoted.prefix + quoted.exact + quoted.suffix
        begin = text.find(around)
        if begin >= 0 and text.find(around, begin + 1) < 0 and len(around.split()) >= _TELLING:
            at = begin + len(quoted.prefix)
            return Anchor("exact", ((at, at + len(quoted.exact)),))
        start = next((at[0] for at in self._counted(version, quoted)), None)
        return find_quote(text, quoted.exact, quoted.prefix, quoted.suffix, start)

    def _has_surely(self, version: str, quoted: QuotedPassage) -> bool:
        """Whether a text that nothing else points to has the words and those around them, just so."""
        around = quoted.prefix + quoted.exact + quoted.suffix
        if len(around.split()) < _TELLING or around not in self._at_hand[version]:
            return False
        return self._search(version, quoted).state == "exact"

    def _place(self, version: str, ranges: tuple[Range, ...], quoted: QuotedPassage) -> LocatedQuote:
        article, text = self._given.get(version), self._at_hand[version]
        seen = self._new(seen_as(article, self.now)) if article else None
        quote = quoted.exact or " … ".join(text[start:end] for start, end in ranges)
        return LocatedQuote(Target(version, ranges, quote), True, text, seen)

    def _apart(self, quoted: QuotedPassage, title: str, perhaps: Sequence[str]) -> LocatedQuote:
        """The passage on a text of its own, seen at the one place that it may be from."""
        text = quoted.prefix + quoted.exact + quoted.suffix
        version = version_of(text)
        given = [self._given[v] for v in perhaps if v in self._given]
        if "://" in quoted.source or len(given) != 1:
            address = quoted.source if "://" in quoted.source else ""
            name = title or address.partition("://")[2].partition("/")[0] or "an unknown source"
            member = quoted.member if address else ""
            seen = SeenSource(version, EXCERPT + name, uri=address, member=member, title=title, seen=self.now)
        else:
            seen = seen_as(replace(given[0], text=text, name=EXCERPT + given[0].name), self.now)
        start = len(quoted.prefix)
        target = Target(version, ((start, start + len(quoted.exact)),), quoted.exact)
        return LocatedQuote(target, False, text, self._new(seen))

    def _new(self, seen: SeenSource) -> SeenSource | None:
        return None if seen in self._seen_before else seen


def _is_another_member(article: Article, quoted: QuotedPassage) -> bool:
    """Whether an article is of the same file as a passage, but not the one that this says it is in."""
    if not (article.source and quoted.member) or article.source.member == quoted.member:
        return False
    return source_key(article.source.uri) == source_key(quoted.source)

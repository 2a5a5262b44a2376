"""Where the passages of other programs' annotations are in the article texts at hand.

A passage that is found in none gets a text of its own, made of its quote and the words around it, and that
is said: opened at the same address later, the article is taken for another version of that text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from seedreader.article import Article, Range
from seedreader.notebook.exchange.selectors import Quoted
from seedreader.notebook.quote import find_quote
from seedreader.notebook.reanchor import Anchor
from seedreader.notebook.texts import seen_as
from seedreader.notebook.values import Contents, Seen, Target, version_of

HASHED = "urn:sha256:"
"""Begins the name of a text that has no address."""

_EXCERPT = "Excerpt of "
"""Begins the name under which such a text is kept."""

_TELLING = 5
"""Words of a quote and its context that are enough to know the place by where they stand just so."""


@dataclass(frozen=True, slots=True)
class Place:
    """A target for a passage; ``sure`` is whether its words stand there, edited at most."""

    target: Target
    sure: bool


@dataclass
class Finder:
    """The texts of a notebook and of articles given besides, and what of them is used so far."""

    known: Contents
    articles: Sequence[Article]
    now: str
    texts: dict[str, str] = field(default_factory=dict)
    seen: dict[Seen, Seen] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._given = {version_of(article.text): article for article in self.articles}
        self._seen_before = set(self.known.seen)
        excerpts = {seen.version for seen in self.known.seen if seen.name.startswith(_EXCERPT)}
        self._at_hand = {v: text for v, text in self.known.texts.items() if v not in excerpts}
        self._at_hand.update({v: article.text for v, article in self._given.items()})
        self._at: dict[str, list[str]] = {}
        for each in sorted(self.known.seen, key=lambda seen: seen.seen, reverse=True):
            if each.version in self._at_hand:
                self._at.setdefault(_plain(each.path), []).append(each.version)
        for version, article in self._given.items():
            if article.path:
                self._at.setdefault(_plain(article.path), []).insert(0, version)

    def find(self, quoted: Quoted, title: str = "") -> Place | None:
        """The place of a passage; None where nothing tells its words."""
        named = self._versions(quoted.source)
        for version in named:
            if quoted.at and self._agrees(version, quoted, quoted.at):
                return self._place(version, (quoted.at,), quoted)
        if not quoted.exact:
            return None
        others = [version for version in self._given if version not in named]
        agreeing = [version for version in others if quoted.at and self._agrees(version, quoted, quoted.at)]
        if quoted.at and len(agreeing) == 1:
            return self._place(agreeing[0], (quoted.at,), quoted)
        perhaps: list[str] = []
        for among in (named, others):
            found = [(version, self._search(version, quoted)) for version in among]
            sure = [hit for state in ("exact", "edited") for hit in found if hit[1].state == state]
            if sure and (among is named or len(sure) == 1):
                return self._place(sure[0][0], sure[0][1].ranges, quoted)
            perhaps += [version for version, anchor in found if anchor.ranges]
        if not perhaps:
            known = [v for v in sorted(self._at_hand) if v not in named and self._has_surely(v, quoted)]
            if len(known) == 1:
                return self._place(known[0], self._search(known[0], quoted).ranges, quoted)
        return self._apart(quoted, title, perhaps)

    def _versions(self, source: str) -> list[str]:
        """The texts that are known to be from this source, the newest first."""
        named = source.removeprefix(HASHED)
        own = [named] if named != source and named in self._at_hand else []
        return list(dict.fromkeys([*own, *self._at.get(_plain(source), [])]))

    def _agrees(self, version: str, quoted: Quoted, at: Range) -> bool:
        """Whether its words stand at its place; a place without words holds for the very text alone."""
        text = self._at_hand[version]
        if not quoted.exact:
            return at[1] <= len(text) and quoted.source == HASHED + version
        return text[slice(*at)] == quoted.exact

    def _search(self, version: str, quoted: Quoted) -> Anchor:
        text = self._at_hand[version]
        around = quoted.prefix + quoted.exact + quoted.suffix
        begin = text.find(around)
        if begin >= 0 and text.find(around, begin + 1) < 0 and len(around.split()) >= _TELLING:
            at = begin + len(quoted.prefix)
            return Anchor("exact", ((at, at + len(quoted.exact)),))
        start = quoted.at[0] if quoted.at else None
        return find_quote(text, quoted.exact, quoted.prefix, quoted.suffix, start)

    def _has_surely(self, version: str, quoted: Quoted) -> bool:
        """Whether a text that nothing else points to has the words and those around them, just so."""
        around = quoted.prefix + quoted.exact + quoted.suffix
        if len(around.split()) < _TELLING or around not in self._at_hand[version]:
            return False
        return self._search(version, quoted).state == "exact"

    def _place(self, version: str, ranges: tuple[Range, ...], quoted: Quoted) -> Place:
        if article := self._given.get(version):
            self._see(seen_as(article, self.now))
        text = self.texts[version] = self._at_hand[version]
        quote = quoted.exact or " … ".join(text[start:end] for start, end in ranges)
        return Place(Target(version, ranges, quote), sure=True)

    def _apart(self, quoted: Quoted, title: str, perhaps: Sequence[str]) -> Place:
        """The passage on a text of its own, seen at the one place that it may be from."""
        text = quoted.prefix + quoted.exact + quoted.suffix
        version = version_of(text)
        self.texts[version] = text
        given = [self._given[v] for v in perhaps if v in self._given]
        if "://" in quoted.source or len(given) != 1:
            address = quoted.source if "://" in quoted.source else ""
            name = title or address.partition("://")[2].partition("/")[0] or "an unknown source"
            self._see(Seen(version, _EXCERPT + name, path=address, title=title, seen=self.now))
        else:
            self._see(seen_as(replace(given[0], text=text, name=_EXCERPT + given[0].name), self.now))
        start = len(quoted.prefix)
        return Place(Target(version, ((start, start + len(quoted.exact)),), quoted.exact), sure=False)

    def _see(self, seen: Seen) -> None:
        if seen not in self._seen_before:
            self.seen[seen] = seen


def _plain(address: str) -> str:
    """An address or path without what doesn't change what it names."""
    if "://" not in address:
        return address
    return address.partition("#")[0].partition("://")[2].rstrip("/")

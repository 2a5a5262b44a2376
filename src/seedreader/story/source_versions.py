"""Which articles are one source read at several times: captures of a page, updates of an agency's item."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from urllib.parse import parse_qsl, urlsplit

from seedreader.article import Article

_NAMES_ITSELF = re.compile(r"(?:https?://|urn:|tag:)\S")
"""What a member begins with that is one everywhere, not only in its own file."""
_TRACKING = re.compile(r"utm_|fbclid|gclid|mc_[ce]id|ref\Z|cmpid|share")


def group(articles: Sequence[Article]) -> tuple[tuple[int, ...], ...]:
    """The indices of articles that are one source, in groups of two or more, each in order.

    One source id is one source; so is one address, one agency's item, or one member that names itself (a
    capture's address), wherever it was read from. Two articles of one file with one address but other
    members are two, unless each says when it was read: newsletters give every story the address of the whole.
    What the reader says of two sources (``readings``, ``no_readings``) wins over their names.
    """
    named: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        for name in set(_names(article)):
            named[name].append(number)
    groups = [[number] for number in range(len(articles))]

    def join(one: int, two: int) -> None:
        first, second = sorted((groups[one], groups[two]))
        first += second
        for number in second:
            groups[number] = first

    for one, two in _said(articles):
        if groups[one] is not groups[two]:
            join(one, two)
    for numbers in named.values():
        for one, two in combinations(numbers, 2):
            here, there = groups[one], groups[two]
            if here is there or _apart(articles[one], articles[two]):
                continue
            if not any(_said_apart(articles[a], articles[b]) for a in here for b in there):
                join(one, two)
    found = {id(each): tuple(sorted(each)) for each in groups if len(each) > 1}
    return tuple(sorted(found.values()))


def _said(articles: Sequence[Article]) -> Iterator[tuple[int, int]]:
    """Those of which the reader says that they are one source."""
    asked = [number for number, article in enumerate(articles) if article.readings]
    for one in asked:
        for two, other in enumerate(articles):
            if one != two and other.source in articles[one].readings:
                yield one, two


def _said_apart(one: Article, other: Article) -> bool:
    return other.source in one.no_readings or one.source in other.no_readings


def _names(article: Article) -> Iterator[str]:
    """What tells a source from others."""
    source = article.source
    if source is not None:
        yield f"id {source.uri} {source.member or ''}"
        if source.member and _NAMES_ITSELF.match(source.member):
            yield address(source.member) or source.member
    if article.item is not None:
        yield f"item {article.item.id}"
    if article.url and (known := address(article.url)):
        yield known


def address(url: str) -> str | None:
    """An address without what differs between two ways to one page; None for none, and for a site's front."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    asked = sorted((name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.match(name))
    path = parts.path.rstrip("/")
    if not path and not asked:
        return None
    return f"{host}{path}?{asked}" if asked else f"{host}{path}"


def _apart(one: Article, two: Article) -> bool:
    """Whether two articles of one name are two for all that."""
    if one.source is None or two.source is None or one.source == two.source:
        return False
    times = one.retrieved is not None and two.retrieved is not None and one.retrieved != two.retrieved
    return one.source.uri == two.source.uri and not times

"""What a page declares of itself as linked data (JSON-LD), whole or broken."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from seedreader.ingest.html.declared_values import Values, bare_address, take

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

MOST_JSON = 4_000_000
"""Characters of a block of JSON-LD that is read."""
LONGEST_BODY = 1_000_000
"""Characters of a declared text that are looked at."""
WORD = 5
"""Characters of a word, at least, in most languages."""
DEEPEST = 8
"""Objects inside one another in which an article is looked for."""
_ARTICLE = re.compile(
    r"(?:Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting|ClaimReview|Review|Recipe)\Z"
)
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage", "subjectOf", "hasPart")
_PAGE = re.compile(r"(?:WebPage|ItemPage|VideoObject)\Z")
_BROKEN = (
    (re.compile(r"\A\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)"), ""),
    (re.compile(r"(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>|;)\s*\Z"), ""),
    (re.compile(r",(\s*[}\]])"), r"\1"),
)
_KEYS = {"title": "headline", "published": "datePublished", "updated": "dateModified"}


class LinkedData(NamedTuple):
    """The objects of a page's JSON-LD, and the blocks that are beyond mending."""

    things: Sequence[Mapping[str, Any]]
    broken: Sequence[str]


def paid_size(linked: LinkedData) -> int | None:
    """About how many characters an article has that a page declares to be for subscribers; None for one that
    is free, 0 where its size is not told."""
    for thing in linked.things:
        if _is(thing, _ARTICLE) and str(thing.get("isAccessibleForFree")).lower() == "false":
            words = str(thing.get("wordCount"))
            return len(str(thing.get("articleBody") or "")) or (
                WORD * int(words) if words.isdecimal() and len(words) < 7 else 0
            )
    return None


def body(linked: LinkedData, base: str | None) -> str:
    """The text of the page's own article as it is declared, with any markup in it; "" where none is, or where
    the page declares several articles and none by its own address ``base``."""
    held = [
        thing for thing in linked.things if _is(thing, _ARTICLE) and isinstance(thing.get("articleBody"), str)
    ]
    best = max(held, key=lambda thing: _fit(thing, base), default=None)
    if best is None or (len({thing["articleBody"] for thing in held}) > 1 and not _is_at(best, base)):
        return ""
    return str(best["articleBody"])[:LONGEST_BODY]


def linked_data(tree: LexborHTMLParser) -> LinkedData:
    """What a page's JSON-LD holds. Ask before `text_of`, which takes the scripts out of a tree."""
    things: list[dict[str, Any]] = []
    broken: list[str] = []
    for node in tree.css("script[type]"):
        if (node.attributes.get("type") or "").strip().lower().split(";")[0] != "application/ld+json":
            continue
        source = node.text() or ""
        value = _loaded(source)
        if value is None:
            broken.append(source)
        else:
            things += _things(value)
    return LinkedData(things, broken)


def take_json_ld(linked: LinkedData, found: Values, base: str | None) -> None:
    things, broken = linked
    by_id = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and "name" in thing}
    articles = [
        thing
        for thing in things
        if _is(thing, _ARTICLE) and ("headline" in thing or "datePublished" in thing)
    ]
    pages = [thing for thing in things if _is(thing, _PAGE)]
    ordered = sorted(articles, key=lambda thing: -_fit(thing, base))[:1] or []
    for thing in [*ordered, *pages[:1]]:
        _of_thing(found, thing, by_id)
    for source in broken:
        if re.search(r'"@type"\s*:\s*\[?\s*"\w*(?:Article|Posting)', source[:MOST_JSON]):
            _of_broken(found, source[:MOST_JSON])
    for thing in things:
        if _is(thing, re.compile(r"(?:NewsMediaOrganization|WebSite)\Z")) and "outlet" not in found:
            take(found, "outlet", thing.get("name"), "json-ld")


def _loaded(source: str) -> Any:
    """A block of JSON, with the mistakes mended that pages make most; None for one beyond mending."""
    if not source.strip() or len(source) > MOST_JSON:
        return None
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        pass
    for pattern, by in _BROKEN:
        source = pattern.sub(by, source)
    try:
        return json.JSONDecoder(strict=False).raw_decode(source.strip())[0]
    except (ValueError, RecursionError):
        return None


def _things(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects that are of the page itself, not those that it is made of or based on."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _things(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in _HOLDERS:
            if isinstance(value.get(key), dict | list):
                yield from _things(value[key], depth + 1)


def _is(thing: Mapping[str, Any], pattern: re.Pattern[str]) -> bool:
    kinds = thing.get("@type")
    return any(
        isinstance(kind, str) and pattern.search(kind)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _fit(thing: Mapping[str, Any], base: str | None) -> int:
    """How much an article is the page's own: by its address, and by how much is told of it."""
    return 8 * _is_at(thing, base) + sum(
        key in thing for key in ("headline", "datePublished", "author", "publisher", "articleBody")
    )


def _is_at(thing: Mapping[str, Any], base: str | None) -> bool:
    """Whether an article is that at the address ``base``."""
    address = thing.get("url") or thing.get("mainEntityOfPage") or thing.get("@id")
    if isinstance(address, dict):
        address = address.get("@id") or address.get("url")
    return isinstance(address, str) and base is not None and bare_address(address) == bare_address(base)


def _of_thing(found: Values, thing: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]]) -> None:
    def resolved(value: Any) -> Any:
        if isinstance(value, list):
            return [resolved(each) for each in value]
        if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
            return by_id.get(value["@id"], value)
        return value

    if _is(thing, _ARTICLE):
        take(found, "title", thing.get("headline") or thing.get("name"), "json-ld")
    outlet = resolved(thing.get("publisher")) or resolved(thing.get("sourceOrganization"))
    take(found, "outlet", outlet[0] if isinstance(outlet, list) and outlet else outlet, "json-ld")
    take(found, "author", resolved(thing.get("author") or thing.get("creator")), "json-ld")
    take(found, "published", thing.get("datePublished") or thing.get("dateCreated"), "json-ld")
    take(found, "updated", thing.get("dateModified"), "json-ld")
    take(found, "language", thing.get("inLanguage"), "json-ld")


def _of_broken(found: Values, source: str) -> None:
    """The plain values of a block that is no JSON, before anything that the article is based on."""
    source = source.split('"isBasedOn"')[0]
    for name, key in _KEYS.items():
        if match := re.search(rf'"{key}"\s*:\s*"((?:[^"\\\n]|\\.){{1,400}})"', source):
            try:
                value = json.loads(f'"{match[1]}"', strict=False)
            except ValueError:
                value = match[1]
            take(found, name, value, "json-ld")

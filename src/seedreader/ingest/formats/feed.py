"""Feeds: RSS of every version, Atom, RDF, and WordPress's export, which is RSS with everything in it.

A feed's item is mostly a teaser, and marked as an excerpt then. What has a title only is no article.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections import Counter
from typing import TYPE_CHECKING

from seedreader.article import Mark, SourceId
from seedreader.ingest import agency, feed_item, fragment, wordpress, xml, xml_markup
from seedreader.ingest.decode import label
from seedreader.ingest.errors import TRUNCATED, Problem
from seedreader.ingest.formats import references
from seedreader.ingest.item import Fields, Members, document, length
from seedreader.ingest.raw_document import Documents, RawDocument
from seedreader.ingest.text_builder import Block
from seedreader.ingest.xml import attribute, children, first, local, namespace, text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FOREIGN = (
    "media",
    "itunes",
    "googleplay",
    "image",
    "podcast",
    "georss",
    "slash",
    "wfw",
    "yandex",
    "creativecommons",
)
"""Namespaces, by a part of their address, whose titles and descriptions are of pictures and sounds."""

_PREFIXES = {
    "http://purl.org/dc/elements/1.1": "dc", "http://purl.org/dc/elements/1.0": "dc",
    "http://purl.org/dc/terms": "dc",
    "http://purl.org/rss/1.0/modules/content": "content", "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/2005/atom": "", "http://purl.org/atom/ns#": "", "http://purl.org/rss/1.0": "",
    "http://my.netscape.com/rdf/simple/0.9": "", "http://backend.userland.com/rss2": "",
}  # fmt: skip
_ITEMS = frozenset(("item", "entry"))
_BODY = (
    "content:encoded",
    "content",
    "xhtml:body",
    "body",
    "fullitem",
    "yandex:full-text",
    "full-text",
    "turbo:content",
    "encoded",
)
_TEASER = (
    "description",
    "summary",
    "dc:description",
    "abstract",
    "tagline",
    "excerpt:encoded",
    "dc:abstract",
)


def read(data: bytes, _: SourceId) -> Documents:
    """The items of a feed. Raises `IngestError` for what is no XML."""
    parsed = xml.parse(data)
    items = _items(parsed.root)
    if local(parsed.root).casefold() == "rdf" and not items:
        return references.of_rdf(parsed.root)
    told = [Problem("", "encoding", label(parsed.encoding))] if parsed.guessed else []
    told += [] if parsed.complete else [TRUNCATED]
    channel = first(parsed.root, "channel")
    channel = parsed.root if channel is None else channel
    shared = _shared(parsed.root, channel)
    names = wordpress.authors(parsed.root)
    members, found = Members(), list[RawDocument]()
    others: Counter[str] = Counter()
    addresses: list[str] = []
    for item in items:
        values = _values(item)
        member = members.name(_first(values, "guid", "id") or attribute(item, "about") or _link(item, values))
        if left_out := wordpress.left_out(values):
            others[left_out] += 1
            continue
        raw = _article(item, values, shared, names, member)
        if raw is None:
            others["item with a title only"] += 1
            addresses += filter(None, [_link(item, values)])
        else:
            found.append(raw)
    documents = agency.documents(found, others, told, "an empty feed")
    problems = tuple(
        each._replace(addresses=tuple(addresses)) if each.kind in ("besides", "nothing") else each
        for each in documents.problems
    )
    return documents._replace(problems=problems)


def _items(root: Element) -> list[Element]:
    if local(root).casefold() in _ITEMS:
        return [root]
    return [
        each
        for each in root.iter()
        if local(each).casefold() in _ITEMS and each is not root and not _is_foreign(each)
    ]


def _is_foreign(element: Element) -> bool:
    address = namespace(element).casefold()
    return any(part in address for part in _FOREIGN) or "search.yahoo.com/mrss" in address


def _name(element: Element) -> str:
    address = namespace(element)
    prefix = _PREFIXES.get(address.casefold().rstrip("/"))
    if prefix is None:
        prefix = "" if not address else address.rstrip("/").rpartition("/")[2] if "/" in address else address
        prefix = "wp" if "wordpress.org/export" in address and "excerpt" not in address else prefix
    return (f"{prefix}:{local(element)}" if prefix else local(element)).casefold()


def _values(item: Element) -> dict[str, list[Element]]:
    """An item's elements by their names with the usual prefixes, those of pictures left out."""
    found: dict[str, list[Element]] = {}
    for each in item:
        if local(each) and not _is_foreign(each):
            found.setdefault(_name(each), []).append(each)
    return found


def _first(values: dict[str, list[Element]], *names: str) -> str:
    for name in names:
        for each in values.get(name, ()):
            if text := text_of(each):
                return text
    return ""


def _link(item: Element, values: dict[str, list[Element]]) -> str:
    """The address of the page that an item is about."""
    told = [_first(values, "origlink", "1.0:origlink", "feedburner:origlink")]
    links = values.get("link", [])
    told += [attribute(each, "href") for each in links if attribute(each, "rel") in ("", "alternate")]
    told += [text_of(each) for each in links]
    told += [
        text_of(each)
        for each in values.get("guid", ())
        if attribute(each, "isPermaLink").casefold() != "false"
    ]
    told += [attribute(item, "about"), _first(values, "dc:identifier", "id")]
    return next((each for each in told if each.casefold().startswith(("http://", "https://"))), "")


def _shared(root: Element, channel: Element) -> dict[str, str]:
    """What the feed says of all its items."""
    values = _values(channel)
    return {
        "outlet": feed_item.outlet(_first(values, "title", "dc:title")),
        "language": _first(values, "language", "dc:language")
        or attribute(channel, "lang")
        or attribute(root, "lang"),
    }


def _article(
    item: Element,
    values: dict[str, list[Element]],
    shared: dict[str, str],
    names: dict[str, str],
    member: str,
) -> RawDocument | None:
    is_export = "wp:post_type" in values or "wp:status" in values
    body, is_whole = _text(item, values, is_export)
    title = fragment.line(_raw(values, "title", "dc:title"))
    if not length(body) or feed_item.is_only_links(
        "".join(_markup(each) for name in _TEASER for each in values.get(name, ())), body
    ):
        return None
    fields = Fields("wordpress" if is_export else "atom" if local(item) == "entry" else "rss")
    fields.tell("title", title)
    _people(fields, values, names)
    fields.days(
        _first(values, "pubdate", "published", "dc:issued", "dc:date", "issued", "dc:created", "date",
            "wp:post_date", "created", "basic:publicationdate", "2.0:publicationdate",
               "prism:publicationdate", "publicationdate"),
        _first(values, "updated", "modified", "dc:modified", "atom:updated", "wp:post_modified"),
    )  # fmt: skip
    source = values.get("source", [None])[0]
    named = (
        ""
        if source is None
        else text_of(first(source, "title")) or ("".join(source.itertext()) if not len(source) else "")
    )
    fields.tell("outlet", feed_item.outlet(named) or shared["outlet"])
    fields.tell(
        "language", attribute(item, "lang") or _first(values, "dc:language", "language") or shared["language"]
    )
    fields.tell("url", _link(item, values))
    marks = [] if is_whole else [Mark("excerpt")]
    marks += wordpress.notices(values)
    kind = "application/atom+xml" if local(item) == "entry" else "application/rss+xml"
    return document(fields, body, kind, member=member, marks=marks)


def _text(item: Element, values: dict[str, list[Element]], is_export: bool) -> tuple[list[Block], bool]:
    """The longest text that an item holds, its content before its teaser, and whether it is whole."""
    bodies = [each for name in _BODY for each in values.get(name, ())]
    known = set(map(id, bodies))
    deeper = [each for each in item.iter() if local(each) in ("body", "full-text") and id(each) not in known]
    found = [_blocks(each, is_export) for each in (*bodies, *deeper) if not _is_foreign(each)]
    whole = max(found, key=length, default=[])
    leading = [each for each in item.iter() if local(each) == "first_line"]
    if deeper and leading and whole:
        whole = [*fragment.blocks(text_of(leading[0])), *whole]
    teasers = [_blocks(each, is_export) for name in _TEASER for each in values.get(name, ())]
    teaser = max(teasers, key=length, default=[])
    if is_export:
        return (whole, True) if length(whole) else (teaser, False)
    if length(whole) >= 0.8 * length(teaser) and length(whole):
        return whole, feed_item.is_whole(whole, teaser)
    return teaser, feed_item.is_whole_description(teaser)


def _blocks(element: Element, is_export: bool) -> list[Block]:
    kind = (attribute(element, "type") or attribute(element, "mode")).casefold()
    if attribute(element, "mode").casefold() == "base64" or kind in ("application/octet-stream", "base64"):
        return fragment.blocks(_unpacked("".join(element.itertext())))
    if len(element) and (
        kind in ("xhtml", "application/xhtml+xml", "xml")
        or not "".join(element.itertext()).lstrip().startswith("<")
    ):
        return xml_markup.blocks(element)
    text = "".join(element.itertext())
    if kind in ("text", "text/plain") and not re.search(r"</?(?:p|br|div|a)\b", text):
        return fragment.plain_blocks(text)
    return fragment.blocks(wordpress.markup(text) if is_export else text)


def _unpacked(text: str) -> str:
    """A text that was written in base64."""
    try:
        return b64decode(text, validate=False).decode("utf-8", "replace")
    except ValueError:
        return ""


def _markup(element: Element) -> str:
    return "".join(element.itertext())


def _raw(values: dict[str, list[Element]], *names: str) -> str:
    for name in names:
        for each in values.get(name, ()):
            if text := " ".join("".join(each.itertext()).split()):
                return text
    return ""


def _people(fields: Fields, values: dict[str, list[Element]], names: dict[str, str]) -> None:
    """Who is told as the author of the item, not of the feed."""
    told: list[str] = []
    for name in ("dc:creator", "author"):
        for each in values.get(name, ()):
            person = text_of(first(each, "name")) if children(each, "name") else text_of(each)
            told.append(names.get(person, person))
        if told:
            break
    fields.tell("author", told)

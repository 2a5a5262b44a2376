"""NITF, the News Industry Text Format: alone, or inside an item of another format."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from seedreader.article import AgencyItem, SourceId
from seedreader.ingest import agency, text_builder, xml, xml_markup
from seedreader.ingest.errors import TRUNCATED
from seedreader.ingest.item import Fields, author, document, folded, length
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.text_builder import Block
from seedreader.ingest.xml import all_of, attribute, children, first, local, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

MEDIA_TYPE = "application/nitf+xml"
TOLD_BY = "nitf"


def read(data: bytes, _: SourceId) -> Documents:
    """The article of a file. Raises `IngestError` for what is no XML."""
    parsed = xml.parse(data)
    root = root_of(parsed.root)
    root = parsed.root if root is None else root
    told = [] if parsed.complete else [TRUNCATED]
    shown = body(root)
    if not length(shown):
        return agency.documents([], Counter(), told, "an item")
    fields = Fields(TOLD_BY)
    fields.tell("title", title(root))
    for each in all_of(root, "byline"):
        fields.tell("author", byline(each))
    data_of = first(root, "docdata")
    _days(fields, root, data_of)
    for element in (root, first(root, "body"), first(root, "hedline")):
        fields.tell("language", attribute(element, "baselang") or attribute(element, "lang"))
    for meta in all_of(root, "meta"):
        if attribute(meta, "name").casefold() in ("lang", "language", "idioma", "sprache"):
            fields.tell("language", attribute(meta, "content"))
    fields.tell("outlet", agency.name(*_sources(root)))
    fields.tell("url", attribute(first(root, "pubdata"), "ex-ref"))
    message = attribute(first(root, "ed-msg"), "info")
    marks = agency.notices(
        status=[attribute(data_of, "management-status")],
        said=[message] if "orrect" in message or "ill" in message or "mbargo" in message else [],
        version=attribute(first(root, "du-key"), "version"),
        headline=fields.value("title"),
        slug=attribute(first(root, "fixture", "key"), "fix-id"),
    )
    article = document(fields, shown, MEDIA_TYPE, lead=_lead(root), marks=marks, item=_item(root))
    return agency.documents([article], Counter(), told)


def _item(root: Element) -> AgencyItem | None:
    """What its agency calls the document; the key that it gives it for a day where it has no other name."""
    told, key = first(root, "doc-id"), first(root, "du-key")
    version = attribute(key, "version") or None
    agency_name = attribute(told, "regsrc")
    if number := attribute(told, "id-string"):
        return agency.item("nitf", agency_name, number, version=version)
    issued = attribute(first(root, "date.issue"), "norm")[:8]
    return (
        agency.item("nitf", agency_name, issued, attribute(key, "key"), version=version) if issued else None
    )


def root_of(element: Element) -> Element | None:
    """The NITF that an element is, or holds; None for none. Some send its body alone."""
    if local(element) == "nitf":
        return element
    inside = next(all_of(element, "nitf"), None)
    return element if inside is None and first(element, "body.content") is not None else inside


def title(root: Element) -> str:
    """The main headline; what the head calls the document where there is none, as that may be a slug."""
    return text_of(first(root, "hl1")) or text_of(first(root, "headline")) or text_of(first(root, "title"))


def body(root: Element) -> list[Block]:
    """The text, with what stands at its end."""
    content = [block for each in all_of(root, "body.content") for block in xml_markup.blocks(each)]
    if not content and (whole := first(root, "body")) is not None:
        content = xml_markup.blocks(whole)
    end = first(root, "body.end")
    return content + ([] if end is None or not content else xml_markup.blocks(end))


def byline(element: Element) -> str:
    """Who wrote it: the name, and the function apart from it."""
    person = first(element, "person")
    role = text_of(first(element, "byttl"))
    whole = text_of(element)
    name = text_of(person) or (whole[: -len(role)] if role and whole.endswith(role) else whole)
    return ", ".join(each.strip(" ,") for each in (name, role) if each.strip(" ,"))


def _lead(root: Element) -> Iterator[Block]:
    """What stands between the headline and the text."""
    headlines = first(root, "hedline")
    for each in () if headlines is None else children(headlines, "hl2"):
        if folded(text_of(each)) != folded(title(root)):
            yield Block(text_of(each), "heading")
    for each in all_of(root, "byline"):
        if author(byline(each)):  # else the signs of its editors
            yield text_builder.byline(byline(each))
    head = first(root, "body.head")
    if head is not None and (abstract := first(head, "abstract")) is not None:
        yield from xml_markup.blocks(abstract)


def _days(fields: Fields, root: Element, data_of: Element | None) -> None:
    if data_of is not None:
        for name in ("date.issue", "date.release"):
            fields.tell("published", attribute(first(data_of, name), "norm") or text_of(first(data_of, name)))
    fields.tell(
        "published", attribute(first(root, "story.date"), "norm") or text_of(first(root, "story.date"))
    )
    fields.tell("published", attribute(first(root, "pubdata"), "date.publication"))
    fields.tell("published", text_of(first(root, "story.date")))


def _sources(root: Element) -> Iterator[str]:
    yield attribute(first(root, "pubdata"), "name")
    yield text_of(first(root, "distributor"))
    for name in ("doc.copyright", "doc.rights"):
        yield attribute(first(root, name), "holder") or attribute(first(root, name), "owner")
    yield attribute(first(root, "doc-id"), "regsrc")
    for meta in all_of(root, "meta"):
        if attribute(meta, "name").casefold() in ("source", "provider", "publication"):
            yield attribute(meta, "content")

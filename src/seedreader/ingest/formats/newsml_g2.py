"""NewsML-G2 of the IPTC: a message of items, or one item; only those that hold a text are articles."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from seedreader.article import SourceId
from seedreader.ingest import agency, fragment, xml, xml_markup
from seedreader.ingest.errors import TRUNCATED
from seedreader.ingest.formats import nitf
from seedreader.ingest.item import Fields, Members, document, length
from seedreader.ingest.raw_document import Documents, RawDocument
from seedreader.ingest.text_builder import Block
from seedreader.ingest.xml import all_of, attribute, children, first, local, text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MEDIA_TYPE = "application/vnd.iptc.g2.newsitem+xml"
TOLD_BY = "newsml-g2"
ROOTS = (
    "newsMessage",
    "newsItem",
    "packageItem",
    "conceptItem",
    "knowledgeItem",
    "planningItem",
    "catalogItem",
)
_ITEMS = ROOTS[1:]
_OTHERS = {"packageItem": "package of links", "conceptItem": "concept", "knowledgeItem": "list of concepts",
           "planningItem": "plan of coverage", "catalogItem": "catalogue"}  # fmt: skip
_NOT_TEXT = frozenset(("picture", "graphic", "video", "audio", "animation", "still", "photo"))
_DRAFT_DAYS = 31


def read(data: bytes, _: SourceId) -> Documents:
    """The text items of a message. Raises `IngestError` for what is no XML."""
    parsed = xml.parse(data)
    alone = local(parsed.root) in _ITEMS
    items = [parsed.root] if alone else list(all_of(parsed.root, *_ITEMS))
    members = Members()
    found: list[RawDocument] = []
    others: Counter[str] = Counter()
    kept = agency.latest([(attribute(item, "guid"), attribute(item, "version")) for item in items])
    for place, item in enumerate(items):
        if place not in kept:
            others["earlier version"] += 1
            continue
        kind = _OTHERS.get(local(item)) or _class(item)
        body, inner = ([], None) if local(item) in _OTHERS or kind in _NOT_TEXT else _body(item)
        if length(body):
            found.append(
                _article(item, body, inner, None if alone else members.name(attribute(item, "guid")))
            )
        else:
            others[kind if kind in _NOT_TEXT or local(item) in _OTHERS else "item without text"] += 1
    told = [] if parsed.complete else [TRUNCATED]
    return agency.documents(found, others, told)


def _class(item: Element) -> str:
    told = first(item, "itemClass")
    return (attribute(told, "qcode") or attribute(told, "uri").rpartition("/")[2]).rpartition(":")[2]


def _body(item: Element) -> tuple[list[Block], Element | None]:
    """The longest text that the item holds in one of its renditions, marked up before plain, and its NITF."""
    best: list[Block] = []
    inside = None
    for name in ("inlineXML", "inlineData"):
        for each in all_of(item, name):
            if "image" in attribute(each, "contenttype"):
                continue
            root = nitf.root_of(each)
            blocks = nitf.body(root) if root is not None else _shown(each, name)
            if length(blocks) > length(best):
                best, inside = blocks, root
        if best:
            break
    return best, inside


def _shown(each: Element, name: str) -> list[Block]:
    if "plain" in attribute(each, "contenttype"):
        return fragment.plain_blocks(fragment.without_tags("".join(each.itertext())))
    body = first(each, "body") if name == "inlineXML" else None
    return xml_markup.blocks(each if body is None else body)


def _article(item: Element, body: list[Block], inner: Element | None, member: str | None) -> RawDocument:
    meta, content = first(item, "itemMeta"), first(item, "contentMeta")
    about = item if content is None else content
    management = item if meta is None else meta
    fields = Fields(TOLD_BY)
    title, lead = _headlines(about)
    if inner is not None:
        fields.tell("title", title or nitf.title(inner))
    fields.tell("title", title or text_of(first(item, "title")))
    for name in ("by", "byline"):
        for each in all_of(about, name):
            fields.tell("author", text_of(each))
    created, version = (
        text_of(first(management, "firstCreated")),
        text_of(first(management, "versionCreated")),
    )
    _days(fields, created, version or text_of(first(about, "contentModified", "contentCreated")))
    fields.tell("language", attribute(first(about, "language"), "tag"))
    fields.tell("language", attribute(item, "lang"))
    fields.tell("outlet", _outlet(item, management, about))
    notes = [
        text_of(each)
        for each in all_of(management, "edNote")
        if not attribute(each, "role").endswith("private")
    ]
    signals = [attribute(each, "qcode") for each in all_of(management, "signal", "pubStatus")]
    marks = agency.notices(
        version=attribute(item, "version"), status=signals, embargo=text_of(first(management, "embargoed")),
        said=notes, headline=title, slug=text_of(first(about, "slugline")),
    )  # fmt: skip
    return document(
        fields,
        body,
        MEDIA_TYPE,
        lead=lead,
        member=member,
        marks=marks,
        item=agency.item(attribute(item, "guid"), version=attribute(item, "version")),
    )


def _days(fields: Fields, created: str, version: str) -> None:
    """The first version's day; an id used again after weeks, or a draft of weeks, tells nothing."""
    first_told = Fields("")
    first_told.tell("published", created)
    first_told.tell("updated", version)
    days = [first_told.declared.get(each) for each in ("published", "updated")]
    if days[0] and days[1] and abs((days[1].value - days[0].value).days) > _DRAFT_DAYS:  # type: ignore[operator]
        created = version
    fields.days(created or version, version)


def _headlines(about: Element) -> tuple[str, list[Block]]:
    """The headline, and those that stand below it."""
    told = [(attribute(each, "role").casefold(), text_of(each)) for each in children(about, "headline")]
    told = [each for each in told if each[1]] or [("", text_of(each)) for each in all_of(about, "headline")]
    if not told:
        return "", []
    main = next(
        (each for each in told if not each[0] or each[0].endswith((":main", ":headline", ":hed"))), told[0]
    )
    below = [text for role, text in told if "sub" in role and text != main[1]]
    return main[1], [Block(text, "heading") for text in below]


def _outlet(item: Element, management: Element, about: Element) -> str | None:
    provider, holder = first(management, "provider"), first(item, "copyrightHolder")
    source = next((e for e in all_of(about, "infoSource") if "origProv" in attribute(e, "role")), None)
    return agency.name(
        text_of(first(about, "creditline")) if len(text_of(first(about, "creditline"))) < 25 else None,
        text_of(provider), attribute(provider, "literal"), attribute(source, "literal"),
        text_of(holder), attribute(holder, "literal"), attribute(provider, "qcode"),
    )  # fmt: skip

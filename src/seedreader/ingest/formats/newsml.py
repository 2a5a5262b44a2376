"""NewsML 1: items of components inside one another; those that hold a text are articles."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from seedreader.article import AgencyItem, SourceId
from seedreader.ingest import agency, xml, xml_markup
from seedreader.ingest.errors import TRUNCATED
from seedreader.ingest.formats import nitf
from seedreader.ingest.item import Fields, Members, document, folded, length
from seedreader.ingest.raw_document import Documents, RawDocument
from seedreader.ingest.text_builder import Block, byline
from seedreader.ingest.xml import all_of, attribute, children, first, local, text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MEDIA_TYPE = "text/vnd.iptc.newsml"
TOLD_BY = "newsml"
_TEXTS = frozenset(("", "text", "complexdata"))
_OPEN_DATELINE = ("-", "–", "—")


def read(data: bytes, _: SourceId) -> Documents:
    """The text items of a file. Raises `IngestError` for what is no XML."""
    parsed = xml.parse(data)
    members = Members()
    found: list[RawDocument] = []
    others: Counter[str] = Counter()
    items = list(all_of(parsed.root, "NewsItem")) or [parsed.root]
    for item in items:
        texts = _texts(item, others)
        if not texts:
            others["item without text"] += not others
        for place, (component, above, body) in enumerate(texts):
            own = text_of(first(item, "NewsItemId"))
            member = members.name(own if own and not place else f"{own}#{place + 1}" if own else None)
            alone = len(items) == 1 and len(texts) == 1
            raw = _article(item, component, above, body, None if alone else member)
            found.append(raw._replace(item=_named(item, place)))
    return agency.documents(found, others, [] if parsed.complete else [TRUNCATED])


def _named(item: Element, place: int) -> AgencyItem | None:
    """What the agency calls the text that stands there in the item."""
    parts = [text_of(first(item, name)) for name in ("ProviderId", "DateId", "NewsItemId")]
    parts[-1] += f"#{place + 1}" if place and parts[-1] else ""
    return agency.item("newsml", *parts, version=text_of(first(item, "RevisionId")))


def _texts(item: Element, others: Counter[str]) -> list[tuple[Element, list[Element], list[Block]]]:
    """Each component that holds a text of its own, those above it from the nearest, and that text."""
    found: list[tuple[Element, list[Element], list[Block]]] = []
    seen: set[str] = set()
    stack: list[tuple[Element, list[Element]]] = [(item, [])]
    while stack:
        component, above = stack.pop()
        best: list[Block] = []
        for content in children(component, "ContentItem"):
            kind = attribute(first(content, "MediaType"), "FormalName").casefold()
            if kind not in _TEXTS:
                others[{"photo": "picture"}.get(kind, kind)] += 1
                continue
            for each in all_of(content, "DataContent", "InlineContent"):
                root = nitf.root_of(each)
                inner = first(each, "body")
                blocks = (
                    nitf.body(root)
                    if root is not None
                    else xml_markup.blocks(each if inner is None else inner)
                )
                best = blocks if length(blocks) > length(best) else best
        key = folded(" ".join(block.text for block in best))
        if (
            key
            and key not in seen
            and "caption" not in attribute(first(component, "Role"), "FormalName").casefold()
        ):
            seen.add(key)
            found.append((component, above, best))
        inside = [(each, [component, *above]) for each in children(component, "NewsComponent")]
        stack += reversed(inside)
    return found


def _article(
    item: Element, component: Element, above: list[Element], body: list[Block], member: str | None
) -> RawDocument:
    fields = Fields(TOLD_BY)
    near = [component, *above]
    lines = [each for part in near for each in children(part, "NewsLines")]
    lead: list[Block] = []
    for each in lines:
        fields.tell("title", text_of(first(each, "HeadLine")))
        lead += [Block(text_of(sub), "heading") for sub in children(each, "SubHeadLine")]
        lead += [byline(text_of(line)) for line in children(each, "ByLine")]
        for line in children(each, "ByLine"):
            fields.tell("author", text_of(line))
    if (inner := nitf.root_of(component)) is not None:
        fields.tell("title", nitf.title(inner))
        for each in all_of(inner, "byline"):
            fields.tell("author", nitf.byline(each))
    management = first(item, "NewsManagement")
    if management is not None:
        fields.days(
            text_of(first(management, "FirstCreated")), text_of(first(management, "ThisRevisionCreated"))
        )
    fields.tell("published", text_of(first(item, "DateId")))
    for part in near:
        for meta in children(part, "DescriptiveMetadata"):
            fields.tell("language", attribute(first(meta, "Language"), "FormalName"))
        fields.tell("language", attribute(part, "lang"))
    fields.tell("outlet", _outlet(item, near))
    marks = agency.notices(
        version=text_of(first(item, "RevisionId")),
        status=[attribute(first(item, "Status"), "FormalName"), attribute(first(item, "NewsItemType"),
            "FormalName")],
        embargo=text_of(first(item, "StatusWillChange")) or None,
        said=[text_of(each) for each in all_of(item, "EditorialNote",
            "Instruction") if local(each) == "EditorialNote"],
        headline=fields.value("title"),
        slug=text_of(first(item, "SlugLine", "NameLabel")),
    )  # fmt: skip
    return document(fields, _with_dateline(lines, body), MEDIA_TYPE, lead=lead, member=member, marks=marks)


def _with_dateline(lines: list[Element], body: list[Block]) -> list[Block]:
    """The first paragraph begins with the dateline, as a paper prints it, where that was taken out of it."""
    told = next((text for each in lines if (text := text_of(first(each, "DateLine")))), "")
    if not body or not told.endswith(_OPEN_DATELINE) or body[0].text.startswith(told[:8]):
        return body
    return [Block(f"{told} {body[0].text}"), *body[1:]]


def _outlet(item: Element, near: list[Element]) -> str | None:
    parties = [
        attribute(first(each, "Party"), "FormalName") for part in near for each in all_of(part, "Provider")
    ]
    credit = [text_of(first(each, "CreditLine")) for part in near for each in children(part, "NewsLines")]
    return agency.name(*credit, *parties, text_of(first(item, "ProviderId")))

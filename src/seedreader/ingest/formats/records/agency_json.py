"""Items of news agencies as JSON: ninjs of the IPTC, and dpa's digital wires."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from seedreader.article import AgencyItem
from seedreader.ingest import agency, fragment
from seedreader.ingest.item import Fields, Members, document, length
from seedreader.ingest.raw_document import Documents, RawDocument
from seedreader.ingest.text_builder import Block

NINJS, DPA = "application/vnd.iptc.ninjs+json", "application/vnd.dpa.digitalwires+json"
_KINDS = frozenset(
    ("text", "composite", "picture", "audio", "video", "graphic", "planning", "event", "component", "package")
)
_BODIES = ("body_html", "body_xhtml", "body_text")
_WRAPPERS = ("items", "data", "entries", "results", "_items", "hits")


def items(values: list[Any]) -> list[dict[str, Any]]:
    """The agency's items of a file, alone or in a list; none where it is another format."""
    found: list[dict[str, Any]] = []
    for value in values:
        held = value if isinstance(value, list) else [value]
        if isinstance(value, dict) and not _is_item(value):
            held = next((value[name] for name in _WRAPPERS if isinstance(value.get(name), list)), [])
        if not held or not all(map(_is_item, held)):
            return []
        found += held
    return found


def _is_item(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    if str(value.get("format", "")).startswith("digitalwires"):
        return True
    named = {"uri", "guid", "urn", "_id"} & value.keys()
    versioned = {"versioncreated", "versionCreated", "version_created"} & value.keys()
    kind, standard = value.get("type"), value.get("standard")
    said = isinstance(standard, dict) and standard.get("name") == "ninjs"
    told = {*_BODIES, "bodies", "headlines", "pubstatus", "pubStatus"} & value.keys()
    return bool(named) and bool(said or (versioned and (told or kind in _KINDS)) or (told and kind in _KINDS))


def documents(found: list[dict[str, Any]]) -> Documents:
    """The texts among items."""
    members, articles = Members(), list[RawDocument]()
    others: Counter[str] = Counter()
    kept = agency.latest([(_id(item), item.get("version")) for item in found])
    for place, item in enumerate(found):
        if place not in kept:
            others["earlier version"] += 1
            continue
        is_dpa = str(item.get("format", "")).startswith("digitalwires")
        member = members.name(_id(item))
        raw = (_dpa if is_dpa else _ninjs)(item, member if len(found) > 1 else None)
        if raw is None:
            kinds = (
                [each.get("type") for each in item.get("associations") or [] if isinstance(each, dict)]
                if is_dpa
                else [item.get("type")]
            )
            kind = str(next(iter(kinds), None) or "item")
            others[
                {
                    "image": "picture",
                    "composite": "package",
                    "text": "item without text",
                    "item": "item without text",
                }.get(kind, kind)
            ] += 1
        else:
            articles.append(raw)
    return agency.documents(articles, others)


def _id(item: dict[str, Any]) -> str:
    return str(item.get("urn") or item.get("uri") or item.get("guid") or "")


def _named(item: dict[str, Any]) -> AgencyItem | None:
    return agency.item(_id(item), version=item.get("version"))


def _dpa(item: dict[str, Any], member: str | None) -> RawDocument | None:
    body = _html(item.get("article_html"))
    if not length(body):
        return None
    fields = Fields("dpa-digitalwires")
    fields.tell("title", item.get("headline"))
    fields.tell("author", item.get("byline"))
    fields.days(item.get("version_created") or item.get("updated"))
    fields.tell("language", item.get("language"))
    fields.tell("outlet", agency.name(_said(item.get("creditline")), "dpa"))
    lead = [
        Block(_said(item.get(name)), kind)
        for name, kind in (
            ("kicker", "heading"),
            ("subhead", "heading"),
            ("teaser", "paragraph"),
            ("byline", "header"),
        )
    ]
    if dateline := " ".join(_said(item.get("dateline")).split()):
        at = next((place for place, block in enumerate(body) if block.kind != "heading"), 0)
        if not body[at].text.startswith(dateline):
            body[at] = Block(f"{dateline} {body[at].text}")
    body += _html(item.get("infobox_html"))
    body += [block._replace(kind="navigation") for block in _html(item.get("linkbox_html"))]
    notes = [
        _said(each.get("ednote"))
        for each in item.get("ednotes") or []
        if isinstance(each, dict)
        and str(each.get("role", "")).rpartition(":")[2]
        in ("embargo", "correctionshort", "correction", "kill", "update")
    ]
    marks = agency.notices(
        version=item.get("version"), status=[_said(item.get("signal")), _said(item.get("pubstatus"))],
        embargo=_said(item.get("embargoed")), said=notes, headline=fields.value("title"),
    )  # fmt: skip
    return document(fields, body, DPA, lead=lead, member=member, marks=marks, item=_named(item))


def _ninjs(item: dict[str, Any], member: str | None) -> RawDocument | None:
    if item.get("type") not in (None, "text", "composite", "component"):
        return None
    body: list[Block] = []
    for told in _bodies(item):
        if length(told) > 1.1 * length(body):
            body = told
    if not length(body):
        return None
    fields = Fields("ninjs")
    for headline in _headlines(item):
        fields.tell("title", headline)
    fields.tell("title", item.get("title"))
    fields.tell("author", item.get("byline") or item.get("by"))
    fields.tell(
        "author",
        [
            each
            for each in item.get("authors") or []
            if isinstance(each, dict) and each.get("role") in (None, "author", "writer")
        ],
    )
    version = item.get("versioncreated") or item.get("versionCreated")
    first = (
        item.get("firstpublished")
        or item.get("firstPublished")
        or item.get("contentcreated")
        or item.get("contentCreated")
    )
    fields.days(first or version, version)
    fields.tell("language", item.get("language"))
    provider = item.get("provider") or item.get("source") or item.get("infosource")
    provider = provider[0] if isinstance(provider, list) and provider else provider
    provider = provider.get("name") or provider.get("literal") if isinstance(provider, dict) else provider
    fields.tell(
        "outlet",
        agency.name(_said(provider), _said(item.get("copyrightholder") or item.get("copyrightHolder"))),
    )
    fields.tell("url", item.get("canonicalurl") or item.get("url"))
    marks = agency.notices(
        version=item.get("version") if not isinstance(item.get("version"), dict) else None,
        status=[_said(item.get("pubstatus") or item.get("pubStatus")), _said(item.get("signal"))],
        embargo=_said(item.get("embargoed")),
        said=[_said(item.get("ednote") or item.get("edNote"))],
        headline=fields.value("title"), slug=_said(item.get("slugline")),
    )  # fmt: skip
    return document(fields, body, NINJS, member=member, marks=marks, item=_named(item))


def _bodies(item: dict[str, Any]) -> Iterator[list[Block]]:
    for name in _BODIES:
        if told := _said(item.get(name)):
            yield fragment.blocks(told) if name != "body_text" else fragment.plain_blocks(told)
    for each in item.get("bodies") or []:
        if isinstance(each, dict):
            yield fragment.blocks(_said(each.get("value")))


def _headlines(item: dict[str, Any]) -> Iterator[str]:
    """The headlines, the main one first."""
    yield _said(item.get("headline"))
    told = [each for each in item.get("headlines") or [] if isinstance(each, dict)]
    for each in sorted(told, key=lambda each: str(each.get("role") or "main") not in ("main", "headline")):
        yield _said(each.get("value"))


def _html(value: Any) -> list[Block]:
    return fragment.html_blocks(value) if isinstance(value, str) else []


def _said(value: Any) -> str:
    return value if isinstance(value, str) else ""

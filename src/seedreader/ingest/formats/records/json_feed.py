"""JSON Feed."""

from __future__ import annotations

from collections import Counter
from typing import Any

from seedreader.article import Mark
from seedreader.ingest import agency, feed_item, fragment
from seedreader.ingest.item import Fields, Members, document, length
from seedreader.ingest.raw_document import Documents, RawDocument

MEDIA_TYPE = "application/feed+json"


def is_feed(value: Any) -> bool:
    """Whether a value is a feed of this kind."""
    return (
        isinstance(value, dict)
        and "jsonfeed.org" in str(value.get("version"))
        and isinstance(value.get("items"), list)
    )


def documents(feed: dict[str, Any]) -> Documents:
    """The items of a feed."""
    members, found = Members(), list[RawDocument]()
    others: Counter[str] = Counter()
    addresses: list[str] = []
    for item in feed["items"]:
        if not isinstance(item, dict):
            continue
        address = item.get("url") or item.get("external_url")
        member = members.name(item.get("id") or address)
        body = fragment.html_blocks(str(item.get("content_html") or ""))
        plain = fragment.plain_blocks(str(item.get("content_text") or ""))
        body = body if length(body) >= length(plain) else plain
        teaser = fragment.blocks(str(item.get("summary") or ""))
        is_whole = length(body) > 0 and feed_item.is_whole(body, teaser)
        body = body if length(body) else teaser
        if not length(body):
            others["item with a title only"] += 1
            addresses += [address] if isinstance(address, str) else []
            continue
        fields = Fields("json-feed")
        fields.tell("title", item.get("title"))
        fields.tell("author", item.get("authors") or item.get("author"))
        fields.days(item.get("date_published"), item.get("date_modified"))
        fields.tell("outlet", feed_item.outlet(str(feed.get("title") or "")))
        fields.tell("language", item.get("language") or feed.get("language"))
        fields.tell("url", item.get("url") or item.get("external_url"))
        found.append(
            document(fields, body, MEDIA_TYPE, member=member, marks=[] if is_whole else [Mark("excerpt")])
        )
    told = agency.documents(found, others, nothing="an empty feed")
    return told._replace(problems=tuple(each._replace(addresses=tuple(addresses)) for each in told.problems))

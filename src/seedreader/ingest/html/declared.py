"""What a page declares of itself: JSON-LD, OpenGraph, Dublin Core, other meta tags, microdata, its title."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from seedreader.ingest.html import captured
from seedreader.ingest.html.declared_values import (
    Values,
    first_value,
    is_address,
    joined_address,
    language_code,
    take,
)
from seedreader.ingest.html.json_ld import LinkedData, linked_data, take_json_ld
from seedreader.ingest.html.title_and_site import by_line, take_title, tidy
from seedreader.ingest.raw_document import Declared

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_META = {
    "title": (
        ("og:title", "opengraph"), ("twitter:title", "meta"), ("dc.title",
        "dublin core"), ("dcterms.title", "dublin core"),
        ("parsely-title", "meta"), ("sailthru.title", "meta"), ("citation_title", "meta"), ("headline",
        "meta"), ("title", "meta"),
    ),
    "outlet": (
        ("og:site_name", "opengraph"), ("application-name", "meta"), ("dc.publisher", "dublin core"),
        ("dcterms.publisher", "dublin core"), ("citation_journal_title", "meta"), ("publisher",
        "meta"), ("copyright-holder", "meta"),
        ("apple-mobile-web-app-title", "meta"),
    ),
    "author": (
        ("article:author", "opengraph"), ("og:article:author", "opengraph"), ("dc.creator",
        "dublin core"), ("dcterms.creator", "dublin core"),
        ("author", "meta"), ("parsely-author", "meta"), ("sailthru.author", "meta"), ("byl",
        "meta"), ("citation_author", "meta"),
        ("cxenseparse:author", "meta"), ("twitter:data1", "meta"),
    ),
    "published": (
        ("article:published_time", "opengraph"), ("og:article:published_time",
        "opengraph"), ("og:published_time", "opengraph"),
        ("og:pubdate", "opengraph"), ("dc.date.issued", "dublin core"), ("dcterms.issued",
        "dublin core"), ("dcterms.created", "dublin core"),
        ("dc.date", "dublin core"), ("dcterms.date", "dublin core"), ("dc.date.created",
        "dublin core"), ("datepublished", "meta"),
        ("date", "meta"), ("pubdate", "meta"), ("publish-date", "meta"), ("publish_date",
        "meta"), ("publishdate", "meta"),
        ("parsely-pub-date", "meta"), ("sailthru.date", "meta"), ("cxenseparse:recs:publishtime",
        "meta"), ("article_date_original", "meta"),
        ("citation_publication_date", "meta"), ("citation_date", "meta"), ("originalpublicationdate",
        "meta"), ("rbpubdate", "meta"),
        ("displaydate", "meta"), ("ptime", "meta"), ("pdate", "meta"), ("created",
        "meta"), ("date.created", "meta"),
    ),
    "updated": (
        ("article:modified_time", "opengraph"), ("og:updated_time",
        "opengraph"), ("og:article:modified_time", "opengraph"),
        ("dcterms.modified", "dublin core"), ("dc.date.modified", "dublin core"), ("datemodified",
        "meta"), ("last-modified", "meta"),
        ("lastmod", "meta"), ("revised", "meta"), ("utime", "meta"), ("article_updated", "meta"),
    ),
    "language": (("og:locale", "opengraph"), ("content-language", "meta"), ("dc.language",
    "dublin core"), ("dcterms.language", "dublin core"), ("language", "meta")),
    "url": (("og:url", "opengraph"), ("twitter:url", "meta"), ("parsely-link", "meta")),
}  # fmt: skip
"""For each value the names of meta tags that tell it, the surest first, and what they are called."""


def metadata(
    markup: str | LexborHTMLParser, url: str | None = None, linked: LinkedData | None = None
) -> Mapping[str, Declared]:
    """The values that a page declares, by the names of `Article`, and what told each.

    JSON-LD goes before OpenGraph, Dublin Core, other meta tags, microdata, `<time>` and the title. A day is
    the one written at the site's own place. ``url`` is where the page is known to come from. Ask before
    `text_of`, which takes the scripts out of a tree. ``linked`` is its JSON-LD where that is known already.
    """
    from seedreader.ingest.html.tree import parse

    tree = parse(markup) if isinstance(markup, str) else markup
    found: Values = {}
    metas = _metas(tree)
    url = captured.own_address(url) if url else None
    canonical = _link(tree, "canonical")
    canonical = captured.own_address(canonical) if canonical else None
    base = next(filter(None, (canonical, url, first_value(metas, "og:url"))), None)
    take_json_ld(linked or linked_data(tree), found, base)
    for name, sources in _META.items():
        for key, told_by in sources:
            for content in metas.get(key, ()):
                take(found, name, content, told_by)
    _microdata(tree, found)
    if canonical or url:
        own = canonical if canonical and is_address(canonical) else None
        address = own or joined_address(url or "", canonical or "")
        if is_address(address):
            found["url"] = Declared(address, "link" if canonical else "address")
    _language(tree, found)
    take_title(tree, found)
    tidy(found, tree, metas)
    return found


def _metas(tree: LexborHTMLParser) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in tree.css("meta[content]"):
        known = node.attributes
        content = (known.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (key := known.get(attribute)):
                key = key.strip().lower().replace("dc:", "dc.").replace("dcterms:", "dcterms.")
                found.setdefault(key, []).append(content)
    return found


def _link(tree: LexborHTMLParser, rel: str) -> str | None:
    node = tree.css_first(f'link[rel~="{rel}"][href]')
    return ((node.attributes.get("href") or "").strip() or None) if node is not None else None


def _microdata(tree: LexborHTMLParser, found: Values) -> None:
    for name, key in (
        ("title", "headline"),
        ("published", "datePublished"),
        ("updated", "dateModified"),
        ("author", "author"),
    ):
        node = None if name in found else tree.css_first(f'[itemprop~="{key}"]')
        if node is not None:
            known = node.attributes
            inner = node.css_first('[itemprop~="name"]') if name == "author" else None
            value = (
                known.get("content")
                or known.get("datetime")
                or (inner if inner is not None else node).text(separator=" ")
            )
            if len(value) < 300:
                take(found, name, value, "microdata")
    if "published" not in found:
        for selector in (
            "time[pubdate]",
            "article time[datetime]",
            "main time[datetime]",
            "h1 ~ time[datetime]",
            "header time[datetime]",
        ):
            node = tree.css_first(selector)
            if node is not None:
                take(found, "published", node.attributes.get("datetime") or node.text(), "time")
    if "author" not in found:
        node = tree.css_first('a[rel~="author"], .byline-name, .byline__name, .author-name, .article-author')
        if node is not None and 2 < len(name := node.text(separator=" ").strip()) < 80:
            take(found, "author", name, "by-line")

    if "author" not in found and (persons := by_line(tree)):
        take(found, "author", persons, "by-line")


def _language(tree: LexborHTMLParser, found: Values) -> None:
    """The language: an article's own word for it beats the page's, and that what a tag says of a whole
    site."""
    if "language" in found and found["language"].told_by == "json-ld":
        return
    root = tree.root
    known = root.attributes if root is not None else {}
    if code := language_code(known.get("lang") or known.get("xml:lang")):
        found["language"] = Declared(code, "html")
    elif "language" not in found and "url" in found:
        for link in tree.css('link[rel~="alternate"][hreflang][href]'):
            if link.attributes.get("href") == found["url"].value:
                take(found, "language", link.attributes.get("hreflang"), "hreflang")

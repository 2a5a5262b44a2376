"""EPUB: a book is one article, chapter after chapter; a newspaper's issue is one for each of its articles.

A newspaper shows by what made it: Calibre's news download and the programs that send read-later lists.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from seedreader.article import SourceId, Structure
from seedreader.ingest import declared_day, html, xml
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.raw_document import Declared, Documents, RawDocument
from seedreader.ingest.text_builder import APART
from seedreader.ingest.zip import Zip, open_zip

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MEDIA_TYPE = "application/epub+zip"
OPF = "opf"
"""What tells a value: the package document."""

MOST = 200 * 2**20
"""Bytes of chapters that are read."""

_PAGE = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
_SUFFIXES = (".xhtml", ".html", ".htm", ".xml")
_ARTICLE = re.compile(r"(?:\A|/)feed_\d+/article_\d+/")
_SPLIT = re.compile(r"_split_\d+(?=\.\w+\Z)")
_LISTS = re.compile(
    r"\b(?:wallabag|instapaper|pocket|readability|p2k|five ?filters|push to kindle)\b", re.IGNORECASE
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_EMPTY = re.compile(r"<([A-Za-z][\w:-]{0,40})((?:\s[^<>]*)?)/>")
_NAVIGATION = re.compile(
    r"[|\s]*(?:(?:next|previous|section menu|main menu|articles|sections)\s*(?:\||\Z)\s*)+[|\s]*",
    re.IGNORECASE,
)
_DOWNLOADED = re.compile(r"\bdownloaded by\s+calibre\b|\bcalibre\b\s.{0,40}\bhttps?://")
_TOP, _NODES, _FRAME = 400, 2_000, 400
"""How far from the top a headline stands; how many elements may be frame, and how long its lines are."""

_ISSUE = re.compile(r"\s*[\[(](?P<day>[^\])]*\d[^\])]*)[\])]\s*\Z")
_FREE = frozenset(("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"))
"""How fonts are disguised, which locks no text."""


class _Chapter(NamedTuple):
    name: str
    markup: str


class _Package(NamedTuple):
    """What the package document tells: names of the chapters in reading order, and of the whole."""

    chapters: tuple[str, ...]
    declared: dict[str, Declared]
    is_issue: bool


def read(data: bytes, _: SourceId) -> Documents:
    """The book, or the articles of an issue. Raises `IngestError`."""
    archive = open_zip(data)
    package = _package(archive)
    _refuse_locked(archive)
    chapters, lost = _chapters(archive, package.chapters)
    problems = (
        *(() if archive.complete else (Problem("", "truncated", "what comes before was read"),)),
        *(Problem("", "lost", f"holds {name} that could not be read") for name in lost),
    )
    articles = _articles(chapters, package.is_issue)
    if len(articles) > 1:
        documents = [_article(name, own, package.declared) for name, own in articles]
    else:
        documents = [_book(chapters, package.declared)]
    shown = tuple(each for each in documents if each.text)
    if not shown:
        raise IngestError("nothing", "its pages show no text")
    return Documents(shown, problems)


def _package(archive: Zip) -> _Package:
    opf = _opf_name(archive)
    if opf is None:
        return _Package(_pages(archive.names), {}, False)
    try:
        root = xml.parse(archive.read(opf)).root
    except IngestError:
        return _Package(_pages(archive.names), {}, False)
    folder = posixpath.dirname(opf)
    items = {each.get("id", ""): each for each in xml.all_of(root, "item")}
    inside = {name.casefold(): name for name in archive.names}
    spine = [items[ref] for each in xml.all_of(root, "itemref") if (ref := each.get("idref", "")) in items]
    names = [
        found
        for item in spine or items.values()
        if "nav" not in item.get("properties", "").split() and item.get("media-type", _PAGE[0]) in _PAGE
        if (found := inside.get(_inside(folder, item.get("href", "")).casefold()))
    ]
    chapters = tuple(dict.fromkeys(names)) or _pages(archive.names)
    return _Package(chapters, _declared(root), _is_issue(root))


def _opf_name(archive: Zip) -> str | None:
    if "META-INF/container.xml" in archive:
        try:
            container = xml.parse(archive.read("META-INF/container.xml")).root
        except IngestError:
            container = None
        for each in () if container is None else xml.all_of(container, "rootfile"):
            name = _inside("", each.get("full-path", ""))
            if name in archive:
                return name
    return next((name for name in archive.names if name.lower().endswith(".opf")), None)


def _inside(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0]))).lstrip("/")


def _pages(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(
        each for each in names if each.lower().endswith(_SUFFIXES) and not each.startswith("META-INF/")
    )


def _refuse_locked(archive: Zip) -> None:
    if "META-INF/encryption.xml" not in archive:
        return
    root = xml.parse(archive.read("META-INF/encryption.xml")).root
    ways = {each.get("Algorithm", "") for each in xml.all_of(root, "EncryptionMethod")}
    if "META-INF/rights.xml" in archive or ways - _FREE:
        raise IngestError(
            "not-text", "a book that its seller has locked (DRM); open it in the program it was sold for"
        )


def _declared(root: Element) -> dict[str, Declared]:
    """What the package tells, by the names that `Provenance` has."""
    told: dict[str, str | date] = {}
    if title := _first(root, "title"):
        told["title"] = title
    writers = [
        xml.text_of(each).strip()
        for each in xml.all_of(root, "creator")
        if xml.attribute(each, "role") in ("", "aut")
    ]
    if writers := [
        each for each in dict.fromkeys(writers) if each and each.casefold() not in ("calibre", "unknown")
    ]:
        told["author"] = ", ".join(writers)
    if (publisher := _first(root, "publisher")) and "calibre" not in publisher.casefold():
        told["outlet"] = publisher
    if language := _first(root, "language"):
        told["language"] = language
    days = [
        declared_day.day(xml.text_of(each).strip())
        for each in xml.all_of(root, "date")
        if xml.attribute(each, "event") in ("", "publication", "original-publication")
    ]
    if day := next(filter(None, days), None):
        told["published"] = day
    if (url := _first(root, "source") or "").startswith(("https://", "http://")):
        told["url"] = url
    return {name: Declared(value, OPF) for name, value in told.items()}


def _first(root: Element, name: str) -> str | None:
    texts = (" ".join(xml.text_of(each).split()) for each in xml.all_of(root, name))
    return next(filter(None, texts), None)


def _is_issue(root: Element) -> bool:
    """Whether a newspaper, or a list of pages to read later."""
    metas = [each for each in xml.all_of(root, "meta") if "publication_type" in each.get("name", "")]
    made = [xml.text_of(each) for each in xml.all_of(root, "creator", "publisher", "contributor", "title")]
    return any("periodical" in each.get("content", "") for each in metas) or any(map(_LISTS.search, made))


def _chapters(archive: Zip, names: Sequence[str]) -> tuple[list[_Chapter], list[str]]:
    """The chapters, and the names of those that could not be read."""
    found: list[_Chapter] = []
    lost: list[str] = []
    left = MOST
    for name in names:
        try:
            data = archive.read(name, most=left)
        except IngestError:
            lost.append(name)
            continue
        left -= len(data)
        markup = _EMPTY.sub(_opened, html.decode(data).text)
        found.append(_Chapter(name, markup))
    return found, lost


def _opened(empty: re.Match[str]) -> str:
    """An empty element as HTML knows it: ``<title/>`` would take the rest of the page for a title."""
    name, rest = empty.groups()
    return empty[0] if name.lower() in _VOID else f"<{name}{rest}></{name}>"


def _articles(chapters: Sequence[_Chapter], is_issue: bool) -> list[tuple[str, list[_Chapter]]]:
    """The chapters of each article of an issue, by what to call it; none for a book."""
    known = [each for each in chapters if _ARTICLE.search(each.name)]
    if not known and not is_issue:
        return []
    found: dict[str, list[_Chapter]] = {}
    for each in known or chapters:
        found.setdefault(_SPLIT.sub("", each.name), []).append(each)
    return list(found.items())


def _article(name: str, chapters: Sequence[_Chapter], issue: dict[str, Declared]) -> RawDocument:
    """An article of an issue, whose outlet is the issue's title and whose day is the issue's."""
    trees = [html.parse(chapter.markup) for chapter in chapters]
    own = html.metadata(chapters[0].markup)
    addresses = [url for tree in trees if (url := _without_frame(tree))]
    text, structure = _joined(map(html.text_of, trees))
    declared: dict[str, Declared] = {
        field: issue[field] for field in ("published", "language") if field in issue
    }
    if paper := issue.get("title"):
        declared["outlet"] = Declared(_ISSUE.sub("", str(paper.value)), OPF)
    heading = next((each for each in structure if each.kind == "heading" and each.start < _TOP), None)
    if heading:
        declared["title"] = Declared(text[heading.start : heading.end], "heading")
    elif "title" in own:
        declared["title"] = own["title"]
    declared |= {field: own[field] for field in ("author", "published") if field in own}
    if addresses:
        declared["url"] = Declared(addresses[0], "calibre")
    return RawDocument(text, MEDIA_TYPE, name, declared, structure)


def _book(chapters: Sequence[_Chapter], declared: dict[str, Declared]) -> RawDocument:
    text, structure = _joined(html.text_of(chapter.markup) for chapter in chapters)
    return RawDocument(text, MEDIA_TYPE, None, declared, structure)


def _joined(texts: Iterable[html.Text]) -> html.Text:
    """The texts of chapters, one after the other."""
    parts: list[str] = []
    structure: list[Structure] = []
    at = 0
    for each in texts:
        if not each.text:
            continue
        if parts:
            at += len(APART)
        structure += (one._replace(start=one.start + at, end=one.end + at) for one in each.structure)
        parts.append(each.text)
        at += len(each.text)
    return html.Text(APART.join(parts), tuple(structure))


def _without_frame(tree: LexborHTMLParser) -> str | None:
    """Take the lines out that a program puts round an article; returns the address that one of them names."""
    url = None
    gone: list[LexborNode] = []
    for node in tree.css("div, p, span, td")[:_NODES]:
        is_bar = "navbar" in (node.attributes.get("class") or "")
        shown = node.text(deep=True).strip()
        if len(shown) > _FRAME or not shown:
            continue
        if _DOWNLOADED.search(shown):
            link = node.css_first("a[href^=http]")
            written = re.search(r"https?://\S+", shown)
            url = url or (link.attributes.get("href") if link else written and written[0])
        elif not is_bar and not _NAVIGATION.fullmatch(shown):
            continue
        gone.append(node)
    known = {node.mem_id for node in gone}
    for node in [node for node in gone if not known & set(_above(node))]:
        node.decompose()
    return url


def _above(node: LexborNode) -> Iterator[int]:
    at = node.parent
    while at is not None:
        yield at.mem_id
        at = at.parent

"""The pages of web archives: of all that was captured, what a person opened and read.

A saved page is hundreds of captures. Pages are what a list in the archive names, or else what a browser
asked for as a document, or else every HTML answer that no other page holds as a frame. One address that was
captured several times with different words is one source read at several times: its captures have one
member, the address, and each its own time. The same words captured again are no version.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from seedreader.article import SourceId
from seedreader.ingest import decode, html, registry
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.file_bytes import FileBytes
from seedreader.ingest.raw_document import Declared, Documents, RawDocument
from seedreader.ingest.web_archive import Reader, Record

HTML = frozenset({"text/html", "application/xhtml+xml"})
PDF = "application/pdf"
TEXT = "text/plain"

MOST_PAGES = 5_000
"""Pages of one archive that are read."""

_FRAME = re.compile(
    rb"<i?frame\b[^>]{0,2000}?\bsrc\s*=\s*(?:\"([^\"]{1,2000})\"|'([^']{1,2000})'|([^\s>]{1,2000}))", re.I
)
_NO_PAGES = re.compile(r"/(?:robots|ads|app-ads|humans|security|llms)\.txt\Z")
_FEW_WORDS = 40
"""Words of a plain-text answer below which it is a script's or a counter's."""


class _Page(NamedTuple):
    """What was captured at an address: its articles, none where it holds none, and what is to be told of
    it."""

    key: str
    documents: tuple[RawDocument, ...]
    problems: tuple[Problem, ...] = ()


class Pages:
    """Collects the pages of one or several web archives."""

    def __init__(self, source: SourceId, listed: Iterable[str] = ()) -> None:
        self._source = source
        self._listed = set(map(_key, listed))
        self._told: set[str] = set()
        self._pages: list[_Page] = []
        self._seen: set[tuple[str, bytes]] = set()
        self._frames: set[str] = set()
        self._asked: dict[str, str] = {}
        self._redirects: dict[str, str] = {}
        self._again: set[str] = set()
        self._refused: Counter[int] = Counter()
        self._problems: list[Problem] = []
        self._records = self._lost = 0
        self._cut = False
        self._wanted: set[str] = set()
        self._many = False

    def add(self, data: bytes | FileBytes) -> None:
        """Read the records of one WARC or ARC file."""
        reader = Reader(data)
        for record in reader:
            self._records += 1
            try:
                self._take(record)
            except IngestError as error:
                self._problems.append(error.problem._replace(source=record.url))
        self._lost += reader.lost
        self._cut = self._cut or reader.cut
        self._wanted |= reader.wanted

    def result(self) -> Documents:
        """The pages, in the order of their capture in the file. Raises `IngestError` where there is none."""
        kept = self._chosen()
        documents = tuple(document for page in kept for document in page.documents)
        told = [
            problem
            for page in kept
            for problem in page.problems
            if (page.documents or not documents or self._is_page(page.key))
            and not (problem.kind == "truncated" and self._cut and page is self._pages[-1])
        ]
        problems = self._problems + told + self._doubts({page.key for page in kept})
        if not documents and not problems:
            raise IngestError("nothing", self._why_nothing())
        if not documents:
            problems.append(Problem("", "nothing", self._why_nothing()))
        return Documents(documents, tuple(problems))

    def _take(self, record: Record) -> None:
        if record.kind == "request":
            self._ask(record)
        elif record.kind == "warcinfo":
            self._told |= _listed_in_info(record.content)
        elif record.url.startswith("urn:pageinfo:"):
            self._told.add(_key(record.url.removeprefix("urn:pageinfo:")))
        elif record.kind == "revisit":
            if record.media_type in HTML and record.status in (None, 200):
                self._again.add(_key(record.url))
        elif record.kind in ("response", "resource", "conversion"):
            self._answer(record)

    def _ask(self, record: Record) -> None:
        asked = record.http.get("sec-fetch-dest", "")
        if record.http.get("x-requested-with", "").lower() == "xmlhttprequest":
            asked = "empty"
        key = _key(record.url)
        if asked and self._asked.get(key) != "document":
            self._asked[key] = asked.lower()

    def _answer(self, record: Record) -> None:
        key = _key(record.url)
        if record.kind == "response" and record.status is not None and 300 <= record.status < 400:
            if location := record.http.get("location"):
                self._redirects[key] = _joined(record.url, location) or key
            return
        kind = record.media_type
        if record.kind == "response" and record.status is None:
            return
        if record.status not in (None, 200):
            if kind in HTML and record.status is not None:
                self._refused[record.status] += 1
            return
        if not _is_address(record.url) and not (record.kind == "conversion" or kind in HTML):
            return
        if record.fields.get("warc-resource-type", "document").lower() not in (
            "document",
            "main_frame",
            "page",
        ):
            return
        front = record.content[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
        if not kind and re.match(rb"<(?:!doctype html|html|head|body)\b", front, re.I):
            kind = "text/html"
        if not front or (kind in HTML and front[:1] in (b"{", b"[")):
            return
        if kind not in HTML and kind not in (PDF, TEXT):
            return
        mark = (key, sha256(record.content).digest())
        if mark in self._seen:
            return
        self._seen.add(mark)
        if len(self._pages) >= MOST_PAGES:
            self._many = True
            return
        found = self._documents(record, kind)
        if found.documents or found.problems:
            problems = tuple(problem._replace(source=record.url) for problem in found.problems)
            self._pages.append(_Page(key, found.documents, problems))

    def _documents(self, record: Record, kind: str) -> Documents:
        told = {"url": Declared(record.url, "web archive")} if _is_address(record.url) else {}
        if kind in HTML:
            for found in _FRAME.finditer(record.content):
                address = next(filter(None, found.groups())).decode("utf-8", "replace").replace("&amp;", "&")
                frame = _joined(record.url, address)
                if frame and frame != _key(record.url):
                    self._frames.add(frame)
            return _page(record, kind, told)
        if kind == PDF:
            inside = registry.read(record.content, SourceId(self._source.uri, record.url))
            return inside._replace(
                documents=tuple(
                    _of(each, record.url, record.day, {**told, **each.declared}) for each in inside.documents
                )
            )
        text, _ = decode.decode(record.content, record.charset)
        if record.kind != "conversion" and not _is_reading(record.url, text):
            return Documents(())
        return Documents(
            (_of(RawDocument(text.strip("\n"), TEXT), record.url, record.day, told),) if text.strip() else ()
        )

    def _chosen(self) -> list[_Page]:
        there = {page.key for page in self._pages}
        listed = {self._landed(key) for key in self._listed or self._told} & there
        if listed:
            return [page for page in self._pages if page.key in listed]
        documents = {key for key, asked in self._asked.items() if asked == "document"}
        frames = self._frames - documents
        return [
            page
            for page in self._pages
            if page.key not in frames and self._asked.get(page.key, "document") == "document"
        ]

    def _is_page(self, key: str) -> bool:
        """Whether somebody says that an address is a page that was opened: a list, or the browser."""
        return key in self._listed or key in self._told or self._asked.get(key) == "document"

    def _landed(self, key: str) -> str:
        """Where an address led to, by the redirects in the archive."""
        for _ in range(10):
            following = self._redirects.get(key)
            if following is None or following == key:
                break
            key = following
        return key

    def _doubts(self, kept: set[str]) -> list[Problem]:
        found = []
        if self._lost:
            found.append(Problem("", "lost", f"{_count(self._lost, 'record')} in it could not be read"))
        if self._cut:
            found.append(Problem("", "truncated", "what comes before was read"))
        if self._wanted:
            found.append(Problem("", "extra", "warc"))
        absent = len({self._landed(key) for key in self._listed} - kept)
        if absent:
            found.append(
                Problem(
                    "",
                    "lost",
                    f"{_count(absent, 'page')} of its list of pages could not be found in it",
                    lost=absent,
                )
            )
        elsewhere = len(self._again - {page.key for page in self._pages})
        if elsewhere:
            said = "only points to a capture" if elsewhere == 1 else "only point to captures"
            found.append(
                Problem(
                    "", "lost", f"{_count(elsewhere, 'page')} in it {said} in another file; open that too"
                )
            )
        if self._many:
            found.append(Problem("", "many", f"{MOST_PAGES:,} pages, of which the first were read"))
        return found

    def _why_nothing(self) -> str:
        if self._refused:
            status, _ = self._refused.most_common(1)[0]
            return f"the server answered with an error ({status}) when the page was captured"
        return f"{_count(self._records, 'record')}, none of them a page"


def _page(record: Record, kind: str, told: Mapping[str, Declared]) -> Documents:
    """The article of a page and what is doubtful of it, or why it holds none; nothing for an empty one."""
    try:
        found = html.documents(
            html.decode(record.content, record.charset), record.url if _is_sound(record.url) else None
        )
    except IngestError as error:
        return Documents((), () if error.problem.kind == "empty" else (error.problem,))
    (document,) = found.documents
    declared = {**told, **document.declared}
    return found._replace(
        documents=(_of(document._replace(media_type=kind), record.url, record.day, declared),)
    )


def _of(
    document: RawDocument, url: str, day: datetime | None, declared: Mapping[str, Declared]
) -> RawDocument:
    member = url if document.member is None else f"{url} {document.member}"
    return document._replace(member=member, retrieved=day, declared=declared)


def _is_reading(url: str, text: str) -> bool:
    """Whether an answer in plain text is something to read, and no file for programs."""
    path = (
        "/" + url.lower().partition("://")[2].partition("?")[0].partition("/")[2] if _is_address(url) else ""
    )
    if _NO_PAGES.search(path) or not path or not re.search(r"(?:\.txt|\.md|/|/[^/.]*)\Z", path):
        return False
    words = text[:20_000].split()
    return len(words) >= _FEW_WORDS and sum(word[0].isalpha() for word in words) > 0.6 * len(words)


def _listed_in_info(content: bytes) -> set[str]:
    """The pages that Webrecorder lists in the first record of its files."""
    found = re.search(rb"^json-metadata:\s*(\{.*\})\s*$", content, re.M)
    try:
        told = json.loads(found[1]) if found else {}
        pages = told.get("pages") or []
        return {_key(each["url"]) for each in pages if isinstance(each.get("url"), str)}
    except (ValueError, AttributeError, TypeError, RecursionError):
        return set()


def _joined(url: str, address: str) -> str | None:
    try:
        joined = urljoin(url, address.strip())
    except ValueError:
        return None
    return _key(joined) if _is_address(joined) else None


def _key(url: str) -> str:
    """An address without what makes no other page of it: its scheme, port and fragment."""
    address = url.strip().partition("#")[0]
    _, mark, rest = address.partition("://")
    if not mark:
        return address
    host, slash, path = rest.partition("/")
    host = host.lower().removesuffix(":80").removesuffix(":443")
    return host + (slash or "/") + path


def _is_sound(url: str) -> bool:
    """Whether an address can be taken apart."""
    try:
        urlsplit(url)
    except ValueError:
        return False
    return True


def _is_address(url: str) -> bool:
    return url.lower().startswith(("http://", "https://"))


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"

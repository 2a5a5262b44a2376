"""Which format a file is in. A format's own module is imported only to read such a file."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from seedreader.article import SourceId
from seedreader.ingest.errors import IngestError
from seedreader.ingest.raw import Documents
from seedreader.ingest.sniff import (
    is_compressed,
    is_json,
    is_link_list,
    is_other_xml,
    is_table,
    is_wire,
    xml_root,
)


class Format(NamedTuple):
    """A form that articles come in; its reader is ``formats/NAME.py``.

    ``sniff`` tells by the first `SNIFFED` bytes whether a file is in it. ``extra`` is the extra of this
    package that its reader needs, None where it needs nothing.
    """

    name: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    extra: str | None = None


SNIFFED = 4096
"""Bytes at the front of a file that tell its format."""


def _anything(_: bytes) -> bool:
    return True


def _root(*names: str) -> Callable[[bytes], bool]:
    """Whether it is XML with one of these root elements."""

    def sniff(head: bytes) -> bool:
        return xml_root(head) in names

    return sniff


G2 = ("newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
FEEDS = ("rss", "feed", "RDF", "channel", "entry")

FORMATS = (
    Format("newsml_g2", ("application/vnd.iptc.g2.newsmessage+xml",), (".xml",), _root(*G2)),
    Format("newsml", ("text/vnd.iptc.newsml",), (".xml",), _root("NewsML")),
    Format("nitf", ("application/nitf+xml",), (".nitf", ".xml"), _root("nitf")),
    Format("wire_text", ("text/vnd.iptc.7901",), (), is_wire),
    Format("feed", ("application/rss+xml", "application/atom+xml"), (".rss", ".atom", ".rdf", ".xml"), _root(*FEEDS)),
    Format("references", ("text/x-opml",), (".opml", ".xbel", ".xml"), _root("opml", "xbel", "urlset", "sitemapindex")),
    Format("compressed", ("application/gzip",), (".gz", ".bz2", ".xz"), is_compressed),
    Format("records", ("application/json", "application/x-ndjson"), (".json", ".jsonl", ".ndjson"), is_json),
    Format("link_list", ("text/html",), (".html", ".htm"), is_link_list),
    Format("delimited", ("text/csv", "text/tab-separated-values"), (".csv", ".tsv"), is_table),
    Format("other_xml", ("application/xml",), (".xml",), is_other_xml),
    Format("plain_text", ("text/plain",), (".txt",), _anything),
)
"""Every format; of those that a file could be in, the first is taken."""


def format_of(data: bytes) -> Format:
    """The format of a file with these bytes."""
    head = data[:SNIFFED]
    return next(each for each in FORMATS if each.sniff(head))


def suffixes() -> tuple[str, ...]:
    """What the names of files end in that are read in a folder, in small letters."""
    return tuple(dict.fromkeys(suffix for each in FORMATS for suffix in each.suffixes))


def read(data: bytes, source: SourceId) -> Documents:
    """What a file holds. Raises `IngestError`."""
    found = format_of(data)
    try:
        reader = import_module(f"seedreader.ingest.formats.{found.name}")
    except ImportError as error:
        if found.extra is None:
            raise
        raise IngestError("extra", found.extra) from error
    documents: Documents = reader.read(data, source)
    return documents

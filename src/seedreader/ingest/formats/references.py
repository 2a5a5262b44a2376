"""References without texts as XML: Zotero's RDF, lists of feeds (OPML), bookmarks (XBEL), sitemaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seedreader.article import SourceId
from seedreader.ingest import addresses, xml
from seedreader.ingest.raw_document import Documents

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_ATTRIBUTES = ("about", "href", "htmlUrl", "xmlUrl", "url", "resource")
_ELEMENTS = ("loc", "url", "link", "value", "identifier")


def read(data: bytes, _: SourceId) -> Documents:
    """No article, but the addresses. Raises `IngestError` for what is no XML."""
    return of_rdf(xml.parse(data).root)


def of_rdf(root: Element) -> Documents:
    """What is said of a list of references."""
    return Documents((), (addresses.problem(_links(root)),))


def _links(root: Element) -> Iterator[str]:
    for each in root.iter():
        found = next(
            (value for name in _ATTRIBUTES if (value := xml.attribute(each, name)).startswith("http")), None
        )
        if found:
            yield found
        elif xml.local(each) in _ELEMENTS:
            yield xml.text_of(each)

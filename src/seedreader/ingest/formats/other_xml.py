"""XML of nobody's standard: an agency's or a paper's own records, by what their elements are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from seedreader.article import SourceId
from seedreader.ingest import agency, data_sniffing, xml
from seedreader.ingest.errors import TRUNCATED
from seedreader.ingest.formats import records
from seedreader.ingest.formats.records import keys
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.xml import local, text_of
from seedreader.ingest.xml_markup import as_html

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MEDIA_TYPE = "application/xml"
_TRUE = ("true", "1", "yes", "ja")
_FLAGS = {"annuleret": "kill", "annulled": "kill", "killed": "kill", "nyversion": "new version",
    "korrektion": "correction",
          "correction": "correction", "infoflash": "flash", "embargoed": "embargo"}  # fmt: skip


def read(data: bytes, _: SourceId) -> Documents:
    """The records of a file. Raises `IngestError` for what is no XML."""
    parsed = xml.parse(data)
    elements = _records(parsed.root) or _records_inside(parsed.root)
    found = records.of_records([_record(each) for each in elements], MEDIA_TYPE, local(parsed.root)[:40])
    marked = [
        raw._replace(marks=(*raw.marks, *_notices(element)))
        for raw, element in zip(found.documents, elements, strict=False)
    ]
    told = () if parsed.complete else (TRUNCATED,)
    return found._replace(
        documents=tuple(marked) if len(marked) == len(found.documents) == len(elements) else found.documents,
        problems=(*told, *found.problems),
    )


def _records(root: Element) -> list[Element]:
    """The outermost elements that hold a text, and a title or a day, of their own."""
    found: list[Element] = []
    stack = [root]
    while stack:
        element = stack.pop()
        names = {keys.folded(local(each)) for each in element if text_of(each)}
        if names & set(keys.TEXT) and names & {*keys.TITLE, *keys.PUBLISHED}:
            found.append(element)
        else:
            stack += reversed(element)
    return found


def _records_inside(root: Element) -> list[Element]:
    """The records of documents that stand as text inside another."""
    found: list[Element] = []
    for each in root.iter():
        text = (each.text or "").lstrip()
        if len(text) > 40 and text.startswith("<") and data_sniffing.xml_root(text[:4096].encode()):
            found += _records(xml.parse(text).root)
    return found


def _record(element: Element) -> dict[str, Any]:
    """An element's children by their names; one with elements inside as markup."""
    found: dict[str, Any] = {}
    for each in element:
        name = local(each)
        value = as_html(each) if len(each) and keys.folded(name) in keys.TEXT else text_of(each)
        if value and name not in found:
            raw = "".join(each.itertext())
            found[name] = value if len(each) or "\n" not in raw.strip() else raw
    return found


def _notices(element: Element) -> list[Any]:
    values = {keys.folded(local(each)): text_of(each) for each in element}
    return agency.notices(
        version=values.get("version"),
        status=[],
        embargo=values.get("embargo")
        if values.get("embargo", "").casefold() not in ("", "false", "0", "no")
        else None,
        said=[said for name, said in _FLAGS.items() if values.get(name, "").casefold() in _TRUE],
        headline=values.get("headline", ""),
    )

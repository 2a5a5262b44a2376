"""How the front of a file tells that an office program made it, or that it is a page of Nexis."""

from __future__ import annotations

import re

from seedreader.ingest import data_sniffing, sniffing

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What the old files of office programs begin with."""

PACKED = (
    b"xl/workbook", b"ppt/presentation", b"opendocument.spreadsheet", b"opendocument.presentation",
    b"Index/Document.iwa",
)  # fmt: skip
"""Names in zip archives that are tables, slides and documents of Pages."""

_OPENDOCUMENT = (b"application/vnd.oasis.opendocument.text", b"application/vnd.sun.xml.writer")
_WORD_XML = re.compile(rb"schemas\.microsoft\.com/office/(?:word/2003/wordml|2006/xmlPackage)")
_NEXIS = re.compile(rb"<a\s+name=[\"']?doc_id_\d|hide xml section from browser|<!--\s*<doc number=|<docfull>")
_NEXIS_NAMES = (b"doc_id_", b"hide xml section", b"<doc number=", b"<docfull>")
"""Of which one stands in each of its exports: no pattern is tried at every byte of other pages."""


def is_docx(head: bytes) -> bool:
    """A zip archive with the text of a Word document, or such a document in one file of XML."""
    if sniffing.is_zip(head):
        return re.search(rb"word/document\d*\.xml", head) is not None
    return is_word_xml(head)


def is_word_xml(head: bytes) -> bool:
    """A Word document in one file of XML, of 2003 or later."""
    return _WORD_XML.search(head[:8192]) is not None and data_sniffing.xml_root(head) in (
        "wordDocument",
        "package",
    )


def is_odt(head: bytes) -> bool:
    """An OpenDocument text, packed or in one file of XML."""
    if sniffing.is_zip(head):
        return any(name in head[:4096] for name in _OPENDOCUMENT)
    return b"opendocument:xmlns:office" in head[:8192] and data_sniffing.xml_root(head) == "document"


def is_rtf(head: bytes) -> bool:
    """RTF, also behind blanks or a byte-order mark."""
    return sniffing.plain(head[:64]).lstrip()[:5] == b"{\\rtf"


def is_other(head: bytes) -> bool:
    """A document, table or slides that are not read."""
    return head.startswith(OLE) or (sniffing.is_zip(head) and any(name in head for name in PACKED))


def is_nexis_html(head: bytes) -> bool:
    """An export of Nexis as a page."""
    lowered = head.lower()
    return any(name in lowered for name in _NEXIS_NAMES) and _NEXIS.search(lowered) is not None

"""Files of office programs that are not read: what each is, and what to do with it."""

from __future__ import annotations

from seedreader.article import SourceId
from seedreader.ingest.errors import IngestError
from seedreader.ingest.office_sniffing import OLE
from seedreader.ingest.raw_document import Documents

_SAVE = "open it in its program and save it as .docx, .odt or RTF"
_TABLE = "save the sheet as CSV"
_TOLD = (
    ("WordDocument", f"an old Word document (.doc); {_SAVE}"),
    ("Workbook", f"an old Excel table (.xls); {_TABLE}"),
    ("PowerPoint Document", "an old PowerPoint file (.ppt); save its text as .docx or PDF"),
    ("MatOST", f"a document of Microsoft Works; {_SAVE}"),
)
_PACKED = (
    (b"xl/workbook", f"an Excel table (.xlsx); {_TABLE}"),
    (b"ppt/presentation", "a PowerPoint file (.pptx); save its text as .docx or PDF"),
    (b"opendocument.spreadsheet", f"an OpenDocument table (.ods); {_TABLE}"),
    (b"opendocument.presentation", "an OpenDocument presentation (.odp); save its text as .odt or PDF"),
    (b"Index/Document.iwa", "a document of Pages; export it as Word or EPUB"),
)


def read(data: bytes, _: SourceId) -> Documents:
    """Raises `IngestError` with what the file is."""
    if not data.startswith(OLE):
        raise IngestError(
            "not-text", next((told for sign, told in _PACKED if sign in data), "an office file")
        )
    if _holds(data, "EncryptedPackage"):
        raise IngestError("encrypted")
    told = next((told for name, told in _TOLD if _holds(data, name)), f"an old Office file; {_SAVE}")
    raise IngestError("not-text", told)


def _holds(data: bytes, name: str) -> bool:
    """Whether the directory of an old Office file has an entry of this name."""
    return name.encode("utf-16-le") in data

"""What the tests of readers share: a file's bytes through the registry, as the program reads them."""

from __future__ import annotations

from seedreader.article import SourceId
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError
from seedreader.ingest.raw_document import Documents, RawDocument


def read(data: bytes | str, name: str = "file:///export") -> Documents:
    """What a file without a telling name holds."""
    return registry.read(data.encode() if isinstance(data, str) else data, SourceId(name))


def format_of(data: bytes | str) -> str:
    """The reader that its content chooses."""
    return registry.format_of(data.encode() if isinstance(data, str) else data).name


def value(document: RawDocument, field: str) -> str | None:
    """What is declared of an article, as text."""
    found = document.declared.get(field)
    return None if found is None else str(found.value)


def notices(document: RawDocument) -> list[str]:
    """What its marks say."""
    return [mark.detail or mark.kind for mark in document.marks]


def is_sound(data: bytes) -> Documents | None:
    """Read bytes of any kind: sound articles, or one sentence, never a traceback."""
    try:
        found = read(data)
    except IngestError as error:
        assert str(error)
        return None
    for document in found.documents:
        assert document.text.strip()
        assert "\r" not in document.text
        assert all(0 <= part.start <= part.end <= len(document.text) for part in document.structure)
    members = [document.member for document in found.documents]
    assert len(set(members)) == len(members)
    return found

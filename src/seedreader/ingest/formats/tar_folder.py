"""A tar archive of files: it opens as a folder does. Links and devices in it are passed over."""

from __future__ import annotations

import io
import tarfile

from seedreader.article import SourceId
from seedreader.ingest import packed_folder
from seedreader.ingest.errors import IngestError
from seedreader.ingest.raw_document import Documents

MEMBERS = 20_000
"""Files that an archive may hold."""


def read(data: bytes, source: SourceId) -> Documents:
    """The articles of the files in it. Raises `IngestError` where there is none."""
    infos: dict[str, tarfile.TarInfo] = {}
    unsafe: list[str] = []
    try:
        opened = tarfile.TarFile(fileobj=io.BytesIO(data), mode="r")
        while info := opened.next():
            if info.isreg() and _climbs(info.name):
                unsafe.append(info.name)
            elif info.isreg():
                infos[info.name.removeprefix("./")] = info
            if len(infos) > MEMBERS:
                raise IngestError("large", f"an archive of more than {MEMBERS:,} files; unpack it")
    except (tarfile.TarError, ValueError, OSError, EOFError) as error:
        if not infos:
            raise IngestError("damaged", "is damaged or cut short") from error

    def content(name: str) -> bytes:
        try:
            stream = opened.extractfile(infos[name])
            found = stream.read() if stream else b""
        except (tarfile.TarError, ValueError, OSError, EOFError) as error:
            raise IngestError("damaged", "is damaged or cut short") from error
        return found

    return packed_folder.read(tuple(infos), content, source, unsafe)


def _climbs(name: str) -> bool:
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/")

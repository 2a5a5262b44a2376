"""A chat in several files: Telegram writes a long one as messages.html, messages2.html and so on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import TypeVar

from seedreader.ingest import registry
from seedreader.ingest.raw_document import Documents

Name = TypeVar("Name", str, Path)

_PAGE = re.compile(r"messages([0-9]{0,6})\.html", re.IGNORECASE)


def is_page(name: str) -> bool:
    """Whether a file by its name may be a page of a chat."""
    return _PAGE.fullmatch(PurePath(name).name) is not None


def following(names: Iterable[Name]) -> Mapping[Name, tuple[Name, ...]]:
    """For each file that by its name is the first page of a chat, the pages that follow it, in order."""
    folders: dict[PurePath, dict[int, Name]] = defaultdict(dict)
    for name in names:
        path = PurePath(name)
        if page := _PAGE.fullmatch(path.name):
            folders[path.parent].setdefault(int(page[1] or 1), name)
    found = [tuple(pages[number] for number in sorted(pages)) for pages in folders.values()]
    return {pages[0]: pages[1:] for pages in found if len(pages) > 1}


def read(pages: Sequence[bytes]) -> Documents | None:
    """The chat that these are the pages of; None where they are not all of one.

    Raises `IngestError` where nothing is said in it.
    """
    sniffed = {found.name if (found := registry.sniffed(registry.front(data))) else "" for data in pages}
    if sniffed != {"telegram"}:
        return None
    # a format's own module is imported only to read such a file
    from seedreader.ingest.formats import telegram

    if len(set(map(telegram.chat_name, pages))) > 1:
        return None
    return telegram.read_pages(pages)

from __future__ import annotations

import io
import json
import zipfile

import pytest

from seedreader.article import SourceId
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError
from tests.ingest.warc_builder import packed, page

SOURCE = SourceId("file:///a.wacz")
MILL, PIER = "https://gazette.example/mill", "https://gazette.example/pier"


def wacz(pages: list[str] | None, *archives: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed_up:
        packed_up.writestr("datapackage.json", "{}")
        for number, archive in enumerate(archives):
            packed_up.writestr(f"archive/{number}.warc.gz", archive)
        if pages is not None:
            lines = [{"format": "json-pages-1.0", "id": "pages"}, *({"url": url, "ts": "x"} for url in pages)]
            packed_up.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, lines)))
    return buffer.getvalue()


def test_the_pages_of_its_list_are_read_from_all_its_archives() -> None:
    data = wacz(
        [MILL, PIER],
        packed(page(MILL, "Mill"), page("https://x.example/ad", "Ad")),
        packed(page(PIER, "Pier")),
    )
    found = registry.read(data, SOURCE)
    assert [document.member for document in found.documents] == [MILL, PIER]
    assert found.problems == ()


def test_a_page_that_is_listed_and_not_there_is_told() -> None:
    found = registry.read(wacz([MILL, PIER], packed(page(MILL, "Mill"))), SOURCE)
    assert [problem.detail for problem in found.problems] == [
        "1 page of its list of pages could not be found in it"
    ]


def test_without_a_list_all_pages_count() -> None:
    assert (
        len(registry.read(wacz(None, packed(page(MILL, "Mill"), page(PIER, "Pier"))), SOURCE).documents) == 2
    )


def test_one_without_archives_is_refused() -> None:
    from seedreader.ingest.formats.wacz import read

    with pytest.raises(IngestError, match="no WARC"):
        read(wacz([MILL]), SOURCE)

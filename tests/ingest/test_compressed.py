from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable

import pytest

from seedreader.article import SourceId
from seedreader.ingest import compressed, registry
from seedreader.ingest.errors import IngestError
from tests.ingest.warc_builder import lz4

WORDS = b"A sentence to read. " * 5_000
Pack = Callable[[bytes], bytes]
ALL = pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, lz4])


@ALL
def test_what_was_packed_comes_back(pack: Pack) -> None:
    assert compressed.unpack(pack(WORDS), 2**20) == (WORDS, True)
    assert compressed.unpack(pack(WORDS) + pack(b"More."), 2**20) == (WORDS + b"More.", True)
    assert compressed.head(pack(WORDS), 10) == WORDS[:10]


@ALL
def test_a_file_that_was_cut_gives_what_comes_before(pack: Pack) -> None:
    found, whole = compressed.unpack(pack(WORDS) + pack(WORDS[::-1])[:-12], 2**20)
    assert found.startswith(WORDS)
    assert not whole


@ALL
def test_a_file_that_unpacks_to_too_much_is_refused(pack: Pack) -> None:
    with pytest.raises(IngestError, match="more than 1 MB"):
        compressed.unpack(pack(bytes(3 * 2**20)), 2**20)


def test_lz4_copies_what_came_before() -> None:
    half = bytes(range(256)) * 4
    assert compressed.unpack(lz4(half + half), 2**20) == (half + half, True)


def test_any_one_file_may_be_packed() -> None:
    source = SourceId("file:///a.srt.gz")
    srt = b"1\n00:00:00,000 --> 00:00:01,000\nThe mill closed.\n"
    assert registry.read(gzip.compress(srt), source).documents[0].text == "The mill closed."
    cut = registry.read(gzip.compress(srt * 9)[:-6], source)
    assert [problem.kind for problem in cut.problems] == ["truncated"]


def test_zstandard_without_its_library_names_the_extra() -> None:
    try:
        compressed.zstd_module()
    except IngestError as error:
        assert (error.problem.kind, error.problem.detail) == ("extra", "warc")
        with pytest.raises(IngestError, match=r"seedreader\[warc\]"):
            registry.read(b"\x28\xb5\x2f\xfd\x00", SourceId("file:///a.warc.zst"))

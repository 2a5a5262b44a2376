import gzip
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.web.unpack import TooLargeError, UnreadableError, unpacked

PACKED: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.compress, "deflate": zlib.compress, "": bytes}


@given(st.binary(max_size=5000), st.sampled_from(sorted(PACKED)), st.integers(1, 700))
def test_what_was_packed_comes_back_however_it_was_cut(data: bytes, name: str, size: int) -> None:
    packed = PACKED[name](data)
    pieces = [packed[at : at + size] for at in range(0, len(packed), size)]
    assert b"".join(unpacked(pieces, name, 1_000_000)) == data


@given(st.binary(max_size=500), st.sampled_from(["gzip", "deflate", "deflate, gzip"]))
def test_any_bytes_are_unpacked_or_refused(data: bytes, name: str) -> None:
    try:
        found = b"".join(unpacked([data], name, 10_000))
    except (UnreadableError, TooLargeError):
        return
    assert len(found) <= 10_000


def test_deflate_without_its_head_is_read_too() -> None:
    machine = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = machine.compress(b"words" * 100) + machine.flush()
    assert b"".join(unpacked([packed], "deflate", 1000)) == b"words" * 100


def test_one_byte_more_than_the_limit_is_too_much() -> None:
    assert b"".join(unpacked([gzip.compress(bytes(1000))], "gzip", 1000)) == bytes(1000)
    with pytest.raises(TooLargeError):
        list(unpacked([gzip.compress(bytes(1001))], "gzip", 1000))

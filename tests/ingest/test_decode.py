from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.ingest.decode import canonical, decode
from seedreader.ingest.errors import IngestError

PRINTABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


@given(PRINTABLE)
def test_utf8_comes_back_as_it_went_in(text: str) -> None:
    text = text.removeprefix("\ufeff")
    assert decode(text.encode()) == (text, "utf-8")


@given(st.text(st.sampled_from("a\r\n\ufeffé"), max_size=30))
def test_canonical_text_has_no_carriage_return_and_is_settled(text: str) -> None:
    once = canonical(text)
    assert "\r" not in once
    assert once.replace("\n", "") == text.removeprefix("\ufeff").replace("\r", "").replace("\n", "")
    assert canonical("x" + once) == "x" + once


def test_line_ends_become_one_line_feed_each() -> None:
    assert canonical("a\r\nb\rc\nd\r\r\ne") == "a\nb\nc\nd\n\ne"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_dropped(encoding: str) -> None:
    assert decode("Größe 12\r\n".encode(encoding))[0] == "Größe 12\n"


def test_bytes_that_are_not_utf8_are_windows_1252() -> None:
    assert decode("café – “naïve”".encode("cp1252")) == ("café – “naïve”", "windows-1252")


def test_bytes_that_windows_1252_leaves_undefined_still_have_a_character() -> None:
    text, _ = decode(b"caf\xe9 \x81 \x9d and more words to read here")
    assert text == "café \x81 \x9d and more words to read here"


def test_a_text_with_some_control_characters_is_still_a_text() -> None:
    text = "A line with \x00 a NUL and \x1b[31m an escape in a long enough sentence."
    assert decode(text.encode())[0] == text


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x7fELF\x02\x01\x01" + bytes(200),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(IngestError, match="binary"):
        decode(data)


def test_a_false_byte_order_mark_is_told() -> None:
    with pytest.raises(IngestError, match="utf-16"):
        decode(b"\xff\xfe\x00")

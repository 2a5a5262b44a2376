from __future__ import annotations

import struct
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.article import SourceId
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError
from seedreader.ingest.formats import msg
from seedreader.ingest.mail.compressed_rtf import unpack
from seedreader.ingest.raw_document import Documents
from tests.ingest.formats.messages import outlook, properties

SOURCE = SourceId("file:///m.msg")
SENT = datetime(2025, 5, 2, 12, tzinfo=UTC)
MILL: dict[str, str | bytes] = {
    "__substg1.0_0037001F": "WG: Mill closes",
    "__substg1.0_0C1A001F": "Harbour Gazette",
    "__substg1.0_5D01001F": "news@gazette.example",
    "__substg1.0_1000001F": "The mill closed.\r\n\r\nIt was for jane.roe@mail.example.\r\n",
    "__recip_version1.0_#00000000/__substg1.0_3001001F": "Jane Roe",
    "__recip_version1.0_#00000000/__substg1.0_39FE001F": "jane.roe@mail.example",
    "__properties_version1.0": properties(32, sent=SENT),
}


def _read(data: bytes) -> Documents:
    assert registry.format_of(data).name == "msg"
    return registry.read(data, SOURCE)


def test_a_message_of_outlook_is_read_like_any_other() -> None:
    (document,) = _read(outlook(MILL)).documents
    assert document.text == "Mill closes\n\nThe mill closed.\n\nIt was for ."
    assert {name: each.value for name, each in document.declared.items()} == {
        "title": "Mill closes",
        "published": date(2025, 5, 2),
        "outlet": "Harbour Gazette",
    }


def test_html_goes_before_text_and_large_streams_are_read() -> None:
    html = "<html><body><p>" + "The mill closed on Friday. " * 300 + "</p></body></html>"
    (document,) = _read(outlook(MILL | {"__substg1.0_10130102": html.encode()})).documents
    assert document.text.count("closed on Friday") == 300


def test_messages_inside_and_attachments() -> None:
    inside = "__attach_version1.0_#00000000/__substg1.0_3701000D/"
    other = "__attach_version1.0_#00000001/"
    read = _read(
        outlook(
            MILL
            | {
                f"{inside}__substg1.0_0037001F": "Pier opens",
                f"{inside}__substg1.0_1000001F": "The pier opened.",
            }
            | {f"{other}__substg1.0_3707001F": "report.docx", f"{other}__substg1.0_37010102": b"PK\x03\x04"}
        )
    )
    assert [each.text.split("\n")[0] for each in read.documents] == ["Mill closes", "Pier opens"]
    assert [(each.kind, each.detail) for each in read.problems] == [("attached", "report.docx")]


def test_text_in_a_code_page() -> None:
    streams: dict[str, str | bytes] = {
        "__substg1.0_0037001E": b"M\xfchle zu",
        "__substg1.0_1000001E": b"Die M\xfchle ist zu.",
    }
    (document,) = _read(outlook(streams)).documents
    assert document.text == "Mühle zu\n\nDie Mühle ist zu."


def _compressed(rtf: bytes) -> bytes:
    """RTF packed as Outlook packs it, though without a single reference."""
    chunks = b"".join(b"\0" + rtf[at : at + 8] for at in range(0, len(rtf), 8))
    return struct.pack("<LL4sL", len(chunks) + 12, len(rtf), b"LZFu", 0) + chunks


def test_a_body_in_compressed_rtf_alone() -> None:
    streams: dict[str, str | bytes] = {
        "__substg1.0_0037001F": "Mill",
        "__substg1.0_10090102": _compressed(rb"{\rtf1\ansi The mill closed.}"),
    }
    (document,) = _read(outlook(streams)).documents
    assert document.text == "Mill\n\nThe mill closed."


def test_references_in_compressed_rtf() -> None:
    # The specification's own example of a run that repeats itself.
    packed = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
    assert unpack(packed) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def test_a_file_cut_short_is_refused() -> None:
    with pytest.raises(IngestError):
        msg.read(outlook(MILL)[:600], SOURCE)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_damaged_file_is_read_or_refused_in_words(data: st.DataObject) -> None:
    whole = bytearray(outlook(MILL))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(8, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(IngestError):
        msg.read(bytes(whole[: data.draw(st.integers(0, len(whole)))]), SOURCE)

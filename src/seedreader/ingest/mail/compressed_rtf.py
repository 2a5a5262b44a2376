"""The body of a message of Outlook's that is there as compressed RTF alone."""

from __future__ import annotations

import struct

from seedreader.ingest.errors import IngestError

_DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript"
    b" \\fdecor MS Sans"
    b" SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par"
    b" \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
"""What every such stream is told to be known before it begins (MS-OXRTFCP)."""

_WINDOW = 4096
MOST_BYTES = 64 * 1024 * 1024


def text_of(data: bytes) -> str:
    """The text of compressed RTF; nothing where it is damaged."""
    from seedreader.article import SourceId
    from seedreader.ingest.formats import rtf

    unpacked = unpack(data)
    if not unpacked.lstrip().startswith(b"{\\rtf"):
        return ""
    try:
        return "\n\n".join(each.text for each in rtf.read(unpacked, SourceId("")).documents)
    except IngestError:
        return ""


def unpack(data: bytes) -> bytes:
    """The RTF in a stream of Outlook's, as far as it can be unpacked."""
    if len(data) < 16:
        return b""
    _, size, kind, _ = struct.unpack_from("<LL4sL", data, 0)
    size = min(size, MOST_BYTES)
    if kind == b"MELA":
        return data[16 : 16 + size]
    window = bytearray(_DICTIONARY.ljust(_WINDOW, b"\0"))
    write = len(_DICTIONARY)
    out = bytearray()
    at = 16
    while at < len(data) and len(out) < size:
        flags = data[at]
        at += 1
        for bit in range(8):
            if at >= len(data) or len(out) >= size:
                break
            offset, length = 0, 0
            if flags >> bit & 1:
                if at + 1 >= len(data):
                    return bytes(out)
                reference = data[at] << 8 | data[at + 1]
                offset, length = reference >> 4, (reference & 15) + 2
                if offset == write:
                    return bytes(out)
            for i in range(length or 1):
                byte = window[(offset + i) % _WINDOW] if length else data[at]
                out.append(byte)
                window[write] = byte
                write = (write + 1) % _WINDOW
            at += 2 if length else 1
    return bytes(out)

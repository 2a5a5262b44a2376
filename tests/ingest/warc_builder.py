"""Web archives for tests, built record by record."""

from __future__ import annotations

import gzip

HTML = (
    "<!DOCTYPE html><html "
    "lang='en'><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p>{more}"
    "</body></html>"
)


def html(
    title: str, text: str = "The mill in Tarn closed on Monday, the council said.", more: str = ""
) -> bytes:
    return HTML.format(title=title, text=text, more=more).encode()


def record(
    kind: str, url: str, block: bytes, *, day: str = "2025-03-21T10:00:00Z", media: str = "",
    length: int = -1, **fields: str,
) -> bytes:  # fmt: skip
    """One WARC record; ``length`` is what it says its block's is, where that is not so."""
    lines = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": day,
        "Content-Type": media or f"application/http; msgtype={kind}",
        "Content-Length": str(len(block) if length < 0 else length),
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }
    head = "WARC/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return head.encode() + b"\r\n" + block + b"\r\n\r\n"


def answer(content: bytes, *, status: int = 200, media: str = "text/html", **fields: str) -> bytes:
    """A server's answer."""
    lines = {"Content-Type": media, **{name.replace("_", "-"): value for name, value in fields.items()}}
    head = f"HTTP/1.1 {status} OK\r\n" + "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return head.encode() + b"\r\n" + content


def page(
    url: str, title: str, day: str = "2025-03-21T10:00:00Z", more: str = "", text: str | None = None
) -> bytes:
    """A captured page."""
    content = html(title, more=more) if text is None else html(title, text, more)
    return record("response", url, answer(content), day=day)


def packed(*records: bytes) -> bytes:
    """Records packed one by one, as web archives are."""
    return b"".join(map(gzip.compress, records))


def arc(*pages: tuple[str, bytes]) -> bytes:
    """An ARC file of these addresses and answers."""
    head = b"1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n"
    found = b"filedesc://test.arc 0.0.0.0 20140216050221 text/plain %d\n%s\n" % (len(head), head)
    for url, block in pages:
        found += b"%s 192.0.2.1 20140216050221 text/html %d\n%s\n" % (url.encode(), len(block), block)
    return found


def lz4(data: bytes) -> bytes:
    """An LZ4 frame; words that come again within a block are copied."""
    found = b"\x04\x22\x4d\x18\x60\x40\x82"
    for at in range(0, len(data), 60_000):
        block = data[at : at + 60_000]
        found += (_lz4_block(block)).join((len(_lz4_block(block)).to_bytes(4, "little"), b""))
    return found + bytes(4)


def _lz4_block(block: bytes) -> bytes:
    half = len(block) // 2
    if half >= 20 and block[:half] == block[half : 2 * half]:
        size = 2 * half - half - 5
        tail = block[half + size :]
        return _run(block[:half], size - 4) + half.to_bytes(2, "little") + _more(size - 4) + _run(tail, 0)
    return _run(block, 0)


def _run(literal: bytes, copied: int) -> bytes:
    token = min(15, len(literal)) << 4 | min(15, copied)
    return bytes([token]) + _more(len(literal)) + literal


def _more(size: int) -> bytes:
    return b"" if size < 15 else b"\xff" * ((size - 15) // 255) + bytes([(size - 15) % 255])

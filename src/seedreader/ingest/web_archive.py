"""Records of WARC and ARC files, read as sturdily as they are written carelessly.

Compressed record by record, as a whole or not at all (gzip, LZ4, Zstandard), cut off, with wrong lengths or
broken members: what can be read is read, what could not is counted. Libraries give up at one or another of
these; the formats are small. Nothing is held but the record at hand.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from importlib import import_module
from typing import NamedTuple

from seedreader.ingest import compressed
from seedreader.ingest.errors import IngestError
from seedreader.ingest.file_bytes import FileBytes

MOST_BYTES = 32 << 20
"""Bytes of a record that are kept; the rest of a longer one is passed over."""

ALL_BYTES = 8 << 30
"""Bytes that may be unpacked of one file in all."""

HEAD_BYTES = 256 << 10
"""Bytes that the head of a record may have."""

_STEP = 1 << 18
_ARC = re.compile(
    rb"(?P<url>\S[^\n]*?) (?P<ip>[\dA-Fa-f.:]+) (?P<date>\d{8,17}) (?P<type>[^\s]+)"
    rb"(?: [^\n]*?)? (?P<length>\d+)\r?\n"
)
_EMPTY_LINE = re.compile(rb"\r?\n\r?\n")
_MORE_FIELDS = re.compile(rb"(?:[A-Za-z][A-Za-z-]{2,40}:[^\n]{0,4000}\n){1,40}\r?\n")
_NEXT_WARC = re.compile(rb"(?:\A|\n)(WARC/\d)")
_NEXT_ARC = re.compile(
    rb"(?:\A|\n)([a-z][a-z0-9+.-]{1,20}:[^\n]{1,4000} [\dA-Fa-f.:]{2,45} \d{14} [^\s]+"
    rb"(?: [^\n]{0,300})? \d+\r?\n)"
)


class Record(NamedTuple):
    """One record: its kind, what it is of and when it was made, the head of its block, and its content.

    ``fields`` are the record's own, in small letters. ``status`` and ``http`` are of the answer of a server
    in it, None and empty where it is none. ``content`` is unpacked as far as that can be done.
    """

    kind: str
    url: str
    day: datetime | None
    fields: Mapping[str, str]
    status: int | None
    http: Mapping[str, str]
    content: bytes

    @property
    def media_type(self) -> str:
        """The media type of the content, in small letters."""
        kind = self.http.get("content-type") if self.status is not None else self.fields.get("content-type")
        return (kind or "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that comes with the media type."""
        kind = self.http.get("content-type") if self.status is not None else self.fields.get("content-type")
        found = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", kind or "", re.I)
        return found[1] if found else None


class Reader:
    """The records of a file; ``lost`` counts those that could not be read, ``cut`` tells of an early end.

    ``wanted`` are the packings of contents that need a library which is not there.
    """

    def __init__(self, data: bytes | FileBytes) -> None:
        self._stream = Stream(data)
        self._following = _NEXT_WARC
        self.lost = 0
        self.cut = False
        self.wanted: set[str] = set()

    def __iter__(self) -> Iterator[Record]:
        stream = self._stream
        stream.skip_blank()
        if stream.peek(9) == b"filedesc:":
            self._following = _NEXT_ARC
        while not stream.is_at_end():
            front = stream.peek(5)
            try:
                if front == b"WARC/":
                    record = self._warc()
                elif self._following is _NEXT_ARC and _ARC.match(stream.peek(8192)):
                    record = self._arc()
                else:
                    record = None
                    self.lost += 1
                    stream.resync(self._following)
            except _EndError:
                self.cut = True
                record = None
            if record is not None:
                yield record
            stream.skip_blank()
        self.lost += stream.damaged
        self.cut = self.cut or stream.cut

    def _warc(self) -> Record | None:
        stream = self._stream
        head = stream.head()
        if head is None:
            self.lost += 1
            stream.skip(1)
            stream.resync(self._following)
            return None
        fields = _fields(head.split(b"\n")[1:])
        length = fields.get("content-length", "")
        content = self._block(int(length) if re.fullmatch(r"\d{1,18}", length) else None)
        if not length and (
            more := _MORE_FIELDS.match(content)
        ):  # an empty line inside the head, as in ClueWeb
            fields |= _fields(more[0].split(b"\n"))
            content = content[more.end() :]
        url = fields.get("warc-target-uri", "").strip().removeprefix("<").removesuffix(">")
        kind = fields.get("warc-type", "").lower()
        status: int | None = None
        http: dict[str, str] = {}
        is_http = fields.get("content-type", "").lower().startswith("application/http")
        if kind != "request" and (is_http or (kind == "response" and content.startswith(b"HTTP/"))):
            status, http, content = self._answer(content)
        elif kind == "request":
            http = _fields(content.partition(b"\r\n\r\n")[0].split(b"\n")[1:])
        return Record(kind, url, _time(fields.get("warc-date", "")), fields, status, http, content)

    def _arc(self) -> Record:
        stream = self._stream
        line = _ARC.match(stream.peek(8192))
        assert line is not None
        stream.skip(line.end())
        content = self._block(int(line["length"][:18]))
        url = line["url"].decode("utf-8", "replace")
        fields = {"content-type": line["type"].decode("ascii", "replace")}
        if not content.startswith(b"HTTP/"):
            kind = "warcinfo" if url.startswith("filedesc:") else "resource"
            return Record(kind, url, _time(line["date"].decode()), fields, None, {}, content)
        status, http, content = self._answer(content)
        http.setdefault("content-type", fields["content-type"])
        return Record("response", url, _time(line["date"].decode()), fields, status, http, content)

    def _block(self, length: int | None) -> bytes:
        """The block of a record, by its length or, where that is wrong, up to the next record."""
        stream, following = self._stream, self._following
        if length is None:
            return stream.resync(self._following)
        content, got = stream.take(length)
        if got < length:
            other = following.search(content, 1)
            if other:  # the length is too long, and took what follows
                stream.give_back(content[other.start(1) :])
                content = content[: other.start(1)]
            elif not content:
                raise _EndError
            else:
                self.cut = True
            return content
        behind = stream.peek(8192)
        blank = len(behind) - len(behind.lstrip(b"\r\n"))
        if (
            not behind[blank:]
            or following.match(behind, blank)
            or (blank and following.match(behind, blank - 1))
        ):
            return content
        other = following.search(content + behind, 1) if got <= MOST_BYTES else None
        if other and other.start(1) < len(content):
            stream.give_back(content[other.start(1) :])
            return content[: other.start(1)]
        return content + stream.resync(following)

    def _answer(self, block: bytes) -> tuple[int | None, dict[str, str], bytes]:
        """Status, head and content of a server's answer."""
        end = _EMPTY_LINE.search(block, 0, HEAD_BYTES)
        head, content = (block[: end.start()], block[end.end() :]) if end else (block[:HEAD_BYTES], b"")
        first, *lines = head.split(b"\n")
        found = re.match(rb"HTTP/[\d.]+\s+(\d{3})", first)
        if not found:
            return None, {}, block
        http = _fields(lines)
        if "chunked" in http.get("transfer-encoding", "").lower():
            content = _unchunked(content)
        for coding in reversed(re.split(r"[,\s]+", http.get("content-encoding", "").lower())):
            content = self._unpacked(content, coding)
        return int(found[1]), http, content

    def _unpacked(self, content: bytes, coding: str) -> bytes:
        """A content without its coding; one that is not in it, though its head says so, as it is."""
        if coding in ("gzip", "x-gzip") or (coding == "deflate" and content):
            if coding != "deflate" and not content.startswith(b"\x1f\x8b"):
                return content
            for window in (31,) if coding != "deflate" else (15, -15):
                unpacker = zlib.decompressobj(window)
                found = bytearray()
                try:
                    for at in range(0, len(content), _STEP):
                        found += unpacker.decompress(content[at : at + _STEP], MOST_BYTES - len(found) + 1)
                        if len(found) > MOST_BYTES or unpacker.eof:
                            break
                except zlib.error:
                    pass
                if found:
                    return bytes(found[:MOST_BYTES])
            return content if coding == "deflate" else b""
        if coding == "br":
            return self._brotli(content)
        if coding == "zstd" and content.startswith(compressed.ZSTD):
            try:
                compressed.zstd_module()
                return compressed.head(content, MOST_BYTES)
            except IngestError:
                return self._want("zstd")
        return content

    def _want(self, name: str) -> bytes:
        self.wanted.add(name)
        return b""

    def _brotli(self, content: bytes) -> bytes:
        if _is_text(content[:512]):
            return content
        try:
            brotli = import_module("brotli")
        except ImportError:
            return self._want("br")
        unpacker = brotli.Decompressor()
        found = bytearray()
        try:
            for at in range(0, len(content), 4096):
                found += unpacker.process(content[at : at + 4096])
                if len(found) > MOST_BYTES:
                    break
        except brotli.error:
            pass
        return bytes(found[:MOST_BYTES])


class _EndError(Exception):
    """The file ends inside a record."""


class Stream:
    """A file's bytes, unpacked as they are read; a damaged member is passed over up to the next.

    ``pieces`` are those that are not read yet. ``damaged`` counts members, ``cut`` tells of an early end.
    """

    def __init__(self, data: bytes | FileBytes) -> None:
        self.pieces = self._unpack(data)
        self._ahead = bytearray()
        self._at = 0
        self.damaged = 0
        self.cut = False

    def _unpack(self, data: bytes | FileBytes) -> Iterator[bytes]:
        if not compressed.is_compressed(data):
            for at in range(0, len(data), _STEP):
                yield data[at : at + _STEP]
            return
        magic = next(m for m in (compressed.GZIP, compressed.LZ4, b"") if data.startswith(m))
        at, given = 0, 0
        while True:
            spent = [at]
            try:
                for piece in compressed.pieces(data, _STEP, at, spent):
                    given += len(piece)
                    if given > ALL_BYTES:
                        self.cut = True
                        return
                    yield piece
            except IngestError as error:
                if error.problem.kind != "truncated":
                    raise
                following = data.find(magic, spent[0] + 1) if magic else -1
                if following < 0:
                    self.cut = True
                    return
                self.damaged += 1
                at = following
                continue
            following = data.find(magic, spent[0]) if magic else -1
            if following < 0:
                return
            at = following

    def _fill(self, size: int) -> None:
        while len(self._ahead) - self._at < size:
            piece = next(self.pieces, None)
            if piece is None:
                return
            if self._at:
                del self._ahead[: self._at]
                self._at = 0
            self._ahead += piece

    def peek(self, size: int) -> bytes:
        self._fill(size)
        return bytes(self._ahead[self._at : self._at + size])

    def skip(self, size: int) -> None:
        self._fill(size)
        self._at = min(len(self._ahead), self._at + size)

    def is_at_end(self) -> bool:
        return not self.peek(1)

    def skip_blank(self) -> None:
        """Pass line ends and zero bytes, which fill up some files."""
        while front := self.peek(_STEP):
            left = front.lstrip(b"\r\n\0 ")
            self.skip(len(front) - len(left))
            if left:
                return

    def head(self) -> bytes | None:
        """The lines up to the first empty one; None where there is none."""
        size = 4096
        while True:
            front = self.peek(size)
            other = front.find(b"\nWARC/", 1)
            end = _EMPTY_LINE.search(front, 0, other if other > 0 else len(front))
            if end:
                self.skip(end.end())
                return front[: end.start()]
            if other > 0 or len(front) < size or size >= HEAD_BYTES:
                return None
            size *= 4

    def take(self, size: int) -> tuple[bytes, int]:
        """The next bytes, of which `MOST_BYTES` are kept, and how many there were."""
        kept = bytearray()
        got = 0
        while got < size:
            piece = self.peek(min(_STEP, size - got))
            if not piece:
                break
            if len(kept) < MOST_BYTES:
                kept += piece
            got += len(piece)
            self.skip(len(piece))
        return bytes(kept[:MOST_BYTES]), got

    def give_back(self, data: bytes) -> None:
        """Put bytes back in front of the rest."""
        self._ahead[: self._at] = data
        self._at = 0

    def resync(self, following: re.Pattern[bytes]) -> bytes:
        """Pass everything up to the next record; what was passed, `MOST_BYTES` of it."""
        passed = bytearray()
        while front := self.peek(_STEP):
            found = following.search(front)
            if found:
                passed += front[: found.start(1)]
                self.skip(found.start(1))
                break
            step = len(front) if len(front) < _STEP else _STEP - 8192
            if len(passed) < MOST_BYTES:
                passed += front[:step]
            self.skip(step)
        return bytes(passed[:MOST_BYTES])


def _fields(lines: list[bytes]) -> dict[str, str]:
    """Header lines as names in small letters and values; a folded line goes on with the one above."""
    found: dict[str, str] = {}
    name = ""
    for raw in lines[:1000]:
        line = raw.rstrip(b"\r").decode("utf-8", "replace")
        if line[:1] in (" ", "\t") and name:
            found[name] += " " + line.strip()
            continue
        field, colon, value = line.partition(":")
        name = field.strip().lower() if colon else ""
        if name:
            found.setdefault(name, value.strip())
    return found


def _unchunked(content: bytes) -> bytes:
    """A content without its chunks; one that is not in chunks, though its head says so, as it is."""
    found = bytearray()
    at = 0
    while at < len(content):
        line = re.match(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n", content[at : at + 1024])
        if not line:
            return bytes(found) if found else content
        size = int(line[1], 16)
        at += line.end()
        if not size:
            break
        found += content[at : at + size]
        at += size
        at += 2 if content[at : at + 2] == b"\r\n" else 1 if content[at : at + 1] == b"\n" else 0
    return bytes(found)


def _time(said: str) -> datetime | None:
    """The moment of a record, in UTC: ``2017-03-06T04:02:06Z`` or ``20170306040206``."""
    digits = re.sub(r"\D", "", said.partition(".")[0])[:14]
    if len(digits) < 8:
        return None
    try:
        return datetime.strptime(digits.ljust(14, "0"), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _is_text(front: bytes) -> bool:
    return front.translate(None, bytes(range(9)) + bytes(range(14, 32))) == front and b"<" in front

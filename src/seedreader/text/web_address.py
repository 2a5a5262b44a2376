"""Addresses of the web in one spelling, without asking anybody."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

_HOST = re.compile(r"(?:[\w-]{1,63}\.)+(?P<top>[^\W\d_]{2,24}|xn--[\w-]+)(?::\d+)?")
_NAME = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
_PORTS = {"https": 443, "http": 80}
_KEPT = "!#$%&'()*+,/:;=?@[]~-._"
"""What stays as it is in a path and a query: all that RFC 3986 gives a meaning, and escapes."""


def is_address(given: str) -> bool:
    """Whether this is meant as an address: a scheme, ``://`` and something."""
    scheme, mark, rest = given.partition("://")
    return bool(mark and rest) and scheme[:1].isalpha() and scheme.isascii() and "/" not in scheme


def unschemed(given: str) -> str | None:
    """What lacks only its scheme to be an address, as a browser shows it ("example.org/story"); else None."""
    host, slash, _ = given.partition("/")
    found = _HOST.fullmatch(host)
    if not found or (not slash and found["top"].lower() in _ENDINGS):
        return None
    return given


_ENDINGS = frozenset(
    [
        "txt",
        "text",
        "md",
        "html",
        "htm",
        "xhtml",
        "pdf",
        "docx",
        "doc",
        "odt",
        "rtf",
        "epub",
        "eml",
        "mbox",
        "msg",
        "json",
        "jsonl",
        "csv",
        "tsv",
        "xml",
        "zip",
        "warc",
        "gz",
    ]
)
"""Ends of the names of files, which end no host."""


def file_name(uri: str) -> str:
    """What of a URI can name a file: the path of an address; any other URI as it is."""
    if not uri.startswith(("https://", "http://")):
        return uri
    return uri.partition("#")[0].partition("?")[0].partition("://")[2].partition("/")[2]


def normalised(given: str) -> str:
    """An address in one spelling: small scheme and host, no usual port, no fragment, unsafe letters escaped.

    Raises ValueError, with what is wrong in words, for what can't be fetched.
    """
    try:
        parts = urlsplit(given.strip())
        port = parts.port
        host = parts.hostname
    except ValueError as error:
        raise ValueError("it is not written as an address is") from error
    if parts.scheme not in _PORTS:
        raise ValueError("only https:// and http:// addresses are fetched")
    if not host:
        raise ValueError("it names no host")
    if parts.username is not None or parts.password is not None:
        raise ValueError("it holds a user name or a password, and these are never sent; leave them out")
    name = f"[{host}]" if ":" in host else _ascii(host)
    place = name if port in (None, _PORTS[parts.scheme]) else f"{name}:{port}"
    path = quote(_without_dots(parts.path) or "/", safe=_KEPT)
    return urlunsplit(SplitResult(parts.scheme, place, path, quote(parts.query, safe=_KEPT), ""))


def _ascii(host: str) -> str:
    try:
        name = host.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        name = ""
    if not _NAME.fullmatch(name):
        raise ValueError("its host name is not one that the web can have")
    return name


def _without_dots(path: str) -> str:
    """A path without ``.`` and ``..`` (RFC 3986, 5.2.4)."""
    if "/." not in path:
        return path
    kept: list[str] = []
    parts = path.split("/")
    for part in parts[1:]:
        if part == "..":
            kept[-1:] = []
        elif part != ".":
            kept.append(part)
    return "/" + "/".join(kept) + ("/" if parts[-1] in (".", "..") and kept else "")

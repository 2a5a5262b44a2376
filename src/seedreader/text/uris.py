"""URIs of sources: of a local file ``file://`` and its path (RFC 8089); an address is its own."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from seedreader.text.web_address import is_address

_FILE = "file://"


def of_path(path: str) -> str:
    """The URI of a file wherever its path is counted from, links resolved; an address as it is."""
    if is_address(path):
        return path
    try:
        absolute = os.path.realpath(path)
    except ValueError:  # a NUL, which no file's name can have
        absolute = str(Path(path).absolute())
    return of_absolute(absolute)


def of_absolute(path: str) -> str:
    """The URI of an absolute path of Unix or Windows; anything else as it is.

    A byte of a name that is no UTF-8 (a surrogate in the str) is that byte, percent-encoded.
    """
    if path.startswith("/"):
        return _FILE + _encoded(path)
    if _has_drive(path):
        return f"{_FILE}/{path[:2]}{_encoded(_slashed(path[2:]))}"
    if path.startswith("\\\\"):
        return _FILE + _encoded(_slashed(path[2:]))
    return path


def to_path(uri: str) -> str:
    """The path of the file that a ``file://`` URI names; any other URI as it is."""
    if not uri.startswith(_FILE):
        return uri
    host, slash, rest = uri.removeprefix(_FILE).partition("/")
    path = unquote_to_bytes(slash + rest).decode("utf-8", "surrogateescape")
    if host and host != "localhost":
        return f"\\\\{host}{path}".replace("/", "\\")
    return path[1:].replace("/", "\\") if _has_drive(rest) else path


def _has_drive(path: str) -> bool:
    """Whether a path begins with the letter of a Windows drive and a slash of either kind."""
    return path[:1].isalpha() and path[:1].isascii() and path[1:3] in (":\\", ":/")


def _slashed(path: str) -> str:
    return path.replace("\\", "/")


def _encoded(path: str) -> str:
    try:
        return quote(path.encode("utf-8", "surrogateescape"), safe="/")
    except UnicodeEncodeError:  # half a character, which only Windows lets a name have
        return quote(path.encode("utf-8", "surrogatepass"), safe="/")

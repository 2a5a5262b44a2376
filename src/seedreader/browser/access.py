"""Who is let in: plain functions over what a request says of itself."""

from __future__ import annotations

import ipaddress
import secrets
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

HEADERS: Mapping[str, str] = {
    # The terminal draws its rows with style elements that it makes itself; no script but ours is run.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; img-src data:; connect-src 'self' {sockets}; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Server": "seedreader",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What every answer carries; ``{sockets}`` are the addresses of our own websocket."""


def _secret() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True)
class Access:
    """The secrets of one run of the server, and the names by which it may be asked for.

    ``token`` stands in the address that is told; who has it gets ``pass_`` as a cookie. They differ, so that
    neither what the browser keeps nor what stood in the address gives the other away.
    """

    names: frozenset[str]
    token: str = field(default_factory=_secret, repr=False)
    pass_: str = field(default_factory=_secret, repr=False)
    cookie: str = field(default_factory=lambda: f"seedreader-{secrets.token_hex(4)}")
    """The cookie's name, one for each run: browsers share cookies among all ports of a host."""

    def knows(self, token: str | None) -> bool:
        """Whether this is the token, compared so that the time taken tells nothing."""
        return _same(self.token, token)

    def admits(self, cookie: str | None) -> bool:
        """Whether a browser was let in before."""
        return _same(self.pass_, cookie)

    def is_ours(self, host: str | None) -> bool:
        """Whether a Host header names this server: by a name that it goes by, or by an IP address.

        Another name stands for a page elsewhere that had its own name point here (DNS rebinding). The port
        may differ, as behind ``ssh -L``.
        """
        name = _host_name(host)
        return name in self.names or _is_ip(name)


def same_origin(origin: str | None, host: str | None) -> bool:
    """Whether a websocket is asked for by a page that this server gave out: browsers always tell."""
    if not origin or not host:
        return False
    asked = urlsplit(origin)
    return asked.scheme in ("http", "https") and asked.netloc.lower() == host.lower()


def headers(host: str | None) -> dict[str, str]:
    """The headers of an answer, with the websocket's address: not every browser has it in 'self'."""
    sockets = f"ws://{host} wss://{host}" if host and _host_name(host) else ""
    return {name: value.format(sockets=sockets) for name, value in HEADERS.items()}


def names(host: str) -> frozenset[str]:
    """The names of a server that listens on ``host``: this machine's own too where it listens beyond it."""
    if is_loopback(host):
        return frozenset({"localhost", host.lower()})
    own = socket.gethostname().lower()
    return frozenset({"localhost", host.lower(), own, f"{own}.local"})


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server on ``host``."""
    return host.lower() == "localhost" or (_is_ip(host) and ipaddress.ip_address(host).is_loopback)


def _host_name(host: str | None) -> str:
    """The name in a Host header in small letters; "" where it is none."""
    if not host or not host.isascii() or any(each in " /\\@;,'\"?#" for each in host):
        return ""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _is_ip(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _same(ours: str, given: str | None) -> bool:
    return given is not None and secrets.compare_digest(ours.encode(), given.encode("utf-8", "replace"))

"""How much is asked of a host, and taken from it."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """Seconds to connect, between two bytes, and for one request as a whole; bytes of an answer, also those
    that compressed ones become; redirects; and seconds between two requests to one host.
    """

    connect: float = 10
    idle: float = 20
    whole: float = 60
    size: int = 32 * 2**20
    redirects: int = 8
    interval: float = 1


USUAL = Limits()

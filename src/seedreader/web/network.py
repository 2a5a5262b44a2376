"""Connections, to public addresses alone unless others are asked for, that end when the time is up.

A host's name is looked up once, here, and the address that was checked is the one that is connected to: a
name that stands for something else a moment later ("DNS rebinding") gains nothing. No proxy of the
environment is used, since nobody could say then what is connected to.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore2
import httpx2

from seedreader.web.public_address import is_public


class PrivateAddressError(Exception):
    """A host is in a private network, or is this machine."""


class UnknownHostError(Exception):
    """A host's name stands for no address."""


class Deadline:
    """When all of a fetch has to be done."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._end = float("inf")

    def start(self, seconds: float) -> None:
        """Begin anew."""
        self._end = self._clock() + seconds

    def within(self, timeout: float | None) -> float:
        """The seconds that are left, at most ``timeout``. Raises httpcore2.ReadTimeout where none are."""
        left = self._end - self._clock()
        if left <= 0:
            raise httpcore2.ReadTimeout("the time is up")
        return min(left, timeout or left)


class CheckedBackend(httpcore2.NetworkBackend):
    """Looks hosts up, and connects to those addresses that may be."""

    def __init__(self, deadline: Deadline, allow_private: bool) -> None:
        self._deadline, self._allow_private = deadline, allow_private
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address of a host that answers."""
        failed: Exception | None = None
        for address in self._addresses(host, port):
            try:
                stream = self._plain.connect_tcp(
                    address, port, self._deadline.within(timeout), local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = failed or error
            else:
                return TimedStream(stream, self._deadline)
        raise failed or UnknownHostError(host)

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise UnknownHostError(host) from error
        addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
        allowed = [each for each in addresses if self._allow_private or is_public(each)]
        if addresses and not allowed:
            raise PrivateAddressError(host)
        return allowed


class TimedStream(httpcore2.NetworkStream):
    """A connection none of whose steps goes beyond the deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._deadline.within(timeout))
        return TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class CheckedTransport(httpx2.BaseTransport):
    """What an httpx2 client sends its requests through; one connection for each request."""

    def __init__(self, backend: httpcore2.NetworkBackend) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(), network_backend=backend, max_keepalive_connections=0
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        url = request.url
        answer = self._pool.handle_request(
            httpcore2.Request(
                request.method,
                httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx2.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()

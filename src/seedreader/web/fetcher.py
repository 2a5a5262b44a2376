"""Fetching one address as a polite stranger: what robots.txt forbids is not read, no host is hurried.

Nothing of the reader's is sent: no cookie, no credential, no page that one comes from. The machinery
(httpx2 and protego) is imported with this module, so it is imported only where an address has to be fetched.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from http import HTTPStatus
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import httpcore2
import httpx2
from protego import Protego

from seedreader.ingest.errors import IngestError
from seedreader.text.version import VERSION
from seedreader.text.web_address import normalised
from seedreader.web import unpack
from seedreader.web.limits import USUAL, Limits
from seedreader.web.network import (
    CheckedBackend,
    CheckedTransport,
    Deadline,
    PrivateAddressError,
    UnknownHostError,
)

NAME = "seedreader"
USER_AGENT = f"{NAME}/{VERSION}"
"""Who asks; robots.txt speaks to ``seedreader``."""

ROBOTS_SIZE = 512 * 1024
"""Bytes of a robots.txt that count; RFC 9309 asks for 500 KiB at least."""

LONGEST_DELAY = 30
"""Seconds between two requests that a robots.txt is granted."""

_REDIRECTS = frozenset((301, 302, 303, 307, 308))


class Answer(NamedTuple):
    """What an address gave: ``final`` is where it led to, ``content_type`` the header as it was sent."""

    address: str
    final: str
    at: datetime
    status: int
    content_type: str
    data: bytes


class Fetcher:
    """Fetches addresses one after the other, and remembers what each host allows.

    ``tell`` hears a sentence about each step that a person wants to know (a redirect), ``progress`` an
    address, the bytes that have come (0 when it is begun with) and, where it is known, how many will come. It
    is a context manager, which closes what is open.
    """

    def __init__(
        self,
        allow_private: bool = False,
        limits: Limits = USUAL,
        tell: Callable[[str], None] = lambda _: None,
        progress: Callable[[str, int, int | None], None] = lambda *_: None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._limits, self._tell, self._progress, self._sleep = limits, tell, progress, sleep
        self._deadline = Deadline()
        self._robots: dict[str, Protego | None] = {}
        self._asked: dict[str, float] = {}
        jar = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
        self._client = httpx2.Client(
            transport=CheckedTransport(CheckedBackend(self._deadline, allow_private)),
            cookies=jar,
            trust_env=False,
            follow_redirects=False,
            timeout=httpx2.Timeout(limits.idle, connect=limits.connect),
            headers={"User-Agent": USER_AGENT, "Accept": "*/*", "Accept-Encoding": unpack.ACCEPTED},
        )

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def fetch(self, address: str) -> Answer:
        """What is at an address, normalised. Raises `IngestError`, one sentence on why it can't be had."""
        place, seen = address, {address}
        for _ in range(self._limits.redirects + 1):
            self._progress(place, 0, None)
            self._ask_robots(place)
            answer = self._get(address, place, self._limits.size)
            if answer.status not in _REDIRECTS or not answer.final:
                return self._accepted(answer._replace(final=place))
            following = self._followed(place, answer.final)
            if following in seen:
                raise IngestError("unreached", f"it redirects in a circle, through {following}")
            seen.add(following)
            place = following
            self._tell(f"{address} leads to {place}")
        raise IngestError("unreached", f"it redirects more than {self._limits.redirects} times")

    def _accepted(self, answer: Answer) -> Answer:
        if answer.status == 200:
            return answer
        raise IngestError("refused", f"{_status(answer.status)}; {_advice(answer.status)}")

    def _followed(self, place: str, target: str) -> str:
        """The address that a redirect leads to."""
        try:
            joined = urljoin(place, target)
        except ValueError:
            joined = target  # is told to be none
        try:
            following = normalised(joined)
        except ValueError as error:
            raise IngestError("unreached", f"it redirects to {target[:200]}, and {error}") from error
        if place.startswith("https://") and following.startswith("http://"):
            raise IngestError(
                "refused",
                f"it redirects to {following}, which is not encrypted; give that address to read it so",
            )
        return following

    # -- robots.txt -----------------------------------------------------------------------------------

    def _ask_robots(self, place: str) -> None:
        """Raise `IngestError` where the host does not want programs to read this page."""
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(place))
        if origin not in self._robots:
            self._robots[origin] = self._robots_of(origin)
        rules = self._robots[origin]
        if rules is not None and not rules.can_fetch(place, NAME):
            raise IngestError(
                "refused",
                f"the robots.txt of {urlsplit(place).netloc} asks programs not to read it; save the page "
                "from a browser and open that file",
            )

    def _robots_of(self, origin: str) -> Protego | None:
        """What a host asks of programs (RFC 9309); None where it asks nothing."""
        place = f"{origin}/robots.txt"
        for _ in range(6):
            answer = self._get(place, place, ROBOTS_SIZE, cut=True)
            if answer.status not in _REDIRECTS or not answer.final:
                break
            place = self._followed(place, answer.final)
        else:
            return None
        if answer.status >= 500:
            raise IngestError(
                "refused",
                f"its robots.txt, which tells what may be read, {_status(answer.status)}; try again later",
            )
        if answer.status != 200:
            return None
        return Protego.parse(answer.data.decode("utf-8", "replace"))

    def _wait(self, place: str) -> None:
        """Wait until the host may be asked again."""
        parts = urlsplit(place)
        rules = self._robots.get(f"{parts.scheme}://{parts.netloc}")
        wanted = (rules.crawl_delay(NAME) if rules else None) or 0
        interval = max(self._limits.interval, min(float(wanted), LONGEST_DELAY))
        host = parts.hostname or ""
        left = self._asked.get(host, float("-inf")) + interval - time.monotonic()
        if left > 0:
            self._sleep(left)
        self._asked[host] = time.monotonic()

    # -- one request ----------------------------------------------------------------------------------

    def _get(self, address: str, place: str, most: int, cut: bool = False) -> Answer:
        """Ask once. ``final`` of a redirect is where it leads, unresolved; ``cut``: its first bytes do."""
        self._wait(place)
        self._deadline.start(self._limits.whole)
        try:
            with self._client.stream("GET", place) as response:
                at, status = datetime.now(UTC), response.status_code
                content_type = response.headers.get("content-type", "")
                if status in _REDIRECTS:
                    place = response.headers.get("location", "")
                if status != 200:
                    return Answer(address, place, at, status, content_type, b"")
                data = self._body(response, place, most, cut)
                return Answer(address, place, at, status, content_type, data)
        except UnknownHostError as error:
            raise IngestError(
                "unreached",
                f"no host named {error} is known; check its spelling and your connection",
            ) from error
        except PrivateAddressError as error:
            raise IngestError(
                "refused",
                f"{error} is this machine or one of a private network; add --allow-private if you mean it",
            ) from error
        except (httpcore2.TimeoutException, httpx2.TimeoutException) as error:
            raise IngestError(
                "unreached",
                f"{urlsplit(place).netloc} took too long (at most {self._limits.whole:g} s); try again later",
            ) from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError, httpx2.TransportError) as error:
            raise IngestError("unreached", _broken(place, error)) from error
        except (httpx2.InvalidURL, httpx2.HTTPError) as error:
            raise IngestError("unreached", f"{place} is not written as an address is") from error

    def _body(self, response: httpx2.Response, place: str, most: int, cut: bool) -> bytes:
        declared = response.headers.get("content-length", "")
        coming = int(declared) if declared.isdecimal() and len(declared) < 16 else None
        if coming and coming > most and not cut:
            raise _too_large(most)
        found = bytearray()
        encoding = response.headers.get("content-encoding", "")
        try:
            for piece in unpack.unpacked(response.iter_raw(), encoding, most):
                found += piece
                self._progress(place, len(found), coming if not encoding else None)
        except unpack.TooLargeError as error:
            if not cut:
                raise _too_large(most) from error
        except unpack.UnreadableError as error:
            raise IngestError(
                "unreached", f"its answer is packed so that it can't be read ({error})"
            ) from error
        return bytes(found)


def _too_large(most: int) -> IngestError:
    return IngestError(
        "large", f"larger than the {most // 2**20 or 1} MB that are fetched; save it and open the file"
    )


def _broken(place: str, error: Exception) -> str:
    """Why there was no answer."""
    host, said = urlsplit(place).netloc, str(error)
    if "certificate" in said.lower() or "CERTIFICATE" in said:
        return f"{host} can't prove who it is (its certificate does not fit), so it is not read"
    if "ssl" in said.lower() or "tls" in said.lower():
        return f"no encrypted connection with {host} could be made; check the address"
    if isinstance(error, httpcore2.ConnectError | httpx2.ConnectError):
        return f"{host} can't be reached; check the address and your connection"
    return f"the connection with {host} broke off; try again"


def _status(status: int) -> str:
    try:
        return f"answered {status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return f"answered {status}"


def _advice(status: int) -> str:
    if status in (404, 410):
        return "check the address"
    if status in (401, 402, 403, 407, 451):
        return "if your browser shows the page, save it there and open that file"
    if status == 429 or status >= 500:
        return "try again later"
    return "there is nothing to read in that"

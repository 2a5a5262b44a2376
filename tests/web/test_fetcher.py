from __future__ import annotations

import gzip
import socket
import zlib
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

import seedreader
from seedreader.ingest.errors import IngestError
from seedreader.web.fetcher import Answer, Fetcher
from seedreader.web.limits import USUAL, Limits
from tests.web.server import Reply, Server

QUICK = USUAL._replace(interval=0)
TEXT = {"Content-Type": "text/plain"}


def fetched(server: Server, path: str = "/a", limits: Limits = QUICK, **options: Any) -> Answer:
    with Fetcher(allow_private=True, limits=limits, **options) as fetcher:
        return fetcher.fetch(server.address + path)


def refused(server: Server, path: str = "/a", limits: Limits = QUICK) -> str:
    with pytest.raises(IngestError) as error:
        fetched(server, path, limits)
    return str(error.value)


def test_an_answer_says_what_came_and_from_where(server: Server) -> None:
    server.replies["/a"] = Reply(b"words", {"Content-Type": "text/plain; charset=latin-1"})
    told: list[tuple[str, int, int | None]] = []
    answer = fetched(server, progress=lambda *step: told.append(step))
    assert (answer.data, answer.status, answer.content_type) == (b"words", 200, "text/plain; charset=latin-1")
    assert answer.address == answer.final == f"{server.address}/a"
    assert told == [(answer.final, 0, None), (answer.final, 5, None)]


def test_it_says_who_asks_and_sends_nothing_else_of_the_reader(
    server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    server.replies["/a"] = Reply(b"", {"Location": "/b", "Set-Cookie": "who=you; Path=/"}, 302)
    server.replies["/b"] = Reply(b"words", TEXT)
    assert fetched(server).data == b"words"
    for _, headers in server.asked:
        assert headers["User-Agent"] == f"seedreader/{seedreader.__version__}"
        assert not {"Cookie", "Authorization", "Referer"} & headers.keys()


def test_redirects_are_followed_and_told(server: Server) -> None:
    server.replies["/a"] = Reply(b"", {"Location": "b?x=1#part"}, 301)
    server.replies["/b?x=1"] = Reply(b"words", TEXT)
    told: list[str] = []
    answer = fetched(server, tell=told.append)
    assert (answer.address, answer.final) == (f"{server.address}/a", f"{server.address}/b?x=1")
    assert told == [f"{server.address}/a leads to {server.address}/b?x=1"]


@pytest.mark.parametrize("target", ["/a", "/b"])
def test_a_circle_of_redirects_ends(server: Server, target: str) -> None:
    server.replies["/a"] = Reply(b"", {"Location": target}, 302)
    server.replies["/b"] = Reply(b"", {"Location": "/a"}, 302)
    assert refused(server) == f"could not be fetched: it redirects in a circle, through {server.address}/a"


def test_redirects_without_end_end(server: Server) -> None:
    for number in range(20):
        server.replies[f"/{number}"] = Reply(b"", {"Location": f"/{number + 1}"}, 302)
    assert "it redirects more than 8 times" in refused(server, "/0")
    assert len([path for path in server.paths if path != "/robots.txt"]) == 9


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("file:///etc/passwd", "only https:// and http:// addresses are fetched"),
        ("http://me:secret@127.0.0.1/", "a user name or a password"),
        ("http://[", "it is not written as an address is"),
    ],
)
def test_a_redirect_leads_to_nothing_but_the_web(server: Server, target: str, said: str) -> None:
    server.replies["/a"] = Reply(b"", {"Location": target}, 302)
    assert said in refused(server)


def test_a_redirect_to_an_unencrypted_address_is_not_followed() -> None:
    with Fetcher() as fetcher, pytest.raises(IngestError, match="which is not encrypted"):
        fetcher._followed("https://example.org/a", "http://example.org/b")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (404, "was not fetched: answered 404 (Not Found); check the address"),
        (500, "was not fetched: answered 500 (Internal Server Error); try again later"),
        (403, "was not fetched: answered 403 (Forbidden); if your browser shows the page"),
        (799, "was not fetched: answered 799; try again later"),
        (302, "was not fetched: answered 302 (Found); there is nothing to read in that"),
    ],
)
def test_any_other_status_is_told(server: Server, status: int, said: str) -> None:
    server.replies["/a"] = Reply(b"words", TEXT, status)
    assert refused(server).startswith(said)


# -- where to --------------------------------------------------------------------------------------------


def test_this_machine_is_asked_only_if_that_is_meant(server: Server) -> None:
    with Fetcher(limits=QUICK) as fetcher, pytest.raises(IngestError, match="add --allow-private"):
        fetcher.fetch(f"{server.address}/a")
    assert server.asked == []


def looked_up(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Let hosts stand for these addresses, one list at each look-up; returns what is connected to."""
    import httpcore2

    left = list(answers)
    connected: list[str] = []

    def found(_: str, port: int, **__: object) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in left.pop(0)]

    def connect(_: object, host: str, *__: object, **___: object) -> Any:
        connected.append(host)
        raise httpcore2.ConnectError("no one there")

    monkeypatch.setattr("seedreader.web.network.socket.getaddrinfo", found)
    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connect)
    return connected


def test_a_name_that_changes_what_it_stands_for_gains_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    connected = looked_up(monkeypatch, ["93.184.216.34", "169.254.169.254"], ["127.0.0.1"])
    with Fetcher(limits=QUICK) as fetcher, pytest.raises(IngestError, match="can't be reached"):
        fetcher.fetch("https://rebinding.example/")
    with Fetcher(limits=QUICK) as fetcher, pytest.raises(IngestError, match="one of a private network"):
        fetcher.fetch("https://rebinding.example/")
    assert connected == ["93.184.216.34"]


def test_a_redirect_to_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    connected = looked_up(monkeypatch, ["10.0.0.1"])
    with Fetcher(limits=QUICK) as fetcher, pytest.raises(IngestError, match="one of a private network"):
        fetcher.fetch(fetcher._followed("https://public.example/", "//inside.example/admin"))
    assert connected == []


def test_a_host_that_is_not_known_and_one_that_is_not_there_are_told() -> None:
    with (
        Fetcher(limits=QUICK) as fetcher,
        pytest.raises(IngestError, match=r"no host named nobody\.invalid is known"),
    ):
        fetcher.fetch("https://nobody.invalid/")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{closed.getsockname()[1]}"
        with Fetcher(True, QUICK) as fetcher, pytest.raises(IngestError, match=f"{place} can't be reached"):
            fetcher.fetch(f"http://{place}/")


def test_a_server_that_does_not_encrypt_is_told(server: Server) -> None:
    with Fetcher(True, QUICK) as fetcher, pytest.raises(IngestError, match="no encrypted connection with"):
        fetcher.fetch(f"{server.address}/a".replace("http:", "https:"))


# -- how much, how long ----------------------------------------------------------------------------------


def test_a_slow_drip_ends_when_the_time_is_up(server: Server) -> None:
    left = Event()
    sent = []

    def drip() -> Iterator[bytes]:
        for _ in range(500):
            if left.wait(0.02):
                return
            sent.append(b".")
            yield b"."

    server.replies["/a"] = Reply(drip, TEXT)
    try:
        assert "took too long (at most 0.3 s)" in refused(server, limits=QUICK._replace(whole=0.3))
    finally:
        left.set()
    assert sent


@pytest.mark.parametrize("limits", [QUICK._replace(idle=0.2), QUICK._replace(whole=0.2)])
def test_a_server_that_says_nothing_is_left(server: Server, limits: Limits) -> None:
    left = Event()

    def silent() -> Iterator[bytes]:
        left.wait(10)
        yield b""

    server.replies["/a"] = Reply(silent, TEXT)
    try:
        assert "took too long" in refused(server, limits=limits)
    finally:
        left.set()


@pytest.mark.parametrize("declared", [True, False])
def test_a_huge_body_is_not_read_to_its_end(server: Server, declared: bool) -> None:
    sent = []

    def much() -> Iterator[bytes]:
        for _ in range(1000):
            sent.append(1)
            yield bytes(100_000)

    server.replies["/a"] = Reply(much, {**TEXT, **({"Content-Length": "100000000"} if declared else {})})
    steps: list[int] = []
    with pytest.raises(IngestError, match="is larger than the 2 MB that are fetched; save it and open"):
        fetched(
            server,
            limits=QUICK._replace(size=2 * 2**20),
            progress=lambda _, size, __: steps.append(size),
        )
    assert max(steps) == 0 if declared else 10**6 < max(steps) <= 2 * 2**20
    assert len(sent) < 900


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "gzip, gzip"])
def test_what_is_packed_is_unpacked(server: Server, encoding: str) -> None:
    body = b"words " * 50_000
    for name in encoding.split(", "):
        body = gzip.compress(body) if name == "gzip" else zlib.compress(body)
    server.replies["/a"] = Reply(body, {**TEXT, "Content-Encoding": encoding})
    assert fetched(server).data == b"words " * 50_000


def test_a_bomb_does_not_go_off(server: Server) -> None:
    bomb = gzip.compress(gzip.compress(bytes(50 * 2**20)))
    server.replies["/a"] = Reply(bomb, {**TEXT, "Content-Encoding": "gzip, gzip"})
    assert "is larger than the 1 MB" in refused(server, limits=QUICK._replace(size=2**20))


@pytest.mark.parametrize("encoding", ["br", "gzip", "gzip, gzip, gzip"])
def test_what_can_not_be_unpacked_is_told(server: Server, encoding: str) -> None:
    server.replies["/a"] = Reply(b"words", {**TEXT, "Content-Encoding": encoding})
    assert "is packed so that it can't be read" in refused(server)


# -- politeness ------------------------------------------------------------------------------------------

ROBOTS = b"""User-agent: *
Disallow: /

User-agent: seedreader
Disallow: /private/*.html$
Allow: /
"""


def test_robots_txt_is_asked_once_and_obeyed(server: Server) -> None:
    server.replies |= {"/robots.txt": Reply(ROBOTS, TEXT), "/a": Reply(b"a", TEXT), "/b": Reply(b"b", TEXT)}
    with Fetcher(True, QUICK) as fetcher:
        fetcher.fetch(f"{server.address}/a")
        fetcher.fetch(f"{server.address}/b")
        with pytest.raises(IngestError, match=r"robots.txt of 127\.0\.0\.1:\d+ asks programs not to read it"):
            fetcher.fetch(f"{server.address}/private/x.html")
    assert server.paths == ["/robots.txt", "/a", "/b"]


def test_robots_txt_holds_for_where_a_redirect_leads(server: Server) -> None:
    server.replies |= {
        "/robots.txt": Reply(ROBOTS, TEXT),
        "/a": Reply(b"", {"Location": "/private/x.html"}, 302),
    }
    assert "asks programs not to read it" in refused(server)
    assert "/private/x.html" not in server.paths


def test_a_robots_txt_that_breaks_forbids_and_one_that_is_not_there_allows(server: Server) -> None:
    server.replies |= {"/robots.txt": Reply(b"", TEXT, 503), "/a": Reply(b"a", TEXT)}
    assert "its robots.txt, which tells what may be read, answered 503" in refused(server)
    server.replies["/robots.txt"] = Reply(b"", TEXT, 403)
    assert fetched(server).data == b"a"


@pytest.mark.parametrize(
    ("robots", "wanted"),
    [(b"", 1), (b"User-agent: *\nCrawl-delay: 5\n", 5), (b"User-agent: *\nCrawl-delay: 500\n", 30)],
)
def test_no_host_is_hurried(server: Server, robots: bytes, wanted: float) -> None:
    server.replies |= {"/robots.txt": Reply(robots, TEXT), "/a": Reply(b"a", TEXT), "/b": Reply(b"b", TEXT)}
    waited: list[float] = []
    with Fetcher(True, sleep=waited.append) as fetcher:
        fetcher.fetch(f"{server.address}/a")
        fetcher.fetch(f"{server.address}/b")
    assert [round(seconds) for seconds in waited] == [wanted, wanted]

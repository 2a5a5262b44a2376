from __future__ import annotations

import pytest

from seedreader.browser import access
from seedreader.browser.access import Access


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost", "LOCALHOST:9000", "[::1]:8000", "192.168.0.7:8000"]
)
def test_it_goes_by_the_names_of_this_machine_and_by_addresses_whatever_the_port(host: str) -> None:
    assert Access(access.names("127.0.0.1")).is_ours(host)


@pytest.mark.parametrize(
    "host",
    [None, "", "evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "evil@localhost", "local host",
     "localhost/..", "[::1", "localhost;"],
)  # fmt: skip
def test_it_goes_by_no_other_name(host: str | None) -> None:
    """A page elsewhere may have its own name point at this machine."""
    assert not Access(access.names("127.0.0.1")).is_ours(host)


def test_a_name_that_it_was_told_to_listen_on_is_its_own() -> None:
    assert Access(access.names("Reader.example")).is_ours("reader.example:80")


@pytest.mark.parametrize("host, alone", [
    ("127.0.0.1", True), ("localhost", True), ("::1", True), ("::", False), ("reader.example", False),
])  # fmt: skip
def test_only_loopback_is_for_this_machine_alone(host: str, alone: bool) -> None:
    assert access.is_loopback(host) is alone


def test_token_and_pass_are_secrets_of_their_own() -> None:
    one, other = Access(frozenset()), Access(frozenset())
    assert len({one.token, one.pass_, other.token, other.pass_}) == 4
    assert len(one.token) >= 40
    assert one.knows(one.token) and one.admits(one.pass_)
    for wrong in (None, "", one.pass_, other.token, one.token[:-1], "ü\ud800"):
        assert not one.knows(wrong)
    assert not one.admits(one.token)
    assert one.token not in repr(one) and one.pass_ not in repr(one)


@pytest.mark.parametrize(
    "origin, host, ours",
    [
        ("http://127.0.0.1:8000", "127.0.0.1:8000", True),
        ("https://reader.example", "reader.example", True),
        ("http://127.0.0.1:8001", "127.0.0.1:8000", False),
        ("http://evil.example", "127.0.0.1:8000", False),
        ("null", "127.0.0.1:8000", False),
        ("file://127.0.0.1:8000", "127.0.0.1:8000", False),
        (None, "127.0.0.1:8000", False),
        ("http://127.0.0.1:8000", None, False),
    ],
)
def test_a_websocket_is_for_pages_of_the_same_origin(
    origin: str | None, host: str | None, ours: bool
) -> None:
    assert access.same_origin(origin, host) is ours


def test_what_a_host_header_says_gets_into_no_header_unless_it_is_a_host() -> None:
    said = access.headers("x; script-src *")["Content-Security-Policy"]
    assert "x;" not in said and "script-src 'self'" in said
    assert "ws://localhost:80 " in access.headers("localhost:80")["Content-Security-Policy"]

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.article import Article, SourceId
from seedreader.text import uris

NAMES = st.binary(min_size=1, max_size=12).filter(lambda name: not set(name) & {0, ord("/")})
"""Anything that a file of Unix can be called, in UTF-8 or not."""


@settings(deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=4))
def test_any_path_comes_back_from_its_uri(names: list[bytes]) -> None:
    path = "/" + os.fsdecode(b"/".join(names))
    uri = uris.of_absolute(path)
    assert uris.to_path(uri) == path
    assert uri.isascii()
    parts = urlsplit(uri)
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("file", "", "", "")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("/a/b c.txt", "file:///a/b%20c.txt"),
        ("/100 %#?.txt", "file:///100%20%25%23%3F.txt"),
        ("/Größe/é.txt", "file:///Gr%C3%B6%C3%9Fe/%C3%A9.txt"),
        ("/caf\udce9.txt", "file:///caf%E9.txt"),
        ("/C:/x", "file:///C%3A/x"),
        (r"C:\Texts\a b.txt", "file:///C:/Texts/a%20b.txt"),
        (r"\\server\share\a#1.txt", "file://server/share/a%231.txt"),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("", ""),
    ],
)
def test_the_uris_of_paths_and_addresses(path: str, uri: str) -> None:
    assert uris.of_absolute(path) == uri
    assert uris.to_path(uri) == path


def test_half_a_character_in_a_name_gives_a_uri_still() -> None:
    assert uris.of_absolute("/\ud800.txt") == "file:///%ED%A0%80.txt"


def test_a_host_that_is_this_one_is_none() -> None:
    assert uris.to_path("file://localhost/a.txt") == "/a.txt"


def test_a_relative_path_and_a_link_are_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a b.txt"
    file.write_text("x")
    (tmp_path / "link.txt").symlink_to(file)
    monkeypatch.chdir(tmp_path)
    wanted = SourceId(file.resolve().as_uri())
    assert SourceId.of_path("a b.txt") == SourceId.of_path("link.txt") == wanted
    assert SourceId.of_path("https://example.org/x") == SourceId("https://example.org/x")
    assert SourceId.of_path("no\0file.txt").uri.endswith("/no%00file.txt")


def test_an_article_with_nothing_but_a_path_is_the_file_there() -> None:
    assert Article("x", "x", "/a b.txt").source == SourceId("file:///a%20b.txt")
    assert Article("x", "x").source is None
    member = SourceId("file:///export.mbox", "1")
    assert Article("x", "x", "/export.mbox", source=member).source == member


def test_a_path_with_a_colon_and_two_slashes_in_it_is_no_address() -> None:
    assert uris.of_path("notes/a://b.txt").startswith("file:///")

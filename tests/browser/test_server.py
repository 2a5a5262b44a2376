"""The server from outside, asked by what is no browser."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from socket import create_server
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, CookieJar, WSServerHandshakeError

from tests.browser.serving import PATIENCE, Served, gone, served, story
from tests.programs import run

TAB = "0123456789abcdef0123456789abcdef"


@asynccontextmanager
async def let_in(server: Served) -> AsyncIterator[ClientSession]:
    """A client that came by the address that was printed."""
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as client:
        async with client.get(server.address) as answer:
            assert answer.status == 200
        yield client


@asynccontextmanager
async def visit(
    client: ClientSession, server: Served, tab: str = TAB, **headers: str
) -> AsyncIterator[ClientWebSocketResponse]:
    asked = f"{server.origin}/visit/{tab}?width=100&height=30"
    async with client.ws_connect(asked, headers={"Origin": server.origin, **headers}) as socket:
        yield socket


def drafts() -> list[str]:
    folder = Path(os.environ["SEEDREADER_DATA"]) / "drafts"
    return [json.loads(file.read_bytes())["body"] for file in folder.glob("*.draft.json")]


async def drawn(socket: ClientWebSocketResponse, words: bytes) -> bytes:
    """Wait until the reader draws this; what it drew till then, one frame at least."""
    seen = b""
    while not seen or words not in seen:
        message = await asyncio.wait_for(socket.receive(), PATIENCE)
        assert isinstance(message.data, bytes), message
        seen += message.data
    return seen


async def test_nothing_is_given_to_who_has_neither_token_nor_cookie(tmp_path: Path) -> None:
    async with served(story(tmp_path)) as server, ClientSession() as client:
        token = urlsplit(server.address).query
        for path in ("/", "/?token=", f"/?{token[:-1]}", "/files/page.js", f"/files/page.js?{token}", "/no"):
            async with client.get(server.origin + path) as answer:
                assert answer.status == 403, path
                assert "token" in await answer.text()
        with pytest.raises(WSServerHandshakeError) as refused:
            async with visit(client, server):
                pass
        assert refused.value.status == 403
        assert server.readers() == []


async def test_the_token_is_not_asked_for_again_and_stays_in_no_address(tmp_path: Path) -> None:
    async with served(story(tmp_path)) as server:
        async with ClientSession() as client, client.get(server.address, allow_redirects=False) as answer:
            assert (answer.status, answer.headers["Location"]) == (303, "/")
            cookie = answer.headers["Set-Cookie"]
            assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Domain" not in cookie
        async with let_in(server) as client, client.get(server.origin) as answer:
            page = await answer.text()
            assert server.address.partition("=")[2] not in page
            assert "http" not in page  # nothing from elsewhere
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert "script-src 'self';" in answer.headers["Content-Security-Policy"]
            assert answer.headers["Cache-Control"] == "no-store"
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert answer.headers["X-Frame-Options"] == "DENY"


async def test_only_the_files_of_the_page_can_be_had(tmp_path: Path) -> None:
    async with served(story(tmp_path)) as server, let_in(server) as client:
        async with client.get(f"{server.origin}/files/terminal.js") as answer:
            assert answer.status == 200 and answer.content_type == "text/javascript"
        secret = tmp_path / "one.txt"
        for path in ("/files/", "/files/../server.py", f"/files/{secret}", "/files/%2e%2e%2fserver.py",
                     "/files/..%5cserver.py", f"/visit/{TAB[:-1]}", "/visit/" + "z" * 32):  # fmt: skip
            async with client.get(server.origin + path) as answer:
                assert answer.status == 404, path
                assert answer.headers["Cache-Control"] == "no-store"
        async with client.post(server.origin) as answer:
            assert answer.status == 405


async def test_pages_from_elsewhere_reach_neither_server_nor_websocket(tmp_path: Path) -> None:
    """The cookie alone doesn't do: browsers send it whoever asks."""
    async with served(story(tmp_path)) as server, let_in(server) as client:
        async with client.get(server.origin, headers={"Host": "evil.example"}) as answer:
            assert answer.status == 403
        for origin in ("http://evil.example", "null", server.origin.replace("127.0.0.1", "localhost")):
            with pytest.raises(WSServerHandshakeError):
                async with visit(client, server, Origin=origin):
                    pass
        assert server.readers() == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
async def test_the_readers_end_with_the_server_however_it_ends(tmp_path: Path, number: int) -> None:
    async with served(story(tmp_path)) as server, let_in(server) as client, visit(client, server) as socket:
        await drawn(socket, b"claim")
        (reader,) = server.readers()
        assert await server.ends(number) == (0 if number != signal.SIGKILL else -signal.SIGKILL)
        await gone(reader)


async def test_what_is_no_message_is_left_out_and_an_odd_size_does_no_harm(tmp_path: Path) -> None:
    async with served(story(tmp_path)) as server, let_in(server) as client, visit(client, server) as socket:
        await drawn(socket, b"claim")
        for odd in ("", "{}", "[1]", '["resize"]', '["resize", {"width": "a", "height": 1e999}]', "[" * 9999,
                    '["stdin", 7]', '["stdin", "\\ud800"]', '["quit"]', '["deliver_chunk_request", {}]',
                    '["resize", {"width": 99999999, "height": -3}]'):  # fmt: skip
            await socket.send_str(odd)
        await socket.send_str('["resize", {"width": 90, "height": 24}]')
        await socket.send_str('["stdin", "?"]')
        await drawn(socket, b"Keys and marks")


async def test_marks_are_of_ascii_where_the_settings_ask_for_that_and_only_there(tmp_path: Path) -> None:
    """Whatever the locale of the server is: the page has a font of its own."""
    for marks, mark in (("auto", "≠".encode()), ("ascii", b"!")):
        Path(os.environ["SEEDREADER_CONFIG"]).write_text(f'marks = "{marks}"\n')
        async with (
            served(story(tmp_path)) as server,
            let_in(server) as client,
            visit(client, server) as socket,
        ):
            seen = await drawn(socket, b"claim 1/")
            while mark not in seen:
                seen += await drawn(socket, b"")
            assert (marks == "ascii") == seen.isascii()


async def test_a_visitor_too_many_is_told_and_takes_the_place_of_one_who_left(tmp_path: Path) -> None:
    async with served(story(tmp_path), "--visitors", "1") as server, let_in(server) as client:
        async with visit(client, server) as first:
            await drawn(first, b"claim")
            (reader,) = server.readers()
            async with visit(client, server, TAB[::-1]) as second:
                told = (await asyncio.wait_for(second.receive(), PATIENCE)).json()
                assert told == ["ended", "1 reader at a time, and no place is free: close another tab."]
            assert server.readers() == [reader]
        await gone(reader)
        async with visit(client, server, TAB[::-1]) as second:
            await drawn(second, b"claim")


async def test_a_reader_that_was_killed_says_so_and_keeps_what_was_written(tmp_path: Path) -> None:
    async with served(story(tmp_path)) as server, let_in(server) as client, visit(client, server) as socket:
        await drawn(socket, b"claim")
        await socket.send_str('["stdin", "awho counted?"]')
        while drafts() != ["who counted?"]:
            with suppress(TimeoutError):
                await socket.receive(timeout=0.25)
        (reader,) = server.readers()
        os.kill(reader, signal.SIGKILL)
        while isinstance((message := await asyncio.wait_for(socket.receive(), PATIENCE)).data, bytes):
            pass
        assert message.json() == ["ended", "The reader was ended by signal 9."]
    assert drafts() == ["who counted?"]


async def test_a_reader_that_can_not_open_says_why(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    async with served(str(empty)) as server, let_in(server) as client, visit(client, server) as socket:
        told = (await asyncio.wait_for(socket.receive(), PATIENCE)).json()
        assert told[0] == "ended" and str(empty) in told[1]


@pytest.mark.parametrize(
    "given, said",
    [
        (["/no/such/file"], "/no/such/file: there is no such file or folder."),
        (["-"], "standard input can be read once only"),
        (["--port", "70000"], "a port is a number from 0 to 65535"),
        (["--visitors", "0"], "is a number from 1 to 1000"),
        (["--host", "no such host"], "can't be listened on"),
    ],
)
def test_what_can_not_be_served_is_said_in_a_sentence(given: list[str], said: str) -> None:
    done = run("serve", *given)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr and "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_told_in_the_words_of_the_system() -> None:
    with create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", "--port", str(port))
    assert done.returncode == 2
    said = f"127.0.0.1, port {port}, can't be listened on (address already in use): name another --port."
    assert done.stderr == f"seedreader: {said}\n"


def test_without_what_it_needs_it_says_what_to_install() -> None:
    code = (
        "import sys\n"
        "sys.modules['textual_serve'] = None\n"
        "import importlib.util as util\n"
        "find = util.find_spec\n"
        "util.find_spec = lambda name: None if name == 'textual_serve' else find(name)\n"
        "from seedreader.cli import main\n"
        "sys.exit(main(['serve']))"
    )
    done = run(code=code)
    assert done.returncode == 2
    assert "pip install 'seedreader[serve]'" in done.stderr

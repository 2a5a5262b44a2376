"""The server: the page and its files, and a websocket for each visitor. Nothing else can be asked for.

textual-serve gives the terminal for the browser (its script, style and font), which speaks with Textual's web
driver. Its own server is not used: it starts a shell, loads a font from elsewhere and asks nobody who he is.
"""

from __future__ import annotations

import asyncio
import html
import signal
import socket
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from importlib import resources
from importlib.resources.abc import Traversable
from string import Template
from typing import NamedTuple

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from seedreader.browser import access, reader_process
from seedreader.browser.access import Access
from seedreader.browser.visits import Visits

HEARTBEAT = 15.0
"""Seconds after which a page that answers nothing counts as gone."""
SHUTDOWN = 20.0
"""Seconds that visits have to end when the server does."""
VISITOR = r"[0-9a-f]{32}"
"""How a tab is called by its page."""

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Offer(NamedTuple):
    """What is served: what it is called, the command that reads it, and to how many at a time."""

    name: str
    argv: Sequence[str]
    most: int


class _File(NamedTuple):
    place: Traversable
    media_type: str


def _files() -> Mapping[str, _File]:
    """All files that the page needs, by the names that it asks for."""
    ours = resources.files("seedreader.browser") / "page"
    terminal = resources.files("textual_serve") / "static"
    fonts = terminal / "fonts"
    return {
        "page.js": _File(ours / "page.js", "text/javascript"),
        "page.css": _File(ours / "page.css", "text/css"),
        "terminal.js": _File(terminal / "js" / "textual.js", "text/javascript"),
        "terminal.css": _File(terminal / "css" / "xterm.css", "text/css"),
        "upright.ttf": _File(fonts / "RobotoMono-VariableFont_wght.ttf", "font/ttf"),
        "italic.ttf": _File(fonts / "RobotoMono-Italic-VariableFont_wght.ttf", "font/ttf"),
    }


def application(access_: Access, name: str, visits: Visits) -> web.Application:
    """The web application; ``name`` is what is read."""
    app = web.Application(middlewares=[_guard(access_)])
    page = Template((resources.files("seedreader.browser") / "page" / "index.html").read_text("utf-8"))
    shown = page.substitute(name=html.escape(name))

    async def index(_: web.Request) -> web.Response:
        return web.Response(text=shown, content_type="text/html")

    async def file(_: web.Request, found: _File) -> web.Response:
        body = await asyncio.to_thread(found.place.read_bytes)
        return web.Response(body=body, content_type=found.media_type)

    async def visit(request: web.Request) -> web.StreamResponse:
        if not access.same_origin(request.headers.get("Origin"), request.host):
            return _refused("A page from elsewhere asked for this.")
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT)
        await socket.prepare(request)
        size = reader_process.size(request.query.get("width"), request.query.get("height"))
        await visits.visit(socket, request.match_info["visitor"], size)
        return socket

    app.router.add_get("/", index)
    for asked, found in _files().items():
        app.router.add_get(f"/files/{asked}", partial(file, found=found))
    app.router.add_get(f"/visit/{{visitor:{VISITOR}}}", visit)

    async def dress(request: web.BaseRequest, response: web.StreamResponse) -> None:
        response.headers.update(access.headers(request.headers.get("Host")))

    app.on_response_prepare.append(dress)
    app.on_shutdown.append(lambda _: visits.close())
    return app


def _guard(access_: Access) -> Middleware:
    """Lets in who has the token, and whoever was let in before; the address is shown without it then."""

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not access_.is_ours(request.headers.get("Host")):
            return _refused("This server goes by another name.")
        if request.path == "/" and access_.knows(request.query.get("token")):
            goes_on = web.HTTPSeeOther("/")
            # Lax, so that a link in a mail or a chat still opens; what that page loads is of one site then
            goes_on.set_cookie(access_.cookie, access_.pass_, httponly=True, samesite="Lax", path="/")
            raise goes_on
        if not access_.admits(request.cookies.get(access_.cookie)):
            return _refused("Open the address that `seedreader serve` printed: its token lets you in.")
        return await handler(request)

    return guard


def _refused(why: str) -> web.Response:
    return web.Response(status=403, text=f"{why}\n")


async def serve(
    offer: Offer, host: str, port: int, environ: Mapping[str, str], told: Callable[[str], None]
) -> None:
    """Serve until a signal ends it; ``told`` hears the address once it can be asked for. Raises OSError.

    ``environ`` is what the readers get of the environment.
    """
    access_ = Access(access.names(host))
    visits = Visits(offer.argv, offer.most, environ)
    runner = web.AppRunner(
        application(access_, offer.name, visits),
        access_log=None,
        handle_signals=False,
        shutdown_timeout=SHUTDOWN,
    )
    await runner.setup()
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        told(f"http://{_address(host, runner)}/?token={access_.token}")
        await stopped.wait()
    finally:
        await runner.cleanup()


def _address(host: str, runner: web.AppRunner) -> str:
    """Host and port as they stand in an address: of a server that listens everywhere, this machine's name."""
    port = runner.addresses[0][1]
    name = socket.gethostname() if host in ("0.0.0.0", "::") else host  # noqa: S104
    return f"[{name}]:{port}" if ":" in name else f"{name}:{port}"

"""A headless Chromium, driven by the DevTools protocol: pages, keys, and what each page's websocket brings.

By hand, since all that is needed is a websocket, which the server under test brings: a browser driver would
be the largest package of the development environment.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import itertools
import json
import shutil
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pyte
from aiohttp import ClientSession, ClientWebSocketResponse

PATIENCE = 15.0
"""Seconds that anything may take on a machine that has much else to do."""
GLANCE = 0.25
"""Seconds after which something is looked at again, though the page tells nothing."""
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--mute-audio",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--disable-dev-shm-usage", "--no-default-browser-check", "--remote-debugging-port=0",
    "--disable-3d-apis",  # drawn by the processor WebGL takes most of the time
)  # fmt: skip
ALT, CTRL, SHIFT = 1, 2, 8
"""Modifiers as the DevTools protocol counts them."""

Met = TypeVar("Met")


def found() -> str | None:
    """Where Chromium is on this machine."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next(filter(None, map(shutil.which, names)), None)


class Chromium:
    """A running browser."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._number = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._pages: dict[str, Page] = {}

    async def listen(self) -> None:
        """Take in what the browser tells, until it ends."""
        async for message in self._socket:
            told = message.json()
            if "id" in told:
                answer = self._answers.pop(told["id"])
                if not answer.done():
                    answer.set_result(told)
            elif page := self._pages.get(told.get("sessionId", "")):
                page.hear(told["method"], told["params"])

    async def call(self, method: str, session: str | None = None, **parameters: object) -> dict[str, Any]:
        """Ask for something and wait for the answer."""
        number = next(self._number)
        self._answers[number] = asyncio.get_running_loop().create_future()
        message = {"id": number, "method": method, "params": parameters}
        await self._socket.send_str(json.dumps(message | ({"sessionId": session} if session else {})))
        answer = await asyncio.wait_for(self._answers[number], PATIENCE)
        assert "error" not in answer, (method, answer)
        result: dict[str, Any] = answer["result"]
        return result

    async def open(self, address: str, width: int = 1000, height: int = 600) -> Page:
        """A new tab with a page."""
        target = (await self.call("Target.createTarget", url="about:blank"))["targetId"]
        session = (await self.call("Target.attachToTarget", targetId=target, flatten=True))["sessionId"]
        page = self._pages[session] = Page(self, target, session)
        for domain in ("Page", "Network", "Runtime", "Log"):
            await page.call(f"{domain}.enable")
        await page.resize(width, height)
        await page.call("Page.navigate", url=address)
        return page


class Page:
    """A tab; ``screen`` is what the reader has drawn in it, ``asked`` every address that it asked for."""

    def __init__(self, browser: Chromium, target: str, session: str) -> None:
        self._browser, self._target, self._session = browser, target, session
        self.screen = pyte.Screen(1, 1)
        self._stream = pyte.ByteStream(self.screen)
        self._changed = asyncio.Event()
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.connected = False
        self.visits = 0

    async def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """As `Chromium.call`, for this page."""
        return await self._browser.call(method, self._session, **parameters)

    def hear(self, method: str, told: dict[str, Any]) -> None:
        """Take in an event."""
        match method:
            case "Network.requestWillBeSent":
                self.asked.append(told["request"]["url"])
            case "Network.webSocketCreated":
                self.asked.append(told["url"])
                self.screen.reset()
                self.connected = True
                self.visits += 1
            case "Network.webSocketClosed":
                self.connected = False
            case "Network.webSocketFrameSent" if '"resize"' in told["response"]["payloadData"]:
                size = json.loads(told["response"]["payloadData"])[1]
                self.screen.resize(size["height"], size["width"])
            case "Network.webSocketFrameReceived" if told["response"]["opcode"] == 2:
                self._stream.feed(base64.b64decode(told["response"]["payloadData"]))
            case "Log.entryAdded":
                self.complaints.append(told["entry"]["text"] + " " + told["entry"].get("url", ""))
            case "Runtime.exceptionThrown":
                self.complaints.append(str(told["exceptionDetails"]))
        self._changed.set()

    async def until(self, met: Callable[[], Met]) -> Met:
        """Wait until something is so, looking at each thing that the page tells."""
        async with asyncio.timeout(PATIENCE):
            try:
                while not (found := met()):
                    self._changed.clear()
                    with contextlib.suppress(TimeoutError):  # what is not of the page may change without it
                        await asyncio.wait_for(self._changed.wait(), GLANCE)
            except asyncio.CancelledError:
                print(self.text, self.complaints, sep="\n")  # noqa: T201
                raise
        return found

    async def until_shown(self, *words: str) -> None:
        """Wait until the reader shows all of these."""
        await self.until(lambda: all(each in self.text for each in words))

    @property
    def text(self) -> str:
        """What the reader has drawn."""
        return "\n".join(self.screen.display)

    async def evaluate(self, code: str) -> Any:
        """What a piece of JavaScript comes to, awaited."""
        answer = await self.call("Runtime.evaluate", expression=code, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    async def type(self, text: str) -> None:
        """Press keys that write these letters."""
        for letter in text:
            await self.call("Input.dispatchKeyEvent", type="keyDown", key=letter, text=letter)
            await self.call("Input.dispatchKeyEvent", type="keyUp", key=letter)

    async def press(
        self, key: str, code: int, text: str = "", modifiers: int = 0, command: str | None = None
    ) -> None:
        """Press a key, told as the DevTools protocol has it: Windows' number, and what it writes.

        ``command`` is what the browser itself does at this key, which it does not know without a window.
        """
        named: dict[str, object] = {"key": key, "windowsVirtualKeyCode": code, "modifiers": modifiers}
        down = named | ({"text": text} if text else {}) | ({"commands": [command]} if command else {})
        await self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **down)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **named)

    async def enter(self, modifiers: int = 0) -> None:
        await self.press("Enter", 13, "\r", modifiers)

    async def resize(self, width: int, height: int) -> None:
        """Give the page so many pixels."""
        await self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    async def reload(self) -> None:
        """Load the page again, as F5 does."""
        await self.visited_again(self.call("Page.reload"))

    async def visited_again(self, act: Awaitable[object]) -> None:
        """Do what loads the page again, and wait for the reader that it shows then."""
        before = self.visits
        await act
        await self.until(lambda: self.visits > before)

    async def close(self) -> None:
        await self._browser.call("Target.closeTarget", targetId=self._target)

    async def picture(self, file: Path) -> None:
        """What the page looks like."""
        shot = await self.call("Page.captureScreenshot")
        file.write_bytes(base64.b64decode(shot["data"]))


@contextlib.asynccontextmanager
async def running(program: str, profile: Path) -> AsyncIterator[Chromium]:
    """Run a browser with a profile of its own, and end it."""
    process = await asyncio.create_subprocess_exec(
        program, *FLAGS, f"--user-data-dir={profile}", stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE
    )
    try:
        address = await asyncio.wait_for(_address(process), PATIENCE)
        drains = asyncio.create_task(_drain(process))
        async with ClientSession() as client, client.ws_connect(address, max_msg_size=0) as socket:
            browser = Chromium(socket)
            listens = asyncio.create_task(browser.listen())
            yield browser
            await browser.call("Browser.close")
            await listens
        await asyncio.wait_for(process.wait(), PATIENCE)
        await drains
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _address(process: Process) -> str:
    assert process.stderr is not None
    said = ""
    while line := (await process.stderr.readline()).decode(errors="replace"):
        said += line
        if "DevTools listening on " in line:
            return line.partition("DevTools listening on ")[2].strip()
    raise AssertionError(said)


async def _drain(process: Process) -> None:
    assert process.stderr is not None
    while await process.stderr.read(1 << 16):
        pass

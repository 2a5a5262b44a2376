"""The reader as somebody with a browser uses it, end to end."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from seedreader.notebook import Notebook
from tests.browser import chromium
from tests.browser.chromium import ALT, CTRL, SHIFT, Chromium, Page
from tests.browser.serving import Served, gone, served, story

pytestmark = [
    pytest.mark.skipif(chromium.found() is None, reason="no Chromium here: apt-get install chromium"),
    pytest.mark.asyncio(loop_scope="module"),
]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chromium]:
    program = chromium.found()
    assert program is not None
    async with chromium.running(program, tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def server(tmp_path: Path) -> AsyncIterator[Served]:
    async with served(story(tmp_path / "pier")) as server:
        yield server


async def opened(browser: Chromium, server: Served, shows: str = "95 % of the words") -> Page:
    page = await browser.open(server.address)
    await page.until_shown(shows)
    return page


async def may_copy(browser: Chromium, server: Served) -> None:
    may = ["clipboardReadWrite", "clipboardSanitizedWrite"]
    await browser.call("Browser.grantPermissions", permissions=may, origin=server.origin)


def data() -> Path:
    return Path(os.environ["SEEDREADER_DATA"])


def notes() -> list[str]:
    return sorted(each.body for each in Notebook(data() / "notebook.sqlite").annotations())


def drafts() -> list[str]:
    return [json.loads(file.read_bytes())["body"] for file in (data() / "drafts").glob("*.draft.json")]


async def test_a_story_is_read_without_a_word_to_anybody_else(browser: Chromium, server: Served) -> None:
    page = await opened(browser, server)
    await page.type("3")  # the keys are the reader's before anything is clicked
    await page.type("?")
    await page.until_shown("Keys and marks")
    await page.type("/browser")
    await page.until_shown("In a browser", "Shift-Enter", "Ctrl-Backspace")
    await page.resize(700, 400)
    await page.until(lambda: page.screen.columns < 90)
    await page.until_shown("In a browser")
    here = await page.evaluate("location.href + ' ' + document.cookie + ' ' + document.title")
    assert here == f"{server.origin}/  pier · seedreader"
    socket = server.origin.replace("http", "ws", 1)
    assert [asked for asked in page.asked if not asked.startswith((server.origin + "/", socket + "/"))] == []
    assert page.complaints == []
    assert await page.evaluate("document.fonts.check('16px \"Roboto Mono\"')")
    await page.close()


async def test_the_page_says_that_the_reader_ended_and_opens_it_again(
    browser: Chromium, server: Served
) -> None:
    page = await opened(browser, server)
    (reader,) = server.readers()
    await page.type("q")
    await gone(reader)
    await page.until(lambda: not page.connected)
    assert await page.evaluate("document.getElementById('ended').checkVisibility()")
    assert page.complaints == []
    assert "is closed" in await page.evaluate("document.body.innerText")
    await page.visited_again(page.enter())  # on “Open again”
    await page.until_shown("claim")
    await server.ends()
    await page.until(lambda: not page.connected)
    assert "The server was stopped." in await page.evaluate("document.body.innerText")
    await page.close()


async def test_two_visitors_write_on_one_passage_and_nothing_is_lost(
    browser: Chromium, server: Served
) -> None:
    one, other = await opened(browser, server), await opened(browser, server)
    for page, text in ((one, "from one"), (other, "from the other")):
        await page.type("a")
        await page.until_shown("note on")
        await page.type(text)
    for page in (one, other):
        await page.enter()
        await page.until_shown("Saved.")
    assert notes() == ["from one", "from the other"]
    for page in (one, other):
        await page.type("o")
        await page.until_shown("from one", "from the other")
        await page.close()


async def test_a_draft_outlives_its_page_and_is_put_into_no_other_one(
    browser: Chromium, server: Served
) -> None:
    page = await opened(browser, server)
    await page.type("ja")
    await page.until_shown("note on")
    await page.type("half a")
    await page.until(lambda: drafts() == ["half a"])
    await page.reload()
    await page.until_shown("claim")
    await page.type("a")  # where the cursor was
    await page.until_shown("A draft of yours stood here", "half a")
    await page.type(" thought")
    await page.until(lambda: drafts() == ["half a thought"])
    (reader,) = server.readers()
    await page.close()
    await gone(reader)
    other = await opened(browser, server, "conflict:")
    await other.type("a")
    await other.until_shown("note on", "Another window left a draft here")
    assert "half a" not in other.text
    await other.type("whole")
    await other.enter()
    await other.until_shown("Saved.")
    assert notes() == ["whole"] and drafts() == ["half a thought"]
    await other.type("o")
    await other.until_shown("half a thought")
    await other.close()


async def test_what_is_copied_is_on_the_clipboard_or_it_is_said_why_not(
    browser: Chromium, server: Served
) -> None:
    await may_copy(browser, server)
    page = await opened(browser, server)
    await page.type("W")
    await page.until_shown("Copied to the browser’s clipboard.")
    copied = await page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“") and "council approved the new pier" in copied
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))")
    await page.type("j")
    await page.until_shown("j/k sentence")
    await page.type("w")
    await page.until_shown("Copied to the browser’s clipboard.")  # in the way that browsers had before
    assert not (await page.evaluate("navigator.clipboard.readText()")).startswith("“")
    await page.evaluate("document.execCommand = () => false")
    await page.type("w")
    await page.until_shown("Not copied: the browser does not allow it here; A ")
    await page.close()


async def test_the_address_of_a_source_opens_in_the_visitors_browser(
    browser: Chromium, server: Served, tmp_path: Path
) -> None:
    """Nothing is loaded of it here: the page holds back what would."""
    (tmp_path / "pier/story.toml").write_text('["one.txt"]\nurl = "https://harbour.example/pier"\n')
    page = await opened(browser, server)
    await page.evaluate("window.open = (...asked) => { window.asked = asked; }")
    await page.type("s")
    await page.until_shown("Sources")
    await page.type("u")
    await page.until_shown("Opened in another tab")
    asked = await page.evaluate("window.asked")
    assert asked == ["https://harbour.example/pier", "_blank", "noopener,noreferrer"]
    await page.close()


async def test_keys_that_a_browser_swallows_have_others(browser: Chromium, server: Served) -> None:
    await may_copy(browser, server)
    page = await opened(browser, server)
    await page.evaluate("navigator.clipboard.writeText('pasted')")
    await page.type("a")
    await page.until_shown("note on")
    await page.type("one two")
    await page.press("Backspace", 8, modifiers=CTRL)
    await page.type("2")
    await page.enter(SHIFT)
    await page.press("v", 86, modifiers=CTRL, command="paste")
    await page.until_shown("pasted")
    await page.type(" three")
    await page.press("Backspace", 8, modifiers=ALT)
    await page.enter()
    await page.until_shown("Saved.")
    assert notes() == ["one 2\npasted"]
    await page.close()

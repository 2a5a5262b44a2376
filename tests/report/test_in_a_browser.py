"""The report's page in headless Chromium: it fits, can be read and printed, runs and fetches nothing."""

from __future__ import annotations

import base64
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from seedreader.ingest.load_files import load
from seedreader.report.formats import write
from tests.browser import chromium
from tests.browser.chromium import Chromium, Page
from tests.conftest import SEEDS
from tests.report.hostile import hostile
from tests.report.made import put, reported

pytestmark = [
    pytest.mark.skipif(chromium.found() is None, reason="no Chromium here: apt-get install chromium"),
    pytest.mark.asyncio(loop_scope="module"),
]

LEAST = 4.5
"""Contrast that WCAG 2 asks of text (level AA)."""

POOR = """
(() => {
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const colour = said => { const n = said.match(/[\\d.]+/g).map(Number); return n[3] === 0 ? null : n };
  const poor = [];
  for (const element of document.querySelectorAll('body, body *')) {
    const says = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!says || element.closest('svg')) continue;
    let paper = null;
    for (let at = element; at && !paper; at = at.parentElement)
      paper = colour(getComputedStyle(at).backgroundColor);
    const pair = [light(colour(getComputedStyle(element).color)), light(paper || [255, 255, 255])];
    const [dark, bright] = pair.sort((a, b) => a - b);
    const contrast = (bright + 0.05) / (dark + 0.05);
    if (contrast < LEAST) poor.push(`${element.tagName}.${element.className}: ${contrast.toFixed(2)}`);
  }
  return poor;
})()"""


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chromium]:
    program = chromium.found()
    assert program is not None
    async with chromium.running(program, tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report on the sample story, with notes."""
    given = load([str(seed) for seed in sorted(SEEDS.glob("*.txt"))]).articles
    placed = [
        put("note", "Who\ncounted?", given, 0, "up to 12,000 troops"),
        put("tag", "arms", given, 1, "ballistic missiles"),
    ]
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(write(reported(given, placed), "html"), "utf-8")
    return file


async def opened(browser: Chromium, file: Path, width: int = 1280) -> Page:
    page = await browser.open(file.as_uri(), width, 900)
    await page.evaluate(
        "new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))"
    )
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_it_fits_narrow_and_wide_screens_and_can_be_read(
    browser: Chromium, samples: Path, scheme: str
) -> None:
    page = await opened(browser, samples)
    await page.call(
        "Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}]
    )
    dark = await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert dark == (scheme == "dark")
    for width in (360, 1280):
        await page.resize(width, 900)
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
        assert await page.evaluate(POOR.replace("LEAST", str(LEAST))) == []
    assert page.asked == [samples.as_uri()] and page.complaints == []
    await page.close()


async def test_a_quote_leads_to_its_passage_and_back(browser: Chromium, samples: Path) -> None:
    page = await opened(browser, samples)
    await page.evaluate("document.querySelector('.to').click()")
    place = await page.evaluate("location.hash.slice(1)")
    assert place.startswith("p1-1-")
    passage = f"document.getElementById({json.dumps(place)})"
    assert await page.evaluate(f"{passage}.closest('.article').id") == "s1-a1"
    await page.evaluate(f"{passage}.parentElement.querySelector('.back').click()")
    assert (await page.evaluate("location.hash")).startswith("#q")
    await page.close()


async def test_it_prints(browser: Chromium, samples: Path) -> None:
    page = await opened(browser, samples)
    printed = base64.b64decode((await page.call("Page.printToPDF", preferCSSPageSize=True))["data"])
    assert printed.startswith(b"%PDF") and printed.count(b"/Type /Page\n") in range(6, 25)
    await page.close()


async def test_what_others_wrote_runs_nothing(browser: Chromium, tmp_path: Path) -> None:
    words = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
    file = tmp_path / "report.html"
    file.write_text(write(hostile(words), "html"), "utf-8")
    page = await opened(browser, file)
    assert "<script>" in await page.evaluate("document.title")
    assert await page.evaluate("document.scripts.length + document.images.length") == 0
    assert page.asked == [file.as_uri()]
    await page.close()

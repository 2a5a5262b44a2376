"""The report's page in headless Chromium: it fits, can be read and printed, runs and fetches nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from seedreader.ingest.load_files import load
from seedreader.report.formats import write
from tests.report.hostile import hostile
from tests.report.made import put, reported

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

OPTIONS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
LEAST = 4.5
"""Contrast that WCAG 2 asks of text (level AA)."""

POOR = """
least => {
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
    if (contrast < least) poor.push(`${element.tagName}.${element.className}: ${contrast.toFixed(2)}`);
  }
  return poor;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with driver.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield opened
        opened.close()


@pytest.fixture
def page_of_samples(seeds: list[Path], tmp_path: Path) -> Path:
    given = load([str(seed) for seed in seeds]).articles
    placed = [
        put("note", "Who\ncounted?", given, 0, "up to 12,000 troops"),
        put("tag", "arms", given, 1, "ballistic missiles"),
    ]
    file = tmp_path / "report.html"
    file.write_text(write(reported(given, placed), "html"))
    return file


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_narrow_and_wide_screens_and_can_be_read(
    browser: Any, page_of_samples: Path, scheme: str
) -> None:
    page = browser.new_page(color_scheme=scheme)
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("request", lambda asked: told.append(asked.url) if not asked.url.startswith("file:") else None)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(page_of_samples.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(POOR, LEAST) == []
    assert told == []
    page.close()


def test_a_quote_leads_to_its_passage_and_back(browser: Any, page_of_samples: Path) -> None:
    page = browser.new_page()
    page.goto(page_of_samples.as_uri())
    page.click("text=in context")
    place = page.evaluate("location.hash.slice(1)")
    assert place.startswith("p1-1-")
    assert page.evaluate("id => document.getElementById(id).closest('.article').id", place) == "s1-a1"
    page.evaluate("id => document.getElementById(id).parentElement.querySelector('.back').click()", place)
    assert page.evaluate("location.hash").startswith("#q")
    page.close()


def test_it_prints(browser: Any, page_of_samples: Path) -> None:
    page = browser.new_page()
    page.goto(page_of_samples.as_uri())
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert printed.startswith(b"%PDF") and printed.count(b"/Type /Page\n") in range(6, 25)
    page.close()


def test_what_others_wrote_runs_nothing(browser: Any, tmp_path: Path) -> None:
    words = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
    file = tmp_path / "report.html"
    file.write_text(write(hostile(words), "html"))
    page = browser.new_page()
    page.goto(file.as_uri())
    assert (
        "<script>" in page.title() and page.evaluate("document.scripts.length + document.images.length") == 0
    )
    page.close()

"""Web pages: what is not dimmed against the article, and the time from bytes on, beside two extractors in
one run.

The pages are `page_shapes`, `page_shapes_news` and, with ``PAGES=FOLDER``, those saved in a folder that tell
their own text (``articleBody`` in JSON-LD): once with that taken out before they are read, once as it
is. trafilatura and readability-lxml are measured where they are installed. Times are of the processor.
"""

from __future__ import annotations

import gzip
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from statistics import mean
from time import process_time
from typing import NamedTuple

from seedreader.analysis import boilerplate
from seedreader.article import SourceId
from seedreader.ingest import canonical
from seedreader.ingest.formats import html
from seedreader.ingest.raw_document import Declared
from tests.benchmarks import page_shapes_news
from tests.benchmarks.figures import Figure, milliseconds, quality, ratio
from tests.benchmarks.page_shapes import pages

TITLE = "Web pages: not dimmed against the article's own words"
ROUNDS = 3
MOST_LOST = 0.015
FASTER = 0.7
LEAST_WORDS = 60

Read = Callable[[bytes], str]
_WORD = re.compile(r"\w+")


class Case(NamedTuple):
    """A page: its name, bytes, headline, and the article's own words below that.

    ``title`` may have the lead behind it, which some truths hold and others leave out.
    """

    name: str
    data: bytes
    title: str
    body: str


def measure() -> list[Figure]:
    """Word F1, the share of the article's words lost, and time, by reader and by kind of page."""
    readers = {"seedreader": not_dimmed, **_others()}
    figures: list[Figure] = []
    kinds = {
        "shapes": list(shapes()),
        "news": list(news()),
        "saved pages": list(_saved()),
        "saved pages as they are": list(_saved(declaring=True)),
    }
    for kind, cases in kinds.items():
        if not cases:
            continue
        times: dict[str, list[float]] = {name: [] for name in readers}
        for name, read in readers.items():
            scores = [score(read(case.data), case) for case in cases]
            figures.append(quality(f"{kind} ({len(cases)}): {name}, F1", mean(f1 for f1, _ in scores)))
            most = MOST_LOST if name == "seedreader" else None
            figures.append(
                quality(f"{kind}: {name}, lost", mean(lost for _, lost in scores), most, at_least=False)
            )
        for _ in range(ROUNDS):
            for case in cases:
                for name, read in readers.items():
                    begin = process_time()
                    read(case.data)
                    times[name].append(process_time() - begin)
        figures += [milliseconds(f"{kind}: {name}", found) for name, found in times.items()]
        if "trafilatura" in times:
            figures.append(
                ratio(f"{kind}: time of trafilatura", times["seedreader"], times["trafilatura"], FASTER)
            )
    return figures


def not_dimmed(data: bytes) -> str:
    """What this reader leaves of a page."""
    [raw] = html.read(data, SourceId("file:///page.html")).documents
    article = canonical.article(raw, Declared("page", "given"))
    parts, at = [], 0
    for span in boilerplate.find_boilerplate(article.text, title=article.title, structure=article.structure):
        parts.append(article.text[at : span.start])
        at = span.end
    return "".join([*parts, article.text[at:]])


def _others() -> dict[str, Read]:
    """The extractors that are installed."""
    found: dict[str, Read] = {}
    try:
        import trafilatura  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        pass
    else:
        found["trafilatura"] = lambda data: trafilatura.extract(data, fast=True) or ""
    try:
        import readability  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        pass
    else:

        def read(data: bytes) -> str:
            summary = readability.Document(data.decode("utf-8", "replace")).summary(html_partial=True)
            return unescape(re.sub(r"<[^>]+>", " ", summary))

        found["readability"] = read
    return found


def score(text: str, case: Case) -> tuple[float, float]:
    """Word F1, and the share of the article's words that are missing; headline and lead count neither way."""
    got, own = Counter(_words(text)), Counter(_words(case.body))
    extra = Counter(_words(case.title))
    got -= extra - (extra - (got - own))
    same = (got & own).total()
    precision, recall = same / (got.total() or 1), same / (own.total() or 1)
    return 2 * precision * recall / ((precision + recall) or 1), 1 - recall


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("\u00ad", ""))


def shapes() -> Iterator[Case]:
    """The pages that were written for this."""
    for page in pages():
        yield Case(page.shape, page.markup.encode(), page.title, page.body)


def news() -> Iterator[Case]:
    """The pages that are made as news sites make them."""
    for shape, markup, title, body in page_shapes_news.pages():
        yield Case(shape, markup.encode(), title, body)


def _saved(*, declaring: bool = False) -> Iterator[Case]:
    """Saved pages whose own text is declared in them, with or without that."""
    folder = os.environ.get("PAGES")
    for path in sorted(Path(folder).rglob("*.html*")) if folder else ():
        data = path.read_bytes()
        data = gzip.decompress(data) if path.suffix == ".gz" else data
        text = data.decode("utf-8", "replace")
        bodies = re.findall(r'"articleBody"\s*:\s*("(?:[^"\\]|\\.)*")', text)
        titles = re.findall(r'"(?:headline|alternativeHeadline|description)"\s*:\s*("(?:[^"\\]|\\.)*")', text)
        shown = re.findall(r'<title>([^<]+)|<meta[^>]*description"[^>]*content="([^"]+)', text)
        titles += [json.dumps(unescape(each)) for each in map("".join, shown)]
        if bodies:
            body = unescape(re.sub(r"<[^>]+>", " ", json.loads(max(bodies, key=len), strict=False)))
            if len(_words(body)) >= LEAST_WORDS:
                title = " ".join(json.loads(each, strict=False) for each in set(titles))
                data = data if declaring else data.replace(b'"articleBody"', b'"left out"')
                yield Case(path.name, data, title, body)

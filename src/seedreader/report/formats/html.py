"""A report as one HTML file: no scripts, nothing is fetched, to read in light and dark and to print.

Each quote leads to its passage in the article, which is in the file, and the passage leads back.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape as _escape
from pathlib import Path

from seedreader.report import pictures
from seedreader.report.formats.html_articles import Cited, article, passage_id
from seedreader.report.outline import outline, wording
from seedreader.report.outline.blocks import (
    ADDRESS,
    INTERNAL,
    ITALIC,
    STRONG,
    Block,
    Listing,
    Paragraph,
    Picture,
    Quotation,
    Run,
    Section,
    Sides,
    Written,
)
from seedreader.report.pictures.grid import DARK
from seedreader.report.values import Quote, Report, StoryReport
from seedreader.text.harmless import one_line

_TAGS = {STRONG: "b", ITALIC: "i"}
_DEEPEST = 6


def write(report: Report) -> str:
    """The report with the articles, in UTF-8."""
    return "".join(_Page(report).pieces())


def escape(text: str) -> str:
    """Any text as that of an element or an attribute, in one line."""
    return _escape(one_line(text))


def style() -> str:
    """The style sheet of the page, with that of its pictures."""
    return Path(__file__).with_name("html.css").read_text("utf-8") + DARK


class _Page:
    """Writes one report; remembers what it quotes, for the articles to lead back."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._stories = {f"s{story.number}": story for story in report.stories}
        self._story: StoryReport | None = None
        self._cited: list[Cited] = []
        self._pictures = 0

    def pieces(self) -> Iterator[str]:
        """The page."""
        whole, css = outline(self._report, brief=False), style()
        allowed = b64encode(sha256(css.encode()).digest()).decode()
        title = escape(whole.title)
        yield (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            f"style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'\">\n"
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
            f'<meta name="generator" content="seedreader {escape(self._report.version)}">\n'
            f"<title>{title}</title>\n<style>{css}</style>\n</head>\n<body>\n"
        )
        self._enter(whole)
        inside = [block for block in whole.blocks if not isinstance(block, Section)]
        yield f'<header id="{whole.id}">\n<h1>{title}</h1>\n'
        for each in inside:
            yield from self._block(each)
        yield "</header>\n"
        yield from _contents(whole)
        yield "<main>\n"
        for block in whole.blocks:
            if isinstance(block, Section):
                yield from self._block(block)
        yield "</main>\n</body>\n</html>\n"

    def _enter(self, section: Section) -> None:
        self._story = self._stories.get(section.id, self._story)

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Section):
            yield from self._section(block)
        elif isinstance(block, Paragraph):
            kind = f' class="{block.kind}"' if block.kind else ""
            yield f"<p{kind}>{_words(block.runs)}</p>\n"
        elif isinstance(block, Listing):
            yield from self._listing(block)
        elif isinstance(block, Quotation):
            yield self._quotation(block)
        elif isinstance(block, Sides):
            yield '<div class="sides">\n'
            for side in block.sides:
                yield '<div class="side">\n'
                for each in side:
                    yield from self._block(each)
                yield "</div>\n"
            yield "</div>\n"
        elif isinstance(block, Written):
            lines = "<br>\n".join(map(escape, block.lines))
            yield f'<div class="note">\n<p>{_words(block.lead)}</p>\n<p>{lines}</p>\n</div>\n'
        elif isinstance(block, Picture):
            yield self._picture(block.name)
        else:
            yield from self._texts()

    def _section(self, section: Section) -> Iterator[str]:
        self._enter(section)
        heading = f"h{min(section.level, _DEEPEST)}"
        yield f'<section id="{section.id}">\n<{heading}>{escape(section.title)}</{heading}>\n'
        for block in section.blocks:
            yield from self._block(block)
        yield "</section>\n"

    def _listing(self, listing: Listing) -> Iterator[str]:
        tag = "ol" if listing.numbered else "ul"
        yield f"<{tag}>\n"
        for item in listing.items:
            yield "<li>"
            for block in item:
                yield from self._block(block)
            yield "</li>\n"
        yield f"</{tag}>\n"

    def _quotation(self, block: Quotation) -> str:
        """The words, and who says them; what leads to them in their article."""
        quote, lead = block.quote, _words(block.lead)
        id, link = "", ""
        if self._story is not None and quote.source and quote.start < quote.end:
            number = len(self._cited) + 1
            self._cited.append(Cited(self._story.number, quote.source, quote.start, quote.end, number))
            id = f' id="q{number}"'
            place = passage_id(self._story.number, quote.source, quote.start, quote.end)
            link = f' <a class="to" href="#{place}">in context</a>'
        return (
            f'<figure class="quote"{id}>\n<figcaption>{lead}{link}</figcaption>\n'
            f"<blockquote><p>{_quote(quote)}</p></blockquote>\n</figure>\n"
        )

    def _picture(self, name: str) -> str:
        """A picture in a box that scrolls by itself where the page is narrow."""
        if self._story is None:
            return ""
        self._pictures += 1
        drawn = pictures.inline(self._story, name, f"pic{self._pictures}")
        called = {"matrix": "Picture: sources and facts", "timeline": "Picture: timeline"}[name]
        return f'<div class="scroll" role="region" tabindex="0" aria-label="{called}">{drawn}</div>\n'

    def _texts(self) -> Iterator[str]:
        story = self._story
        if story is None:
            return
        yield '<p class="small">Boilerplate is dimmed; what is quoted above is marked, and leads back.</p>\n'
        level = 3 if len(self._report.stories) == 1 else 4
        for source in story.sources:
            cited = [
                each for each in self._cited if (each.story, each.source) == (story.number, source.number)
            ]
            yield article(story, source, cited, level)


def _contents(whole: Section) -> Iterator[str]:
    sections = [block for block in whole.blocks if isinstance(block, Section)]
    yield '<nav aria-label="Contents">\n<ul>\n'
    for each in sections:
        if each.id != "contents":
            yield f'<li><a href="#{each.id}">{escape(each.title)}</a></li>\n'
    yield "</ul>\n</nav>\n"


def _words(runs: Sequence[Run]) -> str:
    joined = "".join(map(_run, runs))
    return joined.strip()


def _run(run: Run) -> str:
    before, after = (" " if edge.isspace() else "" for edge in (run.text[:1], run.text[-1:]))
    said = escape(run.text)
    if run.style == ADDRESS and run.text.startswith(("https://", "http://")):
        said = f'<a rel="noreferrer" href="{_address(run.text)}">{said}</a>'
    elif run.style == INTERNAL:
        said = f'<a href="#{run.to}">{said}</a>'
    elif tag := _TAGS.get(run.style):
        said = f"<{tag}>{said}</{tag}>"
    return f"{before}{said}{after}"


def _address(url: str) -> str:
    """An address as a validator wants it: what may stand in none is percent-encoded."""
    from urllib.parse import quote

    scheme, mark, rest = one_line(url).partition("://")
    host, slash, path = rest.partition("/")
    safe = "!#$%&'()*+,/:;=?@~-._"  # brackets stand in a host alone (RFC 3986, 3.2.2)
    return _escape(f"{scheme}{mark}{quote(host, safe=f'{safe}[]')}{slash}{quote(path, safe=safe)}")


def _quote(quote: Quote) -> str:
    before, after = wording.quoted(quote)
    words = []
    for part in quote.words:
        left, right = (" " if edge.isspace() else "" for edge in (part.text[:1], part.text[-1:]))
        said = escape(part.text)
        words.append(f"{left}<mark>{said}</mark>{right}" if part.differs else f"{left}{said}{right}")
    return f"{before}{''.join(words)}{after}"

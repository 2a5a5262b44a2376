"""The articles in a report's HTML file: boilerplate dimmed, each quoted passage a place to be led to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from seedreader.report.outline import wording
from seedreader.report.values import Source, StoryReport
from seedreader.text.harmless import one_line, shown


class Cited(NamedTuple):
    """A passage of a source of a story that quote number ``quote`` of the page quotes."""

    story: int
    source: int
    start: int
    end: int
    quote: int


def passage_id(story: int, source: int, start: int, end: int) -> str:
    """The id of a passage's place."""
    return f"p{story}-{source}-{start}-{end}"


def article(story: StoryReport, source: Source, cited: Sequence[Cited], level: int) -> str:
    """The article with a heading of this level."""
    code = source.language
    language = f' lang="{code}"' if code.isascii() and code.isalpha() and len(code) in (2, 3) else ""
    title = f"{source.number} {one_line(source.name)}, {wording.day(source.day)}"
    return (
        f'<section class="article" id="s{story.number}-a{source.number}">\n'
        f"<h{level}>{escape(title)}</h{level}>\n"
        f'<div class="text"{language}>{_text(source, cited)}</div>\n</section>\n'
    )


def _text(source: Source, cited: Sequence[Cited]) -> str:
    """The text in stretches: what lies in boilerplate, in a quoted passage, in both or in neither."""
    text = shown(source.text)
    places = {(each.start, min(each.end, len(text))): each for each in reversed(cited)}
    cuts = sorted({0, len(text), *(at for place in (*places, *source.boilerplate) for at in place)})
    begins, ends = defaultdict(list), defaultdict(list)
    for each in places.values():
        begins[each.start].append(passage_id(each.story, source.number, each.start, each.end))
    for each in cited:
        ends[min(each.end, len(text))].append(each.quote)
    pieces = []
    dimmed = iter((*source.boilerplate, (len(text), len(text))))
    span = next(dimmed)
    for start, end in pairwise(cuts):
        while span[1] <= start < len(text):
            span = next(dimmed)
        said = escape(text[start:end])
        if span[0] <= start < span[1]:
            said = f'<span class="dim">{said}</span>'
        if any(first <= start < last for first, last in places):
            said = f"<mark>{said}</mark>"
        anchors = "".join(f'<span class="at" id="{id}"></span>' for id in begins[start])
        back = "".join(
            f'<a class="back" href="#q{quote}" aria-label="back to quote {quote}">↩{quote}</a>'
            for quote in ends[end]
        )
        pieces.append(f"{anchors}{said}{back}")
    return "".join(pieces).strip()

"""A whole web page as a document: its text with structure and layout, and what it declares."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from seedreader.article import Mark
from seedreader.ingest.html import (
    cut_end,
    declared,
    declared_body,
    json_ld,
    layout,
    no_article,
    prose,
    reading,
    saved_copy,
)
from seedreader.ingest.html.block import Block, Inline, way
from seedreader.ingest.html.text import assemble
from seedreader.ingest.html.tree import parse
from seedreader.ingest.raw_document import Declared, RawDocument

MEDIA_TYPE = "text/html"

SHOWN = 0.7
"""Share of an article for subscribers below which what a page shows is no more than its beginning."""

TEASER = 700
"""Characters of such a beginning, at most, where the article's size is not told."""

_IN_DOUBT = frozenset(("navigation", "header", "footer"))
"""What prose is taken for by its place and the names around it alone; the page itself knows better."""
_BESIDE = frozenset(("navigation", "header", "footer", "comment", "caption", "hidden"))


def page(
    markup: str, url: str | None = None, retrieved: datetime | None = None, member: str | None = None
) -> RawDocument:
    """The document that a page is; its text is empty where it shows none.

    ``url`` and ``retrieved`` are where and when it was got, where a container tells that; a page that was
    saved by a browser or by SingleFile may tell them itself.
    """
    address, saved = saved_copy.saved(markup)
    tree = parse(markup)
    retrieved = retrieved or saved or saved_copy.captured_at(tree, url or address)
    linked = json_ld.linked_data(tree)
    values = {
        name: each
        for name, each in declared.metadata(tree, url or address, linked).items()
        if not (retrieved and isinstance(each.value, date) and each.value > _latest(retrieved))
    }
    found = reading.blocks(tree) or _unseen(markup)
    shown = _told_apart(found, values, linked, is_cut=cut_end.is_cut(markup))
    text = assemble(shown.blocks, shown.beside, _BESIDE if shown.beside else frozenset())
    return RawDocument(text.text, MEDIA_TYPE, member, values, text.structure, shown.marks, retrieved)


class _Shown(NamedTuple):
    """The blocks of a page, which of them are beside its article, and what is to be said of its text."""

    blocks: Sequence[Block]
    beside: Sequence[tuple[int, str]]
    marks: tuple[Mark, ...] = ()


def _told_apart(
    found: Sequence[Block], values: Mapping[str, Declared], linked: json_ld.LinkedData, *, is_cut: bool
) -> _Shown:
    """The blocks of a page by its layout, and by the text that it declares where it shows less of an article
    than that."""
    title = str(values["title"].value) if "title" in values else ""
    # a name that a line of the page tells may be that of somebody whom the text is about
    signed = "author" in values and values["author"].told_by != "by-line"
    beside = layout.kinds(found, title, str(values["author"].value) if signed else "", is_cut=is_cut)
    size = _own_size(found, beside)
    body = json_ld.body(linked, str(values["url"].value) if "url" in values else None)
    if declared_body.is_more(body, size):
        if added := declared_body.lacking(body, found):
            mark = Mark("notice", declared_body.note(added))
            return _Shown(*_with(found, beside, added, title), (mark,))
        held = declared_body.held(body, ((i, found[i]) for i, _ in beside))
        beside = [each for each in beside if each[0] not in held]
        size = _own_size(found, beside)
    elif body:
        doubtful = ((i, found[i]) for i, kind in beside if kind in _IN_DOUBT and prose.weight(found[i]))
        held = declared_body.held(body, doubtful)
        beside = [each for each in beside if each[0] not in held]
    if beside:
        _tell_paragraphs(found, {i for i, _ in beside})
    paid = json_ld.paid_size(linked)
    is_teaser = paid is not None and size < (SHOWN * paid or TEASER)
    return _Shown(found, beside, (Mark("excerpt"),) if is_teaser else ())


def _unseen(markup: str) -> list[Block]:
    """The blocks of a page that shows nothing, though it holds prose where a browser looks for none."""
    found = reading.blocks(parse(markup, is_all_seen=True))
    text = " ".join(block.text for block in found)
    is_open = any(map(prose.weight, found)) and not no_article.is_for_scripts(text)
    return found if is_open else []


def _tell_paragraphs(found: Sequence[Block], others: Collection[int]) -> None:
    """Tell of the article's text that no element says anything of that it is in paragraphs."""
    for i, block in enumerate(found):
        if i not in others and not any(box.kind for box in way(block.box)):
            block.inline.append(Inline(0, len(block.text), "paragraph"))


def _own_size(found: Sequence[Block], beside: Sequence[tuple[int, str]]) -> int:
    """The characters of the article that a page shows; of a page whose article is not told apart, of its
    prose."""
    if not beside:
        return sum(map(prose.weight, found))
    others = {i for i, _ in beside}
    return sum(len(block.text) for i, block in enumerate(found) if i not in others)


def _with(
    found: Sequence[Block], beside: Sequence[tuple[int, str]], added: Sequence[Block], title: str
) -> tuple[list[Block], list[tuple[int, str]]]:
    """The blocks of a page with those that it declares behind the last of its article, or behind all."""
    if not beside:
        together = [*found, *added]
        return together, layout.kinds(together, title)
    others = {i for i, _ in beside}
    at = 1 + max((i for i in range(len(found)) if i not in others), default=len(found) - 1)
    return (
        [*found[:at], *added, *found[at:]],
        [(i if i < at else i + len(added), kind) for i, kind in beside],
    )


def _latest(retrieved: datetime) -> date:
    """The last day that a page can tell of itself that was got then: the next one, east of who got it."""
    return retrieved.date() + timedelta(days=1)

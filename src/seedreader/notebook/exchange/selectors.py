"""The W3C's selectors of passages, which Hypothesis uses too: out, and in as others write them.

https://www.w3.org/TR/annotation-model/#selectors
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from seedreader.article import Range
from seedreader.notebook.exchange import validate

CONTEXT = 32
"""Characters of text before and after a quote."""


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """A passage as a file names it: where its article is, its words and those around, its place if told.

    ``member`` is which article of its source it is in; empty where that is one article. ``utf16`` is
    whether its place is in UTF-16 units.
    """

    source: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    at: Range | None = None
    member: str = ""
    utf16: bool = False


def selectors(text: str | None, span: Range, quote: str) -> list[dict[str, object]]:
    """A quote selector and a position selector for a range; ``quote`` is for a text that is not at hand."""
    start, end = span
    quoted: dict[str, object] = {"type": "TextQuoteSelector", "exact": quote}
    if text is not None:
        quoted = {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - CONTEXT) : start],
            "suffix": text[end : end + CONTEXT],
        }
    return [quoted, {"type": "TextPositionSelector", "start": start, "end": end}]


def quoted(source: str, selector: object, where: str, member: str = "") -> QuotedPassage | None:
    """The passage that these selectors choose; None where none of them tells words or a place in the text."""
    exact = prefix = suffix = ""
    at: Range | None = None
    for each in _flat(selector):
        kind = each.get("type")
        if kind == "TextQuoteSelector" and not exact:
            exact = validate.text(each.get("exact"), f"the quote of {where}")
            prefix = validate.text(each.get("prefix") or "", f"the prefix of {where}")
            suffix = validate.text(each.get("suffix") or "", f"the suffix of {where}")
        elif kind == "TextPositionSelector" and at is None:
            start = validate.offset(each.get("start"), f"the start of {where}")
            end = validate.offset(each.get("end"), f"the end of {where}")
            at = (start, end) if start < end else None
    return QuotedPassage(source, exact, prefix, suffix, at, member) if exact.strip() or at else None


def _flat(selector: object) -> Iterable[dict[str, object]]:
    """Selectors that speak of the whole text: those inside another one count from there, so only by quote."""
    for each in selector if isinstance(selector, list) else [selector]:
        if not isinstance(each, dict):
            continue
        yield each
        inner = each.get("refinedBy")
        for finer in inner if isinstance(inner, list) else [inner]:
            if isinstance(finer, dict) and finer.get("type") == "TextQuoteSelector":
                yield finer

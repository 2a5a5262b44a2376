"""A report as JSON: its own structure (`report.schema.json`), for programs that lay it out themselves.

It holds every fact, whatever the other formats leave out; the articles' texts are in `seedreader analyze`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from seedreader.report.measured import MEASURED
from seedreader.report.references import styles
from seedreader.report.values import Disagreement, Fact, Quote, Report, Source, StoryReport
from seedreader.text.safe_json import safe_json

SCHEMA = 1
"""Version of the structure; it grows when a reader of the old one would break."""

JSON = dict[str, Any]


def write(report: Report) -> str:
    """One JSON document in lines, its keys in the order of the values."""
    return "".join(safe_json(document(report)))


def document(report: Report) -> JSON:
    """The report as values that `json` can write."""
    return {
        "report": SCHEMA,
        **_fields(report),
        "stories": [_story(story, report.style) for story in report.stories],
        "measured": [each._asdict() for each in MEASURED],
    }


def _story(story: StoryReport, style: str) -> JSON:
    return {**_fields(story), "sources": [_source(each, style) for each in story.sources]}


def _source(source: Source, style: str) -> JSON:
    """A source; its text and boilerplate are what `seedreader analyze` tells."""
    fields = _fields(source)
    for left_out in ("text", "boilerplate", "reference"):
        del fields[left_out]
    return {**fields, "citation": styles.text(source.reference, style)}


def _value(value: Any) -> Any:
    if isinstance(value, Quote):
        return _quote(value)
    if isinstance(value, Disagreement):
        return {**_fields(value), "title": value.title}
    if isinstance(value, Fact):
        return {**_fields(value), "sole": value.sole}
    if isinstance(value, tuple):
        return _fields(value) if hasattr(value, "_fields") else [_value(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _fields(value: Any) -> JSON:
    return {name: _value(each) for name, each in value._asdict().items()}


def _quote(quote: Quote) -> JSON:
    """A quote with its words in one string, and what is marked in it as ranges of that string."""
    differs, at = [], 0
    for part in quote.words:
        if part.differs:
            differs.append([at, at + len(part.text)])
        at += len(part.text)
    fields = _fields(quote._replace(words=()))
    del fields["words"]
    return {**fields, "text": quote.text, "differs": differs}

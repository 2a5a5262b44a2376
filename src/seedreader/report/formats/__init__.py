"""The forms in which a report is written. Each is imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple, cast

from seedreader.report.values import Report


class ReportFormat(NamedTuple):
    """How a report's file ends, what the form is called and what it is for."""

    suffix: str
    called: str
    description: str


FORMATS = {
    "text": ReportFormat(".txt", "text", "plain text, a page or two, reads well aloud"),
    "markdown": ReportFormat(".md", "Markdown", "for an editor's own tools"),
    "html": ReportFormat(".html", "HTML", "one file with the articles and pictures, to read and to print"),
    "json": ReportFormat(".json", "JSON", "the same as values, for programs"),
}
"""By what the shell calls them."""


def write(report: Report, format: str) -> str:
    """A report in one of `FORMATS`, with a line end."""
    return cast("str", import_module(f"{__name__}.{format}").write(report))

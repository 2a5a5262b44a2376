"""Sources as entries of a bibliography: BibTeX, CSL-JSON (which Zotero imports), or lines of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from seedreader.article import Article
from seedreader.report import citation
from seedreader.report.references import bibtex, csl_json, styles
from seedreader.report.references.reference import references


class ReferenceFormat(NamedTuple):
    """A form of a bibliography: what a file's name ends in, what it is for, and what writes it."""

    suffix: str
    description: str
    write: Callable[[Sequence[Article]], str]


def in_style(articles: Sequence[Article], style: str) -> str:
    """A line for each source in one of `styles.STYLES`; a plain one tells besides where it was read from."""
    if style == styles.PLAIN:
        return "".join(f"{citation.source(article, full=True)}\n" for article in articles)
    return "".join(f"{styles.text(reference, style)}\n" for reference in references(articles))


FORMATS = {
    "plain": ReferenceFormat(".txt", "a line for each source", lambda each: in_style(each, styles.PLAIN)),
    "bibtex": ReferenceFormat(
        ".bib", "for LaTeX, JabRef, Zotero", lambda each: bibtex.write(references(each))
    ),
    "csl": ReferenceFormat(
        ".json", "CSL-JSON for Zotero, pandoc, citeproc", lambda each: csl_json.write(references(each))
    ),
}
"""By what the shell calls them."""

"""``seedreader cite``: the sources as a bibliography, from the shell."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from seedreader.article import Article
from seedreader.ingest.errors import sentences
from seedreader.report.references import FORMATS, in_style
from seedreader.report.references.styles import STYLES
from seedreader.subcommands.parser import Parser
from seedreader.text.sanitize import printable

_Parsers: TypeAlias = "argparse._SubParsersAction[Parser]"


def add_to(subparsers: _Parsers, epilog: str) -> None:
    """Add ``cite`` to the command line; it sets ``run``."""
    said = "the sources as a bibliography: outlet, author, date, address, day of access"
    cite = subparsers.add_parser("cite", help=said, description=said)
    formats = "\n".join(f"  {name:<8} {form.description}" for name, form in FORMATS.items())
    cite.epilog = f"formats:\n{formats}\n\n{epilog}"
    cite.add_argument(
        "--format", choices=FORMATS, metavar="FORMAT", help="else what --output ends in, or plain"
    )
    cite.add_argument(
        "--style", choices=STYLES, metavar="STYLE", help="the lines as chicago or apa have them; else plain"
    )
    cite.add_argument("--output", "-o", metavar="FILE", help="where to write; else standard output")
    cite.add_argument("--force", action="store_true", help="write over a file that exists")
    cite.add_argument(
        "paths",
        metavar="PATH",
        nargs="+",
        help="files, folders of them, kept stories, or - for standard input",
    )
    cite.add_argument(
        "--no-notebook", action="store_true", help="without what you said of the sources in the notebook"
    )
    cite.set_defaults(run=_cite)


def _cite(options: argparse.Namespace) -> int:
    from seedreader.shelf import loading

    loaded = loading.load(options.paths)
    told = (loaded.refused, *loaded.told, *sentences(loaded.problems))
    for sentence in filter(None, told):
        _complain(sentence)
    if not loaded.articles:
        return 2
    articles = loaded.articles if options.no_notebook else _as_corrected(loaded.articles)
    name = options.format or ("plain" if options.style else _format_of(options.output))
    if options.style and name != "plain":
        _complain(f"--style is for lines of text, and {name} has none: leave one of both out.")
        return 2
    written = in_style(articles, options.style) if options.style else FORMATS[name].write(articles)
    if options.output is None:
        sys.stdout.write(written)
        return int(loaded.lost)
    # the notebook's room has what writes a private file, and is imported to write one
    from seedreader.notebook import NotebookError
    from seedreader.notebook.exchange.exchange_files import write_private

    try:
        write_private(Path(options.output), written.encode(), options.force)
    except NotebookError as error:
        _complain(str(error))
        return 2
    return int(loaded.lost)


def _as_corrected(articles: Sequence[Article]) -> Sequence[Article]:
    """The sources as the reader has them; as they were read where the notebook can't tell, which is said."""
    from seedreader import paths
    from seedreader.notebook import NotebookError
    from seedreader.session.story_notebook import StoryNotebook

    notebook = StoryNotebook(paths.notebook_file, articles, _complain)
    try:
        return notebook.corrected() if notebook.begun else articles
    except NotebookError as error:
        _complain(f"{error} What you said of the sources is left out.")
        return articles


def _format_of(output: str | None) -> str:
    found = (name for name, form in FORMATS.items() if output and output.lower().endswith(form.suffix))
    return next(found, "plain")


def _complain(said: str) -> None:
    sys.stderr.write(f"seedreader: {printable(said)}\n")

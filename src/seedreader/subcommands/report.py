"""``seedreader report``: what was found, for people to read."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from typing import TypeAlias

from seedreader.report.formats import FORMATS
from seedreader.report.pictures import PICTURES
from seedreader.report.references.styles import CHICAGO, STYLES
from seedreader.subcommands import opening
from seedreader.subcommands.parser import Parser

_Parsers: TypeAlias = "argparse._SubParsersAction[Parser]"


def add_to(subparsers: _Parsers, epilog: str) -> None:
    """Add ``report`` to the command line; it sets ``run``."""
    said = "what was found, for people: disagreements, facts by corroboration, reprints, your notes"
    report = subparsers.add_parser("report", help=said, description=said)
    formats = "\n".join(f"  {name:<8}  {form.description}" for name, form in FORMATS.items())
    pictures = "\n".join(f"  {name:<8}  {what}" for name, what in PICTURES.items())
    report.epilog = f"formats:\n{formats}\n\npictures (SVG):\n{pictures}\n\n{epilog}"
    form = report.add_mutually_exclusive_group()
    form.add_argument(
        "--format", choices=FORMATS, metavar="FORMAT", help="else what --output ends in, or text"
    )
    form.add_argument(
        "--picture", choices=PICTURES, metavar="PICTURE", help="a picture of one story in its place"
    )
    report.add_argument(
        "--full", action="store_true", help="with every fact, and every claim with all that others say of it"
    )
    report.add_argument(
        "--style", choices=STYLES, default=CHICAGO, help="how sources are cited (chicago)", metavar="STYLE"
    )
    report.add_argument("--output", "-o", metavar="FILE", help="where to write; else standard output")
    report.add_argument("--force", action="store_true", help="write over a file that exists")
    opening.add_options(report)
    report.set_defaults(run=_report)


def _report(options: argparse.Namespace) -> int:
    from seedreader.report.content import make_report
    from seedreader.report.formats import write

    loaded, kept = opening.load(options.paths, options.allow_private)
    if not loaded.articles:
        return 2
    opened = opening.opened(options.paths, loaded.articles, not options.no_notebook, kept is not None)
    report = make_report(
        opened.stories,
        date.today(),
        opened.articles,
        opened.placed,
        author=opened.settings.author or "",
        notebook=not options.no_notebook and opened.asked,
        full=options.full,
        style=options.style,
        problems=loaded.problems,
        names=(kept.name,) if kept else (),
    )
    if options.picture and len(report.stories) != 1:
        opening.complain(
            f"These are {len(report.stories)} stories and a picture is of one: name the files of one story."
        )
        return 2
    if options.picture:
        from seedreader.report.pictures import standalone

        form, written = "svg", standalone(report.stories[0], options.picture)
    else:
        form = options.format or _format_of(options.output)
        written = write(report, form)
    if options.output is None and sys.stdout.encoding.lower().replace("-", "") != "utf8":
        written = _in_ascii(written, form)
    if not opening.output(written, options.output, options.force):
        return 2
    return 1 if loaded.lost or not opened.asked else 0


def _in_ascii(written: str, form: str) -> str:
    """What says of itself that it is UTF-8, in letters that are the same in any encoding."""
    if form in ("html", "svg"):
        return written.encode("ascii", "xmlcharrefreplace").decode()
    if form == "json":
        return "".join(letter if letter.isascii() else json.dumps(letter)[1:-1] for letter in written)
    return written


def _format_of(output: str | None) -> str:
    found = (name for name, form in FORMATS.items() if output and output.lower().endswith(form.suffix))
    return next(found, "text")

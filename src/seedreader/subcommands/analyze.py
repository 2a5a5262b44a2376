"""``seedreader analyze``: what was found, as one JSON document."""

from __future__ import annotations

import argparse
import sys
from typing import TypeAlias

from seedreader.subcommands import opening
from seedreader.subcommands.parser import Parser

_Parsers: TypeAlias = "argparse._SubParsersAction[Parser]"


def add_to(subparsers: _Parsers, epilog: str) -> None:
    """Add ``analyze`` to the command line; it sets ``run``."""
    analyze = subparsers.add_parser("analyze", help="what was found, as one JSON document", epilog=epilog)
    analyze.add_argument("--json", action="store_true", required=True, help="print JSON (schema 2)")
    opening.add_options(analyze)
    analyze.set_defaults(run=_analyze)


def _analyze(options: argparse.Namespace) -> int:
    from seedreader.report.analysis_json import document
    from seedreader.text.safe_json import safe_json

    loaded, kept = opening.load(options.paths, options.allow_private)
    if not loaded.articles:
        return 2
    opened = opening.opened(options.paths, loaded.articles, not options.no_notebook, kept is not None)
    unicode = sys.stdout.encoding.lower().replace("-", "") == "utf8"
    found = document(
        opened.stories, opened.articles, loaded.problems, opened.placed, opened.settings.author or ""
    )
    sys.stdout.writelines(safe_json(found, ascii=not unicode))
    return 1 if loaded.lost or not opened.asked else 0

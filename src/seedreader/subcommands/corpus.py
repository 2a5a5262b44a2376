"""``seedreader corpus``: very many articles into one file, and what such a file holds, from the shell."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from pathlib import Path
from typing import TypeAlias

from seedreader.corpus.file import queries
from seedreader.corpus.file.build import build
from seedreader.corpus.file.opening import SUFFIX, CorpusError, is_corpus, to_read
from seedreader.corpus.file.queries import StoryRow, WholeStory
from seedreader.corpus.file.totals import Totals, totals
from seedreader.ingest.errors import is_loss, sentence
from seedreader.subcommands.parser import Parser
from seedreader.subcommands.step_progress import StepProgress
from seedreader.text.plurals import count
from seedreader.text.sanitize import printable

LARGEST = 10
"""Stories that a summary names."""

FOUND = 20
"""Stories that are listed for words by default."""

PROBLEMS_TOLD = 20
"""Problems that are told one by one; all are kept."""

_Parsers: TypeAlias = "argparse._SubParsersAction[Parser]"


def add_to(subparsers: _Parsers, epilog: str) -> None:
    """Add ``corpus`` to the command line; it sets ``run``."""
    said = "very many articles into one file: stories, near-copies, what most origins carry, conflicts"
    corpus = subparsers.add_parser("corpus", help=said, description=said)
    corpus.formatter_class = argparse.RawDescriptionHelpFormatter
    corpus.epilog = (
        "`seedreader FILE.corpus` opens a corpus in the reader. A build that was cut short, by whatever it\n"
        f"was, goes on with the same command.\n\n{epilog}"
    )
    corpus.add_argument(
        "paths", metavar="PATH", nargs="+", help="folders and files to read; or one corpus, to look into"
    )
    corpus.add_argument(
        "--output", "-o", metavar="FILE", help=f"the corpus; else the first PATH's name{SUFFIX}"
    )
    corpus.add_argument(
        "--scheduler", metavar="ADDRESS", help="compare on a dask.distributed cluster (the extra `cluster`)"
    )
    corpus.add_argument("--find", metavar="WORDS", help="list the stories whose articles contain these words")
    corpus.add_argument("--story", metavar="N", type=int, help="what is known of the story with this number")
    corpus.add_argument("--problems", action="store_true", help="all that could not be read or compared")
    corpus.add_argument("--most", metavar="N", type=int, default=FOUND, help="stories that --find lists")
    corpus.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    first = Path(options.paths[0])
    asks = options.find is not None or options.story is not None or options.problems
    try:
        if asks or (len(options.paths) == 1 and options.output is None and is_corpus(first)):
            return _look(first, options)
        return _build(options)
    except CorpusError as error:
        _complain(str(error))
    except KeyboardInterrupt:
        _complain("Stopped: what was read is kept, and the same command goes on.")
        return 130
    return 2


# -- building --------------------------------------------------------------------------------------------


def _build(options: argparse.Namespace) -> int:
    file = Path(options.output) if options.output else Path(_name_of(options.paths[0]))
    progress = StepProgress(sys.stderr)
    try:
        if options.scheduler is None:
            found = build(file, options.paths, progress.tell)
        else:
            # dask is imported only to use it
            from seedreader.corpus.file.cluster import connected

            with connected(options.scheduler) as (make_executor, workers):
                found = build(file, options.paths, progress.tell, make_executor, workers)
    finally:
        progress.close()
    with to_read(file) as database:
        lost = _tell_problems(database, PROBLEMS_TOLD, file)
        if not found.articles:
            return 2
        _summarise(database, file, found)
    _say(f"`seedreader {file}` opens it.")
    return int(lost)


def _name_of(path: str) -> str:
    """The corpus of a folder or file, in the folder where one is."""
    return f"{Path(path).resolve().name.partition('.')[0] or 'articles'}{SUFFIX}"


def _tell_problems(database: sqlite3.Connection, most: int | None, file: Path) -> bool:
    """Say what could not be read or compared; whether anything was lost."""
    lost = False
    told = 0
    for problem in queries.problems(database):
        lost = lost or is_loss(problem)
        told += 1
        if most is None or told <= most:
            _complain(sentence(problem))
    for story in queries.failed(database):
        lost = True
        told += 1
        if most is None or told <= most:
            _complain(f"Story {story.id}, “{story.name}”, could not be compared: {story.failure}.")
    if most is not None and told > most:
        _complain(f"{count(told - most, 'more problem')}; `seedreader corpus {file} --problems` tells all.")
    return lost


# -- looking ---------------------------------------------------------------------------------------------


def _look(file: Path, options: argparse.Namespace) -> int:
    with to_read(file) as database:
        if options.problems:
            return int(_tell_problems(database, None, file))
        if options.story is not None:
            _say_story(queries.whole_story(database, options.story))
        elif options.find is not None:
            hits, articles = queries.find(database, options.find, max(1, options.most))
            for hit in hits:
                _say_row(hit.story, f" · in {hit.articles:,} of them" if hit.story.articles > 1 else "")
                _say(f"{hit.best.outlet or hit.best.name}: …{hit.words}…", " " * 11)
            more = "; --most N lists more" if len(hits) == options.most else ""
            _complain(f"{count(articles, 'article')} found, {count(len(hits), 'story')} listed{more}.")
            return 0 if hits else 1
        else:
            _summarise(database, file, totals(database))
    return 0


def _summarise(database: sqlite3.Connection, file: Path, found: Totals) -> None:
    _say(f"{file}: {count(found.articles, 'article')} of {count(found.inputs, 'file')}")
    rows = [
        ("stories", f"{found.stories:,} of several articles; {count(found.alone, 'article')} alone"),
        ("near-copies", f"{count(found.copies, 'article')} in {count(found.families, 'family')}"),
        ("claims", f"{found.claims:,} that several origins carry"),
        ("conflicts", f"{found.conflicts:,}"),
    ]
    if found.failed:
        rows.append(("failed", f"{count(found.failed, 'story')} could not be compared"))
    if found.problems:
        rows.append(("problems", f"{found.problems:,} with what was to be read"))
    if not found.finished:
        read = f"{found.inputs:,} of {count(found.listed, 'file')} read"
        compared = f"{found.compared:,} of {count(found.stories, 'story')} compared"
        rows.append(("unfinished", f"{read}, {compared}; the command that began it goes on"))
    for name, said in rows:
        _say(said, f"  {name:<13}")
    if largest := queries.largest(database, LARGEST):
        _say("largest stories:")
        for row in largest:
            _say_row(row)


def _say_row(row: StoryRow, more: str = "") -> None:
    _say(_line(row) + more, f"{row.id:>9,}  ")


def _line(story: StoryRow) -> str:
    parts = [story.name, count(story.articles, "article")]
    parts += [count(story.origins, "origin")] if story.origins else []
    parts += [count(story.conflicts, "conflict")] if story.conflicts else []
    return " · ".join(parts)


def _say_story(found: WholeStory) -> None:
    row = found.story
    _say(f"Story {row.id}: {_line(row)}")
    if row.first:
        _say(row.first if row.first == row.last else f"{row.first} to {row.last}")
    if row.failure:
        _say(f"could not be compared: {row.failure}")
    elif row.compared and row.compared < row.articles:
        _say(f"{row.compared:,} of its articles, spread over its days, were compared.")
    number = {source.id: n for n, source in enumerate(found.sources, 1)}
    _say("sources:")
    for n, source in enumerate(found.sources, 1):
        told = " · ".join(filter(None, (source.outlet or source.name, source.day, source.title)))
        same = number.get(source.origin) if source.origin not in (None, source.id) else None
        _say(f"{told} · same origin as {same}" if same else told, f"{n:>5}  ")
    if found.claims:
        _say("carried by most origins:")
    for claim in found.claims:
        against = f", {claim.against} against" if claim.against else ""
        _say(f"{number[claim.said.article]}: “{claim.said.words}”{against}", f"{claim.origins:>5}  ")
    if found.conflicts:
        _say("conflicts:")
    for conflict in found.conflicts:
        _say(conflict.why, "    ≠  ")
        for said in (conflict.one, conflict.other):
            _say(f"{number[said.article]}: “{said.words}”", "       ")


def _say(said: str, before: str = "") -> None:
    """A line, what stands ``before`` it in columns left as it is."""
    print(before + printable(said))  # noqa: T201


def _complain(said: str) -> None:
    print(f"seedreader: {printable(said)}", file=sys.stderr)  # noqa: T201

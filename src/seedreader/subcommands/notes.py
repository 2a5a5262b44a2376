"""``seedreader notes``: what the notebook holds, out to files and in from them, from the shell."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from seedreader import paths
from seedreader.article import Article
from seedreader.ingest.errors import sentences
from seedreader.ingest.load_files import LoadResult
from seedreader.notebook import Notebook, NotebookContents, NotebookError, exchange, version_of
from seedreader.notebook.exchange import FORMATS, ImportResult, codebook
from seedreader.notebook.exchange.editions import with_newest
from seedreader.notebook.exchange.exchange_files import content, of_notebook, write_private
from seedreader.notebook.exchange.text_lines import lines
from seedreader.notebook.exchange.write_export import Export, write_codebook, write_export
from seedreader.notebook.safety import backups, health
from seedreader.subcommands.parser import Parser, offer
from seedreader.text.clock import utc_now
from seedreader.text.plurals import count
from seedreader.text.sanitize import printable
from seedreader.web.loading import Web, load

DEFAULT = "markdown"

_Parsers: TypeAlias = "argparse._SubParsersAction[Parser]"


def add_to(subparsers: _Parsers, epilog: str) -> None:
    """Add ``notes`` and its own commands to the command line; each sets ``run``."""
    notes = subparsers.add_parser("notes", help="the notebook: export, import, back up, check", epilog=epilog)
    commands = notes.add_subparsers(required=True, metavar="COMMAND")

    def add(
        name: str, run: Callable[[argparse.Namespace], int], said: str, among: _Parsers = commands
    ) -> Parser:
        command = among.add_parser(name, help=said, description=said, epilog=epilog)
        command.set_defaults(run=lambda options: _guarded(run, options))
        return command

    export = add("export", _export, "write notes, tags and verdicts for other programs and people")
    offer(
        export.add_argument("--format", metavar="FORMAT", help=f"else what --output ends in, or {DEFAULT}"),
        FORMATS,
    )
    export.epilog = f"formats:\n{_formats()}\n\n{epilog}"
    _add_output(export)
    export.add_argument("paths", metavar="PATH", nargs="*", help="only what is on these articles")
    bring = add("import", _import, "bring in native JSON, W3C JSON-LD or Hypothesis JSON")
    bring.add_argument("file", metavar="FILE")
    bring.add_argument("paths", metavar="PATH", nargs="*", help="articles that the file's quotes may be from")
    merge = add("merge", _merge, "bring in all that another notebook (its SQLite file) holds")
    merge.add_argument("file", metavar="FILE")
    listing = add("list", _list, "list every note, tag and verdict, one on each line")
    listing.add_argument("paths", metavar="PATH", nargs="*", help="only what is on these articles")
    add("backup", _backup, "make a backup of the notebook now")
    restore = add("restore", _restore, "put a backup in place of the notebook, which is kept beside it")
    restore.add_argument("file", metavar="FILE", nargs="?", help="which one; else the newest")
    restore.add_argument("--list", action="store_true", help="only list the backups that there are")
    add("check", _check, "look at every page and row of the notebook, and at where it is")
    tags = commands.add_parser("codebook", help="what the tags mean, as a CSV file: export, import")
    book = tags.add_subparsers(required=True, metavar="COMMAND")
    _add_output(add("export", _codebook_export, "write the tags, what they mean and their colours", book))
    described = add("import", _codebook_import, "take descriptions and colours from such a file", book)
    described.add_argument("file", metavar="FILE")


def _formats() -> str:
    return "\n".join(f"  {name:<12} {form.description}" for name, form in FORMATS.items())


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--output", "-o", metavar="FILE", help="where to write; - or nothing: standard output"
    )
    command.add_argument("--force", action="store_true", help="write over a file that exists")


def _guarded(run: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    """Run a command; what it can't do is said in one sentence."""
    try:
        return run(options)
    except NotebookError as error:
        _complain(str(error))
    except KeyboardInterrupt:
        _complain("Stopped: only what is reported above was done.")
    return 2


def _export(options: argparse.Namespace) -> int:
    name = options.format or _format_of(options.output)
    if name not in FORMATS:
        raise NotebookError(f"unknown format “{name}”: use one of {', '.join(FORMATS)}.")
    contents, articles, status = _of_articles(_notebook(), options.paths)
    if status == 2:
        return 2
    _deliver(write_export(contents, name, articles), options)
    return status


def _import(options: argparse.Namespace) -> int:
    data = content(options.file)
    notebook = _notebook()
    loaded = _load(options.paths)
    if options.paths and not loaded.articles:
        return 2
    known = notebook.contents()
    arrived = exchange.read(data, options.file, known, loaded.articles, utc_now())
    return max(_take_in(notebook, arrived, known, options.file), int(loaded.lost))


def _merge(options: argparse.Namespace) -> int:
    notebook, file = _notebook(), Path(options.file)
    if notebook.path.exists() and file.exists() and file.samefile(notebook.path):
        raise NotebookError(f"{file} is the notebook itself: name another one.")
    known = notebook.contents()
    status = _take_in(notebook, of_notebook(options.file, known.texts), known, options.file)
    if pages := _take_in_pages(notebook, Notebook(file)):
        _say(f"{options.file}: {count(pages, 'fetched page')} added in {notebook.path}.")
    return status


def _take_in_pages(notebook: Notebook, other: Notebook) -> int:
    """Keep what another notebook has fetched, too; how many answers were not known yet."""
    new = 0
    for address in other.fetched_addresses():
        known = {page.at for page in notebook.fetched(address)}
        for page in other.fetched(address):
            if page.at not in known:
                notebook.keep_fetched(page)
                new += 1
    return new


def _take_in(notebook: Notebook, arrived: ImportResult, known: NotebookContents, name: str) -> int:
    """Merge what arrived and say what that came to."""
    merged = notebook.merge(arrived.contents)
    if merged.stories:
        _say(f"{name}: {count(merged.stories, 'kept story')} added or changed in {notebook.path}.")
    if merged.new or merged.renewed:
        _say(
            f"{name}: {count(merged.new, 'annotation or tag description')} added, "
            f"{merged.renewed:,} updated in {notebook.path}."
        )
    elif not merged.stories:
        _say(f"{name}: nothing new; all that it brings is in {notebook.path} already.")
    deleted = {a.id: a.written for a in known.annotations if a.deleted}
    living = [a for a in arrived.contents.annotations if a.deleted is None]
    if again := sum(a.id in deleted and a.written <= deleted[a.id] for a in living):
        was = "was deleted here, and stays" if again == 1 else "were deleted here, and stay"
        _complain(f"{count(again, 'annotation')} that it brings {was} deleted.")
    for sentence in arrived.told:
        _complain(f"{name}: {sentence}")
    return 1 if arrived.told else 0


def _list(options: argparse.Namespace) -> int:
    contents, articles, status = _of_articles(_notebook(), options.paths)
    if status == 2:
        return 2
    for line in lines(with_newest(contents, articles, utc_now())):
        _say(line)
    return status


def _backup(_: argparse.Namespace) -> int:
    path = paths.notebook_file()
    made = backups.make(path)
    _say(f"{path} backed up as {made} ({made.stat().st_size:,} bytes); {_kept(len(backups.listed(path)))}.")
    return 0


def _restore(options: argparse.Namespace) -> int:
    path = paths.notebook_file()
    kept = backups.listed(path)
    if options.list:
        for backup in kept:
            when = f"{backup.when.astimezone():%Y-%m-%d %H:%M}"
            _say(f"{backup.path}: {when}, {backup.why}, {backup.size:,} bytes")
        _complain(f"{_kept(len(kept))} of {path}.")
        return 0
    if not options.file and not kept:
        raise NotebookError(f"There is no backup of {path}: name a file.")
    file = Path(options.file) if options.file else kept[0].path
    if not file.exists() and file.name == options.file:
        file = backups.folder(path) / file.name
    replaced = backups.restore(path, file)
    _say(f"{path} restored from {file}" + (f"; what was there is kept as {replaced}." if replaced else "."))
    return 0


def _check(_: argparse.Namespace) -> int:
    found = health.check(paths.notebook_file())
    for sentence in found.sentences:
        _say(sentence)
    return 2 if found.refused else 0 if found.ok else 1


def _codebook_export(options: argparse.Namespace) -> int:
    _deliver(write_codebook(_notebook().contents()), options)
    return 0


def _codebook_import(options: argparse.Namespace) -> int:
    codes = exchange.read_codebook(content(options.file), options.file)
    notebook = _notebook()
    coming = codebook.coming(codes, notebook.contents(), utc_now())
    merged = notebook.merge(coming)
    _say(f"{options.file}: {count(merged.new, 'tag')} added, {merged.renewed} updated in {notebook.path}.")
    return 0


def _notebook() -> Notebook:
    return Notebook(paths.notebook_file())


def _of_articles(notebook: Notebook, given: Sequence[str]) -> tuple[NotebookContents, Sequence[Article], int]:
    """All contents, or those on the articles given and earlier versions of them; these; the exit status."""
    contents = notebook.contents()
    if not given:
        return contents, (), 0
    loaded = _load(given)
    versions = {
        version
        for article in loaded.articles
        for version in (version_of(article.text), *notebook.earlier_versions(article))
    }
    status = 2 if not loaded.articles else int(loaded.lost)
    return exchange.only(contents, versions, loaded.articles), loaded.articles, status


def _load(given: Sequence[str]) -> LoadResult:
    """Read articles, and say on standard error what is wrong with any."""
    loaded = load(given, web=Web(tell=_complain))
    for sentence in sentences(loaded.problems):
        _complain(sentence)
    return loaded


def _format_of(output: str | None) -> str:
    """The format that a file's name asks for."""
    fitting = [name for name, form in FORMATS.items() if output and output.lower().endswith(form.suffix)]
    return max(fitting, key=lambda name: len(FORMATS[name].suffix), default=DEFAULT)


def _deliver(export: Export, options: argparse.Namespace) -> None:
    """Write to the file asked for, or to standard output; say so."""
    if options.output not in (None, "-"):
        write_private(Path(options.output), export.data, options.force)
        _say(export.to(options.output))
    else:
        if sys.stdout.isatty() and not export.text:
            raise NotebookError("This format is not text for a terminal: name a file with --output.")
        sys.stdout.flush()
        sys.stdout.buffer.write(export.data)
        sys.stdout.buffer.flush()
        _complain(f"{export.said}.")
    if export.warning:
        _complain(export.warning)


def _kept(number: int) -> str:
    return f"{number:,} backup{' is' if number == 1 else 's are'} kept"


def _say(sentence: str) -> None:
    print(printable(sentence))  # noqa: T201


def _complain(sentence: str) -> None:
    print(f"seedreader: {printable(sentence)}", file=sys.stderr)  # noqa: T201

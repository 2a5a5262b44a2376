"""The command line: arguments to one function for each subcommand. The screen is imported only to show it.

Each command imports what it needs when it runs: the reader's first frame waits for none of the others.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from seedreader import __version__
from seedreader.settings import THEMES
from seedreader.text.sanitize import printable, visible
from seedreader.visitor import visitor

if TYPE_CHECKING:
    import argparse

    from seedreader.article import Article
    from seedreader.session.source_filter import SourceFilter
    from seedreader.settings import Settings
    from seedreader.subcommands.command_tree import Command
    from seedreader.subcommands.parser import Parser
    from seedreader.text.finding import Finding

SUBCOMMANDS = (
    "analyze", "report", "cite", "corpus", "fetch", "refresh", "notes", "keys", "settings", "paths", "open",
    "new", "list", "add", "remove", "rename", "archive", "serve", "doctor", "completion", "man",
)  # fmt: skip
ON_STORIES = ("new", "list", "add", "remove", "rename", "archive")
"""Those that keep stories and change them."""
READ_AT_ONCE = 40
"""Files that are read before the first frame; more are read beside the keys, under a list of stories."""
EXIT = """exit status:
  0  done
  1  done, but some of the inputs could not be read
  2  nothing could be read, or the arguments or the terminal don't fit"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status (`EXIT`)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    from seedreader import paths

    if unusable := paths.unusable():
        print(f"seedreader: {unusable}", file=sys.stderr)
        return 2
    if arguments and arguments[0] in SUBCOMMANDS:
        options = _subcommands(arguments[0]).parse_args(arguments)
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        try:
            status = int(options.run(options))
            sys.stdout.flush()
        except BrokenPipeError:
            # whoever read the pipe has had enough; nothing may be flushed into it at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        return status
    options_given = any(argument.startswith("-") and argument != "-" for argument in arguments)
    if not options_given:
        return _read(arguments)
    options = _reader().parse_args(arguments)
    return _read(options.paths, options.theme, options.allow_private, options.story)


def _reader() -> Parser:
    from seedreader.subcommands.parser import Parser

    parser = Parser(
        prog="seedreader",
        description="Read several articles about the same story side by side.",
        epilog="subcommands (see `seedreader SUBCOMMAND --help`):\n"
        "  new NAME PATH…         keep sources as a story; its name then stands for a PATH\n"
        "  open [NAME]            read a kept story, or choose one from the list\n"
        "  list, add, remove, rename, archive    kept stories: what there is, and changing it\n"
        "  analyze PATH… --json   what was found, as one JSON document\n"
        "  report PATH…           the same for people: text, Markdown, HTML, JSON, a picture\n"
        "  cite PATH…             the sources as a bibliography: text, BibTeX, CSL-JSON\n"
        "  corpus PATH…           very many articles into one file that opens as a list of stories\n"
        "  fetch ADDRESS|FILE…    fetch addresses, or those that a file lists, and keep them\n"
        "  refresh [ADDRESS…]     fetch again what is kept, and say what changed\n"
        "  notes COMMAND          the notebook: export, import, merge, back up, check\n"
        "  serve [PATH…]          the reader in a browser, on this machine\n"
        "  doctor                 how this installation is, and what is wrong\n"
        "  completion SHELL       a script that makes bash, zsh or fish complete all this\n"
        "  man                    the man page\n"
        "  keys                   every key and the name of its command\n"
        "  settings               a settings file to begin with\n"
        "  paths                  where things are kept\n\n" + EXIT,
    )
    parser.add_argument("--version", action="version", version=f"seedreader {__version__}")
    parser.add_argument("--theme", choices=THEMES, metavar="NAME", help=f"one of {', '.join(THEMES)}")
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="files, folders of them, addresses (https://…), - for standard input, or a kept story; without "
        "any, the sample story",
    )
    parser.add_argument("--story", metavar="N", type=int, help="of a corpus, open the story with this number")
    from seedreader.subcommands.opening import add_allow_private

    add_allow_private(parser)
    return parser


def _subcommands(chosen: str) -> Parser:
    from seedreader.subcommands.parser import Parser

    parser = Parser(prog="seedreader", epilog=EXIT)
    subparsers = parser.add_subparsers(required=True)
    if chosen == "analyze":
        from seedreader.subcommands import analyze

        analyze.add_to(subparsers, EXIT)
    if chosen == "report":
        from seedreader.subcommands import report

        report.add_to(subparsers, EXIT)
    if chosen == "open":
        _add_open(subparsers)
    if chosen in ON_STORIES:
        from seedreader.subcommands import stories

        stories.add_to(subparsers, EXIT)
    if chosen == "cite":
        from seedreader.subcommands import cite

        cite.add_to(subparsers, EXIT)
    if chosen == "corpus":
        from seedreader.subcommands import corpus

        corpus.add_to(subparsers, EXIT)
    if chosen == "notes":
        from seedreader.subcommands import notes

        notes.add_to(subparsers, EXIT)
    if chosen in ("fetch", "refresh"):
        from seedreader.subcommands import fetching

        fetching.add_to(subparsers, EXIT)
    if chosen == "serve":
        from seedreader.subcommands import serve

        serve.add_to(subparsers, EXIT)
    if chosen == "doctor":
        from seedreader.subcommands import doctor

        doctor.add_to(subparsers, _terminal_abilities)
    if chosen == "completion":
        from seedreader.subcommands import completion

        completion.add_to(subparsers, _command_tree)
    if chosen == "man":
        from seedreader.subcommands import man_page

        man_page.add_to(subparsers, _command_tree)
    keys = subparsers.add_parser("keys", help="every key and the name of its command")
    keys.set_defaults(run=_keys)
    settings = subparsers.add_parser("settings", help="a settings file to begin with")
    settings.set_defaults(run=_settings)
    paths = subparsers.add_parser("paths", help="where things are kept")
    paths.set_defaults(run=_paths)
    return parser


def _command_tree() -> Command:
    from seedreader.subcommands.command_tree import tree

    return tree(_reader(), {name: _subcommands(name) for name in SUBCOMMANDS})


def _add_open(subparsers: argparse._SubParsersAction[Parser]) -> None:
    from seedreader.subcommands.opening import add_allow_private

    said = "read a kept story, or without a name choose one from the list"
    command = subparsers.add_parser("open", help=said, description=said, epilog=EXIT)
    command.add_argument("name", metavar="NAME", nargs="?")
    command.add_argument(
        "--since", metavar="DAY", help="only sources published from this day, month or year on"
    )
    command.add_argument("--until", metavar="DAY", help="only sources published until then")
    command.add_argument(
        "--outlet",
        metavar="WORDS",
        action="append",
        default=[],
        help="only sources of this outlet; may be repeated",
    )
    command.add_argument(
        "--word",
        metavar="WORD",
        action="append",
        default=[],
        help="only sources with this word; may be repeated",
    )
    command.add_argument("--theme", choices=THEMES, metavar="NAME", help=f"one of {', '.join(THEMES)}")
    add_allow_private(command)
    command.set_defaults(run=_open)


def _namesake(given: Sequence[str]) -> str:
    """What to say where a path that was taken is the name of a kept story, too."""
    from seedreader.shelf import loading

    return loading.namesake(given)


def _keys(_: argparse.Namespace) -> int:
    from seedreader import paths, settings
    from seedreader.ui.commands import TABLE, listing
    from seedreader.ui.commands.remapping import remapped

    chosen = settings.read_settings(paths.settings_file())
    table, refused = remapped(TABLE, chosen.keys)
    for sentence in (*chosen.problems, *(chosen.problem(name, reason) for name, reason in refused)):
        print(f"seedreader: {printable(sentence)}", file=sys.stderr)
    print(listing(table))
    return 0


def _settings(_: argparse.Namespace) -> int:
    from seedreader import paths, settings
    from seedreader.ui.commands import TABLE, example

    print(f"# This file goes to {visible(str(paths.settings_file()))}")
    print(settings.example())
    print(example(TABLE))
    return 0


def _paths(_: argparse.Namespace) -> int:
    from seedreader import paths
    from seedreader.session import ui_state

    folder = paths.data_dir()
    kept = {
        "notebook": paths.notebook_file(),
        "backups": folder / "backups",
        "drafts": folder / "drafts",
        "places": folder / "places",
        "habits": ui_state.file_of(folder),
        "settings": paths.settings_file(),
        "cache": paths.cache_file(),
        "samples": paths.samples(),
    }
    for name, path in kept.items():
        print(f"{name:<8}  {visible(str(path))}")
    return 0


def _open(options: argparse.Namespace) -> int:
    from seedreader.session.source_filter import source_filter

    try:
        sources = source_filter(options.since, options.until, options.outlet, options.word)
    except ValueError as error:
        _complain(f"{error}.")
        return 2
    if options.name is None and not sources.is_empty:
        _complain("Name the story whose sources are to be chosen: `seedreader open NAME …`.")
        return 2
    given = [] if options.name is None else [options.name]
    chosen = None if sources.is_empty else sources
    return _read(given, options.theme, options.allow_private, only_stories=True, sources=chosen)


def _folders(given: Sequence[str]) -> tuple[str, ...]:
    """The folders among what is opened, as they are named from anywhere."""
    return tuple(os.path.realpath(each) for each in given if "://" not in each and Path(each).is_dir())


def _terminal_abilities(chosen: Settings) -> Iterable[Finding]:
    from seedreader.ui.terminal_abilities import abilities

    return abilities(chosen.marks, os.environ, sys.stdout)


def _read(
    given: Sequence[str],
    theme: str | None = None,
    allow_private: bool = False,
    story: int | None = None,
    only_stories: bool = False,
    sources: SourceFilter | None = None,
) -> int:
    import gc

    gc.disable()  # until the story stands; the app turns it on again
    from seedreader import paths, settings
    from seedreader.ingest.errors import is_loss
    from seedreader.ingest.load_files import LoadResult
    from seedreader.session import ui_state
    from seedreader.subcommands.opening import are_chosen, load

    piped = load(given, allow_private, versions=True)[0] if "-" in given else None
    opened = None
    if piped:
        _take_keys_from_terminal()
    on_page = bool(visitor())
    if not on_page and (problem := _terminal_problem()):
        print(f"seedreader: {problem}", file=sys.stderr)
        return 2
    lists_kept = only_stories and not given
    name, is_corpus = _story_name(given), not only_stories and _is_database(given)
    wide = piped is None and story is None and not only_stories and (is_corpus or _is_wide(given))
    if is_corpus or story is not None:
        of_corpus = _of_corpus(given, story)
        if of_corpus is None:
            return 2
        name, loaded = of_corpus[0], LoadResult(of_corpus[1])
    else:
        loaded = piped or LoadResult(())
        if not (piped or wide or lists_kept):
            loaded, opened = load(
                given or [str(paths.samples())], allow_private, True, only_stories, in_haste=True
            )
        if opened and sources:
            from seedreader.notebook import Notebook

            said = [kept.said for kept in Notebook(paths.notebook_file()).source_corrections()]
            opened = opened.only(sources, said)
            loaded = opened.result
            if not loaded.articles:
                _complain(f"No source of “{opened.story.name}” fits {sources}; without it all are read.")
                return 2
    if not (loaded.articles or wide or lists_kept):
        return 2
    name = opened.name if opened else name
    from seedreader.ui.internals import lazy_imports

    lazy_imports.load()
    from seedreader.ui.app import SeedreaderApp
    from seedreader.ui.internals import driver_choice
    from seedreader.ui.themes.startup_theme import chosen

    wanted = settings.read_settings(paths.settings_file())
    known = ui_state.read_ui_state(paths.data_dir())
    app = SeedreaderApp(
        loaded.articles,
        name,
        paths.notebook_file,
        loaded.problems,
        wanted,
        chosen(theme, wanted.theme, known.theme, os.environ),
        known,
        driver_choice.driver(wanted.marks, os.environ, sys.__stderr__, on_page),
        paths.cache_file,
        tuple(given) if wide else (),
        is_corpus or are_chosen(given, loaded.articles),
        opened,
        opened.story.folders if opened else _folders(given),
        lists_kept,
    )
    if any("/" not in each for each in given):  # a story's name has none
        app.ask_beside = lambda: _namesake(given)
    app.run()
    if app.farewell:
        print(f"seedreader: {printable(app.farewell)}", file=sys.stderr)
    sys.stdout.flush()
    # everything is saved; tearing down an analysis that still runs in its thread can hang
    os._exit(app.return_code or (1 if any(map(is_loss, app.input_problems)) else 0))


def _is_database(given: Sequence[str]) -> bool:
    """Whether one SQLite file is given, as a corpus is; looked at without what reads one."""
    begins = b"SQLite format 3\0"
    try:
        if len(given) != 1 or given[0] == "-" or not Path(given[0]).is_file():
            return False
        with Path(given[0]).open("rb") as file:
            return file.read(len(begins)) == begins
    except (OSError, ValueError):
        return False


def _of_corpus(given: Sequence[str], story: int | None) -> tuple[str, tuple[Article, ...]] | None:
    """The name and the articles of a story of a corpus; its file's name and none where all are to be listed.

    None, once that is said, where it is no corpus.
    """
    from seedreader.corpus.file import stories_of_corpus
    from seedreader.corpus.file.opening import CorpusError

    if len(given) != 1:
        _complain("--story N is for one corpus: name its file alone.")
        return None
    try:
        return stories_of_corpus.opened(Path(given[0]), story)
    except CorpusError as error:
        _complain(str(error))
        return None


def _is_wide(given: Sequence[str]) -> bool:
    """Whether so much is given that it is read beside the keys: folders and files only, and many of them."""
    from itertools import islice

    from seedreader.ingest import folders
    from seedreader.text.web_address import is_address

    if any(is_address(each) for each in given):
        return False
    files = (file for each in given if Path(each).is_dir() for file in folders.files(Path(each)))
    return len(given) + sum(1 for _ in islice(files, READ_AT_ONCE + 1)) > READ_AT_ONCE


def _complain(said: str) -> None:
    print(f"seedreader: {printable(said)}", file=sys.stderr)


def _take_keys_from_terminal() -> None:
    """Make the terminal standard input again, after what was piped in has been read from it."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return  # there is none, as will be said
    os.dup2(terminal, 0)
    os.close(terminal)


def _terminal_problem() -> str | None:
    """Why the reader can't open here, as a sentence."""
    from seedreader.ui import SMALLEST

    for stream, name in ((sys.stdin, "input"), (sys.stdout, "output")):
        if not stream.isatty():
            return f"standard {name} is not a terminal; `seedreader report PATH…` prints plain text."
    columns, lines = os.get_terminal_size(sys.stdout.fileno())
    if columns < SMALLEST[0] or lines < SMALLEST[1]:
        needed = f"{SMALLEST[0]}×{SMALLEST[1]}"
        return f"the terminal is {columns}×{lines}, and the reader needs {needed}; make it larger."
    return None


def _story_name(given: Sequence[str]) -> str:
    if not given:
        return "sample story"
    from seedreader.text.web_address import is_address

    if is_address(given[0]):
        first = given[0].partition("://")[2].partition("/")[0]
    else:
        first = "standard input" if given[0] == "-" else Path(given[0]).resolve().name
    return first if len(given) == 1 else f"{first} …"


if __name__ == "__main__":
    sys.exit(main())

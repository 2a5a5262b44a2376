"""``seedreader new``, ``list``, ``add``, ``remove``, ``rename``, ``archive``: kept stories in the shell."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from seedreader import paths
from seedreader.article import Article, SourceId
from seedreader.ingest.errors import sentences
from seedreader.notebook import Notebook, NotebookError
from seedreader.notebook.story_model import KeptSource, KeptStory
from seedreader.shelf import keeping, loading, names, state
from seedreader.shelf.described import described
from seedreader.shelf.loading import Loaded
from seedreader.shelf.state import FilesState
from seedreader.subcommands.parser import Parser
from seedreader.text import uris
from seedreader.text.format_dates import day
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line, printable
from seedreader.web.loading import Web

_Parsers: TypeAlias = "argparse._SubParsersAction[Parser]"
NEW = (
    "keep sources under a name. The notebook keeps each source's text, so that the story opens when its "
    "files were moved or are gone; new files of a folder named are offered"
)


def add_to(subparsers: _Parsers, epilog: str) -> None:
    """Add the commands on kept stories to the command line; each sets ``run``."""

    def add(name: str, run: Callable[[argparse.Namespace], int], said: str, more: str = "") -> Parser:
        command = subparsers.add_parser(name, help=said, description=more or said, epilog=epilog)
        command.set_defaults(run=lambda options: _guarded(run, options))
        return command

    new = add("new", _new, "keep sources as a story under a name", NEW)
    grow = add("add", _add, "put more sources into a kept story")
    for command in (new, grow):
        command.add_argument("name", metavar="NAME")
        command.add_argument(
            "paths",
            metavar="PATH",
            nargs="+",
            help="files, folders of them, addresses, or - for standard input",
        )
        command.add_argument(
            "--allow-private",
            action="store_true",
            help="also fetch addresses of this machine and private networks",
        )
    shrink = add("remove", _remove, "take sources out of a kept story; their notes and files stay")
    shrink.add_argument("name", metavar="NAME")
    shrink.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        help="its number in `list NAME`, its path, its address or a part of its name",
    )
    rename = add("rename", _rename, "give a kept story another name")
    rename.add_argument("name", metavar="OLD")
    rename.add_argument("new", metavar="NEW")
    archive = add("archive", _archive, "put a kept story away; nothing of it is lost")
    archive.add_argument("name", metavar="NAME")
    archive.add_argument("--back", action="store_true", help="bring one back that was put away")
    listing = add("list", _list, "the kept stories, or the sources of one")
    listing.add_argument("name", metavar="NAME", nargs="?", help="list the sources of this one")
    listing.add_argument("--archived", action="store_true", help="those that were put away, too")


def _guarded(run: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    """Run a command; what it can't do is said in one sentence."""
    try:
        return run(options)
    except NotebookError as error:
        _complain(str(error))
    except KeyboardInterrupt:
        _complain("Stopped: what was not said to be done is as it was before.")
    return 2


def _new(options: argparse.Namespace) -> int:
    notebook, name = _notebook(), names.checked(options.name)
    if found := names.find(name, notebook.shelf.stories()):
        archived = (
            f", and archived; `seedreader archive --back '{found.name}'` brings it back"
            if found.is_archived
            else ""
        )
        raise NotebookError(
            f"A story “{found.name}” is kept already{archived}: choose another name, or add to it "
            "with `seedreader add`."
        )
    loaded = _load(options.paths, options.allow_private)
    if not loaded.articles:
        raise NotebookError(f"The story “{name}” was not begun: nothing in what you named could be read.")
    keeping.keep(notebook, name, loaded.articles, keeping.folders_of(options.paths))
    _say(
        f"Kept “{name}”: {count(_sources(loaded.articles), 'source')}. "
        f"`seedreader open {_quoted(name)}` opens it."
    )
    if Path(name).exists():
        _complain(
            f"There is a path {name} here, too: `seedreader {_quoted(name)}` opens that, "
            f"`seedreader open {_quoted(name)}` the story."
        )
    return int(loaded.lost)


def _add(options: argparse.Namespace) -> int:
    notebook = _notebook()
    story = _story(options.name, notebook)
    loaded = _load(options.paths, options.allow_private)
    if not loaded.articles:
        raise NotebookError(f"Nothing was added to “{story.name}”: nothing in what you named could be read.")
    added = keeping.add(notebook, story, loaded.articles, keeping.folders_of(options.paths))
    _say(added.sentence(story.name))
    return int(loaded.lost)


def _remove(options: argparse.Namespace) -> int:
    notebook = _notebook()
    story = _story(options.name, notebook)
    chosen: list[SourceId] = []
    for given in options.sources:
        found = _chosen(given, story, notebook)
        chosen += [source.source for source in found]
    removed = notebook.shelf.remove(story, chosen)
    _say(f"{count(removed, 'source')} removed from “{story.name}”; notes on them, and their files, stay.")
    return 0


def _rename(options: argparse.Namespace) -> int:
    notebook = _notebook()
    story, new = _story(options.name, notebook), names.checked(options.new)
    notebook.shelf.rename(story, new)
    _say(f"“{story.name}” is called “{new}” now.")
    return 0


def _archive(options: argparse.Namespace) -> int:
    notebook = _notebook()
    story = _story(options.name, notebook)
    if story.is_archived is not options.back:
        _say(f"“{story.name}” {'is archived already' if story.is_archived else 'is not archived'}.")
        return 0
    notebook.shelf.archive(story, away=not options.back)
    if options.back:
        _say(f"“{story.name}” is back in the list.")
    else:
        _say(f"“{story.name}” is archived; `seedreader archive --back {_quoted(story.name)}` brings it back.")
    return 0


def _list(options: argparse.Namespace) -> int:
    notebook = _notebook()
    if options.name:
        story = _story(options.name, notebook)
        seen = described(story.sources, notebook)
        now = state.files_state(story, notebook)
        for number, source in enumerate(story.sources, 1):
            known = seen.get(source.version)
            title = " — ".join(filter(None, (known.outlet or known.name, known.title))) if known else ""
            said = ", ".join(_source_state(source, story, now))
            _say(f"{number:>3}  {title or source.path} · {said} · {source.path}")
        if not story.sources:
            _complain(_empty(story))
        return 0
    stories = notebook.shelf.stories()
    shown = [story for story in stories if options.archived or not story.is_archived]
    width = max((len(story.name) for story in shown), default=0)
    for story in shown:
        _say(
            f"{story.name:<{width}}  {' · '.join(_told(story, state.files_state(story, notebook)))}",
            lines=True,
        )
    away = len(stories) - len(shown)
    if not shown:
        _complain(
            "No story is kept yet: `seedreader new NAME PATH…` keeps one."
            if not away
            else "All are archived."
        )
    if away:
        _complain(
            f"{count(away, 'archived story')} not shown: --archived lists {'it' if away == 1 else 'them'}."
        )
    return 0


def _chosen(given: str, story: KeptStory, notebook: Notebook) -> list[KeptSource]:
    """The sources of a story that a person means. Raises NotebookError where that is none, or not clear."""
    if given.isdecimal() and 0 < int(given) <= len(story.sources):
        return [story.sources[int(given) - 1]]
    uri = uris.of_path(given)
    if here := [source for source in story.sources if source.uri == uri]:
        return here
    seen = described(story.sources, notebook)
    words = given.casefold()
    found = []
    for source in story.sources:
        known = seen.get(source.version)
        about = (source.path, known.name, known.outlet, known.title) if known else (source.path,)
        if words in "\n".join(about).casefold():
            found.append(source)
    if len(found) == 1:
        return found
    listed = f"`seedreader list {_quoted(story.name)}` numbers them"
    if found:
        raise NotebookError(f"“{given}” fits {count(len(found), 'source')} of “{story.name}”: {listed}.")
    raise NotebookError(f"“{given}” is no source of “{story.name}”: {listed}.")


def _told(story: KeptStory, now: FilesState) -> list[str]:
    """What a story comes to, in parts."""
    parts = [count(len(story.sources), "source")]
    if story.unread:
        parts.append(f"{len(story.unread)} unread")
    if now.changed:
        parts.append(f"{len(now.changed)} changed")
    if now.missing:
        parts.append(
            f"{len(now.missing)} not at its place"
            if len(now.missing) == 1
            else f"{len(now.missing)} not at their place"
        )
    if story.reading:
        parts.append(count(story.reading.conflicts, "open conflict"))
        parts.append(f"read {day(datetime.fromisoformat(story.reading.at).astimezone().date())}")
    else:
        parts.append("not opened yet")
    return [*parts, "archived"] if story.is_archived else parts


def _source_state(source: KeptSource, story: KeptStory, now: FilesState) -> list[str]:
    said = ["read" if source.version in story.read else "unread"]
    if source in now.changed:
        said.append("changed since")
    if source in now.missing:
        said.append("not at its place")
    return said


def _empty(story: KeptStory) -> str:
    return f"The story “{story.name}” has no sources: `seedreader add {_quoted(story.name)} PATH…` adds some."


def _story(name: str, notebook: Notebook) -> KeptStory:
    return names.named(name, notebook.shelf.stories())


def _sources(articles: Sequence[Article]) -> int:
    return len({article.source or id(article) for article in articles})


def _notebook() -> Notebook:
    return Notebook(paths.notebook_file(), _complain)


def _load(given: Sequence[str], allow_private: bool) -> Loaded:
    """Read articles, and say on standard error what is wrong with any."""
    loaded = loading.load(given, web=Web(allow_private, tell=_complain))
    if loaded.refused:
        raise NotebookError(loaded.refused)
    for sentence in (*loaded.told, *sentences(loaded.problems)):
        _complain(sentence)
    return loaded


def _quoted(name: str) -> str:
    import shlex

    return shlex.quote(name)


def _say(sentence: str, lines: bool = False) -> None:
    print(one_line(sentence) if not lines else "".join(c if c.isprintable() else "\ufffd" for c in sentence))  # noqa: T201


def _complain(sentence: str) -> None:
    print(f"seedreader: {printable(sentence)}", file=sys.stderr)  # noqa: T201

"""What `analyze` and `report` are about: articles read, the stories that they tell, the reader's own word."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from seedreader.text.sanitize import printable

if TYPE_CHECKING:
    import argparse

    from seedreader.article import Article
    from seedreader.ingest.load_files import LoadResult
    from seedreader.notebook.resolver import ResolvedAnnotation
    from seedreader.settings import Settings
    from seedreader.shelf.opening import OpenedStory
    from seedreader.story import Story

FEW = 9
"""Articles that are one story where each was named by itself; more may be all of a folder (`*.txt`)."""


class Opened(NamedTuple):
    """The stories with all that is computed of them, as the reader has them in the notebook if that is asked.

    ``placed`` are the notebook's annotations on ``articles``; ``asked`` is whether it could be asked.
    """

    articles: Sequence[Article]
    stories: Sequence[Story]
    placed: Sequence[ResolvedAnnotation]
    settings: Settings
    asked: bool


def add_options(command: argparse.ArgumentParser) -> None:
    """Add what both subcommands take."""
    command.add_argument(
        "paths",
        metavar="PATH",
        nargs="+",
        help="files, folders of them, addresses (https://…), - for standard input, or kept stories",
    )
    add_allow_private(command)
    command.add_argument(
        "--no-notebook", action="store_true", help="without your notes, verdicts and corrections"
    )


def add_allow_private(parser: argparse.ArgumentParser) -> None:
    """Add the option that lets addresses of private networks be fetched."""
    parser.add_argument(
        "--allow-private",
        action="store_true",
        help="also fetch addresses of this machine and of private networks",
    )


def load(
    given: Sequence[str],
    allow_private: bool = False,
    versions: bool = False,
    only_stories: bool = False,
    in_haste: bool = False,
) -> tuple[LoadResult, OpenedStory | None]:
    """Read the inputs and say on standard error what is going on, and what is wrong with any.

    The kept story comes second where that was all that was given. ``in_haste``: where all that is given are
    paths, nobody looks whether they are names of stories, too.
    """
    from seedreader.ingest.errors import sentences
    from seedreader.web.loading import Web
    from seedreader.web.loading import load as load_all
    from seedreader.web.progress import Progress

    progress = Progress(sys.stderr)
    web = Web(allow_private, versions, progress.tell, progress.step)
    told: Sequence[str] = ()
    opened = None
    try:
        if not in_haste or only_stories or any(map(_is_no_path, given)):
            from seedreader.shelf import loading

            found = loading.load(given, web=web, versions=versions, only_stories=only_stories)
            loaded, told, opened = found.result, found.told, found.opened
            if found.refused:
                progress.close()
                complain(found.refused)
                sys.exit(2)
        else:
            loaded = load_all(given, web=web)
    except KeyboardInterrupt:
        progress.tell("Stopped: nothing was opened.")
        sys.exit(130)
    progress.close()
    for sentence in (*told, *sentences(loaded.problems)):
        complain(sentence)
    return loaded, opened


def _is_no_path(given: str) -> bool:
    """Whether something given is neither standard input nor an address nor a file or folder that is there."""
    try:
        return given != "-" and "://" not in given and not Path(given).exists()
    except (OSError, ValueError):
        return False


def opened(
    given: Sequence[str], articles: Sequence[Article], with_notebook: bool, together: bool = False
) -> Opened:
    """Find the stories and compute them, from the cache where it has them.

    ``together``: the articles are one story in any case.
    """
    from seedreader import paths, settings
    from seedreader.cache.analysis_cache import AnalysisCache
    from seedreader.cache.cached_story import know_articles, know_links
    from seedreader.corpus.constraints import told
    from seedreader.corpus.stories import find_stories
    from seedreader.session import user_overrides
    from seedreader.session.story_notebook import StoryNotebook
    from seedreader.story import Story

    said, asked = user_overrides.Overrides(tuple(articles), {}), True
    placed: Sequence[ResolvedAnnotation] = ()
    notebook = StoryNotebook(paths.notebook_file, articles, complain)
    if with_notebook and notebook.begun:
        from seedreader.notebook import NotebookError

        try:
            said = user_overrides.read(notebook)
            placed = notebook.resolver.read()
        except NotebookError as error:
            complain(f"{error} Your verdicts and corrections are left out.")
            asked = False
    articles = said.articles
    chosen = settings.read_settings(paths.settings_file())
    cache = AnalysisCache(paths.cache_file(), chosen.cache * 2**20, complain)
    chosen_ones = together or are_chosen(given, articles)
    found = (articles,) if chosen_ones else find_stories(articles, told(said.events))
    stories = [Story(each, said.corrections, said.verdicts) for each in found]
    for story in stories:
        know_articles(story, cache)
        know_links(story, cache)
    return Opened(articles, stories, placed, chosen, asked)


def are_chosen(given: Sequence[str], articles: Sequence[Article]) -> bool:
    """Whether each article was named by itself, and few were: the reader says that they are one story."""
    named = {str(path) for path in given}
    return len(articles) <= FEW and all(article.path in named for article in articles)


def complain(said: str) -> None:
    """Say a sentence on standard error."""
    sys.stderr.write(f"seedreader: {printable(said)}\n")


def output(text: str, file: str | None, force: bool) -> bool:
    """Write to a file that only its owner may read, or to standard output; whether that could be done."""
    if file is None:
        sys.stdout.write(text)
        return True
    # the notebook's room has what writes a private file, and is imported to write one
    from seedreader.notebook import NotebookError
    from seedreader.notebook.exchange.exchange_files import write_private

    try:
        write_private(Path(file), text.encode("utf-8", "replace"), force)
    except NotebookError as error:
        complain(str(error))
        return False
    return True

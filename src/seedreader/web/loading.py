"""Opening files and addresses together. An address is asked for once: after that its kept copy opens.

Nothing is fetched by opening a file. A list of addresses is told, with the command that fetches them; those
that were fetched already are opened from the notebook.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from seedreader import paths
from seedreader.article import Article
from seedreader.ingest import load_files
from seedreader.ingest.errors import IngestError, Problem, problem_of
from seedreader.ingest.load_files import LoadResult
from seedreader.text import format_dates, web_address

if TYPE_CHECKING:
    from seedreader.notebook import Notebook
    from seedreader.notebook.storage.fetched import FetchedPage
    from seedreader.web.fetcher import Fetcher

LISTED = 1_000
"""Addresses of a list that are looked for in the notebook."""


class Web:
    """Addresses, by way of the notebook.

    ``tell`` hears sentences about what is going on, ``progress`` how far a fetch is. ``versions``: with the
    newest copy of a page come the older ones whose words differ, as versions of the same source.
    """

    def __init__(
        self,
        allow_private: bool = False,
        versions: bool = False,
        tell: Callable[[str], None] = lambda _: None,
        progress: Callable[[str, int, int | None], None] = lambda *_: None,
        make_fetcher: Callable[[], Fetcher] | None = None,
    ) -> None:
        self._allow_private, self._versions = allow_private, versions
        self._tell, self._progress = tell, progress
        self._make_fetcher = make_fetcher or self._fetcher_of_the_web
        self._fetcher: Fetcher | None = None
        self._notebook: Notebook | None = None
        self._opened: set[str] = set()
        self._can_keep = True

    def __enter__(self) -> Web:
        return self

    def __exit__(self, *_: object) -> None:
        if self._fetcher:
            self._fetcher.__exit__()

    def open(self, given: str) -> LoadResult:
        """What is at an address: its kept copy, or else what it gives now. Asked twice it gives that once."""
        from seedreader.web import page

        try:
            address = normalised(given)
            if address in self._opened:
                return LoadResult(())
            self._opened.add(address)
            kept = self.kept(address)
            if kept:
                return self._read_kept(given, kept)
            return page.read(self.fetch(address), given)
        except IngestError as error:
            return LoadResult((), (problem_of(given, error),))

    def fetch(self, address: str) -> FetchedPage:
        """What an address gives now, which is kept if the notebook can be written. Raises `IngestError`."""
        from seedreader.notebook.storage.fetched import FetchedPage

        if self._fetcher is None:
            self._fetcher = self._make_fetcher()
        answer = self._fetcher.fetch(address)
        found = FetchedPage(
            address, answer.at.isoformat(timespec="microseconds"), answer.final, answer.status,
            answer.content_type, answer.data,
        )  # fmt: skip
        self._keep(found)
        return found

    def kept(self, address: str) -> tuple[FetchedPage, ...]:
        """All that is kept of an address, the newest first; nothing where the notebook can't be read."""
        from seedreader.notebook import NotebookError

        if not self._begun():
            return ()
        try:
            return self._store().fetched(address)
        except NotebookError as error:
            self._tell(str(error))
            return ()

    def kept_addresses(self) -> tuple[str, ...]:
        """The addresses of which something is kept. Raises NotebookError."""
        return self._store().fetched_addresses() if self._begun() else ()

    def of_list(self, problem: Problem) -> tuple[LoadResult, Problem | None]:
        """The pages of a list of addresses that are kept, and what is still to be said of the list."""
        from seedreader.web import page

        articles: list[Article] = []
        problems: list[Problem] = []
        missing = []
        for given in problem.addresses[:LISTED]:
            try:
                address = normalised(given)
            except IngestError:
                continue
            kept = self.kept(address)
            if not kept:
                missing.append(given)
            elif address not in self._opened:
                self._opened.add(address)
                found = page.read(kept[0], given)
                articles += found.articles
                problems += found.problems
        missing += problem.addresses[LISTED:]
        if not missing:
            return LoadResult(tuple(articles), tuple(problems)), None
        said = f"{problem.detail}; `seedreader fetch {_given(problem.source)}` fetches "
        said += "them" if len(missing) == len(problem.addresses) else f"the {len(missing):,} not kept yet"
        return LoadResult(tuple(articles), tuple(problems)), problem._replace(
            detail=said, addresses=tuple(missing)
        )

    def _read_kept(self, given: str, kept: tuple[FetchedPage, ...]) -> LoadResult:
        from seedreader.web import page

        found = page.read(kept[0], given)
        articles = list(found.articles)
        if self._versions:
            texts = {(article.source, article.text) for article in articles}
            for older in kept[1:]:
                for article in page.read(older, given).articles:
                    if (article.source, article.text) not in texts:
                        texts.add((article.source, article.text))
                        articles.append(article)
        return LoadResult(tuple(articles), (Problem(given, "kept", when(kept[0].at)), *found.problems))

    def _keep(self, found: FetchedPage) -> None:
        from seedreader.notebook import NotebookError

        if not self._can_keep:
            return
        try:
            self._store().keep_fetched(found)
        except NotebookError as error:
            self._can_keep = False
            self._tell(f"{error} What is fetched is opened, and not kept.")

    def _begun(self) -> bool:
        try:
            return paths.notebook_file().exists()
        except OSError:
            return False

    def _store(self) -> Notebook:
        if self._notebook is None:
            from seedreader.notebook import Notebook

            self._notebook = Notebook(paths.notebook_file(), self._tell)
        return self._notebook

    def _fetcher_of_the_web(self) -> Fetcher:
        from seedreader.web.fetcher import Fetcher

        return Fetcher(self._allow_private, tell=self._tell, progress=self._progress)


def load(
    given: Sequence[str | Path],
    stdin: BinaryIO | None = None,
    web: Web | None = None,
) -> LoadResult:
    """Read files, folders, ``-`` and addresses, in the order given (see `files.load`)."""
    with web or Web() as opened:
        found = load_files.load(given, stdin, opened.open)
        if not any(problem.addresses for problem in found.problems):
            return found
        articles, problems = list(found.articles), []
        for problem in found.problems:
            more, left = opened.of_list(problem) if problem.addresses else (LoadResult(()), problem)
            articles += more.articles
            problems += [*([left] if left else ()), *more.problems]
        return LoadResult(tuple(articles), tuple(problems))


def _given(source: str) -> str:
    """What was given, as a shell takes it; a file that has yet to be made where that was standard input."""
    import shlex

    name = source.partition(" › ")[0]
    return shlex.quote(name) if web_address.is_address(name) or Path(name).exists() else "FILE"


def normalised(given: str) -> str:
    """An address in one spelling. Raises `IngestError` for what can't be fetched."""
    try:
        return web_address.normalised(given)
    except ValueError as error:
        raise IngestError("address", str(error)) from error


def when(at: str) -> str:
    """A stored time as people write it, where they are: "on 27 Mar 2025 at 14:05"."""
    local = datetime.fromisoformat(at).astimezone()
    return f"on {format_dates.day(local.date())} at {local:%H:%M}"

"""``seedreader fetch`` and ``seedreader refresh``: addresses, asked for on a person's word."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import TypeAlias

from seedreader.article import Article
from seedreader.ingest import load_files
from seedreader.ingest.errors import IngestError, is_loss, problem_of, sentence
from seedreader.notebook import NotebookError
from seedreader.notebook.storage.fetched import FetchedPage
from seedreader.subcommands.parser import Parser
from seedreader.text import web_address
from seedreader.text.sanitize import printable
from seedreader.web import changes, page
from seedreader.web.loading import Web, normalised, when
from seedreader.web.progress import Progress

MOST = 200
"""Addresses that are fetched in one go, unless more are asked for."""

_ABSENT = ("answered 404", "answered 410")
"""How the details begin of what says that nothing is at an address."""

_Parsers: TypeAlias = "argparse._SubParsersAction[Parser]"


def add_to(subparsers: _Parsers, epilog: str) -> None:
    """Add ``fetch`` and ``refresh`` to the command line; each sets ``run``."""
    fetch = subparsers.add_parser(
        "fetch", help="fetch addresses, or those that a file lists, and keep them", epilog=epilog
    )
    fetch.add_argument("given", metavar="ADDRESS|FILE", nargs="+")
    fetch.set_defaults(run=lambda options: _guarded(_fetch, options))
    refresh = subparsers.add_parser(
        "refresh", help="fetch again what was fetched before, and say what changed", epilog=epilog
    )
    refresh.add_argument(
        "given",
        metavar="ADDRESS|PATH",
        nargs="*",
        help="addresses, or files whose articles tell where they were found; without any, all that is kept",
    )
    refresh.set_defaults(run=lambda options: _guarded(_refresh, options))
    for command in (fetch, refresh):
        command.description = f"At most one request a second goes to one host, and at most {MOST} in all."
        command.add_argument(
            "--most", metavar="N", type=int, default=MOST, help=f"at most so many, else {MOST}"
        )
        command.add_argument(
            "--allow-private", action="store_true", help="also this machine and private networks"
        )


def _guarded(run: Callable[[argparse.Namespace, Web], int], options: argparse.Namespace) -> int:
    progress = Progress(sys.stderr)
    try:
        with Web(options.allow_private, tell=progress.tell, progress=progress.step) as web:
            return run(options, web)
    except NotebookError as error:
        _complain(str(error))
    except KeyboardInterrupt:
        _complain("Stopped: what was said to be fetched is kept.")
    return 2


# -- fetch -----------------------------------------------------------------------------------------------


def _fetch(options: argparse.Namespace, web: Web) -> int:
    wanted, failed = _listed(options.given, web)
    done = 0
    for address in _first(wanted, options.most):
        if kept := web.kept(address):
            print(printable(f"{address}: kept already, {when(kept[0].at)}"))  # noqa: T201
            done += 1
            continue
        try:
            found = page.read(web.fetch(address), address)
        except IngestError as error:
            failed += 1
            _complain(sentence(problem_of(address, error)))
            continue
        for problem in found.problems:
            _complain(sentence(problem))
        failed += not found.articles
        done += bool(found.articles)
        if found.articles:
            print(printable(f"{address}: {_called(found.articles)}"))  # noqa: T201
    return 2 if not done else 1 if failed else 0


def _listed(given: Sequence[str], web: Web) -> tuple[list[str], int]:
    """The addresses that are given or listed, each once; and how many could not be had.

    An address whose kept copy is itself a list of others stands for these.
    """
    found: dict[str, None] = {}
    failed = 0
    for each in given:
        addresses: Sequence[str] = [each]
        if web_address.is_address(each):
            addresses = _listed_at(each, web) or addresses
        else:
            loaded = load_files.load([each])
            addresses = [address for problem in loaded.problems for address in problem.addresses]
            if not addresses:
                failed += 1
                for problem in filter(is_loss, loaded.problems):
                    _complain(sentence(problem))
                if loaded.articles:
                    _complain(f"{each}: lists no addresses.")
        for address in addresses:
            try:
                found[normalised(address)] = None
            except IngestError as error:
                failed += 1
                _complain(sentence(problem_of(address, error)))
    return list(found), failed


def _listed_at(given: str, web: Web) -> list[str]:
    """The addresses in the kept copy of an address."""
    try:
        kept = web.kept(normalised(given))
    except IngestError:
        return []
    read = page.read(kept[0], given).problems if kept else ()
    return [address for problem in read for address in problem.addresses]


def _called(articles: Sequence[Article]) -> str:
    if len(articles) > 1:
        return f"{len(articles):,} articles"
    (only,) = articles
    return only.title or only.name


# -- refresh ---------------------------------------------------------------------------------------------


def _refresh(options: argparse.Namespace, web: Web) -> int:
    status = 0
    wanted: dict[str, tuple[Article, ...]] = {}
    for given in options.given or web.kept_addresses():
        try:
            if web_address.is_address(given):
                wanted.setdefault(normalised(given), ())
            else:
                status |= _of_file(given, wanted)
        except IngestError as error:
            status = 1
            _complain(sentence(problem_of(given, error)))
    if not wanted:
        if not options.given:
            _complain("nothing was fetched yet; `seedreader ADDRESS` fetches and opens a page.")
        return 2
    for address in _first(list(wanted), options.most):
        status |= _refreshed(web, address, wanted[address])
    return status


def _of_file(given: str, wanted: dict[str, tuple[Article, ...]]) -> int:
    """Add where a file's articles were found; 1 where something could not be read or tells no address."""
    loaded = load_files.load([given])
    for problem in loaded.problems:
        _complain(sentence(problem))
    status = int(loaded.lost)
    for article in loaded.articles:
        if article.url and web_address.is_address(article.url):
            address = normalised(article.url)
            wanted[address] = (*wanted.get(address, ()), article)
        else:
            status = 1
            _complain(f"{given}: “{article.title or article.name}” does not tell the address it is from.")
    return status


def _refreshed(web: Web, address: str, from_files: tuple[Article, ...]) -> int:
    """Fetch an address again and say what changed since it was kept, and since files were saved."""
    kept = web.kept(address)
    try:
        new = web.fetch(address)
    except IngestError as error:
        _complain(sentence(problem_of(address, error)))
        if kept:
            absent = ", absent now" if error.problem.detail.startswith(_ABSENT) else ""
            _complain(f"{address}: present {when(kept[0].at)}{absent}; that copy stays.")
        return 1
    now = page.read(new, address)
    for problem in now.problems:
        _complain(sentence(problem))
    if not now.articles:
        return 1
    for article in from_files:
        _say(address, f"since {article.path} was saved", article, now.articles[0])
    if kept:
        _compare(address, kept[0], now.articles)
    elif not from_files:
        print(printable(f"{address}: fetched for the first time"))  # noqa: T201
    return int(any(map(is_loss, now.problems)))


def _compare(address: str, kept: FetchedPage, now: Sequence[Article]) -> None:
    """Say what changed in each article of an address."""
    since = f"since the copy kept {when(kept.at)}"
    then = {_member(article): article for article in page.read(kept, address).articles}
    if len(then) == len(now) == 1:
        _say(address, since, next(iter(then.values())), now[0])
        return
    for article in now:
        called = article.title or article.name
        before = then.pop(_member(article), None)
        if before is None:
            print(printable(f"{address} › {called}: absent then, present now, {since}"))  # noqa: T201
        elif before.text != article.text:
            _say(f"{address} › {called}", since, before, article)
    for gone in then.values():
        print(printable(f"{address} › {gone.title or gone.name}: present then, absent now, {since}"))  # noqa: T201


def _member(article: Article) -> str:
    return (article.source.member if article.source else None) or ""


def _say(where: str, since: str, then: Article, now: Article) -> None:
    line, details = changes.told(then, now)
    print(printable(f"{where}: {line} {since}"))  # noqa: T201
    if details:
        print(details)  # noqa: T201


# ----------------------------------------------------------------------------------------------------------


def _first(addresses: list[str], most: int) -> list[str]:
    left = len(addresses) - most
    if left > 0:
        _complain(
            f"{left:,} of {len(addresses):,} addresses are left out; --most {len(addresses)} takes all."
        )
    return addresses[: max(0, most)]


def _complain(said: str) -> None:
    print(f"seedreader: {printable(said)}", file=sys.stderr)  # noqa: T201

"""``seedreader serve``: the reader in a browser."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

from seedreader.settings import THEMES
from seedreader.subcommands.parser import Parser
from seedreader.text.sanitize import printable
from seedreader.text.web_address import is_address

HOST = "127.0.0.1"
"""Only this machine."""
MOST = 8
"""Visitors at a time: each takes 60 MB."""
NEEDED = ("aiohttp", "textual_serve")

_Parsers: TypeAlias = "argparse._SubParsersAction[Parser]"


def add_to(subparsers: _Parsers, epilog: str) -> None:
    """Add ``serve`` to the command line; it sets ``run``."""
    said = "the reader in a browser: prints an address that lets in whoever has it"
    serve = subparsers.add_parser("serve", help=said, description=said, epilog=epilog)
    serve.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="files, folders of them, or addresses (https://…); without any, the sample story",
    )
    serve.add_argument(
        "--host",
        default=HOST,
        metavar="ADDRESS",
        help=f"where to listen; else {HOST}, which only this machine reaches",
    )
    serve.add_argument("--port", type=_port, default=0, metavar="N", help="else any that is free")
    serve.add_argument(
        "--visitors", type=_many, default=MOST, metavar="N", help=f"at most so many at a time; else {MOST}"
    )
    serve.add_argument("--theme", choices=THEMES, metavar="NAME", help=f"one of {', '.join(THEMES)}")
    serve.add_argument("--story", metavar="N", type=int, help="of a corpus, the story of this number")
    serve.add_argument(
        "--allow-private",
        action="store_true",
        help="also fetch addresses of this machine and of private networks",
    )
    serve.set_defaults(run=_serve)


def _port(given: str) -> int:
    if not (given.isascii() and given.isdecimal() and int(given) < 1 << 16):
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to 65535, not “{given[:20]}”")
    return int(given)


def _many(given: str) -> int:
    if not (given.isascii() and given.isdecimal() and 0 < int(given) <= 1000):
        raise argparse.ArgumentTypeError(f"is a number from 1 to 1000, not “{given[:20]}”")
    return int(given)


def _serve(options: argparse.Namespace) -> int:
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        needs = " and ".join(missing)
        _complain(f"serve needs {needs}, not installed: pip install 'seedreader[serve]' brings it.")
        return 2
    if problem := _unreadable(options.paths):
        _complain(problem)
        return 2
    import asyncio

    from seedreader.browser import access, reader_process
    from seedreader.browser.server import Offer, serve

    argv = reader_process.command(_passed_on(options), options.paths)
    offer = Offer(_called(options.paths), argv, options.visitors)

    def told(address: str) -> None:
        print(printable(f"“{offer.name}” can be read at"))  # noqa: T201
        print(address, flush=True)  # noqa: T201
        _complain("Whoever has this address reads and writes your notebook. Ctrl-C ends it.")
        if not access.is_loopback(options.host):
            _complain(
                "Other machines can reach it, and http is not encrypted: where you don't trust the network, "
                "leave --host out and come by `ssh -L`."
            )

    try:
        asyncio.run(serve(offer, options.host, options.port, os.environ, told))
    except OSError as error:
        # asyncio puts much around the system's own words, and the names of the network are no numbers of it
        number = error.errno or 0
        why = (os.strerror(number) if number > 0 else error.strerror or str(error)).lower()
        _complain(f"{options.host}, port {options.port}, can't be listened on ({why}): name another --port.")
        return 2
    return 0


def _unreadable(given: Sequence[str]) -> str:
    """Why something that is given can't be read by each visitor anew, as a sentence."""
    for each in given:
        if each == "-":
            return "standard input can be read once only, and every visitor reads for himself: name a file."
        try:
            there = is_address(each) or Path(each).exists()
        except (OSError, ValueError):
            there = False
        if not there:
            return f"{each}: there is no such file or folder."
    return ""


def _passed_on(options: argparse.Namespace) -> list[str]:
    """The options of the reader that each visitor gets."""
    theme = ["--theme", options.theme] if options.theme else []
    story = ["--story", str(options.story)] if options.story is not None else []
    return [*theme, *story, *(["--allow-private"] if options.allow_private else [])]


def _called(given: Sequence[str]) -> str:
    if not given:
        return "sample story"
    first = given[0] if is_address(given[0]) else Path(given[0]).resolve().name
    return first if len(given) == 1 else f"{first} …"


def _complain(said: str) -> None:
    print(f"seedreader: {printable(said)}", file=sys.stderr)  # noqa: T201

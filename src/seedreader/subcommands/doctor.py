"""``seedreader doctor``: how this installation is, and what to do about what is wrong. It sends nothing."""

from __future__ import annotations

import argparse
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeAlias

from seedreader import paths
from seedreader.notebook.safety import health
from seedreader.settings import Settings, read_settings
from seedreader.subcommands import extras
from seedreader.subcommands.parser import Parser
from seedreader.text.finding import Finding
from seedreader.text.plurals import count
from seedreader.text.sanitize import printable
from seedreader.text.version import VERSION

EXIT = """exit status:
  0  nothing is wrong
  1  something is, and it is told what to do about it"""
LIBRARIES = ("textual", "rich", "rapidfuzz", "sentencex", "selectolax", "httpx2", "protego", "platformdirs")
"""What the program stands on."""

Section = tuple[str, Sequence[Finding]]
_Parsers: TypeAlias = "argparse._SubParsersAction[Parser]"


def add_to(subparsers: _Parsers, terminal: Callable[[Settings], Iterable[Finding]]) -> None:
    """Add ``doctor`` to the command line; it sets ``run``. ``terminal`` tells what the terminal can do."""
    said = "how this installation is: versions, paths, notebook, terminal, extras, and what is wrong"
    doctor = subparsers.add_parser("doctor", help=said, description=f"{said}. Nothing is sent.", epilog=EXIT)
    doctor.set_defaults(run=lambda _: _doctor(terminal))


def _doctor(terminal: Callable[[Settings], Iterable[Finding]]) -> int:
    settings = read_settings(paths.settings_file())
    sections: list[Section] = [
        ("versions", [*_versions()]),
        ("paths", [*_paths(settings)]),
        ("terminal", [*terminal(settings)]),
        ("extras", [*extras.findings()]),
    ]
    for line in lines(sections):
        print(line)  # noqa: T201
    return int(any(finding.advice for _, findings in sections for finding in findings))


def lines(sections: Sequence[Section]) -> Iterator[str]:
    """All that as lines of plain text, what is to be done at the end."""
    width = max(len(finding.name) for _, findings in sections for finding in findings)
    for title, findings in sections:
        yield title
        for finding in findings:
            first, *more = map(printable, finding.told.split("\n"))
            yield f"  {finding.name:<{width}}  {first}"
            yield from (f"  {'':<{width}}  {line}" for line in more)
        yield ""
    wrong = [finding for _, findings in sections for finding in findings if finding.advice]
    yield f"{count(len(wrong), 'thing')} to see to:" if wrong else "Nothing is wrong."
    yield from (f"  {finding.name}: {printable(finding.advice)}" for finding in wrong)


def _versions() -> Iterator[Finding]:
    yield Finding("seedreader", f"{VERSION}, in {Path(paths.__file__).parent}")
    yield Finding(
        "Python", f"{platform.python_version()}, {sys.executable}, on {platform.platform(terse=True)}"
    )
    for name in LIBRARIES:
        try:
            yield Finding(name, version(name))
        except PackageNotFoundError:
            advice = f"Install it: {extras.how_to_install([name])}."
            yield Finding(name, "not installed", advice)
    yield _sqlite()


def _sqlite() -> Finding:
    try:
        with sqlite3.connect(":memory:") as connection:
            connection.execute("create virtual table words using fts5(word)")
    except sqlite3.Error:
        advice = "A corpus can't be searched: use a Python whose SQLite has FTS5, as that of python.org has."
        return Finding("SQLite", f"{sqlite3.sqlite_version}, without FTS5", advice)
    return Finding("SQLite", f"{sqlite3.sqlite_version}, with FTS5")


def _paths(settings: Settings) -> Iterator[Finding]:
    yield _notebook(paths.notebook_file())
    yield Finding("settings", _there(settings.file), " ".join(settings.problems))
    yield _cache(paths.cache_file(), settings)
    try:
        yield Finding("samples", str(paths.samples()))
    except FileNotFoundError as error:
        yield Finding("samples", "missing", str(error))


def _notebook(file: Path) -> Finding:
    found = health.check(file)
    why = found.unwritable or _unwritable(file)
    state = (
        "can't be opened" if found.refused
        else "damaged" if found.damaged
        else "gone" if found.gone
        else f"whole, with {count(found.annotations or 0, 'annotation')}" if found.exists
        else "none yet"
    )  # fmt: skip
    told = f"{file}: {state}, {'read-only' if why else 'can be written'}"
    if not found.ok or found.network:
        return Finding("notebook", told, " ".join(found.sentences))
    return Finding(
        "notebook",
        told,
        f"Nothing can be saved ({why}): SEEDREADER_DATA names another folder." if why else "",
    )


def _cache(file: Path, settings: Settings) -> Finding:
    if not settings.cache:
        return Finding("cache", "none is kept, as the settings ask")
    size = file.stat().st_size / 2**20 if file.is_file() else 0.0
    told = f"{file}: {size:.1f} MB of at most {settings.cache}"
    why = _unwritable(file)
    wrong = f"Nothing is kept for the next opening ({why}): SEEDREADER_CACHE names another folder."
    return Finding("cache", f"{told}, {'read-only' if why else 'can be written'}", wrong if why else "")


def _unwritable(file: Path) -> str:
    """Why no file can be made where this one is or would be; "" where one was made and removed."""
    folder = next(each for each in file.absolute().parents if each.is_dir())
    try:
        with tempfile.TemporaryFile(dir=folder):
            return ""
    except OSError as error:
        return f"no file can be made in {folder}: {(error.strerror or str(error)).lower()}"


def _there(file: Path) -> str:
    return str(file) if file.exists() else f"{file}: none; `seedreader settings` prints one to begin with"

"""Every sentence of the program, collected from its code: faults of wording that need no reading."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import seedreader

ROOM = Path(seedreader.__file__).parent
OTHER_LANGUAGES = ("ingest/", "analysis/", "text/language.py", "text/months.py")
"""Rooms whose words are those of texts that are read, in many languages; their errors are in `PROBLEMS`."""
PROBLEMS = ("ingest/errors.py", "ingest/folders.py", "ingest/registry.py", "ingest/load_files.py")

SAYING = {"say", "tell", "NotebookError", "IngestError", "SettingsError", "fail"}
"""What takes a whole sentence."""

PROSE = re.compile(r"[a-z]{2,} [a-z]{2,}")
NO_PROSE = re.compile(r"(?i)\b(?:select|insert|update|delete|create|pragma)\b.*\b(?:from|into|table|set)\b")


class Told(NamedTuple):
    """A wording and where it stands; values in it are shown as `{}`."""

    where: str
    words: str


@cache
def told() -> tuple[Told, ...]:
    """Every wording of two words or more that may reach a reader."""
    return tuple(
        Told(f"{path}:{node.lineno}", words)
        for path, tree in sources()
        for node, words in wordings(tree)
        if PROSE.search(words) and not NO_PROSE.search(words)
    )


@cache
def sources() -> tuple[tuple[str, ast.Module], ...]:
    found = ((path.relative_to(ROOM).as_posix(), path) for path in sorted(ROOM.rglob("*.py")))
    return tuple(
        (name, ast.parse(path.read_text("utf-8")))
        for name, path in found
        if name in PROBLEMS or not name.startswith(OTHER_LANGUAGES)
    )


def wordings(tree: ast.Module) -> Iterator[tuple[ast.expr, str]]:
    """Each string of a module that is no docstring and no part of another."""
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            skipped |= {id(part) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in skipped:
            words = wording(node)
            if words is not None:
                yield node, words


def wording(node: ast.expr) -> str | None:
    """A string as it is written, its values as `{}`."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def sentences() -> Iterator[Told]:
    """What is said to the reader as a whole sentence, and does not end with a value."""
    for path, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                words = wording(node.args[0])
                if name in SAYING and words and " " in words.strip():
                    yield Told(f"{path}:{node.lineno}", words)


FAULTS = {
    "two spaces": r"\A(?![\s\S]*\n  )[\s\S]*[a-z.,;:]  \w",
    "a space before a stop": r"\w [.,;:](?!\w|…)(?:\s|$)",
    "a straight quotation mark beside curly ones": r"“[^”]*\"|\"[^\"]*”",
    "a straight apostrophe beside a curly one": r"\w'\w.*\w’\w|\w’\w.*\w'\w",
    "an abbreviation that a reader has to know": r"\b(?:e\.g|i\.e|etc|viz|cf|resp)\b\.?",
    "silence of a source, where only no match was found": r"\bsilent\b|no other source says",
    "a plural in brackets": r"\w\((?:s|es)\)",
    "the same word twice": r"\b([a-z]{2,}) \1\b",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_no_wording_has(fault: str) -> None:
    assert [each for each in told() if re.search(FAULTS[fault], each.words)] == []


def test_every_sentence_ends_as_one() -> None:
    assert [each for each in sentences() if not each.words.rstrip().endswith((".", "…", "?", "}", ":"))] == []


def test_there_are_wordings_to_look_at() -> None:
    assert len(told()) > 500
    assert len(list(sentences())) > 50

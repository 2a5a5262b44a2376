"""The reader's settings: a TOML file to one value. What is wrong in it is told and left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

THEMES = ("dark", "light", "high-contrast", "colour-blind", "terminal", "plain")
"""The themes by name."""
BOILERPLATE = ("dimmed", "folded", "plain")
"""How boilerplate is shown in a story that is new."""
MARKS = ("auto", "unicode", "ascii")
"""Which characters marks are made of."""
LARGEST = 1_000_000
"""Bytes of a file that is read."""
LONGEST_NAME = 100
"""Characters of a reader's name."""
SHOWN = 60
"""Characters of a value that are shown in a sentence."""


@dataclass(frozen=True)
class Settings:
    """What the reader chose; None where it is left to the program.

    ``columns`` is how many sources stand side by side at most, ``context`` how many lines are kept around the
    cursor; ``follow``, ``panel`` and ``boilerplate`` are how a new story begins. ``cache`` is how
    many megabytes of what was worked out are kept for the next opening. ``keys`` holds keys as
    written by the name of their command, for the table of commands to check. ``author`` is what reports call
    the reader. ``problems`` are sentences.
    """

    theme: str | None = None
    marks: str = "auto"
    columns: int | None = None
    context: int = 2
    follow: bool = True
    panel: bool = True
    boilerplate: str = "dimmed"
    editor: str | None = None
    cache: int = 256
    author: str | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    file: Path = Path("settings.toml")
    text: str = field(default="", repr=False)

    def problem(self, name: str, reason: str) -> str:
        """A sentence about a setting: the file, its line, its name, and what is wrong with it."""
        return f"{self.file}{_line(self.text, name)}: {_shortened(name)}: {reason} This setting is ignored."


def read_settings(file: Path) -> Settings:
    """The settings in a file; the usual ones where there is none. Never raises."""
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except FileNotFoundError:
        return Settings(file=file)
    except OSError as error:
        return _unread(file, f"can't be read ({error.strerror})")
    if len(data) > LARGEST:
        return _unread(file, f"is larger than {LARGEST} bytes")
    try:
        return parse(data.decode("utf-8-sig"), file)
    except UnicodeDecodeError:
        return _unread(file, "is not UTF-8 text")


def parse(text: str, file: Path = Settings.file) -> Settings:
    """The settings in a text. Never raises."""
    # imported where there is a file of settings
    import tomllib

    try:
        given = tomllib.loads(text)
    except (ValueError, RecursionError, OverflowError) as error:
        reason = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "too deep or too large"
        return _unread(file, f"is not TOML: {reason[:200]}")
    none = Settings(file=file, text=text)
    held: dict[str, Any] = {}
    problems: list[str] = []
    for name, value in given.items():
        try:
            held[name] = _keys(value, none, problems) if name == "keys" else _CHECKS[name](value)
        except KeyError:
            problems.append(none.problem(name, f"there is no such setting; there are {_listed(_NAMES)}."))
        except ValueError as wrong:
            problems.append(none.problem(name, f"{wrong}, not {_shown(value)}."))
    return Settings(**held, problems=tuple(problems), file=file, text=text)


def _unread(file: Path, reason: str) -> Settings:
    return Settings(problems=(f"{file} {reason}; no setting in it is used.",), file=file)


# -- one value -----------------------------------------------------------------------------------------


def _one_of(names: tuple[str, ...]) -> Callable[[object], str]:
    def check(value: object) -> str:
        if not isinstance(value, str) or value not in names:
            raise ValueError(f"is one of {_listed(names)}")
        return value

    return check


def _number(least: int, most: int) -> Callable[[object], int]:
    def check(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(f"is a number from {least} to {most}")
        return value

    return check


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("is true or false")  # one kind of error for every check
    return value


def _command(value: object) -> str:
    # imported where an editor is set
    import shlex

    try:
        if isinstance(value, str) and shlex.split(value):
            return value
    except ValueError:
        pass
    raise ValueError('is a command, such as "nano" or "code --wait"')


def _name(value: object) -> str:
    if (
        not isinstance(value, str)
        or not value.strip()
        or len(value) > LONGEST_NAME
        or not value.isprintable()
    ):
        raise ValueError(f"is a name of at most {LONGEST_NAME} letters")
    return " ".join(value.split())


_CHECKS: Mapping[str, Callable[[object], Any]] = {
    "theme": _one_of(THEMES),
    "marks": _one_of(MARKS),
    "columns": _number(1, 50),
    "context": _number(0, 50),
    "follow": _yes_or_no,
    "panel": _yes_or_no,
    "boilerplate": _one_of(BOILERPLATE),
    "editor": _command,
    "cache": _number(0, 100_000),
    "author": _name,
}
_NAMES = (*_CHECKS, "[keys]")


def _keys(value: object, settings: Settings, problems: list[str]) -> dict[str, tuple[str, ...]]:
    """Keys by the name of their command; those of one screen may stand in a table of its own."""
    if not isinstance(value, dict):
        raise ValueError('is a table: [keys], then lines such as "reader.next_claim" = "n"')
    given: dict[str, object] = {}
    for name, keys in value.items():
        inner = (
            {f"{name}.{id}": each for id, each in keys.items()} if isinstance(keys, dict) else {name: keys}
        )
        given.update(inner)
    held: dict[str, tuple[str, ...]] = {}
    for name, keys in given.items():
        written = [keys] if isinstance(keys, str) else keys
        if name in _CHECKS:
            problems.append(settings.problem(f"keys.{name}", "stands below [keys]; it goes above that line."))
        elif isinstance(written, list) and all(isinstance(key, str) for key in written):
            held[name] = tuple(written)
        else:
            told = f'is a key or a list of keys, such as "n" or ["n", "F5"], not {_shown(keys)}.'
            problems.append(settings.problem(name, told))
    return held


# -- telling -------------------------------------------------------------------------------------------


def _listed(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _shown(value: object) -> str:
    try:
        return _shortened(f"“{value}”" if isinstance(value, str) else str(value))
    except (ValueError, RecursionError):
        return "that"  # Python writes no number of thousands of digits


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _line(text: str, name: str) -> str:
    """ ", line 7" where a setting stands, as far as its name shows it; one with a dot is below [keys]."""
    below = "." not in name
    for number, line in enumerate(text.splitlines(), 1):
        before = "".join(character for character in line.partition("=")[0] if character not in "\"' \t")
        below = below or before.startswith(("[keys", "keys"))
        if below and before and "=" in line and f".keys.{name}".endswith(f".{before}"):
            return f", line {number}"
    return ""


def example() -> str:
    """A settings file in which everything is as it is without one, with a word on each setting."""
    usual = {each.name: each.default for each in fields(Settings)}
    lines = [
        "# The settings of seedreader. A line counts once the # before it is gone.",
        "# `seedreader paths` tells where this file goes.",
        "",
    ]
    for name, told in _TOLD.items():
        lines += [
            f"# {told}",
            f"# {name} = {_toml(usual[name] if usual[name] is not None else _ASKED[name])}",
            "",
        ]
    return "\n".join(lines)


_TOLD = {
    "theme": "The colours: " + ", ".join(THEMES) + "; I in the reader goes through them.",
    "marks": "What marks are made of: unicode, ascii where the terminal's font lacks them, or auto.",
    "columns": "How many sources stand side by side at most.",
    "context": "How many lines are kept around the cursor.",
    "follow": "Whether the other sources keep level with yours in a story that is new.",
    "panel": "Whether a new story shows the evidence panel.",
    "boilerplate": "How a new story shows boilerplate: " + ", ".join(BOILERPLATE) + ".",
    "editor": "What Ctrl-O writes a note on in, in place of $VISUAL and $EDITOR.",
    "cache": "How many megabytes of what was worked out are kept for the next opening; 0 keeps nothing.",
    "author": "Your name, as reports give it with your notes and verdicts.",
}
_ASKED = {"theme": "dark", "columns": 4, "editor": "nano", "author": "Ana Ruiz"}


def _toml(value: object) -> str:
    return (
        str(value).lower()
        if isinstance(value, bool)
        else f'"{value}"'
        if isinstance(value, str)
        else str(value)
    )

"""The bars that the program has to meet, in one run with an empty Textual app, ``vim -d`` and toolong.

toolong's ``tl`` is looked for in the search path, or where ``TL`` names it; each round starts every program.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import texts
from tests.benchmarks.figures import Figure, milliseconds, ratio
from tests.benchmarks.reader import FRAME, QUIET, READ, SAMPLES, Reader, environment, pressed, useful
from tests.benchmarks.screen import Screen, first_shown, settled
from tests.benchmarks.start import empty_app, five_articles
from tests.benchmarks.terminal import COLUMNS, LINES, Terminal

TITLE = "The bars: 240×60, against an empty Textual app, vim -d and toolong"
STARTS, ROUNDS = 11, 3
SENTENCES = 900
RATE, HELD = 30.0, 60
LATE = 0.15
"""Seconds without a byte after which toolong, which is slower to begin, has answered a key."""
NARROWER = (200, 50)
MARK = "READYMARK"
SHOWN = re.compile(MARK.encode())
NOT_ANALYSED = re.compile(rb"not (?:analysed|compared)")
VIM = ("vim", "-n", "-i", "NONE", "-d")
SIDE_BY_SIDE = ("-c", "windo set nofoldenable wrap", "-c", "1wincmd w")
DOWN, PAGE_DOWN, HOME = "\x1b[B", "\x1b[6~", "\x1b[H"


def measure() -> list[Figure]:
    """Every bar, the figures that it is made of above it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        return [*_start(), *_keys(folder), *_columns(folder), *_resizes(folder), *_large(folder)]


def _start() -> list[Figure]:
    shown = useful(SAMPLES)
    rounds = [(empty_app()[0], five_articles(shown)[0]) for _ in range(STARTS + 1)][1:]
    empty, ours = zip(*rounds, strict=True)
    return [
        milliseconds("first useful frame: an empty Textual app", empty),
        milliseconds("first useful frame: seedreader, five articles", ours),
        ratio("  against the empty app", ours, empty, 1.15),
    ]


def _keys(folder: Path) -> list[Figure]:
    """One text of 100 KB; ``vim -d`` has its near-copy beside it. toolong, made for logs, has 1 MB."""
    one, other = _pair(folder, "100k", SENTENCES, 100_000)
    large, _ = _pair(folder, "1m", 10 * SENTENCES, 1_000_000)
    found: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for name, values in {**_ours(one), **_vim(one, other), **_toolong(large)}.items():
            found.setdefault(name, []).extend(values)
    toolong = found.get("sentence: toolong", [])
    return [
        milliseconds("sentence: vim -d", found["sentence: vim -d"]),
        milliseconds(
            "sentence: toolong, 1 MB" + ("" if toolong else " (not found; TL names its tl)"), toolong
        ),
        milliseconds("sentence: seedreader", found["sentence"]),
        ratio("  against toolong", found["sentence"], toolong, 0.2),
        ratio("  against vim -d", found["sentence"], found["sentence: vim -d"], 12),
        milliseconds("page: vim -d", found["page: vim -d"]),
        milliseconds("page: seedreader", found["page"]),
        ratio("  against vim -d", found["page"], found["page: vim -d"], 8),
        milliseconds("held key at 30/s: lag after the last key", found["lag"], 50),
    ]


def _ours(path: Path) -> dict[str, list[float]]:
    with Reader([path]) as terminal:
        screen = _ready(terminal, READ)
        sentence, page = _times(terminal, screen, "j" * 24), _times(terminal, screen, "f" * 12)
        return {"sentence": sentence, "page": page, "lag": [_lag(terminal, screen)]}


def _vim(one: Path, other: Path) -> dict[str, list[float]]:
    with Terminal([*VIM, str(one), str(other), *SIDE_BY_SIDE], environment("")) as terminal:
        screen = _ready(terminal, SHOWN)
        sentence, page = _times(terminal, screen, "j" * 24), _times(terminal, screen, [PAGE_DOWN] * 12)
        return {"sentence: vim -d": sentence, "page: vim -d": page}


def _toolong(path: Path) -> dict[str, list[float]]:
    command = os.environ.get("TL") or shutil.which("tl")
    if command is None:
        return {}
    with Terminal([command, str(path)], environment("")) as terminal:
        screen = _ready(terminal, re.compile(rb"\?2004h"))
        terminal.until_quiet(1.5)
        _times(terminal, screen, [HOME])
        terminal.until_quiet(0.5)
        return {"sentence: toolong": _times(terminal, screen, [DOWN] * 24, LATE)}


def _columns(folder: Path) -> list[Figure]:
    """Four long articles that tell one story, then three of them."""
    story = texts.sentences(SENTENCES // 2, seed=1)
    paths = [folder / f"{number}.txt" for number in range(4)]
    for number, path in enumerate(paths):
        path.write_text(texts.article(texts.retold(story, seed=number)))
    with Reader(paths) as terminal:
        screen = _ready(terminal, READ)
        moves = milliseconds(
            "sentence, three other columns following", _times(terminal, screen, "j" * 40), 12
        )
    with Reader(paths[:3]) as terminal:
        screen = _ready(terminal, READ)
        pressed(terminal, screen, "", "j" * 4)
        _, switch, _ = pressed(terminal, screen, "", "\t" * 12)
        pressed(terminal, screen, "", "gF")
        _, sentence, _ = pressed(terminal, screen, "", "j" * 24)
    return [
        moves,
        Figure("column switch, three columns: bytes sent", switch.values, "B", 1024),
        Figure("sentence, three columns: bytes sent", sentence.values, "B", 2048),
    ]


def _resizes(folder: Path) -> list[Figure]:
    found = []
    for name, sentences in (("5 KB", 42), ("1 MB", 9_000)):
        story = texts.sentences(sentences, seed=6)
        paths = [folder / f"resized-{sentences}-{number}.txt" for number in range(3)]
        for number, path in enumerate(paths):
            path.write_text(texts.article(texts.retold(story, seed=number)))
        with Reader(paths) as terminal:
            screen = _ready(terminal, READ if sentences < SENTENCES else NOT_ANALYSED)
            settled(screen, (*terminal.until_quiet(2), *terminal.press("G", 0.3)))
            sizes = (NARROWER, (COLUMNS, LINES)) * 6
            waits = [settled(screen, terminal.resize(*size, quiet=0.2)) for size in sizes]
            times = [wait for wait in waits if wait is not None]
        found.append(milliseconds(f"resize, three columns of {name} each", times, 60))
    return found


def _large(folder: Path) -> list[Figure]:
    """One text of 10 MB; ``vim -d`` has its near-copy beside it."""
    one, other = _pair(folder, "10m", 102_000, 10_000_000)
    starts: dict[str, list[float]] = {"vim": [], "ours": []}
    memory: dict[str, list[float]] = {"vim": [], "ours": []}
    for _ in range(ROUNDS):
        with Terminal([*VIM, str(one), str(other), *SIDE_BY_SIDE], environment("")) as terminal:
            starts["vim"].append(terminal.until(SHOWN, 60)[-1][0])
            terminal.until_quiet(1)
            memory["vim"].append(terminal.peak_memory() / 1e6)
        with Reader([one]) as terminal:
            chunks = terminal.until(FRAME, 30)
            starts["ours"].append(first_shown(chunks, useful([one]))[0][0])
            terminal.until_quiet(4)
            for key in "jjffGg":
                terminal.press(key, 0.2)
            memory["ours"].append(terminal.peak_memory() / 1e6)
    return [
        milliseconds("10 MB, start: vim -d", starts["vim"]),
        milliseconds("10 MB, start: seedreader", starts["ours"]),
        ratio("  against vim -d", starts["ours"], starts["vim"], 0.6),
        Figure("10 MB, memory: vim -d", tuple(memory["vim"]), "MB"),
        Figure("10 MB, memory: seedreader", tuple(memory["ours"]), "MB"),
        ratio("  against vim -d", memory["ours"], memory["vim"], 1.1),
    ]


def _pair(folder: Path, name: str, sentences: int, size: int) -> tuple[Path, Path]:
    """A text and its near-copy, of so many characters."""
    story = [f"{MARK}.", *texts.sentences(sentences, seed=2)]
    one, other = folder / f"{name}.txt", folder / f"{name}b.txt"
    one.write_text(texts.article(story)[:size])
    other.write_text(texts.article([story[0], *texts.near_copy(story[1:], seed=3)])[:size])
    return one, other


def _ready(terminal: Terminal, shown: re.Pattern[bytes]) -> Screen:
    """The screen of a program that shows this and has come to rest."""
    screen = Screen()
    for _, data in (*terminal.until(shown, 60), *terminal.until_quiet(0.6)):
        screen.feed(data)
    return screen


def _times(terminal: Terminal, screen: Screen, keys: Sequence[str], quiet: float = QUIET) -> list[float]:
    """Seconds from each key until the screen stands; a key that changes nothing has none."""
    waits = (settled(screen, terminal.press(key, quiet)) for key in keys)
    return [wait for wait in waits if wait is not None]


def _lag(terminal: Terminal, screen: Screen) -> float:
    terminal.press("g", QUIET)
    sent, chunks = terminal.hold("j", HELD, RATE, 0.3)
    return max(0.0, (settled(screen, chunks) or 0.0) - sent)

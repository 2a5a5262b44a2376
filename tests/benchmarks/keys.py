"""From a key to the screen that stands again, three sources side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import texts
from tests.benchmarks.figures import Figure, milliseconds
from tests.benchmarks.invented_events import invented
from tests.benchmarks.reader import FRAME, QUIET, READ, SAMPLES, Reader, finished, pressed
from tests.benchmarks.screen import Screen, first_shown
from tests.benchmarks.terminal import Terminal

TITLE = "Keys: three sources, 240×60, the screen stands; and while many files are read, the cursor moves"
SENTENCES = 400
SENTENCE, PAGE = 10.0, 15.0
FEW, MANY = 90, 4_000
BUSY = 2.0
"""How many times as long as in an idle program 95 of 100 keys may take while files are read."""

COMPARING = re.compile(rb"Comparing stories")


def measure() -> list[Figure]:
    """Three of the samples, and three long articles that tell one made-up story."""
    with TemporaryDirectory() as folder:
        story = texts.sentences(SENTENCES, seed=1)
        long = [Path(folder, f"{number}.txt") for number in range(3)]
        for number, path in enumerate(long):
            path.write_text(texts.article(texts.retold(story, seed=number)))
        size = long[0].stat().st_size // 1000
        alone = _keys("samples", SAMPLES[:3]) + _keys(f"{size} KB each", long)
        return alone + _beside_work(Path(folder))


def _beside_work(folder: Path) -> list[Figure]:
    """Keys in the list of stories and in a story: of few files when all is done, of many while it is not."""
    times: dict[str, list[float]] = {}
    for count in (FEW, MANY):
        many = folder / f"{count} files"
        many.mkdir()
        for number, article in enumerate(invented(count).articles):
            (many / f"{number}.txt").write_text(article.text)
        with Reader([many]) as terminal:
            screen = Screen()
            terminal.until(FRAME, 60)
            terminal.until(COMPARING, 120)
            if count == FEW:
                terminal.until_quiet(3)
            terminal.resize(200, 50, QUIET)
            for _, data in terminal.resize(240, 60, 0.5):
                screen.feed(data)
            times[f"{count} list"] = _moves(terminal, screen, "jjjjjkkkk" * 6)
            for _, data in terminal.press("\r", 1.0):
                screen.feed(data)
            times[f"{count} story"] = _moves(terminal, screen, "jjjjjjkkkk" * 6)
    figures = []
    for where in ("list", "story"):
        idle, busy = (milliseconds("", times[f"{count} {where}"]).p95 for count in (FEW, MANY))
        figures += [
            milliseconds(f"{FEW} files, all read: a key in the {where}", times[f"{FEW} {where}"]),
            milliseconds(f"{MANY} files, being compared: a key in the {where}", times[f"{MANY} {where}"]),
            Figure("  p95 against p95", (busy / idle,) if idle and busy else (), "×", BUSY),
        ]
    return figures


def _moves(terminal: Terminal, screen: Screen, keys: str) -> list[float]:
    """How long each key takes to move the cursor's bar, whatever else the screen tells meanwhile."""
    times = []
    for key in keys:
        before = _bars(screen)
        moved = None
        for time, data in terminal.press(key, QUIET):
            screen.feed(data)
            if moved is None and _bars(screen) != before:
                moved = time
        if moved is not None:
            times.append(moved)
    return times


def _bars(screen: Screen) -> list[tuple[int, int]]:
    return [(row, line.find("▌")) for row, line in enumerate(screen.lines) if "▌" in line]


def _keys(name: str, paths: Sequence[Path]) -> list[Figure]:
    with Reader(paths) as terminal:
        chunks = terminal.until(READ, 60)
        chunks += terminal.until_quiet(0.3)
        _, screen = first_shown(chunks, finished)

        def figures(label: str, keys: str, target: float | None = None) -> list[Figure]:
            return pressed(terminal, screen, f"{name}: {label}", keys, target)

        found = figures("sentence, follow mode on", "j" * 24, SENTENCE)
        found += figures("claim", "N" * 4 + "n" * 16)
        found += figures("page", "bbffbbffbbff" if paths[0] in SAMPLES else "f" * 12 + "b" * 8, PAGE)
        found += figures("next source", "\t" * 12)
        pressed(terminal, screen, "", "gF")
        return found + figures("sentence, follow mode off", "j" * 24, SENTENCE)

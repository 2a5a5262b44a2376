"""One file of 10 MB against one of 5 KB."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import texts
from tests.benchmarks.figures import Figure, milliseconds, ratio
from tests.benchmarks.reader import FRAME, READ, Reader, finished, pressed, useful
from tests.benchmarks.screen import first_shown
from tests.benchmarks.terminal import Terminal

TITLE = "A large file: 10 MB against 5 KB, 240×60"
ROUNDS = 5
LONGEST = 60.0


def measure() -> list[Figure]:
    """Both files in turn, then keys in the large one while it is analysed and afterwards."""
    with TemporaryDirectory() as folder:
        large, small = Path(folder, "large.txt"), Path(folder, "small.txt")
        story = texts.article(texts.sentences(102_000, seed=2))
        large.write_text(story[:10_000_000])
        small.write_text(story[:5_000])
        times: dict[Path, list[float]] = {small: [], large: []}
        for number in range(ROUNDS + 1):
            for path, found in times.items():
                time = _first_frame(path)
                if number > 0:
                    found.append(time)
        return [
            milliseconds("5 KB: first useful frame", times[small]),
            milliseconds("10 MB: first useful frame", times[large]),
            ratio("  against 5 KB", times[large], times[small], 1.6),
            *_keys(large),
        ]


def _first_frame(path: Path) -> float:
    with Reader([path]) as terminal:
        chunks = terminal.until(FRAME, 30)
    (time,), _ = first_shown(chunks, useful([path]))
    return time


def _keys(path: Path) -> list[Figure]:
    """Processor time for a key tells nothing while the analysis runs, so it is left out there."""
    with Reader([path]) as terminal:
        chunks = terminal.until(FRAME, 30)
        (begin,), screen = first_shown(chunks, useful([path]))
        pressed(terminal, screen, "", "j")
        found = pressed(terminal, screen, "while it is analysed: sentence", "j" * 20, 10)[:2]
        found += pressed(terminal, screen, "while it is analysed: page", "f" * 8 + "b" * 4, 15)[:2]
        still = not finished(screen.lines)
        try:
            chunks = terminal.until(READ, LONGEST) if still else []
        except TimeoutError:
            return [*found, Figure("analysis not finished after", (LONGEST,), "s"), _memory(terminal)]
        end = chunks[-1][0] if chunks else begin
        for _, data in (*chunks, *terminal.until_quiet(0.3)):
            screen.feed(data)
        found.append(Figure("command → analysis shown", (end,), "s", LONGEST))
        found += pressed(terminal, screen, "afterwards: sentence", "j" * 20, 10)
        found += pressed(terminal, screen, "afterwards: page", "f" * 12 + "b" * 8, 15)
        return [*found, _memory(terminal)]


def _memory(terminal: Terminal) -> Figure:
    return Figure("peak memory", (terminal.peak_memory() / 1e6,), "MB")

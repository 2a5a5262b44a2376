"""From a key to the screen that stands again, three sources side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import texts
from tests.benchmarks.figures import Figure
from tests.benchmarks.reader import READ, SAMPLES, Reader, finished, pressed
from tests.benchmarks.screen import first_shown

TITLE = "Keys: three sources, 240×60, the screen stands"
SENTENCES = 400
SENTENCE, PAGE = 10.0, 15.0


def measure() -> list[Figure]:
    """Three of the samples, and three long articles that tell one made-up story."""
    with TemporaryDirectory() as folder:
        story = texts.sentences(SENTENCES, seed=1)
        long = [Path(folder, f"{number}.txt") for number in range(3)]
        for number, path in enumerate(long):
            path.write_text(texts.article(texts.retold(story, seed=number)))
        size = long[0].stat().st_size // 1000
        return _keys("samples", SAMPLES[:3]) + _keys(f"{size} KB each", long)


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

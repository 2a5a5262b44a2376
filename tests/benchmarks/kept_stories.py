"""The screen of kept stories with 500 of them, against the first frame of the five samples, in turn."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from seedreader.article import Article
from seedreader.notebook import Notebook
from seedreader.notebook.story_model import SightedArticle
from seedreader.shelf import sightings
from tests.benchmarks.figures import Figure, milliseconds, ratio
from tests.benchmarks.reader import FRAME, SAMPLES, environment, useful
from tests.benchmarks.screen import first_shown
from tests.benchmarks.terminal import Terminal

TITLE = "Kept stories: the first frame of the list, 500 stories of 5 sources, 240×60"
ROUNDS = 7
STORIES, SOURCES = 500, 5
_LISTED = re.compile(rb"Story 001")
"""A row of the list."""
COMMAND = [sys.executable, "-c", "import sys; from seedreader.cli import main; sys.exit(main())"]


def measure() -> list[Figure]:
    """Both in turn; the first round only warms the caches."""
    with TemporaryDirectory(prefix="seedreader-bench-") as folder:
        fill(Path(folder))
        rounds = [(_samples(folder), _kept(folder)) for _ in range(ROUNDS + 1)][1:]
    samples, kept = zip(*rounds, strict=True)
    (sample_times, sample_cpu), (times, cpu) = (zip(*of, strict=True) for of in (samples, kept))
    return [
        milliseconds("five samples: first useful frame", sample_times),
        milliseconds("500 kept stories: listed", times),
        ratio("  against the samples", times, sample_times, 1.2),
        milliseconds("processor time, five samples", sample_cpu),
        milliseconds("processor time, 500 kept stories", cpu),
        ratio("  against the samples", cpu, sample_cpu, 1.2),
    ]


def fill(folder: Path) -> None:
    """A notebook with that many stories, each of files of its own."""
    notebook = Notebook(folder / "notebook.sqlite")
    for story in range(STORIES):
        articles = []
        for number in range(SOURCES):
            path = folder / f"texts {story // 50}" / f"{story} {number}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"Story {story} as paper {number} tells it. The pier costs {story} million.\n")
            articles.append(
                Article(path.read_text(), path.stem, str(path), f"Pier {story}", f"Paper {number}")
            )
        sighted = [SightedArticle(each, sightings.of_file(Path(str(each.path)))) for each in articles]
        notebook.shelf.keep(f"Story {story:03}", sighted)


def _samples(data: str) -> tuple[float, float]:
    shown = useful(SAMPLES)
    with Terminal([*COMMAND, *map(str, SAMPLES)], environment(data)) as terminal:
        chunks = terminal.until(FRAME, 30)
        cpu = terminal.cpu()
    (frame,), _ = first_shown(chunks, shown)
    return frame, cpu


def _kept(data: str) -> tuple[float, float]:
    with Terminal([*COMMAND, "open"], environment(data)) as terminal:
        chunks = terminal.until(_LISTED, 30)
        cpu = terminal.cpu()
    (frame,), _ = first_shown(chunks, lambda lines: any("Story 001" in line for line in lines))
    return frame, cpu

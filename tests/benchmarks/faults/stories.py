"""Kept stories: kill -9 at random moments while they are made, changed and opened, and going on with them."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from seedreader.article import Article
from seedreader.ingest.load_files import load
from seedreader.notebook import Notebook
from seedreader.notebook.story_model import KeptSource
from seedreader.shelf import keeping
from seedreader.shelf.opening import opened
from tests.benchmarks.faults.children import Child, Say
from tests.benchmarks.faults.outcome import Outcome, save
from tests.benchmarks.faults.scenes import quiet


def run(folder: Path, quick: bool) -> Iterator[Outcome]:
    """Of what was acknowledged nothing may be missing: stories, sources and their texts, marks, and notes."""
    chance = random.Random(9)
    outcome = Outcome("kill -9 while stories are kept, changed and opened")
    path, acknowledged = folder / "notebook.sqlite", set[str]()
    for number in range(20 if quick else 100):
        said = _killed(path, folder, number, chance.random() * 0.12)
        acknowledged |= said
        notes = {each.removeprefix("note ") for each in acknowledged if each.startswith("note ")}
        outcome.look(path, notes, f"kill {number}")
        _look(outcome, quiet(path), acknowledged, f"kill {number}")
    yield outcome


def _killed(path: Path, folder: Path, number: int, seconds: float) -> set[str]:
    def work(say: Say) -> None:
        notebook = quiet(path)
        for step in range(1_000):
            name = f"story {number}.{step}"
            texts = folder / name
            texts.mkdir()
            for each in ("one", "two"):
                (texts / f"{each}.txt").write_text(f"The {each} of {name} tells of the pier.\n")
            keeping.keep(notebook, name, load([texts]).articles, [str(texts)])
            say(f"kept {name}")
            (texts / "one.txt").rename(texts / "moved.txt")
            story = next(each for each in notebook.shelf.stories() if each.name == name)
            notebook.shelf.see(story, opened(story, notebook).seen)
            say(f"moved {name}")
            notebook.shelf.mark_read({source.version for source in story.sources})
            say(f"read {name}")
            keeping.add(
                notebook, story, [Article(f"The three of {name}.", "three", str(texts / "three.txt"))]
            )
            say(f"grown {name}")
            say(f"note {save(notebook, name)}")

    child = Child(work)
    child.go()
    time.sleep(seconds)
    child.kill()
    return set(child.end().lines)


def _look(outcome: Outcome, notebook: Notebook, acknowledged: set[str], where: str) -> None:
    """Count what is missing of the stories, and open the last of them."""
    stories = {story.name: story for story in notebook.shelf.stories()}
    missing = []
    for each in acknowledged:
        what, _, name = each.partition(" ")
        story = stories.get(name)
        if what == "note":
            continue
        if story is None:
            missing.append(each)
            continue
        paths = {Path(source.path).name for source in story.sources}
        is_there = {
            "kept": len(story.sources) >= 2 and all(map(notebook.shelf.text, _versions(story.sources))),
            "moved": "moved.txt" in paths,
            "read": all(source.version in story.read for source in story.sources[:2]),
            "grown": len(story.sources) == 3,
        }
        if not is_there[what]:
            missing.append(each)
    outcome.lost += len(missing)
    if missing:
        outcome.problems.append(f"{where}: lost {missing[:3]}")
    if stories:
        found = opened(stories[max(stories)], notebook)
        if len(found.articles) < 2:
            outcome.problems.append(f"{where}: a story opens with {len(found.articles)} of its sources")


def _versions(sources: Sequence[KeptSource]) -> list[str]:
    return [source.version for source in sources]

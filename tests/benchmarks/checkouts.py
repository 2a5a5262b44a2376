"""The analysis of this checkout against an older one, in turn on one machine, in CPU time."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.figures import Figure, milliseconds, ratio

TITLE = "This checkout against an older one: CPU time, in turn"
OLDER = os.environ.get("SEEDREADER_OLDER", "356807f")
"""The commit that is measured beside this one."""

ROUNDS = 7
MOST = 1.1
HOME = Path(__file__).resolve().parents[2]
STORIES = HOME / "tests/benchmarks/truth/stories"

MEASURE = """
import sys
from pathlib import Path
from time import process_time
from seedreader.ingest.load_files import load
from seedreader.story import Story

def spent(paths):
    begin = process_time()
    story = Story(load([Path(path) for path in paths]).articles)
    story.links, story.origins
    return process_time() - begin

paths = sys.argv[1:]
spent(paths)
print(min(spent(paths) for _ in range(3)))
"""
"""What either checkout runs: all that is analysed of some articles, warm, the best of three."""


def measure() -> list[Figure]:
    """The CPU time of both checkouts for the five samples and for ten articles of 320 sentences in all."""
    samples = sorted((HOME / "seeds").glob("*.txt"))
    ten = [
        path for name in ("ferry", "takeover", "cablecar") for path in sorted((STORIES / name).glob("*.txt"))
    ]
    figures = []
    with older_checkout(OLDER) as older:
        for label, paths in (("five samples", samples), ("ten articles", ten[:10])):
            now, then = [], []
            for _ in range(ROUNDS):
                then.append(_spent(older, paths))
                now.append(_spent(HOME, paths))
            figures += [
                milliseconds(f"{label}, {OLDER}", then),
                milliseconds(f"{label}, this checkout", now),
                ratio(f"{label}, this checkout to {OLDER}", now, then, MOST),
            ]
    return figures


@contextmanager
def older_checkout(commit: str) -> Iterator[Path]:
    """The folder of a checkout of a commit, there for the ``with`` block."""
    with tempfile.TemporaryDirectory() as folder:
        older = Path(folder) / "older"
        git = ["git", "-C", str(HOME), "worktree"]
        subprocess.run([*git, "add", "--quiet", "--detach", str(older), commit], check=True)
        try:
            yield older
        finally:
            subprocess.run([*git, "remove", "--force", str(older)], check=True)


def _spent(checkout: Path, paths: list[Path]) -> float:
    command = [sys.executable, "-c", MEASURE, *map(str, paths)]
    environment = {**os.environ, "PYTHONPATH": str(checkout / "src")}
    done = subprocess.run(command, env=environment, cwd=checkout, capture_output=True, text=True, check=True)
    return float(done.stdout)

"""The notebook: how long a save takes until it is on disk, and how long reading does."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from seedreader.article import Article
from seedreader.notebook import Notebook, version_of
from tests.benchmarks import texts
from tests.benchmarks.figures import Figure, milliseconds, timed

TITLE = "Notebook: one article of 5 KB with 200 notes"
NOTES, ROUNDS = 200, 30


def measure() -> list[Figure]:
    """Saves one after the other, then readings of all of them."""
    text = texts.article(texts.sentences(50, seed=3))
    versions = (version_of(text),)
    with TemporaryDirectory() as folder:
        notebook = Notebook(Path(folder, "notebook.sqlite"))

        def save(number: int) -> object:
            return notebook.add(
                Article(text, "made up", None), [(number, number + 40)], "note", f"note {number}"
            )

        first = timed(partial(save, 0))
        saved = [timed(partial(save, number)) for number in range(1, NOTES)]
        undone = [timed(lambda: notebook.undo(versions)) for _ in range(ROUNDS)]
        redone = [timed(lambda: notebook.redo(versions)) for _ in range(ROUNDS)]
        read = [timed(lambda: notebook.annotations(*versions)) for _ in range(ROUNDS)]
    return [
        milliseconds("the first save, which makes the file", [first]),
        milliseconds("save a note", saved),
        milliseconds("undo", undone),
        milliseconds("redo", redone),
        milliseconds("read the notes of the article", read),
    ]

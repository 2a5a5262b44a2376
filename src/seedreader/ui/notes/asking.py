"""The palette's commands that take notes out to files and in from them: each asks for the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from seedreader.notebook.exchange import FORMATS
from seedreader.ui.notes import travel
from seedreader.ui.screens.annotating import AnnotatingScreen


class Question(NamedTuple):
    """A command of the palette: what it is called, what it is for, and what asks for the file."""

    title: str
    help: str
    ask: Callable[[], None]


def questions(screen: AnnotatingScreen[Any]) -> Iterator[Question]:
    """The commands for a screen, which shows the field for the file's name."""
    for name, form in FORMATS.items():
        yield Question(f"Export notes as {name}", form.description, partial(ask_export, screen, name))
    codebook = partial(ask_export_codebook, screen)
    yield Question("Export the codebook", "what the tags mean, as CSV", codebook)
    described = "native JSON, W3C JSON-LD, Hypothesis JSON, another notebook, or a codebook (CSV)"
    yield Question("Import notes from a file", described, partial(ask_import, screen))


def ask_export(screen: AnnotatingScreen[Any], format: str) -> None:
    """Ask for a file and write the story's notes to it."""
    story_notebook = screen.app.story_notebook

    def export(file: str) -> str:
        return travel.export(story_notebook.notebook, story_notebook.resolver.versions, format, file)

    heading = f"export the notes of this story as {format} to which file?"
    screen.ask(heading, travel.suggested(screen.app.story_name, format), export)


def ask_export_codebook(screen: AnnotatingScreen[Any]) -> None:
    """Ask for a file and write the codebook to it."""
    export = partial(travel.export_codebook, screen.app.story_notebook.notebook)
    screen.ask("export the codebook to which file?", travel.suggested_codebook(), export)


def ask_import(screen: AnnotatingScreen[Any]) -> None:
    """Ask for a file and take in what it holds."""
    app = screen.app

    def bring(file: str) -> str:
        said = travel.bring(app.story_notebook.notebook, file, app.articles)
        app.story_notebook.resolver.renew()
        return said

    screen.ask("import notes from which file? (a relative name is from here)", "", bring)

"""The palette's commands that take notes out to files and in from them: each asks for the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.writing import Writing


class PaletteQuestion(NamedTuple):
    """A command of the palette: what it is called, what it is for, and what asks for the file."""

    title: str
    help: str
    ask: Callable[[], None]


class Exporting:
    """Exports and imports; ``writing`` has the field for the file's name."""

    def __init__(self, context: PartContext, writing: Writing, story_name: str) -> None:
        self._context, self._writing, self._story_name = context, writing, story_name

    def commands(self) -> Mapping[str, Handler]:
        return {}

    def questions(self) -> Iterator[PaletteQuestion]:
        """What the palette offers besides the commands of the table."""
        # the formats are imported when the palette opens
        from seedreader.notebook.exchange import FORMATS

        for name, form in FORMATS.items():
            yield PaletteQuestion(f"Export notes as {name}", form.description, partial(self.ask_export, name))
        yield PaletteQuestion("Export the codebook", "what the tags mean, as CSV", self.ask_export_codebook)
        described = "native JSON, W3C JSON-LD, Hypothesis JSON, another notebook, or a codebook (CSV)"
        yield PaletteQuestion("Import notes from a file", described, self.ask_import)

    def ask_export(self, format: str) -> None:
        """Ask for a file and write the story's notes to it."""
        from seedreader.ui.parts import transfer

        notebook = self._context.notebook

        def export(file: str) -> str:
            return transfer.export(
                notebook.notebook, notebook.resolver.versions, notebook.resolver.articles, format, file
            )

        heading = f"export the notes of this story as {format} to which file?"
        self._writing.ask(heading, transfer.suggested(self._story_name, format), export)

    def ask_export_codebook(self) -> None:
        """Ask for a file and write the codebook to it."""
        from seedreader.ui.parts import transfer

        export = partial(transfer.export_codebook, self._context.notebook.notebook)
        self._writing.ask("export the codebook to which file?", transfer.suggested_codebook(), export)

    def ask_import(self) -> None:
        """Ask for a file and take in what it holds."""
        from seedreader.ui.parts import transfer

        notebook = self._context.notebook
        articles = [source.article for source in self._context.session.sources]

        def bring(file: str) -> str:
            said = transfer.bring(notebook.notebook, file, articles)
            notebook.resolver.renew()
            return said

        self._writing.ask("import notes from which file? (a relative name is from here)", "", bring)

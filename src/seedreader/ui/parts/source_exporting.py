"""The palette's commands that write the sources as a bibliography: each asks for the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from seedreader.article import Article
from seedreader.ui.parts.exporting import PaletteQuestion
from seedreader.ui.parts.part import Handler
from seedreader.ui.parts.writing import Writing

_CALLED = {"plain": "plain text", "bibtex": "BibTeX", "csl": "CSL-JSON"}


class SourceExporting:
    """Exports the ``articles`` as they are then; ``writing`` has the field for the file's name."""

    def __init__(self, writing: Writing, articles: Callable[[], Sequence[Article]]) -> None:
        self._writing, self._articles = writing, articles

    def commands(self) -> Mapping[str, Handler]:
        return {}

    def questions(self) -> Iterator[PaletteQuestion]:
        """What the palette offers besides the commands of the table."""
        # what cites is imported when the palette opens
        from seedreader.report.references import FORMATS

        for name, form in FORMATS.items():
            ask = partial(self._ask, name, form.suffix)
            yield PaletteQuestion(f"Export sources as {_CALLED[name]}", form.description, ask)

    def _ask(self, name: str, suffix: str) -> None:
        heading = f"export the sources as {_CALLED[name]} to which file?"
        self._writing.ask(heading, str(Path.cwd() / f"sources{suffix}"), partial(self._export, name))

    def _export(self, name: str, file: str) -> str:
        """Write the sources to a new file; says what was written. Raises NotebookError."""
        from seedreader.notebook.exchange.exchange_files import write_private
        from seedreader.report.references import FORMATS
        from seedreader.text.plurals import count

        write_private(Path(file).expanduser(), FORMATS[name].write(self._articles()).encode())
        return f"{count(len(self._articles()), 'source')} written to {file}."

"""The palette's commands that write a report on the story: each asks for the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from seedreader.ui.parts.exporting import PaletteQuestion
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.writing import Writing


class ReportExporting:
    """Writes reports; ``writing`` has the field for the file's name.

    ``story_name`` is what the story is called now, ``is_kept`` whether the reader named it.
    """

    def __init__(
        self,
        context: PartContext,
        writing: Writing,
        story_name: Callable[[], str],
        is_kept: Callable[[], bool],
    ) -> None:
        self._context, self._writing = context, writing
        self._story_name, self._is_kept = story_name, is_kept

    def commands(self) -> Mapping[str, Handler]:
        return {}

    def questions(self) -> Iterator[PaletteQuestion]:
        """What the palette offers besides the commands of the table."""
        # the formats are imported when the palette opens
        from seedreader.report.formats import FORMATS

        for name, form in FORMATS.items():
            yield PaletteQuestion(f"Report as {form.called}", form.description, partial(self._ask, name))

    def _ask(self, format: str) -> None:
        from seedreader.report.formats import FORMATS

        form = FORMATS[format]
        words = "".join(c if c.isalnum() else " " for c in self._story_name()).split()
        suggested = Path.cwd() / f"{'-'.join(words) or 'story'}-report{form.suffix}"
        heading = f"write a report on this story as {form.called} to which file?"
        self._writing.ask(heading, str(suggested), partial(self._write, format))

    def _write(self, format: str, file: str) -> str:
        """Write the report to a new file; says what was written. Raises NotebookError."""
        from seedreader.notebook import NotebookError
        from seedreader.notebook.exchange.exchange_files import write_private
        from seedreader.report.content import make_report
        from seedreader.report.formats import FORMATS, write

        session, notebook = self._context.session, self._context.notebook
        if session.story is None:
            raise NotebookError(
                session.failure or "The story is still being compared: try again in a moment."
            )
        report = make_report(
            [session.story],
            date.today(),
            notebook.articles,
            notebook.resolver.read() if notebook.begun else (),
            author=self._context.settings.author or "",
            names=(self._story_name(),) if self._is_kept() else (),
        )
        write_private(Path(file).expanduser(), write(report, format).encode("utf-8", "replace"))
        return f"Report written to {file} as {FORMATS[format].called}."

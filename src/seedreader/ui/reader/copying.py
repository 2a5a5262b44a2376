"""Taking passages out: as text or as a citation to the clipboard, and citations to a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from seedreader.session import Place
from seedreader.ui.reader.selecting import SelectingScreen
from seedreader.ui.screens import copied

SUGGESTED = "citations.txt"
"""The file to which citations are added, in the current folder, unless another is named."""


class CopyingScreen(SelectingScreen):
    """Copies the session's passage: the selection, or else what is under the cursor."""

    _file = ""

    def action_copy(self) -> None:
        """Copy the passage as it stands."""
        from seedreader.report import citation

        _, start, end = place = self.session.passage
        self._copy(citation.plain(self._article(place).text[start:end]))

    def action_copy_citation(self) -> None:
        """Copy the passage with its outlet and date."""
        place = self.session.passage
        self._copy(self._citation(place) if place.start < place.end else "")

    def action_write_citation(self) -> None:
        """Add the citation, with title and path, to a file that is asked for."""
        place = self.session.passage
        if place.start == place.end:
            self.say("There is no passage here to cite.")
            return
        line = self._citation(place, full=True)
        file = self._file or str(Path.cwd() / SUGGESTED)
        self.ask("add the citation to which file?", file, lambda file: self._add(line, file))

    def _copy(self, text: str) -> None:
        """Copy in a worker, for a program may take its time; a selection has served its purpose."""
        if self.selecting:
            self.action_leave_selection()
        self.run_alone(partial(copied.copy, self, text), "copy")

    def _citation(self, place: Place, full: bool = False) -> str:
        from seedreader.report import citation

        sentences = self.session.sources[place.source].sentences
        return citation.citation(self._article(place), place.start, place.end, sentences, full)

    def _add(self, line: str, file: str) -> str:
        """Add a line to a file; says what was done. Raises NotebookError."""
        from seedreader.notebook import NotebookError
        from seedreader.report import citation

        try:
            made = citation.append(Path(file).expanduser(), line)
        except OSError as error:
            raise NotebookError(str(error)) from error
        self._file = file
        return f"Citation written to {file}{' (new file)' if made else ''}."

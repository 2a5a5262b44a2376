"""Taking passages out: as text, as a citation, and as citations added to a file.

What cites is imported when something is taken out: few readings need it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from seedreader.session import Session
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.writing import Writing

SUGGESTED = "citations.txt"
"""The file to which citations are added, in the current folder, unless another is named."""


def passage_text(session: Session) -> str:
    """The session's passage as it stands, without control characters."""
    # imported when something is cited
    from seedreader.report import citation

    source, start, end = session.passage
    return citation.plain(session.sources[source].article.text[start:end])


def passage_citation(session: Session, full: bool = False) -> str:
    """The session's passage with its outlet and date, if ``full`` with title and path; empty without one."""
    from seedreader.report import citation

    place = session.passage
    if place.start == place.end:
        return ""
    source = session.sources[place.source]
    return citation.citation(source.article, place.start, place.end, source.sentences, full)


class CitationFile:
    """Adds citations of the session's passage to a file that it asks for."""

    def __init__(self, context: PartContext, writing: Writing) -> None:
        self._context, self._writing = context, writing
        self._file = ""
        """To which the last citation was added."""

    def commands(self) -> Mapping[str, Handler]:
        return {"write_citation": self._write}

    def _write(self) -> None:
        line = passage_citation(self._context.session, full=True)
        if not line:
            self._context.say("There is no passage here to cite.")
            return
        file = self._file or str(Path.cwd() / SUGGESTED)
        self._writing.ask("add the citation to which file?", file, partial(self._add, line))

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

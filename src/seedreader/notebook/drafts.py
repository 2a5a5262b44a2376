"""What is being written, kept on disk at every key, so that no crash, hang-up or kill takes it away."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from seedreader.notebook.values import NotebookError

_SUFFIX = ".draft.json"


@dataclass(frozen=True, slots=True)
class Draft:
    """A note or tag that was not saved: on ``[start, end)`` of a version of an article, with its quote.

    ``annotation`` is the id of the one being edited, empty for a new one. ``name`` is what the reader calls
    the article.
    """

    kind: str
    version: str
    start: int
    end: int
    quote: str
    name: str
    annotation: str = ""
    body: str = ""

    @property
    def key(self) -> str:
        """What it is for: the same for every state of one draft."""
        purpose = [self.annotation] if self.annotation else [self.kind, self.version, self.start, self.end]
        return hashlib.sha256(json.dumps(purpose).encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Drafts:
    """The drafts in ``folder``, a file for each; the folder comes into being with the first.

    A draft is handed to the operating system at each call and so outlives the program; it is not forced to
    disk, which would be felt while typing. Calls raise `NotebookError` where the folder can't be used.
    """

    folder: Path

    def keep(self, draft: Draft) -> None:
        """Write a draft in place of its earlier state."""
        stored = json.dumps(asdict(draft)).encode()
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            new = self.folder / f"{draft.key}.{os.getpid()}.new"
            with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(stored)
            new.replace(self._path(draft))
        except OSError as error:
            why = error.strerror or error
            raise NotebookError(
                f"The draft can't be kept in {self.folder} ({why}): save the note."
            ) from error

    def drop(self, draft: Draft) -> None:
        """Forget a draft, if there is one."""
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            self._path(draft).unlink()

    def find(self, draft: Draft) -> Draft | None:
        """The draft as it was left, if there is one; also where an editor of the reader's was killed."""
        left = self._text(draft)
        if left.is_file():
            return self.take(draft)
        return _read(self._path(draft))

    def every(self) -> tuple[Draft, ...]:
        """All drafts, the one written last first."""
        if not self.folder.is_dir():
            return ()
        paths = sorted(self.folder.glob(f"*{_SUFFIX}"), key=_changed, reverse=True)
        return tuple(draft for draft in map(_read, paths) if draft is not None)

    def file(self, draft: Draft) -> Path:
        """Where an editor of the reader's may write the draft's text; `take` reads it back."""
        path = self._text(draft)
        self.keep(draft)
        path.write_bytes(draft.body.encode("utf-8", "replace"))
        path.chmod(0o600)
        return path

    def take(self, draft: Draft) -> Draft:
        """The draft with what was written into its `file`, which is removed once that is kept."""
        path = self._text(draft)
        taken = replace(draft, body=path.read_text("utf-8", "replace"))
        self.keep(taken)
        path.unlink()
        return taken

    def _text(self, draft: Draft) -> Path:
        return self.folder / f"{draft.key}.md"

    def _path(self, draft: Draft) -> Path:
        return self.folder / f"{draft.key}{_SUFFIX}"


def _read(path: Path) -> Draft | None:
    """A draft file's draft; None where there is none or it was torn by a power cut."""
    try:
        return Draft(**json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0

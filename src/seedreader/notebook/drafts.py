"""What is being written, kept on disk at every key, so that no crash, hang-up or kill takes it away."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from seedreader.notebook.annotation_model import NotebookError
from seedreader.text.atomic_write import write_atomically

_SUFFIX = ".draft.json"
_TEXT = ".md"
_UNTOLD = "0"
"""Stands for a process's start where the system doesn't tell it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A note or tag that was not saved: on ``[start, end)`` of a version of an article, with its quote.

    ``annotation`` is the id of the one being edited, empty for a new one, and ``opened`` the body that it had
    when writing began (empty where that is not known). ``name`` is what the reader calls the article.
    ``visitor`` is whose it is, as in `Drafts`; None: of whoever asks.
    """

    kind: str
    version: str
    start: int
    end: int
    quote: str
    name: str
    annotation: str = ""
    body: str = ""
    opened: str = ""
    visitor: str | None = field(default=None, compare=False)

    @property
    def key(self) -> str:
        """What it is for: the same for every state of one draft."""
        purpose = [self.annotation] if self.annotation else [self.kind, self.version, self.start, self.end]
        return hashlib.sha256(json.dumps(purpose).encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Drafts:
    """The drafts in ``folder``; the folder comes into being with the first.

    Each running program writes files of its own, ``<key>.<process>.<its start>.draft.json``, so that two of
    them never write over each other. What another one is writing is its own while it runs; once it has ended
    its drafts are found here, and the one that is found is written on as ours.

    ``visitor`` is whom this program writes for: a tab of a browser, or "" for the terminal. One visitor's
    draft is not found for another, who would write on in it unawares: `left_by_another` tells of it, and
    `every` lists it.

    A draft is handed to the operating system at each call and so outlives the program; it is not forced to
    disk, which would be felt while typing. Calls raise `NotebookError` where the folder can't be used.
    """

    folder: Path
    visitor: str = ""

    def keep(self, draft: Draft) -> None:
        """Write a draft in place of its earlier state."""
        stored = json.dumps(asdict(replace(draft, visitor=self.visitor))).encode()
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(self._path(draft), stored)
        except OSError as error:
            why = error.strerror or error
            raise NotebookError(
                f"The draft can't be kept in {self.folder} ({why}): save the note."
            ) from error

    def drop(self, draft: Draft) -> None:
        """Forget a draft, if there is one: the one that reads like this, or else what is written here."""
        same = (path for path in self._free(draft.key) if _read(path) == draft)
        path = next(same, self._path(draft))
        for each in (path, _text_of(path)):
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                each.unlink()

    def find(self, draft: Draft, only_ours: bool = False) -> Draft | None:
        """The draft as it was left last, if there is one; also where an editor of the reader's was killed.

        It is ours from now on. One that was written here before stays, and is found once this is dropped.
        Whose it is to be ``draft`` may say, as those of `every` do; else it is this visitor's own.
        ``only_ours``: none that another program left; a page of a browser that is loaded again is no other.
        """
        whose = self.visitor if draft.visitor is None else draft.visitor
        for path in self._free(draft.key):
            if only_ours and not self._is_ours(path):
                continue
            found = _read(path, draft)
            if found is not None and found.visitor == whose:
                # Where it can't be made ours nothing is lost, and the first key says why.
                with contextlib.suppress(NotebookError, OSError):
                    self._take_over(path, found)
                return found
        return None

    def left(self, draft: Draft) -> Draft | None:
        """The draft that this visitor left last for the same in another program; it stays that one's."""
        others = (path for path in self._free(draft.key) if not self._is_ours(path))
        found = (_read(path, draft) for path in others)
        return next((each for each in found if each is not None and each.visitor == self.visitor), None)

    def left_by_another(self, draft: Draft) -> bool:
        """Whether another visitor left a draft for the same purpose."""
        left = (_read(path, draft) for path in self._free(draft.key))
        return any(each is not None and each.visitor != self.visitor for each in left)

    def every(self) -> tuple[Draft, ...]:
        """The drafts that no other running program writes, the last of each visitor for each key.

        The one left last comes first.
        """
        last: dict[tuple[str, str | None], Draft] = {}
        for path in self._free():
            if (draft := _read(path)) is not None:
                last.setdefault((_parts(path)[0], draft.visitor), draft)
        return tuple(last.values())

    def file(self, draft: Draft) -> Path:
        """Where an editor of the reader's may write the draft's text; `take` reads it back."""
        path = _text_of(self._path(draft))
        self.keep(draft)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(draft.body.encode("utf-8", "replace"))
        return path

    def take(self, draft: Draft) -> Draft:
        """The draft with what was written into its `file`, which is removed once that is kept.

        An editor that failed may have left an empty text, which counts as none, here as when it was killed.
        """
        path = _text_of(self._path(draft))
        written = path.read_text("utf-8", "replace")
        taken = replace(draft, body=written) if written.strip() else draft
        self.keep(taken)
        path.unlink()
        return taken

    def _take_over(self, path: Path, found: Draft) -> None:
        """Go on with a draft as ours; what ours held till now is set aside."""
        ours = self._path(found)
        if path != ours and ours.exists():
            aside = ours.with_name(f"{found.key}.aside-{_changed(ours)}{_SUFFIX}")
            if _text_of(ours).exists():
                _text_of(ours).replace(_text_of(aside))
            ours.replace(aside)
        text = _text_of(path)
        written = text.exists()
        if path != ours or written or found.visitor != self.visitor:
            self.keep(found)
        if written:
            text.unlink()
        if path != ours:
            path.unlink(missing_ok=True)

    def _free(self, key: str = "*") -> list[Path]:
        """The files of drafts that no other running program writes, the one changed last first."""
        if not self.folder.is_dir():
            return []
        texts = self.folder.glob(f"{key}.*{_TEXT[1:]}")
        paths = {path.with_name(path.name.removesuffix(_TEXT) + _SUFFIX) for path in texts}
        paths.update(self.folder.glob(f"{key}.*{_SUFFIX[1:]}"))
        return sorted(
            filter(_is_free, paths), key=lambda path: (_changed(path), _is_ours(path)), reverse=True
        )

    def _is_ours(self, path: Path) -> bool:
        """Whether this program wrote a draft, or the page of a browser that it shows, loaded before."""
        return bool(self.visitor) or _is_ours(path)

    def _path(self, draft: Draft) -> Path:
        return self.folder / f"{draft.key}.{_process()}{_SUFFIX}"


def _text_of(path: Path) -> Path:
    """Where an editor of the reader's writes the text of the draft in the file ``path``."""
    return path.with_name(path.name.removesuffix(_SUFFIX) + _TEXT)


def _read(path: Path, purpose: Draft | None = None) -> Draft | None:
    """The draft in a file, with what an editor of the reader's left; None where there is none.

    One that was torn by a power cut is none, unless its ``purpose`` is known and the editor's text is there.
    An editor that was killed while it wrote may have left an empty text, which counts as none.
    """
    kept: Draft | None = None
    with contextlib.suppress(OSError, ValueError, TypeError):
        kept = Draft(**json.loads(path.read_bytes()))
    draft, text = kept or purpose, ""
    with contextlib.suppress(OSError):
        text = _text_of(path).read_text("utf-8", "replace")
    if draft is None or not (kept or text.strip()):
        return None
    # an editor of the reader's, and a program before there were visitors, were in a terminal
    return replace(draft, body=text if text.strip() else draft.body, visitor=draft.visitor or "")


def _changed(path: Path) -> int:
    """When a draft or its editor's text was written last, in nanoseconds."""
    changed = 0
    for each in (path, _text_of(path)):
        with contextlib.suppress(OSError):
            changed = max(changed, each.stat().st_mtime_ns)
    return changed


def _parts(path: Path) -> list[str]:
    return path.name.removesuffix(_SUFFIX).split(".")


def _process() -> str:
    """Us, by a name that no other process ever has."""
    return f"{os.getpid()}.{_start(os.getpid())}"


def _is_ours(path: Path) -> bool:
    return path.name.endswith(f".{_process()}{_SUFFIX}")


def _is_free(path: Path) -> bool:
    """Whether no other running program writes this file.

    Where the start of a process isn't told, another program that got the number of one that ended hides its
    drafts until it ends too.
    """
    match _parts(path):
        case [_, process, start] if process.isascii() and process.isdecimal():
            return _is_ours(path) or not _runs(int(process), start)
    return True


def _runs(process: int, start: str) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    now = _start(process)
    return now == start or _UNTOLD in (now, start)


def _start(process: int) -> str:
    """When a process began, as Linux counts it, or `_UNTOLD`; no number for one that ended."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text("utf-8", "replace")
    except OSError:
        return _UNTOLD
    fields = stat.rpartition(")")[2].split()
    return "ended" if fields[0] in "ZX" else fields[19]

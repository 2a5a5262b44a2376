"""Passages taken out of the program: as text, and as citations that say where they are from."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Sequence
from pathlib import Path

from seedreader.article import Article, Range
from seedreader.text.format_dates import long_day

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_QUOTE = re.compile('["“”„‟«»]')
_OPENING_AFTER = "([{—–-/‘'"


def plain(text: str) -> str:
    """``text`` as it stands, without the characters that could drive a terminal or turn words round."""
    return _CONTROLS.sub("", text)


def citation(
    article: Article, start: int, end: int, sentences: Sequence[Range] = (), full: bool = False
) -> str:
    """``“quote” — outlet, date`` for a passage; what is not known is left out.

    A quote that begins or ends inside one of the ``sentences`` has an ellipsis there. ``full`` adds who
    wrote it, the title, its address, when it was read there, and where the article was read from.
    """
    before, after = _ellipses(article.text, start, end, sentences)
    return quoted(f"{before}{article.text[start:end]}{after}", source(article, full))


def source(article: Article, full: bool = False) -> str:
    """``outlet, date``, or else the article's name.

    ``full``: also author, title, address, the day on which it was got there, and the path, as far as known.
    """
    told = [article.outlet or article.name]
    if article.day:
        told.append(long_day(article.day))
    if full:
        told += [f"by {article.author}"] if article.author else []
        told += [f"“{single_quotes(article.title)}”"] if article.title else []
        told += [article.url] if article.url else []
        told += [f"accessed {long_day(article.retrieved)}"] if article.retrieved else []
        told += [article.path] if article.path else []
    return ", ".join(" ".join(plain(each).split()) for each in told)


def quoted(quote: str, where: str) -> str:
    """``“quote” — where``, in one line; without ``where`` the quote alone."""
    words = single_quotes(" ".join(plain(quote).split()))
    return f"“{words}”{f' — {where}' if where else ''}"


def single_quotes(text: str) -> str:
    """``text`` with the double quotation marks in it made single, to stand in double ones."""
    return _QUOTE.sub(lambda mark: "‘" if _opens(text, mark.start()) else "’", text)


def append(path: Path, line: str) -> bool:
    """Add a line to the end of a file, which is made for its owner alone if it is not there.

    Returns whether it was made; then it is on disk, whole. Raises OSError with a sentence for the reader.
    """
    try:
        handle, made = _opened(path)
        with os.fdopen(handle, "r+b", buffering=0) as file:
            now = os.fstat(handle)
            if not stat.S_ISREG(now.st_mode):
                raise OSError("it is not a plain file")
            broken = now.st_size > 0 and os.pread(handle, 1, now.st_size - 1) != b"\n"
            added = ("\n" * broken + line + "\n").encode()
            try:
                if file.write(added) != len(added):
                    raise OSError("no space left on device")
                os.fsync(handle)
            except OSError:
                os.ftruncate(handle, now.st_size)
                raise
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) else None
        raise OSError(f"{path}: can't be written, {(said or str(error)).lower()}.") from error
    return made


def _opened(path: Path) -> tuple[int, bool]:
    """A file opened for adding to it, and whether it was made."""
    flags = os.O_RDWR | os.O_APPEND | os.O_NONBLOCK
    try:
        return os.open(path, flags | os.O_CREAT | os.O_EXCL, 0o600), True
    except FileExistsError:
        return os.open(path, flags), False


def _ellipses(text: str, start: int, end: int, sentences: Sequence[Range]) -> tuple[str, str]:
    """What shows before and after a quote that words of the article's own sentence are left out there."""
    before = after = ""
    for first, last in sentences:
        if first < start < last and _has_words(text[first:start]):
            before = "…" if text[start - 1].isalnum() and text[start].isalnum() else "… "
        if first < end < last and _has_words(text[end:last]):
            after = "…" if text[end - 1].isalnum() and text[end].isalnum() else " …"
    return before, after


def _has_words(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _opens(text: str, at: int) -> bool:
    """Whether a quotation mark opens, by what stands around it."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in _OPENING_AFTER) and not after.isspace()

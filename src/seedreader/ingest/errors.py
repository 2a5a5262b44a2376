"""What can be wrong with an input, as values; the sentences for people are made of them here alone."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from seedreader.text.plurals import count


class Problem(NamedTuple):
    """What is wrong with an input.

    ``source`` is what was given or found (a path or an address), ``kind`` one of `WORDS`, and ``detail`` what
    is to be said besides. ``addresses`` are those that a list of them holds, to be fetched. ``lost`` is
    how many articles it cost, None where nobody can know: of a file that could not be read, of half a page.
    """

    source: str
    kind: str
    detail: str = ""
    addresses: tuple[str, ...] = ()
    lost: int | None = None


READ = "texts, web pages, PDF, EPUB, Word, mails, feeds, JSON, tables, archives"
"""What files hold that can be read, in short."""

LINK_ROUND = "is a link that leads round to itself; name the file itself"
LINK_NOWHERE = "is a link to what does not exist; look where that went, and name it"

TRUNCATED = Problem("", "truncated", "what comes before was read")
"""A file whose end is missing."""

WORDS = {
    "missing": "does not exist",
    "irregular": "is {detail}, not a file; name a file or a folder, or pipe it into `-`",
    "large": "is {detail}",
    "empty": "is empty",
    "binary": "is a binary file, not text",
    "mislabelled": "is marked as {detail}",
    "encoding": "is not UTF-8, so it was read as {detail}; check its letters",
    "extra": "needs what `pip install 'seedreader[{detail}]'` brings",
    "folder": "holds no file that can be read ({detail})",
    "unnamed": "an empty path names no file",
    "address": "is not a web address that can be fetched: {detail}",
    "unschemed": "does not exist; if it is a web address, write https://{detail}",
    "unreached": "could not be fetched: {detail}",
    "refused": "was not fetched: {detail}",
    "walled": "answers with {detail} in place of an article; save the page from a browser and open that file",
    "kept": "is the copy that was fetched {detail}; `seedreader refresh` fetches it again",
    "moved": "was not at its place any more; {detail}",
    "changed": "has other words than when it was seen last; {detail}",
    "gone": "is not at its place, nor in the folders of the story's other sources; {detail}",
    "several": "holds {detail} articles; `read_all` gives them all",
    "unreadable": "{detail}",
    "damaged": "{detail}",
    "encrypted": "is locked with a password; open it in its program and save it without one",
    "forbidden": "may not be read (permission denied); make it readable, or copy it",
    "not-text": "is {detail}",
    "attached": "has an attachment that was not read, {detail}; save it and open it",
    "lost": "{detail}",
    "left-out": "{detail}",
    "scanned": "holds pictures of pages and no text; make their text readable first (OCR, as with ocrmypdf)",
    "garbled": "has letters that its fonts do not name; copy its text from a viewer, or use OCR",
    "truncated": "ends in the middle; {detail}",
    "nothing": "holds no article: {detail}",
    "unsure": "{detail}",
    "many": "holds more than {detail}; name fewer folders or files",
    "besides": "holds {detail} besides, which are not articles",
}
"""Each kind of problem, as the rest of a sentence about the source."""

ADVICE = {
    "missing": "look for a slip in its name, or where it went",
    "empty": "get the file again",
    "binary": "name a text, a saved page, a PDF, a mail, an export",
    "mislabelled": "save it as UTF-8",
    "folder": "name another folder, or files by themselves",
    "unnamed": "name a file or a folder",
    "address": "write it as a browser shows it, with https://",
    "unreached": "try again later, or save the page from a browser and open that file",
    "refused": "save the page from a browser and open that file",
    "unreadable": "open it in the program that made it, and save it anew",
    "damaged": "get the file again, or save it anew in the program that made it",
    "not-text": "save its text, or name another file",
    "lost": "look for it in the file itself, or export it again by itself",
    "left-out": "name them by themselves, if they hold articles",
    "nothing": "name a file that holds articles",
    "unsure": "look at the source itself where it matters",
    "besides": "nothing needs to be done",
}
"""What can be done about each kind of problem whose words don't say it."""

_READ = frozenset(
    {"attached", "encoding", "unsure", "besides", "kept", "left-out", "moved", "changed", "gone"}
)
_PARTS = frozenset({"lost", "truncated", "many"})


def is_loss(problem: Problem) -> bool:
    """Whether something could not be read, rather than read with a doubt."""
    return problem.kind not in _READ


def sentence(problem: Problem) -> str:
    """A problem as one sentence for people: what, where and what to do."""
    return f"{problem.source}: {_words(problem)}."


NOTHING_LOST = "nothing lost"


class Told(NamedTuple):
    """A problem in its parts, for a list: where it is, what is wrong, what to do, and what it cost."""

    where: str
    what: str
    advice: str
    cost: str


def told(problem: Problem) -> Told:
    """A problem in its parts. What stands behind a semicolon of its words is what to do."""
    what, _, advice = _words(problem).partition("; ")
    return Told(problem.source, what, advice or ADVICE.get(problem.kind, ""), _cost(problem))


def summary(problems: Sequence[Problem]) -> str:
    """How many problems there are, and what they cost: "3 problems in opening: 2 articles lost"."""
    articles = sum(problem.lost or 0 for problem in problems)
    uncounted = [_is_whole(problem) for problem in problems if is_loss(problem) and problem.lost is None]
    costs = (
        f"{count(articles, 'article')} lost" if articles else "",
        f"{count(sum(uncounted), 'file')} not read" if any(uncounted) else "",
        f"{count(uncounted.count(False), 'file')} read in part" if not all(uncounted) else "",
    )
    cost = ", ".join(filter(None, costs)) or NOTHING_LOST
    return f"{count(len(problems), 'problem')} in opening: {cost}"


def sentences(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Problems for people, what could not be read first."""
    return tuple(map(sentence, sorted(problems, key=is_loss, reverse=True)))


def _cost(problem: Problem) -> str:
    if problem.lost is not None:
        return f"{count(problem.lost, 'article')} lost"
    if not is_loss(problem):
        return NOTHING_LOST
    return "not read" if _is_whole(problem) else "part lost"


def _is_whole(problem: Problem) -> bool:
    """Whether nothing of the input was read, rather than something in it."""
    return problem.kind not in _PARTS


def _words(problem: Problem) -> str:
    return WORDS[problem.kind].format(detail=problem.detail)


class IngestError(ValueError):
    """One input could not be read; the message is one sentence, ``problem`` the value that it is made of."""

    def __init__(self, kind: str, detail: str = "", source: str = "") -> None:
        self.problem = Problem(source, kind, detail)
        super().__init__(sentence(self.problem) if source else _words(self.problem))


def problem_of(source: str, error: IngestError | OSError) -> Problem:
    """What went wrong with an input, as a value."""
    if isinstance(error, IngestError):
        return error.problem._replace(source=source)
    if isinstance(error, PermissionError):
        return Problem(source, "forbidden")
    if error.errno == errno.ELOOP:
        return Problem(source, "unreadable", LINK_ROUND)
    return Problem(source, "unreadable", (error.strerror or str(error)).lower())

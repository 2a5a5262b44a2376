"""Reading what changed on disk or was fetched again while it was open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from seedreader.article import Article
from seedreader.ingest import load_files
from seedreader.ingest.load_files import LoadResult
from seedreader.notebook import Notebook
from seedreader.text.web_address import is_address
from seedreader.web import page


def read_again(
    changed: Iterable[str], folders: Sequence[str], notebook: Callable[[], Notebook]
) -> dict[str, LoadResult]:
    """What is at paths now, and what addresses gave last; ``folders`` may say more of the files in them."""
    found: dict[str, LoadResult] = {}
    for path in changed:
        if is_address(path):
            pages = notebook().fetched(path)
            found[path] = page.read(pages[0], path) if pages else LoadResult(())
            continue
        given = next((folder for folder in folders if Path(path).is_relative_to(folder)), path)
        read = [result for result, _, _ in load_files.load_named([(given, Path(path))])]
        found[path] = read[0] if read else LoadResult(())
    return found


class NewestPages:
    """Tells when an address was fetched again; looks into the notebook only when its file changed."""

    def __init__(self, notebook_file: Path, notebook: Callable[[], Notebook]) -> None:
        self._file, self._notebook = notebook_file, notebook
        self._newest: dict[str, tuple[int, str]] = {}
        """When the notebook's file was written when it was asked, and when the page was fetched."""

    def __call__(self, address: str) -> tuple[str, Sequence[Article]] | None:
        """When the newest copy was fetched, and its articles; None where it is the one known already."""
        try:
            written = self._file.stat().st_mtime_ns
        except OSError:
            return None
        known = self._newest.get(address)
        if known is not None and known[0] == written:
            return None
        pages = self._notebook().fetched(address)
        at = pages[0].at if pages else ""
        self._newest[address] = written, at
        if known is None or known[1] == at or not pages:
            return None
        return at, page.read(pages[0], address).articles

"""Notes out to a file and in from one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from seedreader.article import Article
from seedreader.notebook import Notebook, exchange
from seedreader.notebook.exchange.exchange_files import content, of_notebook, write_private
from seedreader.notebook.exchange.write_export import Export, write_codebook, write_export
from seedreader.text.clock import utc_now

_SQLITE = b"SQLite format 3\0"


def suggested(story_name: str, format: str) -> str:
    """A name for the file of a story's notes, in the current folder."""
    words = "".join(c if c.isalnum() else " " for c in story_name).split()
    return str(Path.cwd() / f"{'-'.join(words) or 'story'}-notes{exchange.FORMATS[format].suffix}")


def export(
    notebook: Notebook, versions: Collection[str], articles: Sequence[Article], format: str, file: str
) -> str:
    """Write the notes on a story's articles to a new file; says what was written. Raises NotebookError."""
    going = exchange.only(notebook.contents(), versions, articles)
    return _written(write_export(going, format, articles), file)


def suggested_codebook() -> str:
    """A name for the file of the codebook, in the current folder."""
    return str(Path.cwd() / "codebook.csv")


def export_codebook(notebook: Notebook, file: str) -> str:
    """Write what the tags mean to a new file; says what was written. Raises NotebookError."""
    return _written(write_codebook(notebook.contents()), file)


def _written(export: Export, file: str) -> str:
    write_private(Path(file).expanduser(), export.data)
    return f"{export.to(file)} {export.warning}".rstrip()


def bring(notebook: Notebook, file: str, articles: Sequence[Article]) -> str:
    """Take in what a file holds: another notebook, an export or a codebook (CSV); says what came in.

    Raises NotebookError.
    """
    path = Path(file).expanduser()
    known = notebook.contents()
    now = utc_now()
    if _is_sqlite(path):
        arrived = of_notebook(str(path), known.texts)
    elif path.suffix.lower() == ".csv":
        codes = exchange.read_codebook(content(str(path)), file)
        arrived = exchange.ImportResult(exchange.codebook.coming(codes, known, now))
    else:
        arrived = exchange.read(content(str(path)), file, known, articles, now)
    merged = notebook.merge(arrived.contents)
    said = f"{merged.new:,} added, {merged.renewed:,} updated from {path.name}; u takes them back."
    if not (merged.new or merged.renewed):
        said = f"Nothing new: all that {path.name} brings is here already."
    return " ".join((said, *arrived.told))


def _is_sqlite(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False

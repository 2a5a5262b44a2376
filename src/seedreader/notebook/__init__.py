"""The local store of what the reader put on passages, and of every article text that it was put on."""

from seedreader.notebook.store import Notebook
from seedreader.notebook.values import (
    COLOURS,
    KINDS,
    REJECTED,
    Annotation,
    Code,
    Contents,
    NotebookError,
    Seen,
    Target,
    version_of,
)

__all__ = [
    "COLOURS",
    "KINDS",
    "REJECTED",
    "Annotation",
    "Code",
    "Contents",
    "Notebook",
    "NotebookError",
    "Seen",
    "Target",
    "version_of",
]

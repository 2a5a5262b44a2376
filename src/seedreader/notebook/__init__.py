"""The local store of what the reader put on passages, and of every article text that it was put on.

What it offers is imported when it is first asked for: a story without notes needs nothing of it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seedreader.notebook.annotation_model import (
        COLOURS,
        KINDS,
        Annotation,
        Code,
        NotebookContents,
        NotebookError,
        SeenSource,
        Target,
        version_of,
    )
    from seedreader.notebook.store import Notebook

__all__ = [
    "COLOURS",
    "KINDS",
    "Annotation",
    "Code",
    "Notebook",
    "NotebookContents",
    "NotebookError",
    "SeenSource",
    "Target",
    "version_of",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'seedreader.notebook' has no attribute {name!r}")
    return getattr(
        import_module(f"seedreader.notebook.{'store' if name == 'Notebook' else 'annotation_model'}"), name
    )

"""The local store of the reader's notes and tags, and of every article text that they were made on."""

from seedreader.notebook.store import Notebook
from seedreader.notebook.values import KINDS, Annotation, NotebookError, version_of

__all__ = ["KINDS", "Annotation", "Notebook", "NotebookError", "version_of"]

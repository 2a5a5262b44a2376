"""Writing a note in the reader's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from seedreader.notebook.drafts import Draft, Drafts

FALLBACK = "vi"


def command(chosen: str | None = None) -> list[str]:
    """The reader's editor: the one in the settings, ``$VISUAL``, ``$EDITOR``, or vi."""
    return shlex.split(chosen or os.environ.get("VISUAL") or os.environ.get("EDITOR") or FALLBACK)


def write(
    suspended: Callable[[], AbstractContextManager[None]], chosen: str | None, drafts: Drafts, draft: Draft
) -> tuple[str, str]:
    """Leave the screen to the editor until it ends; returns what it left, and why not where it failed.

    While ``suspended`` the terminal is not the screen's; ``chosen`` is the editor that the settings name.
    """
    # imported when it is raised
    from textual.app import SuspendNotSupported

    from seedreader.notebook import NotebookError

    try:
        path = drafts.file(draft)
        with suspended():
            problem = _run(path, chosen)
        emptied = draft.body.strip() and not path.read_text("utf-8", "replace").strip()
        left = drafts.take(draft).body
    except (OSError, NotebookError) as error:
        return draft.body, f"The draft could not be handed to an editor: {error}."
    except SuspendNotSupported:
        return draft.body, "Another editor can be used in a terminal only, not here."
    if emptied:
        problem = f"{problem} The editor left nothing: what you had typed stays.".strip()
    return left.rstrip("\n"), problem


def _run(path: Path, chosen: str | None) -> str:
    """Run the editor; says why it could not, or empty: while the screen is left nothing may be raised."""
    try:
        argv = command(chosen)
        status = subprocess.run([*argv, str(path)], check=False).returncode  # noqa: S603
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        named = f"“{chosen}”, in the settings" if chosen else "$VISUAL, $EDITOR"
        return f"Your editor ({named}) could not be used: {reason}."
    return f"Your editor ended with status {status}." if status else ""

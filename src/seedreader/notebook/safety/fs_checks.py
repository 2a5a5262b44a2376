"""Where the notebook is, looked at without opening it, so that nothing of SQLite is needed."""

from __future__ import annotations

from pathlib import Path

from seedreader.notebook.storage import filesystem


def surroundings(path: Path) -> tuple[str, ...]:
    """What is wrong with the place where the notebook is: nothing can be saved there, or it is far away."""
    why, kind = filesystem.unwritable(path), filesystem.kind(path)
    found = []
    if why:
        found.append(f"The notebook {path} opens read-only, because {why}: nothing can be saved.")
    if filesystem.is_network(kind):
        found.append(
            f"The notebook {path} is on a network file system ({kind}), where a save can get lost: move it "
            "to a disk of this computer (SEEDREADER_DATA names its folder)."
        )
    return tuple(found)

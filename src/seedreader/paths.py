"""Where things are on this machine. Nothing here creates anything."""

from __future__ import annotations

import os
from pathlib import Path

CACHE = "analysis.sqlite"
"""The name of the cache's file, which may be deleted at any time."""


def unusable() -> str:
    """Why a variable of the environment names no place, as one sentence; "" where all of them do."""
    for name in ("SEEDREADER_DATA", "SEEDREADER_CACHE", "SEEDREADER_CONFIG"):
        chosen = os.environ.get(name, "")
        try:
            Path(chosen).expanduser()
        except RuntimeError:
            return f"{name} is {chosen!r}, but there is no home folder of that user: name another place."
    return ""


def data_dir() -> Path:
    """The folder of the reader's own data: ``$SEEDREADER_DATA``, or else this platform's place for it."""
    if chosen := os.environ.get("SEEDREADER_DATA"):
        return Path(chosen).expanduser()
    # not needed where a variable of the environment tells the folder
    import platformdirs

    return platformdirs.user_data_path("seedreader", appauthor=False)


def notebook_file() -> Path:
    """The notebook, whether or not it exists yet."""
    return data_dir() / "notebook.sqlite"


def cache_file() -> Path:
    """What was worked out before: in ``$SEEDREADER_CACHE``, or else in this platform's place for caches.

    Where ``$SEEDREADER_DATA`` keeps the reader's own data elsewhere, it is there.
    """
    if chosen := os.environ.get("SEEDREADER_CACHE"):
        return Path(chosen).expanduser() / CACHE
    if os.environ.get("SEEDREADER_DATA"):
        return data_dir() / "cache" / CACHE
    import platformdirs

    return platformdirs.user_cache_path("seedreader", appauthor=False) / CACHE


def settings_file() -> Path:
    """The reader's settings, there or not: ``$SEEDREADER_CONFIG``, or else this platform's place for them."""
    if chosen := os.environ.get("SEEDREADER_CONFIG"):
        return Path(chosen).expanduser()
    import platformdirs

    return platformdirs.user_config_path("seedreader", appauthor=False) / "settings.toml"


def samples() -> Path:
    """The folder of the sample articles: in an installed package, or else in the source checkout.

    Raises FileNotFoundError, with a sentence for the reader, where neither has them.
    """
    package = Path(__file__).parent
    for folder in (package / "seeds", package.parents[1] / "seeds"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"The sample articles are missing from {package}: install seedreader again.")

from __future__ import annotations

import pytest

from tests.programs import run

LATE = (
    "argparse",
    "rapidfuzz",
    "sqlite3",
    "ssl",
    "sentencex",
    "tomllib",
    "seedreader.analysis.alignment",
    "seedreader.analysis",
    "seedreader.cache",
    "seedreader.corpus",
    "seedreader.ingest.html",
    "seedreader.notebook",
    "seedreader.shelf",
    "seedreader.story",
    "textual.widgets._directory_tree",
    "textual.widgets._select",
    "textual.widgets._text_area",
)


@pytest.mark.parametrize("late", LATE)
def test_the_first_frame_waits_for_nothing_that_comes_after_it(late: str) -> None:
    """Imports are most of the start; what only analysis, notebook or editor need comes later."""
    code = (
        "import sys, seedreader.cli, seedreader.subcommands.opening\n"
        "from seedreader import paths\n"
        "loaded = seedreader.subcommands.opening.load([str(paths.samples())], in_haste=True)[0]\n"
        "from seedreader.ui.internals import lazy_imports\n"
        "lazy_imports.load()\n"
        "from seedreader.ui.app import SeedreaderApp\n"
        "SeedreaderApp(loaded.articles, 'story', paths.notebook_file)\n"
        f"sys.exit(int({late!r} in sys.modules))"
    )
    done = run(code=code)
    assert done.returncode == 0, done.stderr


def test_what_is_left_out_at_first_can_be_had() -> None:
    code = (
        "from seedreader.ui.internals import lazy_imports\n"
        "lazy_imports.load()\n"
        "import ssl, textual.types\n"
        "from textual.types import CallbackType, DirEntry, OptionDoesNotExist\n"
        "import textual.types as types\n"
        "assert all(hasattr(types, name) for name in types.__all__)\n"
        "assert ssl.SSLContext"
    )
    done = run(code=code)
    assert done.returncode == 0, done.stderr

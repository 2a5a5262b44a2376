"""How the documentation is built: Markdown by Sphinx and MyST; the reference is made from the program."""

import sys
from pathlib import Path

from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent))

project = "seedreader"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "seedreader"
html_show_sourcelink = False
html_copy_source = False
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3


def setup(app: Sphinx) -> None:
    """Write the pages that are made from the command table, the parsers, the formats and the schema."""
    from make_reference import write

    app.connect("builder-inited", lambda _: write(Path(__file__).parent / "reference"))

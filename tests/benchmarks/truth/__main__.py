"""`python -m tests.benchmarks.truth`: print the figures, and the errors when asked."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.benchmarks.truth import STORIES, TITLE, stories
from tests.benchmarks.truth.table import measured, rows


def main() -> None:
    """Measure the stories asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.truth", description=TITLE)
    parser.add_argument("folder", nargs="*", type=Path, help="a folder with a truth.json, or one of such")
    parser.add_argument("--errors", action="store_true", help="list each error too")
    options = parser.parse_args()
    given = [
        story
        for folder in options.folder
        for story in ([folder] if (folder / "truth.json").exists() else stories(folder))
    ]
    found = measured(given or stories(STORIES))
    if options.errors:
        for name, result in found.results.items():
            print(f"{name}\n  " + "\n  ".join(result.errors), end="\n\n")
    print("\n".join(rows(found)))


if __name__ == "__main__":
    main()

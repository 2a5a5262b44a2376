"""`make faults`: run the faults and print one line for each kind."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

PARTS = (
    "kills", "injected", "power", "disks", "damage", "together", "files", "typed", "no_notebook", "stories",
)  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Run the parts asked for; the exit status is 1 where anything was lost."""
    parser = argparse.ArgumentParser(prog="make faults", description=__doc__)
    parser.add_argument("--only", metavar="PART", action="append", choices=PARTS, help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="fewer faults of each kind")
    options = parser.parse_args(arguments)
    print(f"{'':<58} {'faults':>6} {'lost':>6} {'unreadable':>10}")
    begin, good = perf_counter(), True
    for name in options.only or PARTS:
        part = import_module(f"tests.benchmarks.faults.{name}")
        with TemporaryDirectory(prefix="seedreader-faults-") as folder:
            for outcome in part.run(Path(folder), options.quick):
                print(outcome, flush=True)
                good = good and outcome.good
    print(f"\n{perf_counter() - begin:.0f} s in all; {'nothing was lost' if good else 'SOMETHING IS WRONG'}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

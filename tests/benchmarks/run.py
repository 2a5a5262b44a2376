"""`make bench`: measure every part and print one table. Nothing fails for being slow."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.benchmarks.figures import Figure

PARTS = ("bars", "start", "keys", "large", "engine", "truth", "notes", "versions", "kept_stories")
IF_ASKED = ("gold", "checkouts", "many_articles", "events", "html_pages", "openings")
"""Parts that take minutes, or need what is not in the checkout: gold standards, an older commit, peers."""

WIDTH = 56


def main(arguments: Sequence[str]) -> int:
    """Measure the parts asked for; the exit status is 1 where one could not be measured."""
    names = (*PARTS, *IF_ASKED)
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--only", metavar="NAME", action="append", choices=names, help=", ".join(names))
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the figures there too")
    options = parser.parse_args(arguments)
    from tests.benchmarks import machine

    facts = machine.facts()
    print("\n".join(f"{name:<12} {fact}" for name, fact in facts.items()))
    print(f"\n{'':<{WIDTH}} {'median':>10} {'p95':>10} {'n':>4}   target")
    begin = perf_counter()
    found: dict[str, list[Figure]] = {}
    parts = options.only or PARTS
    for name in parts:
        part = import_module(f"tests.benchmarks.{name}")
        print(f"\n{part.TITLE}", flush=True)
        try:
            found[name] = part.measure()
        except Exception as error:  # noqa: BLE001  # the other parts are still worth having
            print(f"  not measured: {type(error).__name__}: {error}", flush=True)
            continue
        print("\n".join(map(_row, found[name])), flush=True)
    print(f"\n{perf_counter() - begin:.0f} s in all")
    if options.json:
        document = {
            "machine": facts,
            "parts": {name: list(map(_entry, rows)) for name, rows in found.items()},
        }
        options.json.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n")
    return 0 if len(found) == len(parts) else 1


def _row(figure: Figure) -> str:
    target = ""
    if figure.target is not None:
        sign = "≥" if figure.at_least else "≤"
        told = "" if figure.median is None else "   missed" if figure.missed else "   met"
        target = f"{sign} {_number(figure.target, figure.unit)}{told}"
    median, p95 = _number(figure.median, figure.unit), _number(figure.p95, figure.unit)
    return f"  {figure.label:<{WIDTH - 2}} {median:>10} {p95:>10} {len(figure.values):>4}   {target}".rstrip()


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    digits = {"ms": 1, "s": 1, "×": 2, "of 1": 3}.get(unit, 0)
    return f"{value:,.{digits}f} {unit}".removesuffix(" of 1").rstrip()


def _entry(figure: Figure) -> dict[str, object]:
    return {
        "label": figure.label.strip(),
        "unit": figure.unit,
        "median": figure.median,
        "p95": figure.p95,
        "target": figure.target,
        "at least": figure.at_least,
        "values": figure.values,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

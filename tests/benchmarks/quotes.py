"""How well a quote with a little context is found in another version of its text: quotes of imported notes.

    python -m tests.benchmarks.quotes [DATA]

DATA holds reanchor_docs_dev.json.gz and reanchor_cases_dev.json.gz; it is ../shared/eval/data by default.
A place is right where it shares at least 0.8 of the characters of both (intersection over union) with the
true one, or where neither is one; wrong where it shares less than half, or where the passage is gone.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from seedreader.article import Range
from seedreader.notebook.anchoring.find_quote import find_quote
from seedreader.notebook.anchoring.reanchor import Anchor

DATA = Path("../shared/eval/data")
AROUND = 32
FILES = ("reanchor_docs_dev.json.gz", "reanchor_cases_dev.json.gz")
FIELDS = ("right", "part", "wrong", "lost")


def main(arguments: list[str]) -> int:
    data = Path(arguments[0]) if arguments else DATA
    missing = [name for name in FILES if not (data / name).exists()]
    if missing:
        print(f"There is no {' or '.join(missing)} in {data}: give the folder that holds them.")
        return 1
    docs, cases = (json.loads(gzip.decompress((data / name).read_bytes())) for name in FILES)
    for title, with_start in (("quote and context", False), ("quote, context and old position", True)):
        report(title, list(outcomes(docs, cases, with_start)))
    return 0


def outcomes(
    docs: dict[str, str], cases: list[dict[str, Any]], with_start: bool
) -> Iterator[tuple[str, ...]]:
    """For each case its class, what became of it, the state that was said and whether it is gone."""
    for case in cases:
        old, start, end = docs[case["old"]], case["s"], case["e"]
        anchor = find_quote(
            docs[case["new"]],
            old[start:end],
            old[max(0, start - AROUND) : start],
            old[end : end + AROUND],
            start if with_start else None,
        )
        gone = "gone" if case["truth"] is None else "there"
        yield case["cls"], verdict(case, anchor), anchor.state, gone


def verdict(case: dict[str, Any], anchor: Anchor) -> str:
    if not anchor.ranges:
        return "right" if case["truth"] is None else "lost"
    if case["truth"] is None:
        return "wrong"
    place = anchor.ranges[0][0], anchor.ranges[-1][1]
    share = max(overlap(place, (a, b)) for a, b in [case["truth"], *case.get("alts", [])])
    return "right" if share >= 0.8 else "part" if share >= 0.5 else "wrong"


def overlap(a: Range, b: Range) -> float:
    """Intersection over union."""
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return shared / (a[1] - a[0] + b[1] - b[0] - shared)


def report(title: str, found: list[tuple[str, ...]]) -> None:
    by: dict[str, Counter[str]] = defaultdict(Counter)
    for name, outcome, state, gone in found:
        for key in (f"  {name}", f"  said to be {state}", f"  {gone}", title):
            by[key][outcome] += 1
    for key in sorted(by):
        count = by[key].total()
        shares = "  ".join(f"{field} {100 * by[key][field] / count:5.1f} %" for field in FIELDS)
        print(f"{key:34}{count:6}  {shares}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

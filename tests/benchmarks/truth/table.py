"""The figures of several stories in one table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.truth.found import look
from tests.benchmarks.truth.judge import ONE_FACT, Result, judge
from tests.benchmarks.truth.story import read

SHARES = (
    ("claims that matter, recall", "must_found", "must"),
    ("claims, precision", "claims_right", "claims"),
    ("claims, tightness (IoU)", "must_iou", "must_found"),
    ("speaker right", "must_speaker", "must_found"),
    ("kinds named", "must_kinds", "must_found"),
    ("boilerplate, precision", "dim_right", "dim"),
    ("boilerplate, recall", "dim_right", "dim_truth"),
    ("links, recall", "pairs_right", "pairs"),
    ("links, recall whatever the relation", "pairs_met", "pairs"),
    ("links, precision", "links_right", "links"),
    *((f"  {name}, recall", f"{name}_pairs_right", f"{name}_pairs") for name in ONE_FACT),
    *((f"  {name}, precision", f"{name}_links_right", f"{name}_links") for name in (*ONE_FACT, "related")),
)
"""Label, and the counts to be divided."""

COUNTS = (
    ("claims that matter", "must"),
    ("claims found", "claims"),
    ("claims in boilerplate", "claims_noise"),
    ("pairs to link", "pairs"),
    ("links found", "links"),
    ("conflicts to find", "conflicts"),
    ("conflicts found", "conflicts_found"),
    ("conflicts, false", "conflicts_false"),
    ("look-alike errors", "alike"),
    ("stories with wrong origins", "origins_wrong"),
)
"""Label and count."""

WIDTH = 38


@dataclass(frozen=True)
class Measured:
    """Each story's result by its name, and the counts of all."""

    results: dict[str, Result]
    total: Mapping[str, float]


def measured(folders: Iterable[Path]) -> Measured:
    """Run the program on the stories in the folders and judge what it finds."""
    results = {}
    for folder in folders:
        truth = read(folder)
        results[folder.resolve().name] = judge(truth, look(truth))
    total: dict[str, float] = defaultdict(float)
    for result in results.values():
        for count, value in result.counts.items():
            total[count] += value
    return Measured(results, total)


def share(counts: Mapping[str, float], part: str, whole: str) -> float | None:
    """One count over another; None of nothing."""
    return counts[part] / counts[whole] if counts[whole] else None


def rows(found: Measured) -> Iterator[str]:
    """The table, a column for each story and one for all."""
    columns = [*((name, result.counts) for name, result in found.results.items()), ("all", found.total)]
    yield " " * WIDTH + "".join(f"{name[:10]:>12}" for name, _ in columns)
    for label, part, whole in SHARES:
        shares = [share(counts, part, whole) for _, counts in columns]
        yield f"{label:<{WIDTH}}" + "".join(f"{'' if s is None else f'{s:.3f}':>12}" for s in shares)
    for label, name in COUNTS:
        yield f"{label:<{WIDTH}}" + "".join(f"{counts[name]:>12.0f}" for _, counts in columns)

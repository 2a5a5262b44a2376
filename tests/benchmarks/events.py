"""Stories and near-copies among 10 to 10,000 invented articles, beside what else does it, in one run.

Peers are measured where they are installed: scikit-learn (tf-idf and average linkage, the threshold that is
best on a tenth of the articles) and datasketch (MinHash LSH of the same shingles). Each measurement has a
process of its own, for its memory. ``SEEDREADER_PLOT=FILE.svg`` saves a plot. ``SEEDREADER_ECB=FOLDER``
names a folder with match_dev.json.gz, on whose texts near-copies are measured too; nothing of it is kept.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time
from typing import Any

from tests.benchmarks import template_reports
from tests.benchmarks.figures import Figure, quality
from tests.benchmarks.invented_events import Invented, invented
from tests.benchmarks.near_copies import LIKENESSES, VARIANTS, measured
from tests.benchmarks.plot import Line, save

TITLE = "Stories and near-copies among invented articles: CPU time, memory, quality"
SIZES = (10, 100, 1_000, 10_000)
MOST_SECONDS = 90
LEAST_RECALL = {0.95: 0.99, 0.8: 0.99, 0.6: 0.99, 0.4: 0.9}
STOCK = (
    "\nThe agency's reporters in London and Paris contributed to this report.\nSign up for our daily "
    "newsletter and never miss a story that matters to you.\nAll rights reserved. This material may not be "
    "published, broadcast, rewritten or redistributed without permission."
)
"""What stands beneath each text of the near-copies that are measured, as beneath those of an agency."""


def measure() -> list[Figure]:
    """Each size with each program, then the recall and the precision of near-copies."""
    figures: list[Figure] = []
    lines: dict[str, list[tuple[float, float]]] = {}
    for name, (_, needs) in PROGRAMS.items():
        if needs and not find_spec(needs):
            print(f"  {name}: {needs} is not installed", flush=True)
            continue
        for size in SIZES:
            seconds, megabytes, f1 = _measured_apart(name, size)
            lines.setdefault(name, []).append((size, seconds))
            target = MOST_SECONDS if not needs and size == SIZES[-1] else None
            figures.append(Figure(f"{name}, {size:,}", (seconds,), "s", target))
            figures.append(Figure(f"{name}, {size:,}, memory in MB", (megabytes,), ""))
            if f1 is not None:
                figures.append(quality(f"{name}, {size:,}, B-cubed F1", f1))
    if plot := os.environ.get("SEEDREADER_PLOT"):
        save(Path(plot), "articles", "CPU seconds", [Line(name, points) for name, points in lines.items()])
    for label, texts, events in _texts():
        for how in VARIANTS:
            recall, precision = measured(texts, how, STOCK, events)
            figures += [
                quality(f"{label}, {how}, recall at {each}", recall[each], LEAST_RECALL[each])
                for each in LIKENESSES
            ]
            figures.append(quality(f"{label}, {how}, precision", precision, 0.98 if events else 0.999))
    return figures


def _texts() -> list[tuple[str, list[str], list[str] | None]]:
    """What variants are made of: texts and, where texts of one event may be copies already, their events."""
    first = invented(600)
    alone = {number: article.text for number, article in zip(first.events, first.articles, strict=True)}
    reported = [text for kind in template_reports.KINDS for text in template_reports.reports(kind, 100)]
    found: list[tuple[str, list[str], list[str] | None]] = [
        ("invented", list(alone.values()), None),
        ("reports by templates", reported, None),
    ]
    if folder := os.environ.get("SEEDREADER_ECB"):
        sets = json.loads(gzip.decompress((Path(folder) / "match_dev.json.gz").read_bytes()))["sets"]
        real = [
            (d["text"], f"{s['topic']}/{d['sub']}")
            for s in sets
            for d in s["docs"]
            if d["topic"] == s["topic"]
        ]
        long = [(text, event) for text, event in real if len(text.split()) >= 80]
        found.append(("ECB+", [text for text, _ in long], [event for _, event in long]))
    return found


def _measured_apart(name: str, size: int) -> tuple[float, float, float | None]:
    command = [sys.executable, "-m", "tests.benchmarks.events", name, str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name}: {(done.stderr.splitlines() or ['it failed'])[-1]}")
    seconds, megabytes, f1 = json.loads(done.stdout)
    return seconds, megabytes, f1


def _stories(told: Invented) -> list[int]:
    from seedreader.corpus import find_stories

    found = find_stories(told.articles)
    home = {id(article): number for number, story in enumerate(found) for article in story}
    return [home[id(article)] for article in told.articles]


def _near_copies(told: Invented) -> None:
    from seedreader.corpus import near_copies

    near_copies.find(told.articles)


def _tfidf(told: Invented) -> list[int]:
    """Average linkage of all pairs, at the threshold that is best for a tenth of the articles."""
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    def clustered(texts: Sequence[str], threshold: float) -> list[int]:
        rows = TfidfVectorizer(sublinear_tf=True, stop_words="english", ngram_range=(1, 2)).fit_transform(
            texts
        )
        far = 1 - (rows @ rows.T).toarray()
        linkage: Any = AgglomerativeClustering(
            n_clusters=None, distance_threshold=threshold, metric="precomputed", linkage="average"
        )
        return [int(number) for number in linkage.fit_predict(far)]

    tenth = invented(max(len(told.articles) // 10, 10))
    texts = [article.text for article in tenth.articles]
    best = max((0.6, 0.7, 0.8, 0.9), key=lambda each: bcubed(tenth.events, clustered(texts, each)))
    return clustered([article.text for article in told.articles], best)


def _minhash(told: Invented, threshold: float = 0.4) -> None:
    """MinHash LSH of three-word shingles."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=threshold, num_perm=128)
    for number, article in enumerate(told.articles):
        words = article.text.lower().split()
        hashed = MinHash(num_perm=128)
        hashed.update_batch(
            [" ".join(run).encode() for run in zip(words, words[1:], words[2:], strict=False)]
        )
        index.query(hashed)
        index.insert(number, hashed)


def _minhash_of_all(told: Invented) -> None:
    """The same at the likeness of .05 at which it finds as many rewrites; what it finds is not checked."""
    _minhash(told, 0.05)


PROGRAMS: dict[str, tuple[Callable[[Invented], list[int] | None], str]] = {
    "stories": (_stories, ""),
    "tf-idf and average linkage": (_tfidf, "sklearn"),
    "near-copies": (_near_copies, ""),
    "MinHash LSH": (_minhash, "datasketch"),
    "MinHash LSH, as much found": (_minhash_of_all, "datasketch"),
}
"""Name -> what it does, and the package it needs."""


def bcubed(truth: Sequence[int], found: Sequence[int]) -> float:
    """The F1 of precision and recall of a clustering, averaged over items (Bagga and Baldwin 1998)."""
    right, got, both = Counter(truth), Counter(found), Counter(zip(truth, found, strict=True))
    precision = sum(n * n / got[cluster] for (_, cluster), n in both.items()) / len(truth)
    recall = sum(n * n / right[event] for (event, _), n in both.items()) / len(truth)
    return 2 * precision * recall / (precision + recall)


def main(name: str, size: int) -> None:
    """Measure one program: prints CPU seconds, megabytes at most, and the F1."""
    told, warm = invented(size), invented(10)
    call, _ = PROGRAMS[name]
    call(warm)  # what it imports is not its work
    begin = process_time()
    found = call(told)
    seconds = process_time() - begin
    print(
        json.dumps(
            [seconds, getrusage(RUSAGE_SELF).ru_maxrss / 1024, bcubed(told.events, found) if found else None]
        )
    )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))

"""Train the boilerplate model that ships: ``make model``.

It reads the development part of three public gold standards, in plain text: scrapinghub's article-extraction
benchmark (MIT), fundus-eval (MIT) and WCXB (CC BY 4.0). DAnIEL is measured with, never trained on. Needs
scikit-learn, numpy and lightgbm, which the program itself never imports.

    python tests/benchmarks/train_boilerplate.py ../shared/eval/data [--check]

``--check`` trains five times on four fifths of the sites, prints what each model makes of the other fifth
(mean of the two news sets), and writes nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import sqrt
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm  # type: ignore[import-not-found,import-untyped,unused-ignore]
import numpy as np  # type: ignore[import-not-found,import-untyped,unused-ignore]
from scipy.sparse import csr_matrix  # type: ignore[import-not-found,import-untyped,unused-ignore]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found,import-untyped,unused-ignore]

from seedreader.analysis import boilerplate, boilerplate_features, boilerplate_model, boilerplate_units
from seedreader.analysis.boilerplate_units import Unit

OUT = Path(boilerplate_model.__file__).with_suffix(".json")
VARIANTS = ("naive", "leftover", "glued")
NEWS = ("scrapinghub", "fundus-eval")
TRAINED_ON = (*NEWS, "wcxb")
FOLDS = 5

SURE = 0.7
"""Probability from which on a piece is boilerplate, chosen out of fold: content before recall."""

NEWS_WEIGHT = 6.0
"""News pages are few and are what the program is for."""

TERM_SITES, TERMS = 4, 16_000
"""Sites that use a term of the word model at least, and how many terms at most."""

SMALLEST = 0.04
"""Smaller word weights are dropped from the tables."""

SCALE = 100
TREES = {
    "objective": "binary",
    "num_leaves": 8,
    "learning_rate": 0.12,
    "min_data_in_leaf": 60,
    "lambda_l2": 5,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "num_threads": 1,
    "verbose": -1,
    "seed": 1,
    "deterministic": True,
}
ROUNDS = 110

_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+"
)


class Page(NamedTuple):
    """A page, its gold spans, its units, and their labels: 1 for boilerplate, 0 for content, else -1."""

    source: str
    variant: str
    site: str
    text: str
    spans: list[tuple[int, int, str]]
    units: list[Unit]
    words: list[list[str]]
    labels: list[int]


class Model(NamedTuple):
    """Word weights and trees."""

    words: dict[str, float]
    bias: float
    trees: Any


def pages(folder: Path) -> list[Page]:
    """Every page that may be trained on, all variants."""
    found = []
    for variant in VARIANTS:
        with gzip.open(folder / f"boilerplate_{variant}_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                data = json.loads(line)
                if data["source"] in TRAINED_ON:
                    found.append(_page(data, variant))
    return found


def _page(data: dict[str, Any], variant: str) -> Page:
    text, spans = data["text"], [tuple(span) for span in data["spans"]]
    units = boilerplate_units.split(text, boilerplate.by_rules(text))
    words = boilerplate_features.split_words(text, units)
    marks = bytearray(len(text))
    for start, end, label in spans:
        mark = {"content": 1, "boilerplate": 2}.get(label, 0)
        marks[start:end] = bytes([mark]) * (end - start)
    labels = [_label(marks[unit.start : unit.end]) for unit in units]
    return Page(data["source"], variant, data["site"], text, spans, units, words, labels)


def _label(marks: bytearray) -> int:
    """What four fifths of a unit are; what is mixed or judged neither is not learnt from."""
    content, noise = marks.count(1), marks.count(2)
    if max(content, noise) < 0.8 * (content + noise) or content == noise:
        return -1
    return int(noise > content)


def weights(some: Sequence[Page]) -> Any:
    """Longer units weigh more, but less than by their words; long pages and news pages likewise."""
    found = []
    for page in some:
        size = sum(map(len, page.words))
        share = (NEWS_WEIGHT if page.source in NEWS else 1.0) / sqrt(size / 500 or 1)
        found += [
            share * max(len(own), 1) ** 0.7 if label >= 0 else 0.0
            for own, label in zip(page.words, page.labels, strict=True)
        ]
    return np.array(found)


def fit_words(some: Sequence[Page]) -> tuple[dict[str, float], float]:
    """A logistic regression on words and pairs of words."""
    sites = defaultdict(set)
    for page in some:
        if page.variant == "naive":
            for own in page.words:
                for term in boilerplate_features.terms(own):
                    sites[term].add(page.site)
    usual = sorted((t for t in sites if len(sites[t]) >= TERM_SITES), key=lambda t: (-len(sites[t]), t))
    places = {term: i for i, term in enumerate(usual[:TERMS])}
    columns, ends, values = [], [0], []
    for own in (own for page in some for own in page.words):
        known = [places[term] for term in boilerplate_features.terms(own) if term in places]
        columns += known
        values += [1 / sqrt(len(own) or 1)] * len(known)
        ends.append(len(columns))
    matrix = csr_matrix((values, columns, ends), shape=(len(ends) - 1, len(places)), dtype=np.float32)
    weight, label = weights(some), np.array([label for page in some for label in page.labels])
    used = weight > 0
    fit = LogisticRegression(C=1.0, max_iter=60, tol=1e-3)
    fit.fit(matrix[used], label[used], sample_weight=weight[used] / weight[used].mean())
    kept = {term: round(float(fit.coef_[0][i]) * SCALE) / SCALE for term, i in places.items()}
    return {term: w for term, w in kept.items() if abs(w) >= SMALLEST}, round(float(fit.intercept_[0]), 3)


def rows(page: Page, words: dict[str, float], bias: float) -> Any:
    """The rows of a page's units."""
    lexical = [boilerplate_model.word_score(words, own) + bias for own in page.words]
    found = boilerplate_features.rows(page.text, page.units, page.words, lexical, range(len(page.units)))
    return np.array(found, dtype=np.float32) if found else None


def fit(some: Sequence[Page]) -> Model:
    """Words first; the trees see of each page the words' verdict that was learnt on other sites."""
    seen: dict[int, Any] = {}
    for part in range(FOLDS):
        words, bias = fit_words([page for page in some if fold(page, "words") != part])
        seen |= {id(page): rows(page, words, bias) for page in some if fold(page, "words") == part}
    table = np.concatenate([seen[id(page)] for page in some if seen[id(page)] is not None])
    weight, label = weights(some), np.array([label for page in some for label in page.labels])
    used = weight > 0
    data = lightgbm.Dataset(table[used], label[used], weight=weight[used] / weight[used].mean())
    return Model(*fit_words(some), lightgbm.train(TREES, data, num_boost_round=ROUNDS))


def fold(page: Page, salt: str = "") -> int:
    """The part that a page's site is in."""
    return zlib.crc32(f"{salt}{page.site}".encode()) % FOLDS


def english(page: Page) -> bool:
    """Tell whether the program would ask the model about a page."""
    return boilerplate_model.english(page.words)


def plain(tree: Any) -> list[Any]:
    """A tree of LightGBM as the program's tables: nodes and leaves."""
    nodes: list[Any] = []
    leaves: list[float] = []

    def walk(part: Any) -> int:
        if "leaf_value" in part:
            leaves.append(round(part["leaf_value"], 4))
            return ~(len(leaves) - 1)
        at = len(nodes)
        nodes.append(None)
        highest = float(f"{part['threshold']:.4g}")
        nodes[at] = [part["split_feature"], highest, walk(part["left_child"]), walk(part["right_child"])]
        return at

    walk(tree["tree_structure"])
    return [nodes, leaves]


def tables(model: Model) -> dict[str, Any]:
    """What ships."""
    return {
        "from": "scrapinghub article-extraction-benchmark (MIT), fundus-eval (MIT), WCXB (CC BY 4.0)",
        "sure": SURE,
        "scale": SCALE,
        "bias": model.bias,
        "words": {term: round(weight * SCALE) for term, weight in sorted(model.words.items())},
        "trees": [plain(tree) for tree in model.trees.dump_model()["tree_info"]],
    }


def write(data: dict[str, Any], out: Path) -> None:
    """A line for each tree and for all words, so that a change can be read."""
    trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in data.pop("trees"))
    head = ",\n".join(
        f"{json.dumps(key)}:{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for key, value in data.items()
    )
    out.write_text(f'{{{head},\n"trees":[\n{trees}\n]}}\n', "utf-8")


def counts(page: Page, ranges: Iterable[tuple[int, int]]) -> list[int]:
    """Words of a page: boilerplate found, content dimmed, boilerplate left, content kept."""
    marks, dimmed = bytearray(len(page.text)), bytearray(len(page.text))
    for start, end, label in page.spans:
        marks[start:end] = bytes([{"content": 1, "boilerplate": 2}.get(label, 0)]) * (end - start)
    for start, end in ranges:
        dimmed[start:end] = b"\1" * (end - start)
    found = [0, 0, 0, 0]
    for match in _TOKEN.finditer(page.text):
        mark = marks[match.start()]
        if mark:
            found[2 * (not dimmed[match.start()]) + (mark == 1)] += 1
    return found


def figures(counted: Sequence[Sequence[int]]) -> tuple[float, float, float, float]:
    """F1 of boilerplate, mean of the pages' F1, share of content dimmed, share of pages hurt."""
    found, dimmed, left, kept = map(sum, zip(*counted, strict=True))
    each = [_f1(a, b, c) for a, b, c, _ in counted if a + c >= 10]
    hurt = [b > 0.05 * (b + d) for _, b, _, d in counted if b + d]
    return (
        _f1(found, dimmed, left),
        sum(each) / len(each),
        dimmed / (dimmed + kept),
        sum(hurt) / len(hurt),
    )


def _f1(found: int, wrong: int, left: int) -> float:
    return 2 * found / (2 * found + wrong + left) if found + wrong + left else 1.0


def report(every: Sequence[Page], find: Callable[[Page], Iterable[tuple[int, int]]]) -> None:
    """Print the figures of the news sets' mean and of each set."""
    for variant in VARIANTS:
        by_source = {
            source: figures([counts(p, find(p)) for p in every if (p.source, p.variant) == (source, variant)])
            for source in TRAINED_ON
        }
        mean = [sum(column) / 2 for column in zip(*(by_source[name] for name in NEWS), strict=True)]
        told = " ".join(f"{name} " + _told(values) for name, values in by_source.items())
        print(f"{variant:9} {_told(mean)} | {told}")


def _told(values: Sequence[float]) -> str:
    return f"{values[0]:.3f}/{values[1]:.3f}/{100 * values[2]:.2f}%/{100 * values[3]:.0f}%"


def check(every: Sequence[Page]) -> None:
    """Print what models make of sites that they have not seen."""
    held: dict[int, list[tuple[int, int]]] = {}
    for part in range(FOLDS):
        model = tables(fit([page for page in every if fold(page) != part and english(page)]))
        shipped = boilerplate_model.weights_of(model)
        for page in (page for page in every if fold(page) == part):
            held[id(page)] = [(s.start, s.end) for s in boilerplate.find(page.text, shipped)]
    report(every, lambda page: held[id(page)])


def main() -> None:
    """Train, and write the weights or check them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    every = pages(chosen.data)
    if chosen.check:
        report(every, lambda page: [(s.start, s.end) for s in boilerplate.by_rules(page.text)])
        check(every)
        return
    write(tables(fit([page for page in every if english(page)])), OUT)
    print(f"{OUT.name}: {OUT.stat().st_size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()

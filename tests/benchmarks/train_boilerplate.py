"""Train the boilerplate model that ships: ``make model``.

It reads the development part of three public gold standards, in plain text: scrapinghub's article-extraction
benchmark (MIT), fundus-eval (MIT) and WCXB (CC BY 4.0). DAnIEL is measured with, never trained on. Needs what
the extra ``model`` names, in those versions; the program itself imports none of it.

    python tests/benchmarks/train_boilerplate.py ../shared/eval/data [--check | --keep]

``--check`` trains five times on four fifths of the sites, prints what each model makes of the other fifth
(mean of the two news sets), and writes nothing. ``--keep`` trains nothing and writes the rules of today
beside the weights of before, for a change that was measured and does better with those.

The data are ``boilerplate_VARIANT_dev.jsonl.gz`` for each of `VARIANTS`, a page to a line: ``source``,
``site``, ``text``, and ``spans`` of [start, end, label], where a label is "content", "boilerplate" or
anything else. ``analysis/README.md`` tells their checksums and what came of them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import warnings
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from math import sqrt
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm  # type: ignore[import-not-found,import-untyped,unused-ignore]
import numpy as np  # type: ignore[import-not-found,import-untyped,unused-ignore]
from scipy.sparse import csr_matrix, vstack  # type: ignore[import-not-found,import-untyped,unused-ignore]
from sklearn.exceptions import ConvergenceWarning  # type: ignore[import-not-found,import-untyped,unused-ignore]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found,import-untyped,unused-ignore]

from seedreader.analysis import boilerplate
from seedreader.analysis.boilerplate import (
    cross_article,
    features,
    line_context,
    model,
    model_inputs,
    word_model,
)
from seedreader.analysis.boilerplate.split_units import TextUnit
from seedreader.article import Article, Range

OUT = Path(model.__file__).with_suffix(".json")
VARIANTS = ("naive", "leftover", "glued")
NEWS = ("scrapinghub", "fundus-eval")
TRAINED_ON = (*NEWS, "wcxb")
FOLDS = 5

NEWS_WEIGHT = 3.0
"""News pages are few and are what the program is for; long pages count for less than by their words."""

STEP = 0.05
"""What a step of a word's weight is worth in the tables."""

STRENGTH, STEPS = 0.1, 25
"""How freely the word weights fit, and after how many steps they are taken for found: more of either fits
better what was trained on and worse what was not."""

TREES = {
    "objective": "binary",
    "num_leaves": 16,
    "learning_rate": 0.15,
    "min_data_in_leaf": 60,
    "lambda_l2": 5,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "num_threads": 1,
    "max_bin": 63,
    "extra_trees": True,
    "verbose": -1,
    "seed": 1,
    "deterministic": True,
}
ROUNDS = 200

_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+"
)


class Page(NamedTuple):
    """A page, its units and their tokens, and the marks of its characters.

    A mark is 1 for content, 2 for boilerplate, else 0. ``share`` is what a page's words count for. The
    ``samples`` are what the word model learns of it: a matrix of terms, and for each row whether it is
    boilerplate and what it counts for.
    """

    source: str
    variant: str
    site: str
    text: str
    marks: bytearray
    units: list[TextUnit]
    tokens: list[Sequence[str]]
    share: float
    samples: tuple[Any, list[int], list[float]]


class Model(NamedTuple):
    """Word weights and trees."""

    words: word_model.WeightTable
    packed: str
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
    page = boilerplate.read(data["text"])
    _, units, tokens = boilerplate.apply_rules(page)
    marks = bytearray(len(page.text))
    for start, end, label in data["spans"]:
        marks[start:end] = bytes([{"content": 1, "boilerplate": 2}.get(label, 0)]) * (end - start)
    share = (NEWS_WEIGHT if data["source"] in NEWS else 1.0) / max(sqrt(sum(map(len, tokens)) / 500), 0.2)
    samples = _samples(marks, units, tokens, share)
    return Page(data["source"], variant, data["site"], page.text, marks, units, tokens, share, samples)


def label(marks: bytearray, units: Sequence[TextUnit]) -> int:
    """What four fifths of a run of units are, 1 for boilerplate; -1 where it is mixed or judged neither."""
    run = marks[units[0].start : units[-1].end]
    content, noise = run.count(1), run.count(2)
    if max(content, noise) < 0.8 * (content + noise) or content == noise:
        return -1
    return int(noise > content)


def _samples(
    marks: bytearray, units: Sequence[TextUnit], tokens: Sequence[Sequence[str]], share: float
) -> tuple[Any, list[int], list[float]]:
    """The terms of lines, and of the pieces of lines that have several."""
    columns: list[int] = []
    values: list[float] = []
    ends, labels, weights = [0], [], []
    terms = word_model.terms(tokens)
    for first, last, part in _runs(units):
        told, size = label(marks, units[first:last]), sum(map(len, tokens[first:last]))
        if told < 0:
            continue
        own = [term for each in terms[first:last] for term in each] + [word_model.length(size)]
        columns += own
        values += [1 / sqrt(len(own))] * len(own)
        ends.append(len(columns))
        labels.append(told)
        weights.append(part * share * sqrt(max(size, 1)))
    matrix = csr_matrix((values, columns, ends), shape=(len(labels), word_model.SIZE), dtype=np.float32)
    matrix.sum_duplicates()
    return matrix, labels, weights


def _runs(units: Sequence[TextUnit]) -> Iterable[tuple[int, int, float]]:
    for first, last in line_context.extents(units):
        yield first, last, 1.0
        if last - first > 1:
            yield from ((i, i + 1, 0.5) for i in range(first, last))


def fit_words(some: Sequence[Page]) -> tuple[word_model.WeightTable, str]:
    """A logistic regression on the pages' samples."""
    matrix = vstack([page.samples[0] for page in some], format="csr")
    labels = [told for page in some for told in page.samples[1]]
    weights = np.array([weight for page in some for weight in page.samples[2]])
    regression = LogisticRegression(C=STRENGTH, max_iter=STEPS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        regression.fit(matrix, labels, sample_weight=weights / weights.mean())
    packed = word_model.packed(map(float, regression.coef_[0]), STEP)
    bias = round(float(regression.intercept_[0]), 3)
    return word_model.WeightTable(word_model.unpacked(packed), STEP, bias), packed


def rows(page: Page, words: word_model.WeightTable) -> Iterable[tuple[list[float], int, float]]:
    """The rows of the units that the trees are asked about, whether they are boilerplate, what they count."""
    lexical, by_line = model.verdicts(page.units, page.tokens, words)
    plain = model.words_of(page.tokens)
    seen = features.Features(page.text, page.units, page.tokens, plain, lexical, by_line)
    for i, unit in enumerate(page.units):
        told = label(page.marks, [unit])
        settled = model.settled(seen, unit.line, len(plain[i]), lexical[i], by_line[unit.line])
        if told >= 0 and not unit.rule and not settled:
            yield seen.row(i), told, page.share * max(len(page.tokens[i]), 1) ** 0.7


class Trainer:
    """Trains on pages, in parts by site: words, then trees, which see what words say of unseen sites."""

    def __init__(self, every: Sequence[Page]) -> None:
        self._every = every
        self._words = cache(self._fit_words)

    def fit(self, without: int = -1) -> Model:
        """Give the model of all parts but one."""
        found: list[tuple[list[float], int, float]] = []
        for part in range(FOLDS):
            if part != without:
                words, _ = self._words(frozenset({part, without}))
                for page in self._every:
                    if fold(page) == part:
                        found += rows(page, words)
        table, labels, weights = zip(*found, strict=True)
        each = np.array(weights)
        data = lightgbm.Dataset(np.array(table, np.float32), np.array(labels), weight=each / each.mean())
        trees = lightgbm.train(TREES, data, num_boost_round=ROUNDS)
        return Model(*self._words(frozenset({-1, without})), trees)

    def _fit_words(self, without: frozenset[int]) -> tuple[word_model.WeightTable, str]:
        return fit_words([page for page in self._every if fold(page) not in without])


def fold(page: Page) -> int:
    """The part that a page's site is in."""
    return zlib.crc32(page.site.encode()) % FOLDS


def flat_tree(tree: Any) -> list[Any]:
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
        "features": features.NAMES,
        "rules": model_inputs.checksums(),
        "step": STEP,
        "bias": model.words.bias,
        "words": model.packed,
        "trees": [flat_tree(tree) for tree in model.trees.dump_model()["tree_info"]],
    }


def write(data: dict[str, Any], out: Path) -> None:
    """A line for each tree and for all words, so that a change can be read."""
    trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in data.pop("trees"))
    head = ",\n".join(
        f"{json.dumps(key)}:{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for key, value in data.items()
    )
    out.write_text(f'{{{head},\n"trees":[\n{trees}\n]}}\n', "utf-8")


def keep(out: Path) -> None:
    """Write the rules of today beside the weights of before."""
    data = json.loads(out.read_text("utf-8"))
    write({**data, "rules": model_inputs.checksums()}, out)


def counts(page: Page, ranges: Iterable[tuple[int, int]]) -> list[int]:
    """Words of a page: boilerplate found, content dimmed, boilerplate left, content kept."""
    dimmed = bytearray(len(page.text))
    for start, end in ranges:
        dimmed[start:end] = b"\1" * (end - start)
    found = [0, 0, 0, 0]
    for match in _TOKEN.finditer(page.text):
        mark = page.marks[match.start()]
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
    alone: dict[int, list[Range]] = {}
    together: dict[int, list[Range]] = {}
    suspects = beside(every)
    trainer = Trainer(every)
    for part in range(FOLDS):
        shipped = model.weights_of(tables(trainer.fit(part)))
        for page in (page for page in every if fold(page) == part):
            alone[id(page)] = [(s.start, s.end) for s in boilerplate.find_boilerplate(page.text, shipped)]
            found = boilerplate.find_boilerplate(page.text, shipped, suspects[id(page)])
            together[id(page)] = [(s.start, s.end) for s in found]
    print("rules and model")
    report(every, lambda page: alone[id(page)])
    print("rules and model, each site's pages read as one story")
    report(every, lambda page: together[id(page)])


def beside(every: Sequence[Page]) -> dict[int, tuple[Range, ...]]:
    """What the other pages of its site, read as one story, make suspect in each page."""
    sites = defaultdict(list)
    for page in every:
        sites[page.site, page.variant].append(page)
    found: dict[int, tuple[Range, ...]] = {}
    for pages_of_one in sites.values():
        articles = [Article(page.text, page.site) for page in pages_of_one]
        lines = cross_article.suspects(articles)
        found |= {id(page): own for page, own in zip(pages_of_one, lines, strict=True)}
    return found


def main() -> None:
    """Train, and write the weights or check them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true")
    what.add_argument("--keep", action="store_true")
    chosen = parser.parse_args()
    if chosen.keep:
        keep(OUT)
        return
    every = pages(chosen.data)
    if chosen.check:
        print("rules alone")
        report(
            every, lambda page: [(s.start, s.end) for s in boilerplate.by_rules(boilerplate.read(page.text))]
        )
        check(every)
        return
    write(tables(Trainer(every).fit()), OUT)
    print(f"{OUT.name}: {OUT.stat().st_size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()

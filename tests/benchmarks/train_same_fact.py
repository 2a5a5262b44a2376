"""Trains the scorer of one fact anew, or measures it on topics left out.

    python tests/benchmarks/train_same_fact.py ../shared/eval/data [--check]

The pairs of ``same_fact_pairs.json`` were judged by reading; their texts are those of ECB+ (CC BY 3.0). To
them come pairs across two alike events of one topic, which state no one fact. Needs numpy and scikit-learn.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import seedreader
from seedreader.analysis import matching
from seedreader.analysis.relations import passage_figures
from seedreader.analysis.same_fact import PairMatch, features
from seedreader.article import Range
from seedreader.story.computed_story import ComputedStory
from seedreader.story.link_finder import LEADS, NEAR_LEADS
from seedreader.story.passage_contents import sentence_at

PAIRS = Path(__file__).with_name("same_fact_pairs.json")
WEIGHTS = Path(features.__file__).with_name("weights.json")

STATING, DOUBTFUL = "AFC", "D"
"""Judgements of pairs that state one fact, and that of those left out."""

ACROSS, EASY, DOCUMENTS = 70, 30, 5
"""Pairs across two events of a topic: those that match best, others, and documents of each event."""

WEIGHT, STRENGTH, FOLDS = 0.7, 0.1, 8
"""What a pair across two events counts, the inverse of the regularisation, folds by topic."""


class Row(NamedTuple):
    """The numbers of a pair, whether it states one fact, its topic, and what it counts."""

    numbers: list[float]
    stating: bool
    topic: str
    weight: float


def main() -> None:
    """Write the weights, or print how well they do on topics left out."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    sets = json.loads(gzip.decompress((given.data / "match_dev.json.gz").read_bytes()))["sets"]
    topics = {one["topic"]: one["docs"] for one in sets}
    rows = [*_judged(topics), *_across(topics)]
    if given.check:
        _check(rows)
    else:
        _write(rows)


def _judged(topics: dict[str, list[dict[str, Any]]]) -> Iterator[Row]:
    groups = defaultdict(list)
    for pair in json.loads(PAIRS.read_text(encoding="utf-8"))["pairs"]:
        groups[tuple(pair[:3])].append(pair[3:])
    for (topic, _, _), pairs in groups.items():
        names = sorted({name for pair in pairs for name in (pair[0], pair[3])})
        texts = {doc["id"]: doc["text"] for doc in topics[topic]}
        story = ComputedStory([seedreader.read_text(texts[name], name=name) for name in names], {})
        for one, start, end, two, begin, finish, judgement in pairs:
            if judgement not in DOUBTFUL:
                ends = (names.index(one), (start, end)), (names.index(two), (begin, finish))
                yield Row(_numbers(story, *ends), judgement in STATING, topic, 1.0)


def _across(topics: dict[str, list[dict[str, Any]]]) -> Iterator[Row]:
    chance = random.Random(3)
    judged = {pair[0] for pair in json.loads(PAIRS.read_text(encoding="utf-8"))["pairs"]}
    for topic in sorted(judged):
        events = defaultdict(list)
        for doc in topics[topic]:
            if doc["topic"] == topic and len(doc["text"]) > 400:
                events[doc["sub"]].append(doc)
        if len(events) < 2:
            continue
        docs = [
            doc
            for event in sorted(events)[:2]
            for doc in chance.sample(events[event], min(DOCUMENTS, len(events[event])))
        ]
        story = ComputedStory([seedreader.read_text(doc["text"], name=doc["id"]) for doc in docs], {})
        found: dict[tuple[int, Range, int, Range], float] = {}
        for i, one in enumerate(docs):
            for j in range(i):
                if docs[j]["sub"] != one["sub"]:
                    found |= _matching(story, j, i)
        best = sorted(found, key=lambda pair: -found[pair])
        rest = best[ACROSS:]
        for i, unit, j, other in [*best[:ACROSS], *chance.sample(rest, min(EASY, len(rest)))]:
            yield Row(_numbers(story, (i, unit), (j, other)), False, topic, WEIGHT)


def _matching(story: ComputedStory, i: int, j: int) -> dict[tuple[int, Range, int, Range], float]:
    """The units of two articles whose sentences match one of the other best, and how well they match."""
    found = {}
    for unit in story.passages.units[i]:
        scored = _scored(story, i, unit, j)
        for place in sorted(scored, key=lambda place: -scored[place])[:2]:
            for other in (each for each, at in story.passages.units[j].items() if at == place):
                one, two = story.passages.features(i, *unit), story.passages.features(j, *other)
                found[i, unit, j, other] = 0.3 * scored[place] + one.covered(two) + two.covered(one)
    return found


def _scored(story: ComputedStory, number: int, unit: Range, other: int) -> Mapping[int, float]:
    return matching.found(story.index, story.passages.query(number, *unit), other)


def _numbers(story: ComputedStory, one: tuple[int, Range], two: tuple[int, Range]) -> list[float]:
    (i, unit), (j, other) = one, two
    mine, theirs = story.passages.features(i, *unit), story.passages.features(j, *other)
    places = sentence_at(story.articles[i], unit[0]), sentence_at(story.articles[j], other[0])
    matched = PairMatch(
        _scored(story, i, unit, j).get(places[1], 0.0),
        _scored(story, j, other, i).get(places[0], 0.0),
        story.index.alike(i, j),
        min(places) < LEADS and max(places) < NEAR_LEADS,
    )
    figures = passage_figures.counted(mine, theirs)
    return [float(x) for x in (*features.of_match(matched), *features.of_wording(mine, theirs, figures))]


def _fitted(rows: Sequence[Row]) -> Any:
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=5000))
    x, y = np.array([row.numbers for row in rows]), np.array([row.stating for row in rows])
    return model.fit(x, y, logisticregression__sample_weight=[row.weight for row in rows])


def _write(rows: Sequence[Row]) -> None:
    scaler, regression = (step for _, step in _fitted(rows).steps)
    each = regression.coef_[0] / scaler.scale_
    bias = regression.intercept_[0] - float((scaler.mean_ * each).sum())
    weights = {name: round(float(weight), 4) for name, weight in zip(features.NAMES, each, strict=True)}
    table = {"bias": round(float(bias), 4), "weights": weights}
    WEIGHTS.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(rows)} pairs, {sum(row.stating for row in rows)} of one fact; weights in {WEIGHTS}")


def _check(rows: Sequence[Row]) -> None:
    import numpy as np
    from sklearn.metrics import average_precision_score, roc_auc_score
    from sklearn.model_selection import GroupKFold

    y, groups = np.array([row.stating for row in rows]), np.array([row.topic for row in rows])
    chances = np.zeros(len(rows))
    for train, test in GroupKFold(FOLDS).split(y, y, groups):
        model = _fitted([rows[i] for i in train])
        chances[test] = model.predict_proba(np.array([rows[i].numbers for i in test]))[:, 1]
    for name, some in (("judged", [row.weight == 1 for row in rows]), ("all", [True] * len(rows))):
        which = np.array(some)
        area, precision = (
            roc_auc_score(y[which], chances[which]),
            average_precision_score(y[which], chances[which]),
        )
        print(f"{name}: {which.sum()} pairs, AUROC {area:.3f}, average precision {precision:.3f}")
    for least in (0.2, 0.42, 0.6, 0.8):
        shown = (chances >= least) & np.array([row.weight == 1 for row in rows])
        print(f"from {least}: {y[shown].mean():.2f} right, {y[shown].sum() / y.sum():.2f} found")


if __name__ == "__main__":
    main()

"""Many articles opened by this checkout and by an older one, in turn on one machine, in CPU time.

The real articles are those of ECB+ (CC BY 3.0), three of each event: ``match_dev.json.gz`` in the folder that
``SEEDREADER_DATA`` names, ``../shared/eval/data`` by default. Without it the made ones are measured alone.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.benchmarks.checkouts import HOME, OLDER, older_checkout
from tests.benchmarks.figures import Figure, milliseconds, ratio

TITLE = "Many articles, this checkout against an older one: CPU time, in turn"
DATA = Path(os.environ.get("SEEDREADER_DATA", HOME.parent / "shared/eval/data"))
ROUNDS = 3

PER_EVENT = 3
"""Articles of each event."""

SENTENCES = 18
"""Sentences that an article has at least; shorter ones of one event are put together."""

OPEN = """
import json, sys
from time import process_time
import seedreader

def opened(texts):
    articles = [seedreader.read_text(text, name=str(i)) for i, text in enumerate(texts)]
    find = getattr(seedreader, "find_stories", None)
    for group in find(articles) if find else [articles]:
        story = seedreader.Story(group)
        story.links, story.origins, [article.claims for article in story.articles]

opened(["The dam held.", "The dam held on Monday."])
texts = json.load(sys.stdin)
begin = process_time()
opened(texts)
print(process_time() - begin)
"""
"""What either checkout runs: articles read, parted into stories where it knows how, and compared."""

WHO = "the mayor|police|the company|the ministry|firefighters|residents|the operator|the union|inspectors"
WHAT = (
    "closed the bridge|opened an inquiry|moved {} people|counted {} injured|found {} cracks|delayed repairs"
    "|spent {} million euros|sent {} officers|sealed the harbour|promised new rules"
)
WHEN = "on Monday|on Tuesday night|last week|after the storm|before dawn|in March|at noon|on Friday"
WHY = "because of the flood|after a ferry sank|following a complaint|under a new law|for safety"


def measure() -> list[Figure]:
    """The CPU time of both checkouts for each set of articles, and the ratio beside what is aimed at."""
    sets = [
        ("20 articles of 40 sentences alike", _alike(20, 40), 0.15),
        ("20 near-copies of 40 sentences", _versions(20, 40), 0.15),
        ("500 near-copies of one sentence", _reprints(500), 0.05),
    ]
    if (DATA / "match_dev.json.gz").exists():
        sets += [
            ("3 articles of 1 event", _events(1), 0.7),
            ("60 articles of 20 events", _events(20), 0.2),
            ("300 articles of 100 events", _events(100), 0.08),
        ]
    figures = []
    with older_checkout(OLDER) as older:
        for label, texts, most in sets:
            now, then = [], []
            for _ in range(1 if len(texts) > 100 else ROUNDS):
                then.append(_spent(older, texts))
                now.append(_spent(HOME, texts))
            figures += [
                milliseconds(f"{label}, {OLDER}", then),
                milliseconds(f"{label}, this checkout", now),
                ratio(f"{label}, this checkout to {OLDER}", now, then, most),
            ]
    return figures


def _spent(checkout: Path, texts: list[str]) -> float:
    environment = {**os.environ, "PYTHONPATH": str(checkout / "src")}
    with tempfile.TemporaryFile("w+") as given:
        json.dump(texts, given)
        given.seek(0)
        done = subprocess.run(
            [sys.executable, "-c", OPEN], stdin=given, env=environment, cwd=checkout, capture_output=True,
            text=True, check=True,
        )  # fmt: skip
    return float(done.stdout)


def _events(count: int) -> list[str]:
    """Real articles of so many groups, each of one event; an event is used again when all were."""
    with gzip.open(DATA / "match_dev.json.gz", "rt", encoding="utf-8") as file:
        topics = json.load(file)["sets"]
    events: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for topic in topics:
        for doc in topic["docs"]:
            if doc["topic"] == topic["topic"]:
                events[doc["topic"], doc["sub"]].append((doc["text"], len(doc["sents"])))
    running = [_long_enough(docs) for _, docs in sorted(events.items())]
    groups = (list(islice(running[n % len(running)], PER_EVENT)) for n in range(count))
    return [text for group in groups for text in group]


def _long_enough(docs: list[tuple[str, int]]) -> Iterator[str]:
    """Articles without end of one event, the shorter put together."""
    texts, sentences = list[str](), 0
    while True:
        for text, count in docs:
            texts.append(text)
            sentences += count
            if sentences >= SENTENCES:
                yield "\n".join(texts)
                texts, sentences = [], 0


def _told(chance: random.Random) -> str:
    who, what, when, why = (chance.choice(words.split("|")) for words in (WHO, WHAT, WHEN, WHY))
    return f"{who.capitalize()} {what.format(chance.randrange(2, 60))} {when} {why}, officials said."


def _alike(count: int, sentences: int) -> list[str]:
    """Articles of one event in other words and figures, each sentence like many of the others."""
    chance = random.Random(1)
    return ["\n\n".join(_told(chance) for _ in range(sentences)) for _ in range(count)]


def _versions(count: int, sentences: int) -> list[str]:
    """One article with some sentences and figures changed in each."""
    chance = random.Random(2)
    base = [_told(chance) for _ in range(sentences)]
    texts = []
    for _ in range(count):
        own = list(base)
        for _ in range(sentences // 10):
            own[chance.randrange(sentences)] = _told(chance)
            place, figure = chance.randrange(sentences), str(chance.randrange(2, 60))
            own[place] = re.sub(r"\d+", figure, own[place])
        texts.append("\n\n".join(own))
    return texts


def _reprints(count: int) -> list[str]:
    """One sentence with other words for some of its own."""
    chance = random.Random(3)
    return [
        f"The ferry Meridian sank off Port Ellery on {chance.choice(['Monday', 'Tuesday'])} with"
        f" {chance.choice([208, 212, 214])} people aboard and {chance.randrange(3, 9)} lifeboats, the"
        f" {chance.choice(['coast guard', 'harbour master', 'navy'])} said."
        for _ in range(count)
    ]

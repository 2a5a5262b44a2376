"""The analysis by itself, in this process."""

from __future__ import annotations

from seedreader.analysis import boilerplate
from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.ingest.load_files import load
from seedreader.story import Story
from tests.benchmarks.figures import Figure, milliseconds, timed
from tests.benchmarks.reader import SAMPLES

TITLE = "Engine: the five samples"
ROUNDS = 12
TARGETS = {"whole analysis": 300.0}


def measure() -> list[Figure]:
    """Each step in the order in which one needs the other; the first round only warms the caches."""
    times: dict[str, list[float]] = {}
    for number in range(ROUNDS + 1):
        for step, time in _steps().items():
            found = times.setdefault(step, [])
            if number > 0:
                found.append(time)
    figures = [milliseconds(step, found, TARGETS.get(step)) for step, found in times.items()]
    return [*figures, _one_article()]


def _steps() -> dict[str, float]:
    articles = load(SAMPLES).articles
    story = Story(articles)
    steps = {
        "sentences": timed(lambda: [article.sentences for article in story.articles]),
        "boilerplate": timed(lambda: [article.boilerplate for article in story.articles]),
        "claims": timed(lambda: [article.claims for article in story.articles]),
        "links": timed(lambda: story.links),
        "relations": timed(lambda: [_relations(story, article) for article in story.articles]),
        "origins": timed(lambda: story.origins),
    }
    return {"reading the files": timed(lambda: load(SAMPLES)), **steps, "whole analysis": sum(steps.values())}


def _relations(story: Story, article: AnalysedArticle) -> list[str | None]:
    return [story.relation(article, claim) for claim in article.claims]


def _one_article() -> Figure:
    text = max((path.read_text() for path in SAMPLES), key=len)
    times = [timed(lambda: boilerplate.find_boilerplate(text)) for _ in range(2 * ROUNDS)]
    return milliseconds(f"boilerplate of one article, {len(text) / 1000:.1f} KB", times, 10)

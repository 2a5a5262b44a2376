"""Near-copies among many articles."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from seedreader.article import Article, SourceId
from seedreader.corpus import near_copies
from tests.benchmarks import template_reports
from tests.benchmarks.near_copies import VARIANTS, measured, variant
from tests.corpus.alike_events import EVENTS
from tests.stories import HARBOUR, WEATHER

WORDS = [
    f"{a}{b}"
    for a in ("bran", "dol", "kert", "mosk", "tarl", "vend")
    for b in ("ing", "est", "ona", "ulf", "aris")
]


def text_of(seed: int, words: int = 150) -> str:
    draw = random.Random(seed)
    return " ".join(draw.choice(WORDS) + draw.choice(WORDS) for _ in range(words)) + "."


def members(texts: list[str], in_memory: int = near_copies.IN_MEMORY) -> list[tuple[int, ...]]:
    return [family.members for family in near_copies.find([Article(text, "a") for text in texts], in_memory)]


def test_a_copy_is_found_and_another_account_is_none() -> None:
    account, another, third = EVENTS["quake in Sorvana"]
    assert members([account, WEATHER, account.upper(), another, third]) == [(0, 2)]


def test_alike_events_are_not_near_copies() -> None:
    assert members([told[0] for told in EVENTS.values()]) == []


def test_what_is_half_in_another_is_found() -> None:
    whole = text_of(1, 400)
    assert members([whole, " ".join(whole.split()[:60])]) == [(0, 1)]


@pytest.mark.parametrize("in_memory", [near_copies.IN_MEMORY, 10], ids=["in memory", "on disk"])
@pytest.mark.parametrize("how", VARIANTS)
def test_variants_are_found_by_how_alike_they_are(how: str, in_memory: int) -> None:
    texts = [text_of(seed, 200) for seed in range(60)]
    recall, precision = measured(texts, how, in_memory=in_memory)
    assert all(
        recall[likeness] >= least for likeness, least in ((0.95, 0.99), (0.8, 0.99), (0.6, 0.99), (0.4, 0.9))
    )
    assert precision == 1


@pytest.mark.parametrize("place", [0, 30, 60])
def test_a_large_family_stays_one_wherever_its_first_text_comes(place: int) -> None:
    draw = random.Random(3)
    base = text_of(1)
    family = [variant(base, 0.6, "scattered", WORDS, draw) for _ in range(60)]
    family.insert(place, base)
    assert members([*family, WEATHER]) == [tuple(range(61))]


def test_a_stock_sentence_of_many_articles_makes_no_copies() -> None:
    appeal = "\n" + " ".join(f"We need your support, {word}, today." for word in WORDS)
    assert members([text_of(seed, 60) + appeal for seed in range(20)]) == []


def test_reports_by_one_template_are_no_copies() -> None:
    report = "A quake shook the town of {} in the district of {} at 4 in the morning, said {} of {}. "
    draw = random.Random(2)
    texts = [
        report.format(*(draw.choice(WORDS).title() + draw.choice(WORDS) for _ in range(4)))
        + text_of(seed, 30)
        for seed in range(30)
    ]
    assert members(texts) == []


def test_reports_that_differ_in_nothing_but_names_and_figures_are_no_copies() -> None:
    texts = [text for kind in template_reports.KINDS for text in template_reports.reports(kind, 20)]
    assert members([*texts, texts[0] + " It was read twice."]) == [(0, len(texts))]


@pytest.mark.parametrize("count", [2, 4])
def test_a_few_reports_by_one_template_are_no_copies(count: int) -> None:
    assert members(template_reports.reports("police", count)) == []


@pytest.mark.parametrize("how", VARIANTS)
def test_rewrites_of_reports_by_templates_are_told_from_other_reports(how: str) -> None:
    texts = [text for kind in template_reports.KINDS for text in template_reports.reports(kind, 20)]
    recall, precision = measured(texts, how)
    assert all(recall[likeness] >= least for likeness, least in ((0.95, 0.99), (0.8, 0.99), (0.6, 0.95)))
    assert precision >= 0.95


def test_a_version_with_other_figures_is_a_copy() -> None:
    (report,) = template_reports.reports("quake", 1)
    assert members([report, report.replace("kilometres", "km").replace("casualties", "12 dead")]) == [(0, 1)]


def test_versions_are_told_from_reprints() -> None:
    source = SourceId("https://example.org/a")
    first = Article(HARBOUR, "a", source=source, retrieved=datetime(2025, 1, 1, tzinfo=UTC))
    second = replace(first, text=WEATHER, retrieved=datetime(2025, 1, 2, tzinfo=UTC))
    reprint = Article(HARBOUR, "b", source=SourceId("https://example.com/b"))
    (family,) = near_copies.find([first, reprint, second])
    assert (family.members, family.versions, family.reprints) == ((0, 1, 2), ((0, 2),), (0, 1))


def test_texts_without_words_have_no_copies() -> None:
    assert members(["", "", "…", "7"]) == []


def test_each_article_is_read_once() -> None:
    assert near_copies.find(iter([Article(HARBOUR, "a"), Article(HARBOUR, "b")]))[0].members == (0, 1)

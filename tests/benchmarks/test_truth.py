"""The benchmark's own arithmetic, on a story of two lines; and every quote of the truth is in its text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.truth import STORIES, stories
from tests.benchmarks.truth.found import Found, FoundClaim, FoundLink
from tests.benchmarks.truth.judge import Result, judge
from tests.benchmarks.truth.passages import iou, locate, meet, same_speaker, trimmed
from tests.benchmarks.truth.story import Truth, read

A = "Share this\nThe pier cost 4 million, Ruiz said. It opened in May.\n"
B = "The pier cost 6 million. It opened in May. A pier at Lagos opened in June.\n"
TOLD = {
    "folder": ".",
    "events": [["a", "b"]],
    "origins": [["a"], ["b"]],
    "articles": {
        "a": {
            "file": "a.txt",
            "boilerplate": [["share", "Share this"]],
            "must": [
                ["The pier cost 4 million", "quantity attribution", "Ana Ruiz"],
                ["It opened in May", "event date", None],
            ],
            "may": [],
        },
        "b": {
            "file": "b.txt",
            "boilerplate": [],
            "must": [["The pier cost 6 million", "quantity", None]],
            "may": ["It opened in May"],
        },
    },
    "facts": [
        {"fact": "cost", "is": "conflict", "at": {"a": "4 million", "b": "6 million"}},
        {"fact": "opening", "is": "agree", "at": {"a": "opened in May", "b": "opened in May"}},
    ],
    "not": [["a", "opened in May", "b", "opened in June", "conflict|agree"]],
    "subjects": [{"subject": "piers", "at": {"a": "The pier [...] in May", "b": "The pier [...] in June"}}],
}


@pytest.fixture
def truth(tmp_path: Path) -> Truth:
    (tmp_path / "a.txt").write_text(A)
    (tmp_path / "b.txt").write_text(B)
    (tmp_path / "truth.json").write_text(json.dumps(TOLD))
    return read(tmp_path)


def found(
    truth: Truth,
    claims: list[tuple[str, str, str | None]],
    links: list[tuple[str, str, str]],
    dimmed: str = "Share this",
) -> Result:
    """The judgement of claims (article, words, speaker) and links (words in a, in b, relation)."""
    texts = {name: page.text for name, page in truth.pages.items()}
    origins = frozenset({frozenset("a"), frozenset("b")})
    told: dict[str, list[FoundClaim]] = {"a": [], "b": []}
    for name, words, speaker in claims:
        told[name].append(FoundClaim(locate(texts[name], words), frozenset({"quantity"}), speaker))
    return judge(
        truth,
        Found(
            {"a": told["a"], "b": told["b"]},
            {"a": [locate(A, dimmed)], "b": []},
            [FoundLink((("a", locate(A, x)), ("b", locate(B, y))), relation) for x, y, relation in links],
            origins,
        ),
    )


def test_all_right(truth: Truth) -> None:
    result = found(
        truth,
        [
            ("a", "The pier cost 4 million", "Ruiz"),
            ("a", "It opened in May", None),
            ("b", "The pier cost 6 million", None),
            ("b", "It opened in May", None),
        ],
        [
            ("The pier cost 4 million", "The pier cost 6 million", "conflict"),
            ("It opened in May", "It opened in May", "agree"),
        ],
    )
    counts = result.counts
    assert not result.errors
    assert (counts["must"], counts["must_found"], counts["must_iou"], counts["must_speaker"]) == (3, 3, 3, 3)
    assert (counts["claims"], counts["claims_right"], counts["claims_noise"]) == (4, 4, 0)
    assert counts["must_kinds"] == 1.5  # one of two kinds, none of two, one of one
    assert (counts["pairs"], counts["pairs_right"], counts["links"], counts["links_right"]) == (2, 2, 2, 2)
    assert (counts["conflicts"], counts["conflicts_found"], counts["conflicts_false"]) == (1, 1, 0)
    assert counts["dim"] == counts["dim_right"] == counts["dim_truth"] == len("Sharethis")
    assert counts["alike"] == counts["origins_wrong"] == 0


def test_all_wrong(truth: Truth) -> None:
    result = found(
        truth,
        [
            ("a", "Share this", None),
            ("a", "The pier cost 4 million, Ruiz said. It", None),
            ("b", "A pier at", None),
        ],
        [("opened in May", "opened in June", "conflict"), ("4 million", "6 million", "agree")],
        dimmed="The pier",
    )
    counts = result.counts
    assert (counts["must_found"], counts["must_speaker"]) == (1, 0)
    assert 0.5 < counts["must_iou"] < 0.7
    assert (counts["claims"], counts["claims_right"], counts["claims_noise"]) == (3, 1, 1)
    assert (counts["dim"], counts["dim_right"]) == (len("Thepier"), 0)
    assert (counts["pairs_right"], counts["pairs_met"], counts["links_right"]) == (0, 1, 0)
    assert (counts["conflicts_found"], counts["conflicts_false"], counts["alike"]) == (0, 1, 1)
    assert any(error.startswith("claim missed: a: “It opened in May”") for error in result.errors)


def test_passages_of_one_subject_may_be_related(truth: Truth) -> None:
    assert found(truth, [], [("4 million", "opened in June", "related")]).counts["links_right"] == 1
    assert found(truth, [], [("Share this", "opened in June", "related")]).counts["links_right"] == 0


def test_claims_of_one_origin_in_the_same_words_are_pairs(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("It opened in May.\n")
    page = {"boilerplate": [], "must": [["It opened in May", "event", None]], "may": []}
    articles = {name: {"file": f"{name}.txt", **page} for name in ("a", "b")}
    told = {**TOLD, "origins": [["a", "b"]], "articles": articles, "facts": [], "not": [], "subjects": []}
    (tmp_path / "truth.json").write_text(json.dumps(told))
    assert [pair.relations for pair in read(tmp_path).pairs] == [("copy", "agree")]


def test_a_quote_has_one_place() -> None:
    text = "He said “no”. Then he said “no” again."
    assert text[slice(*locate(text, 'He said "no"'))] == "He said “no”"
    assert text[slice(*locate(text, "#2 said “no”"))] == "said “no”"
    assert text[slice(*locate(text, "Then [...] no"))] == "Then he said “no"
    for quote in ("yes", "said “no”", "Then [...] yes", "#3 said"):
        with pytest.raises(ValueError, match="in the text"):
            locate(text, quote)


def test_passages_meet_at_half_of_the_shorter() -> None:
    assert meet((0, 10), (5, 100))
    assert not meet((0, 10), (6, 100))
    assert not meet((3, 3), (0, 9))
    assert iou((0, 10), (5, 15)) == 1 / 3
    assert iou((0, 1), (2, 3)) == 0
    assert trimmed(" “Done,” ", (0, 9)) == (2, 6)


def test_one_speaker_under_two_names() -> None:
    assert same_speaker("Ruiz", "Mayor Ana Ruiz")
    assert same_speaker("the mayor", "Mayor Ana Ruiz")
    assert same_speaker(None, None)
    assert not same_speaker("the", "Ana Ruiz")
    assert not same_speaker("Ana Ruiz", None)
    assert not same_speaker("Ana Ruiz", "Ana Sousa")


@pytest.mark.parametrize("folder", stories(STORIES), ids=lambda folder: folder.name)
def test_every_quote_is_in_its_text(folder: Path) -> None:
    truth = read(folder)
    assert {name for event in truth.events for name in event} == set(truth.pages)
    assert {name for group in truth.origins for name in group} == set(truth.pages)
    for page in truth.pages.values():
        noise = page.characters(page.noise)
        assert not any(page.characters([must.at]) & noise for must in page.must)

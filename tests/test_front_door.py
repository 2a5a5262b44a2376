from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seedreader
from tests.stories import GAZETTE, HARBOUR


def test_the_front_door_has_what_it_promises() -> None:
    for name in seedreader.__all__:
        assert getattr(seedreader, name) is not None
    with pytest.raises(AttributeError, match="nothing_here"):
        _ = seedreader.nothing_here


def test_an_article_has_sentences_boilerplate_and_claims() -> None:
    article = seedreader.read_text("Date: 2024-05-17 10:00:00\n" + HARBOUR, name="a")
    assert article.published == date(2024, 5, 17)
    assert [article.text[s.start : s.end] for s in article.boilerplate] == ["Date: 2024-05-17 10:00:00"]
    assert article.claims
    claim = next(c for c in article.claims if c.quantities)
    assert claim.start < claim.end
    assert "quantity" in claim.kinds


@pytest.mark.parametrize("published", ["2024-05-17", "May 17, 2024", date(2024, 5, 17)])
def test_the_published_date_can_be_given(published: str | date) -> None:
    article = seedreader.read_text("Six ships sank on Monday.", published=published)
    assert article.published == date(2024, 5, 17)
    assert article.claims[0].dates[0].first == date(2024, 5, 13)


def test_a_published_date_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="is not a day"):
        seedreader.read_text("Text.", published="soon")
    with pytest.raises(ValueError, match="is not a day"):
        seedreader.read_text("Text.", published="2024-05-17 or so")


def test_given_sentences_are_used() -> None:
    article = seedreader.read_text("One. Two. Three.", sentences=[(0, 9), (10, 16)])
    assert article.sentences == ((0, 9), (10, 16))


def test_given_sentences_outside_the_text_are_refused() -> None:
    with pytest.raises(ValueError, match="inside the text"):
        seedreader.read_text("One.", sentences=[(0, 9)])


def test_a_story_scores_each_sentence_of_another_article() -> None:
    a, b = seedreader.read_text(HARBOUR, name="a"), seedreader.read_text(GAZETTE, name="b")
    story = seedreader.Story([a, b])
    start = HARBOUR.index("It will cost")
    scores = story.scores(a, start, HARBOUR.index("\n", start), b)
    assert len(scores) == len(b.sentences)
    best = max(range(len(scores)), key=scores.__getitem__)
    assert "6 million" in GAZETTE[slice(*b.sentences[best])]
    assert story.origins == ((story.articles[0],), (story.articles[1],))
    assert {link.relation for link in story.links} <= {"copy", "agree", "refine", "conflict", "related"}


def test_a_file_is_read_and_what_is_none_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(HARBOUR)
    assert seedreader.read(file).text == HARBOUR
    assert seedreader.read(str(file)).name == "a"
    (tmp_path / "b.txt").write_text(GAZETTE)
    for source, reason in (
        (tmp_path / "no.txt", "does not exist"),
        (tmp_path, "holds 2 articles"),
        ("ftp://example.org/story", "not a web address that can be fetched"),
    ):
        with pytest.raises(seedreader.IngestError, match=reason):
            seedreader.read(source)


def test_all_articles_of_a_folder_are_read_and_what_is_wrong_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HARBOUR)
    (tmp_path / "b.txt").write_text(GAZETTE)
    (tmp_path / "c.txt").write_text("")
    found = seedreader.read_all(tmp_path)
    assert [article.name for article in found.articles] == ["a", "b"]
    assert found.articles[0].claims
    assert [problem[:3] for problem in found.problems] == [(str(tmp_path / "c.txt"), "empty", "")]
    with pytest.raises(seedreader.IngestError, match=r"c\.txt: is empty\.$"):
        seedreader.read(tmp_path)
    assert seedreader.read_all(tmp_path / "none").problems[0].kind == "missing"


def test_an_article_says_what_it_is_and_what_is_known_of_it(tmp_path: Path) -> None:
    file = tmp_path / "a b.txt"
    file.write_text(HARBOUR)
    article = seedreader.read(file)
    assert article.source == (file.resolve().as_uri(), None)
    assert (article.language, article.provenance.language) == ("en", "text")
    assert (article.author, article.updated, article.url, article.outlet) == (None,) * 4
    assert (article.media_type, article.provenance.name) == ("text/plain", "file name")
    given = seedreader.read_text(
        "Der Rat hat für den Plan gestimmt, und die Stadt ist mit dem Plan nicht zufrieden."
    )
    assert (given.source, given.language, given.provenance.name) == (None, "de", "given")
    assert seedreader.read_text("12 34").language is None
    assert seedreader.read_text("Text.", published="2025-03-21").provenance.published == "given"


def test_ranges_are_carried_to_a_new_text() -> None:
    old = "The mayor spoke first. The pier costs 4 million euros. Then everyone left."
    new = "Yesterday the mayor spoke first. The pier costs 4 million euros. Then everyone left."
    start = old.index("The pier")
    (anchor,) = seedreader.reanchor(old, new, [(start, start + 31)])
    assert anchor.state == "exact"
    assert [new[a:b] for a, b in anchor.ranges] == [old[start : start + 31]]


@given(st.text(st.one_of(st.characters(), st.sampled_from("\n. “”0123456789 said Monday")), max_size=400))
def test_every_span_of_any_text_lies_inside_it(text: str) -> None:
    article = seedreader.read_text(text)
    length = len(article.text)
    spans = [
        *article.sentences,
        *((s.start, s.end) for s in article.boilerplate),
        *((c.start, c.end) for c in article.claims),
        *((q.start, q.end) for c in article.claims for q in c.quantities),
        *((d.start, d.end) for c in article.claims for d in c.dates),
        *((c.speaker.start, c.speaker.end) for c in article.claims if c.speaker),
    ]
    assert all(0 <= start < end <= length for start, end in spans)


def test_the_version_is_that_of_the_package_and_the_changelog_tells_of_it() -> None:
    root = Path(__file__).parents[1]
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    assert seedreader.__version__ == project["version"]
    assert f"\n## [{seedreader.__version__}] - " in (root / "CHANGELOG.md").read_text()


def test_of_a_file_whose_end_is_missing_read_gives_what_is_there(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<html><body><article><h1>A pier</h1><p>{HARBOUR}</p><p>Work beg")
    assert "The harbour" in seedreader.read(page).text
    assert [problem.kind for problem in seedreader.read_all(page).problems] == ["truncated"]

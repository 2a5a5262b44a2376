"""A corpus file as a file: what is refused, what is said of it, and what it is asked."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.corpus.file.corpora import as_files, records

from seedreader.article import AgencyItem, Article, EventDecision, Mark, Provenance, SourceId, Structure
from seedreader.corpus.collection import (
    ArticlesRead,
    Collection,
    Event,
    Finished,
    StoriesFound,
    StoriesSummarised,
)
from seedreader.corpus.file import article_values, opening, queries, stories_of_corpus
from seedreader.corpus.file.build import build
from seedreader.corpus.file.opening import CorpusError
from seedreader.corpus.file.stored_article import StoredArticle, whole


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("corpus")
    build(place / "a.corpus", [str(as_files(place / "news", records()))])
    return place / "a.corpus"


@given(st.text(), st.none() | st.text(), st.none() | st.dates())
def test_an_article_comes_back_as_it_went_in(text: str, title: str | None, day: date | None) -> None:
    article = Article(
        text, "a", "/x/a.txt", title, "Post", day, "PARIS", day, ((0, 1),), SourceId("file:///x/a.txt", "7"),
        "Ann", "en", "https://a.example/", "text/plain", datetime(2025, 1, 2, tzinfo=UTC),
        (Structure(0, 1, "heading"),), (Mark("cut", "…"),), AgencyItem("urn:x", 2), Provenance(title="text"),
    )  # fmt: skip
    assert vars(article_values.to_article(article_values.of_article(article))) == vars(article)
    bare = Article(text, "a")
    assert vars(article_values.to_article(article_values.of_article(bare))) == vars(bare)


# -- what is refused -------------------------------------------------------------------------------------


def test_what_is_no_corpus_is_not_read_and_not_written_over(tmp_path: Path) -> None:
    for name, content in (("a.txt", b"A text."), ("b.corpus", b"SQLite format 3\0 and no more")):
        (tmp_path / name).write_bytes(content)
    sqlite3.connect(tmp_path / "c.corpus").execute("CREATE TABLE mine (x)").connection.close()
    for name in ("a.txt", "b.corpus", "c.corpus"):
        before = (tmp_path / name).read_bytes()
        with pytest.raises(CorpusError), opening.to_read(tmp_path / name):
            pass
        with pytest.raises(CorpusError), opening.to_build(tmp_path / name):
            pass
        assert (tmp_path / name).read_bytes() == before
    with pytest.raises(CorpusError, match="does not exist"), opening.to_read(tmp_path / "none"):
        pass


def test_one_of_a_newer_version_is_refused(corpus: Path, tmp_path: Path) -> None:
    newer = tmp_path / "newer.corpus"
    newer.write_bytes(corpus.read_bytes())
    sqlite3.connect(newer).execute("PRAGMA user_version = 99").connection.close()
    for open_ in (opening.to_read, opening.to_build):
        with pytest.raises(CorpusError, match="newer seedreader"), open_(newer):
            pass


def test_a_damaged_one_is_said_to_be(corpus: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.corpus"
    damaged.write_bytes(corpus.read_bytes()[:8192] + b"\xff" * 20_000)
    with pytest.raises(CorpusError, match="damaged"), opening.to_read(damaged) as database:
        database.execute("SELECT * FROM articles").fetchall()


def test_one_that_is_built_elsewhere_is_said_to_be(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "WAIT", 0.01)
    code = (
        "import sys\nfrom pathlib import Path\nfrom seedreader.corpus.file import opening\n"
        "with opening.to_build(Path(sys.argv[1])):\n    print('open', flush=True)\n    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(corpus)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        for open_ in (opening.to_read, opening.to_build):
            with pytest.raises(CorpusError, match="another seedreader"), open_(corpus) as database:
                database.execute("SELECT * FROM articles").fetchall()
        other.communicate()
    with opening.to_read(corpus) as database:
        assert database.execute("SELECT count(*) FROM articles").fetchone() == (7,)


def test_a_making_that_was_cut_short_at_once_is_begun_again(tmp_path: Path) -> None:
    (tmp_path / "a.corpus").touch()
    with opening.to_build(tmp_path / "a.corpus") as database:
        assert database.execute("SELECT count(*) FROM articles").fetchone() == (0,)
    assert opening.is_corpus(tmp_path / "a.corpus")


# -- what it is asked ------------------------------------------------------------------------------------


def test_words_are_found_in_stories(corpus: Path) -> None:
    with opening.to_read(corpus) as database:
        hits, articles = queries.find(database, 'ferry "coast guard"', 10)
        assert [(hit.story.articles, hit.articles) for hit in hits] == [(4, 3)]
        assert articles == 3
        assert "coast guard" in hits[0].words
        assert len(queries.find(database, "on", 1)[0]) == 1
        assert [hit.story.articles for hit in queries.find(database, "passeng*", 10)[0]] == [4]
        assert queries.find(database, 'pier" AND (', 10)[1] in (0, 2)  # taken as words, whatever stands there
        assert queries.find(database, "unheard", 10) == ([], 0)
        with pytest.raises(CorpusError):
            queries.find(database, "  ", 10)


def test_a_story_is_told_with_its_sources_claims_and_conflicts(corpus: Path) -> None:
    with opening.to_read(corpus) as database:
        (ferry, pier) = queries.largest(database, 10)
        found = queries.whole_story(database, ferry.id)
        assert [source.outlet for source in found.sources if source.origin == found.sources[0].origin] == [
            "Ferry sinks Post 0", "Ferry sinks Post 3",
        ]  # fmt: skip
        carried = found.claims[0]
        assert (carried.said.words, carried.origins) == ("The ferry carried 140 passengers", 3)
        row = database.execute("SELECT data FROM articles WHERE id = ?", (carried.said.article,)).fetchone()
        text = article_values.to_article(row[0]).text
        assert text[carried.said.start : carried.said.end] == carried.said.words
        assert pier.articles == 2
        with pytest.raises(CorpusError, match="no story 99"):
            queries.whole_story(database, 99)


# -- as a list of stories --------------------------------------------------------------------------------


def listed(corpus: Path, *decisions: EventDecision) -> tuple[list[Event], ArticlesRead]:
    events: list[Event] = []
    stories_of_corpus.read(Collection(paths=(str(corpus),), decisions=decisions), events.append)
    assert isinstance(events[0], ArticlesRead)
    return events, events[0]


def test_it_is_told_as_a_folder_is_and_texts_come_when_they_are_read(corpus: Path) -> None:
    events, read = listed(corpus)
    assert [type(event) for event in events] == [
        ArticlesRead, StoriesFound, StoriesSummarised, Finished,
    ]  # fmt: skip
    assert isinstance(events[1], StoriesFound)
    assert events[1].stories == ((0, 1, 2, 3), (4, 5), (6,))
    assert isinstance(events[2], StoriesSummarised)
    first = events[2].summaries[0]
    assert first.summary is not None
    assert (first.summary.sources, first.summary.origins, first.summary.conflicts > 0) == (4, 3, True)
    article = read.articles[0]
    assert isinstance(article, StoredArticle)
    assert (article.text, article.outlet, article.day) == ("", "Ferry sinks Post 0", date(2025, 3, 3))
    (text,) = whole([article])
    assert text.text.count("Santa Clara") == 1
    assert text.source == article.source
    assert whole([text]) == (text,)


def test_the_readers_word_on_events_wins(corpus: Path) -> None:
    _, read = listed(corpus)
    sources = [article.source for article in read.articles if article.source]
    events, _ = listed(
        corpus,
        EventDecision("split", (sources[0],), tuple(sources[1:4])),
        EventDecision("merge", (sources[0],), (sources[4], sources[5])),
    )
    assert isinstance(events[1], StoriesFound)
    assert events[1].stories == ((0, 4, 5), (1, 2, 3), (6,))
    assert isinstance(events[2], StoriesSummarised)
    assert [each.summary.sources for each in events[2].summaries if each.summary] == [3, 3]


def test_of_very_many_stories_the_largest_are_listed_and_the_rest_is_told(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stories_of_corpus, "MOST_ARTICLES", 5)
    events, read = listed(corpus)
    assert len(read.articles) == 6
    assert isinstance(events[-1], Finished)
    assert "1 story" in events[-1].told[0]
